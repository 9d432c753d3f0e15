//! A request the guard let through in, who asks out: what every handler that touches a project begins with.

use std::future::{Ready, ready};
use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::problem::Problem;
use super::state::State;
use crate::app::access::{Caller, Thing};

/// Who asks.
#[derive(Debug, Clone)]
pub(super) struct Access(pub(super) Caller);

impl Access {
    /// The project something new goes to: the one named, which must be there, else the usual one.
    ///
    /// # Errors
    /// `not_found`.
    pub(super) async fn goes_to(&self, state: &State, named: Option<&str>) -> Result<String, Problem> {
        let project = self.project(named, &state.project)?;
        if project != state.project {
            state.service.project_id(&project).await?;
        }
        Ok(project)
    }

    /// Refuses what lies in a project the caller may not see, in the words for what is not there.
    ///
    /// # Errors
    /// `not_found`.
    pub(super) async fn within(
        &self,
        state: &State,
        thing: Thing,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<(), Problem> {
        for id in ids {
            state.service.check_visible(&self.0, thing, id).await?;
        }
        Ok(())
    }
}

impl Deref for Access {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.0
    }
}

impl FromRequest for Access {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        // The guard puts it there; a path it lets anybody use must not ask who that is.
        let caller = request.extensions().get::<Self>().cloned();
        ready(caller.ok_or_else(|| Problem::new("internal", "Nobody knows who asks. Report it.")))
    }
}
