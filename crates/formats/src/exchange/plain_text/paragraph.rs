//! Joins the lines of a paragraph into running text.

use crate::exchange::document::{Notation, Passage};
use crate::exchange::language::is_japanese;
use crate::model::Span;

/// The lines as one text: between two Japanese characters a line end is nothing, elsewhere it is a space.
pub(in crate::exchange) fn joined(text: &str, lines: &[Span], file: usize) -> Passage {
    let start = lines.first().map_or(0, |line| line.start);
    let mut passage = Passage::new(file, start, Notation::Paragraph);
    let mut before: Option<Span> = None;
    for line in lines {
        if let Some(before) = before {
            let japanese = |letter: Option<char>| letter.is_some_and(is_japanese);
            let runs_on = japanese(before.of(text).chars().next_back()) && japanese(line.of(text).chars().next());
            if !runs_on {
                passage.push_written(' ', Span::new(before.end, line.start));
            }
        }
        passage.push(line.of(text), line.start);
        before = Some(*line);
    }
    passage.set_file_span(Span::new(start, lines.last().map_or(start, |line| line.end)));
    passage
}
