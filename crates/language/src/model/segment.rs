//! An aligned source and target text: a translation unit of the memory.

use super::Lang;

/// A translation unit.
#[derive(Debug, Clone, PartialEq)]
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

/// A number that stands for both languages and both texts of a segment as written (XXH3, 64 bits).
///
/// It is the same in every version of the program. Two segments of one number are the same but for a chance of one in billions.
#[must_use]
pub fn pair_fingerprint(segment: &Segment) -> i64 {
    let mut hash = xxhash_rust::xxh3::Xxh3Default::new();
    for part in [segment.source_lang.as_str(), segment.target_lang.as_str(), &segment.source, &segment.target] {
        // The length parts one text from the next.
        hash.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.digest().cast_signed()
}
