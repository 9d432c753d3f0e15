//! Puts text that is set in two columns into reading order: the left column first, then the right.
//!
//! PDF engines that keep the layout print both columns of a page on one line, separated by a gutter of spaces. Lines
//! count as two columns only if both sides are full of text, so that tables and hanging indents stay whole.

use super::line::{Line, LineKind, width};
use crate::model::Span;
use crate::text::chars::{Class, class};

/// The narrowest gutter, in columns of white space.
const GUTTER: usize = 3;

/// A line split at its gutter.
#[derive(Debug, Clone, Copy)]
struct ColumnSplit {
    /// Bytes left of the gutter; empty if the line begins right of it.
    left: Span,
    /// Bytes right of the gutter; empty if the line ends left of it.
    right: Span,
    /// Column at which the right part begins.
    column: usize,
    /// Column at which the left part ends.
    left_end: usize,
}

/// Reorders every stretch of two-column lines.
#[must_use]
pub(super) fn in_reading_order(text: &str, lines: &[Line]) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        match two_column_stretch(text, lines, at) {
            Some((end, column)) => {
                emit(text, &lines[at..end], column, &mut out);
                at = end;
            }
            None => {
                out.push(lines[at]);
                at += 1;
            }
        }
    }
    out
}

/// The end of a two-column stretch that begins at line `first`, and the column at which its right side begins.
fn two_column_stretch(text: &str, lines: &[Line], first: usize) -> Option<(usize, usize)> {
    let column = gutter(text, &lines[first])?.column;
    let (mut both, mut total, mut filled, mut end) = (0, 0, 0, first);
    for (index, line) in lines.iter().enumerate().skip(first) {
        if line.kind == LineKind::Blank {
            break;
        }
        let Some(cut) = split_at(text, line, column) else { break };
        total += 1;
        if !cut.left.is_empty() && !cut.right.is_empty() {
            both += 1;
        }
        // Running text fills its column: the left part reaches almost to the gutter.
        if cut.left_end * 10 >= column * 8 {
            filled += 1;
        }
        // A line with a left side only continues the left column, unless that column has already ended.
        let trails = cut.right.is_empty() && index > 0 && left_ends_sentence(text, &lines[index - 1], column);
        if trails {
            total -= 1;
            break;
        }
        end = index + 1;
    }
    (both >= 3 && both * 10 >= total * 6 && filled * 10 >= both * 6).then_some((end, column))
}

/// Whether the left part of a line ends a sentence.
fn left_ends_sentence(text: &str, line: &Line, column: usize) -> bool {
    split_at(text, line, column).is_some_and(|cut| cut.left.of(text).ends_with(['。', '.']) || cut.left.is_empty())
}

/// The line split at its widest inner gap, if that is wide enough for a gutter.
fn gutter(text: &str, line: &Line) -> Option<ColumnSplit> {
    let content = line.span.of(text);
    let mut column = line.indent;
    let mut gap: Option<(usize, usize, usize)> = None;
    let mut best: Option<(usize, usize, usize, usize)> = None;
    for (at, c) in content.char_indices() {
        if class(c) == Class::Space {
            gap = gap.map_or(Some((at, column, at + c.len_utf8())), |(start, from, _)| {
                Some((start, from, at + c.len_utf8()))
            });
        } else if let Some((start, from, stop)) = gap.take() {
            let width = column - from;
            if width >= GUTTER && best.is_none_or(|(.., widest)| width > widest) {
                best = Some((start, stop, column, width));
            }
        }
        column += width_of(c);
    }
    let (start, stop, column, width) = best?;
    Some(ColumnSplit {
        left: Span::new(line.span.start, line.span.start + start),
        right: Span::new(line.span.start + stop, line.span.end),
        column,
        left_end: column - width,
    })
}

/// The line split where its right side begins at `column`, give or take one. A line that lies entirely on one side leaves
/// the other side empty.
fn split_at(text: &str, line: &Line, column: usize) -> Option<ColumnSplit> {
    if line.indent + 1 >= column {
        return Some(ColumnSplit {
            left: Span::new(line.span.start, line.span.start),
            right: line.span,
            column,
            left_end: 0,
        });
    }
    if line.indent + line.width < column {
        return Some(ColumnSplit {
            left: line.span,
            right: Span::new(line.span.end, line.span.end),
            column,
            left_end: line.indent + line.width,
        });
    }
    gutter(text, line).filter(|cut| cut.column.abs_diff(column) <= 1)
}

/// Adds the left sides of all lines to `out`, then the right sides.
fn emit(text: &str, lines: &[Line], column: usize, out: &mut Vec<Line>) {
    let cuts: Vec<(Line, ColumnSplit)> =
        lines.iter().filter_map(|line| split_at(text, line, column).map(|cut| (*line, cut))).collect();
    for right in [false, true] {
        for (line, cut) in &cuts {
            let span = if right { cut.right } else { cut.left };
            if span.is_empty() {
                continue;
            }
            let indent = if right { 0 } else { line.indent };
            out.push(Line { span, indent, width: width(span.of(text)), ..*line });
        }
    }
}

fn width_of(c: char) -> usize {
    width(c.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::super::Layout;

    fn order(text: &str) -> Vec<&str> {
        let lines = Layout::of(text, &[]).lines;
        lines.into_iter().filter(|line| line.width > 0).map(|line| line.span.of(text)).collect()
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let text = "†　積算温度―ある基準を上回   §　酵素―でんぷんを糖に分\n気温を足し合わせた値。植物    解する酵素。寒さで強まり\n育の早さを見積もる目安とな    、凍結を防ぐ。\nる。\n";
        assert_eq!(
            order(text),
            [
                "†　積算温度―ある基準を上回",
                "気温を足し合わせた値。植物",
                "育の早さを見積もる目安とな",
                "る。",
                "§　酵素―でんぷんを糖に分",
                "解する酵素。寒さで強まり",
                "、凍結を防ぐ。"
            ]
        );
    }

    #[test]
    fn a_list_with_hanging_heads_stays_as_it_is() {
        let text = "公開鍵          暗号化に使う鍵。\n                秘密ではない。\n秘密鍵          復号に使う鍵。\n署名            作成者を示す値。\n";
        assert_eq!(
            order(text),
            [
                "公開鍵          暗号化に使う鍵。",
                "秘密ではない。",
                "秘密鍵          復号に使う鍵。",
                "署名            作成者を示す値。"
            ]
        );
    }
}
