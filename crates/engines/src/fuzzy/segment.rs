//! One side of a segment in the form the index stores: characters, token hashes and attributes.

use xxhash_rust::xxh3::xxh3_64;

use super::attributes::{Attributes, name_hash};
use crate::model::SegmentId;
use crate::text::comparison::ComparisonForm;

/// The longest text that is indexed, in characters. Longer ones are found by exact key only.
pub const LONGEST: usize = 20_000;

/// One side of a segment, as the index takes it.
#[derive(Debug, Clone)]
pub struct IndexedSegment {
    /// The segment.
    pub id: SegmentId,
    /// The characters of its comparable form N2.
    pub chars: Vec<char>,
    /// The hashes of its tokens in N2.
    pub tokens: Vec<u64>,
    /// What filters and penalties need.
    pub attributes: Attributes,
}

impl IndexedSegment {
    /// Prepares `text` for the index; `None` if it has nothing to compare or is longer than [`LONGEST`]. Sets the hashes of
    /// the text in the attributes.
    #[must_use]
    pub fn new(id: SegmentId, text: &str, form: &ComparisonForm, mut attributes: Attributes) -> Option<Self> {
        if form.chars.is_empty() || form.tokens.is_empty() || form.chars.len() > LONGEST {
            return None;
        }
        (attributes.exact, attributes.form) = (name_hash(text), form_hash(form));
        Some(Self { id, chars: form.chars.clone(), tokens: token_hashes(form), attributes })
    }
}

/// The hashes of the tokens.
pub(super) fn token_hashes(form: &ComparisonForm) -> Vec<u64> {
    form.tokens.iter().map(|token| xxh3_64(token.text.as_bytes())).collect()
}

/// The hash of the normal form N1.
pub(super) fn form_hash(form: &ComparisonForm) -> u32 {
    name_hash(&form.normal)
}
