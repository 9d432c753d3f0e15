//! Review: what is open, most worth a look first.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::ReviewPageAnswer;
use crate::app::review::{QueuePosition, ReviewQuery, Standing};
use crate::http::access::Access;
use crate::http::parameters;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::Lang;

/// What to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct QueueQuery {
    /// Projects, parted by commas; all without.
    project: Option<String>,
    /// Only of this subject field.
    field: Option<String>,
    /// Only terms this release speaks for.
    release: Option<i64>,
    /// Only terms of this language (BCP 47).
    #[param(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", default = "en")]
    lang: Option<String>,
    /// Only terms that stand so: `suggested_strong`, `suggested` or `candidate`.
    #[param(pattern = "^(suggested_strong|suggested|candidate)$")]
    status: Option<String>,
    /// The most terms to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// Begin after this place; `next_after` of an answer.
    #[param(pattern = r"^[0-9]{1,18}-[0-9]{1,18}$")]
    after: Option<String>,
}

impl QueueQuery {
    /// The same, checked, for somebody who may see some projects.
    pub(super) fn checked(&self, access: &Access) -> Result<ReviewQuery, Problem> {
        let lang = Lang::parse(self.lang.as_deref().unwrap_or("en"))
            .map_err(|error| Problem::invalid("lang", &error.to_string()))?;
        let standing = self.status.as_deref().map(|word| {
            let wanted = "is no state of what is open. Use `suggested_strong`, `suggested` or `candidate`.";
            Standing::from_word(word).ok_or_else(|| Problem::invalid("status", &format!("`{word}` {wanted}")))
        });
        Ok(ReviewQuery {
            projects: access.projects(parameters::names(self.project.as_deref()))?,
            field: self.field.clone().filter(|field| !field.is_empty()),
            release: self.release,
            lang: Some(lang),
            standing: standing.transpose()?,
            after: self.after.as_deref().map(QueuePosition::parse).transpose()?,
            limit: usize::try_from(parameters::limit(self.limit)?).unwrap_or(1),
        })
    }
}

/// Lists open terms: those whose concept most releases speak of and that are least sure come first.
///
/// Each comes with its concept, evidence, conflicts, notes and the English other concepts give for the same Japanese.
#[utoipa::path(get, path = "/v1/review", operation_id = "list_review", tag = "review", params(QueueQuery),
    responses(
        (status = 200, body = ReviewPageAnswer, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<QueueQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let page = ReviewPageAnswer::from(state.service.review_queue(&query.checked(&access)?).await?);
    let mut answer = HttpResponse::Ok();
    if let Some(next) = &page.next_after {
        parameters::link_next(&mut answer, &request, "after", next);
    }
    Ok(answer.json(page))
}
