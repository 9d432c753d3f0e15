//! Review: the queue of terms that wait for a decision, the most important first.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::ReviewPageAnswer;
use crate::answer::words::OpenStandingWord;
use crate::app::review::ReviewQuery;
use crate::http::access::Access;
use crate::http::paging;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{LanguageTag, OneWord, PageLength, ProjectList, QueuePosition, ReleaseNumber, Value};
use crate::model::{Lang, ReleaseId};

/// The standing of a term of the queue.
pub(super) type OpenStanding = OneWord<OpenStandingWord>;

/// Which terms to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct QueueQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    pub(super) project: ProjectList,
    /// Only terms of this subject field.
    pub(super) field: Option<String>,
    /// Only terms with evidence in this release.
    #[param(inline)]
    pub(super) release: Option<ReleaseNumber>,
    /// Only terms of this language (BCP 47).
    #[param(inline, default = "en")]
    pub(super) lang: Option<LanguageTag>,
    /// Only terms with this standing.
    #[param(inline)]
    pub(super) status: Option<OpenStanding>,
    /// The most terms to return.
    #[serde(default)]
    #[param(inline)]
    pub(super) limit: PageLength,
    /// Begin after this position: `next_after` of the previous page.
    #[param(inline)]
    pub(super) after: Option<QueuePosition>,
}

impl QueueQuery {
    /// The query, checked, within the projects the caller may see.
    pub(super) fn checked(self, access: &Access) -> Result<ReviewQuery, Problem> {
        Ok(ReviewQuery {
            projects: access.projects(self.project.names())?,
            field: self.field.filter(|field| !field.is_empty()),
            release: self.release.checked("release")?.map(ReleaseId::new),
            lang: Some(self.lang.checked("lang")?.unwrap_or(Lang::EN)),
            standing: self.status.checked("status")?.map(Into::into),
            after: self.after.checked("after")?,
            limit: self.limit.checked_as("limit")?,
            ..ReviewQuery::default()
        })
    }
}

/// Lists terms that wait for review. Terms that most releases use and that are least certain come first.
///
/// Each comes with its concept, evidence, conflicts, notes and the English of other concepts for the same Japanese term.
#[utoipa::path(get, path = "/v1/review", operation_id = "list_review", tag = "review", params(QueueQuery),
    responses(
        (status = 200, body = ReviewPageAnswer, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        ProjectNotFound,
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<QueueQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let page = ReviewPageAnswer::from(state.service.review_queue(&query.into_inner().checked(&access)?).await?);
    let mut answer = HttpResponse::Ok();
    if let Some(next) = &page.next_after {
        paging::link_next(&mut answer, &request, "after", next);
    }
    Ok(answer.json(page))
}
