//! Glossaries and memories in the protocol of `DeepL`, versions 2 and 3, for programs that use it.
//!
//! A glossary is a project (`glossaries`), and a translation memory is all segments of a project from one language
//! (`memories`). A translation is what the memory or a glossary contains (`translate`); nothing is translated here. Problems
//! are `{"message", "detail", "code"}` with the statuses those programs know.

mod answers;
mod jobs;

pub(crate) mod glossaries;
pub(crate) mod memories;
pub(crate) mod service;
pub(crate) mod transfers;
pub(crate) mod translate;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use serde_json::json;

use crate::http::error_codes;
use crate::http::problem::Problem;
use crate::http::values::language;
use crate::model::{Lang, LangPair};

pub(crate) use jobs::Jobs;

/// Whether a path is one of this protocol.
pub(crate) fn speaks(path: &str) -> bool {
    path.starts_with("/v2/") || path.starts_with("/v3/")
}

/// A problem in the JSON of the protocol. A missing or wrong token is 403, an invalid request is 400, and problems after which
/// a program should try again keep their status.
pub(crate) fn refusal(problem: &Problem) -> HttpResponse {
    let (code, detail) = problem.code_and_detail();
    let entry = error_codes::of(code);
    let status = match entry.status {
        401 => 403,
        507 => 456,
        status @ (400 | 403 | 404 | 405 | 408 | 413 | 429 | 500..) => status,
        _ => 400,
    };
    let mut answer = HttpResponse::build(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    if status == 503 {
        answer.insert_header((RETRY_AFTER, "5"));
    }
    answer.json(json!({ "message": entry.title, "detail": detail, "code": code }))
}

/// The languages of a list, without regions. There are only lists between Japanese and English.
fn languages(source: &str, target: &str) -> Result<LangPair, Problem> {
    let base = |field, given: &str| {
        let lang = language(field, given)?;
        Ok::<_, Problem>(if lang.is_japanese() {
            Lang::JA
        } else if lang.is_english() {
            Lang::EN
        } else {
            lang
        })
    };
    let pair = LangPair { source: base("source_lang", source)?, target: base("target_lang", target)? };
    if crate::app::glossaries::directions().contains(&pair) {
        return Ok(pair);
    }
    let LangPair { source, target } = pair;
    Err(Problem::invalid(
        "source_lang",
        &format!(
            "glossaries from `{source}` into `{target}` are not supported. Use `ja` and `en`, in either direction."
        ),
    ))
}

/// A time with microseconds, as the protocol writes it.
fn timestamp(at: &str) -> String {
    at.strip_suffix('Z').map_or_else(|| at.to_owned(), |at| format!("{at}.000000Z"))
}
