//! Rule `brackets`: brackets and quotation marks of the translation without their other half.
//!
//! Apostrophes are no quotation marks. The bracket of a list number (`1)`), of a smiley or of an interval (`[0, 1)`) needs no
//! other half, and neither does one that is named as a sign (`(`). Where the source text lacks the same half, the sentence goes on elsewhere.

use super::finding::finding;
use super::text::DraftText;
use super::wording::quote;
use crate::model::{Finding, Rule, Severity, Span};

/// Brackets that belong together; both widths of one bracket count as the same.
const PAIRS: [(&str, &str); 10] = [
    ("(（", ")）"),
    ("[［", "]］"),
    ("「｢", "」｣"),
    ("『", "』"),
    ("【", "】"),
    ("〔", "〕"),
    ("〈", "〉"),
    ("《", "》"),
    ("“", "”"),
    ("«", "»"),
];
/// The number of the curly quotation marks among them.
const CURLY: usize = 8;
/// The longest text between the brackets of an interval, in bytes.
const LONGEST_INTERVAL: usize = 40;
/// The longest list number before a bracket, in characters.
const LONGEST_NUMBER: usize = 4;

pub(super) fn findings(source: &DraftText<'_>, target: &DraftText<'_>) -> Option<Finding> {
    let (before, after) = (lonely(source), lonely(target));
    let same = |lonely: &(usize, bool, Span), other: &(usize, bool, Span)| (lonely.0, lonely.1) == (other.0, other.1);
    let only_here: Vec<Span> =
        after.iter().filter(|here| !before.iter().any(|there| same(here, there))).map(|(_, _, span)| *span).collect();
    let first = only_here.first()?;
    let written = first.of(target.text);
    let is_open = after.iter().any(|(_, is_open, span)| span == first && *is_open);
    let message = match (written, is_open) {
        ("\"", _) => "The translation has an odd number of quotation marks: one `\"` has no other half.".to_owned(),
        (_, true) => format!("The translation opens {} and does not close it.", quote(written)),
        (_, false) => format!("The translation closes {} and has not opened it.", quote(written)),
    };
    let context = context(target.text, *first);
    let mut found = finding(Rule::Brackets, Severity::Warning, message, &[written, context]);
    found.target = only_here;
    Some(found)
}

/// A few characters around a bracket, by which it is known again.
fn context(text: &str, span: Span) -> &str {
    let before = text.get(..span.start).unwrap_or_default();
    let start = before.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    let after = text.get(span.end..).unwrap_or_default();
    let end = span.end + after.char_indices().nth(8).map_or(after.len(), |(at, _)| at);
    text.get(start..end).unwrap_or_default()
}

/// Brackets without their other half: which pair, whether it opens, and where.
fn lonely(side: &DraftText<'_>) -> Vec<(usize, bool, Span)> {
    let text = side.text;
    if !text.contains(|c: char| c == '"' || PAIRS.iter().any(|(open, close)| open.contains(c) || close.contains(c))) {
        return Vec::new();
    }
    // Code that consists of signs alone speaks of the signs.
    let is_sign = |span: &Span| !span.of(text).contains(char::is_alphanumeric);
    let code: Vec<Span> = code_spans(text).into_iter().filter(is_sign).collect();
    let mut open: Vec<(usize, Span)> = Vec::new();
    let mut found = Vec::new();
    let mut straight: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        let is_code = || code.iter().any(|code| code.overlaps(span));
        if c == '"' {
            let after_digit = text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
            if !is_code() && (!after_digit || straight.len() % 2 == 1) {
                straight.push(span);
            }
            continue;
        }
        let Some(pair) = PAIRS.iter().position(|(open, close)| open.contains(c) || close.contains(c)) else { continue };
        if is_code() || is_smiley(text, span) {
            continue;
        }
        if PAIRS[pair].0.contains(c) {
            open.push((pair, span));
            continue;
        }
        let partner = match open.last() {
            Some((last, start)) if *last != pair && is_interval((*last, pair), text, Span::new(start.end, at)) => {
                Some(open.len() - 1)
            }
            _ => open.iter().rposition(|(open, _)| *open == pair),
        };
        match partner {
            Some(partner) => drop(open.remove(partner)),
            None if !is_list_number(text, at) => found.push((pair, false, span)),
            None => {}
        }
    }
    found.extend(open.into_iter().map(|(pair, span)| (pair, true, span)));
    // Many write the same mark on both sides: ”…”.
    let curly: Vec<bool> = found.iter().filter(|lonely| lonely.0 == CURLY).map(|lonely| lonely.1).collect();
    if curly.len().is_multiple_of(2) && curly.windows(2).all(|two| two[0] == two[1]) {
        found.retain(|lonely| lonely.0 != CURLY);
    }
    if straight.len() % 2 == 1 {
        found.extend(straight.last().map(|span| (PAIRS.len(), true, *span)));
    }
    found.sort_by_key(|(_, _, span)| *span);
    found
}

/// Whether a round and a square bracket stand around two ends, as those of an interval that is open on one side do.
fn is_interval(pairs: (usize, usize), text: &str, inside: Span) -> bool {
    let inside = inside.of(text);
    matches!(pairs, (0, 1) | (1, 0)) && inside.len() <= LONGEST_INTERVAL && inside.contains([',', '、', ';'])
}

/// Text between backticks.
fn code_spans(text: &str) -> Vec<Span> {
    let ticks: Vec<usize> = text.match_indices('`').map(|(at, _)| at).collect();
    let mut spans = Vec::new();
    let mut ticks = ticks.into_iter().peekable();
    while let Some(start) = ticks.next() {
        let mut width = 1;
        while ticks.next_if_eq(&(start + width)).is_some() {
            width += 1;
        }
        let Some(end) = ticks.next() else { break };
        let mut last = end;
        while ticks.next_if_eq(&(last + 1)).is_some() {
            last += 1;
        }
        spans.push(Span::new(start, last + 1));
    }
    spans
}

/// Whether the bracket at `at` closes a list number: `1)`, `a）`, `iv)` after the start of a line, a space or a comma.
fn is_list_number(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let reversed = before.chars().rev();
    let label: String =
        reversed.clone().take_while(|c| c.is_alphanumeric() && !is_wide(*c)).take(LONGEST_NUMBER + 1).collect();
    let start = reversed.clone().nth(label.chars().count());
    let is_roman = label.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let is_label = label.chars().all(char::is_numeric) || label.chars().count() == 1 || is_roman;
    is_label
        && (1..=LONGEST_NUMBER).contains(&label.chars().count())
        && start.is_none_or(|c| c.is_whitespace() || is_wide(c) || matches!(c, ',' | '、' | '。' | '・' | ';' | ':'))
}

/// Whether a character is Japanese, beside which a list number needs no space.
fn is_wide(c: char) -> bool {
    crate::text::chars::is_japanese(c)
}

/// Whether a bracket is the mouth of a smiley: `:)`, `;-(`.
fn is_smiley(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let eyes = before.strip_suffix('-').unwrap_or(before);
    matches!(span.of(text), ")" | "(" | "]" | "[")
        && eyes.ends_with([':', ';', '='])
        && {
            let earlier = eyes.get(..eyes.len() - 1).unwrap_or_default();
            earlier.is_empty()
                || earlier.ends_with(|c: char| c.is_whitespace() || is_wide(c) || matches!(c, '.' | '!' | '?'))
        }
        && text.get(span.end..).is_none_or(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
}
