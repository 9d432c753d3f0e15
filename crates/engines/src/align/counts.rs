//! Counts how often Japanese and English words occur together in translated texts, and derives a [`TranslationTable`].

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::encoding::{CountReader, CountWriter};
use super::features::SentenceFeatures;
use super::table::TranslationTable;
use crate::text::tokeniser::Tokeniser;

/// Frequencies of words and pairs of words. Texts can be added and removed again, and the counts of two memories merged.
///
/// Beyond a million pairs the least frequent are dropped, so it takes some megabytes however many texts are counted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(into = "Vec<u8>", try_from = "Vec<u8>")]
pub struct CooccurrenceCounts {
    ja: FxHashMap<u32, u32>,
    en: FxHashMap<u32, u32>,
    /// By the numbers of the Japanese word (high half) and the English word (low half).
    both: FxHashMap<u64, u32>,
}

/// Maximum number of words, and of pairs.
const MOST: usize = 1 << 20;
/// A text with more different words than this on one side teaches nothing about any of them.
const TOO_MANY: usize = 60;

/// Why stored counts could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The learned translation table is damaged and will be learned again.")]
pub struct DamagedTable;

impl CooccurrenceCounts {
    /// Adds a text and its translation.
    pub fn add(&mut self, ja: &str, en: &str, words: &Tokeniser) {
        self.add_features(&[SentenceFeatures::of_japanese(ja, words)], &[SentenceFeatures::of_english(en)]);
    }

    /// Removes a pair that was added.
    pub fn remove(&mut self, ja: &str, en: &str, words: &Tokeniser) {
        self.change(&[SentenceFeatures::of_japanese(ja, words)], &[SentenceFeatures::of_english(en)], |count| {
            *count = count.saturating_sub(1);
        });
        self.ja.retain(|_, count| *count > 0);
        self.en.retain(|_, count| *count > 0);
        self.both.retain(|_, count| *count > 0);
    }

    /// Adds the counts of `other`.
    pub fn merge(&mut self, other: &Self) {
        // Sums do not depend on the order of their parts.
        #[expect(clippy::iter_over_hash_type, reason = "sums do not depend on the order")]
        for (key, count) in &other.both {
            *self.both.entry(*key).or_default() += count;
        }
        for (own, others) in [(&mut self.ja, &other.ja), (&mut self.en, &other.en)] {
            #[expect(clippy::iter_over_hash_type, reason = "sums do not depend on the order")]
            for (key, count) in others {
                *own.entry(*key).or_default() += count;
            }
        }
        self.forget();
    }

    pub(super) fn add_features(&mut self, ja: &[SentenceFeatures], en: &[SentenceFeatures]) {
        self.change(ja, en, |count| *count = count.saturating_add(1));
        self.forget();
    }

    fn change(&mut self, ja: &[SentenceFeatures], en: &[SentenceFeatures], change: impl Fn(&mut u32)) {
        let (ja, en) = (SentenceFeatures::keys(ja), SentenceFeatures::keys(en));
        if ja.len() > TOO_MANY || en.len() > TOO_MANY {
            return;
        }
        for (counts, keys) in [(&mut self.ja, &ja), (&mut self.en, &en)] {
            #[expect(clippy::iter_over_hash_type, reason = "every key is changed alike")]
            for key in keys {
                change(counts.entry(*key).or_default());
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "every key is changed alike")]
        for ja in &ja {
            #[expect(clippy::iter_over_hash_type, reason = "every key is changed alike")]
            for en in &en {
                change(self.both.entry(pair(*ja, *en)).or_default());
            }
        }
    }

    /// Drops the least frequent entries if there are too many.
    fn forget(&mut self) {
        if self.both.len() > MOST {
            shrink(&mut self.both);
        }
        if self.ja.len() > MOST {
            shrink(&mut self.ja);
        }
        if self.en.len() > MOST {
            shrink(&mut self.en);
        }
    }

    /// The pairs of words that are translations of each other.
    ///
    /// A pair needs at least two occurrences and a Dice coefficient of 0.15, or at least three occurrences, the English word in
    /// 0.4 of the texts with the Japanese word, and a coefficient of 0.05.
    #[must_use]
    pub fn table(&self) -> TranslationTable {
        let mut pairs: Vec<(u64, u32)> =
            self.both.iter().map(|(key, count)| (*key, *count)).filter(|(_, count)| *count >= 2).collect();
        pairs.sort_unstable();
        let mut table = TranslationTable::default();
        for (both, count) in pairs {
            #[expect(clippy::cast_possible_truncation, reason = "the two halves of a number")]
            let (ja, en) = ((both >> 32) as u32, both as u32);
            let seen =
                |counts: &FxHashMap<u32, u32>, key: u32| f64::from(counts.get(&key).copied().unwrap_or(0).max(count));
            let (of_ja, of_en, together) = (seen(&self.ja, ja), seen(&self.en, en), f64::from(count));
            let dice = 2.0 * together / (of_ja + of_en);
            if dice >= 0.15 || count >= 3 && together / of_ja >= 0.4 && dice >= 0.05 {
                #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
                table.insert(ja, en, (0.5 + dice / 2.0) as f32);
            }
        }
        table
    }

    /// Whether nothing has been counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.both.is_empty()
    }
}

fn pair(ja: u32, en: u32) -> u64 {
    u64::from(ja) << 32 | u64::from(en)
}

/// Drops the least frequent entries until half of the capacity is free.
fn shrink<K: Copy + Ord + std::hash::Hash>(counts: &mut FxHashMap<K, u32>) {
    let mut least = 1;
    while counts.len() > MOST / 2 {
        counts.retain(|_, count| *count > least);
        least += 1;
    }
}

impl From<CooccurrenceCounts> for Vec<u8> {
    fn from(counts: CooccurrenceCounts) -> Self {
        let mut writer = CountWriter::default();
        for single in [&counts.ja, &counts.en] {
            writer.counts(single.iter().map(|(key, count)| (u64::from(*key), *count)));
        }
        writer.counts(counts.both.iter().map(|(key, count)| (*key, *count)));
        writer.bytes()
    }
}

impl TryFrom<Vec<u8>> for CooccurrenceCounts {
    type Error = DamagedTable;
    fn try_from(bytes: Vec<u8>) -> Result<Self, DamagedTable> {
        let mut reader = CountReader::new(&bytes);
        let mut word_counts = || -> Option<FxHashMap<u32, u32>> {
            reader.counts()?.into_iter().map(|(key, count)| Some((u32::try_from(key).ok()?, count))).collect()
        };
        let (ja, en) = (word_counts().ok_or(DamagedTable)?, word_counts().ok_or(DamagedTable)?);
        let both = reader.counts().ok_or(DamagedTable)?.into_iter().collect();
        if reader.is_done() { Ok(Self { ja, en, both }) } else { Err(DamagedTable) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PAIRS: [(&str, &str); 4] = [
        ("軟骨は硬い", "cartilage is firm"),
        ("軟骨が傷む", "worn cartilage"),
        ("骨髄は赤い", "red marrow"),
        ("骨髄を採る", "marrow is taken"),
    ];

    #[test]
    fn words_seen_together_translate_each_other() {
        let words = Tokeniser::by_script();
        let mut counts = CooccurrenceCounts::default();
        for (ja, en) in PAIRS {
            counts.add(ja, en, &words);
        }
        let table = counts.table();
        assert!(table.confidence("軟骨", "cartilage") > 0.9 && table.confidence("骨髄", "Marrow") > 0.9);
        assert!(table.confidence("軟骨", "marrow") == 0.0);
    }

    proptest! {
        #[test]
        fn what_is_added_can_be_removed_joined_and_read_back(which in proptest::collection::vec(0..4_usize, 0..12), cut in 0..12_usize) {
            let words = Tokeniser::by_script();
            let learn = |list: &[usize]| {
                let mut counts = CooccurrenceCounts::default();
                list.iter().for_each(|&at| counts.add(PAIRS[at].0, PAIRS[at].1, &words));
                counts
            };
            let whole = learn(&which);
            let cut = cut.min(which.len());
            let (first, second) = which.split_at(cut);
            let mut joined = learn(first);
            joined.merge(&learn(second));
            prop_assert_eq!(&joined, &whole);
            second.iter().for_each(|&at| joined.remove(PAIRS[at].0, PAIRS[at].1, &words));
            prop_assert_eq!(&joined, &learn(first));
            let bytes: Vec<u8> = whole.clone().into();
            prop_assert_eq!(CooccurrenceCounts::try_from(bytes.clone()), Ok(whole));
            if let Some((_, short)) = bytes.split_last() {
                prop_assert_eq!(CooccurrenceCounts::try_from(short.to_vec()), Err(DamagedTable));
            }
        }
    }
}
