//! Entity tags: which state of the base an answer shows, and whether the client already has it.

use actix_web::HttpRequest;
use actix_web::http::header::IF_NONE_MATCH;

use sha2::{Digest, Sha256};

use crate::app::export::{Export, WRITER_VERSION};
use crate::model::Revision;

/// The tag of the base at `revision`. Weak, because the same state may be sent compressed or not.
pub(super) fn of(revision: Revision) -> String {
    format!("W/\"{revision}\"")
}

/// The tag of the file of an export at `revision`. Strong: the same tag means the same bytes.
pub(super) fn strong(revision: Revision, export: &Export, is_packed: bool) -> String {
    let all = format!("{}\n{WRITER_VERSION}\n{revision}\n{export:?}", env!("CARGO_PKG_VERSION"));
    let packed = if is_packed { "-gzip" } else { "" };
    let digest = Sha256::digest(all.as_bytes());
    let short: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{revision}-{short}{packed}\"")
}

/// Whether the client already has `tag` (`If-None-Match`, compared weakly as RFC 9110 requires).
pub(super) fn is_current(request: &HttpRequest, tag: &str) -> bool {
    let bare = tag.trim_start_matches("W/");
    request
        .headers()
        .get_all(IF_NONE_MATCH)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|listed| listed.trim().trim_start_matches("W/"))
        .any(|listed| listed == "*" || listed == bare)
}
