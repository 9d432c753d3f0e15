//! Lines that are one paragraph come in; the paragraph as running text goes out.

use super::coding::Coding;
use super::format::is_japanese;
use super::passage::Passage;
use crate::model::Span;

/// The lines as one text: between two Japanese characters a line end is nothing, else it is a space.
pub(super) fn joined(text: &str, lines: &[Span], file: usize) -> Passage {
    let start = lines.first().map_or(0, |line| line.start);
    let mut passage = Passage::new(file, start, Coding::Flow);
    let mut before: Option<Span> = None;
    for line in lines {
        if let Some(before) = before {
            let japanese = |letter: Option<char>| letter.is_some_and(is_japanese);
            let whole = japanese(before.of(text).chars().next_back()) && japanese(line.of(text).chars().next());
            if !whole {
                passage.push_written(" ", Span::new(before.end, line.start));
            }
        }
        passage.push(line.of(text), line.start, false);
        before = Some(*line);
    }
    passage.set_place(Span::new(start, lines.last().map_or(start, |line| line.end)));
    passage
}
