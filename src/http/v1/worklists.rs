//! Work lists: terms that wait for somebody.

use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::WorkPage;
use crate::app::worklist::WorkList;
use crate::http::access::Access;
use crate::http::parameters;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::{ReleaseId, Revision};

/// Which part of the list to give.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WorkQuery {
    /// The project; the server's own without.
    project: Option<String>,
    /// The release the list `release` is about.
    #[param(minimum = 1)]
    release: Option<i64>,
    /// The revision after which English changed, for the list `changed`.
    #[param(minimum = 0, default = 0)]
    since: Option<i64>,
    /// The most terms to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// Pass over so many terms.
    #[param(minimum = 0, maximum = 1_000_000, default = 0)]
    skip: Option<u32>,
}

/// Lists terms that wait for somebody, the most pressing first.
///
/// `release`: terms of a release without English or in conflict, by how often they stand in it; `changed`: terms whose
/// English changed after a revision; `without-english`: by the number of releases; `several-english` and
/// `several-japanese`: terms with several renderings.
#[utoipa::path(get, path = "/v1/worklists/{kind}", operation_id = "read_worklist", tag = "worklists",
    params(("kind" = String, Path, description = "The list.",
        pattern = r"^(release|changed|without-english|several-english|several-japanese)$"), WorkQuery),
    responses(
        (status = 200, body = WorkPage, description = "One page."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project or release."),
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    kind: Path<String>,
    query: Query<WorkQuery>,
) -> Result<Json<WorkPage>, Problem> {
    let release = query.release.map(ReleaseId::new);
    let list = WorkList::from_name(&kind, release, query.since.map(Revision::new))?;
    let limit = parameters::limit(query.limit)?;
    let skip = query.skip.unwrap_or_default();
    let project = access.project(query.project.as_deref(), &state.project)?;
    access.within(&state, release).await?;
    let items = state.service.worklist(&project, list, skip, limit).await?;
    let full = u32::try_from(items.len()).is_ok_and(|length| length >= limit);
    let next_skip = full.then(|| skip.saturating_add(limit));
    Ok(Json(WorkPage { items: items.into_iter().map(Into::into).collect(), next_skip }))
}
