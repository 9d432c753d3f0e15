//! The layout of a release's text: its lines in reading order, page furniture told from the author's text, and how wide
//! a full line is.
//!
//! [`mod@line`] describes one line, [`columns`] reorders text set in two columns, [`furniture`] finds page numbers and running
//! heads, [`flow`] joins lines into running text again.

mod columns;
mod flow;
mod furniture;
mod line;

use crate::model::{Block, Span};
pub use flow::Flow;
pub use line::{Line, LineKind, is_full, width};

/// The lines of a text and how they are set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The lines in reading order.
    pub lines: Vec<Line>,
    /// Columns of a full line; 0 if the page does not wrap lines.
    pub measure: usize,
    /// Whether a blank line follows nearly every line, so that blank lines mean nothing.
    pub double_spaced: bool,
}

impl Layout {
    /// Splits `text` into lines.
    #[must_use]
    pub fn of(text: &str, blocks: &[Block]) -> Self {
        let mut lines = split(text, blocks);
        if blocks.is_empty() {
            furniture::mark(text, &mut lines);
            lines = columns::in_reading_order(text, &lines);
        }
        let measure = if blocks.is_empty() { measure(&lines) } else { 0 };
        let double_spaced = blocks.is_empty() && is_double_spaced(&lines);
        Self { lines, measure, double_spaced }
    }
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
            kind: if trimmed.is_empty() { LineKind::Blank } else { LineKind::Text },
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

/// Columns of a full line: the 90th percentile of the lines that hold running text.
fn measure(lines: &[Line]) -> usize {
    let mut widths: Vec<usize> = lines
        .iter()
        .filter(|line| line.kind == LineKind::Text && line.width >= 20)
        .map(|line| line.indent + line.width)
        .collect();
    if widths.len() < 4 {
        return 0;
    }
    widths.sort_unstable();
    let full = widths[(widths.len() - 1) * 9 / 10];
    // Lines wrapped by the page end near the same column; lines ended by the author have any length.
    let near = widths.iter().filter(|&&width| width * 100 >= full * 86 && width * 100 <= full * 106).count();
    if full <= 160 && near * 4 >= widths.len() { full } else { 0 }
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

    #[test]
    fn a_page_is_as_wide_as_its_full_lines() {
        let full = "あ".repeat(40);
        let text = format!("{full}\n{full}\n{full}\n短い。\n{full}\n");
        let layout = Layout::of(&text, &[]);
        assert_eq!(layout.measure, 80);
        assert!(is_full(&layout.lines[0], layout.measure) && !is_full(&layout.lines[3], layout.measure));
    }
}
