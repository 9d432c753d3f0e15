//! Finds the note marks in the running text and links each to its entry.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::document::Document;
use super::mark_reader;
use super::marker::{Cell, MarkScope, MarkStyle, NoteMark};
use super::rules::RULES;
use crate::model::{Entry, Marker, Reference, Span};
use crate::text::chars::{Class, class, fold};

/// The marks outside the glossaries that have the style and label of an entry.
pub(super) fn read(
    document: &Document<'_>,
    entries: &[Entry],
    styles: &[MarkStyle],
    glossary: &HashSet<usize>,
) -> Vec<Reference> {
    let mut found = Vec::new();
    // The first entry with each label.
    let mut labels: HashMap<&str, usize> = HashMap::new();
    for (index, marker) in entries.iter().enumerate().filter_map(|(index, entry)| Some((index, entry.marker.as_ref()?)))
    {
        labels.entry(marker.label.as_str()).or_insert(index);
    }
    // Cells at the start of a row that belong to a mark on the row before.
    let mut taken = 0;
    for (index, row) in document.rows.iter().enumerate() {
        let mut at = std::mem::take(&mut taken);
        if glossary.contains(&index) || is_author_line(document, index) {
            continue;
        }
        let (cells, end) = with_start_of_next(document, index, glossary);
        while at < row.cells.len() {
            let is_behind_term = |mark: &NoteMark| {
                let entry = labels.get(mark.label.as_str()).map(|entry| &entries[*entry]);
                entry.is_some_and(|entry| follows(&cells[..at], &entry.term))
            };
            match mark_at(document, index, &cells, at, styles, is_behind_term) {
                Some(mark) => {
                    let start = cells[at].0;
                    let last = at + mark.length;
                    let end = if last == row.cells.len() {
                        row.line.span.end
                    } else {
                        cells.get(last).map_or(end, |cell| cell.0)
                    };
                    let span = trim(document.text, Span::new(start, end));
                    let marker = Marker { printed: on_one_line(span.of(document.text)), label: mark.label.clone() };
                    let entry = labels.get(mark.label.as_str()).copied();
                    found.push(Reference { marker, span, entry });
                    taken = last.saturating_sub(row.cells.len());
                    at = last;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The most characters of a mark after a line break inside it: `（注` / `12）`.
const REST: usize = 6;

/// The cells of a row, with the first ones of the next row if a mark may go on there, and where the last of them ends. What
/// comes after a whole mark does not change it.
fn with_start_of_next<'a>(
    document: &'a Document<'_>,
    row: usize,
    glossary: &HashSet<usize>,
) -> (Cow<'a, [Cell]>, usize) {
    let own = &document.rows[row];
    let opens =
        own.cells.last().is_some_and(|cell| !cell.1.is_ascii_alphanumeric() && class(cell.1) != Class::Hiragana);
    // The open mark shows that the text goes on, however short its row, but not into another paragraph.
    let ends = document.marked && own.line.ends_block;
    let goes_on = |next: usize| !ends && !document.is_apart(next) && !glossary.contains(&next);
    let next = document.rows.get(row + 1).filter(|_| opens && goes_on(row + 1));
    let Some(next) = next.filter(|next| next.cells.first().is_some_and(|cell| cell.1.is_ascii_digit())) else {
        return (Cow::Borrowed(&own.cells), own.line.span.end);
    };
    let end = next.cells.get(REST).map_or(next.line.span.end, |cell| cell.0);
    (Cow::Owned(own.cells.iter().chain(next.cells.iter().take(REST)).copied().collect()), end)
}

/// A mark without the line break inside it.
fn on_one_line(printed: &str) -> String {
    printed.lines().map(str::trim).collect()
}

/// The mark at a cell of a row, if it is one. After a letter or digit, a number in brackets may be an index, and a raised one an
/// exponent; not where `is_behind_term` says that the mark follows the very term of its entry: `環境DNA[1]`.
fn mark_at(
    document: &Document<'_>,
    row: usize,
    cells: &[Cell],
    at: usize,
    styles: &[MarkStyle],
    is_behind_term: impl Fn(&NoteMark) -> bool,
) -> Option<NoteMark> {
    let mark = mark_reader::at(&cells[at..], MarkScope::Text).filter(|mark| styles.contains(&mark.style))?;
    let before = at.checked_sub(1).map(|index| cells[index].1);
    match &mark.style {
        MarkStyle::Bullet(_) => None,
        // A line that begins with the mark is a list item or a note, unless only the page wrapped it there.
        _ if at == 0 && row > 0 && document.ends_paragraph(row - 1) => None,
        // 受注 1, 脚注1: the word of the mark must not be the end of a longer word.
        MarkStyle::Prefixed(prefix)
            if prefix.starts_with('注') && before.is_some_and(|c| matches!(c, '受' | '発' | '脚' | '特' | '外')) =>
        {
            None
        }
        MarkStyle::Bare(_) if before.is_some_and(|c| c.is_ascii_alphanumeric()) && !is_behind_term(&mark) => None,
        MarkStyle::Superscript | MarkStyle::Raised(_)
            if before.is_some_and(|c| class(c) == Class::Digit || matches!(c, '-' | '⁻')) && !is_behind_term(&mark) =>
        {
            None
        }
        _ => Some(mark),
    }
}

/// Whether `cells` end with a term.
fn follows(cells: &[Cell], term: &str) -> bool {
    let mut ends = cells.iter().rev().map(|cell| cell.1);
    !term.is_empty() && term.chars().rev().all(|c| ends.next() == Some(fold(c)))
}

/// Whether a row links authors to institutions by the same signs.
fn is_author_line(document: &Document<'_>, row: usize) -> bool {
    let compact = document.compact(row);
    RULES
        .references
        .authors
        .iter()
        .any(|word| compact.starts_with(word.as_str()) || compact.starts_with(&format!("【{word}")))
}

/// A mark without the full stop and spaces after it in running text.
fn trim(text: &str, span: Span) -> Span {
    let printed = span.of(text);
    let trimmed = printed.trim_end_matches(['.', '．', ':', '：', ' ', '\u{3000}']);
    Span::new(span.start, span.start + trimmed.len())
}
