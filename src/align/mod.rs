//! Two texts → beads: the sentences of a Japanese and an English text in, which belong together out.
//!
//! [`features`] takes from a sentence what can be found again in the other language, [`table`] knows which words have been
//! seen to translate each other ([`counts`] learns it from pairs), [`matching`] weighs two groups of sentences, [`band`] says
//! which are worth weighing in long texts, [`path`] chooses the beads, [`confidence`] says how sure each is. After
//! Gale and Church (1993) and hunalign (Varga et al. 2005): lengths, words in common, and a second pass over what was learned.

mod band;
mod bytes;
mod confidence;
mod counts;
mod features;
mod matching;
mod path;
mod table;

use std::ops::Range;

pub use counts::Counts;
pub use table::Table;

use crate::text::tokeniser::Tokeniser;
use features::{English, Features, Japanese};
use matching::Matching;

/// Version of what [`Counts`] count; those of another version are learned anew.
pub const VERSION: &str = "1";

/// A group of sentences and what they say in the other language; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Bead {
    /// Which Japanese sentences.
    pub ja: Range<usize>,
    /// Which English sentences.
    pub en: Range<usize>,
    /// Probability that they translate each other, 0 to 1; 0 where one side is empty.
    pub confidence: f64,
    /// Share of the words, by weight, that were found on the other side, 0 to 1.
    pub lexical: f64,
}

impl Bead {
    /// Whether both sides have sentences.
    #[must_use]
    pub fn is_pair(&self) -> bool {
        !self.ja.is_empty() && !self.en.is_empty()
    }
}

/// From this many sentences on, what the first pass found teaches a second.
const SECOND_PASS: usize = 40;

/// Aligns the sentences of two texts. Every sentence is in one bead, in order.
#[must_use]
pub fn align(ja: &[&str], en: &[&str], table: &Table, words: &Tokeniser) -> Vec<Bead> {
    let ja: Vec<Features> = ja.iter().map(|sentence| Features::of_japanese(sentence, words)).collect();
    let en: Vec<Features> = en.iter().map(|sentence| Features::of_english(sentence)).collect();
    let first = pass(&ja, &en, table, None);
    if ja.len().min(en.len()) < SECOND_PASS {
        return first;
    }
    let mut counts = Counts::default();
    for bead in first.iter().filter(|bead| bead.is_pair()) {
        counts.add_features(&ja[bead.ja.clone()], &en[bead.en.clone()]);
    }
    pass(&ja, &en, table, Some(&counts.table()))
}

/// One pass over both texts.
fn pass(ja: &[Features], en: &[Features], table: &Table, learned: Option<&Table>) -> Vec<Bead> {
    let matching = Matching::new(&Japanese(ja), &English(en), table, learned);
    let band = band::around(&matching);
    path::best(&matching, &band)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(ja: &[&str], en: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
        let beads = align(ja, en, &Table::default(), &Tokeniser::by_script());
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
            let beads = align(&ja, &en, &Table::default(), &Tokeniser::by_script());
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
