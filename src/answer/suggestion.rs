//! The answer for a segment: its terms, and its matches (`memory_match.rs`).

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::concept::ConceptAnswer;
use super::memory_match::MemoryMatchAnswer;
use super::words::{EvidenceMethodWord, ReviewWord, TermKindWord, UsageWord};
use crate::app::assist::{Suggestion, TermOccurrence, Translation};

/// Suggestions for the segments of a request.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SuggestionAnswer {
    /// One for each segment, in the order of the request.
    pub(crate) segments: Vec<SegmentAnswer>,
    /// Revision of the base the answer was made from.
    pub(crate) revision: i64,
}

/// Suggestions for a segment.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SegmentAnswer {
    /// The `id` of the segment in the request.
    pub(crate) id: Option<String>,
    /// Known terms in it, in order of the text.
    pub(crate) terms: Vec<TermOccurrenceAnswer>,
    /// Remembered translations of it and of segments like it, best first.
    pub(crate) matches: Vec<MemoryMatchAnswer>,
    /// Whether the matches are certainly the best; `false` if time ran out or the index is being built.
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
    /// The concept, with evidence and conflicts.
    pub(crate) concept: ConceptAnswer,
    /// Its translations, the best first; empty where none is known.
    pub(crate) translations: Vec<TranslationAnswer>,
}

/// A translation of a term.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Translation)]
pub(crate) struct TranslationAnswer {
    /// Number of the term.
    pub(crate) term_id: i64,
    /// The term.
    #[schema(example = "hypothalamus")]
    pub(crate) text: String,
    /// Kind of designation.
    pub(crate) kind: TermKindWord,
    /// Whether to use it; terms that are not to be used come last.
    pub(crate) usage: UsageWord,
    /// Review state.
    pub(crate) review: ReviewWord,
    /// Probability that it names the concept.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
    /// Methods of its evidence.
    pub(crate) reasons: Vec<EvidenceMethodWord>,
    /// Number of releases with evidence for it.
    pub(crate) releases: usize,
}

impl SegmentAnswer {
    /// Suggestions for the segment `text`.
    pub(crate) fn new(id: Option<String>, text: &str, offered: Suggestion) -> Self {
        let characters = Characters::of(text);
        Self {
            id,
            terms: offered.terms.into_iter().map(|found| TermOccurrenceAnswer::new(found, &characters)).collect(),
            matches: offered.matches.into_iter().map(|known| MemoryMatchAnswer::new(known, &characters)).collect(),
            complete: offered.complete,
        }
    }
}

impl TermOccurrenceAnswer {
    fn new(found: TermOccurrence, characters: &Characters) -> Self {
        let TermOccurrence { span, text, nested, term_id, concept, translations } = found;
        let translations = translations.iter().cloned().map(Into::into).collect();
        let (bytes, span_chars) = (bytes(span), characters.span(span));
        Self {
            span: bytes,
            span_chars,
            text,
            nested,
            term_id: term_id.get(),
            concept: Arc::unwrap_or_clone(concept).into(),
            translations,
        }
    }
}

impl From<Translation> for TranslationAnswer {
    fn from(offer: Translation) -> Self {
        let Translation { term_id, text, kind, usage, review, confidence, reasons, releases } = offer;
        Self {
            term_id: term_id.get(),
            text,
            kind: kind.into(),
            usage: usage.into(),
            review: review.into(),
            confidence,
            reasons: reasons.into_iter().map(Into::into).collect(),
            releases,
        }
    }
}
