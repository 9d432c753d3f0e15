//! Cells that no spreadsheet runs as a formula.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, TAB or CR, and in Japanese input also the full-width
//! forms of the signs. Such a cell gets an apostrophe in front, as OWASP advises against CSV injection. A text that has
//! apostrophes before such a sign gets one more, so that taking one away always gives the text back.

use std::borrow::Cow;

/// The cell for `text`.
#[must_use]
pub fn guard(text: &str) -> Cow<'_, str> {
    if begins_like_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of `cell`: the inverse of [`guard`].
#[must_use]
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if begins_like_formula(text) => text,
        _ => cell,
    }
}

/// Whether a spreadsheet runs the cell as it stands in a file, so that it may be a formula and no text. A hyphen alone begins
/// terms, too (`-omics`).
pub(in crate::exchange) fn is_like_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '@', '＝', '＋', '＠'])
}

/// Whether a spreadsheet might run the cell, but for apostrophes before it.
pub(in crate::exchange) fn begins_like_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
