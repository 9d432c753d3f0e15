//! Sources: list imported dictionaries and term bases with their licences.

use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::SourceList;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::ProjectList;

/// Which sources to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
}

/// Lists imported dictionaries and term bases by project and name.
#[utoipa::path(get, path = "/v1/sources", operation_id = "list_sources", tag = "sources", params(ListQuery),
    responses(
        (status = 200, body = SourceList, description = "All sources."),
        ProjectNotFound,
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
) -> Result<Json<SourceList>, Problem> {
    let projects = access.projects(query.project.names())?;
    let sources = state.service.sources(&projects).await?;
    Ok(Json(SourceList { sources: sources.into_iter().map(Into::into).collect() }))
}
