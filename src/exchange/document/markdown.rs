//! Markdown comes in; its headings, items, table cells and paragraphs with their places go out.
//!
//! Only blocks are told apart, as far as it takes to find running text: marks inside a line stay in the text. Code,
//! front matter, comments and link definitions are passed over.

use super::coding::Coding;
use super::joined::joined;
use super::lines::{lines, trimmed};
use super::passage::Passage;
use crate::model::Span;

/// What kind of block a passage is; blocks of a translation have the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading of this depth.
    Heading(usize),
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A paragraph.
    Paragraph,
}

/// The texts of all blocks.
pub(super) fn passages(text: &str, file: usize) -> Vec<Passage> {
    blocks(text, file).into_iter().map(|(_, passage)| passage).collect()
}

/// The blocks in order.
pub(super) fn blocks(text: &str, file: usize) -> Vec<(Kind, Passage)> {
    let mut found = Vec::new();
    let mut open: (Kind, Vec<Span>) = (Kind::Paragraph, Vec::new());
    // What ends the stretch that is passed over.
    let mut until: Option<&'static str> = None;
    let mut close = |open: &mut (Kind, Vec<Span>), kind: Kind| {
        if !open.1.is_empty() {
            found.push((open.0, joined(text, &open.1, file)));
        }
        *open = (kind, Vec::new());
    };
    let mut cells = Vec::new();
    for (number, line) in lines(text).enumerate() {
        let line = trimmed(text, line);
        let said = line.of(text);
        if let Some(mark) = until {
            let ended = if mark == "-->" { said.contains(mark) } else { said.starts_with(mark) };
            until = if ended { None } else { until };
            continue;
        }
        until = match said {
            "---" if number == 0 => Some("---"),
            _ if said.starts_with("```") => Some("```"),
            _ if said.starts_with("~~~") => Some("~~~"),
            _ if said.starts_with("<!--") && !said.contains("-->") => Some("-->"),
            _ => None,
        };
        let definition = said.starts_with('[') && said.contains("]:");
        if until.is_some() || said.is_empty() || is_rule(said) || definition || said.starts_with("<!--") {
            close(&mut open, Kind::Paragraph);
            continue;
        }
        if said.starts_with('|') {
            close(&mut open, Kind::Paragraph);
            // Cells come behind what was closed; the order of the file is kept by sorting at the end.
            cells.extend(row(text, line, file));
            continue;
        }
        let (kind, rest) = marked(text, line);
        match kind {
            Some(kind @ Kind::Heading(_)) => {
                close(&mut open, kind);
                open.1.push(rest);
                close(&mut open, Kind::Paragraph);
            }
            Some(kind) => {
                close(&mut open, kind);
                open.1.push(rest);
            }
            None if !rest.is_empty() => open.1.push(rest),
            None => close(&mut open, Kind::Paragraph),
        }
    }
    close(&mut open, Kind::Paragraph);
    found.extend(cells);
    found.retain(|(_, passage)| !passage.is_blank());
    found.sort_by_key(|(_, passage)| passage.place().start);
    found
}

/// A line of `-`, `=`, `*` or `_`: a rule, or the line under a heading.
fn is_rule(said: &str) -> bool {
    let marks: String = said.chars().filter(|letter| !letter.is_whitespace()).collect();
    let same = |mark: char| marks.chars().all(|letter| letter == mark);
    (marks.len() >= 3 && ['-', '*', '_', '='].into_iter().any(same)) || (!marks.is_empty() && same('='))
}

/// What the marks at the beginning of a line make of it, and the line without them.
fn marked(text: &str, line: Span) -> (Option<Kind>, Span) {
    let mut rest = line;
    while rest.of(text).starts_with('>') {
        rest = trimmed(text, Span::new(rest.start + 1, rest.end));
    }
    let said = rest.of(text);
    let depth = said.bytes().take_while(|byte| *byte == b'#').count();
    let behind = |length: usize| trimmed(text, Span::new(rest.start + length, rest.end));
    if (1..=6).contains(&depth) && said[depth..].starts_with([' ', '\t', '　']) {
        let mut heading = behind(depth);
        let bare = heading.of(text).trim_end_matches('#').trim_end();
        heading.end = heading.start + bare.len();
        return (Some(Kind::Heading(depth)), heading);
    }
    let digits = said.bytes().take_while(u8::is_ascii_digit).count();
    let item = match () {
        () if said.starts_with(['-', '*', '+']) && said[1..].starts_with([' ', '\t']) => 1,
        () if (1..=9).contains(&digits)
            && said[digits..].starts_with(['.', ')'])
            && said[digits + 1..].starts_with(' ') =>
        {
            digits + 1
        }
        () => return (None, rest),
    };
    let mut item = behind(item);
    for task in ["[ ] ", "[x] "] {
        if item.of(text).starts_with(task) {
            item = trimmed(text, Span::new(item.start + task.len(), item.end));
        }
    }
    (Some(Kind::Item), item)
}

/// The cells of a row of a table.
fn row(text: &str, line: Span, file: usize) -> Vec<(Kind, Passage)> {
    let said = line.of(text);
    if said.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' ' | '\t')) {
        return Vec::new();
    }
    let mut cells = Vec::new();
    let mut start = line.start + 1;
    let ends = said.char_indices().skip(1).filter(|(at, letter)| *letter == '|' && !said[..*at].ends_with('\\'));
    for end in ends.map(|(at, _)| line.start + at).chain([line.end]) {
        let cell = trimmed(text, Span::new(start, end));
        if !cell.is_empty() {
            let mut passage = Passage::new(file, cell.start, Coding::Line);
            passage.push(cell.of(text), cell.start, false);
            passage.set_place(cell);
            cells.push((Kind::Cell, passage));
        }
        start = end + 1;
    }
    cells
}
