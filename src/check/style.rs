//! A translation in; characters and spaces as its language does not set them out, with what to write instead. The source is
//! never looked at: nobody chose how it was printed or extracted.

use super::note::{finding, listed, shown};
use super::reading::Text;
use super::replace;
use super::settings::{Brackets, Spacing, Style, Width};
use crate::model::{Finding, Place, Rule, Severity, Side, Span};
use crate::text::chars::{Class, class, is_japanese_letter};
use unicode_normalization::UnicodeNormalization;

/// Full-width marks of Japanese and what English has for them.
const MARKS: [(char, &str); 6] = [('、', ","), ('。', "."), ('，', ","), ('．', "."), ('：', ":"), ('；', ";")];
/// What stands in a bracket is no longer than so many bytes.
const LONGEST_BRACKET: usize = 300;
/// Word beginnings of chemistry that a bracket follows without a space.
const TIED: [&str; 6] = ["poly", "oligo", "bis", "tris", "co", "tetrakis"];

/// What is set wrongly, and what it should be.
type Wrong = (Span, String);

pub(super) fn findings(target: &Text<'_>, style: Style) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |what: &str, wrong: Vec<Wrong>| {
        let wrong: Vec<Wrong> = wrong.into_iter().filter(|(span, _)| !target.is_code(*span)).collect();
        if !wrong.is_empty() {
            found.push(one(target.text, what, wrong));
        }
    };
    let text = target.text;
    add("spaces after one another", double_spaces(text));
    if target.lang.is_japanese() {
        add("half-width katakana", half_width_kana(text));
        match style.latin_width {
            Width::Half => add("full-width letters or digits", runs(text, is_wide_latin, narrow)),
            Width::Full => add("half-width letters or digits", beside_japanese(text)),
            Width::Any => {}
        }
        match style.brackets {
            Brackets::Half => add("full-width brackets", runs(text, |c| matches!(c, '（' | '）'), narrow)),
            Brackets::Full => add("half-width brackets", narrow_brackets(text)),
            Brackets::Any => {}
        }
        match style.spacing {
            Spacing::None => add("a space between Japanese and Latin letters", spaced(text)),
            Spacing::Space => add("no space between Japanese and Latin letters", unspaced(text)),
            Spacing::Any => {}
        }
    } else if target.lang.is_english() {
        add("full-width letters, digits or marks", runs(text, is_wide_latin, narrow));
        add("full-width brackets", wide_brackets(text));
        add("marks of Japanese", japanese_marks(text));
        add("a missing space before a bracket", tight_brackets(text));
        add("a space inside a bracket", loose_brackets(text));
    }
    found
}

fn one(text: &str, what: &str, wrong: Vec<Wrong>) -> Finding {
    let mut written: Vec<String> = wrong.iter().map(|(span, _)| around(text, *span)).collect();
    written.dedup();
    let count = written.len();
    written.truncate(3);
    let more = if count > 3 { format!(" and {} more", count - 3) } else { String::new() };
    let list: Vec<String> = written.iter().map(|words| shown(words)).collect();
    let message = format!("The translation has {what}: {}{more}.", listed(&list, if count > 3 { "," } else { "and" }));
    let parts: Vec<&str> = std::iter::once(what).chain(written.iter().map(String::as_str)).collect();
    let mut found = finding(Rule::Style, Severity::Information, message.replace(" , ", ", "), &parts);
    found.target = wrong.iter().map(|(span, _)| *span).collect();
    let place = |span| Place { unit: 0, side: Side::Target, span };
    let changes = wrong.into_iter().map(|(span, text)| (place(span), text)).collect();
    found.fixes.push(replace::fix(format!("Mend {what}"), changes));
    found
}

/// A place with a few characters on both sides.
fn around(text: &str, span: Span) -> String {
    const BESIDE: usize = 6;
    let before: Vec<char> = text.get(..span.start).unwrap_or_default().chars().rev().take(BESIDE).collect();
    let after = text.get(span.end..).unwrap_or_default().chars().take(BESIDE);
    before.into_iter().rev().chain(span.of(text).chars()).chain(after).collect()
}

/// Runs of characters `wanted` says yes to, each as `mend` has it.
fn runs(text: &str, wanted: impl Fn(char) -> bool, mend: impl Fn(&str) -> String) -> Vec<Wrong> {
    let mut spans: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| wanted(*c)) {
        match spans.last_mut() {
            Some(last) if last.end == at => last.end = at + c.len_utf8(),
            _ => spans.push(Span::new(at, at + c.len_utf8())),
        }
    }
    spans.into_iter().map(|span| (span, mend(span.of(text)))).collect()
}

fn narrow(text: &str) -> String {
    text.nfkc().collect()
}

fn widened(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c };
    text.chars().map(wide).collect()
}

/// Full-width letters, digits and the marks that go with them; brackets, commas and stops are looked at apart.
fn is_wide_latin(c: char) -> bool {
    matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' | '％' | '＋' | '－' | '＝' | '＜' | '＞' | '＆' | '＃' | '＠')
}

fn half_width_kana(text: &str) -> Vec<Wrong> {
    runs(text, |c| ('\u{FF66}'..='\u{FF9F}').contains(&c), narrow)
}

/// Two spaces or more between words of one line.
fn double_spaces(text: &str) -> Vec<Wrong> {
    let is_space = |c: char| matches!(c, ' ' | '\u{3000}');
    let found = runs(text, is_space, |run| if run.contains(' ') { " ".to_owned() } else { "\u{3000}".to_owned() });
    let inside = |span: &Span| {
        let line_before =
            text.get(..span.start).is_some_and(|before| !before.is_empty() && !before.ends_with(['\n', '\r']));
        let line_after =
            text.get(span.end..).is_some_and(|after| !after.is_empty() && !after.starts_with(['\n', '\r']));
        line_before && line_after
    };
    // Two after a sentence are how some set English, and what stands in quotation marks is shown as it is.
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
    let kept = |span: &Span| of_sentence(span) || quoted.iter().any(|quote| quote.contains(*span));
    let several = |span: &Span| span.of(text).chars().count() > 1;
    found.into_iter().filter(|(span, _)| several(span) && inside(span) && !kept(span)).collect()
}

/// Half-width letters and digits of a text that wants them wide.
fn beside_japanese(text: &str) -> Vec<Wrong> {
    runs(text, |c| c.is_ascii_alphanumeric(), widened)
}

/// Half-width brackets that hold or touch Japanese.
fn narrow_brackets(text: &str) -> Vec<Wrong> {
    runs(text, |c| matches!(c, '(' | ')'), widened)
}

/// Spaces that part Japanese from Latin letters and digits.
fn spaced(text: &str) -> Vec<Wrong> {
    borders(text, true)
}

fn unspaced(text: &str) -> Vec<Wrong> {
    borders(text, false)
}

/// Where Japanese and Latin letters meet, with a space between or without; and what should stand between.
fn borders(text: &str, with_space: bool) -> Vec<Wrong> {
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

/// （ and ） in English, with the spaces ( and ) want.
fn wide_brackets(text: &str) -> Vec<Wrong> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '（' | '）')) {
        let span = Span::new(at, at + c.len_utf8());
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(span.end..).and_then(|after| after.chars().next());
        let mended = if c == '（' {
            if before.is_some_and(char::is_alphanumeric) { " (" } else { "(" }
        } else if after.is_some_and(char::is_alphanumeric) {
            ") "
        } else {
            ")"
        };
        found.push((span, mended.to_owned()));
    }
    found
}

/// 、 and 。 and kin in English, with the space that follows them.
fn japanese_marks(text: &str) -> Vec<Wrong> {
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

/// `word(more words)`: a bracket against the word before it, unless it is a call, a plural in brackets or a formula.
fn tight_brackets(text: &str) -> Vec<Wrong> {
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
        let tied = TIED.iter().any(|prefix| word.eq_ignore_ascii_case(prefix));
        if own && letters && !tied && (words || short) {
            found.push((Span::new(at, at), " ".to_owned()));
        }
    }
    found
}

/// `( word )`.
fn loose_brackets(text: &str) -> Vec<Wrong> {
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
