//! What the index knows of a segment besides its text: enough to filter, to set penalties and to break ties.

use bytemuck::{Pod, Zeroable};
use xxhash_rust::xxh3::xxh3_64;

use crate::model::Review;

/// Attributes of a segment. Names are stored as hashes ([`name_hash`]), as they are only ever compared for equality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Pod, Zeroable)]
#[repr(C)]
pub struct Attributes {
    /// Hash of the text as written.
    pub exact: u32,
    /// Hash of its normal form N1.
    pub form: u32,
    /// Hash of the texts before and after it; 0 if one is unknown.
    pub context: u32,
    /// When it was created, in seconds since 1970; 0 if unknown.
    pub created: u32,
    /// Identifier of the project.
    pub project: u32,
    /// Hash of the document or series; 0 if there is none.
    pub document: u32,
    /// Hash of the subject field; 0 if there is none.
    pub field: u32,
    /// Hash of the language of the other side, without its region.
    pub other_lang: u32,
    /// [`Attributes::review`], [`Attributes::is_reversed`], [`Attributes::origin`], [`Attributes::confidence`].
    flags: u32,
}

/// Where a segment comes from, as far as it matters for penalties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Aligned automatically in a release.
    Aligned,
    /// Imported from a file.
    Imported,
}

const REVIEWS: [Review; 4] = [Review::Candidate, Review::Suggested, Review::Approved, Review::Rejected];

impl Attributes {
    /// Sets the attributes that are stored in a few bits each. `confidence` is a probability.
    #[must_use]
    pub fn with(self, review: Review, reversed: bool, origin: Origin, confidence: f64) -> Self {
        let review = REVIEWS.iter().position(|other| *other == review).unwrap_or_default();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
        let confidence = (confidence.clamp(0.0, 1.0) * 100.0).floor() as u32;
        let flags = u32::try_from(review).unwrap_or_default()
            | u32::from(reversed) << 2
            | u32::from(origin == Origin::Imported) << 3
            | confidence << 8;
        Self { flags, ..self }
    }

    /// Its review state.
    #[must_use]
    pub fn review(&self) -> Review {
        REVIEWS[(self.flags & 3) as usize]
    }

    /// Whether the indexed side is the segment's target.
    #[must_use]
    pub(crate) fn is_reversed(&self) -> bool {
        self.flags & 4 != 0
    }

    /// Where it comes from.
    #[must_use]
    pub fn origin(&self) -> Origin {
        if self.flags & 8 == 0 { Origin::Aligned } else { Origin::Imported }
    }

    /// Probability that both sides are translations of each other, in percent, rounded down.
    #[must_use]
    pub fn confidence(&self) -> u8 {
        u8::try_from(self.flags >> 8 & 0xff).unwrap_or(100)
    }
}

/// The hash of a name or text, never 0.
#[must_use]
pub fn name_hash(name: &str) -> u32 {
    low_half(xxh3_64(name.as_bytes()))
}

/// The hash of the fingerprints of the texts before and after a segment; 0 if one is unknown.
#[must_use]
pub fn context_hash(before: Option<i64>, after: Option<i64>) -> u32 {
    match (before, after) {
        (Some(before), Some(after)) => low_half(before.cast_unsigned().rotate_left(17) ^ after.cast_unsigned()),
        _ => 0,
    }
}

fn low_half(hash: u64) -> u32 {
    u32::try_from((hash ^ hash >> 32) & 0xffff_ffff).unwrap_or_default().max(1)
}
