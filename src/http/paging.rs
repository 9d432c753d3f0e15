//! Links from a page of a list to the next page.

use actix_web::http::header::LINK;
use actix_web::{HttpRequest, HttpResponseBuilder};

/// Adds the link to the next page (RFC 8288): the same query with `field` set to `last`.
pub(super) fn link_next(
    answer: &mut HttpResponseBuilder,
    request: &HttpRequest,
    field: &str,
    last: impl std::fmt::Display,
) {
    let prefix = format!("{field}=");
    let rest = request.query_string().split('&').filter(|part| !part.is_empty() && !part.starts_with(&prefix));
    let query: Vec<String> = rest.map(str::to_owned).chain([format!("{field}={last}")]).collect();
    answer.insert_header((LINK, format!("<{}?{}>; rel=\"next\"", request.path(), query.join("&"))));
}

/// The number after which the next page begins; `None` if `ids` are the last page.
pub(super) fn next(ids: impl ExactSizeIterator<Item = i64>, limit: u32) -> Option<i64> {
    let is_full = u32::try_from(ids.len()).is_ok_and(|length| length >= limit);
    if is_full { ids.last() } else { None }
}
