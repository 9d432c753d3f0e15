//! Segments of the memory: confirm a translation; read, correct and remove a segment.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::{ConfirmedSegmentAnswer, MemorySegmentAnswer};
use crate::app::clock;
use crate::app::propose::{LONGEST_NAME, LONGEST_TEXT, NewSegment, ProposalOutcome};
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{PairRejected, ProjectNotFound, SegmentNotFound};
use crate::http::state::State;
use crate::http::values::{ActorQuery, ItemName, LanguageTag, NoQuery, Passage, Text, Value, languages};
use crate::model::{Role, SegmentId};

/// A source or target text.
type ConfirmedText = Text<Passage, LONGEST_TEXT>;
/// The name of a document, a key or a subject field.
type ReferenceText = Text<Passage, LONGEST_NAME>;

/// A translation to confirm.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": "視床下部の神経細胞に着目した。", "target": "We focused on neurons of the hypothalamus.",
    "source_lang": "ja", "target_lang": "en", "document": "20261101_release", "key": "p3s1", "previous": "研究の背景"
}))]
pub(crate) struct ConfirmRequest {
    /// The project; the server's default project if missing.
    #[schema(inline)]
    project: Option<ItemName>,
    /// The source text.
    #[schema(inline)]
    source: ConfirmedText,
    /// Its translation.
    #[schema(inline)]
    target: ConfirmedText,
    /// Language of `source` (BCP 47).
    #[schema(inline)]
    source_lang: LanguageTag,
    /// Language of `target` (BCP 47), different from `source_lang`.
    #[schema(inline)]
    target_lang: LanguageTag,
    /// The document or series it belongs to. With it or `key`, a new target for the same source replaces the previous one.
    #[schema(inline)]
    document: Option<ReferenceText>,
    /// Its key in the program it comes from.
    #[schema(inline)]
    key: Option<ReferenceText>,
    /// Its subject field.
    #[schema(inline)]
    field: Option<ReferenceText>,
    /// The source text before it in its document. A match with the same `previous` and `next` is a match in context.
    #[schema(inline)]
    previous: Option<ConfirmedText>,
    /// The source text after it.
    #[schema(inline)]
    next: Option<ConfirmedText>,
}

/// Confirms a translation: adds it to the memory.
///
/// With the role `review` it counts as approved, with `suggest` it waits for review. Sending the same pair again changes
/// nothing. With the same `document` and `key`, a new target replaces the previous one, which stays in the change log. Only
/// the role `review` can replace an approved translation.
#[utoipa::path(post, path = "/v1/segments", operation_id = "confirm_segment", tag = "segments", params(ActorQuery),
    request_body = ConfirmRequest,
    responses(
        (status = 201, body = ConfirmedSegmentAnswer, description = "The segment is new.",
            headers(("Location" = String, description = "Path of the segment."))),
        (status = 200, body = ConfirmedSegmentAnswer, description = "The segment already exists.",
            headers(("Location" = String, description = "Path of the segment."))),
        ProjectNotFound,
        PairRejected,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    body: Json<ConfirmRequest>,
) -> Result<HttpResponse, Problem> {
    let request = body.into_inner();
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let (source_lang, target_lang) = languages(request.source_lang, request.target_lang)?;
    let new = NewSegment {
        source_lang,
        target_lang,
        source: request.source.checked("source")?,
        target: request.target.checked("target")?,
        document: request.document.checked("document")?,
        key: request.key.checked("key")?,
        field: request.field.checked("field")?,
        previous: request.previous.checked("previous")?,
        next: request.next.checked("next")?,
        project: access.target_project(&state, request.project.checked("project")?.as_deref()).await?,
        approved: access.role() >= Role::Review,
    };
    let confirmed = state.service.confirm_segment(&new, &actor, &clock::now()).await?;
    let mut answer =
        if confirmed.outcome == ProposalOutcome::Created { HttpResponse::Created() } else { HttpResponse::Ok() };
    answer.insert_header((LOCATION, format!("/v1/segments/{}", confirmed.segment.id)));
    Ok(answer.json(ConfirmedSegmentAnswer::from(confirmed)))
}

/// Reads a segment of the memory.
#[utoipa::path(get, path = "/v1/segments/{id}", operation_id = "read_segment", tag = "segments",
    params(("id" = i64, Path, description = "Id of the segment.")),
    responses(
        (status = 200, body = MemorySegmentAnswer, description = "The segment."),
        SegmentNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    id: Path<SegmentId>,
    _query: Query<NoQuery>,
) -> Result<Json<MemorySegmentAnswer>, Problem> {
    access.check_visible(&state, [*id]).await?;
    let (project, segment) = state.service.segment(id.into_inner()).await?;
    Ok(Json(MemorySegmentAnswer::new(project, segment)))
}

/// What to change about a segment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"target": "We focused on the neurons of the hypothalamus."}))]
pub(crate) struct SegmentChange {
    /// The corrected translation.
    #[schema(inline)]
    target: ConfirmedText,
}

/// Corrects the translation of a segment, which counts as approved.
///
/// The change log keeps the former translation.
#[utoipa::path(patch, path = "/v1/segments/{id}", operation_id = "correct_segment", tag = "segments",
    params(("id" = i64, Path, description = "Id of the segment."), ActorQuery),
    request_body = SegmentChange,
    responses(
        (status = 200, body = MemorySegmentAnswer, description = "The segment."),
        SegmentNotFound,
    ))]
pub(crate) async fn correct(
    access: Access,
    state: Data<State>,
    id: Path<SegmentId>,
    query: Query<ActorQuery>,
    body: Json<SegmentChange>,
) -> Result<Json<MemorySegmentAnswer>, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let target = body.into_inner().target.checked("target")?;
    access.check_visible(&state, [*id]).await?;
    state.service.correct_segment(*id, &target, &actor, &clock::now()).await?;
    let (project, segment) = state.service.segment(id.into_inner()).await?;
    Ok(Json(MemorySegmentAnswer::new(project, segment)))
}

/// Removes a segment from the memory.
///
/// The change log keeps its texts. A segment that was aligned in a release would come back with the release, so it is rejected
/// instead, and no longer suggested.
#[utoipa::path(delete, path = "/v1/segments/{id}", operation_id = "delete_segment", tag = "segments",
    params(("id" = i64, Path, description = "Id of the segment."), ActorQuery),
    responses(
        (status = 204, description = "The segment is removed."),
        SegmentNotFound,
    ))]
pub(crate) async fn delete(
    access: Access,
    state: Data<State>,
    id: Path<SegmentId>,
    query: Query<ActorQuery>,
) -> Result<HttpResponse, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    access.check_visible(&state, [*id]).await?;
    state.service.remove_segment(id.into_inner(), &actor, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}
