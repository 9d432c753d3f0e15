//! Candidates in; the best of each concept, in order, out.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use crate::model::{ConceptId, TermId};

/// A term that matches.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) score: u8,
    /// Place of its project in the question.
    pub(super) rank: u16,
    pub(super) confidence: f64,
    pub(super) concept_id: ConceptId,
    pub(super) term_id: TermId,
    /// Where it stands: on which shelf, in which row.
    pub(super) in_main: bool,
    pub(super) row: u32,
}

impl Candidate {
    /// Better before worse: score, rank of the project, confidence, then numbers.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        (Reverse(self.score), self.rank)
            .cmp(&(Reverse(other.score), other.rank))
            .then_with(|| other.confidence.total_cmp(&self.confidence))
            .then_with(|| (self.concept_id, self.term_id).cmp(&(other.concept_id, other.term_id)))
    }
}

/// The best candidates in order, one of each concept that is not in `seen`, up to `wanted`; adds their concepts to `seen`.
pub(super) fn first_of_concepts(
    mut candidates: Vec<Candidate>,
    wanted: usize,
    seen: &mut BTreeSet<ConceptId>,
) -> Vec<Candidate> {
    let mut best = Vec::with_capacity(wanted.min(candidates.len()));
    let mut rest = candidates.as_mut_slice();
    // A few at a time: most are never looked at.
    let mut some = wanted.saturating_mul(4).max(64);
    while !rest.is_empty() && best.len() < wanted {
        let size = some.min(rest.len());
        if size < rest.len() {
            rest.select_nth_unstable_by(size, Candidate::order);
        }
        let (front, back) = rest.split_at_mut(size);
        front.sort_unstable_by(Candidate::order);
        let new = front.iter().filter(|candidate| seen.insert(candidate.concept_id));
        best.extend(new.take(wanted - best.len()).copied());
        (rest, some) = (back, some.saturating_mul(4));
    }
    best
}
