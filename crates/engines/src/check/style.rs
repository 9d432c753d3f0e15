//! Rule `style`: characters and spaces that do not follow the typographic style of the target language, with corrections. The
//! source is not checked, as nobody chose how it was typeset or extracted.

use super::finding::finding;
use super::fixes;
use super::settings::{Brackets, Spacing, Style, Width};
use super::text::DraftText;
use super::wording::{join, quote};
use crate::model::{Finding, Location, Rule, Severity, Side, Span};
use crate::text::chars::{Class, class, is_japanese_letter};
use unicode_normalization::UnicodeNormalization;

/// Full-width Japanese punctuation and its English equivalents.
const MARKS: [(char, &str); 6] = [('、', ","), ('。', "."), ('，', ","), ('．', "."), ('：', ":"), ('；', ";")];
/// The longest text in a bracket, in bytes.
const LONGEST_BRACKET: usize = 300;
/// Prefixes in chemistry that are followed by a bracket without a space.
const CHEMICAL_PREFIXES: [&str; 6] = ["poly", "oligo", "bis", "tris", "co", "tetrakis"];

/// A span and what to write there instead.
type Correction = (Span, String);

pub(super) fn findings(target: &DraftText<'_>, style: Style) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |what: &str, corrections: Vec<Correction>| {
        let corrections: Vec<Correction> = corrections.into_iter().filter(|(span, _)| !target.is_code(*span)).collect();
        if !corrections.is_empty() {
            found.push(build_finding(target.text, what, corrections));
        }
    };
    let text = target.text;
    add("repeated spaces", double_spaces(text));
    if target.lang.is_japanese() {
        add("half-width katakana", half_width_kana(text));
        match style.latin_width {
            Width::Half => add("full-width letters or digits", runs(text, is_wide_latin, to_half_width)),
            Width::Full => add("half-width letters or digits", half_width_latin(text)),
            Width::Any => {}
        }
        match style.brackets {
            Brackets::Half => add("full-width brackets", runs(text, |c| matches!(c, '（' | '）'), to_half_width)),
            Brackets::Full => add("half-width brackets", half_width_brackets(text)),
            Brackets::Any => {}
        }
        match style.spacing {
            Spacing::None => add("a space between Japanese and Latin letters", spaces_at_script_changes(text)),
            Spacing::Space => {
                add("no space between Japanese and Latin letters", missing_spaces_at_script_changes(text));
            }
            Spacing::Any => {}
        }
    } else if target.lang.is_english() {
        add("full-width letters, digits or symbols", runs(text, is_wide_latin, to_half_width));
        add("full-width brackets", full_width_brackets(text));
        add("Japanese punctuation", japanese_punctuation(text));
        add("a missing space before a bracket", missing_spaces_before_brackets(text));
        add("a space inside a bracket", spaces_inside_brackets(text));
    }
    found
}

/// One finding for all occurrences of a problem.
fn build_finding(text: &str, what: &str, corrections: Vec<Correction>) -> Finding {
    let mut written: Vec<String> = corrections.iter().map(|(span, _)| with_context(text, *span)).collect();
    written.dedup();
    let count = written.len();
    written.truncate(3);
    let more = if count > 3 { format!(" and {} more", count - 3) } else { String::new() };
    let list: Vec<String> = written.iter().map(|words| quote(words)).collect();
    let message = format!("The translation has {what}: {}{more}.", join(&list, if count > 3 { "," } else { "and" }));
    let parts: Vec<&str> = std::iter::once(name_in_key(what)).chain(written.iter().map(String::as_str)).collect();
    let mut found = finding(Rule::Style, Severity::Information, message.replace(" , ", ", "), &parts);
    found.target = corrections.iter().map(|(span, _)| *span).collect();
    let place = |span| Location { unit: 0, side: Side::Target, span };
    let changes = corrections.into_iter().map(|(span, text)| (place(span), text)).collect();
    found.fixes.push(fixes::fix(format!("Correct {what}"), changes));
    found
}

/// The name of a problem in the keys of its findings. It never changes, so that ignored findings stay ignored.
fn name_in_key(what: &str) -> &str {
    match what {
        "repeated spaces" => "spaces after one another",
        "full-width letters, digits or symbols" => "full-width letters, digits or marks",
        "Japanese punctuation" => "marks of Japanese",
        _ => what,
    }
}

/// A span with a few characters of context on both sides.
fn with_context(text: &str, span: Span) -> String {
    const BESIDE: usize = 6;
    let before: Vec<char> = text.get(..span.start).unwrap_or_default().chars().rev().take(BESIDE).collect();
    let after = text.get(span.end..).unwrap_or_default().chars().take(BESIDE);
    before.into_iter().rev().chain(span.of(text).chars()).chain(after).collect()
}

/// Runs of characters for which `is_wrong` is true, each with its correction.
fn runs(text: &str, is_wrong: impl Fn(char) -> bool, correct: impl Fn(&str) -> String) -> Vec<Correction> {
    let mut spans: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_wrong(*c)) {
        match spans.last_mut() {
            Some(last) if last.end == at => last.end = at + c.len_utf8(),
            _ => spans.push(Span::new(at, at + c.len_utf8())),
        }
    }
    spans.into_iter().map(|span| (span, correct(span.of(text)))).collect()
}

fn to_half_width(text: &str) -> String {
    text.nfkc().collect()
}

fn to_full_width(text: &str) -> String {
    let full_width =
        |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c };
    text.chars().map(full_width).collect()
}

/// Full-width letters, digits and common symbols; brackets, commas and full stops have rules of their own.
fn is_wide_latin(c: char) -> bool {
    matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' | '％' | '＋' | '－' | '＝' | '＜' | '＞' | '＆' | '＃' | '＠')
}

fn half_width_kana(text: &str) -> Vec<Correction> {
    runs(text, |c| ('\u{FF66}'..='\u{FF9F}').contains(&c), to_half_width)
}

/// Two or more spaces between words on one line.
fn double_spaces(text: &str) -> Vec<Correction> {
    let is_space = |c: char| matches!(c, ' ' | '\u{3000}');
    let found = runs(text, is_space, |run| if run.contains(' ') { " ".to_owned() } else { "\u{3000}".to_owned() });
    let inside = |span: &Span| {
        let line_before =
            text.get(..span.start).is_some_and(|before| !before.is_empty() && !before.ends_with(['\n', '\r']));
        let line_after =
            text.get(span.end..).is_some_and(|after| !after.is_empty() && !after.starts_with(['\n', '\r']));
        line_before && line_after
    };
    // Some put two spaces after a sentence, and text in quotation marks is verbatim.
    let of_sentence = |span: &Span| {
        span.len() == 2 && text.get(..span.start).is_some_and(|before| before.ends_with(['.', '!', '?', ':']))
    };
    let quoted: Vec<Span> = text
        .match_indices('"')
        .map(|(at, _)| at)
        .collect::<Vec<_>>()
        .chunks(2)
        .filter_map(|pair| Some(Span::new(*pair.first()?, *pair.get(1)?)))
        .collect();
    let is_exempt = |span: &Span| of_sentence(span) || quoted.iter().any(|quote| quote.contains(*span));
    let several = |span: &Span| span.of(text).chars().count() > 1;
    found.into_iter().filter(|(span, _)| several(span) && inside(span) && !is_exempt(span)).collect()
}

/// Half-width letters and digits, where full width is the style.
fn half_width_latin(text: &str) -> Vec<Correction> {
    runs(text, |c| c.is_ascii_alphanumeric(), to_full_width)
}

/// Half-width brackets.
fn half_width_brackets(text: &str) -> Vec<Correction> {
    runs(text, |c| matches!(c, '(' | ')'), to_full_width)
}

/// Spaces between Japanese and Latin letters or digits.
fn spaces_at_script_changes(text: &str) -> Vec<Correction> {
    script_changes(text, true)
}

/// Missing spaces between Japanese and Latin letters or digits.
fn missing_spaces_at_script_changes(text: &str) -> Vec<Correction> {
    script_changes(text, false)
}

/// The places where Japanese and Latin letters meet, with or without a space between them, and the correction.
fn script_changes(text: &str, with_space: bool) -> Vec<Correction> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let latin = |c: char| matches!(class(c), Class::Latin | Class::Digit) && c.is_ascii();
    let meet =
        |one: char, other: char| (is_japanese_letter(one) && latin(other)) || (latin(one) && is_japanese_letter(other));
    let mut found = Vec::new();
    for (at, (start, c)) in chars.iter().enumerate() {
        let next = |offset: usize| chars.get(at + offset).copied();
        match (with_space, next(1), next(2)) {
            (true, Some((space, ' ')), Some((end, other))) if meet(*c, other) => {
                found.push((Span::new(space, end), String::new()));
            }
            (false, Some((_, other)), _) if meet(*c, other) => {
                let end = start + c.len_utf8();
                found.push((Span::new(end, end), " ".to_owned()));
            }
            _ => {}
        }
    }
    found
}

/// Full-width brackets in English, replaced by half-width ones with the spaces they need.
fn full_width_brackets(text: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '（' | '）')) {
        let span = Span::new(at, at + c.len_utf8());
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(span.end..).and_then(|after| after.chars().next());
        let corrected = if c == '（' {
            if before.is_some_and(char::is_alphanumeric) { " (" } else { "(" }
        } else if after.is_some_and(char::is_alphanumeric) {
            ") "
        } else {
            ")"
        };
        found.push((span, corrected.to_owned()));
    }
    found
}

/// Japanese punctuation in English, replaced with the space that follows it.
fn japanese_punctuation(text: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let Some((_, mark)) = MARKS.iter().find(|(wide, _)| *wide == c) else { continue };
        let span = Span::new(at, at + c.len_utf8());
        let after = text.get(span.end..).and_then(|after| after.chars().next());
        let japanese = |c: Option<char>| c.is_some_and(is_japanese_letter);
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if !japanese(before) && !japanese(after) {
            let space = if after.is_some_and(char::is_alphanumeric) { " " } else { "" };
            found.push((span, format!("{mark}{space}")));
        }
    }
    found
}

/// `word(more words)`: a bracket directly after a word, unless it is a function call, a plural ending or a formula.
fn missing_spaces_before_brackets(text: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('(') {
        let before = text.get(..at).unwrap_or_default();
        let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |found| {
            found + before.get(found..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
        let word = before.get(start..).unwrap_or_default();
        let edge = before.get(..start).and_then(|before| before.chars().next_back());
        let own = edge.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"' | '“'));
        let rest = text.get(at + 1..).unwrap_or_default();
        let near = rest.bytes().take(LONGEST_BRACKET).position(|byte| byte == b')');
        let Some(inside) = near.and_then(|end| rest.get(..end)) else { continue };
        let letters = word.chars().count() >= 3 && word.chars().skip(1).all(char::is_lowercase);
        let words = inside.contains(' ') && !inside.contains(['=', ',', '"', '\'', '<']);
        let short = inside.chars().count() >= 2 && inside.chars().all(|c| c.is_ascii_uppercase() || c == '-');
        let tied = CHEMICAL_PREFIXES.iter().any(|prefix| word.eq_ignore_ascii_case(prefix));
        if own && letters && !tied && (words || short) {
            found.push((Span::new(at, at), " ".to_owned()));
        }
    }
    found
}

/// `( word )`: spaces inside a bracket.
fn spaces_inside_brackets(text: &str) -> Vec<Correction> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("( ") {
        let letter = text.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        found.extend(letter.then(|| (Span::new(at + 1, at + 2), String::new())));
    }
    for (at, _) in text.match_indices(" )") {
        let letter = text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        found.extend(letter.then(|| (Span::new(at, at + 1), String::new())));
    }
    found.sort_by_key(|(span, _)| *span);
    found
}
