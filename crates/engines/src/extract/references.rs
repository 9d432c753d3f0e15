//! Finds the note marks in the running text and links each to its entry.

use std::collections::{HashMap, HashSet};

use super::document::Document;
use super::mark_reader;
use super::marker::{MarkScope, MarkStyle, NoteMark};
use super::rules::RULES;
use crate::model::{Entry, Marker, Reference, Span};
use crate::text::chars::{Class, class};

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
    for (index, row) in document.rows.iter().enumerate() {
        if glossary.contains(&index) || is_author_line(document, index) {
            continue;
        }
        let mut at = 0;
        while at < row.cells.len() {
            match mark_at(document, index, at, styles) {
                Some(mark) => {
                    let start = row.cells[at].0;
                    let end = row.cells.get(at + mark.length).map_or(row.line.span.end, |cell| cell.0);
                    let span = trim(document.text, Span::new(start, end));
                    let marker = Marker { printed: span.of(document.text).to_owned(), label: mark.label.clone() };
                    let entry = labels.get(mark.label.as_str()).copied();
                    found.push(Reference { marker, span, entry });
                    at += mark.length;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn mark_at(document: &Document<'_>, row: usize, at: usize, styles: &[MarkStyle]) -> Option<NoteMark> {
    let cells = &document.rows[row].cells;
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
        MarkStyle::Bare(_) if before.is_some_and(|c| c.is_ascii_alphanumeric()) => None,
        MarkStyle::Superscript if before.is_some_and(|c| class(c) == Class::Digit || matches!(c, '-' | '⁻')) => None,
        _ => Some(mark),
    }
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
