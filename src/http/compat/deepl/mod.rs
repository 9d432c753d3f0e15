//! Glossaries and memories in the protocol of `DeepL`, versions 2 and 3, for the programs that speak it.
//!
//! A glossary is a project (`glossaries`), a translation memory all segments of a project from one language (`memories`),
//! and a translation is what the memory or a glossary holds (`translate`): nothing is translated here. Problems leave as
//! `{"message", "detail"}` with the statuses those programs know.

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

/// A problem as the protocol has it. Who may not ask gets 403, whatever cannot be done as asked 400; what a program should try
/// again keeps its status.
pub(crate) fn refusal(problem: &Problem) -> HttpResponse {
    let (code, detail) = problem.code_and_detail();
    let known = error_codes::of(code);
    let status = match known.status {
        401 => 403,
        507 => 456,
        status @ (400 | 403 | 404 | 405 | 408 | 413 | 429 | 500..) => status,
        _ => 400,
    };
    let mut answer = HttpResponse::build(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    if status == 503 {
        answer.insert_header((RETRY_AFTER, "5"));
    }
    answer.json(json!({ "message": known.title, "detail": detail, "code": code }))
}

/// The languages of a list, without regions. There are lists between Japanese and English.
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
        &format!("there are no glossaries from `{source}` into `{target}`. Use `ja` and `en`, in either direction."),
    ))
}

/// A moment with microseconds, as the protocol writes it.
fn moment(at: &str) -> String {
    at.strip_suffix('Z').map_or_else(|| at.to_owned(), |at| format!("{at}.000000Z"))
}
