//! Finds glossary notes without a heading, at the ends of pages or of the document.
//!
//! Without a heading, a mark alone proves nothing. So the running text must refer to the note by the same mark, the note
//! must have a separator between head and definition, and the numbers must begin with the first.

use std::collections::HashSet;

use super::document::Document;
use super::mark_reader;
use super::marker::{self, MarkScope, MarkStyle};
use super::section::{EntryStart, GlossarySection};
use super::section_end::is_literature;
use super::separator::{Separator, separators};
use crate::model::BlockKind;
use crate::text::chars::{Class, class};

/// Sections of notes, ignoring the rows `taken`.
pub(super) fn without_heading(document: &Document<'_>, taken: &HashSet<usize>) -> Vec<GlossarySection> {
    let mut styles: Vec<MarkStyle> = Vec::new();
    for row in 0..document.rows.len() {
        if let Some(mark) = document
            .mark(row, MarkScope::Text)
            .filter(|mark| !taken.contains(&row) && may_be_note(document, row, &mark.style))
            && !styles.contains(&mark.style)
        {
            styles.push(mark.style);
        }
    }
    styles.iter().filter_map(|style| notes(document, taken, style)).collect()
}

fn may_be_note(document: &Document<'_>, row: usize, style: &MarkStyle) -> bool {
    let mark = || document.mark(row, MarkScope::Text).map_or(0, |mark| mark.length);
    style.is_unambiguous()
        || document.rows[row].line.block == Some(BlockKind::Note)
        || matches!(style, MarkStyle::Bare(kind) if kind.starts_with('[')) && is_plain_note(document, row, mark())
}

/// Whether a note in square brackets, with which literature is numbered too, gives a noun, a colon and sentences.
fn is_plain_note(document: &Document<'_>, row: usize, mark: usize) -> bool {
    let rest = &document.rows[row].cells[mark..];
    let colon = separators(document.text, rest).into_iter().find(|cut| cut.separator == Separator::Colon);
    let noun = |cut: usize| !rest[..cut].iter().any(|cell| matches!(cell.1, '、' | ',' | '.'));
    colon.is_some_and(|cut| cut.start <= 30 && noun(cut.start))
        && document.ends_sentence(row)
        && rest.iter().any(|cell| cell.1 == '。')
        && !is_literature(document, row)
}

fn notes(document: &Document<'_>, taken: &HashSet<usize>, style: &MarkStyle) -> Option<GlossarySection> {
    let called = reference_labels(document, style);
    let mut starts: Vec<EntryStart> = Vec::new();
    let mut last = 0;
    let mut end = 0;
    for row in 0..document.rows.len() {
        if taken.contains(&row) {
            continue;
        }
        let Some(mark) = document.mark(row, MarkScope::Text).filter(|mark| mark.style == *style) else { continue };
        let rest = &document.rows[row].cells[mark.length..];
        let number = mark.number.unwrap_or(last + 1);
        let suffixed = number == last
            && starts.last().and_then(|start| start.mark.as_ref()).is_some_and(|before| before.label < mark.label);
        let in_turn = suffixed || number > last && number <= last + 2 && (last > 0 || number == 1);
        let opens = row == 0
            || document.ends_paragraph(row - 1)
            || document.ends_sentence(row - 1)
            || !document.wrapped
            || document.rows[row].after_page;
        let plain = !matches!(style, MarkStyle::Bare(_)) || may_be_note(document, row, style);
        if in_turn && opens && plain && called.contains(&mark.label) && has_head_and_definition(document, row, rest) {
            last = number;
            end = note_end(document, row, style);
            starts.push(EntryStart { row, mark: Some(mark) });
        }
    }
    let enough = starts.len() >= 2 || (starts.len() == 1 && matches!(style, MarkStyle::Prefixed(_)));
    enough.then_some(GlossarySection { starts, end, ..GlossarySection::default() })
}

/// The labels of marks of this style that occur inside rows.
fn reference_labels(document: &Document<'_>, style: &MarkStyle) -> HashSet<String> {
    let mut labels = HashSet::new();
    for row in &document.rows {
        for at in 1..row.cells.len() {
            let before = row.cells[at - 1].1;
            if class(before) == Class::Space && at < 3 {
                continue;
            }
            if let Some(mark) = mark_reader::at(&row.cells[at..], MarkScope::Text).filter(|mark| mark.style == *style) {
                labels.insert(mark.label);
            }
        }
    }
    labels
}

/// Whether a head and its definition follow the mark, not an affiliation or a remark.
fn has_head_and_definition(document: &Document<'_>, row: usize, rest: &[marker::Cell]) -> bool {
    let inline = separators(document.text, rest).into_iter().any(|cut| {
        cut.start >= 1
            && cut.start <= 45
            && matches!(
                cut.separator,
                Separator::Colon
                    | Separator::Toha
                    | Separator::Ellipsis
                    | Separator::Dash
                    | Separator::Gap
                    | Separator::Period
            )
    });
    let alone = rest.len() >= 2
        && rest.len() <= 45
        && !rest.iter().any(|cell| cell.1 == '。')
        && row + 1 < document.rows.len()
        && document.rows[row + 1].cells.iter().any(|cell| cell.1 == '。')
        && !document.is_full(row);
    inline || alone
}

/// The row after the last one of the note that starts at `row`.
fn note_end(document: &Document<'_>, row: usize, style: &MarkStyle) -> usize {
    let mut next = row + 1;
    while next < document.rows.len() {
        let page = document.rows[next].after_page && document.ends_sentence(next - 1);
        let other = document.mark(next, MarkScope::Text).is_some_and(|mark| mark.style == *style);
        let closed = document.ends_paragraph(next - 1) && (next > row + 1 || document.ends_sentence(next - 1));
        if document.rows[next].line.block.is_some_and(BlockKind::is_inner) {
            next += 1;
            continue;
        }
        if other
            || page
            || (closed
                && (document.is_apart(next)
                    || document.looks_like_heading(next)
                    || document.is_section_end(next)
                    || document.marked))
        {
            break;
        }
        next += 1;
    }
    next
}

/// The ends of all notes of a section without a heading, one for each start.
pub(super) fn ends(document: &Document<'_>, section: &GlossarySection) -> Vec<usize> {
    section
        .starts
        .iter()
        .map(|start| start.mark.as_ref().map_or(start.row + 1, |mark| note_end(document, start.row, &mark.style)))
        .collect()
}
