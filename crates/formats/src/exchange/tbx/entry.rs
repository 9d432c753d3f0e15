//! A concept of a TBX file, as far as it has been read, and the row of terms it becomes.
//!
//! What our own writer puts into notes (`reading: …`, `review: approved, confidence: 0.93`) is read back; its notes about
//! evidence, sources and conflicts are about the base it comes from and say nothing here.

use crate::exchange::cleaning::{filled, line, lines};
use crate::exchange::item::{Fault, Name, TermRow, part_of_speech, standing};
use crate::exchange::language::language_of;
use crate::model::{Lang, Review, TermKind, Usage};

/// A data category that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Category {
    Term,
    SubjectField,
    Definition,
    Status,
    PartOfSpeech,
    TermType,
    Note,
}

/// A concept as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The line it begins on.
    pub(super) line: u64,
    /// Its `id`.
    pub(super) id: Option<String>,
    /// The language whose terms are being read; none for one that is not kept.
    pub(super) lang: Option<Lang>,
    /// The term that is being read.
    pub(super) term: Option<Draft>,
    /// Bytes of text and markup so far.
    pub(super) weight: usize,
    /// What is wrong with it.
    pub(super) fault: Option<Fault>,
    names: Vec<Name>,
    field: Option<String>,
    definitions: Vec<(Lang, String)>,
    notes: Vec<String>,
}

/// A term that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    kind: Option<TermKind>,
    reading: Option<String>,
    part_of_speech: Option<crate::model::PartOfSpeech>,
    usage: Option<Usage>,
    review: Option<Review>,
    confidence: Option<f64>,
}

impl Entry {
    pub(super) fn new(line: u64, id: Option<String>) -> Self {
        Self { line, id, ..Self::default() }
    }

    /// Adds the text of a data category.
    pub(super) fn take(&mut self, category: Category, text: &str) {
        let Some(text) = filled(text) else { return };
        match (category, &mut self.term) {
            (Category::Term, Some(term)) => term.text = line(&text),
            (Category::Status, Some(term)) => match standing(&text) {
                Some(stated) => {
                    (term.usage, term.review) = (stated.usage.max(term.usage), stated.review.or(term.review));
                }
                None => drop(self.fault.get_or_insert(Fault::status_unknown(&text))),
            },
            (Category::PartOfSpeech, Some(term)) => term.part_of_speech = part_of_speech(&text),
            (Category::TermType, Some(term)) => term.kind = kind(&text),
            (Category::Note, Some(term)) => {
                if let Some(note) = term.note(&text) {
                    self.notes.push(note);
                }
            }
            (Category::Note, None) => {
                let about_the_base = ["conflict: ", "source: "].iter().any(|name| text.starts_with(name));
                if !about_the_base {
                    self.notes.push(lines(&text));
                }
            }
            (Category::SubjectField, _) => self.field = self.field.take().or_else(|| Some(line(&text))),
            (Category::Definition, _) => {
                let text = lines(&text);
                let lang = self.lang.clone().unwrap_or_else(|| language_of(&text));
                if !self.definitions.contains(&(lang.clone(), text.clone())) {
                    self.definitions.push((lang, text));
                }
            }
            (Category::Term | Category::Status | Category::PartOfSpeech | Category::TermType, None) => {}
        }
    }

    /// The end of a term.
    pub(super) fn end_term(&mut self) {
        let Some(term) = self.term.take().filter(|term| !term.text.is_empty()) else { return };
        let Some(lang) = self.lang.clone() else { return };
        if self.names.iter().any(|name| name.lang == lang && name.text == term.text) {
            return;
        }
        self.names.push(Name {
            kind: term.kind.unwrap_or(TermKind::FullForm),
            reading: term.reading.filter(|_| lang.is_japanese()),
            part_of_speech: term.part_of_speech,
            usage: term.usage,
            review: term.review,
            confidence: term.confidence,
            ..Name::new(lang, &term.text)
        });
    }

    /// The row of the whole concept.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn finish(&mut self) -> Result<TermRow, Fault> {
        let entry = std::mem::take(self);
        if let Some(fault) = entry.fault {
            return Err(fault);
        }
        if entry.names.is_empty() {
            let problem = "The concept has no term in either language.".to_owned();
            return Err(Fault::OtherLanguages { problem });
        }
        Ok(TermRow {
            names: entry.names,
            concept: entry.id,
            field: entry.field,
            definitions: entry.definitions,
            notes: entry.notes,
            states_each_name: true,
            line: entry.line,
            ..TermRow::default()
        })
    }
}

impl Draft {
    /// Takes what our own writer says in a note; gives back a note that says something else.
    fn note(&mut self, text: &str) -> Option<String> {
        let (name, value) = text.split_once(": ").unwrap_or_default();
        match name {
            "reading" => self.reading = filled(value),
            "kind" if value == "symbol" => self.kind = Some(TermKind::Symbol),
            "usage" if value == "forbidden" => self.usage = Some(Usage::Forbidden),
            "evidence" => {}
            // The one note of a file for `OmegaT`.
            _ if name == self.text && value.contains(", confidence: ") => {}
            "review" => {
                let (review, confidence) = value.split_once(", confidence: ").unwrap_or((value, ""));
                self.review = Review::from_word(review).or(self.review);
                self.confidence = confidence.parse().ok().filter(|number| (0.0..=1.0).contains(number));
            }
            _ => return Some(lines(text)),
        }
        None
    }
}

/// The kind of a term by its `termType`.
fn kind(text: &str) -> Option<TermKind> {
    Some(match text.trim().to_ascii_lowercase().as_str() {
        "fullform" => TermKind::FullForm,
        "abbreviation" | "acronym" | "initialism" | "shortform" | "abbreviatedform" => TermKind::Abbreviation,
        "symbol" | "formula" | "equation" | "logicalexpression" => TermKind::Symbol,
        "variant" | "spellingvariant" | "orthographicvariant" => TermKind::Variant,
        _ => return None,
    })
}
