//! One side of a segment in, what the index keeps of it out.

use bytemuck::{Pod, Zeroable};
use xxhash_rust::xxh3::xxh3_64;

use crate::model::{Review, SegmentId};
use crate::text::comparison::ComparisonForm;

/// The longest text that is indexed, in characters; longer ones are found by their exact key only.
pub const LONGEST: usize = 20_000;

/// One side of a segment as the index takes it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The segment.
    pub id: SegmentId,
    /// The characters of N2.
    pub chars: Vec<char>,
    /// The tokens of N2, as hashes.
    pub tokens: Vec<u64>,
    /// What else is known.
    pub attributes: Attributes,
}

/// What an index knows of a segment besides its text: enough to filter, to set penalties and to break ties.
///
/// Names are kept as hashes ([`name_hash`]): they are only ever asked whether they are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Pod, Zeroable)]
#[repr(C)]
pub struct Attributes {
    /// Hash of the text as written.
    pub exact: u32,
    /// Hash of its normal form N1.
    pub form: u32,
    /// Hash of the texts before and after it, 0 where one is not known.
    pub context: u32,
    /// When it was made: seconds since 1970, 0 where not known.
    pub created: u32,
    /// Number of the project.
    pub project: u32,
    /// Hash of the document or series, 0 where there is none.
    pub document: u32,
    /// Hash of the field, 0 where there is none.
    pub field: u32,
    /// Hash of the language of the other side, without region.
    pub other_lang: u32,
    /// [`Attributes::review`], [`Attributes::is_reversed`], [`Attributes::origin`], [`Attributes::confidence`].
    flags: u32,
}

/// Where a segment comes from, as far as penalties tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Found in a release by alignment.
    Aligned,
    /// From a file.
    Imported,
}

const REVIEWS: [Review; 4] = [Review::Candidate, Review::Suggested, Review::Approved, Review::Rejected];

impl Attributes {
    /// Sets what is kept in few bits. `confidence` is a probability.
    #[must_use]
    pub fn with(self, review: Review, reversed: bool, origin: Origin, confidence: f64) -> Self {
        let review = REVIEWS.iter().position(|known| *known == review).unwrap_or_default();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
        let confidence = (confidence.clamp(0.0, 1.0) * 100.0).floor() as u32;
        let flags = u32::try_from(review).unwrap_or_default()
            | u32::from(reversed) << 2
            | u32::from(origin == Origin::Imported) << 3
            | confidence << 8;
        Self { flags, ..self }
    }

    /// Whether a person has looked.
    #[must_use]
    pub fn review(&self) -> Review {
        REVIEWS[(self.flags & 3) as usize]
    }

    /// Whether the indexed side is the segment's target.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        self.flags & 4 != 0
    }

    /// Where it comes from.
    #[must_use]
    pub fn origin(&self) -> Origin {
        if self.flags & 8 == 0 { Origin::Aligned } else { Origin::Imported }
    }

    /// Probability that both sides belong together, in percent, rounded down.
    #[must_use]
    pub fn confidence(&self) -> u8 {
        u8::try_from(self.flags >> 8 & 0xff).unwrap_or(100)
    }
}

impl Entry {
    /// What the index keeps of `text`; `None` where nothing can be compared or it is longer than [`LONGEST`].
    /// The hashes of the text itself are set here.
    #[must_use]
    pub fn new(id: SegmentId, text: &str, form: &ComparisonForm, attributes: Attributes) -> Option<Self> {
        if form.chars.is_empty() || form.tokens.is_empty() || form.chars.len() > LONGEST {
            return None;
        }
        let attributes = Attributes { exact: name_hash(text), form: form_hash(form), ..attributes };
        Some(Self { id, chars: form.chars.clone(), tokens: token_hashes(form), attributes })
    }
}

/// The tokens as hashes.
pub(super) fn token_hashes(form: &ComparisonForm) -> Vec<u64> {
    form.tokens.iter().map(|token| xxh3_64(token.text.as_bytes())).collect()
}

/// Hash of the normal form N1.
pub(super) fn form_hash(form: &ComparisonForm) -> u32 {
    name_hash(&form.normal)
}

/// Hash of a name or text, never 0.
#[must_use]
pub fn name_hash(name: &str) -> u32 {
    low(xxh3_64(name.as_bytes()))
}

/// Hash of the fingerprints of the texts before and after a segment; 0 where one is not known.
#[must_use]
pub fn context_hash(before: Option<i64>, after: Option<i64>) -> u32 {
    match (before, after) {
        (Some(before), Some(after)) => low(before.cast_unsigned().rotate_left(17) ^ after.cast_unsigned()),
        _ => 0,
    }
}

fn low(hash: u64) -> u32 {
    u32::try_from((hash ^ hash >> 32) & 0xffff_ffff).unwrap_or_default().max(1)
}
