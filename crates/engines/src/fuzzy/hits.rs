//! Search hits, their total order, and the collection that keeps the best of them.

use std::cmp::Ordering;

use super::score::{Distance, ScoreParts};
use crate::model::SegmentId;

/// A matching segment with everything that ranks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The segment.
    pub id: SegmentId,
    /// Whether its target side was compared.
    pub reversed: bool,
    /// An upper bound of its final score, 0 to 101: the class or base score less the penalties known to the index.
    pub score: u8,
    /// The parts of the score.
    pub parts: ScoreParts,
    /// Breaks ties: higher comes first.
    pub preference: u8,
    /// Indel distance of the characters, relative to the sum of both lengths.
    pub indel: Distance,
    /// When the segment was created, in seconds since 1970.
    pub created: u32,
}

impl Hit {
    /// The total order of matches: score, base, preference, indel similarity, newest, identifier. Equal only for the same side
    /// of the same segment.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let indel = |hit: &Self, over: &Self| u64::from(hit.indel.edits) * u64::from(over.indel.longest);
        (other.score, other.parts.base, other.preference)
            .cmp(&(self.score, self.parts.base, self.preference))
            .then_with(|| indel(self, other).cmp(&indel(other, self)))
            .then_with(|| other.created.cmp(&self.created))
            .then_with(|| (self.id, self.reversed).cmp(&(other.id, other.reversed)))
    }
}

/// The best hits so far.
#[derive(Debug)]
pub(super) struct TopHits {
    limit: usize,
    floor: u8,
    hits: Vec<Hit>,
}

impl TopHits {
    /// Keeps at most `limit` hits that score `floor` or more.
    pub(super) fn new(limit: usize, floor: u8) -> Self {
        Self { limit, floor, hits: Vec::with_capacity(limit.min(1_000) + 1) }
    }

    /// The score a hit needs to be kept.
    pub(super) fn bar(&self) -> u8 {
        match self.hits.last() {
            Some(last) if self.hits.len() == self.limit => last.score.max(self.floor),
            _ => self.floor,
        }
    }

    /// Adds a hit if it is among the best.
    pub(super) fn add(&mut self, hit: Hit) {
        if hit.score < self.floor || self.limit == 0 {
            return;
        }
        let at = self.hits.partition_point(|other| other.order(&hit) == Ordering::Less);
        let is_duplicate = self.hits.get(at).is_some_and(|other| other.order(&hit) == Ordering::Equal);
        if at < self.limit && !is_duplicate {
            self.hits.insert(at, hit);
            self.hits.truncate(self.limit);
        }
    }

    /// The hits, best first.
    pub(super) fn into_hits(self) -> Vec<Hit> {
        self.hits
    }
}
