//! Two texts prepared for alignment: how much groups of their sentences have in common, in words and in length.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::features::{EnglishSentences, Feature, JapaneseSentences, SentenceFeatures};
use super::table::TranslationTable;
use crate::text::sound::{Pronunciations, bounded_similarity};

/// Both texts, prepared for comparison.
#[derive(Debug)]
pub(super) struct TextPair {
    ja: Side,
    en: Side,
    /// For each Japanese word, the possible English words of the text, the most certain first.
    partners: Vec<Vec<(u32, f32)>>,
    /// English characters per Japanese character.
    ratio: f32,
}

/// One text: its words as numbers, and their weights.
#[derive(Debug, Default)]
struct Side {
    sentences: Vec<Vec<u32>>,
    weights: Vec<f32>,
    /// Number of characters before each sentence, and in total.
    before: Vec<f32>,
    /// Number of sentences that contain a word.
    seen: Vec<u32>,
}

/// Minimum similarity in sound between a katakana word and its English word.
const ALIKE: f64 = 0.80;
/// English characters per Japanese character in an ordinary text, and the number of characters this prior counts for.
const ORDINARY_RATIO: (f32, f32) = (2.2, 150.0);
/// The weight of a sentence of a few words.
const FEW: f32 = 4.0;
/// Variance of the length of a translation, per character (Gale and Church).
const VARIANCE: f32 = 6.8;

/// What two groups of sentences have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Overlap {
    /// The weighted share of words found on the other side, 0 to 1: the harmonic mean of both sides.
    pub(super) share: f32,
    /// The share of the sentence, in either text, that has the smallest.
    pub(super) least: f32,
}

/// A weighted share of words.
#[derive(Debug, Default)]
struct WeightedShare {
    all: f32,
    found: f32,
}

impl WeightedShare {
    fn add(&mut self, weight: f32, sure: f32) {
        self.all += weight;
        self.found += weight * sure;
    }

    fn join(&mut self, other: &Self) {
        self.all += other.all;
        self.found += other.found;
    }

    /// The share of one sentence, without penalising one that has hardly any words.
    fn lenient_share(&self) -> f32 {
        self.of().max(1.0 - self.all / FEW)
    }

    fn of(&self) -> f32 {
        if self.all > 0.0 { self.found / self.all } else { 0.0 }
    }
}

/// A reusable buffer for comparisons.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    open: Vec<(u32, bool)>,
}

impl TextPair {
    /// Prepares both texts.
    pub(super) fn new(
        ja: &JapaneseSentences<'_>,
        en: &EnglishSentences<'_>,
        table: &TranslationTable,
        learned: Option<&TranslationTable>,
    ) -> Self {
        let (ja_side, ja_items) = Side::new(ja.0);
        let (en_side, en_items) = Side::new(en.0);
        let mut numbers: FxHashMap<u32, u32> = FxHashMap::default();
        for (number, (item, _)) in (0..).zip(&en_items) {
            numbers.insert(item.key(), number);
        }
        let sounds: Vec<Option<Pronunciations>> = en_items
            .iter()
            .map(|(_, spelling)| (spelling.len() >= 3).then(|| Pronunciations::of_english(spelling)))
            .collect();
        let partners = ja_items.iter().map(|(item, _)| {
            let mut found: Vec<(u32, f32)> = Vec::new();
            let known = table.of(item.key()).chain(learned.into_iter().flat_map(|table| table.learned(item.key())));
            found.extend(known.filter_map(|(key, sure)| Some((*numbers.get(&key)?, sure))));
            found.extend(numbers.get(&item.key()).map(|number| (*number, 1.0)));
            if let Feature::Katakana(word) = item {
                found.extend(words_sounding_like(word, &sounds));
            }
            found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            let mut seen: Vec<u32> = Vec::new();
            found.retain(|(number, _)| {
                !seen.contains(number) && {
                    seen.push(*number);
                    true
                }
            });
            found
        });
        let partners = partners.collect();
        let all = |side: &Side| side.before.last().copied().unwrap_or_default();
        let (usual, worth) = ORDINARY_RATIO;
        let ratio = (all(&en_side) + usual * worth) / (all(&ja_side) + worth);
        Self { ja: ja_side, en: en_side, partners, ratio }
    }

    /// The number of Japanese and English sentences.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.ja.sentences.len(), self.en.sentences.len())
    }

    /// The overlap of two groups. Each English word is used once.
    pub(super) fn overlap(&self, ja: Range<usize>, en: Range<usize>, scratch: &mut Scratch) -> Overlap {
        let open = &mut scratch.open;
        open.clear();
        let en_sentences = self.en.sentences.get(en).unwrap_or_default();
        for sentence in en_sentences {
            open.extend(sentence.iter().map(|&word| (word, true)));
        }
        let (mut ja_share, mut least) = (WeightedShare::default(), 1.0_f32);
        for sentence in self.ja.sentences.get(ja).unwrap_or_default() {
            let mut own = WeightedShare::default();
            for &word in sentence {
                let partners = self.partners.get(word as usize).map_or(&[][..], Vec::as_slice);
                let found = partners.iter().find_map(|(partner, sure)| {
                    let place = open.iter_mut().find(|(word, free)| *free && word == partner)?;
                    place.1 = false;
                    Some(*sure)
                });
                own.add(self.ja.weight(word), found.unwrap_or_default());
            }
            least = least.min(own.lenient_share());
            ja_share.join(&own);
        }
        let mut en_share = WeightedShare::default();
        let mut words = open.iter();
        for sentence in en_sentences {
            let mut own = WeightedShare::default();
            for &(word, free) in words.by_ref().take(sentence.len()) {
                own.add(self.en.weight(word), if free { 0.0 } else { 1.0 });
            }
            least = least.min(own.lenient_share());
            en_share.join(&own);
        }
        let (ja, en) = (ja_share.of(), en_share.of());
        let share = if ja + en > 0.0 { 2.0 * ja * en / (ja + en) } else { 0.0 };
        Overlap { share: share.min(1.0), least }
    }

    /// How unusual the lengths of two groups are, as the negative logarithm of a probability.
    pub(super) fn length(&self, ja: Range<usize>, en: Range<usize>) -> f32 {
        let (ja, en) = (self.ja.characters(ja), self.en.characters(en));
        let middle = f32::midpoint(ja * self.ratio, en).max(1.0);
        let far = (en - ja * self.ratio).abs() / (middle * VARIANCE).sqrt();
        // Approximately the logarithm of the tail of a normal distribution.
        (far * far / 2.0 + (1.0 + 0.8 * far).ln()).min(30.0)
    }

    /// For each Japanese sentence, the English sentence that shares most of its rare words, if one stands out.
    pub(super) fn anchors(&self) -> Vec<(usize, usize, f32)> {
        let rare = |side: &Side, word: u32| {
            let seen = side.seen.get(word as usize).copied().unwrap_or_default() as usize;
            seen <= 3.max(side.sentences.len() / 100)
        };
        let mut places: Vec<Vec<u32>> = vec![Vec::new(); self.en.weights.len()];
        for (at, sentence) in (0..).zip(&self.en.sentences) {
            for &word in sentence.iter().filter(|&&word| rare(&self.en, word)) {
                if let Some(places) = places.get_mut(word as usize) {
                    places.push(at);
                }
            }
        }
        let mut anchors = Vec::new();
        let mut votes = vec![0.0_f32; self.en.sentences.len()];
        for (at, sentence) in self.ja.sentences.iter().enumerate() {
            let mut touched: Vec<u32> = Vec::new();
            for &word in sentence.iter().filter(|&&word| rare(&self.ja, word)) {
                for (partner, sure) in self.partners.get(word as usize).into_iter().flatten() {
                    for &place in places.get(*partner as usize).into_iter().flatten() {
                        if let Some(vote) = votes.get_mut(place as usize) {
                            *vote += sure * self.ja.weight(word);
                            touched.push(place);
                        }
                    }
                }
            }
            touched.sort_unstable();
            touched.dedup();
            let mut best: Vec<(f32, u32)> =
                touched.iter().map(|&place| (votes.get(place as usize).copied().unwrap_or(0.0), place)).collect();
            best.sort_by(|one, other| other.0.total_cmp(&one.0));
            touched.iter().for_each(|&place| votes[place as usize] = 0.0);
            let second = best.get(1).map_or(0.0, |(vote, _)| *vote);
            if let Some(&(vote, place)) = best.first().filter(|(vote, _)| *vote > 1.5 * second) {
                anchors.push((at, place as usize, vote));
            }
        }
        anchors
    }
}

/// The English words that a katakana word sounds like.
pub(super) fn words_sounding_like<'a>(
    word: &str,
    sounds: &'a [Option<Pronunciations>],
) -> impl Iterator<Item = (u32, f32)> + 'a {
    let ja = Pronunciations::of_katakana(word);
    (0..).zip(sounds).filter_map(move |(number, sounds)| {
        let alike = bounded_similarity(&ja, sounds.as_ref()?, ALIKE);
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        (alike > 0.0).then_some((number, (2.0 * alike - 1.0) as f32))
    })
}

impl Side {
    /// A text, and each of its distinct words with its spelling.
    fn new(features: &[SentenceFeatures]) -> (Self, Vec<(Feature, String)>) {
        let mut numbers: FxHashMap<&Feature, u32> = FxHashMap::default();
        let mut items: Vec<(Feature, String)> = Vec::new();
        let mut side = Self::default();
        let mut characters = 0.0;
        for features in features {
            let mut sentence: Vec<u32> = Vec::with_capacity(features.items.len());
            for (at, item) in features.items.iter().enumerate() {
                let number = *numbers.entry(item).or_insert_with(|| {
                    items.push((item.clone(), features.spelling.get(at).cloned().unwrap_or_default()));
                    side.seen.push(0);
                    u32::try_from(items.len() - 1).unwrap_or(u32::MAX)
                });
                if !sentence.contains(&number)
                    && let Some(seen) = side.seen.get_mut(number as usize)
                {
                    *seen += 1;
                }
                sentence.push(number);
            }
            side.sentences.push(sentence);
            side.before.push(characters);
            #[expect(clippy::cast_precision_loss, reason = "lengths of sentences")]
            let length = features.length as f32;
            characters += length;
        }
        side.before.push(characters);
        #[expect(clippy::cast_precision_loss, reason = "numbers of sentences")]
        let all = features.len() as f32;
        #[expect(clippy::cast_precision_loss, reason = "numbers of sentences")]
        let weights = side.seen.iter().map(|&seen| (1.0 + all / seen.max(1) as f32).ln()).collect();
        side.weights = weights;
        (side, items)
    }

    fn weight(&self, word: u32) -> f32 {
        self.weights.get(word as usize).copied().unwrap_or_default()
    }

    fn characters(&self, sentences: Range<usize>) -> f32 {
        let before = |at: usize| self.before.get(at).copied().unwrap_or_default();
        before(sentences.end) - before(sentences.start)
    }
}
