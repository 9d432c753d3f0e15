//! Results of searching the memory for a text.

use serde::Serialize;
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::words::ReviewWord;
use crate::app::concordance::{Concordance, Occurrence};
use crate::model::Span;

/// One page of segments that contain a text.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Concordance)]
pub(crate) struct ConcordanceAnswer {
    /// The segments, the newest first.
    occurrences: Vec<OccurrenceAnswer>,
    /// Upper bound of the number of segments that contain it, on all pages.
    candidates: usize,
    /// Whether everything up to `next_before` was searched; `false` if time ran out or an index is being built.
    complete: bool,
    /// Revision of the base.
    revision: i64,
    /// `before` of the next request; `null` on the last page.
    next_before: Option<i64>,
}

/// A segment that contains a text in its source, its target, or both.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Occurrence)]
pub(crate) struct OccurrenceAnswer {
    /// Number of the segment.
    segment_id: i64,
    /// Name of its project.
    project: String,
    /// Language tag (BCP 47) of `source`.
    source_lang: String,
    /// Language tag (BCP 47) of `target`.
    target_lang: String,
    /// The source text.
    source: String,
    /// Its translation.
    target: String,
    /// Positions in `source`, in bytes `[start, end)`.
    source_spans: Vec<[usize; 2]>,
    /// Positions in `source`, in characters.
    source_span_chars: Vec<[usize; 2]>,
    /// Positions in `target`, in bytes.
    target_spans: Vec<[usize; 2]>,
    /// Positions in `target`, in characters.
    target_span_chars: Vec<[usize; 2]>,
    /// Number of the release it was aligned in.
    release_id: Option<i64>,
    /// Its origin: `ingest`, or the name of an imported file.
    origin: String,
    /// Subject field.
    field: Option<String>,
    /// Document or series.
    document: Option<String>,
    /// When it was created.
    #[schema(format = DateTime)]
    created_at: Option<String>,
    /// Who created it.
    author: Option<String>,
    /// Review state.
    review: ReviewWord,
    /// Probability that the two texts are translations of each other.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f64,
}

impl From<Concordance> for ConcordanceAnswer {
    fn from(found: Concordance) -> Self {
        let Concordance { occurrences, candidates, next_before, complete, revision } = found;
        let occurrences = occurrences.into_iter().map(Into::into).collect();
        Self { occurrences, candidates, complete, revision: revision.get(), next_before: next_before.map(Into::into) }
    }
}

impl From<Occurrence> for OccurrenceAnswer {
    fn from(found: Occurrence) -> Self {
        let Occurrence { segment: stored, project, source_spans, target_spans } = found;
        let pair = stored.segment;
        let (source_spans, source_span_chars) = both(&pair.source, &source_spans);
        let (target_spans, target_span_chars) = both(&pair.target, &target_spans);
        Self {
            segment_id: stored.id.get(),
            project,
            source_lang: pair.source_lang.into(),
            target_lang: pair.target_lang.into(),
            source: pair.source,
            target: pair.target,
            source_spans,
            source_span_chars,
            target_spans,
            target_span_chars,
            release_id: stored.release_id.map(Into::into),
            origin: stored.provenance.origin,
            field: stored.provenance.field,
            document: stored.provenance.document,
            created_at: stored.provenance.created_at,
            author: stored.provenance.author,
            review: stored.review.into(),
            confidence: pair.confidence,
        }
    }
}

/// Spans in bytes and in characters.
fn both(text: &str, spans: &[Span]) -> (Vec<[usize; 2]>, Vec<[usize; 2]>) {
    let characters = Characters::of(text);
    (spans.iter().map(|span| bytes(*span)).collect(), spans.iter().map(|span| characters.span(*span)).collect())
}
