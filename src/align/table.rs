//! Words in; the words of the other language they have been seen with out.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::features::{key, stem};

/// Which Japanese words translate which English ones, and how surely.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// By the number of the Japanese word: numbers of English words and how sure, 0 to 1.
    known: FxHashMap<u32, Vec<(u32, f32)>>,
}

/// How sure a pair of the shipped words is.
const SHIPPED: f32 = 0.8;

/// Common words (glossary/words.csv) and the starter terms; known without anything learned.
static SHIPPED_WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for line in include_str!("../../glossary/words.csv").lines().skip(1) {
        let Some((ja, en)) = line.split_once(',') else { continue };
        for word in en.split(' ') {
            table.insert(key(ja), key(&stem(word)), SHIPPED);
        }
    }
    table
});

impl Table {
    pub(super) fn insert(&mut self, ja: u32, en: u32, sure: f32) {
        let list = self.known.entry(ja).or_default();
        match list.iter_mut().find(|(known, _)| *known == en) {
            Some((_, known)) => *known = known.max(sure),
            None => list.push((en, sure)),
        }
    }

    /// The English words known for a Japanese one, the shipped ones among them.
    pub(super) fn of(&self, ja: u32) -> impl Iterator<Item = (u32, f32)> + '_ {
        let lists = [self.known.get(&ja), SHIPPED_WORDS.known.get(&ja)];
        lists.into_iter().flatten().flatten().copied()
    }

    /// The English words learned for a Japanese one.
    pub(super) fn learned(&self, ja: u32) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.known.get(&ja).into_iter().flatten().copied()
    }

    /// How many pairs of words are known beside the shipped ones.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.values().map(Vec::len).sum()
    }

    /// Whether nothing has been learned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// How surely an English word translates a Japanese one given in its base form, 0 to 1; 0 where nothing is known.
    #[must_use]
    pub fn sure(&self, ja: &str, en: &str) -> f64 {
        let en = key(&stem(&en.to_lowercase()));
        self.of(key(ja)).filter(|(known, _)| *known == en).map(|(_, sure)| f64::from(sure)).fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_words_are_sorted_each_there_once_and_found_in_any_form() {
        let lines: Vec<&str> = include_str!("../../glossary/words.csv").lines().collect();
        assert_eq!(lines.first(), Some(&"ja,en"));
        assert!(lines[1..].windows(2).all(|pair| pair[0].split(',').next() < pair[1].split(',').next()));
        for line in &lines[1..] {
            let (ja, en) = line.split_once(',').unwrap();
            assert_eq!(crate::text::normal::normal(ja), ja);
            assert!(!en.is_empty() && en.split(' ').all(|word| word.bytes().all(|c| c.is_ascii_lowercase())), "{line}");
        }
        let table = Table::default();
        assert!(table.sure("細胞", "Cells") > 0.5 && table.sure("細胞", "gene") == 0.0 && table.is_empty());
    }
}
