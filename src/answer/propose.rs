//! Results of adding terms and translations, and everything that helps with one segment.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::concept::ConceptAnswer;
use super::finding::FindingAnswer;
use super::memory_match::MemoryMatchAnswer;
use super::suggested_concept::SuggestedConceptAnswer;
use super::suggestion::{SegmentAnswer, SuggestionAnswer, TermOccurrenceAnswer};
use super::words::{OutcomeWord, ReviewWord};
use crate::app::propose::{ConfirmedSegment, ProposedTerm};
use crate::app::releases::StoredSegment;

/// Everything that helps with one segment.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Assist)]
pub(crate) struct AssistAnswer {
    /// The `id` of the request.
    pub(crate) id: Option<String>,
    /// Known terms in it, in order of the text.
    pub(crate) terms: Vec<TermOccurrenceAnswer>,
    /// Number of terms beyond `limit`.
    pub(crate) more_terms: usize,
    /// The concepts of the terms, each once, in the order in which they occur.
    pub(crate) concepts: Vec<SuggestedConceptAnswer>,
    /// Number of concepts that terms refer to, but that would have made the answer too large.
    pub(crate) more_concepts: usize,
    /// Remembered translations of it and of segments like it, best first.
    pub(crate) matches: Vec<MemoryMatchAnswer>,
    /// Number of matches within `limit` that would have made the answer too large. The best one is always given.
    pub(crate) more_matches: usize,
    /// Findings in the draft of its translation, the most severe first; empty without a draft.
    pub(crate) findings: Vec<FindingAnswer>,
    /// Number of findings left out because somebody ignored them.
    pub(crate) ignored: usize,
    /// Whether the matches are certainly the best; `false` if time ran out, the index is being built, or more segments seem
    /// equally good than are compared.
    pub(crate) complete: bool,
    /// Revision of the base the answer was made from.
    pub(crate) revision: i64,
}

impl AssistAnswer {
    /// Suggestions for a segment, and findings in its draft.
    pub(crate) fn new(offered: SuggestionAnswer, findings: Vec<FindingAnswer>, ignored: usize) -> Self {
        let SuggestionAnswer { segments, concepts, more_concepts, revision } = offered;
        let segment = segments.into_iter().next().unwrap_or_default();
        let SegmentAnswer { id, terms, more_terms, matches, more_matches, complete } = segment;
        Self {
            id,
            terms,
            more_terms,
            concepts,
            more_concepts,
            matches,
            more_matches,
            findings,
            ignored,
            complete,
            revision,
        }
    }
}

/// Result of adding a pair of terms.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ProposedTerm)]
pub(crate) struct ProposedTermAnswer {
    /// `created`; `updated` if it existed and is now approved; `unchanged` if it existed just so.
    pub(crate) outcome: OutcomeWord,
    /// Number of the Japanese term.
    pub(crate) ja_term_id: i64,
    /// Number of the English term.
    pub(crate) en_term_id: i64,
    /// Their concept; `conflicts` lists concepts it disagrees with.
    pub(crate) concept: ConceptAnswer,
}

/// A segment of the memory.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = MemorySegment)]
pub(crate) struct MemorySegmentAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// Name of its project.
    pub(crate) project: String,
    /// Language of the source text (BCP 47).
    #[schema(example = "ja")]
    source_lang: String,
    /// Language of the target text.
    #[schema(example = "en")]
    target_lang: String,
    /// The text translated from.
    source: String,
    /// Its translation.
    target: String,
    /// Review state.
    review: ReviewWord,
    /// Probability that the two texts are translations of each other.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f64,
    /// Its origin: `ingest`, `confirmed`, or the name of an imported file.
    origin: String,
    /// Number of the release it was aligned in.
    release_id: Option<i64>,
    /// Subject field, where known.
    field: Option<String>,
    /// The document or series it belongs to, where known.
    document: Option<String>,
    /// Its key in the program it comes from, where known.
    key: Option<String>,
    /// When it was created, where known.
    #[schema(format = DateTime)]
    created_at: Option<String>,
    /// Who created it, where known.
    author: Option<String>,
    /// Revision of its last change.
    revision: i64,
}

/// Result of adding a translation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ConfirmedSegment)]
pub(crate) struct ConfirmedSegmentAnswer {
    /// `created`; `updated` if it existed and is now approved or has another target; `unchanged` if it existed just so.
    pub(crate) outcome: OutcomeWord,
    /// The segment as it is now.
    pub(crate) segment: MemorySegmentAnswer,
}

impl From<ProposedTerm> for ProposedTermAnswer {
    fn from(proposed: ProposedTerm) -> Self {
        let ProposedTerm { outcome, concept, japanese, english } = proposed;
        Self { outcome: outcome.into(), ja_term_id: japanese.get(), en_term_id: english.get(), concept: concept.into() }
    }
}

impl From<ConfirmedSegment> for ConfirmedSegmentAnswer {
    fn from(confirmed: ConfirmedSegment) -> Self {
        let ConfirmedSegment { outcome, project, segment } = confirmed;
        Self { outcome: outcome.into(), segment: MemorySegmentAnswer::new(project, segment) }
    }
}

impl MemorySegmentAnswer {
    /// A segment of the project of this name.
    pub(crate) fn new(project: String, stored: StoredSegment) -> Self {
        let pair = stored.segment;
        Self {
            id: stored.id.get(),
            project,
            source_lang: pair.source_lang.into(),
            target_lang: pair.target_lang.into(),
            source: pair.source,
            target: pair.target,
            review: stored.review.into(),
            confidence: pair.confidence,
            origin: stored.provenance.origin,
            release_id: stored.release_id.map(Into::into),
            field: stored.provenance.field,
            document: stored.provenance.document,
            key: stored.provenance.key,
            created_at: stored.provenance.created_at,
            author: stored.provenance.author,
            revision: stored.revision.get(),
        }
    }
}
