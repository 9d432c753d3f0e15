//! Words at the left border of a term: one that the English says too belongs to it (短い要約文, short abstract), one that it
//! does not say and that only leads up to the term (一旦, 結果, 3,500万) does not.

use super::account::Account;
use super::coverage::content_words;
use crate::text::chars::{Class, class, fold, has_japanese};
use crate::text::english::is_abbreviation;
use crate::text::tokeniser::{Tokeniser, WordClass};
use crate::text::word_lists::WORD_LISTS;
use crate::text::word_pairs;

/// The start left of an adjective, or of a noun with which terms do not begin otherwise, that the English says too.
pub(super) fn qualified(context: &str, start: usize, english: &str, words: &Tokeniser) -> Option<usize> {
    let before = &context[..start];
    let tokens = words.base_forms(before);
    let mut last = tokens.len().checked_sub(1)?;
    // 主な, 特殊な
    if tokens[last].0.of(before) == "な" {
        last = last.checked_sub(1)?;
    }
    let (span, class, base) = &tokens[last];
    if tokens.last()?.0.end != before.len()
        || matches!(class, WordClass::Particle | WordClass::Symbol | WordClass::Verb | WordClass::Number)
        || !is_said(base, span.of(before), english)
    {
        return None;
    }
    let more = Account::of(&context[span.start..], english, words).explained;
    (more > Account::of(&context[start..], english, words).explained).then_some(span.start)
}

/// The start without the words that only lead up to the term.
pub(super) fn trimmed(context: &str, start: usize, english: &str, words: &Tokeniser) -> usize {
    let mut start = start;
    while let Some(length) = lead(&context[start..], english, words) {
        let rest = &context[start + length..];
        start += length + (rest.len() - rest.trim_start().len());
    }
    start
}

/// The length of what leads up to the term at the start of `text`.
fn lead(text: &str, english: &str, words: &Tokeniser) -> Option<usize> {
    if let Some(length) = measured_number(text, english).or_else(|| list_number(text, english)) {
        return Some(length);
    }
    let phrase = WORD_LISTS.adverbial.iter().filter(|phrase| text.starts_with(**phrase) && text.len() > phrase.len());
    if let Some(phrase) = phrase.max_by_key(|phrase| phrase.len()) {
        return (!is_said(phrase, phrase, english)).then_some(phrase.len());
    }
    let tokens = words.base_forms(text);
    let (span, kind, base) = tokens.first()?;
    let surface = span.of(text);
    let next = tokens.get(1)?.0;
    let rest = &text[next.start..];
    if span.start > 0 || !has_japanese(rest) {
        return None;
    }
    if is_reference(surface) {
        return Some(span.end);
    }
    let is_lead = match kind {
        WordClass::Adverb => !WORD_LISTS.begins_term.contains(surface),
        WordClass::Adverbial => word_pairs::has(base),
        WordClass::Noun if surface.chars().all(|c| class(c) == Class::Latin) => {
            return is_foreign(text, rest, surface, english, words).then_some(next.start);
        }
        _ => false,
    };
    (is_lead && !is_said(base, surface, english) && Account::of(rest, english, words).fits()).then_some(span.end)
}

/// Words that send the reader elsewhere, in an index: see also.
fn is_reference(surface: &str) -> bool {
    matches!(surface.to_lowercase().as_str(), "see" | "also" | "cf" | "vide")
}

/// Whether a Latin word before the term is not part of it: the English neither has it nor needs it, as in Debianメンター = mentors.
fn is_foreign(text: &str, rest: &str, latin: &str, english: &str, words: &Tokeniser) -> bool {
    let spelled = latin.chars().filter(|c| c.is_lowercase()).count() >= 2;
    if is_abbreviation(english) {
        // Debianフリーソフトウェアガイドライン (DFSG), but Debianバグ追跡システム (BTS).
        let first = |text: &str| text.chars().next().map(|c| c.to_ascii_lowercase());
        return spelled && first(latin) != first(english);
    }
    let without = Account::of(rest, english, words);
    let size =
        words.surfaces(rest).iter().filter(|span| span.of(rest).chars().any(|c| class(c) != Class::Hiragana)).count();
    spelled
        && Account::of(text, english, words).same == without.same
        && without.fits()
        && (without.is_full() || without.wanted <= size)
}

/// A number that measures something: 3,500万光年, 120,000人. It belongs to the term only if the English has a number too.
fn measured_number(text: &str, english: &str) -> Option<usize> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '万' | '億' | '兆');
    let end = text.char_indices().find(|(_, c)| !is_part(fold(*c))).map_or(text.len(), |(at, _)| at);
    let number: Vec<char> = text[..end].chars().map(fold).collect();
    let digits = number.iter().filter(|c| c.is_ascii_digit()).count();
    // 20キロメートル, not 2ステップ = two-step.
    let unit = || text[end..].chars().all(|c| class(c) == Class::Katakana) && !english.contains(['-', ' ']);
    let measures = number.iter().any(|c| !c.is_ascii_digit()) || digits >= 3 || unit();
    (digits > 0 && measures && end < text.len() && !english.contains(|c: char| c.is_ascii_digit())).then_some(end)
}

/// The number of a heading, with a space after it: 2 安定版.
fn list_number(text: &str, english: &str) -> Option<usize> {
    let digits = text.chars().take_while(|c| fold(*c).is_ascii_digit()).map(char::len_utf8).sum::<usize>();
    let number: String = text[..digits].chars().map(fold).collect();
    let spaced = text[digits..].starts_with([' ', '\u{3000}']);
    let said = english.contains(|c: char| c.is_ascii_digit()) || is_said(&number, &number, english);
    (digits > 0 && spaced && !said).then_some(digits)
}

/// Whether the English has one of the common translations of a word.
fn is_said(base: &str, surface: &str, english: &str) -> bool {
    content_words(english).iter().any(|word| word_pairs::is_pair(base, word) || word_pairs::is_pair(surface, word))
}

/// A start that does not cut through a run of katakana: デカップリング.
pub(super) fn whole_katakana(context: &str, start: usize) -> usize {
    let inside = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Katakana);
    if !inside(context[start..].chars().next()) {
        return start;
    }
    let run = context[..start].chars().rev().take_while(|c| inside(Some(*c))).map(char::len_utf8).sum::<usize>();
    start - run
}

/// The start after particles that only join the context to what was before it: と腹側層, after a bracket.
pub(super) fn after_particle(context: &str, start: usize) -> usize {
    if start > 0 {
        return start;
    }
    let joined = ["および", "及び", "または", "又は", "ならびに", "と", "や", "は", "が", "を", "の", "に", "で", "も"];
    let rest = joined.iter().find_map(|particle| context.strip_prefix(particle));
    let ideograph = |rest: &&str| {
        rest.chars().next().is_some_and(|c| matches!(class(c), Class::Kanji | Class::Katakana | Class::Latin))
    };
    rest.filter(ideograph).map_or(start, |rest| context.len() - rest.len())
}
