//! A fuzzy query, and the score of a segment for it before penalties.

use super::attributes::{Attributes, name_hash};
use super::segment::{form_hash, token_hashes};
use crate::text::comparison::ComparisonForm;

/// The lowest score that can be requested: below it, half of the matches are chance and no posting list can be skipped.
pub const LOWEST: u8 = 50;

/// Segments with at most this many characters, or one token, must score [`SHORT_FLOOR`]: one edit changes all of them.
const SHORT: usize = 4;
/// The lowest score of short segments.
const SHORT_FLOOR: u8 = 75;

/// A text to find similar segments for.
#[derive(Debug, Clone)]
pub struct Query {
    pub(super) chars: Vec<char>,
    pub(super) tokens: Vec<u64>,
    exact: u32,
    form: u32,
    context: u32,
    has_key: bool,
    /// The lowest score of a hit, [`LOWEST`] to 101.
    pub floor: u8,
    /// The largest number of hits.
    pub limit: usize,
}

/// How the attributes of a segment change its rank, whatever its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RankAdjustment {
    /// Points taken off its score.
    pub penalty: u8,
    /// Breaks ties: higher comes first.
    pub preference: u8,
}

impl Query {
    /// A query for segments similar to `text`, whose comparable form is `form`. `context` is the [`super::context_hash`] of its
    /// neighbours, or 0 if they are unattributes.
    #[must_use]
    pub fn new(text: &str, form: &ComparisonForm, context: u32, floor: u8, limit: usize) -> Self {
        Self {
            chars: form.chars.clone(),
            tokens: token_hashes(form),
            exact: name_hash(text),
            form: form_hash(form),
            context,
            has_key: false,
            floor: floor.clamp(LOWEST, 101),
            limit,
        }
    }

    /// The same query for a text that has a key of its own. The index does not know the keys of segments, so any segment that
    /// is identical as written may score 101.
    #[must_use]
    pub fn with_key(self) -> Self {
        Self { has_key: true, ..self }
    }

    /// Whether it has nothing to compare.
    pub(super) fn is_empty(&self) -> bool {
        self.chars.is_empty() || self.tokens.is_empty()
    }

    /// The score of a segment with this base score, before penalties; 0 if it is too short to count. `least` are the numbers of
    /// characters and of tokens of the shorter side.
    pub(super) fn score(&self, base: u8, attributes: &Attributes, least: (usize, usize)) -> u8 {
        if base == 100 {
            return match (
                attributes.exact == self.exact,
                self.has_key || (attributes.context == self.context && self.context != 0),
            ) {
                (true, true) => 101,
                (true, false) => 100,
                (false, _) if attributes.form == self.form => 99,
                (false, _) => 98,
            };
        }
        let short = least.0 <= SHORT || least.1 <= 1;
        if short && base < SHORT_FLOOR { 0 } else { base.min(99) }
    }
}
