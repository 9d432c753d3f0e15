//! The two sides of a bracket in, what they are by nature out: a class, a unit, an organisation, a person, a publication.

use super::lists::LISTS;
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

/// Whether every digit of a symbol stands in the Japanese term too: インターロイキン-1（IL-1） but not サイトカイン（IL-1B）.
pub(super) fn shares_digits(short: &str, ja: &str) -> bool {
    let folded = folded(ja);
    // A subscript belongs to a formula, which is one member of a class or its composition, never its name.
    !short.chars().any(|c| ('₀'..='₉').contains(&c))
        && short
            .chars()
            .filter(char::is_ascii_digit)
            .all(|digit| folded.contains(digit) || kanji_digit(digit).is_some_and(|kanji| folded.contains(kanji)))
}

fn kanji_digit(digit: char) -> Option<char> {
    digit.to_digit(10).and_then(|value| "〇一二三四五六七八九".chars().nth(value as usize))
}

/// 物質, 遺伝子: a class whose bracket holds a member.
pub(super) fn is_generic(ja: &str) -> bool {
    LISTS.generic.contains(folded(ja).as_str())
}

pub(super) fn ends_generic(ja: &str) -> bool {
    let ja = folded(ja);
    LISTS.generic.iter().any(|word| ja.ends_with(word))
}

pub(super) fn is_publication(ja: &str) -> bool {
    let ja = folded(ja);
    LISTS.publication.iter().any(|word| ja.ends_with(word))
}

pub(super) fn is_organisation(ja: &str, en: &str) -> bool {
    let ja = folded(ja);
    let capitalised = en.chars().next().is_some_and(char::is_uppercase);
    LISTS.organisation.iter().any(|word| ja.ends_with(word) || ja.starts_with(word) && ja != *word)
        || capitalised && LISTS.organisation_latin.iter().any(|word| ja.ends_with(word))
}

/// 平川 司: two short kanji words with a space between.
pub(super) fn is_name_of_person(ja: &str) -> bool {
    let parts: Vec<&str> = ja.split([' ', '\u{3000}']).collect();
    parts.len() == 2
        && parts
            .iter()
            .all(|part| (1..=3).contains(&part.chars().count()) && part.chars().all(|c| class(c) == Class::Kanji))
}

/// マリア・レンツ（Maria Lenz）: as many capitalised words as katakana parts, each sounding like its part.
pub(super) fn is_personal_name(ja: &str, en: &str) -> bool {
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

/// mS/cm, dB, kHz: a unit, no name.
pub(super) fn is_unit(text: &str) -> bool {
    text.contains('/') && text.chars().count() <= 6 || LISTS.unit.contains(text)
}

/// ジョン・スミス（John Smith）教授: a person.
pub(super) fn is_person(left: &str, inside: &str, after: &str) -> bool {
    let mut rest = after.chars();
    rest.next();
    let rest = rest.as_str().trim_start();
    let named = LISTS.person.iter().any(|word| rest.starts_with(word) || left.trim_end().ends_with(word));
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
