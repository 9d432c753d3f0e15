//! Concepts: list them, read one.

use actix_web::http::header::{CACHE_CONTROL, ETAG};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::{ConceptAnswer, ConceptPage};
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{ConceptNotFound, ProjectNotFound};
use crate::http::state::State;
use crate::http::values::{NoQuery, PageLength, PageStart, ProjectList, Value};
use crate::http::{etag, paging};
use crate::model::ConceptId;

/// Which concepts to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// The most concepts to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// Begin after the concept with this id.
    #[serde(default)]
    #[param(inline)]
    after: PageStart,
}

/// Lists concepts by id.
#[utoipa::path(get, path = "/v1/concepts", operation_id = "list_concepts", tag = "concepts", params(ListQuery),
    responses(
        (status = 200, body = ConceptPage, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        ProjectNotFound,
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let limit = query.limit.checked_as("limit")?;
    let after = query.after.checked("after")?;
    let projects = access.projects(query.project.names())?;
    let length = usize::try_from(limit).unwrap_or(1);
    let concepts = state.service.concepts_of(&projects, Some(ConceptId::new(after)), length).await?;
    let concepts: Vec<ConceptAnswer> = concepts.into_iter().map(Into::into).collect();
    let next_after = paging::next(concepts.iter().map(|concept| concept.id), limit);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = next_after {
        paging::link_next(&mut answer, &request, "after", last);
    }
    Ok(answer.json(ConceptPage { concepts, next_after }))
}

/// Reads a concept with its terms, their evidence, its definitions and conflicts.
#[utoipa::path(get, path = "/v1/concepts/{id}", operation_id = "read_concept", tag = "concepts",
    params(("id" = i64, Path, description = "Id of the concept."),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer.")),
    responses(
        (status = 200, body = ConceptAnswer, description = "The concept.",
            headers(("ETag" = String, description = "Tag of the revision of the base."))),
        (status = 304, description = "Nothing has changed since the answer with this tag."),
        ConceptNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    id: Path<ConceptId>,
    _query: Query<NoQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    access.check_visible(&state, [*id]).await?;
    // The tag is read before the concept, so a change in between makes the tag too old and never too new.
    let tag = etag::of(state.service.revision().await?);
    let concept = state.service.concept(id.into_inner()).await?;
    if etag::is_current(&request, &tag) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, tag)).insert_header((CACHE_CONTROL, "private, no-cache"));
    Ok(answer.json(ConceptAnswer::from(concept)))
}
