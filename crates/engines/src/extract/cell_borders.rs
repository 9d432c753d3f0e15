//! Removes the bars that a table leaves when it is printed as text: `term |`, `: |`, `|`, and those around a whole row: `| term | … |`.

use super::separator::is_bar;
use crate::model::Span;
use crate::text::chars::{Class, class};
use crate::text::layout::{Line, LineKind};

/// Whether the lines of a text have bars that stand for the borders of cells.
pub(super) struct CellBorders {
    /// Each line is a cell and ends in a bar.
    cells: bool,
    /// Each line is a row between bars.
    rows: bool,
}

/// The fewest lines that end in a bar in a text with such a table.
const FEWEST: usize = 3;

impl CellBorders {
    /// Counts the lines that end in a bar, and those between bars.
    pub(super) fn of(text: &str, lines: &[Line]) -> Self {
        let ends = |line: &&Line| {
            let printed = line.span.of(text);
            line.kind == LineKind::Text && printed.ends_with(is_bar) && printed.matches(is_bar).count() == 1
        };
        let framed = |line: &&Line| {
            let printed = line.span.of(text);
            line.kind == LineKind::Text && printed.starts_with(is_bar) && printed.matches(is_bar).count() >= 3
        };
        Self {
            cells: lines.iter().filter(ends).count() >= FEWEST,
            rows: lines.iter().filter(framed).count() >= FEWEST - 1,
        }
    }

    /// A line without the bar at its end; empty if it is only a bar.
    pub(super) fn without_border(&self, text: &str, span: Span) -> Span {
        let printed = span.of(text);
        if self.rows && printed.starts_with(is_frame) {
            let is_rule = |c: char| is_frame(c) || class(c) == Class::Space || matches!(c, '-' | ':' | '+' | '=');
            if printed.chars().all(is_rule) {
                return Span::new(span.start, span.start);
            }
            let open = printed.trim_start_matches(|c| is_bar(c) || class(c) == Class::Space);
            let kept = open.trim_end_matches(|c| is_bar(c) || class(c) == Class::Space);
            let start = span.start + printed.len() - open.len();
            return Span::new(start, start + kept.len());
        }
        if !self.cells || !printed.ends_with(is_bar) {
            return span;
        }
        let kept = printed.trim_end_matches(|c| is_bar(c) || class(c) == Class::Space);
        Span::new(span.start, span.start + kept.len())
    }
}

/// Whether a character draws a line of a table: a bar, a corner, a crossing.
fn is_frame(c: char) -> bool {
    is_bar(c) || c == '+' || ('\u{2500}'..='\u{257F}').contains(&c)
}
