//! Fuzzy matching: the keys most similar to a query by edit distance.
//!
//! The letter counts of a key bound how similar it can be at best. Keys are then compared in full from the most promising on,
//! until no remaining key can improve the result.

use std::collections::BTreeMap;

use super::distance::KeyPattern;
use super::letter_counts::LetterCounts;
use super::query::TermQuery;
use super::ranking::Candidate;
use super::table::RowFilter;
use crate::model::ConceptId;

/// Terms less similar than this are not returned.
const LOWEST_SIMILARITY: f64 = 0.6;

/// Scores of similar terms: 30 at [`LOWEST_SIMILARITY`], 50 for equal keys.
const LOWEST_SCORE: u8 = 30;
const HIGHEST_SCORE: u8 = 50;

/// The rows similar to the query that neither contain it nor are read like it: all that may be among the best `limit`.
pub(super) fn similar(rows: &RowFilter<'_>, query: &TermQuery, limit: usize) -> Vec<Candidate> {
    let mut pattern = KeyPattern::new(&query.small);
    let counts = LetterCounts::new(&query.small);
    let length = query.small.chars().count();
    // Rows by the best score they can reach.
    let mut promising: Vec<Vec<u32>> = vec![Vec::new(); usize::from(HIGHEST_SCORE - LOWEST_SCORE) + 1];
    for other in 1..=length * 2 {
        let longer = length.max(other);
        if score(length.abs_diff(other), longer).is_none() {
            continue;
        }
        for (row, other_counts) in rows.table.lengths.of(other) {
            // Letters of the longer text that the two do not share must be substituted, inserted or deleted.
            let shared = length - counts.missing_in(other_counts);
            if let Some(score) = score(longer - shared, longer) {
                promising[usize::from(score - LOWEST_SCORE)].push(row);
            }
        }
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut best: BTreeMap<ConceptId, u8> = BTreeMap::new();
    for (at_best, keys) in (LOWEST_SCORE..=HIGHEST_SCORE).zip(promising).rev() {
        // Concepts whose score no remaining key can reach.
        if best.values().filter(|score| **score > at_best).count() >= limit {
            break;
        }
        for row in keys {
            let key = rows.table.key(row);
            let key_length = key.chars().count();
            let longer = length.max(key_length);
            let distance = pattern.distance(key, key_length, longest_distance(longer));
            let Some(score) = distance.and_then(|distance| score(distance, longer)) else { continue };
            if key.contains(&query.small) || rows.table.is_read_as(row, query.romaji.as_deref()) {
                continue;
            }
            if let Some(candidate) = rows.candidate(row, score) {
                let best = best.entry(candidate.concept_id).or_default();
                *best = score.max(*best);
                candidates.push(candidate);
            }
        }
    }
    candidates
}

/// The greatest distance at which two keys are similar enough, the longer one having this length: what
/// [`LOWEST_SIMILARITY`] leaves.
fn longest_distance(longer: usize) -> usize {
    longer * 2 / 5
}

/// The score of two keys at this distance, the longer one having this length; `None` if they are not similar enough.
fn score(distance: usize, longer: usize) -> Option<u8> {
    #[expect(clippy::cast_precision_loss, reason = "numbers of characters are far below 2^52")]
    let similarity = 1.0 - distance as f64 / longer.max(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 30 and 50")]
    let score =
        (f64::from(LOWEST_SCORE) + 20.0 * (similarity - LOWEST_SIMILARITY) / (1.0 - LOWEST_SIMILARITY)).round() as u8;
    (similarity >= LOWEST_SIMILARITY).then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_longest_distance_no_keys_are_similar() {
        for longer in 1..2_000 {
            let most = longest_distance(longer);
            assert!(score(most, longer).is_some() && score(most + 1, longer).is_none(), "{longer}");
        }
    }
}
