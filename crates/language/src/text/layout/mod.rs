//! The layout of a release's text: its lines in reading order, page furniture told from the author's text, and how wide
//! a full line is.
//!
//! [`mod@line`] describes one line, [`columns`] reorders text set in two columns, [`furniture`] finds page numbers and running
//! heads, [`flow`] joins lines into running text again, [`measure`] says
//! how wide a full line is.

mod columns;
mod flow;
mod furniture;
mod joint;
mod line;
mod measure;

use crate::model::{Block, BlockKind, Span};
use crate::text::chars::{Class, class};
pub use flow::Flow;
pub use joint::{Joint, joint};
pub use line::{Line, LineKind, is_full, width};

/// The lines of a text and how they are set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The lines in reading order.
    pub lines: Vec<Line>,
    /// Whether a blank line follows nearly every line, so that blank lines mean nothing.
    pub double_spaced: bool,
}

impl Layout {
    /// Splits `text` into lines.
    #[must_use]
    pub fn of(text: &str, blocks: &[Block]) -> Self {
        let mut lines = split(text, blocks);
        let printed = !marks_paragraphs(blocks);
        if printed {
            furniture::mark(text, &mut lines);
            lines = columns::in_reading_order(text, &lines);
            measure::set(text, &mut lines);
        }
        let double_spaced = printed && is_double_spaced(&lines);
        Self { lines, double_spaced }
    }
}

/// Whether blocks say where paragraphs end. Those of a PDF only say which lines are rows of tables.
#[must_use]
pub fn marks_paragraphs(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| block.kind != BlockKind::Row)
}

fn split(text: &str, blocks: &[Block]) -> Vec<Line> {
    let mut all = Vec::new();
    let mut page = 0;
    let mut start = 0;
    let mut next_block = 0;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), '\n'))) {
        if c != '\n' && c != '\u{c}' && c != '\u{b}' && c != '\u{2028}' && c != '\u{2029}' && c != '\u{85}' {
            continue;
        }
        let raw = &text[start..at];
        let trimmed_start = raw.trim_start();
        let indent_text = &raw[..raw.len() - trimmed_start.len()];
        let trimmed = trimmed_start.trim_end();
        let begin = start + indent_text.len();
        let span = Span::new(begin, begin + trimmed.len());
        while blocks.get(next_block).is_some_and(|block| block.span.end <= start && block.span.end < at) {
            next_block += 1;
        }
        let block = blocks.get(next_block).filter(|block| !trimmed.is_empty() && block.span.overlaps(span));
        all.push(Line {
            span,
            indent: indent_text.chars().map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum(),
            width: width(trimmed),
            page,
            kind: if is_blank(trimmed) { LineKind::Blank } else { LineKind::Text },
            measure: 0,
            block: block.map(|block| block.kind),
            ends_block: block.is_some_and(|block| block.span.end <= at + c.len_utf8()),
        });
        if c == '\u{c}' {
            page += 1;
        }
        start = at + c.len_utf8();
    }
    all
}

/// Whether a line shows nothing: white space and invisible characters.
fn is_blank(line: &str) -> bool {
    line.chars().all(|c| class(c) == Class::Space)
}

fn is_double_spaced(lines: &[Line]) -> bool {
    let (mut text, mut followed) = (0, 0);
    for pair in lines.windows(2) {
        if pair[0].kind == LineKind::Text {
            text += 1;
            followed += usize::from(pair[1].kind == LineKind::Blank);
        }
    }
    text >= 8 && followed * 10 >= text * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_place() {
        let text = "　字下げ\r\n\n二";
        let layout = Layout::of(text, &[]);
        assert_eq!(layout.lines.len(), 3);
        assert_eq!((layout.lines[0].indent, layout.lines[0].width, layout.lines[0].span.of(text)), (2, 6, "字下げ"));
        assert_eq!(layout.lines[1].kind, LineKind::Blank);
    }
}
