//! Checks who sends a request and whether they may, before any handler sees it.
//!
//! A server that requires a token requires it for every path but the two health checks. A server that does not listens on
//! this machine only. The remaining danger is the user's own browser: a page of another site that sends requests (refused
//! by `Origin`), or one that points its own host name at 127.0.0.1 to read the answers (refused by `Host`).

use std::net::IpAddr;
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HOST, HeaderName, ORIGIN};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};

use super::access::Access;
use super::cors;
use super::credentials::{self, Credentials};
use super::problem::Problem;
use super::rate_limit::{ClientKey, Quota};
use super::route::Needs;
use super::state::State;
use crate::app::access::{Caller, Refusal};
use crate::app::clock;

/// Headers of requests that came through a proxy, and so perhaps from another machine.
const PROXY_HEADERS: &[&str] = &["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

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
    let pattern = request.match_pattern();
    let allowed = pattern.as_deref().and_then(|pattern| state.routes.allow(pattern));
    if let Some(answer) = cors::preflight(&request, &state.origins, allowed) {
        return Ok(request.into_response(answer));
    }
    let needs = state.routes.needs(pattern.as_deref(), request.method());
    match admit(&request, &state, needs).await {
        Ok((caller, quota)) => {
            if let Some(quota) = quota {
                request.extensions_mut().insert(quota);
            }
            if let Some(caller) = caller {
                request.extensions_mut().insert(Access(caller));
            }
            Ok(next.call(request).await?.map_into_boxed_body())
        }
        Err(problem) => Ok(request.error_response(problem)),
    }
}

/// The caller, if the path needs to know it, and how many requests it has left.
async fn admit(
    request: &ServiceRequest,
    state: &State,
    needs: Needs,
) -> Result<(Option<Caller>, Option<Quota>), Problem> {
    let credentials = credentials::of(request);
    if needs == Needs::Nothing && !state.local {
        return Ok((None, None));
    }
    let (caller, quota) = match credentials {
        Some(credentials) if needs != Needs::Nothing => authenticate(request, state, credentials).await?,
        _ if state.local => {
            check_local(request)?;
            (Caller::local(), None)
        }
        _ => {
            let detail = "The request has no token. Send the header `Authorization: Bearer TOKEN`. The administrator of \
                          the server can create a token with `taiyaku token create`.";
            return Err(Problem::new("unauthorized", detail));
        }
    };
    match needs {
        Needs::Nothing => {}
        Needs::Role(role) => caller.require_role(role)?,
        Needs::Everywhere(role) => {
            caller.require_role(role)?;
            if caller.visible_projects().is_some() {
                let detail = "This request is about the whole term base, but the token is for some projects only. Use a token for all \
                     projects.";
                return Err(Problem::new("forbidden", detail));
            }
        }
    }
    Ok((Some(caller), quota))
}

/// The caller a token belongs to. The request counts towards its rate limit.
async fn authenticate(
    request: &ServiceRequest,
    state: &State,
    credentials: Credentials,
) -> Result<(Caller, Option<Quota>), Problem> {
    if credentials.sent_by_browser {
        check_origin(request, header(request, &HOST).unwrap_or_default())?;
    }
    let now = Instant::now();
    let address = request.peer_addr().map(|address| ClientKey::at(address.ip()));
    let blocked = address.and_then(|address| state.rate_limiter.blocked(address, now));
    let found =
        state.service.authenticate(&credentials.token, state.token.as_ref(), blocked.is_none(), &clock::now()).await?;
    let caller = match found {
        Ok(caller) => caller,
        Err(Refusal::Unverified) => return Err(too_many(blocked.unwrap_or(1))),
        Err(refusal) => {
            if let Some(address) = address {
                state.rate_limiter.count(address, now).map_err(too_many)?;
            }
            return Err(refused(refusal));
        }
    };
    let client = caller.token().map_or(ClientKey::Own, ClientKey::Token);
    let quota = state.rate_limiter.count(client, now).map_err(too_many)?;
    Ok((caller, quota))
}

fn refused(refusal: Refusal) -> Problem {
    let detail = match refusal {
        Refusal::Unknown | Refusal::Unverified => {
            "The token is not valid. Use a token from `taiyaku token create`, or the one the server was started with."
        }
        Refusal::Expired => "The token has expired. Ask the administrator of the server for a new one.",
        Refusal::Revoked => "The token has been revoked. Ask the administrator of the server for a new one.",
    };
    Problem::new("unauthorized", detail)
}

fn too_many(seconds: u64) -> Problem {
    let detail = format!("Too many requests. Wait {seconds} s before the next one.");
    Problem::new("too_many_requests", detail).retry_after(seconds)
}

/// Refuses a request without a token that may come from another machine, or from a page of another site.
fn check_local(request: &ServiceRequest) -> Result<(), Problem> {
    let host = header(request, &HOST).unwrap_or_default();
    if !is_this_machine(host) {
        return Err(Problem::new(
            "host_not_allowed",
            "The `Host` of the request does not name this machine. Use `127.0.0.1` or `localhost`, or send a token.",
        ));
    }
    if let Some(name) = PROXY_HEADERS.iter().find(|name| request.headers().contains_key(**name)) {
        let detail =
            format!("The request came through a proxy (`{name}`), so it may come from anywhere. Send a token.");
        return Err(Problem::new("unauthorized", detail));
    }
    check_origin(request, host)
}

/// Refuses a request that a page of another site sends without a token of its own.
fn check_origin(request: &ServiceRequest, host: &str) -> Result<(), Problem> {
    let Some(origin) = header(request, &ORIGIN) else { return Ok(()) };
    let own = |scheme: &str| origin.strip_prefix(scheme).is_some_and(|site| site.eq_ignore_ascii_case(host));
    if own("http://") || own("https://") {
        return Ok(());
    }
    Err(Problem::new(
        "origin_not_allowed",
        "The request comes from a page of another site. Have the page send a token (`Authorization: Bearer`), and \
         allow its origin with `--allow-origin` so that it can read the answers.",
    ))
}

fn header<'a>(request: &'a ServiceRequest, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

/// Whether a `Host` value names the loopback interface.
fn is_this_machine(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

    #[test]
    fn only_names_of_the_loopback_interface_name_this_machine() {
        for host in ["localhost", "LocalHost:8722", "127.0.0.1:8722", "127.8.0.1", "[::1]:8722", "[::1]"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in
            ["", "localhost.example", "10.0.0.1:8722", "127.0.0.1.example:80", "[::2]", "evil:127.0.0.1", "::1x"]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
