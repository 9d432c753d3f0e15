//! BILINGUAL FILES AS PEOPLE EDIT THEM: the text of a file comes in; its units with their places in the file go out.
//!
//! Other than a reader of `exchange::read`, which is fed from a stream and keeps the texts alone, a [`Document`] knows for
//! every byte of every text where it stands in the file, so that a finding can be shown there and a fix written there.
//! It is read from files that are being typed into: what is broken is a [`DocumentProblem`] with its place, and reading
//! goes on after it. Nothing outside the file is loaded, and no entity beyond the five of XML is known.

mod coding;
mod content;
mod format;
mod joined;
mod lines;
mod markdown;
mod markup;
mod pair;
mod passage;
mod po;
mod table;
mod tmx;
mod xliff;

pub use format::DocumentFormat;
pub use pair::{Stretch, counterpart, language_in_name};
pub use passage::{Passage, Rewrite};

use crate::model::{Lang, Side, Span};

/// The character that stands for a code of the format inside a text, such as `<x id="1"/>`.
///
/// It has no width and compares as nothing (U+2060); a text with it, written back in place of its own, keeps the code.
pub const PLACEHOLDER: char = '\u{2060}';

/// The most problems told of one file; after so many the rest says nothing new.
const MOST_PROBLEMS: usize = 100;

/// What the caller knows of a file, for what the file does not say itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentHint {
    /// The file's name; its ending matters only where the content leaves the format open.
    pub name: String,
    /// The language translated from.
    pub source_lang: Option<Lang>,
    /// The language translated into.
    pub target_lang: Option<Lang>,
}

/// A file of texts and their translations, or of texts alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the file is.
    pub format: DocumentFormat,
    /// The language translated from, where file or caller say it or the texts show it.
    pub source_lang: Option<Lang>,
    /// The language translated into.
    pub target_lang: Option<Lang>,
    /// Its units in order.
    pub units: Vec<DocumentUnit>,
    /// What is wrong with it, in order.
    pub problems: Vec<DocumentProblem>,
}

/// A text with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentUnit {
    /// The text translated from.
    pub source: Passage,
    /// Its translation, empty where there is none yet: then it knows where one would go. `None` in a file of one language.
    pub target: Option<Passage>,
    /// Its key in the program it comes from.
    pub key: Option<String>,
    /// How far the translation is.
    pub state: UnitState,
    /// What somebody noted.
    pub note: Option<String>,
    /// The part of the file that is this unit; in a pair of files, of the file translated from.
    pub span: Span,
}

/// How far a translation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitState {
    /// There is none.
    Untranslated,
    /// The file says that it is to be looked at again.
    Draft,
    /// There is one, and the file says no more.
    Translated,
    /// The file says that somebody approved it.
    Approved,
}

/// What is wrong at a place of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentProblem {
    /// Which file of a pair, from 0.
    pub file: usize,
    /// Where.
    pub span: Span,
    /// What, and what to do.
    pub message: String,
}

impl Document {
    /// Reads a file. Every text is one of some format; in doubt it is lines of text.
    #[must_use]
    pub fn read(text: &str, hint: &DocumentHint) -> Self {
        let format = DocumentFormat::of(text, &hint.name);
        let mut document = match format {
            DocumentFormat::Xliff => xliff::read(text, hint),
            DocumentFormat::Tmx => tmx::read(text, hint),
            DocumentFormat::Po => po::read(text, hint),
            DocumentFormat::Tsv | DocumentFormat::Csv => table::read(text, format, hint),
            DocumentFormat::Markdown => alone(format, markdown::passages(text, 0), hint),
            DocumentFormat::Text => alone(format, lines::passages(text, 0), hint),
        };
        document.problems.truncate(MOST_PROBLEMS);
        document
    }

    /// A document of nothing.
    fn empty(format: DocumentFormat, hint: &DocumentHint) -> Self {
        Self {
            format,
            source_lang: hint.source_lang.clone(),
            target_lang: hint.target_lang.clone(),
            units: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The unit, the side and the byte of its text at a byte of a file; the last unit that reaches there.
    #[must_use]
    pub fn at(&self, file: usize, byte: usize) -> Option<(usize, Side, usize)> {
        let mut nearest = None;
        for (index, unit) in self.units.iter().enumerate() {
            for (side, passage) in unit.sides().filter(|(_, passage)| passage.file() == file) {
                if passage.reaches(byte) {
                    return Some((index, side, passage.offset(byte)));
                }
            }
            let whole = if file == 0 { Some(unit.span) } else { None };
            if whole.is_some_and(|span| span.start <= byte && byte < span.end) {
                // Between its texts the translation is what is worked on.
                let side = if unit.target.is_some() { Side::Target } else { Side::Source };
                nearest = unit.passage(side).map(|passage| (index, side, passage.offset(byte)));
            }
        }
        nearest
    }

    /// The languages of a document of two, Japanese and English where only one is known.
    #[must_use]
    pub fn languages(&self) -> (Lang, Lang) {
        let other = |lang: &Lang| if lang.is_japanese() { Lang::EN } else { Lang::JA };
        match (&self.source_lang, &self.target_lang) {
            (Some(source), Some(target)) if source != target => (source.clone(), target.clone()),
            (Some(source), _) => (source.clone(), other(source)),
            (None, Some(target)) => (other(target), target.clone()),
            (None, None) => (Lang::JA, Lang::EN),
        }
    }

    /// The same, read to its end with these problems.
    fn read_with(mut self, mut problems: Vec<DocumentProblem>) -> Self {
        problems.sort_by_key(|problem| problem.span.start);
        self.problems = problems;
        self.guess_languages();
        self
    }

    /// Looks at the texts for languages nobody told.
    fn guess_languages(&mut self) {
        let japanese = |passages: &mut dyn Iterator<Item = &Passage>| {
            let texts: Vec<&str> =
                passages.map(Passage::text).filter(|text| !text.trim().is_empty()).take(50).collect();
            let count = texts.iter().filter(|text| format::has_japanese(text)).count();
            (!texts.is_empty()).then(|| if 2 * count >= texts.len() { Lang::JA } else { Lang::EN })
        };
        if self.source_lang.is_none() {
            self.source_lang = japanese(&mut self.units.iter().map(|unit| &unit.source));
        }
        if self.target_lang.is_none() {
            self.target_lang = japanese(&mut self.units.iter().filter_map(|unit| unit.target.as_ref()));
        }
    }
}

impl DocumentUnit {
    /// The text of a side.
    #[must_use]
    pub fn passage(&self, side: Side) -> Option<&Passage> {
        match side {
            Side::Source => Some(&self.source),
            Side::Target => self.target.as_ref(),
        }
    }

    /// The translation; empty where there is none.
    #[must_use]
    pub fn target_text(&self) -> &str {
        self.target.as_ref().map_or("", Passage::text)
    }

    fn sides(&self) -> impl Iterator<Item = (Side, &Passage)> {
        let target = self.target.as_ref().map(|passage| (Side::Target, passage));
        std::iter::once((Side::Source, &self.source)).chain(target)
    }
}

/// A document of one language.
fn alone(format: DocumentFormat, passages: Vec<Passage>, hint: &DocumentHint) -> Document {
    let mut document = Document::empty(format, hint);
    document.units = passages
        .into_iter()
        .map(|source| DocumentUnit {
            span: source.place(),
            source,
            target: None,
            key: None,
            state: UnitState::Untranslated,
            note: None,
        })
        .collect();
    if let Some(lang) = language_in_name(&hint.name) {
        document.source_lang = Some(lang);
    }
    document.guess_languages();
    document
}
