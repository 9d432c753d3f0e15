//! Changes: the log everything else can be kept in step with.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::{ChangeAnswer, ChangePage};
use crate::http::access::Access;
use crate::http::parameters;
use crate::http::problem::Problem;
use crate::http::state::State;

/// Which changes to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Only changes after this revision.
    #[param(minimum = 0, default = 0)]
    since: Option<i64>,
    /// Projects, parted by commas; all without.
    project: Option<String>,
    /// The most changes to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
}

/// Lists changes, oldest first.
///
/// Ask again with `since` set to `next_since`: nothing is missed and nothing comes twice.
#[utoipa::path(get, path = "/v1/changes", operation_id = "list_changes", tag = "changes", params(ListQuery),
    responses((status = 200, body = ChangePage, description = "One page.",
        headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last.")))))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let limit = parameters::limit(query.limit)?;
    let since = parameters::after("since", query.since)?;
    let projects = access.projects(parameters::names(query.project.as_deref()))?;
    let changes = state.service.changes_of(&projects, &[], since, limit).await?;
    let revision = state.service.revision().await?;
    let next_since = changes.last().map_or(since, |change| change.revision);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = parameters::next(changes.iter().map(|change| change.revision), limit) {
        parameters::link_next(&mut answer, &request, "since", last);
    }
    let changes: Vec<ChangeAnswer> = changes.into_iter().map(Into::into).collect();
    Ok(answer.json(ChangePage { changes, next_since, revision }))
}
