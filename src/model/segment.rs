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

/// A number that stands for a source text as written, kept for its neighbours (XXH3, 64 bits): the same text has the same
/// number in every version of the program.
#[must_use]
pub fn fingerprint(text: &str) -> i64 {
    xxhash_rust::xxh3::xxh3_64(text.as_bytes()).cast_signed()
}
