//! How bodies, queries and paths are read, and the problems of those that cannot be read.

use actix_web::error::{JsonPayloadError, PathError, QueryPayloadError};
use actix_web::web::{JsonConfig, PathConfig, QueryConfig};
use actix_web::{Error, HttpRequest};

use super::deadline;
use super::problem::Problem;

const MEBIBYTE: usize = 1024 * 1024;

/// Configures how a JSON body is read: its longest length in bytes, and the problem that a bad one gets.
pub(super) fn json_config(limit: usize) -> JsonConfig {
    JsonConfig::default().limit(limit).error_handler(json_problem)
}

/// Configures how the query string is read: the problem that a bad one gets.
pub(super) fn query_config() -> QueryConfig {
    QueryConfig::default().error_handler(query_problem)
}

/// How the variable parts of a path are read.
pub(super) fn path_config() -> PathConfig {
    PathConfig::default().error_handler(path_problem)
}

fn json_problem(error: JsonPayloadError, _request: &HttpRequest) -> Error {
    match error {
        JsonPayloadError::ContentType => Problem::not_json(),
        JsonPayloadError::Payload(error) if deadline::was_missed(&error) => Problem::too_slow(),
        JsonPayloadError::Overflow { limit } | JsonPayloadError::OverflowKnownLength { limit, .. } => {
            let limit = limit / MEBIBYTE;
            let detail = format!("The JSON is too large: the limit is {limit} MiB. Send it in several requests.");
            Problem::new("payload_too_large", detail)
        }
        error => {
            let detail = format!("Could not read the body: {error}. Compare it with `/openapi.json`.");
            Problem::new("invalid_json", detail)
        }
    }
    .into()
}

#[expect(clippy::needless_pass_by_value, reason = "the framework gives it away")]
fn query_problem(error: QueryPayloadError, _request: &HttpRequest) -> Error {
    unreadable_query(&error).into()
}

/// The problem of a query that cannot be read.
pub(super) fn unreadable_query(error: &QueryPayloadError) -> Problem {
    Problem::new("invalid_request", format!("Could not read the query: {error}. Compare it with `/openapi.json`."))
}

#[expect(clippy::needless_pass_by_value, reason = "the framework gives it away")]
fn path_problem(error: PathError, _request: &HttpRequest) -> Error {
    let detail = format!("Could not read the id in the path: {error}. Use a whole number.");
    Problem::new("invalid_request", detail).into()
}
