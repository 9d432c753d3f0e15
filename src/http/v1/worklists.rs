//! Work lists: terms that need work.

use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::WorkPage;
use crate::answer::words::WorkListWord;
use crate::app::worklist::WorkList;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectOrReleaseNotFound;
use crate::http::state::State;
use crate::http::values::{OneWord, OrDefault, PageLength, PageStart, QueryNumber, ReleaseNumber, Value};
use crate::model::{ReleaseId, Revision};

/// Which work list.
type ListKind = OneWord<WorkListWord>;
/// How many terms of a page to skip.
type SkipCount = OrDefault<QueryNumber<0, 1_000_000>, 0>;

/// Which part of the list to return.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WorkQuery {
    /// The project; the server's default project if missing.
    project: Option<String>,
    /// The release of the list `release`.
    #[param(inline)]
    release: Option<ReleaseNumber>,
    /// The revision after which English changed, for the list `changed`.
    #[serde(default)]
    #[param(inline)]
    since: PageStart,
    /// The most terms to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// How many terms to skip.
    #[serde(default)]
    #[param(inline)]
    skip: SkipCount,
}

/// Lists terms that need work, the most urgent first.
///
/// `release`: terms of a release without English or in conflict, by how often they occur in it; `changed`: terms whose
/// English changed after a revision; `without-english`: by the number of releases; `several-english` and
/// `several-japanese`: terms with several translations.
#[utoipa::path(get, path = "/v1/worklists/{kind}", operation_id = "read_worklist", tag = "worklists",
    params(("kind" = inline(ListKind), Path, description = "The list."), WorkQuery),
    responses(
        (status = 200, body = WorkPage, description = "One page."),
        ProjectOrReleaseNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    kind: Path<ListKind>,
    query: Query<WorkQuery>,
) -> Result<Json<WorkPage>, Problem> {
    let query = query.into_inner();
    let release = query.release.checked("release")?.map(ReleaseId::new);
    let kind = kind.into_inner().checked("kind")?.into();
    let list = WorkList::new(kind, release, Some(Revision::new(query.since.checked("since")?)))?;
    let limit: u32 = query.limit.checked_as("limit")?;
    let skip: u32 = query.skip.checked_as("skip")?;
    let project = access.project(query.project.as_deref(), &state.project)?;
    access.check_visible(&state, release).await?;
    let items = state.service.worklist(&project, list, skip, limit).await?;
    let is_full = u32::try_from(items.len()).is_ok_and(|length| length >= limit);
    let next_skip = is_full.then(|| skip.saturating_add(limit));
    Ok(Json(WorkPage { items: items.into_iter().map(Into::into).collect(), next_skip }))
}
