//! Rows in, the values of labelled facts out: `論文タイトル：…`, `【掲載誌】 …`, `DOI 10.…`, over several rows.

use std::collections::HashSet;

use super::document::Document;
use super::marker::Cell;
use super::rules::RULES;
use crate::model::Span;
use crate::text::chars::{Class, class};
use crate::text::layout::flow::Flow;

/// The value printed after a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// Its rows joined, with the way back to where it stands.
    pub(super) flow: Flow,
    /// Row it begins in.
    pub(super) row: usize,
    /// Row after its last.
    pub(super) end: usize,
}

impl Value {
    /// The value, its rows joined.
    pub(super) fn text(&self) -> &str {
        self.flow.text.trim()
    }
}

/// Every value whose label is one of `labels` (compact, longest first), in order.
pub(super) fn values(document: &Document<'_>, labels: &[String], skip: &HashSet<usize>) -> Vec<Value> {
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

/// The cell after `label` (compact) where a row begins with it, ornaments aside.
pub(super) fn label_end(cells: &[Cell], label: &str) -> Option<usize> {
    let mut at = cells.iter().take_while(|cell| is_ornament(cell.1)).count();
    for want in label.chars() {
        while cells.get(at).is_some_and(|cell| class(cell.1) == Class::Space) {
            at += 1;
        }
        let c = cells.get(at)?.1;
        if c.to_lowercase().next() != Some(want) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The cell after `label` at the start of a row, where a separator follows it.
fn after_label(cells: &[Cell], label: &str) -> Option<usize> {
    let mut at = label_end(cells, label)?;
    // タイトル（英）, 題名 (和文): which language the value is in.
    let mut suffixed = label.ends_with(')');
    let rest: String = cells[at..].iter().take(10).map(|cell| cell.1).collect();
    if let Some(inside) =
        rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(inside, _)| inside)
        && ["英", "和", "日", "邦", "原"].iter().any(|word| inside.starts_with(word))
    {
        at += rest.chars().position(|c| c == ')').unwrap_or(0) + 1;
        suffixed = true;
    }
    let bracketed = cells.first().is_some_and(|cell| cell.1 == '(');
    let mut closed = suffixed;
    let mut spaces = 0;
    while let Some(cell) = cells.get(at) {
        match cell.1 {
            ')' if bracketed && !closed => closed = true,
            ':' | '】' | ']' | '>' | '・' | '…' => closed = true,
            '」' if closed => {}
            c if class(c) == Class::Space => spaces += 1,
            _ => break,
        }
        at += 1;
    }
    // `論文名 Sea-ice retreat …`: a space is enough before a value in Latin letters; a bare label takes the next row.
    let latin =
        cells.get(at).is_none_or(|cell| class(cell.1) == Class::Latin || matches!(cell.1, '"' | '“' | '「' | '1'));
    let telling = label.chars().count() >= 4 && label.chars().all(|c| class(c) == Class::Kanji);
    (closed || (spaces > 0 && (latin || telling)) || at >= cells.len()).then_some(at)
}

fn is_ornament(c: char) -> bool {
    matches!(c, '【' | '[' | '<' | '(' | '■' | '◆' | '●' | '○' | '・' | '□' | '▼' | '◇' | '※' | '▪' | '-')
        || class(c) == Class::Space
}

/// The value that begins at cell `at` of `row`, with the rows it runs on over.
fn value(document: &Document<'_>, row: usize, at: usize) -> Option<Value> {
    let cells = &document.rows[row].cells;
    let mut spans = Vec::new();
    if let Some(first) = cells.get(at) {
        spans.push(Span::new(first.0, document.rows[row].line.span.end));
    }
    let mut next = row + 1;
    while next < document.rows.len() && next <= row + 4 {
        // A block of the format ends its value; a line break inside one does not.
        if document.marked && document.rows[next - 1].line.ends_block && !spans.is_empty() {
            break;
        }
        let starts_label = is_labelled(document, next);
        let apart = document.is_apart(next) && !spans.is_empty() && open_brackets(document, &spans) <= 0;
        let runs_on =
            (spans.is_empty() && !starts_label) || (!starts_label && !apart && runs_on(document, &spans, next));
        if !runs_on {
            break;
        }
        spans.push(document.rows[next].line.span);
        next += 1;
    }
    let value = Value { flow: document.join(&spans), row, end: next };
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

/// Whether a value goes on in row `next`: its row is full, a bracket is open, or Latin goes on in lower case.
fn runs_on(document: &Document<'_>, spans: &[Span], next: usize) -> bool {
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

/// Whether a row begins with a label of its own.
fn is_labelled(document: &Document<'_>, row: usize) -> bool {
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
