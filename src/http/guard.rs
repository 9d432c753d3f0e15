//! Checks who sends a request and whether they may, before any handler sees it.
//!
//! A server that requires a token requires it for every path but the two health checks. A server that does not listens on
//! this machine only. The remaining danger is the user's own browser: a page of another site that sends requests (refused
//! by `Origin`), or one that points its own host name at 127.0.0.1 to read the answers (refused by `Host`).

use std::net::{Ipv4Addr, Ipv6Addr};
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{HOST, HeaderValue, ORIGIN};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};
use percent_encoding::percent_decode_str;

use super::access::Access;
use super::cors;
use super::credentials::{self, Credentials};
use super::forwarding::PROXY_HEADERS;
use super::metrics::is_method;
use super::problem::Problem;
use super::rate_limit::{ClientKey, Quota};
use super::route::Needs;
use super::state::State;
use crate::app::access::{Caller, Refusal};
use crate::app::clock;

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
    match admit(&request, &state, needs).await {
        Ok((caller, quota)) => {
            if let Some(quota) = quota {
                request.extensions_mut().insert(quota);
            }
            if let Some(caller) = caller {
                request.extensions_mut().insert(Access(caller));
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

/// The caller, if the path needs to know it, and how many requests it has left.
async fn admit(
    request: &ServiceRequest,
    state: &State,
    needs: Needs,
) -> Result<(Option<Caller>, Option<Quota>), Problem> {
    let credentials = credentials::of(request);
    let is_open = matches!(needs, Needs::Nothing | Needs::Probe);
    if is_open && !state.local {
        return Ok((None, None));
    }
    let (caller, quota) = match credentials {
        Some(credentials) if !is_open => authenticate(request, state, credentials).await?,
        _ if state.local => {
            check_local(request, needs == Needs::Probe)?;
            (Caller::local(), None)
        }
        _ => {
            let detail = "The request has no token. Send the header `Authorization: Bearer TOKEN`. The administrator of \
                          the server can create a token with `taiyaku token create`.";
            return Err(Problem::new("unauthorized", detail));
        }
    };
    match needs {
        Needs::Nothing | Needs::Probe => {}
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
        let base = state.base_address(request.request());
        check_origin(request, &[origins_of_host(request), vec![origin_of(&base)]].concat())?;
    }
    if is_cross_site(request) {
        let is_allowed = cors::allowed_origin(request.headers(), &state.origins).is_some();
        if credentials.sent_by_browser || !(is_allowed || is_navigation(request)) {
            return Err(other_site());
        }
    }
    let now = Instant::now();
    let found = state.service.authenticate(&credentials.token, state.token.as_ref(), &clock::now()).await?;
    let caller = match found {
        Ok(caller) => caller,
        // Only wrong tokens count, so that nobody can lock out others, such as everybody behind the same proxy.
        Err(refusal) => {
            if let Some(address) = state.client_address(request.request()) {
                state.rate_limiter.count(ClientKey::at(address), now).map_err(too_many)?;
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
        Refusal::Unknown => {
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

/// Refuses a request without a token that may come from another machine, or from a page of another site. A probe may use any
/// host name, or none.
fn check_local(request: &ServiceRequest, is_probe: bool) -> Result<(), Problem> {
    let is_local = host(request).is_some_and(is_this_machine);
    if !is_local && !is_probe {
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
    if is_cross_site(request) {
        return Err(other_site());
    }
    check_origin(request, &if is_local { origins_of_host(request) } else { Vec::new() })
}

/// Refuses a request that a page of another site sends without a token of its own. Every `Origin` must be one of `own`.
fn check_origin(request: &ServiceRequest, own: &[String]) -> Result<(), Problem> {
    let is_own = |origin: &HeaderValue| {
        origin.to_str().is_ok_and(|origin| own.iter().any(|own| own.eq_ignore_ascii_case(origin)))
    };
    if request.headers().get_all(ORIGIN).all(is_own) { Ok(()) } else { Err(other_site()) }
}

fn other_site() -> Problem {
    Problem::new(
        "origin_not_allowed",
        "The request comes from a page of another site. Have the page send a token (`Authorization: Bearer`), and \
         allow its origin with `--allow-origin` so that it can read the answers.",
    )
}

/// The origins of pages at the host name of the request.
fn origins_of_host(request: &ServiceRequest) -> Vec<String> {
    let host = host(request).unwrap_or_default();
    vec![format!("http://{host}"), format!("https://{host}")]
}

/// The origin of an address: the address without its path.
fn origin_of(address: &str) -> String {
    address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}

/// Whether a browser says that a page of another site is behind the request.
fn is_cross_site(request: &ServiceRequest) -> bool {
    request.headers().get_all("sec-fetch-site").any(|site| site.as_bytes().eq_ignore_ascii_case(b"cross-site"))
}

/// Whether a browser opens a page because somebody followed a link to it.
fn is_navigation(request: &ServiceRequest) -> bool {
    let says = |name: &str, value: &[u8]| request.headers().get(name).is_some_and(|given| given.as_bytes() == value);
    request.method() == Method::GET && says("sec-fetch-mode", b"navigate") && says("sec-fetch-dest", b"document")
}

/// The `Host` of a request, if it has one and no more.
fn host(request: &ServiceRequest) -> Option<&str> {
    let mut all = request.headers().get_all(HOST);
    let (Some(host), None) = (all.next(), all.next()) else { return None };
    host.to_str().ok()
}

/// Whether a `Host` value names the loopback interface, with or without a port.
fn is_this_machine(host: &str) -> bool {
    let (is_loopback, rest) = match host.strip_prefix('[') {
        Some(inside) => {
            let Some((name, rest)) = inside.split_once(']') else { return false };
            (name.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback()), rest)
        }
        None => {
            let (name, rest) = host.split_at(host.find(':').unwrap_or(host.len()));
            let is_loopback = name.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback());
            (is_loopback || name.eq_ignore_ascii_case("localhost"), rest)
        }
    };
    let is_port = |rest: &str| rest.strip_prefix(':').is_some_and(|port| port.bytes().all(|b| b.is_ascii_digit()));
    is_loopback && (rest.is_empty() || is_port(rest))
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

    #[test]
    fn only_names_of_the_loopback_interface_name_this_machine() {
        for host in ["localhost", "LocalHost:8722", "127.0.0.1:8722", "127.8.0.1", "[::1]:8722", "[::1]"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in [
            "",
            "[::1]evil",
            "[::1]:80.evil",
            "[::1",
            "[127.0.0.1]",
            "localhost:80.evil",
            "127.0.0.1:80:80",
            "localhost.example",
            "10.0.0.1:8722",
            "127.0.0.1.example:80",
            "[::2]",
            "evil:127.0.0.1",
            "::1x",
        ] {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
