//! A revision, and what was asked for, in; an entity tag, and whether the asker has that state already, out.

use actix_web::HttpRequest;
use actix_web::http::header::IF_NONE_MATCH;

use sha2::{Digest, Sha256};

use crate::app::download::ExportFormat;
use crate::model::Revision;

/// The tag of everything at `revision`. Weak, because the same state may be compressed or not.
pub(super) fn of(revision: Revision) -> String {
    format!("W/\"{revision}\"")
}

/// The tag of the file these are the facts of. Strong: the same tag is the same bytes, compressed or not.
pub(super) fn strong(revision: Revision, format: ExportFormat, asked: &str, is_packed: bool) -> String {
    let all = format!(
        "{}\n{}\n{revision}\n{format}\n{asked}",
        env!("CARGO_PKG_VERSION"),
        crate::app::download::WRITER_VERSION
    );
    let packed = if is_packed { "-gzip" } else { "" };
    let digest = Sha256::digest(all.as_bytes());
    let short: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{revision}-{short}{packed}\"")
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
