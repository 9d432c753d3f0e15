//! Requests from pages of other sites (CORS): only pages of allowed origins may read answers.
//!
//! Such a page must send a token itself (`Authorization`). `Access-Control-Allow-Credentials` is never sent, so that credentials
//! that a browser adds on its own do not count, and the header that goes with the cookie of a session is not allowed.

use actix_web::HttpResponse;
use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// How long a browser may keep the answer to a preflight request, in seconds.
const MAX_AGE: &str = "3600";
/// Headers a page may send.
const REQUEST_HEADERS: &str = "authorization, content-type, if-none-match, last-event-id, x-request-id";
/// Headers a page may read.
const ANSWER_HEADERS: &str = "content-disposition, etag, link, location, ratelimit, ratelimit-policy, retry-after, taiyaku-left-out, x-request-id";
const PRIVATE_NETWORK_REQUEST: HeaderName = HeaderName::from_static("access-control-request-private-network");
const PRIVATE_NETWORK_ALLOWED: HeaderName = HeaderName::from_static("access-control-allow-private-network");

/// The answer to a preflight request; `None` if the request is not one. It needs no token, because a browser never sends
/// one with a preflight request, and it tells nothing but the allowed methods and headers.
pub(super) fn preflight(request: &ServiceRequest, origins: &[String], methods: Option<String>) -> Option<HttpResponse> {
    let headers = request.headers();
    if request.method() != Method::OPTIONS || !headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD) {
        return None;
    }
    allowed_origin(headers, origins)?;
    let mut answer = HttpResponse::NoContent();
    answer.insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, methods.unwrap_or_default()));
    answer.insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS));
    answer.insert_header((header::ACCESS_CONTROL_MAX_AGE, MAX_AGE));
    if headers.contains_key(PRIVATE_NETWORK_REQUEST) {
        answer.insert_header((PRIVATE_NETWORK_ALLOWED, "true"));
    }
    Some(answer.finish())
}

/// Tells the browser that the page may read the answer, if its origin is allowed.
pub(super) fn add_headers(answer: &mut HeaderMap, origin: Option<HeaderValue>) {
    // Otherwise a cache on the way could give the answer for one page to another.
    answer.append(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin {
        answer.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        answer.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(ANSWER_HEADERS));
    }
}

/// The origin of a request, if it is allowed.
pub(super) fn allowed_origin(headers: &HeaderMap, origins: &[String]) -> Option<HeaderValue> {
    // A browser sends one; of several, none can be the one to answer to.
    let mut all = headers.get_all(header::ORIGIN);
    let (Some(origin), None) = (all.next(), all.next()) else { return None };
    let text = origin.to_str().ok()?;
    origins.iter().any(|allowed| allowed.eq_ignore_ascii_case(text)).then(|| origin.clone())
}
