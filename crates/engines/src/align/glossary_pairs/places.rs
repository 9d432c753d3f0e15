//! The signs that pairs of entries show by where they stand: between neighbours that are paired, and in the order of the others.

use std::collections::{HashMap, HashSet};

use super::EntryPair;
use crate::model::Sign;

/// The least confidence of a pair that supports its neighbours.
const SUPPORTS: f64 = 0.5;
/// The share of pairs that follow one order in a glossary that is not sorted anew.
const ORDERED: f64 = 0.8;
/// How far away a paired entry may be that supports others.
const NEAR: usize = 4;
/// What a paired entry on one side counts, and the border of both glossaries.
const PAIRED: f64 = 0.5;
const BORDER: f64 = 0.25;
/// The least number of pairs that say anything about the order.
const PAIRS: usize = 2;
/// The least number of pairs in one order that speak against a pair outside it: two or three follow one by chance.
const MANY: usize = 4;

/// Where entries are that have been paired.
#[derive(Debug, Default)]
pub(super) struct Places {
    partners: HashMap<usize, usize>,
    en_paired: HashSet<usize>,
    lengths: (usize, usize),
    /// The pairs that follow one order, if nearly all do.
    order: Option<Vec<(usize, usize)>>,
}

impl Places {
    pub(super) fn of(pairs: &[EntryPair], lengths: (usize, usize)) -> Self {
        let mut sure: Vec<(usize, usize)> =
            pairs.iter().filter(|pair| pair.confidence >= SUPPORTS).map(|pair| (pair.ja, pair.en)).collect();
        sure.sort_unstable();
        let rising = rising(&sure);
        #[expect(clippy::cast_precision_loss, reason = "numbers of entries")]
        let is_ordered = sure.len() >= PAIRS && rising.len() as f64 >= ORDERED * sure.len() as f64;
        let en_paired = sure.iter().map(|pair| pair.1).collect();
        Self { partners: sure.into_iter().collect(), en_paired, lengths, order: is_ordered.then_some(rising) }
    }

    /// The signs of a pair.
    pub(super) fn signs(&self, ja: usize, en: usize) -> Vec<Sign> {
        let mut signs = Vec::new();
        let (before, after) = (self.support(ja, en, false), self.support(ja, en, true));
        if before.max(after) >= PAIRED {
            signs.push(Sign::new("neighbours", before + after));
        }
        if let Some(order) = &self.order {
            let place = order.partition_point(|pair| pair.0 < ja);
            let low = place.checked_sub(1).and_then(|at| order.get(at)).is_none_or(|pair| pair.1 < en);
            let own = order.get(place).filter(|pair| pair.0 == ja);
            let next = order.get(place + usize::from(own.is_some()));
            let follows = low && next.is_none_or(|pair| pair.1 > en);
            if follows {
                signs.push(Sign::new("order", 1.0));
            } else if order.len() >= MANY {
                signs.push(Sign::new("doubt_order", 1.0));
            }
        }
        signs
    }
}

impl Places {
    /// How the nearest paired entry on one side supports a pair: both are equally far from it and its partner, or from the
    /// beginning or end of their glossaries, which says less.
    fn support(&self, ja: usize, en: usize, forward: bool) -> f64 {
        for step in 1..=NEAR {
            let (near_ja, near_en) =
                if forward { (Some(ja + step), Some(en + step)) } else { (ja.checked_sub(step), en.checked_sub(step)) };
            let ja_ends = near_ja.is_none_or(|at| at >= self.lengths.0);
            let en_ends = near_en.is_none_or(|at| at >= self.lengths.1);
            if ja_ends || en_ends {
                return if ja_ends && en_ends { BORDER } else { 0.0 };
            }
            let partner = near_ja.and_then(|at| self.partners.get(&at));
            if partner.is_some() || near_en.is_some_and(|at| self.en_paired.contains(&at)) {
                return if partner == near_en.as_ref() { PAIRED } else { 0.0 };
            }
        }
        0.0
    }
}

/// The longest part of the pairs, sorted by their Japanese entry, in which the English ones rise, too.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best rising part of each length, and for every pair the one before it.
    let mut lasts: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let length = lasts.partition_point(|&last| pairs[last].1 < pair.1);
        before.push(length.checked_sub(1).and_then(|shorter| lasts.get(shorter)).copied());
        match lasts.get_mut(length) {
            Some(last) => *last = at,
            None => lasts.push(at),
        }
    }
    let mut chain: Vec<(usize, usize)> =
        std::iter::successors(lasts.last().copied(), |&at| before[at]).map(|at| pairs[at]).collect();
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::rising;

    #[test]
    fn the_longest_rising_part_is_found() {
        assert_eq!(rising(&[(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]), [(1, 1), (2, 2), (4, 3)]);
        assert!(rising(&[]).is_empty());
    }
}
