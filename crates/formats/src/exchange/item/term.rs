//! An entry of an imported dictionary or a row of a term base.

use super::problem::Fault;
use crate::model::{EvidenceMethod, Lang, Origin, PartOfSpeech, ReadingOrigin, Review, Span, TermKind, Usage};

/// One entry of a dictionary or row of a term base.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TermRow {
    /// Its names in Japanese, English or both, in the order of the file; never empty.
    pub names: Vec<Name>,
    /// The number the file gives the concept.
    pub concept: Option<String>,
    /// Subject field.
    pub field: Option<String>,
    /// Its definitions.
    pub definitions: Vec<TermDefinition>,
    /// Anything else the file says about it, quoted as evidence.
    pub note: Option<String>,
    /// What people noted about it, kept as notes of the concept.
    pub notes: Vec<String>,
    /// The probability that its names belong together, where the file gives one.
    pub confidence: Option<f64>,
    /// Whether the word is usually written in kana, so that its reading counts as a spelling.
    pub usually_kana: bool,
    /// Whether the file states kind, usage and review of each name on its own, not of the pair.
    pub states_each_name: bool,
    /// The line it begins on, from 1.
    pub line: u64,
    /// What a person should look at, although the row can be used.
    pub doubts: Vec<Fault>,
}

/// One name in an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its language.
    pub lang: Lang,
    /// The name; never blank.
    pub text: String,
    /// The kind of term.
    pub kind: TermKind,
    /// Its reading in kana.
    pub reading: Option<String>,
    /// What the reading rests on, where the file says so.
    pub reading_origin: Option<ReadingOrigin>,
    /// Part of speech.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Its usage, where the file gives one.
    pub usage: Option<Usage>,
    /// Its review, where the file gives one.
    pub review: Option<Review>,
    /// The probability that it names the concept, where the file gives one for it alone.
    pub confidence: Option<f64>,
    /// What the file says stands behind it; empty if the file itself is all there is.
    pub evidence: Vec<NameEvidence>,
}

/// A definition in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermDefinition {
    /// Its language.
    pub lang: Lang,
    /// Its text; never blank.
    pub text: String,
    /// What the file says it comes from.
    pub origin: Option<Origin>,
}

impl TermDefinition {
    /// A definition of which the file says nothing further.
    #[must_use]
    pub fn new(lang: Lang, text: String) -> Self {
        Self { lang, text, origin: None }
    }
}

/// What a file says stands behind a name.
#[derive(Debug, Clone, PartialEq)]
pub struct NameEvidence {
    /// How it came about.
    pub method: EvidenceMethod,
    /// Where in the text of the document.
    pub span: Option<Span>,
    /// The words themselves.
    pub snippet: Option<String>,
    /// The probability it gives the name.
    pub confidence: f64,
    /// The witness.
    pub origin: Origin,
}

impl Name {
    /// A full form without further information.
    #[must_use]
    pub fn new(lang: Lang, text: &str) -> Self {
        Self {
            lang,
            text: text.to_owned(),
            kind: TermKind::FullForm,
            reading: None,
            reading_origin: None,
            part_of_speech: None,
            usage: None,
            review: None,
            confidence: None,
            evidence: Vec::new(),
        }
    }
}

impl TermRow {
    /// The Japanese names.
    pub fn japanese(&self) -> impl Iterator<Item = &Name> {
        self.names.iter().filter(|name| name.lang.is_japanese())
    }

    /// The English names.
    pub fn english(&self) -> impl Iterator<Item = &Name> {
        self.names.iter().filter(|name| name.lang.is_english())
    }
}
