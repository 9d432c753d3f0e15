//! The class of a match: in which way two source texts are the same or similar.

use super::query::{MemorySegment, SegmentQuery};
use crate::fuzzy::ScoreParts;
use crate::model::fingerprint;
use crate::text::comparison::ComparisonForm;

/// The class of a match, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchClass {
    /// Identical as written, and with the same neighbours or the same key.
    Context,
    /// Identical as written.
    Exact,
    /// Identical except for width, spaces, case, or the kind of dashes and quotes.
    Form,
    /// Identical except for numbers, dates, codes and tags, or how they are written.
    Placeables,
    /// Similar.
    Fuzzy,
}

impl MatchClass {
    /// The class of a stored segment whose source has the comparable form `form`.
    #[must_use]
    pub fn of(query: &SegmentQuery, stored: &MemorySegment, form: &ComparisonForm, parts: ScoreParts) -> Self {
        if stored.segment.source == query.text {
            return if is_in_context(query, stored) { Self::Context } else { Self::Exact };
        }
        match parts.base {
            100 if form.normal == query.form.normal => Self::Form,
            100 => Self::Placeables,
            _ => Self::Fuzzy,
        }
    }

    /// The score of the class before penalties; `base` is used for [`MatchClass::Fuzzy`] only.
    #[must_use]
    pub fn score(self, base: u8) -> u8 {
        match self {
            Self::Context => 101,
            Self::Exact => 100,
            Self::Form => 99,
            Self::Placeables => 98,
            Self::Fuzzy => base.min(99),
        }
    }
}

/// Whether both have the same neighbours or the same key.
fn is_in_context(query: &SegmentQuery, stored: &MemorySegment) -> bool {
    let same = |text: &Option<String>, other: Option<i64>| {
        text.as_deref().is_some_and(|text| other == Some(fingerprint(text)))
    };
    let between = same(&query.previous, stored.provenance.neighbours.before)
        && same(&query.next, stored.provenance.neighbours.after);
    let keyed = query.key.as_ref().is_some_and(|key| !key.is_empty() && stored.provenance.key.as_ref() == Some(key));
    between || keyed
}
