//! Which page sent a request, as far as its headers say: one of this server's own, one of another site, or none.

use std::net::{Ipv4Addr, Ipv6Addr};

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::{HOST, HeaderValue, ORIGIN};

use super::problem::Problem;

/// The header that the workbench sends with each request. No page of another site can send it: a browser would have to ask the
/// server first, which does not allow it.
pub(super) const CLIENT: &str = "taiyaku-client";

/// Refuses a request that a page of another site sends without a token of its own. Every `Origin` must be one of `own`.
pub(super) fn check_origin(request: &HttpRequest, own: &[String]) -> Result<(), Problem> {
    let is_own = |origin: &HeaderValue| {
        origin.to_str().is_ok_and(|origin| own.iter().any(|own| own.eq_ignore_ascii_case(origin)))
    };
    if request.headers().get_all(ORIGIN).all(is_own) { Ok(()) } else { Err(other_site()) }
}

/// Refuses a request to log in that a page of another site sends, at another port of this machine too. `base` is the address of
/// the server.
pub(super) fn check_login(request: &HttpRequest, base: &str) -> Result<(), Problem> {
    check_origin(request, &own_origins(request, base))?;
    let is_own = |site: &[u8]| [&b"same-origin"[..], b"none"].iter().any(|own| site.eq_ignore_ascii_case(own));
    if sites(request).all(is_own) { Ok(()) } else { Err(other_site()) }
}

/// Refuses a request whose cookie must not count, because a page other than the server's own may be behind it. Reading is allowed
/// to whatever the browser opens; everything else only to a page of ours that says so.
pub(super) fn check_cookie(request: &HttpRequest, base: &str) -> Result<(), Problem> {
    check_origin(request, &own_origins(request, base))?;
    let is = |site: &[u8], name: &str| site.eq_ignore_ascii_case(name.as_bytes());
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        let is_allowed = |site: &[u8]| {
            is(site, "same-origin") || is(site, "none") || is(site, "same-site") && is_navigation(request)
        };
        return if sites(request).all(is_allowed) { Ok(()) } else { Err(other_site()) };
    }
    if !sites(request).all(|site| is(site, "same-origin")) {
        return Err(other_site());
    }
    // The browser must say which page it is, one way or the other.
    let is_named = request.headers().contains_key(ORIGIN) || sites(request).next().is_some();
    if is_named && request.headers().contains_key(CLIENT) {
        return Ok(());
    }
    Err(Problem::new(
        "origin_not_allowed",
        "A session changes something only for a page of this server: send the headers `Taiyaku-Client: workbench` and `Origin` \
         with the address of this server. Programs send a token (`Authorization: Bearer`) in place of the session's cookie.",
    ))
}

/// The problem of a request from a page of another site.
pub(super) fn other_site() -> Problem {
    Problem::new(
        "origin_not_allowed",
        "The request comes from a page of another site. Have the page send a token (`Authorization: Bearer`), and \
         allow its origin with `--allow-origin` so that it can read the answers.",
    )
}

/// The origins of pages at the host name of the request.
pub(super) fn origins_of_host(request: &HttpRequest) -> Vec<String> {
    let host = host(request).unwrap_or_default();
    vec![format!("http://{host}"), format!("https://{host}")]
}

/// The origins of the server's own pages, where a cookie is concerned: a page of http is none of a server of https, because others on
/// the way may have written it, unless there is no way.
fn own_origins(request: &HttpRequest, base: &str) -> Vec<String> {
    let host = host(request).unwrap_or_default();
    let base = origin_of(base);
    let http = (!base.starts_with("https:") || is_this_machine(host)).then(|| format!("http://{host}"));
    [Some(base), Some(format!("https://{host}")), http].into_iter().flatten().collect()
}

/// The origin of an address: the address without its path.
pub(super) fn origin_of(address: &str) -> String {
    address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}

/// What the browser says about the site of the page behind the request.
fn sites(request: &HttpRequest) -> impl Iterator<Item = &[u8]> {
    request.headers().get_all("sec-fetch-site").map(HeaderValue::as_bytes)
}

/// Whether a browser says that a page of another site is behind the request.
pub(super) fn is_cross_site(request: &HttpRequest) -> bool {
    sites(request).any(|site| site.eq_ignore_ascii_case(b"cross-site"))
}

/// Whether a browser opens a page because somebody followed a link to it.
pub(super) fn is_navigation(request: &HttpRequest) -> bool {
    let says = |name: &str, value: &[u8]| request.headers().get(name).is_some_and(|given| given.as_bytes() == value);
    request.method() == Method::GET && says("sec-fetch-mode", b"navigate") && says("sec-fetch-dest", b"document")
}

/// Whether a script of a page waits for the answer, and not a person for a page.
pub(super) fn is_from_script(request: &HttpRequest) -> bool {
    let headers = request.headers();
    headers.contains_key(CLIENT) || headers.get("sec-fetch-dest").is_some_and(|given| given.as_bytes() == b"empty")
}

/// The `Host` of a request, if it has one and no more.
pub(super) fn host(request: &HttpRequest) -> Option<&str> {
    let mut all = request.headers().get_all(HOST);
    let (Some(host), None) = (all.next(), all.next()) else { return None };
    host.to_str().ok()
}

/// Whether a `Host` value names the loopback interface, with or without a port.
pub(super) fn is_this_machine(host: &str) -> bool {
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
