//! Review: the queue of terms that wait for a decision, the most important first.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::ReviewPageAnswer;
use crate::app::review::{QueueCursor, ReviewQuery, Standing};
use crate::http::access::Access;
use crate::http::paging;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{LanguageTag, PageLength, ProjectList, ReleaseNumber, Value};
use crate::model::{Lang, ReleaseId};

/// Which terms to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct QueueQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// Only terms of this subject field.
    field: Option<String>,
    /// Only terms with evidence in this release.
    #[param(inline)]
    release: Option<ReleaseNumber>,
    /// Only terms of this language (BCP 47).
    #[param(inline, default = "en")]
    lang: Option<LanguageTag>,
    /// Only terms with this standing: `suggested_strong`, `suggested` or `candidate`.
    #[param(pattern = "^(suggested_strong|suggested|candidate)$")]
    status: Option<String>,
    /// The most terms to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// Begin after this position: `next_after` of the previous page.
    #[param(pattern = r"^[0-9]{1,18}-[0-9]{1,18}$")]
    after: Option<String>,
}

impl QueueQuery {
    /// The query, checked, within the projects the caller may see.
    pub(super) fn checked(self, access: &Access) -> Result<ReviewQuery, Problem> {
        let standing = self.status.as_deref().map(|word| {
            let detail = "is not supported. Use `suggested_strong`, `suggested` or `candidate`.";
            Standing::from_word(word).ok_or_else(|| Problem::invalid("status", &format!("`{word}` {detail}")))
        });
        Ok(ReviewQuery {
            projects: access.projects(self.project.names())?,
            field: self.field.filter(|field| !field.is_empty()),
            release: self.release.checked("release")?.map(ReleaseId::new),
            lang: Some(self.lang.checked("lang")?.unwrap_or(Lang::EN)),
            standing: standing.transpose()?,
            after: self.after.as_deref().map(QueueCursor::parse).transpose()?,
            limit: self.limit.checked_as("limit")?,
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
