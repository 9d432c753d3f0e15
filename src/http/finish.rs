//! The last step of every answer: bodies of problems, common headers, the log line and the metrics.

use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};

use super::compat::deepl;
use super::cors;
use super::credentials;
use super::deadline;
use super::metrics::method_label;
use super::origin::is_from_script;
use super::problem::{BEARER, Problem};
use super::rate_limit::Quota;
use super::state::State;

/// The header with the id of a request, which is in the log too.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Headers of every answer. They keep browsers from guessing types, framing, running scripts and sending referrers.
pub(super) const SECURITY_HEADERS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Finishes the answer to `request`.
///
/// # Errors
/// None of its own: every refusal has become an answer by now.
pub(super) async fn answer(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let began = Instant::now();
    let state = request.app_data::<Data<State>>().cloned();
    let id = request_id(request.headers(), state.as_ref());
    // A label and not what the client sent, which may be long and never the same.
    let (method, path) = (method_label(request.method().as_str()), request.path().to_owned());
    let origin = state.as_ref().and_then(|state| cors::allowed_origin(request.headers(), &state.origins));
    let body = deadline::set(&mut request);
    let response = next.call(request).await?;
    let mut response = match response.response().error().map(problem_of) {
        Some(problem) if deepl::speaks(&path) => response.into_response(deepl::refusal(&problem)),
        Some(problem) => response.into_response(problem.answer(&credentials::without_tokens(&path))),
        None => response.map_into_boxed_body(),
    };
    // The pattern and not the path, which may contain names of documents and has too many values for a metric.
    let route = response.request().match_pattern();
    let (status, took) = (response.status(), began.elapsed());
    if status == StatusCode::METHOD_NOT_ALLOWED
        && let Some(allow) = state.as_ref().and_then(|state| state.routes.allow(route.as_deref()?))
        && let Ok(allow) = HeaderValue::from_str(&allow)
    {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    if status == StatusCode::UNAUTHORIZED && is_from_script(response.request()) {
        // A browser would ask for a name and a password, over a page that can ask itself.
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(BEARER));
    }
    if status == StatusCode::REQUEST_TIMEOUT {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    for (name, value) in SECURITY_HEADERS {
        // The pages of the workbench have a policy of their own.
        if !response.headers().contains_key(*name) {
            response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
    if !response.headers().contains_key(header::CACHE_CONTROL) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    let quota = response.request().extensions().get::<Quota>().copied();
    if let Some(quota) = quota {
        add_rate_limit(response.headers_mut(), quota);
    }
    cors::add_headers(response.headers_mut(), origin);
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    if let Some(state) = state {
        state.metrics.count(method, route.as_deref(), status.as_u16(), took);
    }
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(
        id,
        method,
        route = route.as_deref().unwrap_or_default(),
        status = status.as_u16(),
        milliseconds,
        "answered"
    );
    Ok(body.hold(response))
}

/// Tells the client how many requests it has left (draft-ietf-httpapi-ratelimit-headers).
fn add_rate_limit(headers: &mut HeaderMap, quota: Quota) {
    let Quota { limit, remaining, reset } = quota;
    for (name, value) in [
        ("ratelimit-policy", format!("\"requests\";q={limit};w=60")),
        ("ratelimit", format!("\"requests\";r={remaining};t={reset}")),
    ] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
}

/// The client's own id for the request if it is a plain word, otherwise the next number.
fn request_id(headers: &HeaderMap, state: Option<&Data<State>>) -> String {
    let plain = |value: &&str| {
        (1..=64).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    match headers.get(REQUEST_ID).and_then(|value| value.to_str().ok()).filter(plain) {
        Some(given) => given.to_owned(),
        None => state.map(|state| state.next_request_id()).unwrap_or_default(),
    }
}

/// The problem behind an error: one of ours, or one the framework found while it read the request.
fn problem_of(error: &Error) -> Problem {
    if let Some(problem) = error.as_error::<Problem>() {
        return problem.clone();
    }
    if error.as_error::<PayloadError>().is_some_and(deadline::was_missed) {
        return Problem::too_slow();
    }
    match error.as_response_error().status_code() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(
            "payload_too_large",
            "The body is too large: the limit is 64 MiB for a document and less for JSON. Send it in several requests.",
        ),
        StatusCode::NOT_FOUND => Problem::unknown_path(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::not_json(),
        StatusCode::REQUEST_TIMEOUT => Problem::too_slow(),
        status if status.is_client_error() => {
            Problem::new("invalid_request", format!("Could not read the request: {error}. Check how it is sent."))
        }
        _ => {
            tracing::error!(%error, "could not answer a request");
            Problem::new("internal", "Something went wrong on the server. The cause is in its log. Try again.")
        }
    }
}
