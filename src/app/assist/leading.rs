//! The terms at the beginning of a text, so that what is read from the base and answered does not grow with the text and the
//! number of concepts that share a spelling.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::model::{ConceptId, Span, Spotted};

/// The first terms of a text, with every concept of the last place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct LeadingSpots {
    /// In order of the text, longer before shorter; each concept once at a place.
    pub(super) spots: Vec<Spotted>,
    /// How many follow.
    pub(super) more: usize,
}

impl LeadingSpots {
    /// The first `most` of these spots, and the others at the place of the last.
    pub(super) fn new(mut spots: Vec<Spotted>, most: usize) -> Self {
        spots.sort_by_key(|spot| (spot.span.start, Reverse(spot.span.end)));
        let mut seen: HashSet<(Span, ConceptId)> = HashSet::with_capacity(spots.len());
        spots.retain(|spot| seen.insert((spot.span, spot.concept_id)));
        let last = most.checked_sub(1).and_then(|last| spots.get(last)).map(|spot| spot.span);
        let rest = last.map_or(0, |last| spots.iter().skip(most).take_while(|spot| spot.span == last).count());
        let more = spots.len().saturating_sub(most + rest);
        spots.truncate(most + rest);
        spots.shrink_to_fit();
        Self { spots, more }
    }
}

#[cfg(test)]
mod tests {
    use super::LeadingSpots;
    use crate::model::{ConceptId, Span, Spotted, TermId};

    #[test]
    fn a_place_is_whole_and_the_rest_is_counted() {
        let spot = |(start, end, concept): (usize, usize, i64)| Spotted {
            span: Span::new(start, end),
            term_id: TermId::new(concept),
            concept_id: ConceptId::new(concept),
            nested: false,
        };
        let all = [(6, 9, 4), (0, 6, 1), (0, 6, 2), (0, 3, 3), (0, 6, 1), (9, 12, 5)];
        for (most, concepts, more) in
            [(0, vec![], 5), (1, vec![1, 2], 3), (2, vec![1, 2], 3), (3, vec![1, 2, 3], 2), (9, vec![1, 2, 3, 4, 5], 0)]
        {
            let found = LeadingSpots::new(all.into_iter().map(spot).collect(), most);
            let ids: Vec<i64> = found.spots.iter().map(|spot| spot.concept_id.get()).collect();
            assert_eq!((ids, found.more), (concepts, more), "{most}");
        }
    }
}
