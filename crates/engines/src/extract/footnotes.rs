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
    style.is_unambiguous()
        || document.rows[row].line.block == Some(BlockKind::Note)
        || is_numbering(style) && note_name(document, row).is_some()
}

/// Whether lists are numbered with marks of this style as often as notes.
fn is_numbering(style: &MarkStyle) -> bool {
    matches!(style, MarkStyle::Circled) || matches!(style, MarkStyle::Bare(kind) if kind != "1.")
}

/// Whether nothing but the text that refers to its notes shows that a section is a glossary.
pub(super) fn is_doubtful(section: &GlossarySection) -> bool {
    let mark = section.starts.first().and_then(|start| start.mark.as_ref());
    let doubtful = |style: &MarkStyle| is_numbering(style) || matches!(style, MarkStyle::Bullet(_));
    section.heading.is_none() && !section.is_whole && mark.is_some_and(|mark| doubtful(&mark.style))
}

/// The name that a note in the numbering of lists defines.
fn note_name(document: &Document<'_>, row: usize) -> Option<String> {
    defined_name(document, row, document.mark(row, MarkScope::Text)?.length)
}

/// The name that the note at `row` defines behind its mark: a noun without the bracket after it, with a definition in sentences.
pub(super) fn defined_name(document: &Document<'_>, row: usize, mark_length: usize) -> Option<String> {
    let rest = &document.rows[row].cells[mark_length..];
    let cut = separators(document.text, rest).into_iter().find(|cut| {
        let wanted = matches!(
            cut.separator,
            Separator::Colon | Separator::Toha | Separator::Ellipsis | Separator::Dash | Separator::Gap
        );
        wanted && (1..=45).contains(&cut.start)
    });
    let head = &rest[..cut.map_or(rest.len(), |cut| cut.start)];
    let inline = cut.is_some() && rest.iter().any(|cell| cell.1 == '。');
    let head: String = head.iter().map(|cell| cell.1).take_while(|c| *c != '(' && *c != '[').collect();
    let head = head.trim().trim_matches(['「', '」']).to_owned();
    let noun = (2..=40).contains(&head.chars().count()) && !head.contains(['、', ',', '.', '。']);
    let dated = document
        .compact(row)
        .trim_end_matches(['.', '。', ')'])
        .ends_with(|c: char| c == '年' || c == '頁' || c.is_ascii_digit());
    (noun && (inline || has_head_and_definition(document, row, rest)) && !dated && !is_literature(document, row))
        .then_some(head)
}

/// Whether notes in the numbering of lists are a glossary: two or more in a row at the end of the text, counted from the first, each
/// with a mark in the text, most of these behind the very name that the note defines.
fn are_glossary(document: &Document<'_>, starts: &[EntryStart], end: usize, style: &MarkStyle) -> bool {
    let counted =
        starts.iter().zip(1..).all(|(start, number)| start.mark.as_ref().and_then(|mark| mark.number) == Some(number));
    let ends = starts.iter().skip(1).map(|start| start.row);
    let in_a_row = starts.iter().zip(ends).all(|(start, next)| note_end(document, start.row, style) == next);
    let others = |row: usize| document.mark(row, MarkScope::Text).is_some_and(|mark| mark.style == *style);
    let (Some(first), rest) = (starts.first(), end..document.rows.len()) else { return false };
    let alone = !rest.clone().any(others) && !(0..first.row).any(others);
    let at_end = end >= document.rows.len()
        || document.is_section_end(end)
        || document.rows[end].line.block == Some(BlockKind::Heading);
    let headed = first.row > 0 && document.is_section_end(first.row - 1);
    let named = starts.iter().filter(|start| {
        let Some((mark, name)) = start.mark.as_ref().zip(note_name(document, start.row)) else { return false };
        before_marks(document, first.row, style, &mark.label).any(|before| before.ends_with(&name))
    });
    starts.len() >= 2 && counted && in_a_row && alone && at_end && !headed && named.count() * 2 >= starts.len()
}

/// The text of rows above `first` before each mark with a label.
fn before_marks<'a>(
    document: &'a Document<'_>,
    first: usize,
    style: &'a MarkStyle,
    label: &'a str,
) -> impl Iterator<Item = String> + 'a {
    (0..first).flat_map(move |row| {
        let cells = &document.rows[row].cells;
        let is_mark = move |at: &usize| {
            mark_reader::at(&cells[*at..], MarkScope::Text)
                .is_some_and(|mark| mark.style == *style && mark.label == label)
        };
        let marks = (1..cells.len()).filter(is_mark);
        marks.map(move |at| {
            let line: String = cells[at.saturating_sub(NEAR)..at].iter().map(|cell| cell.1).collect();
            let above = row.checked_sub(1).map(|row| &document.rows[row].cells);
            let above: String =
                above.filter(|_| at < NEAR).map_or(String::new(), |cells| cells.iter().map(|cell| cell.1).collect());
            format!("{above}{line}").trim_end_matches(['」', ' ']).to_owned()
        })
    })
}

/// How far before a mark its term is looked for, in characters.
const NEAR: usize = 40;

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
    if is_numbering(style)
        && starts.first().is_some_and(|start| document.rows[start.row].line.block != Some(BlockKind::Note))
        && !are_glossary(document, &starts, end, style)
    {
        return None;
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
pub(super) fn note_end(document: &Document<'_>, row: usize, style: &MarkStyle) -> usize {
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
    let nexts = section.starts.iter().skip(1).map(|start| start.row).chain([document.rows.len()]);
    let end = |start: &EntryStart| {
        start.mark.as_ref().map_or(start.row + 1, |mark| note_end(document, start.row, &mark.style))
    };
    section.starts.iter().zip(nexts).map(|(start, next)| end(start).min(next)).collect()
}
