//! Remembered translations of a segment in, matches with their score out. For now only a memory that says the same.

use serde::{Deserialize, Serialize};

use crate::model::{Lang, ReleaseId, Review, Segment, SegmentId};

/// A segment of the memory with what stands behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Remembered {
    /// Its number.
    pub id: SegmentId,
    /// The release it was aligned in.
    pub release_id: Option<ReleaseId>,
    /// Whether a person has looked.
    pub review: Review,
    /// Where it comes from.
    pub origin: String,
    /// The segment.
    pub segment: Segment,
}

/// A remembered translation offered for a segment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemoryMatch {
    /// Number of the remembered segment.
    pub segment_id: SegmentId,
    /// How like the question it is, 0 to 100; 100 where both are the same after normalisation.
    pub score: u8,
    /// The remembered source text.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// Probability that the two belong together, 0 to 1.
    pub confidence: f64,
    /// Whether a person has looked.
    pub review: Review,
    /// The release it stands in.
    pub release_id: Option<ReleaseId>,
    /// Where it comes from: `ingest`, or the name of an imported file.
    pub origin: String,
}

/// Offers for a text whose key all of `remembered` share, in the order given; no translation twice, none rejected, none
/// in another language than `target`.
#[must_use]
pub fn exact_matches(remembered: Vec<Remembered>, target: &Lang) -> Vec<MemoryMatch> {
    let mut matches: Vec<MemoryMatch> = Vec::with_capacity(remembered.len());
    for known in remembered {
        let offered = known.review != Review::Rejected
            && known.segment.target_lang.primary() == target.primary()
            && matches.iter().all(|earlier| earlier.target != known.segment.target);
        if offered {
            matches.push(MemoryMatch {
                segment_id: known.id,
                score: 100,
                source: known.segment.source,
                target: known.segment.target,
                confidence: known.segment.confidence,
                review: known.review,
                release_id: known.release_id,
                origin: known.origin,
            });
        }
    }
    matches
}
