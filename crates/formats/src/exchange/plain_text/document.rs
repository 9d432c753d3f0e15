//! Plain text as a document: each line that is not blank is a passage.

use super::lines::{lines, trimmed};
use super::paragraph::joined;
use crate::exchange::document::{Document, Notation, Passage};
use crate::exchange::format::FileFormat;
use crate::exchange::hint::FileHint;
use crate::model::Span;

/// Reads plain text.
pub(in crate::exchange) fn read(text: &str, hint: &FileHint) -> Document {
    Document::of_passages(FileFormat::Text, passages(text, 0), hint)
}

/// Every line that is not blank.
pub(in crate::exchange) fn passages(text: &str, file: usize) -> Vec<Passage> {
    let filled = lines(text).map(|line| trimmed(text, line)).filter(|line| !line.is_empty());
    filled
        .map(|line| {
            let mut passage = Passage::new(file, line.start, Notation::Line);
            passage.push(line.of(text), line.start);
            passage.set_file_span(line);
            passage
        })
        .collect()
}

/// The stretches between blank lines.
pub(in crate::exchange) fn paragraphs(text: &str, file: usize) -> Vec<Passage> {
    let mut paragraphs = Vec::new();
    let mut open: Vec<Span> = Vec::new();
    for line in lines(text).map(|line| trimmed(text, line)).chain([Span::default()]) {
        if !line.is_empty() {
            open.push(line);
        } else if !open.is_empty() {
            paragraphs.push(joined(text, &open, file));
            open.clear();
        }
    }
    paragraphs
}
