//! Who is logged in.

use serde::Serialize;
use utoipa::ToSchema;

use super::words::{CallerSourceWord, RoleWord};
use crate::app::access::Caller;

/// Who is logged in, and what they may do.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Session)]
pub(crate) struct SessionAnswer {
    /// The name of the token, under which the history records what is done; `null` for callers without a token of their own.
    name: Option<String>,
    /// What the caller may do; `null` if nobody is logged in.
    role: Option<RoleWord>,
    /// Projects the caller may see; `null` for all, including future ones.
    projects: Option<Vec<String>>,
    /// What the caller is known by; `null` if nobody is logged in.
    by: Option<CallerSourceWord>,
    /// The project of a request that names none; `null` if nobody is logged in, or the caller may see no project.
    default_project: Option<String>,
    /// The version of the server.
    version: &'static str,
}

impl SessionAnswer {
    /// The answer for a caller, known by this; `usual` is the default project of the server.
    pub(crate) fn of(caller: &Caller, by: CallerSourceWord, usual: &str) -> Self {
        Self {
            name: caller.token_name().map(str::to_owned),
            role: Some(caller.role().into()),
            projects: caller.visible_projects().map(<[String]>::to_vec),
            by: Some(by),
            default_project: caller.project(None, usual).ok(),
            ..Self::nobody()
        }
    }

    /// The answer if nobody is logged in.
    pub(crate) fn nobody() -> Self {
        let version = env!("CARGO_PKG_VERSION");
        Self { name: None, role: None, projects: None, by: None, default_project: None, version }
    }
}
