//! The caller of a request, as handlers receive it, and what it may see.

use std::future::{Ready, ready};
use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::problem::Problem;
use super::state::State;
use crate::app::access::{Caller, Resource};

/// The caller of a request that the guard let through.
#[derive(Debug, Clone)]
pub(super) struct Access(pub(super) Caller);

impl Access {
    /// The project a new item is added to: the named one, which must exist, or the default project.
    ///
    /// # Errors
    /// `not_found`.
    pub(super) async fn target_project(&self, state: &State, named: Option<&str>) -> Result<String, Problem> {
        let project = self.project(named, &state.project)?;
        if project != state.project {
            state.service.project_id(&project).await?;
        }
        Ok(project)
    }

    /// The name of a project the caller may see.
    ///
    /// # Errors
    /// `not_found`.
    pub(super) fn visible_project(&self, name: String) -> Result<String, Problem> {
        self.projects(vec![name.clone()])?;
        Ok(name)
    }

    /// Refuses items in projects the caller may not see, with the same message as for items that do not exist.
    ///
    /// # Errors
    /// `not_found`.
    pub(super) async fn check_visible(
        &self,
        state: &State,
        resources: impl IntoIterator<Item = impl Into<Resource>>,
    ) -> Result<(), Problem> {
        for resource in resources {
            state.service.check_visible(&self.0, resource).await?;
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
        // The guard stores the caller. Handlers of paths that are open to everyone must not ask for it.
        let caller = request.extensions().get::<Self>().cloned();
        ready(
            caller
                .ok_or_else(|| Problem::new("internal", "The caller of this request is unknown. Please report this.")),
        )
    }
}
