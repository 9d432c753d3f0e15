//! What people say about how a release was read: this passage is an entry, a head, a definition, English, or no entry at all.

use serde::{Deserialize, Serialize};

use super::words::words;
use super::{CorrectionId, Span};

/// What a person says about a passage of a release. It is a fact about the document and outlives every reading of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseCorrection {
    /// Its number.
    pub id: CorrectionId,
    /// What the person says.
    pub kind: CorrectionKind,
    /// The passage; `None` for what needs none.
    pub passage: Option<Excerpt>,
    /// The head of the entry that it is about, or all of an entry without a head; `None` for one that was not read as an entry.
    pub entry: Option<Excerpt>,
    /// Who said it.
    pub actor: String,
    /// When, RFC 3339, UTC.
    pub at: String,
    /// Why the last reading of the release could not apply it; `None` where it did.
    pub obstacle: Option<CorrectionObstacle>,
}

words! {
    /// What a person says about a passage of a release.
    CorrectionKind {
        /// It is an entry, with head and definition.
        Entry = "entry",
        /// It is the head of this entry.
        Head = "head",
        /// It is the definition of this entry.
        Definition = "definition",
        /// It is the English of this entry's term.
        English = "english",
        /// This entry is none.
        NotAnEntry = "not_an_entry",
    }
}

words! {
    /// Why a correction is not applied.
    CorrectionObstacle {
        /// The quoted text is not in the release, or more than once and in other surroundings.
        TextNotFound = "text_not_found",
        /// No entry was read at the passage that stands for the entry.
        EntryNotFound = "entry_not_found",
        /// No term can be read from the passage.
        NoTerm = "no_term",
        /// The passage has no text that a definition could have.
        NoText = "no_text",
        /// The passage is longer than a term can be.
        TooLong = "too_long",
        /// The passage is not written in English.
        NotEnglish = "not_english",
        /// The entry has no Japanese term that the English could be of.
        NotJapanese = "not_japanese",
    }
}

impl CorrectionObstacle {
    /// Whether the obstacle is the entry, not the passage.
    #[must_use]
    pub fn is_about_entry(self) -> bool {
        matches!(self, Self::EntryNotFound | Self::NotJapanese)
    }

    /// The obstacle in words, as the end of a sentence that begins with the correction.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::TextNotFound => "its quoted text cannot be found, or not for certain",
            Self::EntryNotFound => "the entry it is about was not read at that passage",
            Self::NoTerm => "no term can be read from the passage: it needs a letter or digit outside brackets",
            Self::NoText => "the passage has no letter or digit",
            Self::TooLong => "the passage is longer than 400 characters",
            Self::NotEnglish => "the passage is not English: it must have Latin letters and no others but Greek ones",
            Self::NotJapanese => "the entry has no Japanese term that the English could be of",
        }
    }
}

/// A passage quoted from a text, so that it is found again where the text was read differently.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Excerpt {
    /// Its position when it was quoted, in characters.
    pub span_chars: Span,
    /// Its text.
    pub quote: String,
    /// A few characters before it.
    pub before: String,
    /// A few characters after it.
    pub after: String,
}

/// English that a person found in a release for the term of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedEnglish {
    /// Index of the entry.
    pub entry: usize,
    /// The English, lines re-joined.
    pub text: String,
    /// Where it is printed.
    pub span: Span,
}
