//! A question, a remembered segment and their score in; in which way the two are alike out.

use serde::{Deserialize, Serialize};

use super::question::{Question, Remembered};
use crate::fuzzy::score::ScoreParts;
use crate::model::segment::fingerprint;
use crate::text::comparison::ComparisonForm;

/// In which way a remembered source text is like the text asked about, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchClass {
    /// The same as written, between the same texts or under the same key.
    Context,
    /// The same as written.
    Exact,
    /// The same but for width, spaces, case or kinds of dashes and quotes.
    Form,
    /// The same but for numbers, dates, codes and tags, or the way they are written.
    Placeables,
    /// Alike.
    Fuzzy,
}

impl MatchClass {
    /// The class of a remembered segment whose source has the comparable form `form`.
    #[must_use]
    pub fn of(question: &Question, remembered: &Remembered, form: &ComparisonForm, parts: ScoreParts) -> Self {
        if remembered.segment.source == question.text {
            return if is_in_place(question, remembered) { Self::Context } else { Self::Exact };
        }
        match parts.base {
            100 if form.normal == question.form.normal => Self::Form,
            100 => Self::Placeables,
            _ => Self::Fuzzy,
        }
    }

    /// The score of the class before anything is taken off; `base` counts for [`MatchClass::Fuzzy`] only.
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

/// Whether both stand between the same texts, or have the same key.
fn is_in_place(question: &Question, remembered: &Remembered) -> bool {
    let same = |text: &Option<String>, known: Option<i64>| {
        text.as_deref().is_some_and(|text| known == Some(fingerprint(text)))
    };
    let between = same(&question.previous, remembered.provenance.neighbours.before)
        && same(&question.next, remembered.provenance.neighbours.after);
    let keyed =
        question.key.as_ref().is_some_and(|key| !key.is_empty() && remembered.provenance.key.as_ref() == Some(key));
    between || keyed
}
