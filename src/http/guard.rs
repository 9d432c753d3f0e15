//! Checks who sends a request and whether they may, before any handler sees it.
//!
//! A server that requires a token requires it for every path but the two health checks, and the pages of the workbench, which hold
//! no data. A server that does not listens on this machine only. The remaining danger is the user's own browser: a page of another
//! site that sends requests (refused by `Origin`), or one that points its own host name at 127.0.0.1 to read the answers (refused by
//! `Host`). A browser that is logged in sends a cookie by itself, which counts only for what a page of this server asks for
//! ([`super::origin`]).

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpRequest};
use percent_encoding::percent_decode_str;

use super::access::Access;
use super::authentication::{
    Identity, identify_by_machine, identify_by_session, identify_by_token, proxy_header, refused,
};
use super::credentials::{self, Credentials};
use super::metrics::is_method;
use super::origin::check_cookie;
use super::problem::Problem;
use super::route::Needs;
use super::state::State;
use super::{cookie, cors};

/// Lets a request through with its caller, or refuses it.
///
/// # Errors
/// None of its own; a refusal is an answer.
pub(super) async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(state) = request.app_data::<Data<State>>().cloned() else {
        return Ok(request.error_response(Problem::new("internal", "The server has no state. Report it.")));
    };
    if !is_method(request.method().as_str()) {
        let detail = "The method is not one of HTTP. `GET /openapi.json` lists the methods of all paths.";
        return Ok(request.error_response(Problem::new("unknown_method", detail)));
    }
    let pattern = request.match_pattern();
    let allowed = pattern.as_deref().and_then(|pattern| state.routes.allow(pattern));
    if let Some(answer) = cors::preflight(&request, &state.origins, allowed) {
        return Ok(request.into_response(answer));
    }
    let needs = state.routes.needs(pattern.as_deref(), request.method());
    match admit(request.request(), credentials::of(&request), &state, needs).await {
        Ok(identity) => {
            if let Some(Identity { caller, source, quota }) = identity {
                let mut extensions = request.extensions_mut();
                if let Some(quota) = quota {
                    extensions.insert(quota);
                }
                extensions.insert(source);
                extensions.insert(Access(caller));
            }
            if pattern.is_some()
                && let Err(problem) = check_encoding(&request)
            {
                return Ok(request.error_response(problem));
            }
            Ok(next.call(request).await?.map_into_boxed_body())
        }
        Err(problem) => Ok(request.error_response(problem)),
    }
}

/// Refuses an address that does not stand for text: it would be read with replacement characters, and something else answered
/// than was asked.
fn check_encoding(request: &ServiceRequest) -> Result<(), Problem> {
    let uri = request.uri();
    for (part, text) in [("path", uri.path()), ("query", uri.query().unwrap_or_default())] {
        if let Err(error) = percent_decode_str(text).decode_utf8() {
            let detail = format!(
                "The {part} is not UTF-8 once its %-escapes are decoded (byte {} of the decoded {part}). Encode the text \
                 as UTF-8 before escaping it.",
                error.valid_up_to() + 1
            );
            return Err(Problem::new("invalid_request", detail));
        }
    }
    Ok(())
}

/// Who sends the request, if the path needs to know it.
async fn admit(
    request: &HttpRequest,
    credentials: Option<Credentials>,
    state: &State,
    needs: Needs,
) -> Result<Option<Identity>, Problem> {
    let is_through_proxy = proxy_header(request).is_some();
    match needs {
        Needs::Nothing | Needs::Probe if !state.local => return Ok(None),
        Needs::Nothing | Needs::Probe => return identify_by_machine(request, needs).map(Some),
        Needs::Page if !state.local || is_through_proxy => return Ok(None),
        Needs::Page => return identify_by_machine(request, needs).map(Some),
        Needs::Session | Needs::Role(_) | Needs::Everywhere(_) => {}
    }
    let Some(identity) = identify(request, credentials, state, needs).await? else { return Ok(None) };
    if let Needs::Role(role) | Needs::Everywhere(role) = needs {
        identity.caller.require_role(role)?;
    }
    if matches!(needs, Needs::Everywhere(_)) && identity.caller.visible_projects().is_some() {
        let detail = "This request is about the whole term base, but the token is for some projects only. Use a token for all \
                     projects.";
        return Err(Problem::new("forbidden", detail));
    }
    Ok(Some(identity))
}

/// Who sends the request: a token goes before a session, and that before the rights of this machine. `None` only for a path that
/// is about who is logged in.
async fn identify(
    request: &HttpRequest,
    credentials: Option<Credentials>,
    state: &State,
    needs: Needs,
) -> Result<Option<Identity>, Problem> {
    if let Some(credentials) = credentials {
        return identify_by_token(request, state, &credentials).await.map(Some);
    }
    let is_of_this_machine = state.local && proxy_header(request).is_none();
    let base = state.base_address(request);
    if let Some(secret) = cookie::secret(request, &base) {
        match check_cookie(request, &base) {
            Ok(()) => {
                if let Some(identity) = identify_by_session(state, &secret).await? {
                    return Ok(Some(identity));
                }
                // A server at another port of this machine may have set it.
                if !is_of_this_machine {
                    let problem = refused(request, state, "The session has ended. Log in again with your token.");
                    if needs != Needs::Session || problem.code_and_detail().0 != "unauthorized" {
                        return Err(problem);
                    }
                }
            }
            Err(problem) if !is_of_this_machine => return Err(problem),
            // It counts as not sent.
            Err(_) => {}
        }
    }
    let is_about_login = needs == Needs::Session;
    if is_of_this_machine || state.local && !is_about_login {
        return identify_by_machine(request, needs).map(Some);
    }
    if is_about_login {
        return Ok(None);
    }
    let detail = "The request has no token. Send the header `Authorization: Bearer TOKEN`. The administrator of \
                  the server can create a token with `taiyaku token create`.";
    Err(Problem::new("unauthorized", detail))
}
