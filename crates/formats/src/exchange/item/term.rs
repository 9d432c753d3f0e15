//! An entry of an imported dictionary or a row of a term base.

use super::problem::Fault;
use crate::model::{Lang, PartOfSpeech, Review, TermKind, Usage};

/// One entry of a dictionary or row of a term base.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TermRow {
    /// Its names in Japanese, English or both, in the order of the file; never empty.
    pub names: Vec<Name>,
    /// The number the file gives the concept.
    pub concept: Option<String>,
    /// Subject field.
    pub field: Option<String>,
    /// Its definitions, each with its language.
    pub definitions: Vec<(Lang, String)>,
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
    /// Part of speech.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Its usage, where the file gives one.
    pub usage: Option<Usage>,
    /// Its review, where the file gives one.
    pub review: Option<Review>,
    /// The probability that it names the concept, where the file gives one for it alone.
    pub confidence: Option<f64>,
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
            part_of_speech: None,
            usage: None,
            review: None,
            confidence: None,
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
