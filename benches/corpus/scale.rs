//! Makes any number of pairs from those of a real memory. The same seed gives the same pairs, and a small corpus is the
//! beginning of a large one.
//!
//! First come the pairs themselves in a shuffled order. Of the generated ones 15 % are near duplicates (numbers redrawn, 2 to
//! 15 % of the words replaced) and 85 % join the beginning of one pair with the end of another, 10 to 50 % of the words
//! replaced. Duplicates, in either language, are dropped.

use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_64;

use super::pieces::{Pool, join, pieces, recombined};
use super::random::Random;

/// A segment in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) ja: String,
    pub(crate) en: String,
}

/// The longest made text, in characters.
const LONGEST: usize = 600;
/// Tries in a row that may give nothing new.
const PATIENCE: usize = 10_000;
/// The most pairs kept back for questions that nothing answers.
const MOST_KEPT_BACK: usize = 2_000;

/// Pairs to begin with, cleaned and shuffled.
#[derive(Debug)]
pub(crate) struct Base {
    /// What every corpus begins with.
    pub(crate) pairs: Vec<Pair>,
    /// What no corpus holds.
    pub(crate) kept_back: Vec<Pair>,
    pub(crate) japanese: Pool,
    pub(crate) english: Pool,
    seed: u64,
}

impl Base {
    /// Takes pairs in any order; the same text twice in either language counts once.
    pub(crate) fn new(pairs: Vec<Pair>, seed: u64) -> Self {
        let mut seen = FxHashSet::default();
        let mut pairs: Vec<Pair> = pairs.into_iter().map(clean).filter(|pair| is_new(pair, &mut seen)).collect();
        Random::new(seed, "order").shuffle(&mut pairs);
        let kept_back = pairs.split_off(pairs.len() - (pairs.len() / 50).min(MOST_KEPT_BACK));
        let japanese = Pool::of(pairs.iter().map(|pair| pair.ja.as_str()));
        let english = Pool::of(pairs.iter().map(|pair| pair.en.as_str()));
        Self { pairs, kept_back, japanese, english, seed }
    }

    /// The pairs and all that can be made of them; ends only where nothing new is found any more.
    pub(crate) fn scaled(&self) -> Scaled<'_> {
        Scaled { base: self, given: 0, seen: FxHashSet::default(), random: Random::new(self.seed, "pairs") }
    }
}

/// Pairs one after the other.
#[derive(Debug)]
pub(crate) struct Scaled<'a> {
    base: &'a Base,
    given: usize,
    seen: FxHashSet<u64>,
    random: Random,
}

impl Iterator for Scaled<'_> {
    type Item = Pair;

    fn next(&mut self) -> Option<Pair> {
        if let Some(pair) = self.base.pairs.get(self.given) {
            self.given += 1;
            is_new(pair, &mut self.seen);
            return Some(pair.clone());
        }
        for _ in 0..PATIENCE {
            let pair = self.made();
            if fits(&pair) && is_new(&pair, &mut self.seen) {
                return Some(pair);
            }
        }
        None
    }
}

impl Scaled<'_> {
    fn made(&mut self) -> Pair {
        let (base, random) = (self.base, &mut self.random);
        let one = random.of(&base.pairs);
        let (mut ja, mut en, share);
        if random.share() < 0.15 {
            share = random.between(0.02, 0.15);
            (ja, en) = (pieces(&one.ja), pieces(&one.en));
        } else {
            let other = random.of(&base.pairs);
            share = random.between(0.1, 0.5);
            (ja, en) = (recombined(&one.ja, &other.ja, random), recombined(&one.en, &other.en, random));
        }
        base.japanese.replace(&mut ja, share, random);
        base.english.replace(&mut en, share, random);
        clean(Pair { ja: join(&ja), en: join(&en) })
    }
}

/// One line without white space around it, that a table of tab-separated values can hold.
fn clean(pair: Pair) -> Pair {
    let line = |text: String| text.replace(char::is_control, " ").trim().to_owned();
    Pair { ja: line(pair.ja), en: line(pair.en) }
}

fn fits(pair: &Pair) -> bool {
    [&pair.ja, &pair.en].into_iter().all(|text| (2..=LONGEST).contains(&text.chars().count()))
}

/// Notes both texts; whether neither is empty and neither was there.
fn is_new(pair: &Pair, seen: &mut FxHashSet<u64>) -> bool {
    let (ja, en) = (xxh3_64(pair.ja.as_bytes()), xxh3_64(pair.en.as_bytes()));
    let new = !pair.ja.is_empty() && !pair.en.is_empty() && !seen.contains(&ja) && !seen.contains(&en);
    if new {
        seen.extend([ja, en]);
    }
    new
}
