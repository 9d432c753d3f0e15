//! Aligns the sentences of a Japanese text with those of its English translation.
//!
//! [`word_links()`] finds the words of one sentence in its translation, [`glossary_pairs()`] the entries of one glossary in another.
//!
//! [`features`] are what can be recognised in the other language, [`table`] has words that are translations of each other
//! ([`counts`] learns them from pairs of texts), [`text_pair`] compares groups of sentences, [`band`] limits which groups of
//! long texts are compared, [`path`] chooses the beads, and [`confidence`] says how certain each is. The method follows Gale
//! and Church (1993) and hunalign (Varga et al. 2005): lengths, words in common, and a second pass with learned words.

mod band;
mod confidence;
mod counts;
mod encoding;
mod features;
mod glossary_pairs;
mod path;
mod table;
mod text_pair;
mod word_links;

use std::ops::Range;

pub use counts::CooccurrenceCounts;
pub use glossary_pairs::{EntryPair, GlossaryEntry, SentencePair, glossary_pairs};
pub use table::TranslationTable;
pub use word_links::{WordLink, word_links};

use crate::text::tokeniser::Tokeniser;
use features::{EnglishSentences, JapaneseSentences, SentenceFeatures};
use text_pair::TextPair;

/// Version of what [`CooccurrenceCounts`] count; counts of another version are learned again.
pub const VERSION: &str = "1";

/// A group of sentences and their translation; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    /// The Japanese sentences.
    pub ja: Range<usize>,
    /// The English sentences.
    pub en: Range<usize>,
    /// Probability that they are translations of each other, 0 to 1; 0 if one side is empty.
    pub confidence: f64,
    /// The weighted share of words found on the other side, 0 to 1.
    pub lexical: f64,
}

impl Bead {
    /// Whether both sides have sentences.
    #[must_use]
    pub fn is_pair(&self) -> bool {
        !self.ja.is_empty() && !self.en.is_empty()
    }
}

/// Texts of this many sentences get a second pass with words learned in the first.
const SECOND_PASS: usize = 40;

/// Aligns the sentences of two texts. Every sentence is in exactly one bead, in order.
#[must_use]
pub fn align(ja: &[&str], en: &[&str], table: &TranslationTable, words: &Tokeniser) -> Vec<Bead> {
    let ja: Vec<SentenceFeatures> = ja.iter().map(|sentence| SentenceFeatures::of_japanese(sentence, words)).collect();
    let en: Vec<SentenceFeatures> = en.iter().map(|sentence| SentenceFeatures::of_english(sentence)).collect();
    let first = pass(&ja, &en, table, None);
    if ja.len().min(en.len()) < SECOND_PASS {
        return first;
    }
    let mut counts = CooccurrenceCounts::default();
    for bead in first.iter().filter(|bead| bead.is_pair()) {
        counts.add_features(&ja[bead.ja.clone()], &en[bead.en.clone()]);
    }
    pass(&ja, &en, table, Some(&counts.table()))
}

/// One pass over both texts.
fn pass(
    ja: &[SentenceFeatures],
    en: &[SentenceFeatures],
    table: &TranslationTable,
    learned: Option<&TranslationTable>,
) -> Vec<Bead> {
    let texts = TextPair::new(&JapaneseSentences(ja), &EnglishSentences(en), table, learned);
    let band = band::around(&texts);
    path::best(&texts, &band)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(ja: &[&str], en: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
        let beads = align(ja, en, &TranslationTable::default(), &Tokeniser::by_script());
        beads.into_iter().map(|bead| (bead.ja, bead.en)).collect()
    }

    const JA: [&str; 5] = [
        "センサーの温度は2024年5月に300 Kまで下がった。",
        "ナノチューブは12本だけ使った。",
        "結果はアルゴリズムで調べた。",
        "オキシトシンは脳で作られる。",
        "DNAの量は3割ふえた。",
    ];
    const EN: [&str; 5] = [
        "The temperature of the sensor fell to 300 K in May 2024.",
        "Only 12 nanotubes were used.",
        "We examined the results with an algorithm.",
        "Oxytocin is made in the brain.",
        "The amount of DNA rose by 30 percent.",
    ];

    #[test]
    fn sentences_that_say_the_same_meet_without_anything_learned() {
        let straight: Vec<_> = (0..5).map(|at| (at..at + 1, at..at + 1)).collect();
        assert_eq!(shown(&JA, &EN), straight);
        assert!(shown(&[], &[]).is_empty());
        assert_eq!(shown(&JA[..1], &[]), [(0..1, 0..0)]);
    }

    #[test]
    fn any_sentence_may_be_missing_on_either_side() {
        for gone in 0..5 {
            let less = |all: &[&'static str; 5]| -> Vec<&'static str> {
                all.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, sentence)| *sentence).collect()
            };
            let after = |at: usize| at + usize::from(at > gone);
            for (ja_gone, beads) in [(true, shown(&less(&JA), &EN)), (false, shown(&JA, &less(&EN)))] {
                let pairs = beads.iter().filter(|(ja, en)| !ja.is_empty() && !en.is_empty());
                let whole: Vec<(usize, usize)> = pairs
                    .map(|(ja, en)| {
                        assert!(ja.len() == 1 && en.len() == 1, "{gone} {beads:?}");
                        let (less, all) = if ja_gone { (ja.start, en.start) } else { (en.start, ja.start) };
                        (less, all)
                    })
                    .collect();
                let want: Vec<(usize, usize)> =
                    (0..4).map(|at| (at, if at >= gone { at + 1 } else { after(at) })).collect();
                assert_eq!(whole, want, "{gone} {ja_gone}");
            }
        }
    }

    #[test]
    fn two_sentences_may_be_one_on_the_other_side() {
        let joined =
            ["The temperature of the sensor fell to 300 K in May 2024, and only 12 nanotubes were used.", EN[2], EN[3]];
        assert_eq!(shown(&JA[..4], &joined), [(0..2, 0..1), (2..3, 1..2), (3..4, 2..3)]);
    }

    proptest! {
        #[test]
        fn every_sentence_stands_in_one_bead(
            ja in proptest::collection::vec("[ァ-ヺー𠮷⻭ｶﾞ0-9０-９a-zA-Z。 ]{0,12}", 0..9),
            en in proptest::collection::vec("[a-zA-Z0-9 .,%-]{0,24}", 0..9),
        ) {
            let ja: Vec<&str> = ja.iter().map(String::as_str).collect();
            let en: Vec<&str> = en.iter().map(String::as_str).collect();
            let beads = align(&ja, &en, &TranslationTable::default(), &Tokeniser::by_script());
            let (mut at, mut to) = (0, 0);
            for bead in &beads {
                prop_assert!(bead.ja.start == at && bead.en.start == to);
                prop_assert!(!bead.ja.is_empty() || !bead.en.is_empty());
                prop_assert!((0.0..=1.0).contains(&bead.confidence) && (0.0..=1.0).contains(&bead.lexical));
                prop_assert!(bead.is_pair() || bead.confidence == 0.0);
                (at, to) = (bead.ja.end, bead.en.end);
            }
            prop_assert_eq!((at, to), (ja.len(), en.len()));
        }
    }
}
