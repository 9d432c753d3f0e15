//! Concepts: list them, read one.

use actix_web::http::header::{CACHE_CONTROL, ETAG};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::{ConceptAnswer, ConceptPage};
use crate::http::access::Access;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::http::{etag, parameters};
use crate::model::ConceptId;

/// Which concepts to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Projects, parted by commas; all without.
    project: Option<String>,
    /// The most concepts to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// Begin after the concept with this number.
    #[param(minimum = 0, default = 0)]
    after: Option<i64>,
}

/// Takes no query.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoQuery {}

/// Lists concepts, by number.
#[utoipa::path(get, path = "/v1/concepts", operation_id = "list_concepts", tag = "concepts", params(ListQuery),
    responses(
        (status = 200, body = ConceptPage, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let limit = parameters::limit(query.limit)?;
    let after = parameters::after("after", query.after)?;
    let projects = access.projects(parameters::names(query.project.as_deref()))?;
    let length = usize::try_from(limit).unwrap_or(1);
    let concepts = state.service.concepts_of(&projects, Some(ConceptId::new(after)), length).await?;
    let concepts: Vec<ConceptAnswer> = concepts.into_iter().map(Into::into).collect();
    let next_after = parameters::next(concepts.iter().map(|concept| concept.id), limit);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = next_after {
        parameters::link_next(&mut answer, &request, "after", last);
    }
    Ok(answer.json(ConceptPage { concepts, next_after }))
}

/// Reads a concept with its terms, their evidence, its definitions and conflicts.
#[utoipa::path(get, path = "/v1/concepts/{id}", operation_id = "read_concept", tag = "concepts",
    params(("id" = i64, Path, description = "Number of the concept."),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer.")),
    responses(
        (status = 200, body = ConceptAnswer, description = "The concept.",
            headers(("ETag" = String, description = "Tag of the base's revision."))),
        (status = 304, description = "Nothing has changed since the answer with this tag."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such concept."),
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    id: Path<ConceptId>,
    _query: Query<NoQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    access.within(&state, [*id]).await?;
    // The tag is taken before the concept: a change in between makes it too old, never too new.
    let tag = etag::of(state.service.revision().await?);
    let concept = state.service.concept(id.into_inner()).await?;
    if etag::is_known(&request, &tag) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, tag)).insert_header((CACHE_CONTROL, "private, no-cache"));
    Ok(answer.json(ConceptAnswer::from(concept)))
}
