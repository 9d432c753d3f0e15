//! The lines of a text with their positions. Lines end with LF, CR LF or CR alone.

use crate::model::Span;

/// The lines of a text without their ends; a byte order mark belongs to none.
pub(in crate::exchange) fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let line = Span::new(at, line_end(text, at));
        at = next_line(text, line.end);
        Some(line)
    })
}

/// Where the line behind the one of this byte begins.
pub(in crate::exchange) fn next_line(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    let length = if text[end..].starts_with("\r\n") { 2 } else { 1 };
    (end + length).min(text.len())
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length)
}

/// A line without white space at its ends.
pub(in crate::exchange) fn trimmed(text: &str, line: Span) -> Span {
    let whole = line.of(text);
    let start = line.start + (whole.len() - whole.trim_start().len());
    Span::new(start, start + whole.trim().len())
}
