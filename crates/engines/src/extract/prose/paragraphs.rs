//! Puts the paragraphs of a document together: rows that the page ended, and sentences that columns, pages and footnotes interrupt.

use super::super::document::Document;
use super::super::rules::RULES;
use super::note_marks::{begins_note, is_referred_to};
use super::{Paragraph, RowKind};
use crate::text::chars::{Class, class, is_japanese, is_japanese_letter};
use crate::text::layout::width;

/// A line is full if it reaches this percentage of its measure together with the word that would come next.
const FULL: usize = 90;
/// Columns from which a line may have been ended by the page where nothing says how wide the page is.
const WIDE: usize = 60;
/// Footnotes of one page that a sentence may run across.
const NOTES: usize = 12;

/// The paragraphs of running text, and the title.
pub(super) fn of(document: &Document<'_>, kinds: &[RowKind]) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = Vec::new();
    let mut open = false;
    for (row, kind) in kinds.iter().enumerate() {
        match kind {
            RowKind::Title => all.push(Paragraph { rows: vec![row], is_title: true }),
            RowKind::Text => {
                let continues = open && !starts(document, row);
                match all.last_mut().filter(|paragraph| continues && !paragraph.is_title) {
                    Some(paragraph) => paragraph.rows.push(row),
                    None => all.push(Paragraph { rows: vec![row], is_title: false }),
                }
            }
            RowKind::Heading | RowKind::Apart => {}
        }
        open = *kind == RowKind::Text;
    }
    joined(document, kinds, all)
}

/// Whether a row of running text starts a paragraph; the row before it is running text, too.
fn starts(document: &Document<'_>, row: usize) -> bool {
    let before = row - 1;
    let line = &document.rows[before].line;
    if document.marked || line.block.is_some() {
        return line.ends_block;
    }
    let here = &document.rows[row];
    if document.is_apart(row) || here.after_page || starts_item(document, row) || is_referred_to(document, row) {
        return true;
    }
    if document.ends_sentence(before) {
        return !document.is_full(before) || here.line.indent > line.indent + 1;
    }
    is_short(document, before, row)
}

/// Whether the author ended a row: the first word of the next one would still have had room.
fn is_short(document: &Document<'_>, row: usize, next: usize) -> bool {
    let line = &document.rows[row].line;
    if line.width >= WIDE && runs_into(document, row, next) {
        return false;
    }
    let word = width(first_word(document.rows[next].line.span.of(document.text)));
    let reached = line.indent + line.width + word;
    if line.measure == 0 { line.width + word < WIDE } else { reached * 100 < line.measure * FULL }
}

/// Whether a row ends, and the next begins, as a sentence does only in its middle. The measure of a row of Latin letters in Japanese
/// text is that of other Latin rows, and says little here.
fn runs_into(document: &Document<'_>, row: usize, next: usize) -> bool {
    let end = document.rows[row].cells.iter().rev().map(|cell| cell.1).find(|c| class(*c) != Class::Space);
    let begin = document.rows[next].cells.first().map(|cell| cell.1);
    let open = |c: char| is_japanese_letter(c) || c == '、' || c == ',' || c.is_lowercase();
    end.is_some_and(open) && begin.is_some_and(|c| is_japanese_letter(c) || c.is_lowercase())
}

/// What the page cannot break at the start of a text: one Japanese character, or everything up to a space or one.
fn first_word(text: &str) -> &str {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        if class(c) == Class::Space || is_japanese(c) && at > 0 {
            break;
        }
        length = at + c.len_utf8();
        if is_japanese(c) {
            break;
        }
    }
    text.get(..length).unwrap_or_default()
}

/// Whether a row starts an item of a list.
fn starts_item(document: &Document<'_>, row: usize) -> bool {
    let cells = &document.rows[row].cells;
    let Some(first) = cells.first().map(|cell| cell.1) else { return false };
    let spaced = |at: usize| cells.get(at).is_none_or(|cell| class(cell.1) == Class::Space);
    if RULES.marks.bullets.iter().any(|bullet| bullet.starts_with(first)) || matches!(first, '•' | '‣' | '⁃' | '·')
    {
        return true;
    }
    if matches!(first, '-' | '―' | '*' | '+') && spaced(1) && cells.len() > 2 {
        return true;
    }
    let begun = document.ends_sentence(row - 1) || is_short(document, row - 1, row);
    let open = usize::from(first == '(');
    let digits = cells.iter().skip(open).take_while(|cell| cell.1.is_ascii_digit()).count();
    let after = cells.get(open + digits).map(|cell| cell.1);
    (1..=2).contains(&digits) && begun && matches!(after, Some(')' | '.')) && (open > 0 || spaced(open + digits + 1))
        || matches!(first, '①'..='⑳')
}

/// Joins paragraphs of which the first stops in the middle of a sentence and the second goes on with it.
fn joined(document: &Document<'_>, kinds: &[RowKind], paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    if document.marked {
        return paragraphs;
    }
    let mut all: Vec<Paragraph> = Vec::new();
    for next in paragraphs {
        let from = interrupted_by(document, kinds, &all, &next);
        match from.and_then(|at| all.get_mut(at)) {
            Some(paragraph) => paragraph.rows.extend(next.rows),
            None => all.push(next),
        }
    }
    all
}

/// The paragraph before `next`, footnotes left out, that goes on in `next`.
fn interrupted_by(document: &Document<'_>, kinds: &[RowKind], all: &[Paragraph], next: &Paragraph) -> Option<usize> {
    let first = *next.rows.first()?;
    let mut at = all.len().checked_sub(1)?;
    let page = |paragraph: &Paragraph| paragraph.rows.last().map(|&row| document.rows[row].line.page);
    let of_page = page(all.get(at)?);
    let is_new_page = document.rows[first].after_page || of_page != Some(document.rows[first].line.page);
    if is_new_page {
        // What a page prints below its text does not end the sentence above it.
        let mut notes = 0;
        while at > 0 && notes < NOTES && is_note(document, all.get(at)?) && page(all.get(at - 1)?) == of_page {
            if continues(document, all.get(at)?, first) && !is_note_mark_only(document, all.get(at - 1)?, first) {
                break;
            }
            at -= 1;
            notes += 1;
        }
    }
    let paragraph = all.get(at)?;
    let last = *paragraph.rows.last()?;
    let between = kinds.get(last + 1..first)?;
    let only_apart = !between.is_empty() && between.iter().all(|kind| *kind == RowKind::Apart);
    let reaches = is_new_page || document.double_spaced || only_apart;
    let headed = between.contains(&RowKind::Heading);
    (reaches && !headed && !paragraph.is_title && !next.is_title && continues(document, paragraph, first)).then_some(at)
}

/// Whether the paragraph above a footnote goes on in row `first`, so that the footnote does not.
fn is_note_mark_only(document: &Document<'_>, above: &Paragraph, first: usize) -> bool {
    continues(document, above, first)
}

fn is_note(document: &Document<'_>, paragraph: &Paragraph) -> bool {
    paragraph.rows.first().is_some_and(|&row| begins_note(document, row))
}

/// Whether a paragraph stops in the middle of a sentence that row `first` may go on with.
fn continues(document: &Document<'_>, paragraph: &Paragraph, first: usize) -> bool {
    let Some(&last) = paragraph.rows.last() else { return false };
    if document.ends_sentence(last) || is_short(document, last, first) || starts_item(document, first.max(1)) {
        return false;
    }
    let end = document.rows[last].cells.iter().rev().map(|cell| cell.1).find(|c| class(*c) != Class::Space);
    let begin = document.rows[first].cells.first().map(|cell| cell.1);
    let (Some(end), Some(begin)) = (end, begin) else { return false };
    if matches!(end, ':' | ';') {
        return false;
    }
    let japanese = |row: usize| document.rows[row].cells.iter().any(|cell| is_japanese_letter(cell.1));
    match (japanese(last), japanese(first)) {
        (true, true) => true,
        (false, false) => !begin.is_uppercase() || paragraph.rows.len() > 1 || matches!(end, ',' | '-'),
        (true, false) | (false, true) => paragraph.rows.iter().any(|&row| japanese(row)) && !begin.is_uppercase(),
    }
}
