//! Reads labelled values, which may span several rows: `論文タイトル：…`, `【掲載誌】 …`, `DOI 10.…`.

use std::collections::HashSet;

use super::document::Document;
use super::label::after_label;
use super::rules::RULES;
use crate::model::Span;
use crate::text::chars::{Class, class};
use crate::text::layout::Flow;

/// The value printed after a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LabelledValue {
    /// Its rows, joined, with offsets into the release.
    pub(super) flow: Flow,
    /// The row it begins in.
    pub(super) row: usize,
    /// The row after the last one.
    pub(super) end: usize,
}

impl LabelledValue {
    /// The value, its rows joined.
    pub(super) fn text(&self) -> &str {
        self.flow.text.trim()
    }
}

/// The values after any of `labels` (compact, longest first), in order.
pub(super) fn values(document: &Document<'_>, labels: &[String], skip: &HashSet<usize>) -> Vec<LabelledValue> {
    let mut found = Vec::new();
    for row in 0..document.rows.len() {
        if skip.contains(&row) {
            continue;
        }
        let cells = &document.rows[row].cells;
        if let Some(at) = labels.iter().find_map(|label| after_label(cells, label)) {
            found.extend(value(document, row, at));
        }
    }
    found
}

/// The value that begins at cell `at` of `row`, with the rows on which it continues.
fn value(document: &Document<'_>, row: usize, at: usize) -> Option<LabelledValue> {
    let cells = &document.rows[row].cells;
    let mut spans = Vec::new();
    if let Some(first) = cells.get(at) {
        spans.push(Span::new(first.0, document.rows[row].line.span.end));
    }
    let mut next = row + 1;
    while next < document.rows.len() && next <= row + 4 {
        // The end of a block ends the value; a line break inside a block does not.
        if document.marked && document.rows[next - 1].line.ends_block && !spans.is_empty() {
            break;
        }
        let starts_label = starts_label(document, next);
        let apart = document.is_apart(next) && !spans.is_empty() && open_brackets(document, &spans) <= 0;
        let runs_on =
            (spans.is_empty() && !starts_label) || (!starts_label && !apart && continues_in(document, &spans, next));
        if !runs_on {
            break;
        }
        spans.push(document.rows[next].line.span);
        next += 1;
    }
    let value = LabelledValue { flow: document.join(&spans), row, end: next };
    (!value.text().is_empty()).then_some(value)
}

fn open_brackets(document: &Document<'_>, spans: &[Span]) -> i32 {
    spans
        .iter()
        .flat_map(|span| span.of(document.text).chars())
        .map(|c| {
            i32::from(matches!(c, '(' | '（' | '「' | '『' | '“' | '['))
                - i32::from(matches!(c, ')' | '）' | '」' | '』' | '”' | ']'))
        })
        .sum()
}

/// Whether a value continues in row `next`: the row before is full, a bracket is open, or Latin continues in lower case.
fn continues_in(document: &Document<'_>, spans: &[Span], next: usize) -> bool {
    let previous_full = document.is_full(next - 1);
    let first = document.rows[next].cells.first().map(|cell| cell.1);
    let lower = first.is_some_and(|c| c.is_lowercase());
    let last_text = spans.last().map(|span| span.of(document.text)).unwrap_or_default();
    let hanging = last_text.ends_with(['-', ',', ':', '：'])
        || last_text.ends_with(" of")
        || last_text.ends_with(" the")
        || last_text.ends_with(" and")
        || last_text.ends_with(" in");
    let opens = matches!(first, Some('('));
    let indented = document.rows[next].line.indent >= document.rows[next - 1].line.indent + 4;
    document.marked
        || open_brackets(document, spans) > 0
        || previous_full
        || lower
        || hanging
        || opens
        || indented
        || (document.rows[next].line.width <= 4)
}

/// Whether a row begins with another label.
fn starts_label(document: &Document<'_>, row: usize) -> bool {
    let cells = &document.rows[row].cells;
    if matches!(cells.first().map(|cell| cell.1), Some('【' | '■' | '◆' | '●' | '○' | '<' | '・' | '□')) {
        return true;
    }
    let rules = &RULES.metadata;
    if [&rules.journal, &rules.paper_title, &rules.paper_title_ja]
        .iter()
        .any(|labels| labels.iter().any(|label| after_label(cells, label).is_some()))
    {
        return true;
    }
    if super::dates::is_labelled(document, row) {
        return true;
    }
    let colon = cells.iter().take(16).position(|cell| cell.1 == ':');
    let doi = cells.iter().take(3).map(|cell| cell.1.to_ascii_lowercase()).collect::<String>() == "doi";
    doi || colon.is_some_and(|at| {
        cells[..at].iter().all(|cell| {
            matches!(class(cell.1), Class::Kanji | Class::Katakana | Class::Space | Class::Hiragana)
                || matches!(cell.1, '(' | ')' | '/' | '・' | '、')
        }) || cells[..at].iter().all(|cell| cell.1.is_ascii_alphabetic()) && at <= 12
    }) || document.compact(row).starts_with(['(', '（']) && document.compact(row).contains("訳:")
}
