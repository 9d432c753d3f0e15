//! Translations of words: those shipped with Taiyaku, and those learned from translated texts.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::features::key;
use crate::text::word_pairs::{self, stem};

/// English translations of Japanese words, with their confidence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TranslationTable {
    /// By the number of the Japanese word: the numbers of English words and the confidence, 0 to 1.
    entries: FxHashMap<u32, Vec<(u32, f32)>>,
}

/// The confidence of a shipped pair.
const SHIPPED: f32 = 0.8;

/// Common words (glossary/words.csv) and the starter terms, available without learning.
static SHIPPED_WORDS: LazyLock<TranslationTable> = LazyLock::new(|| {
    let mut table = TranslationTable::default();
    for (ja, en) in word_pairs::rows() {
        for word in en {
            table.insert(key(ja), key(&stem(word)), SHIPPED);
        }
    }
    table
});

impl TranslationTable {
    pub(super) fn insert(&mut self, ja: u32, en: u32, sure: f32) {
        let list = self.entries.entry(ja).or_default();
        match list.iter_mut().find(|(entries, _)| *entries == en) {
            Some((_, entries)) => *entries = entries.max(sure),
            None => list.push((en, sure)),
        }
    }

    /// The English words for a Japanese one, including the shipped ones.
    pub(super) fn of(&self, ja: u32) -> impl Iterator<Item = (u32, f32)> + '_ {
        let lists = [self.entries.get(&ja), SHIPPED_WORDS.entries.get(&ja)];
        lists.into_iter().flatten().flatten().copied()
    }

    /// The learned English words for a Japanese one.
    pub(super) fn learned(&self, ja: u32) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.entries.get(&ja).into_iter().flatten().copied()
    }

    /// The number of learned pairs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.values().map(Vec::len).sum()
    }

    /// Whether nothing has been learned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The confidence that an English word translates a Japanese one in its dictionary form, 0 to 1; 0 if unknown.
    #[must_use]
    pub fn confidence(&self, ja: &str, en: &str) -> f64 {
        let en = key(&stem(&en.to_lowercase()));
        self.of(key(ja)).filter(|(entries, _)| *entries == en).map(|(_, sure)| f64::from(sure)).fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_words_are_sorted_each_there_once_and_found_in_any_form() {
        let lines: Vec<&str> = include_str!("../../../../glossary/words.csv").lines().collect();
        assert_eq!(lines.first(), Some(&"ja,en"));
        assert!(lines[1..].windows(2).all(|pair| pair[0].split(',').next() < pair[1].split(',').next()));
        for line in &lines[1..] {
            let (ja, en) = line.split_once(',').unwrap();
            assert_eq!(crate::text::normal::normal(ja), ja);
            assert!(!en.is_empty() && en.split(' ').all(|word| word.bytes().all(|c| c.is_ascii_lowercase())), "{line}");
        }
        let table = TranslationTable::default();
        assert!(table.confidence("細胞", "Cells") > 0.5 && table.confidence("細胞", "gene") == 0.0 && table.is_empty());
    }
}
