//! Remembered translations as they are offered: what a match says of itself, which are shown, and in which order.

use serde::{Deserialize, Serialize};

use super::class::MatchClass;
use super::diff::Edit;
use super::order::Nearness;
use super::penalty::Penalty;
use super::repair::Repaired;
use crate::fuzzy::score::{Distance, ScoreParts};
use crate::model::{Provenance, ReleaseId, Review, SegmentId};

/// What the base of short segments must reach: one edit changes them altogether.
const SURE: u8 = 75;

/// A remembered translation offered for a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemoryMatch {
    /// Number of the remembered segment.
    pub segment_id: SegmentId,
    /// What the match is worth, 0 to 101: the score of its class less all penalties.
    pub score: u8,
    /// How alike the two source texts are with placeables taken for the same: 0 to 99, and 100 only as written.
    pub base: u8,
    /// In which way they are alike.
    pub class: MatchClass,
    /// The two distances the base is made of.
    pub parts: ScoreParts,
    /// What was taken off.
    pub penalties: Vec<Penalty>,
    /// What was changed from the remembered source text to the text asked about.
    pub diff: Vec<Edit>,
    /// The target with numbers and terms of the text asked about, where they could be put in without guessing. `target`
    /// is left as it is remembered.
    pub repaired: Option<Repaired>,
    /// The remembered source text.
    pub source: String,
    /// Its translation as remembered.
    pub target: String,
    /// Name of the project.
    pub project: String,
    /// The release it stands in.
    pub release_id: Option<ReleaseId>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Whether a person has looked.
    pub review: Review,
    /// Probability that source and target belong together, 0 to 1.
    pub confidence: f64,
    /// Whether the memory holds the pair the other way round.
    pub reversed: bool,
    /// How near it is to the text asked about.
    pub near: Nearness,
    /// Insertions and deletions between the characters of both, against the sum of their lengths.
    pub indel: Distance,
    /// Whether one side is so short that a small difference changes all of it.
    pub is_short: bool,
}

/// Whether a match is to be shown where `floor` is the lowest score wanted. Rejected segments never are, short ones only
/// where their base reaches 75.
#[must_use]
pub fn shown(offer: &MemoryMatch, floor: u8) -> bool {
    offer.review != Review::Rejected && offer.score >= floor && !(offer.is_short && offer.parts.base < SURE)
}
