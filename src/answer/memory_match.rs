//! A match from the translation memory, with score, differences and repairs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::words::{EditWord, MatchClassWord, PenaltyWord, RepairWord, ReviewWord};
use crate::app::assist::{Distance, Edit, MemoryMatch, Penalty, Repair, RepairChange, ScoreParts};
use crate::model::{Span, with_codes};

/// A match from the translation memory.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = MemoryMatch)]
pub(crate) struct MemoryMatchAnswer {
    /// Number of the remembered segment.
    pub(crate) segment_id: i64,
    /// Its score: the score of its class minus all penalties.
    #[schema(minimum = 0, maximum = 101)]
    pub(crate) score: u8,
    /// Similarity of the two source texts, with numbers treated as equal; 100 only if identical.
    #[schema(minimum = 0, maximum = 100)]
    pub(crate) base: u8,
    /// How they resemble each other.
    pub(crate) class: MatchClassWord,
    /// What `base` is computed from.
    pub(crate) parts: PartsAnswer,
    /// What was subtracted, and why.
    pub(crate) penalties: Vec<PenaltyAnswer>,
    /// The difference from `source` to the segment of the request, step by step; the steps cover both texts.
    pub(crate) diff: Vec<EditAnswer>,
    /// The target with numbers and terms of the segment inserted, where that needs no guess.
    pub(crate) repaired: Option<RepairAnswer>,
    /// The remembered source text.
    pub(crate) source: String,
    /// Its translation, as remembered.
    pub(crate) target: String,
    /// The source text with its inline codes; `null` where it has none.
    pub(crate) tagged_source: Option<String>,
    /// The translation with its inline codes; `null` where it has none.
    pub(crate) tagged_target: Option<String>,
    /// Name of the project.
    pub(crate) project: String,
    /// Number of the release it was aligned in.
    pub(crate) release_id: Option<i64>,
    /// Its origin: `ingest`, or the name of an imported file.
    pub(crate) origin: String,
    /// Subject field.
    pub(crate) field: Option<String>,
    /// Document or series.
    pub(crate) document: Option<String>,
    /// When it was created.
    pub(crate) created_at: Option<String>,
    /// Who created it.
    pub(crate) author: Option<String>,
    /// Review state.
    pub(crate) review: ReviewWord,
    /// Probability that source and target are translations of each other.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
    /// Whether the memory holds the pair in the opposite direction.
    pub(crate) reversed: bool,
}

/// The two distances a score is computed from.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ScoreParts)]
pub(crate) struct PartsAnswer {
    /// Over characters.
    characters: DistanceAnswer,
    /// Over words and punctuation.
    tokens: DistanceAnswer,
}

/// A Levenshtein distance.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Distance)]
pub(crate) struct DistanceAnswer {
    /// Insertions, deletions and substitutions.
    edits: u32,
    /// Length of the longer text.
    longest: u32,
    /// `1 - edits / longest`.
    #[schema(minimum = 0, maximum = 1)]
    similarity: f64,
}

/// Points subtracted from a score.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Penalty)]
pub(crate) struct PenaltyAnswer {
    /// Why, as a code.
    code: PenaltyWord,
    /// How many points.
    points: u8,
    /// Why, in one line.
    reason: String,
}

/// One step from the remembered source text to the segment of the request.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Edit)]
pub(crate) struct EditAnswer {
    /// Kind of step.
    kind: EditWord,
    /// Position in `source`, in bytes `[start, end)`.
    source_span: [usize; 2],
    /// Position in `source`, in characters.
    source_span_chars: [usize; 2],
    /// Position in the segment, in bytes.
    segment_span: [usize; 2],
    /// Position in the segment, in characters.
    segment_span_chars: [usize; 2],
    /// For a replacement: the same step by characters, where much stays the same.
    #[schema(no_recursion)]
    characters: Vec<EditAnswer>,
}

/// A target with values or terms of the segment inserted.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Repair)]
pub(crate) struct RepairAnswer {
    /// The new target.
    pub(crate) target: String,
    /// Its score.
    #[schema(minimum = 0, maximum = 101)]
    pub(crate) score: u8,
    /// What was inserted.
    pub(crate) changes: Vec<ChangeAnswer>,
}

/// Something inserted into a target. Spans are in bytes, `_chars` in characters.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = RepairChange)]
pub(crate) struct ChangeAnswer {
    /// A number or other value, or a term.
    kind: RepairWord,
    /// Its position in the segment of the request.
    segment_span: [usize; 2],
    /// The same in characters.
    segment_span_chars: [usize; 2],
    /// What it replaces in the remembered source text.
    source_span: [usize; 2],
    /// The same in characters.
    source_span_chars: [usize; 2],
    /// What it replaces in the remembered target.
    pub(crate) target_span: [usize; 2],
    /// The same in characters.
    target_span_chars: [usize; 2],
    /// Its position in the new target.
    pub(crate) repaired_span: [usize; 2],
    /// The same in characters.
    repaired_span_chars: [usize; 2],
}

impl MemoryMatchAnswer {
    /// A match for the segment whose characters these are.
    pub(crate) fn new(known: MemoryMatch, segment: &Characters) -> Self {
        let (source, target) = (Characters::of(&known.source), Characters::of(&known.target));
        let edit = |edit: &Edit| EditAnswer::new(edit, &source, segment);
        Self {
            segment_id: known.segment_id.get(),
            score: known.score,
            base: known.base,
            class: known.class.into(),
            parts: known.parts.into(),
            penalties: known.penalties.into_iter().map(Into::into).collect(),
            diff: known.diff.iter().map(edit).collect(),
            repaired: known.repaired.map(|repaired| RepairAnswer::new(repaired, segment, &source, &target)),
            tagged_source: with_codes(&known.source, &known.provenance.codes.source),
            tagged_target: with_codes(&known.target, &known.provenance.codes.target),
            source: known.source,
            target: known.target,
            project: known.project,
            release_id: known.release_id.map(Into::into),
            origin: known.provenance.origin,
            field: known.provenance.field,
            document: known.provenance.document,
            created_at: known.provenance.created_at,
            author: known.provenance.author,
            review: known.review.into(),
            confidence: known.confidence,
            reversed: known.reversed,
        }
    }
}

impl From<ScoreParts> for PartsAnswer {
    fn from(parts: ScoreParts) -> Self {
        Self { characters: parts.characters.into(), tokens: parts.tokens.into() }
    }
}

impl From<Distance> for DistanceAnswer {
    fn from(distance: Distance) -> Self {
        Self { edits: distance.edits, longest: distance.longest, similarity: distance.similarity() }
    }
}

impl From<Penalty> for PenaltyAnswer {
    fn from(penalty: Penalty) -> Self {
        let Penalty { code, points, reason } = penalty;
        Self { code: code.into(), points, reason }
    }
}

impl EditAnswer {
    fn new(edit: &Edit, source: &Characters, segment: &Characters) -> Self {
        Self {
            kind: edit.kind.into(),
            source_span: bytes(edit.source),
            source_span_chars: source.span(edit.source),
            segment_span: bytes(edit.query),
            segment_span_chars: segment.span(edit.query),
            characters: edit.characters.iter().map(|edit| Self::new(edit, source, segment)).collect(),
        }
    }
}

impl RepairAnswer {
    fn new(repaired: Repair, segment: &Characters, source: &Characters, target: &Characters) -> Self {
        let new = Characters::of(&repaired.target);
        let both = |span: Span, of: &Characters| (bytes(span), of.span(span));
        let change = |change: RepairChange| {
            let (segment_span, segment_span_chars) = both(change.query, segment);
            let (source_span, source_span_chars) = both(change.source, source);
            let (target_span, target_span_chars) = both(change.target, target);
            let (repaired_span, repaired_span_chars) = both(change.repaired, &new);
            ChangeAnswer {
                kind: change.kind.into(),
                segment_span,
                segment_span_chars,
                source_span,
                source_span_chars,
                target_span,
                target_span_chars,
                repaired_span,
                repaired_span_chars,
            }
        };
        Self {
            score: repaired.score,
            changes: repaired.changes.into_iter().map(change).collect(),
            target: repaired.target,
        }
    }
}
