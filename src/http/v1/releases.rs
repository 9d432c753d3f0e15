//! Releases: send one, list them, read one with everything extracted from it, pair two, delete one.

use actix_web::http::header::{CONTENT_TYPE, LOCATION};
use actix_web::web::{Bytes, Data, Json, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::answer::words::OutcomeWord;
use crate::answer::{
    CandidateListAnswer, IngestAnswer, PairAnswer, ReleaseAnswer, ReleasePage, ReleaseSegmentsAnswer, ReleaseSummary,
};
use crate::app::clock;
use crate::app::ingest::{Failure, Status};
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{DocumentNotReadable, ProjectNotFound, ReleaseNotFound};
use crate::http::state::State;
use crate::http::to_the_end::to_the_end;
use crate::http::values::{CandidateLimit, ItemName, NoQuery, PageLength, PageStart, Value};
use crate::http::{error_codes, paging};
use crate::model::ReleaseId;

/// The most bytes of a document.
pub(crate) const LARGEST_UPLOAD: usize = 64 * 1024 * 1024;

/// The name of a document and the project it is added to.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CreateQuery {
    /// File name, as evidence will show it. The extension helps to recognise the format.
    #[param(inline, example = "20261101_release.pdf")]
    name: ItemName,
    /// Project it is added to; the server's default project if missing.
    #[param(inline)]
    project: Option<ItemName>,
}

/// Which releases to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Only of this project.
    project: Option<String>,
    /// The most releases to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// Begin after the release with this id.
    #[serde(default)]
    #[param(inline)]
    after: PageStart,
}

/// How much to return of a release.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReadQuery {
    /// Whether to return the text that all spans refer to.
    #[param(default = false)]
    text: Option<bool>,
}

/// The bytes of a file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary, min_length = 1)]
#[expect(dead_code, reason = "documentation only")]
pub(crate) struct Document(Vec<u8>);

/// Adds a document: its entries and links are extracted and stored, all or nothing.
///
/// The body is the file itself: PDF, DOCX, HTML or text in any Japanese encoding, at most 64 MiB. The format is recognised
/// from the bytes; `Content-Type` is only a hint. The same bytes in the same project are the same release: sending them
/// again changes nothing.
#[utoipa::path(post, path = "/v1/releases", operation_id = "create_release", tag = "releases", params(CreateQuery),
    request_body(content = inline(Document), content_type = "application/octet-stream", description = "The file."),
    responses(
        (status = 201, body = IngestAnswer, description = "The document was read and stored.",
            headers(("Location" = String, description = "Path of the release."))),
        (status = 200, body = IngestAnswer, description = "The project already has this document. It is extracted again if the rules have changed.",
            headers(("Location" = String, description = "Path of the release."))),
        ProjectNotFound,
        DocumentNotReadable,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<CreateQuery>,
    body: Bytes,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let name = query.name.checked("name")?;
    let project = query.project.checked("project")?;
    let project = access.target_project(&state, project.as_deref()).await?;
    let actor = access.token_name().unwrap_or("ingest").to_owned();
    let media_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let service = state.service.clone();
    let ingested = to_the_end("ingest", async move {
        service.ingest_as(&actor, &project, &name, media_type.as_deref(), body.to_vec(), &clock::now()).await
    });
    let ingested = ingested.await?;
    let (outcome, id) = match (ingested.status, ingested.release_id) {
        (Status::Added, Some(id)) => (OutcomeWord::Created, id),
        (Status::Updated, Some(id)) => (OutcomeWord::Updated, id),
        (Status::Unchanged, Some(id)) => (OutcomeWord::Unchanged, id),
        (Status::Failed, _) | (_, None) => return Err(unread(ingested.error)),
    };
    let release = state.service.release(id).await?;
    let mut answer = if outcome == OutcomeWord::Created { HttpResponse::Created() } else { HttpResponse::Ok() };
    answer.insert_header((LOCATION, format!("/v1/releases/{id}")));
    Ok(answer.json(IngestAnswer { outcome, release: ReleaseAnswer::new(release, false) }))
}

/// Lists releases by id.
#[utoipa::path(get, path = "/v1/releases", operation_id = "list_releases", tag = "releases", params(ListQuery),
    responses(
        (status = 200, body = ReleasePage, description = "One page.",
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
    let named = query.project.into_iter().filter(|project| !project.is_empty()).collect();
    let heads = state.service.releases_of(&access.projects(named)?, Some(ReleaseId::new(after)), limit).await?;
    let releases: Vec<ReleaseSummary> = heads.into_iter().map(Into::into).collect();
    let next_after = paging::next(releases.iter().map(|release| release.id), limit);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = next_after {
        paging::link_next(&mut answer, &request, "after", last);
    }
    Ok(answer.json(ReleasePage { releases, next_after }))
}

/// Reads a release with everything extracted from it.
///
/// Spans are given in bytes of the UTF-8 text (`span`) and in Unicode characters (`span_chars`).
#[utoipa::path(get, path = "/v1/releases/{id}", operation_id = "read_release", tag = "releases", params(("id" = i64, Path, description = "Id of the release."), ReadQuery),
    responses(
        (status = 200, body = ReleaseAnswer, description = "The release."),
        ReleaseNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    id: Path<ReleaseId>,
    query: Query<ReadQuery>,
) -> Result<Json<ReleaseAnswer>, Problem> {
    access.check_visible(&state, [*id]).await?;
    let release = state.service.release(id.into_inner()).await?;
    Ok(Json(ReleaseAnswer::new(release, query.text.unwrap_or(false))))
}

/// How many candidates to return.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CandidatesQuery {
    /// The most candidates to return.
    #[serde(default)]
    #[param(inline)]
    limit: CandidateLimit,
}

/// Finds what a release says beside its glossary that is likely to be a term.
///
/// Compounds are weighed by how often they stand for themselves (C-value) and how they are used: in the title, glossed, in quotation
/// marks, introduced by name. Nothing is stored; add a term with `POST /v1/terms`.
#[utoipa::path(get, path = "/v1/releases/{id}/candidates", operation_id = "list_candidates", tag = "releases", params(("id" = i64, Path, description = "Id of the release."), CandidatesQuery),
    responses(
        (status = 200, body = CandidateListAnswer, description = "The candidates, the best first."),
        ReleaseNotFound,
    ))]
pub(crate) async fn candidates(
    access: Access,
    state: Data<State>,
    id: Path<ReleaseId>,
    query: Query<CandidatesQuery>,
) -> Result<Json<CandidateListAnswer>, Problem> {
    let limit = query.into_inner().limit.checked_as("limit")?;
    access.check_visible(&state, [*id]).await?;
    let found = state.service.term_candidates(id.into_inner(), limit).await?;
    Ok(Json(found.into()))
}

/// Gives the segments of a release: sentences aligned with its version in the other language, and those it prints in both itself.
#[utoipa::path(get, path = "/v1/releases/{id}/segments", operation_id = "list_release_segments", tag = "releases", params(("id" = i64, Path, description = "Id of the release.")),
    responses((status = 200, body = ReleaseSegmentsAnswer, description = "The segments, in order."), ReleaseNotFound))]
pub(crate) async fn segments(
    access: Access,
    state: Data<State>,
    id: Path<ReleaseId>,
    _query: Query<NoQuery>,
) -> Result<Json<ReleaseSegmentsAnswer>, Problem> {
    access.check_visible(&state, [*id]).await?;
    Ok(Json(state.service.release_segments(*id).await?.into()))
}

/// The release in the other language.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"release_id": 12}))]
pub(crate) struct PairRequest {
    /// Id of the other release, in the same project.
    #[schema(value_type = i64)]
    release_id: ReleaseId,
}

/// Pairs a release with its version in the other language.
///
/// Their sentences are aligned and go into the memory, and the entries of their glossaries that belong together give each other
/// their terms. If they are not translations of each other, the answer says so and where they part, and nothing is stored. Pairs of
/// an earlier pairing are replaced, unless a person reviewed them.
#[utoipa::path(post, path = "/v1/releases/{id}/pair", operation_id = "pair_releases", tag = "releases",
    params(("id" = i64, Path, description = "Id of the release.")), request_body = PairRequest,
    responses((status = 200, body = PairAnswer, description = "What the two have in common."), ReleaseNotFound))]
pub(crate) async fn pair(
    access: Access,
    state: Data<State>,
    id: Path<ReleaseId>,
    _query: Query<NoQuery>,
    body: Json<PairRequest>,
) -> Result<Json<PairAnswer>, Problem> {
    let other = body.release_id;
    access.check_visible(&state, [*id]).await?;
    access.check_visible(&state, [other]).await?;
    let (service, id) = (state.service.clone(), *id);
    let paired = to_the_end("pairing", async move { service.pair(id, other, &clock::now()).await }).await?;
    Ok(Json((&paired).into()))
}

/// Deletes a release, everything extracted from it, and the terms without other evidence.
///
/// Decisions people made stay.
#[utoipa::path(delete, path = "/v1/releases/{id}", operation_id = "delete_release", tag = "releases", params(("id" = i64, Path, description = "Id of the release.")),
    responses(
        (status = 204, description = "Deleted."),
        ReleaseNotFound,
    ))]
pub(crate) async fn delete(access: Access, state: Data<State>, id: Path<ReleaseId>) -> Result<HttpResponse, Problem> {
    access.check_visible(&state, [*id]).await?;
    state.service.delete_release(id.into_inner(), &access.actor(None)?, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The problem of a document that could not be read.
fn unread(failure: Option<Failure>) -> Problem {
    match failure {
        Some(failure) => Problem::new(error_codes::of(&failure.code).code, failure.message),
        None => Problem::new(
            "internal",
            "The document was not stored, for an unknown reason. Please report this with the document.",
        ),
    }
}
