//! Resolves overlapping matches: keeps the leftmost longest ones and what is nested inside them.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

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

/// Keeps the first `most` candidates at each span, in the order they were found in.
pub(super) fn keep_first(candidates: &mut Vec<Candidate>, most: usize) {
    let mut counts: FxHashMap<(usize, Reverse<usize>), usize> = FxHashMap::default();
    candidates.retain(|candidate| {
        let count = counts.entry((candidate.start, candidate.end)).or_default();
        *count += 1;
        *count <= most
    });
}

/// Up to this many terms inside another, the terms before one are looked through; further ones are found by their number.
const FEW: usize = 32;

/// The leftmost longest matches and those nested in them; whatever crosses their boundaries is dropped.
pub(super) fn resolve(mut candidates: Vec<Candidate>) -> Vec<Spotted> {
    candidates.sort();
    candidates.dedup();
    let mut primary = Span::default();
    // The spots inside `primary` begin at `begin`; if there are many, how far each term in them reaches.
    let mut begin = 0;
    let mut reach: FxHashMap<TermId, usize> = FxHashMap::default();
    let mut spots = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let span = candidate.span();
        if span.start >= primary.end {
            (primary, begin) = (span, spots.len());
            reach.clear();
        }
        if !primary.contains(span) {
            continue;
        }
        // A shorter writing of a term inside a longer one is the same occurrence: 取扱 in 取扱い.
        let around: &[Spotted] = &spots[begin..];
        let is_part = if around.len() <= FEW {
            around.iter().rev().any(|spot| spot.term_id == candidate.term_id && spot.span.contains(span))
        } else {
            if reach.is_empty() {
                for spot in around {
                    extend(&mut reach, spot.term_id, spot.span.end);
                }
            }
            // None of them begins after this one.
            reach.get(&candidate.term_id).is_some_and(|&end| end >= span.end)
        };
        if is_part {
            continue;
        }
        if !reach.is_empty() {
            extend(&mut reach, candidate.term_id, span.end);
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

/// Notes how far a term reaches.
fn extend(reach: &mut FxHashMap<TermId, usize>, term: TermId, end: usize) {
    reach.entry(term).and_modify(|furthest| *furthest = end.max(*furthest)).or_insert(end);
}
