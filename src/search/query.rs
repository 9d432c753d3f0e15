//! A question in; what every part of an index is asked out.

use super::entry::{Attributes, form_hash, name_hash, token_hashes};
use crate::text::comparison::ComparisonForm;

/// The lowest score that can be asked for: below it half of what matches is chance, and no list can be skipped.
pub const LOWEST: u8 = 50;

/// Segments that have so few characters, or one token, count only from [`SURE`] up: one edit changes them altogether.
const SHORT: usize = 4;
/// What short segments must reach.
const SURE: u8 = 75;

/// A text to find similar segments for.
#[derive(Debug, Clone)]
pub struct Query {
    pub(super) chars: Vec<char>,
    pub(super) tokens: Vec<u64>,
    exact: u32,
    form: u32,
    context: u32,
    keyed: bool,
    /// The lowest score, [`LOWEST`] to 101.
    pub floor: u8,
    /// The most hits.
    pub limit: usize,
}

/// How a segment stands with the asker, before its text is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Points to take off.
    pub penalty: u8,
    /// What is preferred among equals: higher first.
    pub preference: u8,
}

impl Query {
    /// A question for what is like `text`, whose comparable form is `form`; `context` is the
    /// [`super::context_hash`] of its neighbours, 0 where they are not known.
    #[must_use]
    pub fn new(text: &str, form: &ComparisonForm, context: u32, floor: u8, limit: usize) -> Self {
        Self {
            chars: form.chars.clone(),
            tokens: token_hashes(form),
            exact: name_hash(text),
            form: form_hash(form),
            context,
            keyed: false,
            floor: floor.clamp(LOWEST, 101),
            limit,
        }
    }

    /// The same question, where a segment that is the same as written may also be under the same key, which the index does
    /// not know: such a one may score 101.
    #[must_use]
    pub fn keyed(self) -> Self {
        Self { keyed: true, ..self }
    }

    /// Whether there is nothing to compare.
    pub(super) fn is_empty(&self) -> bool {
        self.chars.is_empty() || self.tokens.is_empty()
    }

    /// The score of a segment with this base, before penalties; 0 for one too short to count. `least` are the characters
    /// and the tokens of the shorter side.
    pub(super) fn score(&self, base: u8, known: &Attributes, least: (usize, usize)) -> u8 {
        if base == 100 {
            return match (known.exact == self.exact, self.keyed || (known.context == self.context && self.context != 0))
            {
                (true, true) => 101,
                (true, false) => 100,
                (false, _) if known.form == self.form => 99,
                (false, _) => 98,
            };
        }
        let short = least.0 <= SHORT || least.1 <= 1;
        if short && base < SURE { 0 } else { base.min(99) }
    }
}
