//! Hits in, the best of them in the total order of matches out.

use std::cmp::Ordering;

use super::score::{Distance, Parts};
use crate::model::SegmentId;

/// A segment found, with what ranks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The segment.
    pub id: SegmentId,
    /// Whether its target is what was compared.
    pub reversed: bool,
    /// The most its final score can be, 0 to 101: the class or base, less the penalties an index knows of.
    pub score: u8,
    /// The parts of the score.
    pub parts: Parts,
    /// What is preferred among equals: higher first.
    pub preference: u8,
    /// Indel distance of the characters, against the sum of both lengths.
    pub indel: Distance,
    /// When the segment was made, seconds since 1970.
    pub created: u32,
}

impl Hit {
    /// The order of matches: score, base, preference, indel similarity, newest, number. Equal only for the same side of the
    /// same segment.
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
pub(super) struct Top {
    limit: usize,
    floor: u8,
    hits: Vec<Hit>,
}

impl Top {
    /// For at most `limit` hits that score `floor` or more.
    pub(super) fn new(limit: usize, floor: u8) -> Self {
        Self { limit, floor, hits: Vec::with_capacity(limit.min(1_000) + 1) }
    }

    /// What a hit must score to have a chance.
    pub(super) fn bar(&self) -> u8 {
        match self.hits.last() {
            Some(last) if self.hits.len() == self.limit => last.score.max(self.floor),
            _ => self.floor,
        }
    }

    /// Takes a hit, if it is among the best.
    pub(super) fn add(&mut self, hit: Hit) {
        if hit.score < self.floor || self.limit == 0 {
            return;
        }
        let place = self.hits.partition_point(|known| known.order(&hit) == Ordering::Less);
        let known = self.hits.get(place).is_some_and(|known| known.order(&hit) == Ordering::Equal);
        if place < self.limit && !known {
            self.hits.insert(place, hit);
            self.hits.truncate(self.limit);
        }
    }

    /// The hits, best first.
    pub(super) fn into_hits(self) -> Vec<Hit> {
        self.hits
    }
}
