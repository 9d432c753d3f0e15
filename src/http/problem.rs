//! Problems: why a request is refused, as `application/problem+json` (RFC 9457) with a stable code.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};

use super::error_codes;
use crate::answer::ConceptAnswer;
pub(super) use crate::answer::ProblemAnswer;
use crate::app::AppError;

/// The page that explains every code; the code follows as fragment.
const EXPLAINED_AT: &str = "docs/ERRORS.md";

/// The ways to send a token, for clients that wait to be asked for one.
const CHALLENGES: &str = "Bearer realm=\"taiyaku\", Basic realm=\"taiyaku\", charset=\"UTF-8\"";
/// The one way for scripts of pages.
pub(super) const BEARER: &str = "Bearer realm=\"taiyaku\"";
/// How long a busy term base usually stays busy, in seconds.
const BUSY_FOR: u64 = 5;

/// Why a request is refused.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    code: &'static str,
    detail: String,
    current: Option<Box<ConceptAnswer>>,
    retry_after: Option<u64>,
}

impl Problem {
    /// A problem with its code and a message for people.
    pub(super) fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), current: None, retry_after: None }
    }

    /// The same, with the current state of the concept it is about.
    pub(super) fn with_current(mut self, current: ConceptAnswer) -> Self {
        self.current = Some(Box::new(current));
        self
    }

    /// The same, telling the client to try again after so many seconds.
    pub(super) fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The code and the message.
    pub(super) fn code_and_detail(&self) -> (&'static str, &str) {
        (self.code, &self.detail)
    }

    /// A parameter or member of the request that is not valid.
    pub(super) fn invalid(field: &str, detail: &str) -> Self {
        Self::new("invalid_request", format!("`{field}`: {detail}"))
    }

    /// The problem of a use case, with the name a field has in the request.
    pub(super) fn with_field_name(error: AppError, field: &str, name: &str) -> Self {
        match error {
            AppError::InvalidRequest { field: own, problem } if own == field => {
                Self::invalid(name, &format!("{problem}."))
            }
            error => error.into(),
        }
    }

    /// There is no such path.
    pub(super) fn unknown_path() -> Self {
        Self::new("unknown_path", "There is nothing at this path. `GET /openapi.json` lists all paths.")
    }

    /// The request did not arrive in time.
    pub(super) fn too_slow() -> Self {
        Self::new("request_timeout", "The request did not arrive completely. Send it again.")
    }

    /// The body has another media type than JSON.
    pub(super) fn not_json() -> Self {
        let detail = "The body must be JSON. Send it with the header `Content-Type: application/json`.";
        Self::new("unsupported_media_type", detail)
    }

    /// The answer to a request for the path `instance`.
    pub(super) fn answer(&self, instance: &str) -> HttpResponse {
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header((header::CONTENT_TYPE, "application/problem+json"));
        if self.code == "unauthorized" {
            answer.insert_header((header::WWW_AUTHENTICATE, HeaderValue::from_static(CHALLENGES)));
        }
        let busy = (self.code == "database_busy").then_some(BUSY_FOR);
        if let Some(seconds) = self.retry_after.or(busy) {
            answer.insert_header((header::RETRY_AFTER, seconds));
        }
        answer.body(self.document(instance))
    }

    /// The problem as JSON.
    pub(super) fn document(&self, instance: &str) -> String {
        let entry = error_codes::of(self.code);
        let body = ProblemAnswer {
            kind: format!("{EXPLAINED_AT}#{}", self.code),
            title: entry.title.to_owned(),
            status: entry.status,
            detail: self.detail.clone(),
            code: self.code.to_owned(),
            instance: instance.to_owned(),
            concept: self.current.as_deref().cloned(),
        };
        // A struct of texts and a number always serialises.
        serde_json::to_string(&body).unwrap_or_default()
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
        StatusCode::from_u16(error_codes::of(self.code).status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        self.answer("")
    }
}

impl From<AppError> for Problem {
    /// Tells the client what it may know. The causes of server errors are logged here, and nowhere else.
    fn from(error: AppError) -> Self {
        // Where the files of the server are is for its log.
        let detail = match error.code() {
            "database_gone" => {
                "The file of the term base was removed, moved or replaced, so nothing is stored. Tell the administrator of the \
                 server, who can put it back or start the server again."
                    .to_owned()
            }
            "database_read_only" => {
                "The term base cannot be written, so nothing is stored; questions are answered. Tell the administrator of the \
                 server, whose log says why."
                    .to_owned()
            }
            _ => error.to_string(),
        };
        let problem = Self::new(error.code(), detail);
        if problem.status_code().is_server_error() {
            let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            tracing::error!(code = error.code(), %error, cause, "could not answer a request");
        }
        problem
    }
}
