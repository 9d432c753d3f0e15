//! The order of matching terms, and the selection of the best one of each concept.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use crate::model::{ConceptId, TermId};

/// A matching term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) score: u8,
    /// Index of its project in the query; lower is more trusted.
    pub(super) rank: u16,
    pub(super) confidence: f64,
    pub(super) concept_id: ConceptId,
    pub(super) term_id: TermId,
    /// Whether it is a row of the main table or of the table of changes.
    pub(super) in_main: bool,
    /// Its row in that table.
    pub(super) row: u32,
}

impl Candidate {
    /// Best first: score, rank of the project, confidence, then identifiers.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        (Reverse(self.score), self.rank)
            .cmp(&(Reverse(other.score), other.rank))
            .then_with(|| other.confidence.total_cmp(&self.confidence))
            .then_with(|| (self.concept_id, self.term_id).cmp(&(other.concept_id, other.term_id)))
    }
}

/// The best candidates in order, at most `limit`, one for each concept that is not in `seen`. Adds their concepts to `seen`.
pub(super) fn best_per_concept(
    mut candidates: Vec<Candidate>,
    limit: usize,
    seen: &mut BTreeSet<ConceptId>,
) -> Vec<Candidate> {
    let mut best = Vec::with_capacity(limit.min(candidates.len()));
    let mut rest = candidates.as_mut_slice();
    // Sorted in batches: most candidates are never looked at.
    let mut batch = limit.saturating_mul(4).max(64);
    while !rest.is_empty() && best.len() < limit {
        let size = batch.min(rest.len());
        if size < rest.len() {
            rest.select_nth_unstable_by(size, Candidate::order);
        }
        let (front, back) = rest.split_at_mut(size);
        front.sort_unstable_by(Candidate::order);
        let new = front.iter().filter(|candidate| seen.insert(candidate.concept_id));
        best.extend(new.take(limit - best.len()).copied());
        (rest, batch) = (back, batch.saturating_mul(4));
    }
    best
}
