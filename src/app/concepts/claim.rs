//! A claim: one name of a thing and the place that proves it. Claims that speak of one thing are a group.

use crate::model::{EvidenceMethod, Lang, Span, TermKind};
use crate::text::key::Key;

/// One name of a thing, and the place that proves it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Claim {
    /// Language of the name.
    pub(in crate::app) lang: Lang,
    /// The name.
    pub(in crate::app) text: String,
    /// Its keys.
    pub(in crate::app) key: Key,
    /// What kind of name.
    pub(in crate::app) kind: TermKind,
    /// Its reading as the head prints it, in kana.
    pub(in crate::app) reading: Option<String>,
    /// Part of speech, where known.
    pub(in crate::app) part_of_speech: Option<crate::model::PartOfSpeech>,
    /// Whether the claim says not to use it, or to use it second.
    pub(in crate::app) admitted: bool,
    /// How it was found.
    pub(in crate::app) method: EvidenceMethod,
    /// Probability, 0 to 1.
    pub(in crate::app) confidence: f64,
    /// Where.
    pub(in crate::app) span: Option<Span>,
    /// The words that prove it.
    pub(in crate::app) snippet: Option<String>,
    /// Index of the entry.
    pub(in crate::app) entry: Option<usize>,
    /// Index of the link.
    pub(in crate::app) link: Option<usize>,
}

/// A definition of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct ClaimedDefinition {
    /// Language of the definition.
    pub(in crate::app) lang: Lang,
    /// Its words.
    pub(in crate::app) text: String,
    /// Index of the entry; `None` where no entry of a release gives it.
    pub(in crate::app) entry: Option<usize>,
}

/// Claims that speak of one thing.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::app) struct Group {
    /// Names, the leading one first.
    pub(in crate::app) claims: Vec<Claim>,
    /// Definitions.
    pub(in crate::app) definitions: Vec<ClaimedDefinition>,
}

impl Group {
    /// The name the thing goes by: the first Japanese one, else the first.
    #[must_use]
    pub(in crate::app) fn leading(&self) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.lang.is_japanese()).or_else(|| self.claims.first())
    }
}
