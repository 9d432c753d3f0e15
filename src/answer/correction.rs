//! Corrections of how a release was read, and the segments of a release.

use serde::Serialize;
use utoipa::ToSchema;

use super::release::ReleaseAnswer;
use super::words::{CorrectionObstacleWord, CorrectionWord, ReviewWord};
use crate::app::release_segments::{LocatedSegment, Passage, ReleaseSegments};
use crate::model::{Excerpt, ReleaseCorrection};

/// What a person said about how a release was read.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Correction)]
pub(crate) struct CorrectionAnswer {
    /// Its number.
    id: i64,
    /// What the person said about the passage.
    kind: CorrectionWord,
    /// The passage; `null` for `not_an_entry`.
    passage: Option<ExcerptAnswer>,
    /// The head of the entry it is about, or all of an entry without a head; `null` if it is about none.
    entry: Option<ExcerptAnswer>,
    /// Whether the last reading of the release could apply it.
    applied: bool,
    /// Why it could not; `null` if it could.
    obstacle: Option<CorrectionObstacleWord>,
    /// Who made it.
    actor: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
}

/// A passage as it was when it was selected.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Excerpt)]
pub(crate) struct ExcerptAnswer {
    /// Its position then, in characters.
    span_chars: [usize; 2],
    /// Its text.
    text: String,
    /// A few characters before it.
    before: String,
    /// A few characters after it.
    after: String,
}

/// The corrections of a release.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CorrectionList {
    /// In the order in which they were made and are applied.
    corrections: Vec<CorrectionAnswer>,
}

/// A correction, and the release as it is read with it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CorrectedRelease {
    /// The correction.
    pub(crate) correction: CorrectionAnswer,
    /// The release, with everything extracted from it.
    pub(crate) release: ReleaseAnswer,
}

/// The segments of a release.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReleaseSegments)]
pub(crate) struct ReleaseSegmentsAnswer {
    /// Its version in the other language; `null` if it was read without one.
    pair: Option<PairedRelease>,
    /// Its segments, in order.
    segments: Vec<ReleaseSegmentAnswer>,
}

/// A release in another language that says the same.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PairedRelease {
    /// Its number.
    id: i64,
    /// Its file name.
    name: String,
}

/// A segment that was aligned in a release.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReleaseSegment)]
pub(crate) struct ReleaseSegmentAnswer {
    /// Its number.
    id: i64,
    /// Its source, in Japanese.
    source: String,
    /// Its target, in English.
    target: String,
    /// The release that prints the source: this one or its pair; `null` where nobody prints it like that.
    source_release_id: Option<i64>,
    /// Where that release prints the source, in characters.
    source_span_chars: Option<[usize; 2]>,
    /// The release that prints the target: this one or its pair; `null` where nobody prints it like that.
    target_release_id: Option<i64>,
    /// Where that release prints the target, in characters.
    target_span_chars: Option<[usize; 2]>,
    /// Its review state.
    review: ReviewWord,
    /// Probability that the two say the same.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f64,
}

impl From<Excerpt> for ExcerptAnswer {
    fn from(excerpt: Excerpt) -> Self {
        let Excerpt { span_chars, quote, before, after } = excerpt;
        Self { span_chars: [span_chars.start, span_chars.end], text: quote, before, after }
    }
}

impl From<ReleaseCorrection> for CorrectionAnswer {
    fn from(correction: ReleaseCorrection) -> Self {
        let ReleaseCorrection { id, kind, passage, entry, actor, at, obstacle } = correction;
        Self {
            id: id.get(),
            kind: kind.into(),
            passage: passage.map(Into::into),
            entry: entry.map(Into::into),
            applied: obstacle.is_none(),
            obstacle: obstacle.map(Into::into),
            actor,
            at,
        }
    }
}

impl From<Vec<ReleaseCorrection>> for CorrectionList {
    fn from(corrections: Vec<ReleaseCorrection>) -> Self {
        Self { corrections: corrections.into_iter().map(Into::into).collect() }
    }
}

impl From<ReleaseSegments> for ReleaseSegmentsAnswer {
    fn from(found: ReleaseSegments) -> Self {
        let ReleaseSegments { pair, segments } = found;
        Self {
            pair: pair.map(|head| PairedRelease { id: head.id.get(), name: head.source.name }),
            segments: segments.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<LocatedSegment> for ReleaseSegmentAnswer {
    fn from(found: LocatedSegment) -> Self {
        let LocatedSegment { stored, source, target } = found;
        let chars = |passage: Passage| [passage.span_chars.0, passage.span_chars.1];
        let release = |passage: Passage| passage.release.get();
        Self {
            id: stored.id.get(),
            source: stored.segment.source,
            target: stored.segment.target,
            source_release_id: source.map(release),
            source_span_chars: source.map(chars),
            target_release_id: target.map(release),
            target_span_chars: target.map(chars),
            review: stored.review.into(),
            confidence: stored.segment.confidence,
        }
    }
}
