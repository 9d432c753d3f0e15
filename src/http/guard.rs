//! A request in; the same, or why the asker may not ask, out.
//!
//! With a token configured every path but the two health checks wants it. Without one the server listens on this
//! machine only, and what is left to fear is the user's own browser: a page of another site that sends requests
//! (refused by `Origin`) or that points its own name at 127.0.0.1 to read the answers (refused by `Host`).

use std::net::IpAddr;

use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{AUTHORIZATION, HOST, HeaderName, ORIGIN};
use actix_web::middleware::Next;
use actix_web::web::Data;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::problem::Problem;
use super::state::State;

/// Paths that tell nothing and so need no token.
const OPEN: &[&str] = &["/health", "/ready"];

/// Lets a request through, or refuses it.
///
/// # Errors
/// None of its own; `unauthorized`, `host_not_allowed` and `origin_not_allowed` are answers.
pub(super) async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let token = request.app_data::<Data<State>>().and_then(|state| state.token.clone());
    let refusal = match token {
        Some(token) => without_token(&request, token.reveal()),
        None => from_elsewhere(&request),
    };
    match refusal {
        Some(problem) => Ok(request.error_response(problem)),
        None => Ok(next.call(request).await?.map_into_boxed_body()),
    }
}

fn without_token(request: &ServiceRequest, token: &str) -> Option<Problem> {
    if OPEN.contains(&request.path()) {
        return None;
    }
    let given = header(request, &AUTHORIZATION).and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
    });
    let Some(given) = given else {
        return Some(Problem::new(
            "unauthorized",
            "The request carries no token. Send the header `Authorization: Bearer TOKEN` with the server's token.",
        ));
    };
    // Hashes have one length, so that the comparison tells nothing about the token's.
    let same: bool = Sha256::digest(given.as_bytes()).ct_eq(&Sha256::digest(token.as_bytes())).into();
    (!same).then(|| {
        Problem::new("unauthorized", "The token is wrong. Send the one the server was started with (`TAIYAKU_TOKEN`).")
    })
}

fn from_elsewhere(request: &ServiceRequest) -> Option<Problem> {
    let host = header(request, &HOST).unwrap_or_default();
    if !is_this_machine(host) {
        return Some(Problem::new(
            "host_not_allowed",
            "The request was addressed to a name that is not this machine's own. Use `127.0.0.1` or `localhost`, or \
             start the server with a token.",
        ));
    }
    let origin = header(request, &ORIGIN)?;
    let same_site = origin.strip_prefix("http://").is_some_and(|site| site.eq_ignore_ascii_case(host));
    (!same_site).then(|| {
        Problem::new(
            "origin_not_allowed",
            "The request comes from a page of another site. Start the server with a token to let other sites' \
             programs ask.",
        )
    })
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
