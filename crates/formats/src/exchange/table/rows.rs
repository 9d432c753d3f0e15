//! The rows of a table that is held in memory.

use super::lexer::{Cells, Row, row};
use crate::exchange::document::Passage;
use crate::model::Span;

/// A row that is not a comment.
#[derive(Debug)]
pub(in crate::exchange) struct RowText {
    /// Its line, from 1.
    pub(in crate::exchange) line: usize,
    /// The row in the file, without its line end.
    pub(in crate::exchange) span: Span,
    pub(in crate::exchange) cells: Vec<Passage>,
    /// Cells with a quotation mark that is not closed.
    pub(in crate::exchange) unclosed: Vec<Span>,
}

/// The rows of a table.
pub(in crate::exchange) fn rows(table: &str, cells: Cells) -> impl Iterator<Item = RowText> {
    let mut at = if table.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (mut line, mut is_first) = (1, true);
    std::iter::from_fn(move || {
        loop {
            let rest = table.get(at..).unwrap_or_default();
            let Row { cells: texts, length, whole, unclosed } = row(rest, at, cells, is_first, true)?;
            let found = RowText { line, span: Span::new(at, at + length), cells: texts, unclosed };
            line += crate::exchange::input::line_ends(&rest[..whole]);
            at += whole;
            if !found.cells.is_empty() {
                is_first &= found.cells.iter().all(Passage::is_blank);
                return Some(found);
            }
        }
    })
}
