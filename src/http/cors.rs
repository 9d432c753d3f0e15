//! Pages of other sites: what they may ask is for the list of origins to say, and never with what a browser remembers.
//!
//! A page of a listed origin may read answers, if it shows a token itself (`Authorization`). Cookies do not exist here,
//! and `Access-Control-Allow-Credentials` is never sent, so that nothing a browser adds by itself counts.

use actix_web::HttpResponse;
use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// How long a browser may remember what it was told, in seconds.
const REMEMBERED: &str = "3600";
/// Headers such a page may send.
const MAY_SEND: &str = "authorization, content-type, if-none-match, last-event-id, x-request-id";
/// Headers such a page may read.
const MAY_READ: &str =
    "content-disposition, etag, link, location, ratelimit, ratelimit-policy, retry-after, x-request-id";
const PRIVATE_ASKED: HeaderName = HeaderName::from_static("access-control-request-private-network");
const PRIVATE_ALLOWED: HeaderName = HeaderName::from_static("access-control-allow-private-network");

/// The answer to a browser that asks whether a page may ask; `None` where the request is no such question. It needs no
/// token, because a browser never sends one with it, and tells nothing but the list.
pub(super) fn preflight(request: &ServiceRequest, origins: &[String], methods: Option<String>) -> Option<HttpResponse> {
    let headers = request.headers();
    if request.method() != Method::OPTIONS || !headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD) {
        return None;
    }
    listed(headers, origins)?;
    let mut answer = HttpResponse::NoContent();
    answer.insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, methods.unwrap_or_default()));
    answer.insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, MAY_SEND));
    answer.insert_header((header::ACCESS_CONTROL_MAX_AGE, REMEMBERED));
    if headers.contains_key(PRIVATE_ASKED) {
        answer.insert_header((PRIVATE_ALLOWED, "true"));
    }
    Some(answer.finish())
}

/// Tells the browser that the page may read the answer, where it may.
pub(super) fn dress(answer: &mut HeaderMap, origin: Option<HeaderValue>) {
    // A store between here and there must not give the answer to one page to another.
    answer.append(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin {
        answer.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        answer.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(MAY_READ));
    }
}

/// The origin of a request, where it is on the list.
pub(super) fn listed(headers: &HeaderMap, origins: &[String]) -> Option<HeaderValue> {
    let origin = headers.get(header::ORIGIN)?;
    let text = origin.to_str().ok()?;
    origins.iter().any(|listed| listed.eq_ignore_ascii_case(text)).then(|| origin.clone())
}
