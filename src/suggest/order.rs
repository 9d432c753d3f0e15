//! Two matches in, the better first out: the total order of matches, the same on every run and every page.

use std::cmp::{Ordering, Reverse};

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::memory::MemoryMatch;
use crate::model::Review;

/// How near a segment is to the text asked about, nearest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// Nothing is known to tie the two.
    Elsewhere,
    /// Of the same subject field.
    Field,
    /// Of the same document or series.
    Document,
}

impl Nearness {
    /// How near two segments with these documents and fields are.
    #[must_use]
    pub fn new(documents: (Option<&str>, Option<&str>), fields: (Option<&str>, Option<&str>)) -> Self {
        let same =
            |pair: (Option<&str>, Option<&str>)| pair.0.is_some_and(|name| !name.is_empty() && pair.1 == Some(name));
        match (same(documents), same(fields)) {
            (true, _) => Self::Document,
            (false, true) => Self::Field,
            (false, false) => Self::Elsewhere,
        }
    }
}

/// What is preferred among matches of one score and one base: approved before all else, then the nearer. Higher first.
#[must_use]
pub fn preference(review: Review, near: Nearness) -> u8 {
    3 * u8::from(review == Review::Approved) + near as u8
}

/// The order of matches: score, base, [`preference`], likeness of the characters by insertions and deletions alone, newest,
/// lowest number, and of the two sides of one segment the source first.
#[must_use]
pub fn order(one: &MemoryMatch, other: &MemoryMatch) -> Ordering {
    let rank = |offer: &MemoryMatch| Reverse((offer.score, offer.parts.base, preference(offer.review, offer.near)));
    // Distances as fractions of the whole, without rounding; of nothing nothing differs.
    let share =
        |offer: &MemoryMatch, over: &MemoryMatch| u64::from(offer.indel.edits) * u64::from(over.indel.longest.max(1));
    rank(one)
        .cmp(&rank(other))
        .then_with(|| share(one, other).cmp(&share(other, one)))
        .then_with(|| seconds(other).cmp(&seconds(one)))
        .then_with(|| (one.segment_id, one.reversed).cmp(&(other.segment_id, other.reversed)))
}

/// When a segment was made, in seconds since 1970; `None` where that is not known.
fn seconds(offer: &MemoryMatch) -> Option<i64> {
    let made = OffsetDateTime::parse(offer.provenance.created_at.as_deref()?, &Rfc3339).ok()?;
    Some(made.unix_timestamp())
}
