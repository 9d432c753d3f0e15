//! The session of a browser, which a token opens: log-in, log-out, and who is logged in.

use actix_web::http::header::SET_COOKIE;
use actix_web::web::{Data, Json, Query};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::SessionAnswer;
use crate::answer::words::CallerSourceWord;
use crate::app::access::SESSION_DAYS;
use crate::app::clock;
use crate::http::access::Access;
use crate::http::authentication::{count, refusal_of};
use crate::http::cookie;
use crate::http::origin::{check_cookie, check_login};
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::http::values::NoQuery;

/// A token to log in with.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "tyk_1_0123456789abcdef0123456789abcdef0123456789abcdef"}))]
pub(crate) struct LoginRequest {
    /// The token.
    token: String,
}

/// Tells who is logged in.
#[utoipa::path(get, path = "/v1/session", operation_id = "read_session", tag = "access",
    responses((status = 200, body = SessionAnswer, description = "Who is logged in, if anybody.")))]
pub(crate) async fn read(
    access: Option<Access>,
    state: Data<State>,
    _query: Query<NoQuery>,
    request: HttpRequest,
) -> HttpResponse {
    let source = request.extensions().get::<CallerSourceWord>().copied();
    if let (Some(access), Some(source)) = (access, source) {
        return HttpResponse::Ok().json(SessionAnswer::of(&access, source, &state.project));
    }
    let base = state.base_address(&request);
    let mut answer = HttpResponse::Ok();
    if cookie::secret(&request, &base).is_some()
        && let Some(cookie) = cookie::clear(&base)
    {
        answer.insert_header((SET_COOKIE, cookie));
    }
    answer.json(SessionAnswer::nobody())
}

/// Logs in with a token: opens a session and sets its cookie.
///
/// An open session of the browser ends. The session ends when its token is revoked or expires, after 30 days without use, and after
/// 90 days.
#[utoipa::path(post, path = "/v1/session", operation_id = "create_session", tag = "access",
    request_body = LoginRequest,
    responses((status = 200, body = SessionAnswer, description = "Who is logged in now.",
        headers(("Set-Cookie" = String, description = "The cookie of the session.")))))]
pub(crate) async fn create(
    state: Data<State>,
    _query: Query<NoQuery>,
    request: HttpRequest,
    body: Json<LoginRequest>,
) -> Result<HttpResponse, Problem> {
    let base = state.base_address(&request);
    check_login(&request, &base)?;
    let former = cookie::secret(&request, &base).filter(|_| check_cookie(&request, &base).is_ok());
    let token = body.token.trim();
    let opened = state.service.open_session(token, state.token.as_ref(), former.as_deref(), &clock::now()).await?;
    let opened = opened.map_err(|refusal| refusal_of(&request, &state, refusal))?;
    if let Some(quota) = count(&state, &opened.caller)? {
        request.extensions_mut().insert(quota);
    }
    let mut answer = HttpResponse::Ok();
    if let Some(cookie) = cookie::set(&opened.secret, SESSION_DAYS, &base) {
        answer.insert_header((SET_COOKIE, cookie));
    }
    Ok(answer.json(SessionAnswer::of(&opened.caller, CallerSourceWord::Cookie, &state.project)))
}

/// Logs out: ends the session of the browser and clears its cookie.
#[utoipa::path(delete, path = "/v1/session", operation_id = "delete_session", tag = "access",
    responses((status = 204, description = "Nobody is logged in any longer.",
        headers(("Set-Cookie" = String, description = "Clears the cookie.")))))]
pub(crate) async fn delete(
    state: Data<State>,
    _query: Query<NoQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let base = state.base_address(&request);
    check_cookie(&request, &base)?;
    if let Some(secret) = cookie::secret(&request, &base) {
        state.service.end_session(&secret, &clock::now()).await?;
    }
    let mut answer = HttpResponse::NoContent();
    if let Some(cookie) = cookie::clear(&base) {
        answer.insert_header((SET_COOKIE, cookie));
    }
    Ok(answer.finish())
}
