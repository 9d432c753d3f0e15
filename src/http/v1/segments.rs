//! Segments of the memory: confirm a translation, read one, take one out.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::ToSchema;

use super::concepts::NoQuery;
use crate::answer::{ConfirmedSegmentAnswer, MemorySegmentAnswer};
use crate::app::access::Thing;
use crate::app::clock;
use crate::app::propose::{NewSegment, ProposalOutcome};
use crate::http::access::Access;
use crate::http::parameters::{self, ActorQuery};
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::{Role, SegmentId};

/// A translation somebody is sure of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": "視床下部の神経細胞に着目した。", "target": "We focused on neurons of the hypothalamus.",
    "source_lang": "ja", "target_lang": "en", "document": "20261101_release", "key": "p3s1", "previous": "研究の背景"
}))]
pub(crate) struct ConfirmRequest {
    /// The project; the server's usual one without.
    #[schema(min_length = 1, max_length = 255)]
    project: Option<String>,
    /// The text translated from, at most 10,000 characters.
    #[schema(
        min_length = 1,
        max_length = 10_000,
        pattern = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"
    )]
    source: String,
    /// Its translation, at most 10,000 characters.
    #[schema(
        min_length = 1,
        max_length = 10_000,
        pattern = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"
    )]
    target: String,
    /// Language of `source` (BCP 47).
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "ja")]
    source_lang: String,
    /// Language of `target` (BCP 47), another one.
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "en")]
    target_lang: String,
    /// The document or series it stands in. With it or `key`, another target for the same source takes the place of the former.
    #[schema(
        min_length = 1,
        max_length = 1000,
        pattern = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"
    )]
    document: Option<String>,
    /// Its key in the program it comes from.
    #[schema(
        min_length = 1,
        max_length = 1000,
        pattern = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"
    )]
    key: Option<String>,
    /// Its subject field.
    #[schema(
        min_length = 1,
        max_length = 1000,
        pattern = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"
    )]
    field: Option<String>,
    /// The source text before it in its document: a match is one in context where this and `next` are the same.
    #[schema(
        min_length = 1,
        max_length = 10_000,
        pattern = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"
    )]
    previous: Option<String>,
    /// The source text after it.
    #[schema(
        min_length = 1,
        max_length = 10_000,
        pattern = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"
    )]
    next: Option<String>,
}

/// Confirms a translation: it goes into the memory.
///
/// With the role `review` it counts as approved, with `suggest` it waits for review. The same pair again changes nothing. In
/// one place (`document` and `key`) another target takes the place of the former, which stays in the log of changes; what was
/// approved gives way to the role `review` only.
#[utoipa::path(post, path = "/v1/segments", operation_id = "confirm_segment", tag = "segments", params(ActorQuery),
    request_body = ConfirmRequest,
    responses(
        (status = 201, body = ConfirmedSegmentAnswer, description = "It is new.",
            headers(("Location" = String, description = "Path of the segment."))),
        (status = 200, body = ConfirmedSegmentAnswer, description = "It was there.",
            headers(("Location" = String, description = "Path of the segment."))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
        (status = 409, body = ProblemAnswer, content_type = "application/problem+json", description = "A person said that it is no translation."),
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    asked: Json<ConfirmRequest>,
) -> Result<HttpResponse, Problem> {
    let asked = asked.into_inner();
    let actor = access.actor(query.actor.as_deref())?;
    let new = NewSegment {
        project: access.goes_to(&state, asked.project.as_deref()).await?,
        source_lang: parameters::language("source_lang", &asked.source_lang)?,
        target_lang: parameters::language("target_lang", &asked.target_lang)?,
        source: asked.source,
        target: asked.target,
        document: asked.document,
        key: asked.key,
        field: asked.field,
        previous: asked.previous,
        next: asked.next,
        approved: access.role() >= Role::Review,
    };
    let confirmed = state.service.confirm_segment(&new, &actor, &clock::now()).await?;
    let mut answer =
        if confirmed.kept == ProposalOutcome::Created { HttpResponse::Created() } else { HttpResponse::Ok() };
    answer.insert_header((LOCATION, format!("/v1/segments/{}", confirmed.segment.id)));
    Ok(answer.json(ConfirmedSegmentAnswer::from(confirmed)))
}

/// Reads a segment of the memory.
#[utoipa::path(get, path = "/v1/segments/{id}", operation_id = "read_segment", tag = "segments",
    params(("id" = i64, Path, description = "Number of the segment.")),
    responses(
        (status = 200, body = MemorySegmentAnswer, description = "The segment."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such segment."),
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    id: Path<SegmentId>,
    _query: Query<NoQuery>,
) -> Result<Json<MemorySegmentAnswer>, Problem> {
    access.within(&state, Thing::Segment, [*id]).await?;
    let (project, segment) = state.service.segment(id.into_inner()).await?;
    Ok(Json(MemorySegmentAnswer::new(project, segment)))
}

/// Takes a segment out of the memory.
///
/// The log of changes keeps its texts. One that was aligned in a release would come back with it: it is rejected instead, and
/// offered no more.
#[utoipa::path(delete, path = "/v1/segments/{id}", operation_id = "delete_segment", tag = "segments",
    params(("id" = i64, Path, description = "Number of the segment."), ActorQuery),
    responses(
        (status = 204, description = "It is out."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such segment."),
    ))]
pub(crate) async fn delete(
    access: Access,
    state: Data<State>,
    id: Path<SegmentId>,
    query: Query<ActorQuery>,
) -> Result<HttpResponse, Problem> {
    let actor = access.actor(query.actor.as_deref())?;
    access.within(&state, Thing::Segment, [*id]).await?;
    state.service.remove_segment(id.into_inner(), &actor, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}
