//! An aligned source and target text: a translation unit of the memory.

use serde::{Deserialize, Serialize};

use super::Lang;

/// Number of a segment in the store.
pub type SegmentId = i64;

/// A translation unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// Language of `source`.
    pub source_lang: Lang,
    /// Language of `target`.
    pub target_lang: Lang,
    /// Text translated from.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// Probability that the two belong together, 0 to 1.
    pub confidence: f64,
}
