//! Releases: send one, list them, read one with what was found in it, delete one.

use actix_web::http::header::{CONTENT_TYPE, LOCATION};
use actix_web::web::{Bytes, Data, Json, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::answer::words::OutcomeWord;
use crate::answer::{IngestAnswer, ReleaseAnswer, ReleasePage, ReleaseSummary};
use crate::app::access::Thing;
use crate::app::clock;
use crate::app::ingest::{Failure, Status};
use crate::http::access::Access;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::http::{codes, parameters};
use crate::model::ReleaseId;

/// The most bytes a document may have.
pub(crate) const LARGEST_UPLOAD: usize = 64 * 1024 * 1024;
/// The most characters of a name.
const LONGEST_NAME: usize = 255;

/// How a document is to be kept.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CreateQuery {
    /// File name, as evidence will show it. Its ending helps to tell the format.
    #[param(
        min_length = 1,
        max_length = 255,
        pattern = r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$",
        example = "20261101_release.pdf"
    )]
    name: String,
    /// Project it goes to; made where there is none. The server's usual one without.
    #[param(
        min_length = 1,
        max_length = 255,
        pattern = r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$"
    )]
    project: Option<String>,
}

/// Which releases to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Only of this project.
    project: Option<String>,
    /// The most releases to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// Begin after the release with this number.
    #[param(minimum = 0, default = 0)]
    after: Option<i64>,
}

/// What to tell of a release.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReadQuery {
    /// Whether to give the text that every place points into.
    #[param(default = false)]
    text: Option<bool>,
}

/// The bytes of a file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary, min_length = 1)]
#[expect(dead_code, reason = "documentation only")]
pub(crate) struct Document(Vec<u8>);

/// Sends a document: it is read, its entries and links are found and kept, all or nothing.
///
/// The body is the file itself: PDF, DOCX, HTML or text in any Japanese encoding, at most 64 MiB. What it is shows in
/// its bytes; `Content-Type` is only a hint. The same bytes in the same project are the same release: sent again, they
/// change nothing.
#[utoipa::path(post, path = "/v1/releases", operation_id = "create_release", tag = "releases", params(CreateQuery),
    request_body(content = inline(Document), content_type = "application/octet-stream", description = "The file."),
    responses(
        (status = 201, body = IngestAnswer, description = "Read and kept.",
            headers(("Location" = String, description = "Path of the release."))),
        (status = 200, body = IngestAnswer, description = "Known already; extracted anew if the rules have changed.",
            headers(("Location" = String, description = "Path of the release."))),
        (status = 422, body = ProblemAnswer, content_type = "application/problem+json", description = "The document cannot be read."),
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<CreateQuery>,
    body: Bytes,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let name = name("name", &query.name)?;
    let project = query.project.as_deref().map(|project| self::name("project", project)).transpose()?;
    let project = access.project(project, &state.project)?;
    let actor = access.token_name().unwrap_or("ingest");
    let media_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let ingested = state.service.ingest_as(actor, &project, name, media_type, body.to_vec(), &clock::now()).await?;
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

/// Lists releases, by number.
#[utoipa::path(get, path = "/v1/releases", operation_id = "list_releases", tag = "releases", params(ListQuery),
    responses(
        (status = 200, body = ReleasePage, description = "One page.",
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
    let named = query.project.iter().filter(|project| !project.is_empty()).cloned().collect();
    let heads = state.service.releases_of(&access.projects(named)?, after, limit).await?;
    let releases: Vec<ReleaseSummary> = heads.into_iter().map(Into::into).collect();
    let next_after = parameters::next(releases.iter().map(|release| release.id), limit);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = next_after {
        parameters::link_next(&mut answer, &request, "after", last);
    }
    Ok(answer.json(ReleasePage { releases, next_after }))
}

/// Reads a release with everything found in it.
///
/// Places are given in bytes of the UTF-8 text (`span`) and in Unicode scalar values (`span_chars`).
#[utoipa::path(get, path = "/v1/releases/{id}", operation_id = "read_release", tag = "releases", params(("id" = i64, Path, description = "Number of the release."), ReadQuery),
    responses(
        (status = 200, body = ReleaseAnswer, description = "The release."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such release."),
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    id: Path<ReleaseId>,
    query: Query<ReadQuery>,
) -> Result<Json<ReleaseAnswer>, Problem> {
    access.within(&state, Thing::Release, [*id]).await?;
    let release = state.service.release(id.into_inner()).await?;
    Ok(Json(ReleaseAnswer::new(release, query.text.unwrap_or(false))))
}

/// Deletes a release, what was found in it, and the terms nothing else speaks for.
///
/// What a person decided stays.
#[utoipa::path(delete, path = "/v1/releases/{id}", operation_id = "delete_release", tag = "releases", params(("id" = i64, Path, description = "Number of the release.")),
    responses(
        (status = 204, description = "Deleted."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such release."),
    ))]
pub(crate) async fn delete(access: Access, state: Data<State>, id: Path<ReleaseId>) -> Result<HttpResponse, Problem> {
    access.within(&state, Thing::Release, [*id]).await?;
    state.service.delete_release(id.into_inner(), &access.actor(None)?, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A name that can be shown and kept.
fn name<'a>(field: &str, given: &'a str) -> Result<&'a str, Problem> {
    let given = given.trim();
    if given.is_empty() || given.chars().count() > LONGEST_NAME || given.chars().any(char::is_control) {
        let wanted = format!("a name has 1 to {LONGEST_NAME} characters and no control characters. Give another.");
        return Err(Problem::invalid(field, &wanted));
    }
    Ok(given)
}

/// The problem of a document that could not be read.
fn unread(failure: Option<Failure>) -> Problem {
    match failure {
        Some(failure) => Problem::new(codes::of(&failure.code).code, failure.message),
        None => {
            Problem::new("internal", "The document was not kept, and nothing says why. Report it with the document.")
        }
    }
}
