//! The headings, list items, table cells and paragraphs of Markdown.
//!
//! Only blocks are told apart, as far as it takes to find running text: markup inside a line stays in the text. Code,
//! front matter, comments and link definitions are passed over.

use crate::exchange::document::{Notation, Passage};
use crate::exchange::plain_text::{joined, lines, trimmed};
use crate::model::Span;

/// The kind of a block. The blocks of a translation are of the same kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Kind {
    /// A heading of this depth.
    Heading(usize),
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A paragraph.
    Paragraph,
}

/// The blocks in order.
pub(in crate::exchange) fn blocks(text: &str, file: usize) -> Vec<(Kind, Passage)> {
    let mut blocks = Vec::new();
    let mut open: (Kind, Vec<Span>) = (Kind::Paragraph, Vec::new());
    // The mark that ends the stretch that is passed over.
    let mut until: Option<&'static str> = None;
    let mut close = |open: &mut (Kind, Vec<Span>), kind: Kind| {
        if !open.1.is_empty() {
            blocks.push((open.0, joined(text, &open.1, file)));
        }
        *open = (kind, Vec::new());
    };
    let mut cells = Vec::new();
    for (number, line) in lines(text).enumerate() {
        let line = trimmed(text, line);
        let content = line.of(text);
        if let Some(mark) = until {
            let ended = if mark == "-->" { content.contains(mark) } else { content.starts_with(mark) };
            until = if ended { None } else { until };
            continue;
        }
        until = match content {
            "---" if number == 0 => Some("---"),
            _ if content.starts_with("```") => Some("```"),
            _ if content.starts_with("~~~") => Some("~~~"),
            _ if content.starts_with("<!--") && !content.contains("-->") => Some("-->"),
            _ => None,
        };
        let definition = content.starts_with('[') && content.contains("]:");
        if until.is_some() || content.is_empty() || is_rule(content) || definition || content.starts_with("<!--") {
            close(&mut open, Kind::Paragraph);
            continue;
        }
        if content.starts_with('|') {
            close(&mut open, Kind::Paragraph);
            // The blocks are sorted at the end.
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
    blocks.extend(cells);
    blocks.retain(|(_, passage)| !passage.is_blank());
    blocks.sort_by_key(|(_, passage)| passage.file_span().start);
    blocks
}

/// A line of `-`, `=`, `*` or `_`: a rule, or the line under a heading.
fn is_rule(content: &str) -> bool {
    let marks: String = content.chars().filter(|letter| !letter.is_whitespace()).collect();
    let same = |mark: char| marks.chars().all(|letter| letter == mark);
    (marks.len() >= 3 && ['-', '*', '_', '='].into_iter().any(same)) || (!marks.is_empty() && same('='))
}

/// The kind the marks at the beginning of a line stand for, and the line without them.
fn marked(text: &str, line: Span) -> (Option<Kind>, Span) {
    let mut rest = line;
    while rest.of(text).starts_with('>') {
        rest = trimmed(text, Span::new(rest.start + 1, rest.end));
    }
    let content = rest.of(text);
    let depth = content.bytes().take_while(|byte| *byte == b'#').count();
    let behind = |length: usize| trimmed(text, Span::new(rest.start + length, rest.end));
    if (1..=6).contains(&depth) && content[depth..].starts_with([' ', '\t', '　']) {
        let mut heading = behind(depth);
        let bare = heading.of(text).trim_end_matches('#').trim_end();
        heading.end = heading.start + bare.len();
        return (Some(Kind::Heading(depth)), heading);
    }
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    let item = match () {
        () if content.starts_with(['-', '*', '+']) && content[1..].starts_with([' ', '\t']) => 1,
        () if (1..=9).contains(&digits)
            && content[digits..].starts_with(['.', ')'])
            && content[digits + 1..].starts_with(' ') =>
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
    let content = line.of(text);
    if content.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' ' | '\t')) {
        return Vec::new();
    }
    let mut cells = Vec::new();
    let mut start = line.start + 1;
    let ends = content.char_indices().skip(1).filter(|(at, letter)| *letter == '|' && !content[..*at].ends_with('\\'));
    for end in ends.map(|(at, _)| line.start + at).chain([line.end]) {
        let cell = trimmed(text, Span::new(start, end));
        if !cell.is_empty() {
            let mut passage = Passage::new(file, cell.start, Notation::Line);
            passage.push(cell.of(text), cell.start);
            passage.set_file_span(cell);
            cells.push((Kind::Cell, passage));
        }
        start = end + 1;
    }
    cells
}
