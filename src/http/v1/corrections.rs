//! Corrections of how a release was read: what a person selects in its text is an entry, a head, a definition, English, or no entry.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::words::CorrectionWord;
use crate::answer::{CorrectedRelease, CorrectionList, ReleaseAnswer};
use crate::app::clock;
use crate::app::corrections::CorrectionRequest;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{CorrectionNotFound, ReleaseNotFound};
use crate::http::state::State;
use crate::http::values::{ActorQuery, CharacterSpan, NoQuery, Value};
use crate::model::{CorrectionId, EntryId, ReleaseId};

/// What a person says about a passage of a release.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "english", "entry_id": 12, "span_chars": [210, 222]}))]
pub(crate) struct NewCorrection {
    /// What it is.
    kind: CorrectionWord,
    /// The entry it is about; required for every kind but `entry`, where it names one that is replaced.
    #[schema(value_type = Option<i64>)]
    entry_id: Option<EntryId>,
    /// The passage, in characters of the text `[start, end)`; required for every kind but `not_an_entry`. At most 400 characters
    /// for `head` and `english`, 10,000 for `entry` and `definition`. Spaces at its ends do not count.
    #[schema(inline)]
    span_chars: Option<CharacterSpan>,
}

/// Lists the corrections of a release, in the order in which they are applied.
#[utoipa::path(get, path = "/v1/releases/{id}/corrections", operation_id = "list_corrections", tag = "releases",
    params(("id" = i64, Path, description = "Id of the release.")),
    responses((status = 200, body = CorrectionList, description = "All of them."), ReleaseNotFound))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    id: Path<ReleaseId>,
    _query: Query<NoQuery>,
) -> Result<Json<CorrectionList>, Problem> {
    access.check_visible(&state, [*id]).await?;
    Ok(Json(state.service.corrections(*id).await?.into()))
}

/// Corrects how a release was read.
///
/// The release is read with it at once, and whenever it is read again. If the text is read differently one day, the passage is found
/// again by its words and those around it; if that is not certain, the correction is kept and becomes a doubt of the release.
#[utoipa::path(post, path = "/v1/releases/{id}/corrections", operation_id = "create_correction", tag = "releases",
    params(("id" = i64, Path, description = "Id of the release."), ActorQuery),
    request_body = NewCorrection,
    responses(
        (status = 201, body = CorrectedRelease, description = "The correction, and the release as it is read with it.",
            headers(("Location" = String, description = "Path of the correction."))),
        ReleaseNotFound,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    id: Path<ReleaseId>,
    query: Query<ActorQuery>,
    body: Json<NewCorrection>,
) -> Result<HttpResponse, Problem> {
    let NewCorrection { kind, entry_id: entry, span_chars } = body.into_inner();
    let span_chars = span_chars.checked("span_chars")?;
    access.check_visible(&state, [*id]).await?;
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let request = CorrectionRequest { kind: kind.into(), entry, span_chars };
    let (made, release) = state.service.correct(*id, &request, &actor, &clock::now()).await?;
    let location = format!("/v1/releases/{}/corrections/{}", *id, made.id);
    let answer = CorrectedRelease { correction: made.into(), release: ReleaseAnswer::new(release, false) };
    Ok(HttpResponse::Created().insert_header((LOCATION, location)).json(answer))
}

/// Deletes a correction; the release is read without it at once.
#[utoipa::path(delete, path = "/v1/releases/{id}/corrections/{correction_id}", operation_id = "delete_correction", tag = "releases",
    params(("id" = i64, Path, description = "Id of the release."),
        ("correction_id" = i64, Path, description = "Id of the correction."), ActorQuery),
    responses((status = 200, body = ReleaseAnswer, description = "The release as it is read without it."), CorrectionNotFound))]
pub(crate) async fn delete(
    access: Access,
    state: Data<State>,
    path: Path<(ReleaseId, CorrectionId)>,
    query: Query<ActorQuery>,
) -> Result<Json<ReleaseAnswer>, Problem> {
    let (id, correction) = path.into_inner();
    access.check_visible(&state, [id]).await?;
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let release = state.service.delete_correction(id, correction, &actor, &clock::now()).await?;
    Ok(Json(ReleaseAnswer::new(release, false)))
}
