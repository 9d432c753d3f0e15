//! Tokens: lists, creates and revokes them. An administrator of some projects deals with tokens for those only.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::words::RoleWord;
use crate::answer::{NewTokenAnswer, TokenList};
use crate::app::access::TokenRequest;
use crate::app::clock;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{ProjectNotFound, TokenExists, TokenNotFound};
use crate::http::state::State;
use crate::http::values::{ActorName, NoQuery, Value};
use crate::model::TokenId;

/// A token to create.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "山田さんの OmegaT", "role": "suggest", "projects": ["default"], "expires": "2099-01-01"}))]
pub(crate) struct NewTokenRequest {
    /// Its name, under which the history records what is done with it.
    #[schema(inline)]
    name: ActorName,
    /// What its holder may do.
    role: RoleWord,
    /// Projects it gives access to; all, including future ones, if missing or `null`.
    projects: Option<Vec<String>>,
    /// The first day (UTC) on which it is no longer valid, as `2099-01-01`; valid until it is revoked if missing or `null`.
    expires: Option<String>,
}

/// Lists the tokens, including revoked and expired ones, without their secrets.
///
/// An administrator of some projects gets the tokens that are for none but those.
#[utoipa::path(get, path = "/v1/tokens", operation_id = "list_tokens", tag = "access",
    responses((status = 200, body = TokenList, description = "The tokens, by number.")))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    _query: Query<NoQuery>,
) -> Result<Json<TokenList>, Problem> {
    let tokens = state.service.tokens().await?.into_iter().filter(|token| access.may_manage(token));
    Ok(Json(TokenList { tokens: tokens.map(Into::into).collect() }))
}

/// Creates a token. The answer shows it, this once.
///
/// An administrator of some projects can create tokens for those only.
#[utoipa::path(post, path = "/v1/tokens", operation_id = "create_token", tag = "access",
    request_body = NewTokenRequest,
    responses(
        (status = 201, body = NewTokenAnswer, description = "The token is created."),
        ProjectNotFound,
        TokenExists,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    _query: Query<NoQuery>,
    body: Json<NewTokenRequest>,
) -> Result<HttpResponse, Problem> {
    let body = body.into_inner();
    let name = body.name.checked("name")?;
    match &body.projects {
        Some(projects) => drop(access.projects(projects.clone())?),
        None if access.visible_projects().is_some() => {
            let detail = "Your token is for some projects only, so you cannot create one for all projects. Name its projects in \
                          `projects`.";
            return Err(Problem::new("forbidden", detail));
        }
        None => {}
    }
    let request = TokenRequest { name, role: body.role.into(), projects: body.projects, expires_on: body.expires };
    // Whoever creates a token is named by their own, not by a name of their choice.
    let actor = access.actor(None)?;
    let created = state.service.create_token(&request, &actor, &clock::now()).await;
    let created = created.map_err(|error| Problem::with_field_name(error, "project", "projects"))?;
    Ok(HttpResponse::Created().json(NewTokenAnswer::from(created)))
}

/// Revokes a token, at once and for good, with all sessions that were opened with it.
#[utoipa::path(delete, path = "/v1/tokens/{id}", operation_id = "revoke_token", tag = "access",
    params(("id" = i64, Path, description = "Number of the token.")),
    responses(
        (status = 204, description = "Revoked."),
        TokenNotFound,
    ))]
pub(crate) async fn revoke(
    access: Access,
    state: Data<State>,
    id: Path<i64>,
    _query: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let id = TokenId::new(id.into_inner());
    state.service.check_token(&access, id).await?;
    state.service.revoke_token(id, &access.actor(None)?, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}
