//! Bilingual files as people edit them: units whose texts know where they stand in the file.
//!
//! An import reads a file as a stream and keeps only the texts. A [`Document`] knows for every byte of every text where it
//! stands in the file, so that a finding can be shown there and a fix written there. Both are read by the same lexer of
//! the format and give the same texts for a well-formed file. A document may be read while somebody is typing: what is
//! broken becomes a [`DocumentProblem`] with its position, and reading goes on behind it.

mod notation;
mod passage;

pub(super) use notation::Notation;
pub use passage::{Passage, Rewrite};

use super::format::FileFormat;
use super::hint::FileHint;
use super::item::Fault;
use super::language::has_japanese;
use super::limits;
use crate::model::{Lang, Side, Span};

/// The character that stands for an inline code of the format, such as `<x id="1"/>`, inside a text.
///
/// It has no width and compares as nothing (U+2060). A text that keeps it keeps the code when it is written back.
pub const PLACEHOLDER: char = '\u{2060}';

/// The most problems reported for one file. After so many the rest says nothing new.
pub(super) const MOST_PROBLEMS: usize = 100;

/// How many texts are examined to guess a language.
const SAMPLE: usize = 50;

/// A file of texts with their translations, or of texts alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The format of the file.
    pub format: FileFormat,
    /// The source language, if the file or the caller names it or the texts show it.
    pub source_lang: Option<Lang>,
    /// The target language.
    pub target_lang: Option<Lang>,
    /// Its units in order.
    pub units: Vec<DocumentUnit>,
    /// What is wrong with the file, in order.
    pub problems: Vec<DocumentProblem>,
    /// Why the file cannot be used as a whole: what it says of its languages and what its texts are in contradict each
    /// other.
    pub refusal: Option<Fault>,
}

/// A text with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentUnit {
    /// The source text.
    pub source: Passage,
    /// Its translation; empty if there is none yet, and then at the position where it would be written. `None` in a file
    /// of one language.
    pub target: Option<Passage>,
    /// Its key in the program it comes from.
    pub key: Option<String>,
    /// How far the translation is.
    pub state: UnitState,
    /// In which sense the text is used: `msgctxt` of PO, `resname` of XLIFF 1.2, the name of a unit of XLIFF 2.
    pub context: Option<String>,
    /// Which plural form of a message the translation is, of how many; none for a message without plural.
    pub form: Option<PluralForm>,
    /// A note for the translator.
    pub note: Option<String>,
    /// The part of the file that is this unit; for a pair of files, of the source file.
    pub span: Span,
}

/// One of the translations of a message with a plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PluralForm {
    /// Its number, from 0.
    pub index: usize,
    /// Whether it is the form for one thing, beside another form for several.
    pub is_singular: bool,
}

/// How far a translation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitState {
    /// There is none.
    Untranslated,
    /// The file says that it needs review.
    Draft,
    /// There is one, and the file says nothing more.
    Translated,
    /// The file says that it is approved.
    Approved,
}

/// Something wrong at a position of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentProblem {
    /// Which file of a pair, from 0.
    pub file: usize,
    /// The position.
    pub span: Span,
    /// What is wrong and what to do.
    pub message: String,
}

impl Document {
    /// A document without units, in the languages the caller names.
    pub(super) fn empty(format: FileFormat, hint: &FileHint) -> Self {
        Self {
            format,
            source_lang: hint.source_lang.clone(),
            target_lang: hint.target_lang.clone(),
            units: Vec::new(),
            problems: Vec::new(),
            refusal: None,
        }
    }

    /// A document of one language.
    pub(super) fn of_passages(format: FileFormat, passages: Vec<Passage>, hint: &FileHint) -> Self {
        let mut document = Self::empty(format, hint);
        document.add(passages.into_iter().map(|source| DocumentUnit {
            span: source.file_span(),
            source,
            target: None,
            key: None,
            state: UnitState::Untranslated,
            context: None,
            form: None,
            note: None,
        }));
        document
    }

    /// Adds units, within the limit of a document: a file with more is refused.
    pub(super) fn add(&mut self, units: impl IntoIterator<Item = DocumentUnit>) {
        for mut unit in units {
            if self.units.len() >= limits::UNITS {
                if self.refusal.is_none() {
                    self.refuse(Fault::TooManyUnits);
                }
                return;
            }
            unit.source.shrink();
            unit.target.iter_mut().for_each(Passage::shrink);
            self.units.push(unit);
        }
    }

    /// The unit, the side and the byte of its text at a byte of a file. Where units overlap, the last one.
    #[must_use]
    pub fn at(&self, file: usize, byte: usize) -> Option<(usize, Side, usize)> {
        let mut nearest = None;
        for (index, unit) in self.units.iter().enumerate() {
            for (side, passage) in unit.sides().filter(|(_, passage)| passage.file() == file) {
                if passage.reaches(byte) {
                    return Some((index, side, passage.offset(byte)));
                }
            }
            if file == 0 && unit.span.start <= byte && byte < unit.span.end {
                // Between its texts the translation is what the user works on.
                let side = if unit.target.is_some() { Side::Target } else { Side::Source };
                nearest = unit.passage(side).map(|passage| (index, side, passage.offset(byte)));
            }
        }
        nearest
    }

    /// Source and target language; Japanese and English where only one is known.
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

    /// Sorts and completes the problems and guesses the languages nobody named: the end of reading a file.
    pub(super) fn finished(mut self) -> Self {
        for unit in &self.units {
            for passage in [Some(&unit.source), unit.target.as_ref()].into_iter().flatten() {
                if let Some(at) = passage.text().find('\u{fffd}') {
                    self.problems.push(DocumentProblem {
                        file: passage.file(),
                        span: passage.stretch_of(Span::new(at, at + '\u{fffd}'.len_utf8())),
                        message:
                            "Some bytes here are not valid in the encoding of the file. Save the file in the encoding \
                                  it declares, preferably UTF-8."
                                .to_owned(),
                    });
                }
            }
        }
        self.problems.sort_by_key(|problem| (problem.file, problem.span.start));
        self.problems.truncate(MOST_PROBLEMS);
        self.guess_languages();
        self
    }

    /// Refuses the file for what it says of its languages. An editor shows it at the beginning of the file.
    pub(super) fn refuse(&mut self, fault: Fault) {
        self.problems.insert(0, DocumentProblem { file: 0, span: Span::new(0, 0), message: fault.to_string() });
        self.refusal = Some(fault);
    }

    fn guess_languages(&mut self) {
        let guess = |passages: &mut dyn Iterator<Item = &Passage>| {
            let texts: Vec<&str> =
                passages.map(Passage::text).filter(|text| !text.trim().is_empty()).take(SAMPLE).collect();
            let japanese = texts.iter().filter(|text| has_japanese(text)).count();
            (!texts.is_empty()).then(|| if 2 * japanese >= texts.len() { Lang::JA } else { Lang::EN })
        };
        if self.source_lang.is_none() {
            self.source_lang = guess(&mut self.units.iter().map(|unit| &unit.source));
        }
        if self.target_lang.is_none() {
            self.target_lang = guess(&mut self.units.iter().filter_map(|unit| unit.target.as_ref()));
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

    /// The translation; empty if there is none.
    #[must_use]
    pub fn target_text(&self) -> &str {
        self.target.as_ref().map_or("", Passage::text)
    }

    fn sides(&self) -> impl Iterator<Item = (Side, &Passage)> {
        let target = self.target.as_ref().map(|passage| (Side::Target, passage));
        std::iter::once((Side::Source, &self.source)).chain(target)
    }
}
