//! The terms that occur in the two texts of a pair.

use super::Unit;
use crate::model::{ConceptId, Lang, Span, Spotted};
use crate::spot::{ProjectFilter, Spotter};
use crate::text::tokeniser::Tokeniser;

/// The terms in both texts of a pair.
#[derive(Debug, Clone, Default)]
pub struct PairSpots {
    /// Terms in the source.
    pub source: Vec<Spotted>,
    /// Terms in the translation.
    pub target: Vec<Spotted>,
    /// Words of the source with the words that translate them, as spans of both texts. Only the comparison of numbers uses
    /// them; without them it judges by terms alone.
    pub words: Vec<(Span, Span)>,
}

impl PairSpots {
    /// Spots the terms of a pair. One without a translation has none.
    #[must_use]
    pub fn of(
        unit: Unit<'_>,
        (source, target): (&Lang, &Lang),
        spotter: &Spotter,
        words: &Tokeniser,
        projects: ProjectFilter<'_>,
    ) -> Self {
        if !unit.is_translated() {
            return Self::default();
        }
        let mut of_source = spotter.spots(unit.source, source, words, projects);
        if source.is_japanese() && words.has_dictionary() {
            mark_cut_words(unit.source, &mut of_source, words);
        }
        Self { source: of_source, target: spotter.spots(unit.target, target, words, projects), words: Vec::new() }
    }

    /// The concepts of all these terms.
    pub fn concepts(&self) -> impl Iterator<Item = ConceptId> + '_ {
        self.source.iter().chain(&self.target).map(|spot| spot.concept_id)
    }
}

/// Marks terms that start or end inside a dictionary word as nested, as if they were part of a longer term: 再発 in 再発明.
fn mark_cut_words(text: &str, spots: &mut [Spotted], words: &Tokeniser) {
    if spots.iter().all(|spot| spot.nested) {
        return;
    }
    let boundaries: Vec<usize> = words.surfaces(text).iter().flat_map(|word| [word.start, word.end]).collect();
    let is_boundary = |at: usize| boundaries.binary_search(&at).is_ok();
    for spot in spots.iter_mut().filter(|spot| !is_boundary(spot.span.start) || !is_boundary(spot.span.end)) {
        spot.nested = true;
    }
}
