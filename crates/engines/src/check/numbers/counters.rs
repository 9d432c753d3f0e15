//! Japanese counters that lost their number: 第引数, 番目.

use super::quantity::NumberText;
use crate::check::finding::{finding, sorted_spans};
use crate::check::wording::quote;
use crate::model::{Finding, Rule, Severity, Span};
use crate::text::chars::is_japanese_letter;

/// The counters of a translation that have no number.
pub(super) fn without_number(text: &NumberText<'_>) -> Vec<Span> {
    if !text.lang.is_japanese() {
        return Vec::new();
    }
    let folded = text.folded.text.as_str();
    let numeral =
        |c: char| c.is_alphanumeric() && (c.is_ascii() || "〇一二三四五六七八九十百千万億兆何数幾".contains(c));
    let mut found = Vec::new();
    for (at, sign) in folded.match_indices('第') {
        let before = folded.get(..at).and_then(|before| before.chars().next_back());
        let after = folded.get(at + sign.len()..).unwrap_or_default().trim_start().chars().next();
        let word = before.is_some_and(|c| "次落及".contains(c));
        let numbered = after.is_none_or(|c| numeral(c) || !is_japanese_letter(c));
        if !word && !numbered {
            found.push(Span::new(at, at + sign.len()));
        }
    }
    for (at, sign) in folded.match_indices("番目").chain(folded.match_indices("回目")) {
        let before = folded.get(..at).unwrap_or_default().trim_end().chars().next_back();
        if before.is_none_or(|c| !numeral(c) && (is_japanese_letter(c) || matches!(c, '、' | '。' | '「' | '('))) {
            found.push(Span::new(at, at + sign.len()));
        }
    }
    for tail in ["つの", "つ以上", "つだけ", "つです", "つ目"] {
        for (at, sign) in folded.match_indices(tail) {
            let before = folded.get(..at).and_then(|before| before.chars().next_back());
            if before.is_none_or(|c| matches!(c, ' ' | '、' | '。' | '「' | '(' | 'は' | 'が' | 'を')) {
                let tight = folded.get(..at).unwrap_or_default().trim_end().chars().next_back();
                if tight.is_none_or(|c| !numeral(c)) {
                    found.push(Span::new(at, at + sign.len()));
                }
            }
        }
    }
    sorted_spans(found)
}

/// The finding for them.
pub(super) fn missing_number(source: &NumberText<'_>, target: &NumberText<'_>, counters: &[Span]) -> Finding {
    let spans: Vec<Span> = counters.iter().map(|span| target.folded.source(*span)).collect();
    let written = spans.first().map(|span| span.of(target.text)).unwrap_or_default();
    let message = format!("{} in the translation has no number.", quote(written));
    let mut found = finding(Rule::Numbers, Severity::Warning, message, &[source.text, written]);
    found.target = spans;
    found
}
