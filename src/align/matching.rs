//! The sentences of both texts in; how much two groups of them have in common, in words and in length, out.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::features::{English, Features, Item, Japanese};
use super::table::Table;
use crate::text::sound::{Pronunciations, bounded_similarity};

/// Both texts, ready to be weighed.
#[derive(Debug)]
pub(super) struct Matching {
    ja: Side,
    en: Side,
    /// For each Japanese word the English words of the text it may be, the surest first.
    partners: Vec<Vec<(u32, f32)>>,
    /// English characters for one Japanese.
    ratio: f32,
}

/// One text: its words by number, and what they weigh.
#[derive(Debug, Default)]
struct Side {
    sentences: Vec<Vec<u32>>,
    weights: Vec<f32>,
    /// Characters before each sentence, and in all.
    before: Vec<f32>,
    /// How many sentences a word is in.
    seen: Vec<u32>,
}

/// How alike katakana and an English word have to sound to be one.
const ALIKE: f64 = 0.80;
/// English characters for one Japanese in an ordinary text, and how many characters that is worth.
const ORDINARY_RATIO: (f32, f32) = (2.2, 150.0);
/// What a sentence of a few words weighs.
const FEW: f32 = 4.0;
/// Variance of the length of a translation, per character (Gale and Church).
const VARIANCE: f32 = 6.8;

/// What two groups of sentences have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Common {
    /// Share of the words found on the other side, by weight, 0 to 1: the harmonic mean of both shares.
    pub(super) share: f32,
    /// The same share of the sentence, of either text, that has the least.
    pub(super) least: f32,
}

/// A share of words, by weight.
#[derive(Debug, Default)]
struct Share {
    all: f32,
    found: f32,
}

impl Share {
    fn add(&mut self, weight: f32, sure: f32) {
        self.all += weight;
        self.found += weight * sure;
    }

    fn join(&mut self, other: &Self) {
        self.all += other.all;
        self.found += other.found;
    }

    /// The share of one sentence; one of next to no words says nothing against itself.
    fn busy(&self) -> f32 {
        self.of().max(1.0 - self.all / FEW)
    }

    fn of(&self) -> f32 {
        if self.all > 0.0 { self.found / self.all } else { 0.0 }
    }
}

/// What is needed to weigh, used again and again.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    open: Vec<(u32, bool)>,
}

impl Matching {
    /// Prepares both texts.
    pub(super) fn new(ja: &Japanese<'_>, en: &English<'_>, table: &Table, learned: Option<&Table>) -> Self {
        let (ja_side, ja_items) = Side::new(ja.0);
        let (en_side, en_items) = Side::new(en.0);
        let mut numbers: FxHashMap<u32, u32> = FxHashMap::default();
        for (number, (item, _)) in (0..).zip(&en_items) {
            numbers.insert(item.key(), number);
        }
        let sounds: Vec<Option<Pronunciations>> = en_items
            .iter()
            .map(|(_, spelled)| (spelled.len() >= 3).then(|| Pronunciations::of_english(spelled)))
            .collect();
        let partners = ja_items.iter().map(|(item, _)| {
            let mut found: Vec<(u32, f32)> = Vec::new();
            let known = table.of(item.key()).chain(learned.into_iter().flat_map(|table| table.learned(item.key())));
            found.extend(known.filter_map(|(key, sure)| Some((*numbers.get(&key)?, sure))));
            found.extend(numbers.get(&item.key()).map(|number| (*number, 1.0)));
            if let Item::Katakana(word) = item {
                found.extend(heard(word, &sounds));
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

    /// How many Japanese and English sentences there are.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.ja.sentences.len(), self.en.sentences.len())
    }

    /// What two groups have in common. Each English word is used once.
    pub(super) fn common(&self, ja: Range<usize>, en: Range<usize>, scratch: &mut Scratch) -> Common {
        let open = &mut scratch.open;
        open.clear();
        let en_sentences = self.en.sentences.get(en).unwrap_or_default();
        for sentence in en_sentences {
            open.extend(sentence.iter().map(|&word| (word, true)));
        }
        let (mut ja_share, mut least) = (Share::default(), 1.0_f32);
        for sentence in self.ja.sentences.get(ja).unwrap_or_default() {
            let mut own = Share::default();
            for &word in sentence {
                let partners = self.partners.get(word as usize).map_or(&[][..], Vec::as_slice);
                let found = partners.iter().find_map(|(partner, sure)| {
                    let place = open.iter_mut().find(|(word, free)| *free && word == partner)?;
                    place.1 = false;
                    Some(*sure)
                });
                own.add(self.ja.weight(word), found.unwrap_or_default());
            }
            least = least.min(own.busy());
            ja_share.join(&own);
        }
        let mut en_share = Share::default();
        let mut words = open.iter();
        for sentence in en_sentences {
            let mut own = Share::default();
            for &(word, free) in words.by_ref().take(sentence.len()) {
                own.add(self.en.weight(word), if free { 0.0 } else { 1.0 });
            }
            least = least.min(own.busy());
            en_share.join(&own);
        }
        let (ja, en) = (ja_share.of(), en_share.of());
        let share = if ja + en > 0.0 { 2.0 * ja * en / (ja + en) } else { 0.0 };
        Common { share: share.min(1.0), least }
    }

    /// How far the lengths of two groups are from what is usual, as the negative logarithm of a probability.
    pub(super) fn length(&self, ja: Range<usize>, en: Range<usize>) -> f32 {
        let (ja, en) = (self.ja.characters(ja), self.en.characters(en));
        let middle = f32::midpoint(ja * self.ratio, en).max(1.0);
        let far = (en - ja * self.ratio).abs() / (middle * VARIANCE).sqrt();
        // The logarithm of a normal distribution's tail, nearly.
        (far * far / 2.0 + (1.0 + 0.8 * far).ln()).min(30.0)
    }

    /// For each Japanese sentence the English sentence that shares most of its rare words, where one stands out.
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

/// The English words a katakana word sounds like.
fn heard<'a>(word: &str, sounds: &'a [Option<Pronunciations>]) -> impl Iterator<Item = (u32, f32)> + 'a {
    let ja = Pronunciations::of_katakana(word);
    (0..).zip(sounds).filter_map(move |(number, sounds)| {
        let alike = bounded_similarity(&ja, sounds.as_ref()?, ALIKE);
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        (alike > 0.0).then_some((number, (2.0 * alike - 1.0) as f32))
    })
}

impl Side {
    /// One text, and each of its different words with its spelling.
    fn new(features: &[Features]) -> (Self, Vec<(Item, String)>) {
        let mut numbers: FxHashMap<&Item, u32> = FxHashMap::default();
        let mut items: Vec<(Item, String)> = Vec::new();
        let mut side = Self::default();
        let mut characters = 0.0;
        for features in features {
            let mut sentence: Vec<u32> = Vec::with_capacity(features.items.len());
            for (at, item) in features.items.iter().enumerate() {
                let number = *numbers.entry(item).or_insert_with(|| {
                    items.push((item.clone(), features.spelled.get(at).cloned().unwrap_or_default()));
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
