//! Resolves overlapping matches: keeps the leftmost longest ones and what is nested inside them.

use std::cmp::Reverse;

use crate::model::{ConceptId, Span, Spotted, TermId};

/// A matched term. Sorts by start, the longest first, exact spellings before variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    start: usize,
    end: Reverse<usize>,
    is_variant: bool,
    term_id: TermId,
    concept_id: ConceptId,
}

impl Candidate {
    /// A match of the term `term_id` of `concept_id` at `span`.
    pub(super) fn new(span: Span, is_variant: bool, term_id: TermId, concept_id: ConceptId) -> Self {
        Self { start: span.start, end: Reverse(span.end), is_variant, term_id, concept_id }
    }

    fn span(self) -> Span {
        Span::new(self.start, self.end.0)
    }
}

/// The leftmost longest matches and those nested in them; whatever crosses their boundaries is dropped.
pub(super) fn resolve(mut candidates: Vec<Candidate>) -> Vec<Spotted> {
    candidates.sort();
    candidates.dedup();
    let mut primary = Span::default();
    let mut spots = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let span = candidate.span();
        if span.start >= primary.end {
            primary = span;
        }
        if !primary.contains(span) {
            continue;
        }
        // A shorter writing of a term inside a longer one is the same occurrence: 取扱 in 取扱い.
        let around = spots.iter().rev().take_while(|spot: &&Spotted| spot.span.start >= primary.start);
        if around.into_iter().any(|spot| spot.term_id == candidate.term_id && spot.span.contains(span)) {
            continue;
        }
        spots.push(Spotted {
            span,
            term_id: candidate.term_id,
            concept_id: candidate.concept_id,
            nested: span != primary,
        });
    }
    spots
}
