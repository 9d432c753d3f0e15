//! Says of each row of a document whether it is running text, a heading, or neither.

use super::super::document::Document;
use super::super::rules::compact;
use super::contents::{self, ContentsList};
use super::page_edges;
use super::{RowKind, captions};
use crate::model::BlockKind;
use crate::text::chars::{Class, class, is_japanese_letter};

/// Columns of the longest heading that only its number marks.
const LONGEST: usize = 60;

/// The kind of every row.
pub(super) fn of_rows(document: &Document<'_>) -> Vec<RowKind> {
    let contents = ContentsList::of(document);
    let edges = page_edges::rows(document);
    let mut kinds: Vec<RowKind> = Vec::with_capacity(document.rows.len());
    for row in 0..document.rows.len() {
        let block = document.rows[row].line.block;
        let before = kinds.last().copied();
        let is_cell = matches!(block, Some(BlockKind::Row | BlockKind::DefinedTerm));
        let is_listed = edges.contains(&row) || contents.contains(row) || is_cell;
        let kind = if is_listed || captions::is_in(document, row, before) {
            RowKind::Apart
        } else if is_heading(document, row, &contents) || continues_heading(document, row, before) {
            RowKind::Heading
        } else {
            RowKind::Text
        };
        kinds.push(kind);
    }
    if let Some(first) = kinds.iter().position(|kind| *kind != RowKind::Apart)
        && !document.ends_sentence(first)
        && (kinds[first] == RowKind::Heading
            || document.is_apart_or_last(first + 1)
            || document.looks_like_heading(first))
    {
        kinds[first] = RowKind::Title;
    }
    kinds
}

/// Whether a row is a heading: the format says so, a contents list names it, or it has the number of a section.
fn is_heading(document: &Document<'_>, row: usize, contents: &ContentsList) -> bool {
    let line = &document.rows[row].line;
    if line.block.is_some() && !is_unmarked(document, row) {
        return line.block == Some(BlockKind::Heading);
    }
    let text = document.compact(row);
    if text.ends_with('。') {
        return false;
    }
    let title = contents::title(&text);
    if contents.names(title) && title.chars().count() >= 2 && line.width <= 2 * LONGEST {
        return true;
    }
    match section_number(document, row) {
        Some(SectionNumber::Nested) => !document.ends_sentence(row) || text.ends_with(['?', '!']),
        Some(SectionNumber::Single) => {
            line.width <= LONGEST
                && !document.ends_sentence(row)
                && !document.is_full(row)
                && starts_paragraph(document, row)
        }
        None => false,
    }
}

/// Whether a row has a block that says nothing about what it is, as the lines of a PDF have.
fn is_unmarked(document: &Document<'_>, row: usize) -> bool {
    !document.marked && document.rows[row].line.block != Some(BlockKind::Row)
}

/// Whether a row is the second line of a heading that fills its first.
fn continues_heading(document: &Document<'_>, row: usize, before: Option<RowKind>) -> bool {
    before == Some(RowKind::Heading)
        && !document.marked
        && document.is_full(row - 1)
        && !document.is_apart(row)
        && !document.rows[row].after_page
        && !document.ends_with_full_stop(row)
}

fn starts_paragraph(document: &Document<'_>, row: usize) -> bool {
    row == 0
        || document.is_apart(row)
        || document.rows[row].after_page
        || document.ends_sentence(row - 1)
        || !document.is_full(row - 1)
}

/// How a heading is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SectionNumber {
    /// 第3章, 2.4.1, B.2.
    Nested,
    /// 3, as items of lists are, too.
    Single,
}

/// The number of a section that a row begins with, before the text of the heading.
fn section_number(document: &Document<'_>, row: usize) -> Option<SectionNumber> {
    let text = document.rows[row].line.span.of(document.text);
    let folded: String = text.chars().map(crate::text::chars::fold).collect();
    let lower = folded.to_lowercase();
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (word, ends) in [
        ("第", &["章", "節", "部", "編"][..]),
        ("chapter ", &[" ", ".", ":"]),
        ("part ", &[" ", ".", ":"]),
        ("付録", &[" "]),
    ] {
        if let Some(rest) = lower.strip_prefix(word) {
            let rest = rest.trim_start();
            let number = digits(rest).max(usize::from(rest.starts_with(|c: char| c.is_ascii_alphabetic())));
            let after = rest.get(number..).unwrap_or_default();
            let after = if word == "第" { after.trim_start() } else { after };
            return (number > 0 && (after.is_empty() || ends.iter().any(|end| after.starts_with(end))))
                .then_some(SectionNumber::Nested);
        }
    }
    let letter = usize::from(lower.starts_with(|c: char| c.is_ascii_lowercase()) && lower.get(1..2) == Some("."));
    let mut rest = lower.get(letter..)?;
    let mut parts = letter;
    if letter == 0 {
        let length = digits(rest);
        if !(1..=2).contains(&length) {
            return None;
        }
        parts += 1;
        rest = rest.get(length..)?;
    }
    while let Some(after) = rest.strip_prefix('.') {
        let length = digits(after);
        if !(1..=2).contains(&length) {
            break;
        }
        parts += 1;
        rest = after.get(length..)?;
    }
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let begins = rest.chars().next()?;
    let title = rest.trim_start();
    let named = title.chars().any(|c| is_japanese_letter(c) || class(c) == Class::Latin);
    let opens = class(begins) == Class::Space || is_japanese_letter(begins);
    match (parts, named && opens) {
        (2.., true) => Some(SectionNumber::Nested),
        (1, true) if letter == 0 && class(begins) == Class::Space => Some(SectionNumber::Single),
        _ => None,
    }
}

impl Document<'_> {
    /// Whether a row begins after an empty line, or is behind the last one.
    fn is_apart_or_last(&self, row: usize) -> bool {
        row >= self.rows.len() || self.is_apart(row)
    }

    /// Whether a row ends with the full stop of a sentence and not with a question mark.
    fn ends_with_full_stop(&self, row: usize) -> bool {
        compact(self.rows[row].line.span.of(self.text)).ends_with(['。', '.'])
    }
}
