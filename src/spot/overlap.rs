//! All places where terms stand come in; the longest of each place, and what lies inside it, go out.

use std::cmp::Reverse;

use crate::model::{ConceptId, Span, Spotted, TermId};

/// A term at a place. Sorts by the place's beginning, the longest first, exact spelling before variants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    start: usize,
    end: Reverse<usize>,
    is_variant: bool,
    term_id: TermId,
    concept_id: ConceptId,
}

impl Candidate {
    /// The term `term_id` of `concept_id` at `span`.
    pub(super) fn new(span: Span, is_variant: bool, term_id: TermId, concept_id: ConceptId) -> Self {
        Self { start: span.start, end: Reverse(span.end), is_variant, term_id, concept_id }
    }

    fn span(self) -> Span {
        Span::new(self.start, self.end.0)
    }
}

/// The leftmost longest places, what is nested in them, and nothing that crosses their borders.
pub(super) fn settle(mut found: Vec<Candidate>) -> Vec<Spotted> {
    found.sort();
    found.dedup();
    let mut primary = Span::default();
    let mut spots = Vec::with_capacity(found.len());
    for candidate in found {
        let span = candidate.span();
        if span.start >= primary.end {
            primary = span;
        }
        if !primary.contains(span) {
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
