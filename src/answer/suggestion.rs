//! What to offer for a segment in, its JSON out.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::concept::ConceptAnswer;
use super::memory::MemoryMatchAnswer;
use super::words::{ReviewWord, TermKindWord, UsageWord};
use crate::app::assist::{Suggestion, TermOccurrence, Translation};
use crate::model::{Review, TermKind, Usage};

/// What is offered for the segments asked about.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SuggestionAnswer {
    /// One for each segment, in the order asked.
    pub(crate) segments: Vec<SegmentAnswer>,
    /// Revision of the base the answer was made from.
    pub(crate) revision: i64,
}

/// What is offered for one segment.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SegmentAnswer {
    /// The segment's own name, where it was given one.
    pub(crate) id: Option<String>,
    /// Known terms in it, in order of the text.
    pub(crate) terms: Vec<FoundTermAnswer>,
    /// Remembered translations of it and of segments like it, best first.
    pub(crate) matches: Vec<MemoryMatchAnswer>,
    /// Whether the matches are surely the best there are: `false` where time ran out, or the memory's index is being built.
    pub(crate) complete: bool,
}

/// A known term in a segment, with one concept it names.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = FoundTerm)]
pub(crate) struct FoundTermAnswer {
    /// Where in the segment, in bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// Where in the segment, in characters.
    pub(crate) span_chars: [usize; 2],
    /// The text of the place.
    pub(crate) text: String,
    /// Whether it lies inside a longer term that was found too.
    pub(crate) nested: bool,
    /// Number of the term that was found.
    pub(crate) term_id: i64,
    /// The concept, with evidence and conflicts.
    pub(crate) concept: ConceptAnswer,
    /// What it is called in the target language, the best first; empty where the base does not know.
    pub(crate) translations: Vec<TranslationAnswer>,
}

/// One way to say it, and why it stands where it does.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Translation)]
pub(crate) struct TranslationAnswer {
    /// Number of the term.
    pub(crate) term_id: i64,
    /// The term.
    #[schema(example = "hypothalamus")]
    pub(crate) text: String,
    /// What kind of designation.
    #[schema(value_type = TermKindWord)]
    pub(crate) kind: TermKind,
    /// Whether to use it; what not to use comes last.
    #[schema(value_type = UsageWord)]
    pub(crate) usage: Usage,
    /// Whether a person has looked.
    #[schema(value_type = ReviewWord)]
    pub(crate) review: Review,
    /// Probability that it names the concept.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
    /// The methods of its evidence.
    pub(crate) reasons: Vec<String>,
    /// In how many releases evidence for it stands.
    pub(crate) releases: usize,
}

impl SegmentAnswer {
    /// What is offered for the segment `text`.
    pub(crate) fn new(id: Option<String>, text: &str, offered: Suggestion) -> Self {
        let characters = Characters::of(text);
        Self {
            id,
            terms: offered.terms.into_iter().map(|found| FoundTermAnswer::new(found, &characters)).collect(),
            matches: offered.matches.into_iter().map(|known| MemoryMatchAnswer::new(known, &characters)).collect(),
            complete: offered.complete,
        }
    }
}

impl FoundTermAnswer {
    fn new(found: TermOccurrence, characters: &Characters) -> Self {
        let TermOccurrence { span, text, nested, term_id, concept, translations } = found;
        let translations = translations.into_iter().map(Into::into).collect();
        let (bytes, span_chars) = (bytes(span), characters.span(span));
        Self { span: bytes, span_chars, text, nested, term_id: term_id.get(), concept: concept.into(), translations }
    }
}

impl From<Translation> for TranslationAnswer {
    fn from(offer: Translation) -> Self {
        let Translation { term_id, text, kind, usage, review, confidence, reasons, releases } = offer;
        Self { term_id: term_id.get(), text, kind, usage, review, confidence, reasons, releases }
    }
}
