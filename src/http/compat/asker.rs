//! A request in; who asks, what they may see and whether they may decide, out.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::app::access::Caller;
use crate::app::clock;
use crate::app::glossaries::Editor;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::model::Role;

/// Who asks.
#[derive(Debug, Clone)]
pub(in crate::http) struct Asker {
    /// The name, for the log.
    pub(super) actor: String,
    /// Whether what they say counts as decided.
    pub(super) reviews: bool,
    /// The moment of the request.
    pub(super) now: String,
    caller: Caller,
}

impl Asker {
    /// The projects a question is about: those named, else all they may see; empty for every one.
    pub(super) fn projects(&self, named: Vec<String>) -> Result<Vec<String>, Problem> {
        Ok(self.caller.projects(named)?)
    }

    /// The project something goes to: the one named, else the usual one, where they may see it.
    pub(super) fn project(&self, named: Option<&str>, usual: &str) -> Result<String, Problem> {
        Ok(self.caller.project(named, usual)?)
    }

    /// Whether they may see a project.
    pub(super) fn sees(&self, project: &str) -> bool {
        self.caller.visible_projects().is_none_or(|own| own.iter().any(|name| name == project))
    }

    /// The same, as the use cases want it.
    pub(super) fn editor(&self) -> Editor<'_> {
        Editor { actor: &self.actor, reviews: self.reviews, now: &self.now }
    }
}

impl FromRequest for Asker {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Access::from_request(request, payload).into_inner().and_then(|Access(caller)| {
            let (actor, reviews) = (caller.actor(None)?, caller.role() >= Role::Review);
            Ok(Self { actor, reviews, now: clock::now(), caller })
        }))
    }
}
