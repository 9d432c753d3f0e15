//! Footnotes at the foot of a page: paragraphs that begin with a number, and the marks in the text that refer to them.

use std::collections::{HashMap, HashSet};

use super::super::document::Document;
use super::Paragraph;
use crate::model::Span;
use crate::text::chars::{Class, class, is_japanese_letter, superscript_digit};

/// The numbers of the footnotes of each page.
#[derive(Debug, Default)]
pub(super) struct NoteNumbers {
    pages: HashMap<u32, HashSet<String>>,
}

/// Digits of the longest number of a note.
const LONGEST: usize = 3;

/// Rows of the longest page.
const PAGE: usize = 100;

impl NoteNumbers {
    pub(super) fn of(document: &Document<'_>, paragraphs: &[Paragraph]) -> Self {
        let mut notes = Self::default();
        for paragraph in paragraphs {
            let Some(&row) = paragraph.rows.first() else { continue };
            if document.marked || !begins_note(document, row) {
                continue;
            }
            let digits: String = document.rows[row]
                .cells
                .iter()
                .map(|cell| cell.1)
                .take_while(char::is_ascii_digit)
                .take(LONGEST)
                .collect();
            // Where the note itself begins with a number, only the first digits are its mark.
            let numbers = (1..=digits.len()).filter_map(|length| digits.get(..length)).map(str::to_owned);
            notes.pages.entry(document.rows[row].line.page).or_default().extend(numbers);
        }
        notes
    }

    /// The spans of a paragraph without the marks of notes in it.
    pub(super) fn spans_without_marks(&self, document: &Document<'_>, paragraph: &Paragraph) -> Vec<Span> {
        let none = HashSet::new();
        let mut spans = Vec::new();
        for &row in &paragraph.rows {
            let span = document.rows[row].line.span;
            let cells = &document.rows[row].cells;
            let numbers = self.pages.get(&document.rows[row].line.page).unwrap_or(&none);
            let (mut start, mut at) = (span.start, 0);
            while at < cells.len() {
                let Some(length) = mark_at(cells, at, numbers, document.marked) else {
                    at += 1;
                    continue;
                };
                spans.push(Span::new(start, cells[at].0));
                at += length;
                start = cells.get(at).map_or(span.end, |cell| cell.0);
            }
            spans.push(Span::new(start, span.end));
        }
        spans.retain(|span| !span.is_empty());
        spans
    }
}

/// The length of the mark of a note at a cell: raised digits behind a sentence or a Japanese letter, or, behind a sentence, the number
/// of a note of the page.
fn mark_at(cells: &[(usize, char)], at: usize, numbers: &HashSet<String>, marked: bool) -> Option<usize> {
    let before = at.checked_sub(1).map(|index| cells[index].1)?;
    let raised = cells[at..].iter().take_while(|cell| superscript_digit(cell.1).is_some()).count();
    let ends = matches!(before, '。' | '.' | ')' | '」' | '!' | '?' | ':');
    if raised > 0 {
        return (ends || is_japanese_letter(before) || before == '、').then_some(raised);
    }
    let digits: String = cells[at..].iter().map(|cell| cell.1).take_while(char::is_ascii_digit).collect();
    if marked || !ends || digits.is_empty() || !numbers.contains(&digits) {
        return None;
    }
    let after = cells.get(at + digits.len()).map(|cell| cell.1);
    let alone = after.is_none_or(|c| class(c) == Class::Space || is_japanese_letter(c) || c.is_uppercase());
    // `version 1.2` is no sentence with a note.
    let decimal = before == '.' && at >= 2 && cells[at - 2].1.is_ascii_digit();
    (alone && !decimal).then_some(digits.len())
}

/// Whether a row begins with the number of a note that is marked above it, on the same page.
pub(super) fn is_referred_to(document: &Document<'_>, row: usize) -> bool {
    let cells = &document.rows[row].cells;
    let digits: String = cells.iter().map(|cell| cell.1).take_while(char::is_ascii_digit).take(LONGEST).collect();
    let text = cells.get(digits.len()).map(|cell| cell.1);
    if digits.is_empty() || !text.is_some_and(|c| is_japanese_letter(c) || c.is_uppercase()) {
        return false;
    }
    let numbers = HashSet::from([digits]);
    let page = document.rows[row].line.page;
    let above =
        document.rows.get(..row).unwrap_or_default().iter().rev().take(PAGE).take_while(|row| row.line.page == page);
    let mut above = above.map(|row| &row.cells);
    above.any(|cells| {
        (1..cells.len()).any(|at| mark_at(cells, at, &numbers, false).is_some_and(|_| cells[at].1.is_ascii_digit()))
    })
}

/// Whether a row begins with what a footnote begins with.
pub(super) fn begins_note(document: &Document<'_>, row: usize) -> bool {
    let cells = &document.rows[row].cells;
    let Some(first) = cells.first().map(|cell| cell.1) else { return false };
    let digits = cells.iter().take_while(|cell| cell.1.is_ascii_digit()).count();
    superscript_digit(first).is_some() || matches!(first, '†' | '‡' | '※' | '注') || (1..=LONGEST).contains(&digits)
}
