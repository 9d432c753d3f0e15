//! Text comes in; a cell no spreadsheet takes for a formula goes out, and the text again from the cell.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, TAB or CR, and in Japanese input also the full-width
//! forms of the signs. Such a cell gets an apostrophe in front, as OWASP advises against CSV injection. A text that has
//! apostrophes before such a sign gets one more, so that taking one away always gives the text back.

use std::borrow::Cow;

/// The cell for `text`.
#[must_use]
pub fn guard(text: &str) -> Cow<'_, str> {
    if begins_like_a_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of `cell`: the inverse of [`guard`].
#[must_use]
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if begins_like_a_formula(text) => text,
        _ => cell,
    }
}

fn begins_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
