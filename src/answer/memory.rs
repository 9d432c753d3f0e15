//! A remembered translation with its reasons in, its JSON out.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::words::{ChangeWord, EditWord, MatchClassWord, PenaltyWord, ReviewWord};
use crate::app::assist::{Distance, ScoreParts};
use crate::app::assist::{
    Edit, EditKind, MatchClass, MemoryMatch, Penalty, PenaltyCode, Repair, RepairChange, RepairChangeKind,
};
use crate::model::{Review, Span};

/// A remembered translation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = MemoryMatch)]
pub(crate) struct MemoryMatchAnswer {
    /// Number of the remembered segment.
    pub(crate) segment_id: i64,
    /// What the match is worth: the score of its class less the points of all penalties.
    #[schema(minimum = 0, maximum = 101)]
    pub(crate) score: u8,
    /// How alike both source texts are, numbers taken for the same; 100 only as written.
    #[schema(minimum = 0, maximum = 100)]
    pub(crate) base: u8,
    /// In which way they are alike.
    #[schema(value_type = MatchClassWord)]
    pub(crate) class: MatchClass,
    /// What the base is made of.
    pub(crate) parts: PartsAnswer,
    /// What was taken off, and why.
    pub(crate) penalties: Vec<PenaltyAnswer>,
    /// What was changed from `source` to the segment asked about, step by step; together the steps are both texts.
    pub(crate) diff: Vec<EditAnswer>,
    /// The target with numbers and terms of the segment put in, where that needs no guess.
    pub(crate) repaired: Option<RepairedAnswer>,
    /// The remembered source text.
    pub(crate) source: String,
    /// Its translation, as remembered.
    pub(crate) target: String,
    /// Name of the project.
    pub(crate) project: String,
    /// Number of the release it stands in.
    pub(crate) release_id: Option<i64>,
    /// Where it comes from: `ingest`, or the name of a file.
    pub(crate) origin: String,
    /// Subject field.
    pub(crate) field: Option<String>,
    /// Document or series.
    pub(crate) document: Option<String>,
    /// When it was made, RFC 3339.
    pub(crate) created_at: Option<String>,
    /// Who made it.
    pub(crate) author: Option<String>,
    /// Whether a person has looked.
    #[schema(value_type = ReviewWord)]
    pub(crate) review: Review,
    /// Probability that source and target belong together.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
    /// Whether the memory holds the pair the other way round.
    pub(crate) reversed: bool,
}

/// The two distances a score is made of.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ScoreParts)]
pub(crate) struct PartsAnswer {
    /// Over characters.
    characters: DistanceAnswer,
    /// Over words and signs.
    tokens: DistanceAnswer,
}

/// A Levenshtein distance.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Distance)]
pub(crate) struct DistanceAnswer {
    /// Insertions, deletions and substitutions.
    edits: u32,
    /// Length of the longer side.
    longest: u32,
    /// `1 - edits / longest`.
    #[schema(minimum = 0, maximum = 1)]
    similarity: f64,
}

/// Something taken off a score.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Penalty)]
pub(crate) struct PenaltyAnswer {
    /// Which.
    #[schema(value_type = PenaltyWord)]
    code: PenaltyCode,
    /// How much.
    points: u8,
    /// Why, in one line.
    reason: String,
}

/// One step from the remembered source text to the segment asked about. A span that is empty holds nothing.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Edit)]
pub(crate) struct EditAnswer {
    /// What is done.
    #[schema(value_type = EditWord)]
    kind: EditKind,
    /// Where in `source`, in bytes `[start, end)`.
    source_span: [usize; 2],
    /// Where in `source`, in characters.
    source_span_chars: [usize; 2],
    /// Where in the segment, in bytes.
    segment_span: [usize; 2],
    /// Where in the segment, in characters.
    segment_span_chars: [usize; 2],
    /// For what is replaced: the same step by characters, where much of it stays.
    #[schema(no_recursion)]
    characters: Vec<EditAnswer>,
}

/// A target in which something of the segment asked about was put.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Repaired)]
pub(crate) struct RepairedAnswer {
    /// The new target.
    pub(crate) target: String,
    /// What it is worth.
    #[schema(minimum = 0, maximum = 101)]
    pub(crate) score: u8,
    /// What was put in.
    pub(crate) changes: Vec<ChangeAnswer>,
}

/// Something that was put into a target. Spans are in bytes, `_chars` in characters.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = RepairChange)]
pub(crate) struct ChangeAnswer {
    /// A number or other value, or a term.
    #[schema(value_type = ChangeWord)]
    kind: RepairChangeKind,
    /// What it stands for, in the segment asked about.
    segment_span: [usize; 2],
    /// The same in characters.
    segment_span_chars: [usize; 2],
    /// What was there instead, in the remembered source text.
    source_span: [usize; 2],
    /// The same in characters.
    source_span_chars: [usize; 2],
    /// What gave way, in the remembered target.
    target_span: [usize; 2],
    /// The same in characters.
    target_span_chars: [usize; 2],
    /// Where it stands in the new target.
    repaired_span: [usize; 2],
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
            class: known.class,
            parts: known.parts.into(),
            penalties: known.penalties.into_iter().map(Into::into).collect(),
            diff: known.diff.iter().map(edit).collect(),
            repaired: known.repaired.map(|repaired| RepairedAnswer::new(repaired, segment, &source, &target)),
            source: known.source,
            target: known.target,
            project: known.project,
            release_id: known.release_id.map(Into::into),
            origin: known.provenance.origin,
            field: known.provenance.field,
            document: known.provenance.document,
            created_at: known.provenance.created_at,
            author: known.provenance.author,
            review: known.review,
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
        Self { code, points, reason }
    }
}

impl EditAnswer {
    fn new(edit: &Edit, source: &Characters, segment: &Characters) -> Self {
        Self {
            kind: edit.kind,
            source_span: bytes(edit.source),
            source_span_chars: source.span(edit.source),
            segment_span: bytes(edit.query),
            segment_span_chars: segment.span(edit.query),
            characters: edit.characters.iter().map(|edit| Self::new(edit, source, segment)).collect(),
        }
    }
}

impl RepairedAnswer {
    fn new(repaired: Repair, segment: &Characters, source: &Characters, target: &Characters) -> Self {
        let new = Characters::of(&repaired.target);
        let both = |span: Span, of: &Characters| (bytes(span), of.span(span));
        let change = |change: RepairChange| {
            let (segment_span, segment_span_chars) = both(change.query, segment);
            let (source_span, source_span_chars) = both(change.source, source);
            let (target_span, target_span_chars) = both(change.target, target);
            let (repaired_span, repaired_span_chars) = both(change.repaired, &new);
            ChangeAnswer {
                kind: change.kind,
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
