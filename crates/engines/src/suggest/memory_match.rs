//! A match from the translation memory, as it is offered.

use super::class::MatchClass;
use super::diff::Edit;
use super::nearness::Nearness;
use super::penalty::Penalty;
use super::repair::Repair;
use crate::fuzzy::{Distance, ScoreParts};
use crate::model::{Provenance, ReleaseId, Review, SegmentId};

/// The lowest base score of short segments: one edit changes all of them.
const SHORT_FLOOR: u8 = 75;

/// A stored translation offered for a text.
#[derive(Debug, Clone, PartialEq)]
pub struct MemoryMatch {
    /// The stored segment.
    pub segment_id: SegmentId,
    /// Its score, 0 to 101: the score of its class less all penalties.
    pub score: u8,
    /// The similarity of the two source texts with placeables taken as equal: 0 to 99, and 100 only if identical as written.
    pub base: u8,
    /// Its class.
    pub class: MatchClass,
    /// The two distances that the base is made of.
    pub parts: ScoreParts,
    /// The penalties.
    pub penalties: Vec<Penalty>,
    /// The differences between the stored source text and the query.
    pub diff: Vec<Edit>,
    /// The target with the numbers and terms of the query, if they could be put in without guessing. `target` itself is
    /// unchanged.
    pub repaired: Option<Repair>,
    /// The stored source text.
    pub source: String,
    /// Its stored translation.
    pub target: String,
    /// The name of its project.
    pub project: String,
    /// The release it comes from.
    pub release_id: Option<ReleaseId>,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Its review state.
    pub review: Review,
    /// Probability that source and target are translations of each other, 0 to 1.
    pub confidence: f64,
    /// Whether the memory has the pair in the opposite direction.
    pub reversed: bool,
    /// How near it is to the query.
    pub near: Nearness,
    /// The indel distance of the characters of both source texts.
    pub indel: Distance,
    /// Whether one of the source texts is so short that one edit changes all of it.
    pub is_short: bool,
}

impl MemoryMatch {
    /// Whether to offer the match, with `floor` as the lowest score. Rejected segments never are, and short ones only if their
    /// base reaches 75.
    #[must_use]
    pub fn is_offered(&self, floor: u8) -> bool {
        self.review != Review::Rejected && self.score >= floor && !(self.is_short && self.parts.base < SHORT_FLOOR)
    }
}
