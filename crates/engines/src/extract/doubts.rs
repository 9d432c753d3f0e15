//! Doubts about an extraction: what a careful reader should check.

use std::borrow::Cow;
use std::collections::HashSet;

use super::document::Document;
use super::entry;
use super::section::GlossarySection;
use crate::model::{DocumentProperties, Doubt, Entry, Reference, Release, Span};

/// The doubts about an extraction. Each has a stable code: `missing_number`, `repeated_number`, `unreferenced_entry`,
/// `empty_definition`, `short_definition`, `long_head`, `heading_without_entries`, `unknown_reference`,
/// `glossary_without_heading`, `unreadable_characters`, `recognised_text`, `unread_pages`. `empty_headings` are the rows of glossary headings under which no
/// entry could be read; `is_bare` says that neither a heading nor a reference shows that the entries are a glossary.
pub(super) fn of(
    document: &Document<'_>,
    entries: &[Entry],
    references: &[Reference],
    empty_headings: &[usize],
    is_bare: bool,
) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if let Some(first) = entries.first().filter(|_| is_bare) {
        let message =
            "No heading and no mark in a text shows that these are entries of a glossary. Check that they are.";
        doubts.push(Doubt::new("glossary_without_heading", message.to_owned(), first.span));
    }
    let mut last: Option<(u32, u32)> = None;
    for entry in entries {
        let number = entry.marker.as_ref().and_then(|marker| marker.label.parse::<u32>().ok());
        if let (Some(number), Some((group, before))) = (number, last)
            && group == entry.group
        {
            if number > before + 1 {
                doubts.push(Doubt::new("missing_number", missing(before + 1, number - 1), entry.span));
            } else if number == before {
                let message = format!("Note {number} is printed twice. Check which entry it belongs to.");
                doubts.push(Doubt::new("repeated_number", message, entry.span));
            }
        }
        last = number.map(|number| (entry.group, number)).or(last);
        length_doubts(&mut doubts, entry);
    }
    let labels: HashSet<&str> = references.iter().map(|reference| reference.marker.label.as_str()).collect();
    let referenced = |entry: &Entry| {
        entry.marker.as_ref().is_none_or(|marker| marker.label.is_empty() || labels.contains(marker.label.as_str()))
    };
    for entry in entries.iter().filter(|entry| !references.is_empty() && !referenced(entry)) {
        let message = format!("No mark in the text refers to `{}`. Check its marker.", shown(&entry.term));
        doubts.push(Doubt::new("unreferenced_entry", message, entry.span));
    }
    for reference in references.iter().filter(|reference| reference.entry.is_none()) {
        let message =
            format!("The mark `{}` refers to no entry. Check whether an entry was lost.", reference.marker.printed);
        doubts.push(Doubt::new("unknown_reference", message, reference.span));
    }
    for &row in empty_headings {
        let span = document.rows[row].line.span;
        let message = format!(
            "No entry could be read under the heading `{}`. Check how its entries are marked.",
            shown(span.of(document.text))
        );
        doubts.push(Doubt::new("heading_without_entries", message, span));
    }
    doubts.extend(unreadable_characters(document));
    doubts
}

/// The doubt about notes without a heading whose marks could as well number a list, given the first of them.
pub(super) fn of_notes(first: &Entry) -> Doubt {
    let message = "No heading shows that these notes are a glossary, only the marks in the text. Check that they are.";
    Doubt::new("glossary_without_heading", message.to_owned(), first.span)
}

/// Doubts about lines of a section that begin an entry but are too long for a head, given the entries that were read.
pub(super) fn of_long_lines<'a>(
    document: &'a Document<'_>,
    section: &'a GlossarySection,
    entries: &[Entry],
) -> impl Iterator<Item = Doubt> + use<'a> {
    let read: HashSet<usize> = entries.iter().map(|entry| entry.span.start).collect();
    let rows = section.starts.iter().map(|start| &document.rows[start.row]);
    rows.filter(move |row| {
        row.line.span.len() > entry::LONGEST_HEAD && row.cells.first().is_some_and(|cell| !read.contains(&cell.0))
    })
    .map(|row| {
        let line = row.line.span;
        let end = row.cells.get(LONGEST_SHOWN).map_or(line.end, |cell| cell.0);
        let message = format!(
            "No entry was read from `{}`: no head ends in it. Check where it does.",
            shown(line.of(document.text))
        );
        Doubt::new("long_head", message, Span::new(line.start, end))
    })
}

/// Doubts about what was read in pictures of pages by OCR, and about pages that were not read.
pub(super) fn of_pictures(release: &Release, entries: &[Entry]) -> Vec<Doubt> {
    let DocumentProperties { recognised, unread_pages, .. } = &release.properties;
    let is_recognised = |span: Span| recognised.iter().any(|part| part.start < span.end && span.start < part.end);
    let mut doubts: Vec<Doubt> = entries
        .iter()
        .filter(|entry| is_recognised(entry.span))
        .map(|entry| {
            let message = format!(
                "`{}` was read from a picture by OCR. Compare its mark, head and definition with the printed page.",
                shown(&entry.term)
            );
            Doubt::new("recognised_text", message, entry.span)
        })
        .collect();
    if let Some(first) = recognised.first().filter(|_| doubts.is_empty()) {
        let message = "Pages were read from pictures by OCR. Compare the text with the printed pages.";
        doubts.push(Doubt::new("recognised_text", message.to_owned(), *first));
    }
    if !unread_pages.is_empty() {
        let (noun, verb) =
            if unread_pages.len() == 1 { ("Page", "is a picture and was") } else { ("Pages", "are pictures and were") };
        let numbers: Vec<String> = unread_pages.iter().map(u32::to_string).collect();
        let message = format!(
            "{noun} {} {verb} not read. Install `tesseract` with its Japanese data and `pdftoppm`, allow OCR, or split the \
             file, and read it again.",
            numbers.join(", ")
        );
        doubts.push(Doubt::new("unread_pages", message, Span::new(0, 0)));
    }
    doubts
}

/// A doubt if characters could not be read, at the first of them.
fn unreadable_characters(document: &Document<'_>) -> Option<Doubt> {
    let first = document.text.find('\u{FFFD}')?;
    let count = document.text.matches('\u{FFFD}').count();
    let message = format!(
        "Characters could not be read in {count} places, shown as \u{FFFD}: the file does not say what they are. Read it \
         with another engine, or compare it with the printed page."
    );
    Some(Doubt::new("unreadable_characters", message, Span::new(first, first + '\u{FFFD}'.len_utf8())))
}

fn missing(first: u32, last: u32) -> String {
    if first == last {
        format!("Note {first} is missing. Check whether an entry was lost.")
    } else {
        format!("Notes {first} to {last} are missing. Check whether entries were lost.")
    }
}

/// The most characters of the text that a message repeats.
const LONGEST_SHOWN: usize = 80;

/// A part of the text as messages repeat it: its beginning, if it is long.
fn shown(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// Doubts about the length of an entry's head and definition.
fn length_doubts(doubts: &mut Vec<Doubt>, entry: &Entry) {
    let length = entry.definition.chars().count();
    if length == 0 {
        let message = format!("`{}` has no definition. Check where its head ends.", shown(&entry.term));
        doubts.push(Doubt::new("empty_definition", message, entry.span));
    } else if length < 8 {
        doubts.push(Doubt::new(
            "short_definition",
            format!("The definition of `{}` is very short. Check whether it is complete.", shown(&entry.term)),
            entry.definition_span,
        ));
    }
    if entry.head.chars().count() > 60 {
        doubts.push(Doubt::new(
            "long_head",
            format!("The head `{}` is very long. Check whether its definition begins inside it.", shown(&entry.head)),
            entry.head_span,
        ));
    }
}
