//! What several files say of one pair of texts: the best review, and beside the texts what the newest says.

use std::borrow::Cow;

use sqlx::sqlite::SqliteRow;

use super::row::{get, word};
use super::segment::{provenance, segment};
use super::{NewSegment, StoreError};
use crate::model::{Provenance, Review, Revision, Segment, SegmentId};

/// What became of a segment of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PairFate {
    /// It is new.
    Added,
    /// It was there already, and something of it is different now: `review`, `confidence` or `provenance`.
    Changed(Vec<&'static str>),
    /// It was there already, and the file says nothing new.
    Unchanged,
    /// It was there already, and a person rejected it, which stands.
    Rejected,
}

/// What is kept beside languages and texts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Facts<'a> {
    pub(super) review: Review,
    pub(super) confidence: f64,
    pub(super) provenance: Cow<'a, Provenance>,
}

/// A segment that is in the store.
pub(super) struct StoredPair<'a> {
    pub(super) id: SegmentId,
    pub(super) segment: Segment,
    pub(super) facts: Facts<'a>,
    /// What it was before, and its revision then; none if nothing changed.
    pub(super) before: Option<Facts<'a>>,
    pub(super) revision: Revision,
}

impl<'a> Facts<'a> {
    pub(super) fn of(new: &'a NewSegment<'a>) -> Self {
        Self { review: new.review, confidence: new.segment.confidence, provenance: Cow::Borrowed(new.provenance) }
    }

    /// What differs.
    pub(super) fn differences(&self, other: &Self) -> Vec<&'static str> {
        let all = [
            ("review", self.review != other.review),
            ("confidence", self.confidence.to_bits() != other.confidence.to_bits()),
            ("provenance", self.provenance != other.provenance),
        ];
        all.into_iter().filter_map(|(word, differs)| differs.then_some(word)).collect()
    }

    /// Takes in what a second segment of the same pair says; whether anything is different now.
    pub(super) fn fold(&mut self, other: Self) -> bool {
        let before = self.clone();
        let newer = other.provenance.created_at > self.provenance.created_at;
        let (first, second) = if newer { (other, before.clone()) } else { (before.clone(), other) };
        let (known, more) = (first.provenance.into_owned(), second.provenance.into_owned());
        *self = Self {
            // A person's word outranks every other: approved and rejected stand highest.
            review: first.review.max(second.review),
            confidence: first.confidence.max(second.confidence),
            provenance: Cow::Owned(Provenance {
                origin: known.origin,
                field: known.field.or(more.field),
                document: known.document.or(more.document),
                key: known.key.or(more.key),
                // Neighbours belong together; one of each would be a place that is in no document.
                neighbours: if known.neighbours.are_unknown() { more.neighbours } else { known.neighbours },
                created_at: known.created_at.or(more.created_at),
                author: known.author.or(more.author),
                codes: if known.codes.are_none() { more.codes } else { known.codes },
            }),
        };
        *self != before
    }
}

impl<'a> StoredPair<'a> {
    /// Takes in what an imported segment of the same pair says.
    pub(super) fn fold(&mut self, other: Facts<'a>) -> PairFate {
        let (before, is_rejected) = (self.facts.clone(), self.facts.review == Review::Rejected);
        if !self.facts.fold(other) {
            return if is_rejected { PairFate::Rejected } else { PairFate::Unchanged };
        }
        let differences = before.differences(&self.facts);
        self.before.get_or_insert(before);
        if is_rejected { PairFate::Rejected } else { PairFate::Changed(differences) }
    }

    pub(super) fn of(row: &SqliteRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: get(row, "id")?,
            segment: segment(row)?,
            facts: Facts {
                review: word(row, "review")?,
                confidence: get(row, "confidence")?,
                provenance: Cow::Owned(provenance(row)?),
            },
            before: None,
            revision: get(row, "revision")?,
        })
    }
}
