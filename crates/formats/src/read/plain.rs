//! Reads plain text in any Japanese encoding; form feeds are kept.

use super::{Hint, ReadError, decode};
use crate::model::{Media, Release, Source};

/// Reads plain text. Characters stay as they are; only line ends change.
///
/// # Errors
/// `undecodable_text`, `too_much_text`, `empty_document`.
pub(super) fn release(bytes: &[u8], hint: &Hint) -> Result<Release, ReadError> {
    let (decoded, encoding) = decode::text(bytes, None)?;
    let text = line_ends(&decoded);
    hint.limits.check_text(text.len())?;
    if text.chars().all(char::is_whitespace) {
        return Err(ReadError::EmptyDocument { format: "text" });
    }
    let pages = u32::try_from(text.matches('\u{c}').count()).ok().filter(|feeds| *feeds > 0).map(|feeds| feeds + 1);
    let source = Source {
        name: hint.name.clone(),
        media: Media::Text,
        engine: "text".to_owned(),
        encoding: Some(encoding.to_owned()),
        pages,
        url: None,
    };
    Ok(Release { text, source, ..Release::default() })
}

/// Replaces `\r\n` and `\r` with `\n`.
pub(super) fn line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
