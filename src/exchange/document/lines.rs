//! Plain text comes in; its lines with their places go out, each a passage.

use super::coding::Coding;
use super::passage::Passage;
use crate::model::Span;

/// The lines of a text without their ends, which are LF, CR LF or CR alone; a byte order mark belongs to none.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let end = at + text[at..].find(['\n', '\r']).unwrap_or(text.len() - at);
        let line = Span::new(at, end);
        at = next_line(text, end);
        Some(line)
    })
}

/// Where the line behind the one of this byte begins.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let end = at + text[at..].find(['\n', '\r']).unwrap_or(text.len() - at);
    let length = if text[end..].starts_with("\r\n") { 2 } else { 1 };
    (end + length).min(text.len())
}

/// A line without space at its ends.
pub(super) fn trimmed(text: &str, line: Span) -> Span {
    let whole = line.of(text);
    let start = line.start + (whole.len() - whole.trim_start().len());
    Span::new(start, start + whole.trim().len())
}

/// Every line that says something.
pub(super) fn passages(text: &str, file: usize) -> Vec<Passage> {
    let said = lines(text).map(|line| trimmed(text, line)).filter(|line| !line.is_empty());
    said.map(|line| {
        let mut passage = Passage::new(file, line.start, Coding::Line);
        passage.push(line.of(text), line.start, false);
        passage.set_place(line);
        passage
    })
    .collect()
}

/// Stretches between blank lines.
pub(super) fn paragraphs(text: &str, file: usize) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut open: Vec<Span> = Vec::new();
    for line in lines(text).map(|line| trimmed(text, line)).chain([Span::default()]) {
        if !line.is_empty() {
            open.push(line);
        } else if !open.is_empty() {
            found.push(super::joined::joined(text, &open, file));
            open.clear();
        }
    }
    found
}
