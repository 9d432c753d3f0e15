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
        let labelled = |label: &&String| after_label(cells, label).is_some();
        let Some(label) = labels.iter().find(labelled) else { continue };
        let Some(at) = after_label(cells, label) else { continue };
        if !is_common(label) || is_parted(document, row, at) && is_in_reference(document, row) {
            found.extend(value(document, row, at).filter(|value| !reads_as_code(value.text())));
        }
    }
    found
}

/// Whether a label also names other things than facts about a paper: the title of a window, the date format of a list.
fn is_common(label: &str) -> bool {
    RULES.metadata.common_labels.iter().any(|common| common == label)
}

/// Whether punctuation, a tab or the end of the row parts a label from its value at cell `at`.
fn is_parted(document: &Document<'_>, row: usize, at: usize) -> bool {
    let cells = &document.rows[row].cells;
    let Some(value) = cells.get(at) else { return true };
    let start = document.rows[row].line.span.start;
    let label = &document.text[start..value.0];
    !label.trim_end().ends_with(|c: char| c.is_ascii_alphabetic()) || label.ends_with('\t')
}

/// How far from a common label the rows are that show that a reference to a paper is printed there.
const NEAR: usize = 8;

/// Whether the rows around one give further facts about a paper, with labels that stand for nothing else, or their heading says so.
fn is_in_reference(document: &Document<'_>, row: usize) -> bool {
    let rules = &RULES.metadata;
    let certain = |near: usize| {
        let cells = &document.rows[near].cells;
        let labels =
            rules.paper_labels.iter().chain(&rules.paper_title).chain(&rules.paper_title_ja).chain(&rules.journal);
        let value =
            |label: &String| after_label(cells, label).map(|at| cells[at..].iter().map(|cell| cell.1).collect());
        labels.into_iter().filter(|label| !is_common(label)).any(|label| {
            value(label).is_some_and(|value: String| match label.as_str() {
                "doi" | "doi番号" => value.contains("10."),
                label if RULES.metadata.author_labels.iter().any(|word| word == label) => names_people(&value),
                _ => true,
            })
        }) || near < row && is_heading_of_reference(document, near)
    };
    let last = document.rows.len().min(row + NEAR + 1);
    (row.saturating_sub(NEAR)..last).any(|near| near != row && certain(near))
}

/// Whether a value lists people: capitalised words, or Japanese without sentences.
fn names_people(value: &str) -> bool {
    let words: Vec<&str> = value.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).collect();
    let small = |word: &&&str| {
        word.starts_with(char::is_lowercase) && !matches!(**word, "and" | "et" | "al." | "al" | "de" | "van" | "von")
    };
    let kana = value.chars().filter(|c| class(*c) == Class::Hiragana).count();
    !words.is_empty() && words.iter().filter(small).count() * 4 <= words.len() && kana * 3 <= value.chars().count()
}

fn is_heading_of_reference(document: &Document<'_>, row: usize) -> bool {
    let text = document.compact(row);
    let bare = text.trim_matches(|c: char| class(c) == Class::Other || class(c) == Class::Digit);
    bare.chars().count() <= 24 && RULES.metadata.paper_headings.iter().any(|word| bare.starts_with(word.as_str()))
}

/// Whether a value is source code or a command, or more than one sentence, which no title or name of a journal is.
fn reads_as_code(text: &str) -> bool {
    let option = text.split_whitespace().any(|word| word.strip_prefix("--").is_some_and(|name| name.len() > 1));
    let sentences = text.match_indices(". ").filter(|(at, _)| {
        let word = text[..*at].rsplit(' ').next().unwrap_or_default();
        word.len() > 3 && text[at + 2..].starts_with(|c: char| c.is_uppercase())
    });
    let code = ["()", "**", "::", "{", "}", ";\n", "/*", "->", "=="].iter().any(|sign| text.contains(sign));
    code || option || text.ends_with('.') && sentences.count() > 0
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
