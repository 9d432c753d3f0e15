//! Finds glossaries on pages that hold nothing else: consecutive marked notes, or heads with a bullet over their definitions,
//! without a heading and without a text that refers to them.
//!
//! Remarks, lists of events and literature look much the same, so every entry must have a short head and a definition in
//! sentences, and the page must hold little else. Such entries are doubted.

use super::document::Document;
use super::entry_shape::reads_as_definition;
use super::marked_entries;
use super::marker::{MarkScope, MarkStyle};
use super::section::{EntryStart, GlossarySection};
use crate::text::chars::{Class, class};

/// The most rows before the first entry: a title, a date.
const LEAD: usize = 3;

/// The glossary that a document without any other consists of.
pub(super) fn read(document: &Document<'_>) -> Option<GlossarySection> {
    let first = (0..document.rows.len().min(LEAD + 1)).find(|&row| document.mark(row, MarkScope::Row).is_some())?;
    let style = document.mark(first, MarkScope::Row)?.style;
    let fewest = match style {
        MarkStyle::Prefixed(_) | MarkStyle::Sign => 2,
        MarkStyle::Bullet(_) => 3,
        _ => return None,
    };
    if (0..first).any(|row| document.ends_sentence(row)) {
        return None;
    }
    let section = marked_entries::read(document, first, document.rows.len(), &style, None);
    let counts = matches!(style, MarkStyle::Bullet(_) | MarkStyle::Sign)
        || section
            .starts
            .iter()
            .zip(1..)
            .all(|(start, number)| start.mark.as_ref().and_then(|mark| mark.number) == Some(number));
    let rest = document.rows.len() - section.end;
    let starts = section.starts.iter().map(|start| start.row);
    let ends = starts.skip(1).chain([section.end]);
    let defined = section.starts.iter().zip(ends).all(|(start, end)| is_defined(document, start, end));
    let whole = section.starts.len() >= fewest && counts && rest <= section.starts.len() && defined;
    whole.then_some(GlossarySection { is_whole: true, ..section })
}

/// Whether an entry has a noun as its head and sentences under or after it.
fn is_defined(document: &Document<'_>, start: &EntryStart, end: usize) -> bool {
    let length = start.mark.as_ref().map_or(0, |mark| mark.length);
    let head = &document.rows[start.row].cells[length..];
    let bullet = start.mark.as_ref().is_some_and(|mark| matches!(mark.style, MarkStyle::Bullet(_)));
    let alone = !head.iter().any(|cell| cell.1 == '。');
    let noun = head.iter().filter(|cell| class(cell.1) == Class::Hiragana).count() * 2 <= head.len();
    reads_as_definition(document, start)
        && (!bullet || alone && noun && end > start.row + 1)
        && (start.row..end).any(|row| document.ends_sentence(row))
        && !(start.row..end).any(|row| document.is_section_end(row) || is_literature(document, row))
}

/// Whether a row reads like an item of a list of literature.
fn is_literature(document: &Document<'_>, row: usize) -> bool {
    let text = document.compact(row);
    ["etal", "doi", "http", "vol.", "pp."].iter().any(|sign| text.contains(sign))
}
