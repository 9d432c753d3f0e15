//! Reads a passage that a person selected: as an entry, a head, a definition, or English.

use super::super::body::EntryRows;
use super::super::document::Document;
use super::super::entry::{self, trim_head};
use super::super::head::{self, unquote};
use super::super::marker::MarkScope;
use super::super::section::EntryStart;
use super::LONGEST_NAME;
use crate::model::{Block, CorrectionObstacle, Entry, Lang, Release, Span};
use crate::text::chars::{Class, class, has_japanese, has_latin};
use crate::text::key::Key;
use crate::text::layout::Flow;

/// Reads a passage as an entry.
pub(super) fn entry(release: &Release, span: Span) -> Result<Entry, CorrectionObstacle> {
    let clipped = |block: &Block| {
        let inside = Span::new(block.span.start.max(span.start), block.span.end.min(span.end));
        let moved = Span::new(inside.start.saturating_sub(span.start), inside.end.saturating_sub(span.start));
        (block.span.overlaps(span) && !moved.is_empty()).then_some(Block { kind: block.kind, span: moved })
    };
    let part = Release {
        text: span.of(&release.text).to_owned(),
        blocks: release.blocks.iter().filter_map(clipped).collect(),
        ..Release::default()
    };
    let document = Document::new(&part);
    if document.rows.is_empty() {
        return Err(CorrectionObstacle::NoTerm);
    }
    let start = EntryStart { row: 0, mark: document.mark(0, MarkScope::List) };
    let rows = [EntryRows { start: &start, end: document.rows.len() }];
    let read = entry::read(&document, &rows, 0).pop();
    let mut read = match read.filter(|read| !read.head_span.is_empty()) {
        Some(read) => read,
        None => head_alone(&document),
    };
    if read.head.chars().count() > LONGEST_NAME {
        return Err(CorrectionObstacle::TooLong);
    }
    // A sentence without a definition is no entry.
    if read.definition.is_empty() && read.head.contains('。') {
        return Err(CorrectionObstacle::NoTerm);
    }
    if Key::new(&read.term, &Lang::JA).is_none() {
        return Err(CorrectionObstacle::NoTerm);
    }
    for own in [&mut read.span, &mut read.head_span, &mut read.definition_span] {
        *own = Span::new(own.start + span.start, own.end + span.start);
    }
    Ok(read)
}

/// A passage without anything that separates a head from a definition, as a head without definition.
fn head_alone(document: &Document<'_>) -> Entry {
    let all = trimmed(document.text, Span::new(0, document.text.len()));
    let printed = trim_head(&document.join(&lines(document, all)).text).to_owned();
    let read = head::read(&printed);
    Entry {
        marker: None,
        lang: language(&read.term, ""),
        head: printed,
        term: read.term,
        aliases: read.aliases,
        definition: String::new(),
        span: all,
        head_span: all,
        definition_span: Span::new(all.end, all.end),
        group: 0,
    }
}

/// Reads a passage as the head of an entry, without its mark.
pub(super) fn head(document: &Document<'_>, span: Span, entry: &Entry) -> Result<String, CorrectionObstacle> {
    let flow = document.join(&lines(document, span));
    let text = flow.text.trim();
    let mark = entry.marker.as_ref().map(|marker| marker.printed.as_str()).filter(|mark| !mark.is_empty());
    let text = mark.and_then(|mark| text.strip_prefix(mark)).unwrap_or(text);
    let text = trim_head(text.trim_start_matches([':', '：', ' ']));
    if text.chars().count() > LONGEST_NAME {
        return Err(CorrectionObstacle::TooLong);
    }
    Ok(text.to_owned())
}

/// The text of a passage as a definition.
pub(super) fn definition(document: &Document<'_>, span: Span) -> String {
    let rows: Vec<(usize, Span)> = rows(document, span);
    let flow = if rows.is_empty() { document.join(&lines(document, span)) } else { entry::definition(document, &rows) };
    flow.text.trim().trim_start_matches([':', '：', '…', '＝']).trim_start().to_owned()
}

/// Reads a passage as English: without the brackets, quotes and marks around it.
pub(super) fn english(document: &Document<'_>, span: Span) -> Result<String, CorrectionObstacle> {
    let flow: Flow = document.join(&lines(document, span));
    let separates = |c: char| {
        class(c) == Class::Space
            || c.is_control()
            || matches!(c, '/' | '／' | '|' | ',' | '，' | '、' | ';' | '；' | ':' | '：' | '・' | '–' | '。')
    };
    let text = unquote(flow.text.trim_matches(separates)).trim_matches(separates);
    if text.chars().count() > LONGEST_NAME {
        return Err(CorrectionObstacle::TooLong);
    }
    let is_foreign = |c: char| c.is_alphabetic() && !matches!(class(c), Class::Latin | Class::Greek);
    if has_japanese(text) || !has_latin(text) || text.chars().any(is_foreign) || Key::new(text, &Lang::EN).is_none() {
        return Err(CorrectionObstacle::NotEnglish);
    }
    Ok(text.to_owned())
}

/// The language of an entry with this term and definition.
pub(super) fn language(term: &str, definition: &str) -> Lang {
    if has_japanese(term) {
        return Lang::JA;
    }
    if has_japanese(definition) && !entry::mostly_latin(definition) { Lang::JA } else { Lang::EN }
}

/// A span without spaces at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start().len());
    Span::new(start, span.start + inside.trim_end().len())
}

/// The parts of a passage in each row of the document.
fn rows(document: &Document<'_>, span: Span) -> Vec<(usize, Span)> {
    let first = document.rows.partition_point(|row| row.line.span.end <= span.start);
    let parts = document.rows.iter().enumerate().skip(first).take_while(|(_, row)| row.line.span.start < span.end);
    let part = |own: Span| Span::new(own.start.max(span.start), own.end.min(span.end));
    parts.map(|(index, row)| (index, part(row.line.span))).filter(|(_, part)| !part.is_empty()).collect()
}

/// The lines of a passage: those of the document, or as written where none of it is text of the document.
fn lines(document: &Document<'_>, span: Span) -> Vec<Span> {
    let rows = rows(document, span);
    if !rows.is_empty() {
        return rows.into_iter().map(|(_, part)| part).collect();
    }
    let mut at = span.start;
    let lines = span.of(document.text).split_inclusive('\n').map(|line| {
        at += line.len();
        Span::new(at - line.len(), at)
    });
    lines.collect()
}
