//! The keys by which entries of imported dictionaries are found: spellings, readings in kana and romaji, and English.

use std::collections::BTreeMap;

use crate::model::Lang;
use crate::text::chars::has_japanese;
use crate::text::kana::{is_kana, romaji, romaji_key};
use crate::text::key::{Key, reading_key};

/// The rank of an entry found by its first gloss; later glosses rank lower.
const GLOSS: i64 = 1;
/// The rank of an entry found by its reading.
const READING: i64 = 10;
/// The rank of an entry found by its reading in romaji.
const ROMAJI: i64 = 12;
/// The rank of an entry found by a word of a gloss; words of longer glosses rank lower.
const WORD: i64 = 20;

/// Glosses with more words are definitions, whose words do not name the entry.
const MOST_WORDS: usize = 5;

/// Words that no entry is found by.
const STOP_WORDS: &[&str] = &[
    "a",
    "an",
    "and",
    "as",
    "at",
    "be",
    "by",
    "e.g",
    "esp",
    "etc",
    "for",
    "from",
    "in",
    "into",
    "it",
    "of",
    "off",
    "on",
    "one",
    "one's",
    "or",
    "out",
    "something",
    "someone",
    "that",
    "the",
    "to",
    "up",
    "with",
];

/// How an entry was found by a word of [`query_words`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum WordKind {
    Reading,
    English,
}

/// The kind of a key of [`entry_words`].
pub(in crate::app) fn word_kind(key: &str) -> WordKind {
    if key.starts_with(['k', 'r']) { WordKind::Reading } else { WordKind::English }
}

/// The keys of spellings: exact ones, and those with variants folded.
pub(in crate::app) fn spelling_keys<'a>(spellings: impl Iterator<Item = &'a str>) -> Vec<(String, bool)> {
    let mut keys: BTreeMap<String, bool> = BTreeMap::new();
    for key in spellings.filter_map(|spelling| Key::new(spelling, &Lang::JA)) {
        keys.entry(key.variant).or_insert(false);
        keys.insert(key.exact, true);
    }
    keys.into_iter().collect()
}

/// What else an entry is found by, with ranks: `k` readings, `r` readings in romaji, `g` glosses, `w` words of short glosses.
pub(in crate::app) fn entry_words<'a>(
    readings: impl Iterator<Item = &'a str>,
    english: &[String],
) -> Vec<(String, i64)> {
    let mut words: BTreeMap<String, i64> = BTreeMap::new();
    let mut add = |key: String, rank: i64| {
        let known = words.entry(key).or_insert(rank);
        *known = rank.min(*known);
    };
    for key in readings.map(reading_key).filter(|key| !key.is_empty()) {
        add(format!("r{}", romaji_key(&romaji(&key))), ROMAJI);
        add(format!("k{key}"), READING);
    }
    for (position, gloss) in (0..).zip(english) {
        let gloss = without_notes(gloss);
        let later = i64::min(position, READING - GLOSS - 1);
        for form in [gloss.as_str(), without_article(&gloss)] {
            if let Some(key) = english_key(form) {
                add(format!("g{key}"), GLOSS + later);
            }
        }
        let parts: Vec<&str> = gloss.split([' ', '-', '/', ',']).filter(|word| !word.is_empty()).collect();
        if !(2..=MOST_WORDS).contains(&parts.len()) {
            continue;
        }
        for word in parts.iter().filter_map(|word| word_key(word)) {
            add(format!("w{word}"), WORD + i64::try_from(parts.len()).unwrap_or_default() * 10 + later);
        }
    }
    words.into_iter().collect()
}

/// The keys of [`entry_words`] that may answer a query.
pub(in crate::app) fn query_words(text: &str) -> Vec<String> {
    let text = text.trim();
    if is_kana(text) {
        return Some(reading_key(text))
            .filter(|key| !key.is_empty())
            .map(|key| format!("k{key}"))
            .into_iter()
            .collect();
    }
    if has_japanese(text) {
        return Vec::new();
    }
    let mut keys = Vec::new();
    for form in [text, without_article(text)] {
        keys.extend(english_key(form).map(|key| format!("g{key}")));
    }
    let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\''));
    if letters && text.chars().count() >= 2 {
        keys.push(format!("r{}", romaji_key(text)));
    }
    if !text.contains(' ') {
        keys.extend(word_key(text).map(|key| format!("w{key}")));
    }
    keys.dedup();
    keys
}

/// A gloss without what stands in brackets.
fn without_notes(gloss: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(gloss.len());
    for c in gloss.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A gloss or query without the article or the `to` at its beginning.
fn without_article(text: &str) -> &str {
    let rest = ["to ", "the ", "a ", "an "].iter().find_map(|word| text.strip_prefix(word));
    rest.map_or(text, str::trim)
}

fn english_key(text: &str) -> Option<String> {
    Key::new(text, &Lang::EN).map(|key| key.variant.to_lowercase())
}

fn word_key(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = word.to_lowercase();
    let is_word = word.chars().count() >= 2 && !STOP_WORDS.contains(&lower.as_str());
    english_key(word).filter(|_| is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_found_by_readings_glosses_and_words_of_short_glosses() {
        let english = ["fermentation", "(act of) brewing beer", "to grow or to develop over a very long time"];
        let english: Vec<String> = english.map(str::to_owned).to_vec();
        let words = entry_words(["はっこう"].into_iter(), &english);
        let rank = |query: &str| {
            let keys = query_words(query);
            words.iter().filter(|(key, _)| keys.contains(key)).map(|(_, rank)| *rank).min()
        };
        let found: Vec<Option<i64>> =
            ["Fermentation", "brewing beer", "はっこう", "hakkou", "hakkō", "beer"].map(rank).to_vec();
        assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?}");
        for other in ["time", "of", "発酵", "はっこ", "hak"] {
            assert_eq!(rank(other), None, "{other}");
        }
    }
}
