//! Rule `untranslated`: source-language text left in the translation.
//!
//! Into a language without kanji and kana: Japanese that is not in quotation marks, in a bracket after Latin letters (a name
//! beside its reading) or in a code. Into Japanese: a translation without any Japanese, if the source has ordinary words.

use super::finding::finding;
use super::text::DraftText;
use super::wording::quote;
use crate::model::{Finding, Rule, Severity, Span};
use crate::text::chars::{Class, class, has_japanese, is_japanese_letter};
use crate::text::english::is_symbol;

/// The largest number of quotations and brackets considered.
const MOST_EXEMPT: usize = 2_000;
/// The fewest letters of a word that would certainly be translated.
const SHORTEST_WORD: usize = 3;

pub(super) fn findings(source: &DraftText<'_>, target: &DraftText<'_>) -> Vec<Finding> {
    if target.lang.is_japanese() {
        return into_japanese(source, target).into_iter().collect();
    }
    let same = source.folded.text == target.folded.text;
    if same && has_kana(target.text) {
        let message = format!("The translation is identical to the source text: {}.", quote(target.text));
        let mut found = finding(Rule::Untranslated, Severity::Error, message, &[source.text]);
        found.target = vec![Span::new(0, target.text.len())];
        return vec![found];
    }
    let runs = japanese_runs(target);
    let words: Vec<&str> = runs.iter().map(|span| span.of(target.text)).collect();
    let Some(first) = words.first() else { return Vec::new() };
    // Kanji alone may be a name.
    let severity = if words.iter().any(|word| has_kana(word)) { Severity::Warning } else { Severity::Information };
    let more = if words.len() > 1 { format!(" and {} more", words.len() - 1) } else { String::new() };
    let message = format!("The translation still contains Japanese: {}{more}.", quote(first));
    let mut found = finding(Rule::Untranslated, severity, message, &words);
    found.target = runs;
    vec![found]
}

fn has_kana(text: &str) -> bool {
    // A long vowel mark alone is a dash.
    text.chars().any(|c| c != 'ー' && matches!(class(c), Class::Hiragana | Class::Katakana))
}

/// Runs of Japanese that are not exempt.
fn japanese_runs(target: &DraftText<'_>) -> Vec<Span> {
    let text = target.text;
    let exempt = exempt_spans(text);
    let mut runs: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices() {
        // A middle dot or a long vowel mark alone is not a word.
        if !is_japanese_letter(c) && !matches!(c, '、' | '。') {
            continue;
        }
        let span = Span::new(at, at + c.len_utf8());
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = span.end,
            _ => runs.push(span),
        }
    }
    runs.retain(|run| {
        has_japanese(run.of(text))
            && run.of(text).chars().any(|c| c != 'ー' && !matches!(c, '、' | '。'))
            && !exempt.iter().any(|span| span.contains(*run))
            && !target.is_code(*run)
    });
    runs
}

/// Text in quotation marks, or in brackets after a Latin letter or digit.
fn exempt_spans(text: &str) -> Vec<Span> {
    const PAIRS: [(char, char); 10] = [
        ('「', '」'),
        ('『', '』'),
        ('“', '”'),
        ('"', '"'),
        ('\'', '\''),
        ('‘', '’'),
        ('`', '`'),
        ('(', ')'),
        ('（', '）'),
        ('[', ']'),
    ];
    let mut spans = Vec::new();
    for (open, close) in PAIRS {
        let bracket = matches!(open, '(' | '（' | '[');
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(|rest| rest.find(open)).map(|found| at + found) {
            let inside = start + open.len_utf8();
            let Some(end) = text.get(inside..).and_then(|rest| rest.find(close)).map(|found| inside + found) else {
                break;
            };
            let before = text.get(..start).and_then(|before| before.trim_end().chars().next_back());
            let beside_latin = before.is_some_and(|c| matches!(class(c), Class::Latin | Class::Digit | Class::Greek));
            if !bracket || beside_latin || before == Some('"') || before == Some('”') {
                spans.push(Span::new(inside, end));
            }
            at = end + close.len_utf8();
        }
    }
    spans.truncate(MOST_EXEMPT);
    spans
}

/// The finding of a translation into Japanese that has no Japanese.
fn into_japanese(source: &DraftText<'_>, target: &DraftText<'_>) -> Option<Finding> {
    if has_japanese(target.text) {
        return None;
    }
    let words = ordinary_words(source);
    let same = source.folded.text == target.folded.text;
    let severity = match words {
        0 => return None,
        // A single word may be the name of a program.
        1 if same => Severity::Information,
        1 => return None,
        _ => Severity::Warning,
    };
    let problem = if same { "is identical to the source text" } else { "contains no Japanese" };
    let message = format!("The translation {problem}: {}.", quote(target.text));
    let mut found = finding(Rule::Untranslated, severity, message, &[source.text]);
    found.target = vec![Span::new(0, target.text.len())];
    Some(found)
}

/// The number of lower-case words of the source outside codes.
fn ordinary_words(source: &DraftText<'_>) -> usize {
    let mut count = 0;
    for word in source.words() {
        let written = word.span.of(source.text);
        let letters = written.chars().filter(|c| c.is_alphabetic()).count();
        let lower = written.chars().skip(1).all(char::is_lowercase) && written.starts_with(char::is_lowercase);
        if letters >= SHORTEST_WORD && lower && !is_symbol(written) && !source.is_code(word.span) {
            count += 1;
        }
    }
    count
}
