//! A claim states that something has a name, and says where that is written. Claims about the same thing form a group.

use crate::model::{EvidenceMethod, Lang, Origin, ReadingOrigin, Span, TermKind};
use crate::text::key::Key;

/// One name of something, and its evidence.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Claim {
    /// Language of the name.
    pub(in crate::app) lang: Lang,
    /// The name.
    pub(in crate::app) text: String,
    /// Its keys.
    pub(in crate::app) key: Key,
    /// Full form, abbreviation, symbol or variant.
    pub(in crate::app) kind: TermKind,
    /// Its reading in kana, if printed in the head.
    pub(in crate::app) reading: Option<String>,
    /// What the reading rests on, if it is not what the kind of witness tells.
    pub(in crate::app) reading_origin: Option<ReadingOrigin>,
    /// Part of speech, if known.
    pub(in crate::app) part_of_speech: Option<crate::model::PartOfSpeech>,
    /// Whether it must not become the preferred term.
    pub(in crate::app) admitted: bool,
    /// The method that found it.
    pub(in crate::app) method: EvidenceMethod,
    /// Probability, 0 to 1.
    pub(in crate::app) confidence: f64,
    /// Where it is written.
    pub(in crate::app) span: Option<Span>,
    /// The words quoted as evidence.
    pub(in crate::app) snippet: Option<String>,
    /// Index of the entry it comes from.
    pub(in crate::app) entry: Option<usize>,
    /// Index of the link it comes from.
    pub(in crate::app) link: Option<usize>,
    /// Number of the row of an imported file it comes from.
    pub(in crate::app) row: Option<i64>,
    /// What that file says it comes from.
    pub(in crate::app) origin: Option<Origin>,
}

/// A definition of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct ClaimedDefinition {
    /// Language of the definition.
    pub(in crate::app) lang: Lang,
    /// Its text.
    pub(in crate::app) text: String,
    /// Index of the entry it comes from; `None` if it is not from a release.
    pub(in crate::app) entry: Option<usize>,
    /// What an imported file says it comes from.
    pub(in crate::app) origin: Option<Origin>,
}

/// Claims about the same thing.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::app) struct Group {
    /// Names, the leading one first.
    pub(in crate::app) claims: Vec<Claim>,
    /// Definitions.
    pub(in crate::app) definitions: Vec<ClaimedDefinition>,
}

impl Group {
    /// Gives the names without a reading the one that the document prints elsewhere.
    pub(in crate::app) fn add_readings(&mut self, readings: &[(String, String)]) {
        for claim in self.claims.iter_mut().filter(|claim| claim.lang.is_japanese() && claim.reading.is_none()) {
            claim.reading = readings.iter().find(|(term, _)| *term == claim.text).map(|(_, kana)| kana.clone());
        }
    }

    /// The leading name: the first Japanese one, else the first.
    #[must_use]
    pub(in crate::app) fn leading(&self) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.lang.is_japanese()).or_else(|| self.claims.first())
    }
}
