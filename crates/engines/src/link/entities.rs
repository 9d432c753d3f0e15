//! Recognises classes, units, organisations, people and publications, whose brackets are not glosses.

use super::word_lists::WORD_LISTS;
use crate::text::chars::{Class, class, folded};

pub(super) fn last_latin_word(left: &str) -> String {
    let mut word: Vec<char> = left
        .trim_end()
        .chars()
        .rev()
        .take_while(|c| matches!(class(*c), Class::Latin | Class::Digit | Class::Greek) || *c == '-')
        .collect();
    word.reverse();
    word.into_iter().collect()
}

pub(super) fn has_digits(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit() || ('₀'..='₉').contains(&c))
}

/// Whether the Japanese term has every digit of the symbol: インターロイキン-1（IL-1） but not サイトカイン（IL-1B）.
pub(super) fn shares_digits(short: &str, ja: &str) -> bool {
    let folded = folded(ja);
    // A subscript belongs to a formula, which is a member of a class or a composition, never a name.
    !short.chars().any(|c| ('₀'..='₉').contains(&c))
        && short
            .chars()
            .filter(char::is_ascii_digit)
            .all(|digit| folded.contains(digit) || kanji_digit(digit).is_some_and(|kanji| folded.contains(kanji)))
}

fn kanji_digit(digit: char) -> Option<char> {
    digit.to_digit(10).and_then(|value| "〇一二三四五六七八九".chars().nth(value as usize))
}

/// Whether a term is a class whose bracket names a member: 物質, 遺伝子.
pub(super) fn is_generic(ja: &str) -> bool {
    WORD_LISTS.generic.contains(folded(ja).as_str())
}

pub(super) fn ends_generic(ja: &str) -> bool {
    let ja = folded(ja);
    WORD_LISTS.generic.iter().any(|word| ja.ends_with(word))
}

pub(super) fn is_publication(ja: &str) -> bool {
    let ja = folded(ja);
    WORD_LISTS.publication.iter().any(|word| ja.ends_with(word))
}

pub(super) fn is_organisation(ja: &str, en: &str) -> bool {
    let ja = folded(ja);
    let capitalised = en.chars().next().is_some_and(char::is_uppercase);
    WORD_LISTS.organisation.iter().any(|word| ja.ends_with(word) || ja.starts_with(word) && ja != *word)
        || capitalised && WORD_LISTS.organisation_latin.iter().any(|word| ja.ends_with(word))
}

/// Whether a text is two short kanji words with a space between: 平川 司.
pub(super) fn is_japanese_personal_name(ja: &str) -> bool {
    let parts: Vec<&str> = ja.split([' ', '\u{3000}']).collect();
    parts.len() == 2
        && parts
            .iter()
            .all(|part| (1..=3).contains(&part.chars().count()) && part.chars().all(|c| class(c) == Class::Kanji))
}

/// Whether katakana parts transcribe as many capitalised words, each sounding like its part: マリア・レンツ（Maria Lenz）.
pub(super) fn is_transcribed_personal_name(ja: &str, en: &str) -> bool {
    let parts: Vec<&str> = ja.rsplit(' ').next().unwrap_or(ja).split(['・', '＝', '=']).collect();
    let words: Vec<&str> = en.split_whitespace().collect();
    let capitalised = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase() || c == '.')
    };
    parts.len() >= 2
        && parts.len() == words.len()
        && parts.iter().all(|part| part.chars().all(|c| class(c) == Class::Katakana))
        && words.iter().all(capitalised)
}

/// Whether a text is a unit of measurement: mS/cm, dB, kHz.
pub(super) fn is_unit(text: &str) -> bool {
    text.contains('/') && text.chars().count() <= 6 || WORD_LISTS.unit.contains(text)
}

/// Whether a bracket belongs to the name of a person: ジョン・スミス（John Smith）教授.
pub(super) fn is_person(left: &str, inside: &str, after: &str) -> bool {
    let mut rest = after.chars();
    rest.next();
    let rest = rest.as_str().trim_start();
    let named = WORD_LISTS.person.iter().any(|word| rest.starts_with(word) || left.trim_end().ends_with(word));
    let words: Vec<&str> = inside.split_whitespace().collect();
    let capitalised = (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\''))
                && (word.chars().count() == 1
                    || word.chars().any(char::is_lowercase)
                    || word.ends_with('.')
                    || words.len() == 2)
        });
    named && capitalised || left.trim_end().ends_with("さん")
}
