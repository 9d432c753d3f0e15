//! Removes the bars that a table leaves when it is printed as text: `term |`, `: |`, `|`.

use crate::model::Span;
use crate::text::chars::{Class, class};
use crate::text::layout::{Line, LineKind};

/// Whether the lines of a text end in bars that stand for the borders of cells.
pub(super) struct CellBorders(bool);

/// The fewest lines that end in a bar in a text with such a table.
const FEWEST: usize = 3;

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '︱')
}

impl CellBorders {
    /// Counts the lines that end in a bar. A line with bars inside is a row of another kind of table.
    pub(super) fn of(text: &str, lines: &[Line]) -> Self {
        let ends = |line: &&Line| {
            let printed = line.span.of(text);
            line.kind == LineKind::Text && printed.ends_with(is_bar) && printed.matches(is_bar).count() == 1
        };
        Self(lines.iter().filter(ends).count() >= FEWEST)
    }

    /// A line without the bar at its end; empty if it is only a bar.
    pub(super) fn without_border(&self, text: &str, span: Span) -> Span {
        let printed = span.of(text);
        if !self.0 || !printed.ends_with(is_bar) {
            return span;
        }
        let kept = printed.trim_end_matches(|c| is_bar(c) || class(c) == Class::Space);
        Span::new(span.start, span.start + kept.len())
    }
}
