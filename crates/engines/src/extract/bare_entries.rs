//! Finds glossaries on pages that hold nothing else: consecutive marked notes, or heads with a bullet over their definitions,
//! without a heading and without a text that refers to them.
//!
//! Remarks, lists of events and literature look much the same, so every entry must have a short head and a definition in
//! sentences, and the page must hold little else. Such entries are doubted.

use super::document::Document;
use super::entry_shape::reads_as_definition;
use super::marked_entries;
use super::marker::{Cell, MarkScope, MarkStyle};
use super::rules::RULES;
use super::section::{EntryStart, GlossarySection};
use super::section_end::is_literature;
use super::separator::{Separator, separators};
use crate::text::chars::{Class, class};

/// The most rows before the first entry: a title, a date.
const LEAD: usize = 3;

/// The glossary that a document without any other consists of.
pub(super) fn read(document: &Document<'_>) -> Option<GlossarySection> {
    let first = (0..document.rows.len().min(LEAD + 1)).find(|&row| document.mark(row, MarkScope::Row).is_some())?;
    let style = document.mark(first, MarkScope::Row)?.style;
    let fewest = match style {
        MarkStyle::Prefixed(_) | MarkStyle::Sign => 2,
        MarkStyle::Bullet(_) | MarkStyle::Circled => 3,
        MarkStyle::Bare(ref kind) if kind != "1." => 3,
        _ => return None,
    };
    let headed = first > 0 && document.is_section_end(first - 1);
    if headed || (0..first).any(|row| document.ends_sentence(row)) {
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
    let telling = start.mark.as_ref().is_some_and(|mark| mark.style.is_unambiguous());
    let inline = separators(document.text, head).into_iter().find(|cut| cut.separator == Separator::Colon);
    let alone = !head.iter().any(|cell| cell.1 == '。') && end > start.row + 1;
    let name = inline.map_or(head, |cut| &head[..cut.start]);
    reads_as_definition(document, start)
        && (telling || (alone || inline.is_some()) && is_noun(name) && !is_notice(document, start.row..end, name))
        && (start.row..end).any(|row| document.ends_sentence(row))
        && !(start.row..end).any(|row| document.is_section_end(row) || is_literature(document, row))
}

/// Whether a head is a name, not a clause: little of it is hiragana, apart from a reading in brackets.
fn is_noun(head: &[Cell]) -> bool {
    let end = head.iter().position(|cell| cell.1 == '(').filter(|at| *at > 0).unwrap_or(head.len());
    let name = &head[..end];
    let kana = name.iter().filter(|cell| class(cell.1) == Class::Hiragana).count();
    let clause = name.last().is_some_and(|cell| "るすくむぶうつたてだをにはがでとのし".contains(cell.1));
    kana * 3 <= end * 2 && !clause
}

/// Whether an item belongs to an announcement or to instructions: 日時, 会場, and what the reader is asked to do.
fn is_notice(document: &Document<'_>, rows: std::ops::Range<usize>, head: &[Cell]) -> bool {
    let name: String = head.iter().map(|cell| cell.1).filter(|c| class(*c) != Class::Space).collect();
    let asks = |row: usize| {
        let text = document.compact(row);
        let text = text.trim_end_matches('。');
        // Definitions say what something is, reports what was done.
        let reports = text.ends_with('た') && !text.ends_with("かた");
        reports
            || ["ください", "下さい", "ましょう", "願います", "いたします", "なさい"]
                .iter()
                .any(|end| text.ends_with(end))
    };
    RULES.sections.notices.contains(&name) || rows.into_iter().any(asks)
}
