//! Writes fragments as lines of text and rows of tables.

use super::cells::{Cell, OpenTable, Part, parts};
use super::fragments::{Fragment, Height};
use super::spaces::Gaps;
use crate::read::superscript::{BaselineShift, to_unicode};
use crate::text::layout::{Joint, joint};

/// Lines further apart than this many usual distances have an empty line between them.
const EMPTY_LINE: f64 = 1.45;

/// What a printed line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::pdf) enum LineKind {
    /// A line of running text, or an empty line.
    Text,
    /// A row of a table, cells separated by tabs.
    Row,
    /// The rest of a row that began on the page before.
    RowRest,
}

/// A line of the text of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read::pdf) struct PrintedLine {
    pub(in crate::read::pdf) text: String,
    pub(in crate::read::pdf) kind: LineKind,
}

/// Writes the fragments of a stretch.
pub(super) fn print(fragments: &[Fragment], vertical: bool, open: &mut OpenTable, out: &mut Vec<PrintedLine>) {
    let parts = if vertical { vec![Part::Text(fragments.len())] } else { parts(fragments, open) };
    let (usual, gaps) = (usual_distance(fragments), Gaps::of(fragments));
    let mut above: Option<(f64, f64)> = None;
    let mut at = 0;
    for part in parts {
        match part {
            Part::Text(end) => {
                for line in with_whole_marks(in_lines(&fragments[at..end])) {
                    let distance = above.map_or(0.0, |(base, _)| base - line.base);
                    if usual > 0.0 && distance > EMPTY_LINE * usual && distance > 1.5 * line.size {
                        out.push(PrintedLine { text: String::new(), kind: LineKind::Text });
                    }
                    above = Some((line.base, line.size));
                    out.push(PrintedLine { text: text(&line, &gaps), kind: LineKind::Text });
                }
                at = end;
            }
            Part::Table(rows) => {
                for row in &rows {
                    let kind = if row.is_rest { LineKind::RowRest } else { LineKind::Row };
                    out.push(PrintedLine { text: row_text(fragments, &row.cells, &gaps), kind });
                    at = row.cells.iter().flatten().map(|cell| cell.end).fold(at, usize::max);
                }
                above = fragments[..at].last().map(|last| (last.base, last.size));
            }
        }
    }
}

/// Fragments on one baseline as one line each.
fn in_lines(fragments: &[Fragment]) -> Vec<Fragment> {
    let mut lines: Vec<Fragment> = Vec::new();
    for fragment in fragments {
        match lines.last_mut() {
            Some(line) if line.is_followed_on_line_by(fragment) => line.append(fragment.clone()),
            _ => lines.push(fragment.clone()),
        }
    }
    lines
}

/// The lines with note marks that are broken at the end of a line (注 / 2) in one piece there.
fn with_whole_marks(mut lines: Vec<Fragment>) -> Vec<Fragment> {
    for at in 1..lines.len() {
        let (above, below) = lines.split_at_mut(at);
        let (Some(line), Some(next)) = (above.last_mut(), below.first_mut()) else { continue };
        let rest = rest_of_mark(line, next);
        if rest > 0 && rest < next.glyphs.len() {
            let moved: Vec<_> = next.glyphs.drain(..rest).collect();
            let (base, size) = line.glyphs.last().map_or((line.base, line.size), |last| (last.base, last.size));
            for glyph in moved {
                let left = line.right;
                let right = left + (glyph.right - glyph.left);
                line.right = right;
                line.glyphs.push(super::Glyph { left, right, base, size, ..glyph });
            }
            next.left = next.glyphs.first().map_or(next.left, |first| first.left);
        }
    }
    lines
}

/// Number of characters at the start of `next` that belong to a mark at the end of `line`.
fn rest_of_mark(line: &Fragment, next: &Fragment) -> usize {
    let Some(last) = line.glyphs.last() else { return 0 };
    let raised = line.height(last) == Height::Raised;
    let begun = matches!(last.first(), Some('注' | '註' | '※' | '＊' | '*' | '#' | '＃'));
    if raised {
        return next.glyphs.iter().take_while(|glyph| next.height(glyph) == Height::Raised).count();
    }
    if !begun {
        return 0;
    }
    let digits = next.glyphs.iter().take_while(|glyph| glyph.first().is_some_and(char::is_numeric)).count();
    let bracket = next.glyphs.get(digits).is_some_and(|glyph| matches!(glyph.first(), Some(')' | '）')));
    if (1..=2).contains(&digits) { digits + usize::from(bracket) } else { 0 }
}

/// The text of a line, with exponents and indices as such.
fn text(line: &Fragment, gaps: &Gaps) -> String {
    let mut out = String::new();
    let mut shifted = String::new();
    let mut height = Height::Level;
    for (glyph, space) in line.glyphs.iter().zip(gaps.spaces(line)) {
        let here = line.height(glyph);
        if here != height {
            out.push_str(&in_form(&std::mem::take(&mut shifted), height));
            height = here;
        }
        if space {
            shifted.push(' ');
        }
        shifted.push_str(&glyph.text);
    }
    out.push_str(&in_form(&shifted, height));
    out.trim().to_owned()
}

/// Characters at one height in the form that shows it. Letters stay: few have such a form.
fn in_form(text: &str, height: Height) -> String {
    match height {
        Height::Raised if !text.contains(char::is_alphabetic) => to_unicode(text, BaselineShift::Superscript),
        Height::Lowered if !text.contains(char::is_alphabetic) => to_unicode(text, BaselineShift::Subscript),
        _ => text.to_owned(),
    }
}

/// A row of a table on one line.
fn row_text(fragments: &[Fragment], row: &[Option<Cell>], gaps: &Gaps) -> String {
    let cell =
        |cell: &Option<Cell>| cell.map_or_else(String::new, |cell| cell_text(&fragments[cell.first..cell.end], gaps));
    row.iter().map(cell).collect::<Vec<String>>().join("\t")
}

/// The lines of a cell, joined.
fn cell_text(lines: &[Fragment], gaps: &Gaps) -> String {
    let mut out = String::new();
    for line in with_whole_marks(in_lines(lines)) {
        let line = text(&line, gaps).replace('\t', " ");
        match joint(&out, &line) {
            Joint::Nothing => {}
            Joint::Space => out.push(' '),
            Joint::WithoutHyphen => out.truncate(out.len() - 1),
        }
        out.push_str(&line);
    }
    out
}

/// The median distance between lines of the same font size.
fn usual_distance(fragments: &[Fragment]) -> f64 {
    let mut distances: Vec<f64> = fragments
        .windows(2)
        .filter(|pair| (pair[0].size - pair[1].size).abs() < 0.5)
        .map(|pair| pair[0].base - pair[1].base)
        .filter(|distance| *distance > 1.0)
        .collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 2).copied().unwrap_or(0.0)
}
