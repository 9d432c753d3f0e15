//! Aligns passages that a release prints in both languages, and keeps the sentence pairs of those that are
//! translations.

use std::ops::Range;

use crate::align::{Bead, TranslationTable, align};
use crate::extract::{PassagePair, bilingual_passages};
use crate::model::{Lang, Release, Review, Segment, Span};
use crate::text::chars::is_japanese;
use crate::text::tokeniser::Tokeniser;

/// Passages whose sentence pairs have less in common than this (by weight of words) are not translations.
const ALIKE: f64 = 0.18;
/// Nor are texts of which a smaller share of the English is paired.
const PAIRED: f64 = 0.5;
/// Passages that only stand beside each other are about the same subject anyway. They are translations if this share of both is
/// paired by sentences with words in common.
const COMPLETE: f64 = 0.85;
/// The least share of words that such sentences have in common, and a single sentence that is all there is.
const CLOSE: (f64, f64) = (0.15, 0.35);
/// Releases whose words are unknown are translations if this share of their sentences is paired one to one, this share of the
/// English is paired at all, and at least this much of it is in common.
const REGULAR: (f64, f64, f64) = (0.6, 0.9, 0.08);
/// English characters per Japanese character of such releases.
const LENGTHS: (f64, f64) = (1.4, 3.2);
/// The least number of sentences that say anything about how they follow each other.
const FEW: usize = 5;
/// Sentence pairs with a lower confidence are left out.
const SURE: f64 = 0.60;
/// The share of its confidence that remains to a pair whose sides are not shaped alike.
const DIFFERENT: f64 = 0.92;
/// Sentence pairs with this confidence are suggested; those with less wait as candidates.
const SUGGESTED: f64 = 0.65;
/// The probability that the definitions of two entries are translations, if the entries belong together and each definition is one
/// sentence; and the least confidence of such a pair by itself. Of 45 first sentences of the entries of a real glossary that were
/// paired in this way, 44 were right.
const OF_ONE_ENTRY: (f64, f64) = (0.9, 0.45);
/// English characters per Japanese character of such definitions: beside others, one of the two is only a part of a sentence.
const ENTRY_LENGTHS: (f64, f64) = (0.8, 4.8);

/// How regularly the sentences of two texts follow each other.
#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    /// Japanese and English sentences.
    sentences: (usize, usize),
    /// Those of either text that are paired one to one.
    single: usize,
    /// Characters of the Japanese.
    length: f64,
}

/// A pair of sentences, and the review state that its evidence gives it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AlignedSegment {
    /// The pair.
    pub(super) segment: Segment,
    /// Suggested or candidate.
    pub(super) review: Review,
}

/// The review state of a pair of sentences that no person has reviewed.
pub(super) fn review_of(confidence: f64) -> Review {
    if confidence >= SUGGESTED { Review::Suggested } else { Review::Candidate }
}

/// Two aligned texts: how much they have in common, and their sentence pairs.
pub(super) struct PassageAlignment {
    /// Share of words in common over both texts, 0 to 1; unpaired sentences have none.
    pub(super) common: f64,
    /// Share of the English that is paired, 0 to 1.
    pub(super) paired: f64,
    /// Length of the English.
    length: f64,
    /// How regularly the sentences follow each other.
    shape: Shape,
    /// Share of the text that is paired closely, 0 to 1, of the Japanese or the English, whichever has less.
    close: f64,
    /// The sentence pairs, in order.
    pub(super) segments: Vec<AlignedSegment>,
    /// Pairs that are too doubtful to be segments.
    pub(super) doubtful: Vec<Segment>,
    /// The Japanese and the English sentence from which the texts have nothing in common; none if they end together.
    pub(super) parting: (Option<usize>, Option<usize>),
}

impl PassageAlignment {
    /// Whether the texts are, for the most part, translations of each other.
    pub(super) fn is_translation(&self) -> bool {
        self.paired >= PAIRED && self.common >= ALIKE * self.paired
    }

    /// Whether two whole releases are translations of each other: by their words, or, where the words are unknown, because nearly
    /// every sentence has its partner in its place and at its length.
    #[expect(clippy::cast_precision_loss, reason = "numbers of sentences")]
    pub(super) fn is_version(&self) -> bool {
        let Shape { sentences, single, length } = self.shape;
        let regular = single as f64 >= REGULAR.0 * sentences.0.max(sentences.1).max(1) as f64;
        let ratio = self.length / f64::max(length, 1.0);
        let same_shape = regular && self.paired >= REGULAR.1 && (LENGTHS.0..=LENGTHS.1).contains(&ratio);
        self.is_translation() || same_shape && sentences.0 >= FEW && self.common >= REGULAR.2
    }

    /// Whether passages are translations of each other that nothing but their place says to be.
    fn is_complete_translation(&self, pair: &PassagePair) -> bool {
        let is_clear = pair.en.len().min(pair.ja.len()) >= 2 || self.common >= CLOSE.1;
        self.is_translation() && self.close >= COMPLETE && is_clear
    }

    /// What is known of two definitions of one sentence each whose entries belong together with this probability: they need no words
    /// in common to be translations.
    pub(super) fn of_paired_entries(mut self, probability: f64) -> Self {
        let by_entries = probability * OF_ONE_ENTRY.0;
        let ratio = self.length / f64::max(self.shape.length, 1.0);
        let alike = (ENTRY_LENGTHS.0..=ENTRY_LENGTHS.1).contains(&ratio);
        if self.shape.sentences != (1, 1) || by_entries < SURE || !alike {
            return self;
        }
        let (close, strange): (Vec<Segment>, Vec<Segment>) =
            self.doubtful.into_iter().partition(|pair| pair.confidence >= OF_ONE_ENTRY.1);
        self.doubtful = strange;
        self.segments.extend(close.into_iter().map(|segment| AlignedSegment { review: Review::Candidate, segment }));
        for one in &mut self.segments {
            one.segment.confidence = one.segment.confidence.max(by_entries);
            one.review = review_of(one.segment.confidence);
        }
        self
    }

    /// Adds the alignment of another part of the same texts.
    pub(super) fn join(&mut self, part: Self) {
        let length = f64::max(self.length + part.length, 1.0);
        let mean = |own: f64, other: f64| (own * self.length + other * part.length) / length;
        (self.common, self.paired) = (mean(self.common, part.common), mean(self.paired, part.paired));
        self.length += part.length;
        self.close = self.close.min(part.close);
        let (own, other) = (self.shape, part.shape);
        self.shape = Shape {
            sentences: (own.sentences.0 + other.sentences.0, own.sentences.1 + other.sentences.1),
            single: own.single + other.single,
            length: own.length + other.length,
        };
        self.segments.extend(part.segments);
    }
}

/// Spans in order, without those that overlap one before.
pub(super) fn in_order(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut end = 0;
    spans.retain(|span| {
        let is_free = span.start >= end;
        end = end.max(span.end);
        is_free
    });
    spans
}

/// The sentence pairs of all passages a release prints in both languages, without the marks of notes, which are in order.
pub(super) fn segments(release: &Release, marks: &[Span], table: &TranslationTable, words: &Tokeniser) -> Vec<Segment> {
    let mut distinct: Vec<Segment> = Vec::new();
    // Where an English passage may translate several Japanese ones, the one with most in common is chosen.
    let pairs = bilingual_passages(release, marks);
    for group in pairs.chunk_by(|one, other| one.en == other.en) {
        let together = group.iter().map(|pair| (pair, align_passages(pair, table, words)));
        let right = together.filter(|(pair, aligned)| match pair.is_headed {
            true => aligned.is_translation(),
            false => aligned.is_complete_translation(pair),
        });
        let best = right.max_by(|(_, one), (_, other)| one.common.total_cmp(&other.common));
        let Some((_, best)) = best else { continue };
        for AlignedSegment { segment, .. } in best.segments {
            if !distinct.iter().any(|earlier| earlier.source == segment.source && earlier.target == segment.target) {
                distinct.push(segment);
            }
        }
    }
    distinct
}

fn align_passages(pair: &PassagePair, table: &TranslationTable, words: &Tokeniser) -> PassageAlignment {
    let ja: Vec<(&str, bool)> = pair.ja.iter().map(|sentence| (sentence.text.as_str(), true)).collect();
    let en: Vec<&str> = pair.en.iter().map(|sentence| sentence.text.as_str()).collect();
    align_texts(&ja, &en, table, words)
}

/// Aligns two lists of sentences. Those of the first are Japanese, or English that was left untranslated: it takes its own place in
/// the English text and pairs with nothing else.
pub(super) fn align_texts(
    ja: &[(&str, bool)],
    en: &[&str],
    table: &TranslationTable,
    words: &Tokeniser,
) -> PassageAlignment {
    let texts: Vec<&str> = ja.iter().map(|(text, _)| *text).collect();
    let beads = align(&texts, en, table, words);
    let is_translated =
        |bead: &Bead| ja.get(bead.ja.clone()).is_some_and(|all| all.iter().all(|(_, japanese)| *japanese));
    let beads: Vec<Bead> = beads.into_iter().filter(is_translated).collect();
    let (mut common, mut paired, mut all) = (0.0, 0.0, 0.0);
    for bead in beads.iter().filter(|bead| !bead.en.is_empty()) {
        let weight = length_of(en, bead.en.clone());
        all += weight;
        common += weight * bead.lexical;
        paired += if bead.is_pair() { weight } else { 0.0 };
    }
    let (sure, doubtful): (Vec<&Bead>, Vec<&Bead>) =
        beads.iter().filter(|bead| bead.is_pair()).partition(|bead| bead.confidence >= SURE);
    let segments = sure.into_iter().map(|bead| segment(&texts, en, bead));
    let segments = segments.map(|segment| AlignedSegment { review: review_of(segment.confidence), segment }).collect();
    let length = f64::max(all, 1.0);
    PassageAlignment {
        common: common / length,
        paired: paired / length,
        length: all,
        shape: Shape {
            sentences: (beads.iter().map(|bead| bead.ja.len()).sum(), beads.iter().map(|bead| bead.en.len()).sum()),
            single: beads.iter().filter(|bead| bead.ja.len() == 1 && bead.en.len() == 1).count(),
            length: beads.iter().map(|bead| length_of(&texts, bead.ja.clone())).sum(),
        },
        close: close(&texts, en, &beads),
        segments,
        doubtful: doubtful.into_iter().map(|bead| segment(&texts, en, bead)).collect(),
        parting: parting(en, &beads),
    }
}

/// The share of two texts, from the first sentence that is paired to the last, that is in pairs with words in common.
fn close(ja: &[&str], en: &[&str], beads: &[Bead]) -> f64 {
    let is_close = |bead: &&Bead| bead.is_pair() && bead.lexical >= CLOSE.0 && bead.ja.len() + bead.en.len() <= 3;
    let first = beads.iter().position(Bead::is_pair).unwrap_or_default();
    let last = beads.iter().rposition(Bead::is_pair).map_or(0, |at| at + 1);
    let inner = beads.get(first..last).unwrap_or_default();
    let of_ja = |bead: &Bead| length_of(ja, bead.ja.clone());
    let of_en = |bead: &Bead| length_of(en, bead.en.clone());
    // All of the English counts: the passage begins and ends with it.
    let share = |close: f64, all: f64| if all > 0.0 { close / all } else { 0.0 };
    let of_english = share(beads.iter().filter(is_close).map(of_en).sum(), beads.iter().map(of_en).sum());
    share(inner.iter().filter(is_close).map(of_ja).sum(), inner.iter().map(of_ja).sum()).min(of_english)
}

#[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
fn length_of(texts: &[&str], range: Range<usize>) -> f64 {
    texts.get(range).unwrap_or_default().iter().map(|text| text.chars().count()).sum::<usize>() as f64
}

/// The sentences from which on two texts have nothing in common: those after the longest beginning that is a translation.
fn parting(en: &[&str], beads: &[Bead]) -> (Option<usize>, Option<usize>) {
    let (mut gain, mut best, mut from) = (0.0, 0.0, 0);
    for (at, bead) in beads.iter().enumerate() {
        // What is paired speaks for a translation as far as its words do, and the rest against it.
        gain += length_of(en, bead.en.clone()) * (bead.lexical - ALIKE);
        if gain > best {
            (best, from) = (gain, at + 1);
        }
    }
    let rest = beads.get(from..).unwrap_or_default();
    let ja = rest.iter().find(|bead| !bead.ja.is_empty()).map(|bead| bead.ja.start);
    (ja, rest.iter().find(|bead| !bead.en.is_empty()).map(|bead| bead.en.start))
}

/// What a pair loses if its sides do not end alike, one with a colon and one with a full stop, or if several sentences were put
/// together to make it.
fn agreement(ja: &[&str], en: &[&str], bead: &Bead) -> f64 {
    let introduces = |texts: &[&str]| texts.last().is_some_and(|text| text.trim_end().ends_with([':', '：']));
    let side = |texts: &[&str], range: &Range<usize>| texts.get(range.clone()).is_some_and(introduces);
    let differs = side(ja, &bead.ja) != side(en, &bead.en);
    if differs || bead.ja.len() + bead.en.len() > 3 { DIFFERENT } else { 1.0 }
}

fn segment(ja: &[&str], en: &[&str], bead: &Bead) -> Segment {
    Segment {
        source_lang: Lang::JA,
        target_lang: Lang::EN,
        source: joined(&ja[bead.ja.clone()]),
        target: en[bead.en.clone()].join(" "),
        confidence: bead.confidence * agreement(ja, en, bead),
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
        let found = segments(&release(ja, en), &[], &TranslationTable::default(), &Tokeniser::by_script());
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
    fn the_marks_of_notes_are_in_no_segment() {
        let marked = [JA[0].replace("クジラ", "クジラ（注1）"), JA[1].to_owned(), JA[2].replace("水温", "水温※2")];
        let marked: Vec<&str> = marked.iter().map(String::as_str).collect();
        let release = release(&marked, &EN[..3]);
        let span = |mark: &str| release.text.find(mark).map(|at| Span::new(at, at + mark.len()));
        let marks = in_order(["（注1）", "※2"].into_iter().filter_map(span).collect());
        let found = segments(&release, &marks, &TranslationTable::default(), &Tokeniser::by_script());
        let sources: Vec<&str> = found.iter().map(|segment| segment.source.as_str()).collect();
        assert_eq!(sources, JA[..3]);
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
