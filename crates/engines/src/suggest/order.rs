//! The total order of matches, the same on every run and page.

use std::cmp::{Ordering, Reverse};

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::memory_match::MemoryMatch;
use super::nearness::Nearness;
use crate::model::Review;

/// Breaks ties between matches with the same score and base: approved first, then the nearer. Higher comes first.
#[must_use]
pub fn preference(review: Review, near: Nearness) -> u8 {
    3 * u8::from(review == Review::Approved) + near as u8
}

/// The order of matches, best first.
///
/// It compares score, base, [`preference`], similarity of the characters by insertions and deletions alone, newest, lowest
/// identifier, and of the two sides of a segment the source first.
#[must_use]
pub fn compare_matches(one: &MemoryMatch, other: &MemoryMatch) -> Ordering {
    let rank = |offer: &MemoryMatch| Reverse((offer.score, offer.parts.base, preference(offer.review, offer.near)));
    // Distances as fractions of the length, without rounding; two empty texts do not differ.
    let share =
        |offer: &MemoryMatch, over: &MemoryMatch| u64::from(offer.indel.edits) * u64::from(over.indel.longest.max(1));
    rank(one)
        .cmp(&rank(other))
        .then_with(|| share(one, other).cmp(&share(other, one)))
        .then_with(|| seconds(other).cmp(&seconds(one)))
        .then_with(|| (one.segment_id, one.reversed).cmp(&(other.segment_id, other.reversed)))
}

/// When a segment was created, in seconds since 1970; `None` if unknown.
fn seconds(offer: &MemoryMatch) -> Option<i64> {
    let created = OffsetDateTime::parse(offer.provenance.created_at.as_deref()?, &Rfc3339).ok()?;
    Some(created.unix_timestamp())
}
