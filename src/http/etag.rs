//! A revision in; an entity tag, and whether the asker has that state already, out.

use actix_web::HttpRequest;
use actix_web::http::header::IF_NONE_MATCH;

use crate::model::Revision;

/// The tag of everything at `revision`. Weak, because the same state may be compressed or not.
pub(super) fn of(revision: Revision) -> String {
    format!("W/\"{revision}\"")
}

/// Whether the asker holds `tag` already (`If-None-Match`, compared weakly as RFC 9110 asks).
pub(super) fn is_known(request: &HttpRequest, tag: &str) -> bool {
    let bare = tag.trim_start_matches("W/");
    request
        .headers()
        .get_all(IF_NONE_MATCH)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == "*" || known == bare)
}
