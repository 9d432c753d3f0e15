//! Keys in, ordered by their length; the keys most similar to a question out.
//!
//! Every key of a length that may be similar is compared by its letters alone ([`Bag`]), which says how similar it can be
//! at best; then they are compared in full from the most promising on, until the answer can only get worse.

use std::collections::BTreeMap;

use super::bag::Bag;
use super::best::Candidate;
use super::distance::Pattern;
use super::question::Question;
use super::shelf::View;
use crate::model::ConceptId;

/// Terms less similar than this are not offered.
const SIMILAR: f64 = 0.6;

/// Scores of similar terms: 30 at [`SIMILAR`], 50 for the same.
const LOWEST: u8 = 30;
const HIGHEST: u8 = 50;

/// Keys by length.
#[derive(Debug, Default)]
pub(super) struct Lengths {
    /// For each length where its keys begin in `keys`.
    starts: Vec<u32>,
    keys: Vec<u32>,
    bags: Vec<Bag>,
}

impl Lengths {
    /// These keys, which are numbered from 0, by length.
    pub(super) fn new<'a>(keys: impl Iterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<(usize, u32, Bag)> =
            keys.zip(0..).map(|(key, number)| (key.chars().count(), number, Bag::new(key))).collect();
        sorted.sort_unstable_by_key(|(length, number, _)| (*length, *number));
        let longest = sorted.last().map_or(0, |(length, _, _)| *length);
        let starts = (0..=longest + 1).map(|length| sorted.partition_point(|key| key.0 < length));
        Self {
            starts: starts.map(|start| u32::try_from(start).unwrap_or(u32::MAX)).collect(),
            keys: sorted.iter().map(|(_, number, _)| *number).collect(),
            bags: sorted.into_iter().map(|(_, _, bag)| bag).collect(),
        }
    }

    /// The keys of a length with their bags.
    fn of(&self, length: usize) -> impl Iterator<Item = (u32, &Bag)> {
        let start = |length: usize| self.starts.get(length).map_or(self.keys.len(), |start| *start as usize);
        let places = start(length)..start(length + 1);
        self.keys[places.clone()].iter().copied().zip(&self.bags[places])
    }
}

/// The rows similar to the question that neither contain it nor read like it: all that may be among the best `wanted`.
pub(super) fn similar(view: &View<'_>, question: &Question, wanted: usize) -> Vec<Candidate> {
    let pattern = Pattern::new(&question.key);
    let bag = Bag::new(&question.key);
    let length = question.key.chars().count();
    // Rows by the score they reach at best.
    let mut promising: Vec<Vec<u32>> = vec![Vec::new(); usize::from(HIGHEST - LOWEST) + 1];
    for other in 1..=length * 2 {
        let longer = length.max(other);
        if score(length.abs_diff(other), longer).is_none() {
            continue;
        }
        for (row, theirs) in view.shelf.lengths.of(other) {
            // Letters of the longer that the two do not share must be replaced, inserted or left out.
            let shared = length - bag.missing_in(theirs);
            if let Some(score) = score(longer - shared, longer) {
                promising[usize::from(score - LOWEST)].push(row);
            }
        }
    }
    let mut found: Vec<Candidate> = Vec::new();
    let mut best: BTreeMap<ConceptId, u8> = BTreeMap::new();
    for (at_best, rows) in (LOWEST..=HIGHEST).zip(promising).rev() {
        // Concepts found with a score no other can reach any more.
        if best.values().filter(|score| **score > at_best).count() >= wanted {
            break;
        }
        for row in rows {
            let key = view.shelf.key(row);
            let longer = length.max(key.chars().count());
            let Some(score) = score(pattern.distance(key), longer) else { continue };
            if key.contains(&question.key) || view.shelf.reads(row, question.romaji.as_deref()) {
                continue;
            }
            if let Some(candidate) = view.candidate(row, score) {
                let best = best.entry(candidate.concept_id).or_default();
                *best = score.max(*best);
                found.push(candidate);
            }
        }
    }
    found
}

/// The score of two keys, the longer of this length, at this distance; none where they are not similar.
fn score(distance: usize, longer: usize) -> Option<u8> {
    #[expect(clippy::cast_precision_loss, reason = "numbers of characters are far below 2^52")]
    let similarity = 1.0 - distance as f64 / longer.max(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 30 and 50")]
    let score = (f64::from(LOWEST) + 20.0 * (similarity - SIMILAR) / (1.0 - SIMILAR)).round() as u8;
    (similarity >= SIMILAR).then_some(score)
}
