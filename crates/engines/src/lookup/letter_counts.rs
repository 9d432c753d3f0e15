//! How often each letter occurs in a text, hashed into 32 counters.
//!
//! Two such counts give a lower bound of the edit distance of their texts (the "bag distance") in a few instructions, so most
//! keys are ruled out without being compared letter by letter.

/// Letter counts of a text in 32 buckets.
///
/// Letters in the same bucket count as equal, so two counts never share fewer letters than their texts do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LetterCounts([u8; 32]);

impl LetterCounts {
    /// Counts the letters of `text`.
    pub(super) fn new(text: &str) -> Self {
        let mut buckets = [0_u8; 32];
        for letter in text.chars() {
            let bucket = &mut buckets[letter as usize % 32];
            *bucket = bucket.saturating_add(1);
        }
        Self(buckets)
    }

    /// A lower bound of how many letters of this text are missing in the other.
    #[inline]
    pub(super) fn missing_in(&self, other: &Self) -> usize {
        let missing = self.0.iter().zip(&other.0).map(|(own, other)| u16::from(own.saturating_sub(*other)));
        usize::from(missing.sum::<u16>())
    }
}
