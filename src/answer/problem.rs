//! Errors: problem details of HTTP answers (RFC 9457), and errors the command line prints with `--json`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::concept::ConceptAnswer;

/// Why a request could not be answered (RFC 9457).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Problem, example = json!({
    "type": "docs/ERRORS.md#not_found",
    "title": "Nothing has this number or name",
    "status": 404,
    "detail": "No concept with id `42`. It may have been deleted; list the concepts to see which exist.",
    "code": "not_found",
    "instance": "/v1/concepts/42"
}))]
pub(crate) struct ProblemAnswer {
    /// Where the code is explained, relative to the documentation of the program.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The kind of problem in a few words; the same for every problem with this code.
    pub(crate) title: String,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    pub(crate) status: u16,
    /// What happened, to what, and what to do.
    pub(crate) detail: String,
    /// Stable code of the kind of problem, for programs.
    pub(crate) code: String,
    /// Path of the request.
    pub(crate) instance: String,
    /// With `revision_conflict`: the concept in its present state. Omitted otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) concept: Option<ConceptAnswer>,
}

/// An error on the command line, as `--json` prints it to standard error.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommandError)]
pub(crate) struct ErrorAnswer {
    /// The error.
    pub(crate) error: FailureAnswer,
}

/// An error: its code, and what happened.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Failure)]
pub(crate) struct FailureAnswer {
    /// Stable code of the kind of error.
    pub(crate) code: String,
    /// What happened, to what, and what to do.
    pub(crate) message: String,
}
