//! A request in; the same with who asks, or why they may not, out.
//!
//! Where a token is wanted, every path but the two health checks wants it. Where none is, the server listens on this
//! machine only, and what is left to fear is the user's own browser: a page of another site that sends requests
//! (refused by `Origin`) or that points its own name at 127.0.0.1 to read the answers (refused by `Host`).

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
use super::limits::{Left, Who};
use super::problem::Problem;
use super::routes::{self, Needs};
use super::shown::{self, Shown};
use super::state::State;
use crate::app::access::{Caller, Refusal};
use crate::app::clock;

/// Headers a request has that came through another server: it may come from anywhere then.
const PASSED_ON: &[&str] = &["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/// Lets a request through with who asks, or refuses it.
///
/// # Errors
/// None of its own; what is refused is an answer.
pub(super) async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(state) = request.app_data::<Data<State>>().cloned() else {
        return Ok(request.error_response(Problem::new("internal", "The server has no state. Report it.")));
    };
    let pattern = request.match_pattern();
    let allowed = pattern.as_deref().and_then(routes::allow);
    if let Some(answer) = cors::preflight(&request, &state.origins, allowed) {
        return Ok(request.into_response(answer));
    }
    let needs = routes::needs(pattern.as_deref(), request.method());
    match admit(&request, &state, needs).await {
        Ok((caller, left)) => {
            if let Some(left) = left {
                request.extensions_mut().insert(left);
            }
            if let Some(caller) = caller {
                request.extensions_mut().insert(Access(caller));
            }
            Ok(next.call(request).await?.map_into_boxed_body())
        }
        Err(problem) => Ok(request.error_response(problem)),
    }
}

/// Who asks, where it matters, and how much more they may.
async fn admit(
    request: &ServiceRequest,
    state: &State,
    needs: Needs,
) -> Result<(Option<Caller>, Option<Left>), Problem> {
    let shown = shown::of(request);
    if needs == Needs::Nothing && !state.local {
        return Ok((None, None));
    }
    let (caller, left) = match shown {
        Some(shown) if needs != Needs::Nothing => identified(request, state, shown).await?,
        _ if state.local => {
            from_elsewhere(request)?;
            (Caller::local(), None)
        }
        _ => {
            let wanted = "The request carries no token. Send the header `Authorization: Bearer TOKEN`; whoever runs the \
                          server makes one with `taiyaku token create`.";
            return Err(Problem::new("unauthorized", wanted));
        }
    };
    match needs {
        Needs::Nothing => {}
        Needs::Role(role) => caller.require_role(role)?,
        Needs::Everywhere(role) => {
            caller.require_role(role)?;
            if caller.visible_projects().is_some() {
                let detail =
                    "This is about the whole base, and the token is for some projects only. Ask with one for all.";
                return Err(Problem::new("forbidden", detail));
            }
        }
    }
    Ok((Some(caller), left))
}

/// Whose token this is, counted.
async fn identified(request: &ServiceRequest, state: &State, shown: Shown) -> Result<(Caller, Option<Left>), Problem> {
    if shown.by_itself {
        same_site(request, header(request, &HOST).unwrap_or_default())?;
    }
    let now = Instant::now();
    let address = request.peer_addr().map(|address| Who::at(address.ip()));
    let spent = address.and_then(|address| state.limits.spent(address, now));
    let found = state.service.authenticate(&shown.token, state.token.as_ref(), spent.is_none(), &clock::now()).await?;
    let caller = match found {
        Ok(caller) => caller,
        Err(Refusal::Unverified) => return Err(too_many(spent.unwrap_or(1))),
        Err(refusal) => {
            if let Some(address) = address {
                state.limits.count(address, now).map_err(too_many)?;
            }
            return Err(refused(refusal));
        }
    };
    let who = caller.token().map_or(Who::Own, Who::Token);
    let left = state.limits.count(who, now).map_err(too_many)?;
    Ok((caller, left))
}

fn refused(refusal: Refusal) -> Problem {
    let detail = match refusal {
        Refusal::Unknown | Refusal::Unverified => {
            "The token is wrong. Send one that `taiyaku token create` gave, or the one the server was started with."
        }
        Refusal::Expired => "The token has expired. Ask whoever runs the server for a new one.",
        Refusal::Revoked => "The token was revoked. Ask whoever runs the server for a new one.",
    };
    Problem::new("unauthorized", detail)
}

fn too_many(seconds: u64) -> Problem {
    let detail = format!("There were too many requests. Wait {seconds} s, then send the next; they may come evenly.");
    Problem::new("too_many_requests", detail).retry_after(seconds)
}

/// Refuses what another site's page sends, or what comes through another server, to a server that wants no token.
fn from_elsewhere(request: &ServiceRequest) -> Result<(), Problem> {
    let host = header(request, &HOST).unwrap_or_default();
    if !is_this_machine(host) {
        return Err(Problem::new(
            "host_not_allowed",
            "The request was addressed to a name that is not this machine's own. Use `127.0.0.1` or `localhost`, or \
             show a token.",
        ));
    }
    if let Some(name) = PASSED_ON.iter().find(|name| request.headers().contains_key(**name)) {
        let detail = format!("The request was passed on by another server (`{name}`), so it may come from anywhere.");
        return Err(Problem::new("unauthorized", format!("{detail} Show a token.")));
    }
    same_site(request, host)
}

/// Refuses what a page of another site sends without knowing a token.
fn same_site(request: &ServiceRequest, host: &str) -> Result<(), Problem> {
    let Some(origin) = header(request, &ORIGIN) else { return Ok(()) };
    let own = |scheme: &str| origin.strip_prefix(scheme).is_some_and(|site| site.eq_ignore_ascii_case(host));
    if own("http://") || own("https://") {
        return Ok(());
    }
    Err(Problem::new(
        "origin_not_allowed",
        "The request comes from a page of another site. Let the page show a token (`Authorization: Bearer`), and list \
         its origin with `--allow-origin` so that it may read the answers.",
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
    fn only_names_of_the_loopback_interface_are_this_machine() {
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
