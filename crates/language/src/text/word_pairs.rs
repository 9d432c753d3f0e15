//! Common Japanese words with their English (glossary/words.csv): to judge and align what two texts say, never to translate.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::chars::{Class, class};
use super::english;

/// A row: a Japanese word in its dictionary form, and English words in lower case.
type Row = (&'static str, Vec<&'static str>);

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = include_str!("../../../../glossary/words.csv").lines().skip(1);
    rows.filter_map(|row| row.split_once(',')).map(|(ja, en)| (ja, en.split(' ').collect())).collect()
});

static STEMS: LazyLock<HashMap<&'static str, Vec<String>>> =
    LazyLock::new(|| ROWS.iter().map(|(ja, en)| (*ja, en.iter().map(|word| stem(word)).collect())).collect());

/// All rows, in the order of the file.
pub fn rows() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    ROWS.iter().map(|(ja, en)| (*ja, en.as_slice()))
}

/// Whether the Japanese word, in its dictionary form, is in the list.
#[must_use]
pub fn has(ja: &str) -> bool {
    STEMS.contains_key(ja)
}

/// Whether the English word, in any form, is among those listed for the Japanese word.
#[must_use]
pub fn is_pair(ja: &str, en: &str) -> bool {
    STEMS.get(ja).is_some_and(|stems| stems.contains(&stem(&en.to_lowercase())))
}

/// The kanji of the common adjectives that say an English word in Japanese: 長 for long.
pub fn adjectives_of(en: &str) -> impl Iterator<Item = char> {
    let en = stem(&en.to_lowercase());
    ADJECTIVES.get(&en).into_iter().flatten().copied()
}

/// By the stem of the English: the kanji of adjectives in -い that have at most three English words.
static ADJECTIVES: LazyLock<HashMap<String, Vec<char>>> = LazyLock::new(|| {
    let mut kanji: HashMap<String, Vec<char>> = HashMap::new();
    for (ja, en) in rows().filter(|(ja, en)| ja.ends_with('い') && en.len() <= 3) {
        if let Some(first) = ja.chars().next().filter(|c| class(*c) == Class::Kanji) {
            for word in en {
                kanji.entry(stem(word)).or_default().push(first);
            }
        }
    }
    kanji
});

/// The stem of a lower-case English word, shorter than a grammatical one. Only for comparison with stems made here.
#[must_use]
pub fn stem(word: &str) -> String {
    let word = english::american(word);
    let word = english::singular(&word);
    if !word.is_ascii() {
        return word;
    }
    for ending in ["ization", "ations", "ation", "ings", "ing", "ied", "ies", "ed", "ly", "er", "ion", "e", "y"] {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.len() >= 3) {
            let mut letters = rest.bytes().rev();
            let (last, before) = (letters.next(), letters.next());
            let doubled = last == before && !matches!(last, Some(b's' | b'l' | b'e' | b'o'));
            return if doubled { rest.get(..rest.len() - 1).unwrap_or(rest).to_owned() } else { rest.to_owned() };
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for (one, other) in
            [("stopping", "stopped"), ("studies", "study"), ("measure", "measuring"), ("rapidly", "rapid")]
        {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("sing"), stem("s"));
    }

    #[test]
    fn a_pair_is_found_in_any_form_of_its_english() {
        for (ja, en, want) in
            [("短い", "short", true), ("短い", "Shorter", true), ("短い", "long", false), ("𠮷", "luck", false)]
        {
            assert_eq!(is_pair(ja, en), want, "{ja} {en}");
        }
    }
}
