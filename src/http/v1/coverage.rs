//! Coverage: how many terms have English, by field and by release.

use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::CoverageCountsAnswer;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::ProjectList;

/// What to count.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CoverageQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
}

/// Counts heads of glossaries and Japanese terms, and those with English.
///
/// `taiyaku coverage` lists the heads themselves.
#[utoipa::path(get, path = "/v1/coverage", operation_id = "read_coverage", tag = "terms", params(CoverageQuery),
    responses((status = 200, body = CoverageCountsAnswer, description = "The counts."), ProjectNotFound))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    query: Query<CoverageQuery>,
) -> Result<Json<CoverageCountsAnswer>, Problem> {
    let projects = access.projects(query.into_inner().project.names())?;
    Ok(Json(state.service.coverage_counts(&projects).await?.into()))
}
