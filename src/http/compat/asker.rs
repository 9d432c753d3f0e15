//! A request in; who asks, what they may see and whether they may decide, out.

use crate::app::clock;
use crate::app::glossaries::By;
use crate::http::problem::Problem;

/// Who asks.
#[derive(Debug, Clone)]
pub(in crate::http) struct Asker {
    /// The name, for the log.
    pub(super) actor: String,
    /// Whether what they say counts as decided.
    pub(super) reviews: bool,
    /// The moment of the request.
    pub(super) now: String,
}

impl Asker {
    /// The projects a question is about: those named, else all they may see; empty for every one.
    pub(super) fn projects(&self, named: Vec<String>) -> Result<Vec<String>, Problem> {
        Ok(named)
    }

    /// Whether they may see a project.
    pub(super) fn sees(&self, _project: &str) -> bool {
        true
    }

    /// Refuses who may see some projects only: they could not see the one they make.
    pub(super) fn may_make_projects(&self) -> Result<(), Problem> {
        Ok(())
    }

    /// The same, as the use cases want it.
    pub(super) fn by(&self) -> By<'_> {
        By { actor: &self.actor, reviews: self.reviews, now: &self.now }
    }
}

impl actix_web::FromRequest for Asker {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(_request: &actix_web::HttpRequest, _payload: &mut actix_web::dev::Payload) -> Self::Future {
        std::future::ready(Ok(Self { actor: "api".to_owned(), reviews: true, now: clock::now() }))
    }
}
