//! Finds out who sends a request: by its token, by the session of its browser, or because it comes from this machine.

use std::time::Instant;

use actix_web::HttpRequest;

use super::cors;
use super::credentials::Credentials;
use super::forwarding::PROXY_HEADERS;
use super::origin::{
    check_origin, host, is_cross_site, is_navigation, is_this_machine, origin_of, origins_of_host, other_site,
};
use super::problem::Problem;
use super::rate_limit::{ClientKey, Quota};
use super::route::Needs;
use super::state::State;
use crate::answer::words::CallerSourceWord;
use crate::app::access::{Caller, Refusal};
use crate::app::clock;

/// Who sends a request.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    /// The caller.
    pub(super) caller: Caller,
    /// What the caller is known by.
    pub(super) source: CallerSourceWord,
    /// How many requests the caller has left.
    pub(super) quota: Option<Quota>,
}

/// The caller a token belongs to. The request counts towards its rate limit.
///
/// # Errors
/// `unauthorized`, `origin_not_allowed`, `too_many_requests`; problems of the database.
pub(super) async fn identify_by_token(
    request: &HttpRequest,
    state: &State,
    credentials: &Credentials,
) -> Result<Identity, Problem> {
    if credentials.sent_by_browser {
        let base = state.base_address(request);
        check_origin(request, &[origins_of_host(request), vec![origin_of(&base)]].concat())?;
    }
    if is_cross_site(request) {
        let is_allowed = cors::allowed_origin(request.headers(), &state.origins).is_some();
        if credentials.sent_by_browser || !(is_allowed || is_navigation(request)) {
            return Err(other_site());
        }
    }
    let found = state.service.authenticate(&credentials.token, state.token.as_ref(), &clock::now()).await?;
    let caller = found.map_err(|refusal| refusal_of(request, state, refusal))?;
    let quota = count(state, &caller)?;
    Ok(Identity { caller, source: CallerSourceWord::Token, quota })
}

/// The caller whose session has this secret, if it is open. The request counts towards the rate limit of the session's token.
///
/// # Errors
/// `too_many_requests`; problems of the database.
pub(super) async fn identify_by_session(state: &State, secret: &str) -> Result<Option<Identity>, Problem> {
    let found = state.service.session_caller(secret, state.token.as_ref(), &clock::now()).await?;
    let Some(caller) = found else { return Ok(None) };
    let quota = count(state, &caller)?;
    Ok(Some(Identity { caller, source: CallerSourceWord::Cookie, quota }))
}

/// The user of this machine, who needs no token. Refuses a request that may come from another machine, or from a page of another
/// site. A probe may use any host name, or none; a page may be opened by a link anywhere, because it holds no data.
///
/// # Errors
/// `host_not_allowed`, `unauthorized`, `origin_not_allowed`.
pub(super) fn identify_by_machine(request: &HttpRequest, needs: Needs) -> Result<Identity, Problem> {
    let is_local = host(request).is_some_and(is_this_machine);
    if !is_local && needs != Needs::Probe {
        return Err(Problem::new(
            "host_not_allowed",
            "The `Host` of the request does not name this machine. Use `127.0.0.1` or `localhost`, or send a token.",
        ));
    }
    if let Some(name) = proxy_header(request) {
        let detail =
            format!("The request came through a proxy (`{name}`), so it may come from anywhere. Send a token.");
        return Err(Problem::new("unauthorized", detail));
    }
    if is_cross_site(request) && !(needs == Needs::Page && is_navigation(request)) {
        return Err(other_site());
    }
    check_origin(request, &if is_local { origins_of_host(request) } else { Vec::new() })?;
    Ok(Identity { caller: Caller::local(), source: CallerSourceWord::Loopback, quota: None })
}

/// The header that says that a request came through a proxy, and so perhaps from another machine.
pub(super) fn proxy_header(request: &HttpRequest) -> Option<&'static str> {
    PROXY_HEADERS.iter().copied().find(|name| request.headers().contains_key(*name))
}

/// The problem of a token that was not accepted.
pub(super) fn refusal_of(request: &HttpRequest, state: &State, refusal: Refusal) -> Problem {
    refused(
        request,
        state,
        match refusal {
            Refusal::Unknown => {
                "The token is not valid. Use a token from `taiyaku token create`, or the one the server was started with."
            }
            Refusal::Expired => "The token has expired. Ask the administrator of the server for a new one.",
            Refusal::Revoked => "The token has been revoked. Ask the administrator of the server for a new one.",
        },
    )
}

/// The problem of a secret that was not accepted: of a token or a session. Only wrong ones count, so that nobody can lock out
/// others, such as everybody behind the same proxy.
pub(super) fn refused(request: &HttpRequest, state: &State, detail: &str) -> Problem {
    let counted = match state.client_address(request) {
        Some(address) => state.rate_limiter.count(ClientKey::at(address), Instant::now()),
        None => Ok(None),
    };
    counted.map_or_else(too_many, |_| Problem::new("unauthorized", detail))
}

/// Counts a request of a caller with a token.
///
/// # Errors
/// `too_many_requests`.
pub(super) fn count(state: &State, caller: &Caller) -> Result<Option<Quota>, Problem> {
    let client = caller.token().map_or(ClientKey::Own, ClientKey::Token);
    state.rate_limiter.count(client, Instant::now()).map_err(too_many)
}

fn too_many(seconds: u64) -> Problem {
    let detail = format!("Too many requests. Wait {seconds} s before the next one.");
    Problem::new("too_many_requests", detail).retry_after(seconds)
}
