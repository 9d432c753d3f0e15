//! What went wrong in; an `application/problem+json` answer (RFC 9457) with a stable code out.

use std::fmt;

use super::codes;
use crate::answer::ConceptAnswer;
pub(super) use crate::answer::ProblemAnswer;
use crate::app::AppError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};

/// Where every code is explained; the code follows as fragment.
const EXPLAINED_AT: &str = "docs/ERRORS.md";

/// How a token may be shown, for clients that ask before they show one.
const CHALLENGES: &str = "Bearer realm=\"taiyaku\", Basic realm=\"taiyaku\", charset=\"UTF-8\"";
/// How long a busy term base usually stays so, in seconds.
const BUSY_FOR: u64 = 5;

/// Why a request is not answered as asked.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    code: &'static str,
    detail: String,
    present: Option<Box<ConceptAnswer>>,
    retry_after: Option<u64>,
}

impl Problem {
    /// The problem `code`, told by `detail`.
    pub(super) fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), present: None, retry_after: None }
    }

    /// The same, with the present state of the concept it is about.
    pub(super) fn showing(mut self, present: ConceptAnswer) -> Self {
        self.present = Some(Box::new(present));
        self
    }

    /// The same, worth another try after so many seconds.
    pub(super) fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The code and the words.
    pub(super) fn told(&self) -> (&'static str, &str) {
        (self.code, &self.detail)
    }

    /// A value in the request that cannot be used.
    pub(super) fn invalid(field: &str, detail: &str) -> Self {
        Self::new("invalid_request", format!("`{field}`: {detail}"))
    }

    /// The answer, about the path `instance`.
    pub(super) fn answer(&self, instance: &str) -> HttpResponse {
        let known = codes::of(self.code);
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header((header::CONTENT_TYPE, "application/problem+json"));
        if self.code == "unauthorized" {
            answer.insert_header((header::WWW_AUTHENTICATE, HeaderValue::from_static(CHALLENGES)));
        }
        let busy = (self.code == "database_busy").then_some(BUSY_FOR);
        if let Some(seconds) = self.retry_after.or(busy) {
            answer.insert_header((header::RETRY_AFTER, seconds));
        }
        let body = ProblemAnswer {
            kind: format!("{EXPLAINED_AT}#{}", self.code),
            title: known.title.to_owned(),
            status: known.status,
            detail: self.detail.clone(),
            code: self.code.to_owned(),
            instance: instance.to_owned(),
            concept: self.present.as_deref().cloned(),
        };
        // A struct of texts and a number always serialises.
        answer.body(serde_json::to_string(&body).unwrap_or_default())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.detail)
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(codes::of(self.code).status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        self.answer("")
    }
}

impl From<AppError> for Problem {
    /// Tells the asker; causes behind failures of the server go to the log, once, here.
    fn from(error: AppError) -> Self {
        let problem = Self::new(error.code(), error.to_string());
        if problem.status_code().is_server_error() {
            let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            tracing::error!(code = error.code(), %error, cause, "failed");
        }
        problem
    }
}
