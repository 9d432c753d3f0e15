//! Aligns passages that a release prints in both languages, and keeps the sentence pairs of those that are
//! translations.

use crate::align::{Bead, TranslationTable, align};
use crate::extract::{PassagePair, Sentence, bilingual_passages};
use crate::model::{Lang, Release, Segment};
use crate::text::chars::is_japanese;
use crate::text::tokeniser::Tokeniser;

/// Passages whose sentence pairs have less in common than this (by weight of words) are not translations.
const ALIKE: f64 = 0.18;
/// Nor are passages of which a smaller share of the English is paired.
const PAIRED: f64 = 0.5;
/// Sentence pairs with a lower confidence are left out.
const SURE: f64 = 0.60;

/// Two aligned texts: how much they have in common, and their sentence pairs.
pub(super) struct PassageAlignment {
    /// Share of words in common over both texts, 0 to 1; unpaired sentences have none.
    pub(super) common: f64,
    /// Share of the English that is paired, 0 to 1.
    pub(super) paired: f64,
    /// The sentence pairs, in order.
    pub(super) segments: Vec<Segment>,
}

impl PassageAlignment {
    /// Whether the texts are, for the most part, translations of each other.
    pub(super) fn is_translation(&self) -> bool {
        self.paired >= PAIRED && self.common >= ALIKE * self.paired
    }
}

/// The sentence pairs of all passages a release prints in both languages.
pub(super) fn segments(release: &Release, table: &TranslationTable, words: &Tokeniser) -> Vec<Segment> {
    let mut distinct: Vec<Segment> = Vec::new();
    // Where an English passage may translate several Japanese ones, the one with most in common is chosen.
    let pairs = bilingual_passages(release);
    for group in pairs.chunk_by(|one, other| one.en == other.en) {
        let together = group.iter().map(|pair| align_passages(pair, table, words));
        let best = together.max_by(|one, other| one.common.total_cmp(&other.common));
        let Some(best) = best.filter(PassageAlignment::is_translation) else { continue };
        for segment in best.segments {
            if !distinct.iter().any(|earlier| earlier.source == segment.source && earlier.target == segment.target) {
                distinct.push(segment);
            }
        }
    }
    distinct
}

fn align_passages(pair: &PassagePair, table: &TranslationTable, words: &Tokeniser) -> PassageAlignment {
    let texts =
        |sentences: &[Sentence]| sentences.iter().map(|sentence| sentence.text.clone()).collect::<Vec<String>>();
    align_texts(&texts(&pair.ja), &texts(&pair.en), table, words)
}

/// Aligns two lists of sentences.
pub(super) fn align_texts(
    ja: &[String],
    en: &[String],
    table: &TranslationTable,
    words: &Tokeniser,
) -> PassageAlignment {
    let ja: Vec<&str> = ja.iter().map(String::as_str).collect();
    let en: Vec<&str> = en.iter().map(String::as_str).collect();
    let beads = align(&ja, &en, table, words);
    let length = |texts: &[&str]| texts.iter().map(|text| text.chars().count()).sum::<usize>();
    let (mut common, mut paired, mut all) = (0.0, 0.0, 0.0);
    let mut segments = Vec::new();
    for bead in beads.iter().filter(|bead| !bead.en.is_empty()) {
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
        let weight = length(&en[bead.en.clone()]) as f64;
        all += weight;
        common += weight * bead.lexical;
        paired += if bead.is_pair() { weight } else { 0.0 };
    }
    for bead in beads.iter().filter(|bead| bead.is_pair() && bead.confidence >= SURE) {
        segments.push(segment(&ja, &en, bead));
    }
    let all = f64::max(all, 1.0);
    PassageAlignment { common: common / all, paired: paired / all, segments }
}

fn segment(ja: &[&str], en: &[&str], bead: &Bead) -> Segment {
    Segment {
        source_lang: Lang::JA,
        target_lang: Lang::EN,
        source: joined(&ja[bead.ja.clone()]),
        target: en[bead.en.clone()].join(" "),
        confidence: bead.confidence,
    }
}

/// Japanese sentences as one text. A space stands only where neither neighbour is Japanese: `… "Deep. 2" …`.
fn joined(sentences: &[&str]) -> String {
    let mut text = String::new();
    for sentence in sentences {
        let is_foreign = |c: char| !is_japanese(c);
        if text.ends_with(is_foreign) && sentence.starts_with(is_foreign) {
            text.push(' ');
        }
        text.push_str(sentence);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written for this test: the project and its results are invented.
    const JA: [&str; 4] = [
        "私たちは2024年5月に北の海で420頭のクジラの声を録音した。",
        "声はニューラルネットワークで12種類に分けた。",
        "水温が3度上がると、クジラが歌う時間は20%減った。",
        "この方法は他の動物の研究にも使える。",
    ];
    const EN: [&str; 4] = [
        "In May 2024 we recorded the voices of 420 whales in the northern sea.",
        "The voices were divided into 12 types with a neural network.",
        "When the water was 3 degrees warmer, the time whales spent singing decreased by 20 percent.",
        "This method can also be used to study other animals.",
    ];

    fn release(ja: &[&str], en: &[&str]) -> Release {
        let text = format!(
            "クジラの歌を数える\n\n論文要旨\n{}\n\nAbstract\n{}\n\n1．研究の背景\n歌の意味は知られていなかった。\n",
            ja.concat(),
            en.join(" ")
        );
        Release { text, ..Release::default() }
    }

    fn pairs(ja: &[&str], en: &[&str]) -> Vec<(String, String)> {
        let found = segments(&release(ja, en), &TranslationTable::default(), &Tokeniser::by_script());
        assert!(found.iter().all(|segment| (SURE..=0.99).contains(&segment.confidence)));
        found.into_iter().map(|segment| (segment.source, segment.target)).collect()
    }

    #[test]
    fn a_summary_in_both_languages_gives_its_sentences_in_pairs() {
        let expected: Vec<(String, String)> =
            JA.iter().zip(EN).map(|(ja, en)| ((*ja).to_owned(), en.to_owned())).collect();
        assert_eq!(pairs(&JA, &EN), expected);
        assert!(pairs(&JA, &[]).is_empty() && pairs(&[], &EN).is_empty());
    }

    #[test]
    fn with_any_one_sentence_missing_on_either_side_the_others_still_meet() {
        for gone in 0..4 {
            let less = |all: &[&'static str; 4]| -> Vec<&'static str> {
                all.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, text)| *text).collect()
            };
            let expected: Vec<(String, String)> =
                less(&JA).into_iter().zip(less(&EN)).map(|(ja, en)| (ja.to_owned(), en.to_owned())).collect();
            assert_eq!(pairs(&less(&JA), &EN), expected, "Japanese sentence {gone}");
            assert_eq!(pairs(&JA, &less(&EN)), expected, "English sentence {gone}");
        }
    }

    #[test]
    fn passages_about_something_else_give_nothing() {
        let other = [
            "The committee meets every week and discusses the budget of the city with great patience.",
            "Members are elected by citizens who have lived there for years, and nobody is paid for it.",
        ];
        assert!(pairs(&JA, &other).is_empty(), "{:?}", pairs(&JA, &other));
    }
}
