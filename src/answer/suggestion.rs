//! The answer for segments: their terms, the concepts of those (`suggested_concept.rs`) and matches (`memory_match.rs`).
//!
//! What an answer may hold is bounded: a concept stands in it once, and of what would make it too large the best is given and
//! the rest counted.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::memory_match::MemoryMatchAnswer;
use super::size::json_size;
use super::suggested_concept::{SuggestedConceptAnswer, SuggestedConcepts};
use crate::app::assist::{AssistText, Suggestion, TermOccurrence};

/// The matches of all segments of a request have about so many bytes of JSON, shared equally.
const MATCH_BYTES: usize = 32 << 20;
/// The share of a segment is at least, and at most, so many.
const LEAST_MATCH_BYTES: usize = 160 << 10;
const MOST_MATCH_BYTES: usize = 2 << 20;

/// Suggestions for the segments of a request.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SuggestionAnswer {
    /// One for each segment, in the order of the request.
    pub(crate) segments: Vec<SegmentAnswer>,
    /// The concepts of the terms, each once, in the order in which they occur.
    pub(crate) concepts: Vec<SuggestedConceptAnswer>,
    /// Number of concepts that terms refer to, but that would have made the answer too large. `GET /v1/concepts/{id}` gives them.
    pub(crate) more_concepts: usize,
    /// Revision of the base the answer was made from.
    pub(crate) revision: i64,
}

/// Suggestions for a segment.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub(crate) struct SegmentAnswer {
    /// The `id` of the segment in the request.
    pub(crate) id: Option<String>,
    /// Known terms in it, in order of the text.
    pub(crate) terms: Vec<TermOccurrenceAnswer>,
    /// Number of terms beyond `limit`.
    pub(crate) more_terms: usize,
    /// Remembered translations of it and of segments like it, best first.
    pub(crate) matches: Vec<MemoryMatchAnswer>,
    /// Number of matches within `limit` that would have made the answer too large. The best one is always given.
    pub(crate) more_matches: usize,
    /// Whether the matches are certainly the best; `false` if time ran out, the index is being built, or more segments seem
    /// equally good than are compared.
    pub(crate) complete: bool,
}

/// A term in a segment, with one of its concepts.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = TermOccurrence)]
pub(crate) struct TermOccurrenceAnswer {
    /// Position in the segment, in bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// Position in the segment, in characters.
    pub(crate) span_chars: [usize; 2],
    /// The term as written in the segment.
    pub(crate) text: String,
    /// Whether it is part of a longer term that was found too.
    pub(crate) nested: bool,
    /// Number of the term that was found.
    pub(crate) term_id: i64,
    /// Number of a concept it may mean; see `concepts`.
    pub(crate) concept_id: i64,
}

impl SuggestionAnswer {
    /// The answer for these segments, each with its name and text. On the command line all concepts are given.
    pub(crate) fn new<'a>(
        segments: impl ExactSizeIterator<Item = (Option<String>, &'a AssistText)>,
        suggestions: &[Arc<Suggestion>],
        concept_bytes: usize,
        revision: i64,
    ) -> Self {
        let mut concepts = SuggestedConcepts::new(concept_bytes);
        for suggestion in suggestions {
            concepts.add(suggestion);
        }
        let share = (MATCH_BYTES / segments.len().max(1)).clamp(LEAST_MATCH_BYTES, MOST_MATCH_BYTES);
        let answer = |((id, asked), offered): ((_, &'a AssistText), &Arc<Suggestion>)| {
            SegmentAnswer::new(id, &asked.text, offered, share)
        };
        let segments = segments.zip(suggestions).map(answer).collect();
        let (concepts, more_concepts) = concepts.answers();
        Self { segments, concepts, more_concepts, revision }
    }
}

impl SegmentAnswer {
    /// Suggestions for the segment `text`, with matches of about `match_bytes`.
    fn new(id: Option<String>, text: &str, offered: &Suggestion, match_bytes: usize) -> Self {
        let characters = Characters::of(text);
        let mut matches: Vec<MemoryMatchAnswer> = Vec::new();
        let mut size = 0;
        for found in &offered.matches {
            let answer = MemoryMatchAnswer::new(found.clone(), &characters);
            size += json_size(&answer);
            if size > match_bytes && !matches.is_empty() {
                break;
            }
            matches.push(answer);
        }
        Self {
            id,
            terms: offered.terms.iter().map(|found| TermOccurrenceAnswer::new(found, &characters)).collect(),
            more_terms: offered.more_terms,
            more_matches: offered.matches.len() - matches.len(),
            matches,
            complete: offered.complete,
        }
    }
}

impl TermOccurrenceAnswer {
    fn new(found: &TermOccurrence, characters: &Characters) -> Self {
        Self {
            span: bytes(found.span),
            span_chars: characters.span(found.span),
            text: found.text.clone(),
            nested: found.nested,
            term_id: found.term_id.get(),
            concept_id: found.concept.id.get(),
        }
    }
}
