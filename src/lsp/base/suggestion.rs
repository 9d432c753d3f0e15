//! What a base suggests for one text.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::answer::{
    MemoryMatchAnswer, SuggestedConceptAnswer, SuggestionAnswer, TermOccurrenceAnswer, TranslationAnswer,
};

/// The terms and matches of a text.
#[derive(Debug, Clone)]
pub(crate) struct TextSuggestion {
    /// Its terms, in order of the text.
    pub(crate) terms: Vec<TermOccurrenceAnswer>,
    /// Matches for all of it, best first.
    pub(crate) matches: Vec<MemoryMatchAnswer>,
    /// Whether the matches are certainly the best.
    pub(crate) complete: bool,
    /// The concepts of all texts of one request, by number.
    concepts: Arc<BTreeMap<i64, SuggestedConceptAnswer>>,
}

impl TextSuggestion {
    /// One for each text of a request.
    pub(super) fn of_answer(answer: SuggestionAnswer) -> Vec<Self> {
        let concepts = answer.concepts.into_iter().map(|concept| (concept.concept.id, concept));
        let concepts: Arc<BTreeMap<i64, SuggestedConceptAnswer>> = Arc::new(concepts.collect());
        let segments = answer.segments.into_iter();
        segments
            .map(|segment| Self {
                terms: segment.terms,
                matches: segment.matches,
                complete: segment.complete,
                concepts: Arc::clone(&concepts),
            })
            .collect()
    }

    /// The concept of a term; none where the answer would have been too large with it.
    pub(crate) fn concept(&self, found: &TermOccurrenceAnswer) -> Option<&SuggestedConceptAnswer> {
        self.concepts.get(&found.concept_id)
    }

    /// The translations of a term, the best first.
    pub(crate) fn translations(&self, found: &TermOccurrenceAnswer) -> &[TranslationAnswer] {
        self.concept(found).map_or(&[], |concept| &concept.translations)
    }

    /// The concepts of the terms of this text, each once, in the order in which they occur.
    pub(crate) fn concepts(&self) -> Vec<SuggestedConceptAnswer> {
        let mut ids: Vec<i64> = Vec::new();
        for found in &self.terms {
            if !ids.contains(&found.concept_id) {
                ids.push(found.concept_id);
            }
        }
        ids.iter().filter_map(|id| self.concepts.get(id)).cloned().collect()
    }
}
