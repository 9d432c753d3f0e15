//! Sources: list the imported dictionaries and term bases with whose they are.

use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::SourceList;
use crate::http::access::Access;
use crate::http::parameters;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;

/// Which sources to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Projects, parted by commas; all without.
    project: Option<String>,
}

/// Lists imported dictionaries and term bases, by project and name.
#[utoipa::path(get, path = "/v1/sources", operation_id = "list_sources", tag = "sources", params(ListQuery),
    responses(
        (status = 200, body = SourceList, description = "All sources."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
) -> Result<Json<SourceList>, Problem> {
    let projects = access.projects(parameters::names(query.project.as_deref()))?;
    let sources = state.service.sources(&projects).await?;
    Ok(Json(SourceList { sources: sources.into_iter().map(Into::into).collect() }))
}
