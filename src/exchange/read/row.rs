//! What a reader of dictionaries and term bases gives: one entry with its names, and what the file says of itself.

use crate::model::{Lang, PartOfSpeech, Review, TermKind, Usage};

/// One entry of a dictionary or row of a term base.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TermRow {
    /// What it names, in Japanese, English or both; never empty. Spellings of the dictionary's own order.
    pub names: Vec<Name>,
    /// The number its file gives the concept.
    pub concept: Option<String>,
    /// Subject field.
    pub field: Option<String>,
    /// A definition, in the language it is in.
    pub definition: Option<(Lang, String)>,
    /// What else the file says of it.
    pub note: Option<String>,
    /// Probability that its names belong together, where the file gives one.
    pub confidence: Option<f64>,
    /// Whether its kana count as a spelling: the word is usually written so.
    pub usually_kana: bool,
    /// The line it begins on, from 1.
    pub line: u64,
}

/// One name in an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its language.
    pub lang: Lang,
    /// The name; never blank.
    pub text: String,
    /// What kind of name.
    pub kind: TermKind,
    /// How it is read, in kana.
    pub reading: Option<String>,
    /// Part of speech.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Whether to use it, where the file says.
    pub usage: Option<Usage>,
    /// Whether somebody has looked, where the file says.
    pub review: Option<Review>,
}

impl Name {
    /// A full form of which no more is known.
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
