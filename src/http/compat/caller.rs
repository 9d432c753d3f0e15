//! The caller of a request in a protocol of another program: name, projects, and whether its entries count as reviewed.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::app::clock;
use crate::app::glossaries::Editor;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::{Role, TokenId};

/// The caller of a request.
#[derive(Debug, Clone)]
pub(in crate::http) struct CompatCaller {
    /// The name for the change log.
    pub(super) actor: String,
    /// Whether what the caller adds counts as approved.
    pub(super) reviews: bool,
    /// The time of the request.
    pub(super) now: String,
    caller: Access,
}

impl CompatCaller {
    /// The projects a request is about: the named ones, or all the caller may see; empty for all projects.
    pub(super) fn projects(&self, named: Vec<String>) -> Result<Vec<String>, Problem> {
        Ok(self.caller.projects(named)?)
    }

    /// The project an item is added to: the named one, which must exist, or the default, if the caller may see it.
    pub(super) async fn target_project(&self, state: &State, named: Option<&str>) -> Result<String, Problem> {
        self.caller.target_project(state, named).await
    }

    /// Whether the caller may see a project.
    pub(super) fn sees(&self, project: &str) -> bool {
        self.caller.visible_projects().is_none_or(|own| own.iter().any(|name| name == project))
    }

    /// The token of the caller; `None` for the local user and the server's own token.
    pub(super) fn token(&self) -> Option<TokenId> {
        self.caller.token()
    }

    /// The same, as the use cases take it.
    pub(super) fn editor(&self) -> Editor<'_> {
        Editor { actor: &self.actor, reviews: self.reviews, now: &self.now }
    }
}

impl FromRequest for CompatCaller {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Access::from_request(request, payload).into_inner().and_then(|caller| {
            let (actor, reviews) = (caller.actor(None)?, caller.role() >= Role::Review);
            Ok(Self { actor, reviews, now: clock::now(), caller })
        }))
    }
}
