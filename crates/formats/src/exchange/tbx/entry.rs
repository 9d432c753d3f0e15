//! A concept of a TBX file, as far as it has been read, and the row of terms it becomes.
//!
//! What our own writer puts into notes (`reading: …`, `review: approved, confidence: 0.93`) is read back; its notes about
//! evidence, sources and conflicts are about the base it comes from and say nothing here. What there is no field for is kept as
//! a note with the name of its category.

use super::category::Level;
use super::scope::{Scope, unmarked, with_source, with_target};
use crate::exchange::cleaning::{filled, line, lines};
use crate::exchange::item::{Fault, Name, TermDefinition, TermRow, part_of_speech, standing};
use crate::exchange::language::language_of;
use crate::model::{Lang, PartOfSpeech, Review, TermKind, Usage};

/// One thing a concept says: a data category with its value.
#[derive(Debug, Default)]
pub(super) struct Statement {
    /// The name of its category.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
    /// What it points to.
    pub(super) target: Option<String>,
    /// Whether it is a note on a term in its structure (`termNote`).
    pub(super) is_term_note: bool,
    /// The line it begins on.
    pub(super) line: u64,
}

/// A concept as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The line it begins on.
    pub(super) line: u64,
    /// Its `id`.
    pub(super) id: Option<String>,
    /// Whether our own writer made the file.
    pub(super) is_own: bool,
    /// The language whose terms are being read; none for one that is not kept.
    pub(super) lang: Option<Lang>,
    /// The term that is being read.
    pub(super) term: Option<Draft>,
    /// Bytes of text and markup so far.
    pub(super) weight: usize,
    /// The languages of its sections so far.
    pub(super) sections: Vec<Lang>,
    /// What is wrong with it, and on which line.
    pub(super) fault: Option<(u64, Fault)>,
    /// What is unusual about it, although it can be used.
    pub(super) doubts: Vec<Fault>,
    names: Vec<Name>,
    field: Option<String>,
    definitions: Vec<TermDefinition>,
    notes: Vec<String>,
    /// Whether what follows at this level is about the base our own file comes from.
    is_about_the_base: bool,
}

/// A term that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) text: String,
    kind: Option<TermKind>,
    reading: Option<String>,
    part_of_speech: Option<PartOfSpeech>,
    usage: Option<Usage>,
    review: Option<Review>,
    confidence: Option<f64>,
    /// Notes on it, which are kept once its text is known.
    notes: Vec<String>,
    /// Whether what follows is the evidence of our own file.
    is_evidence: bool,
    /// Whether anything but a note on its structure has begun.
    pub(super) has_further: bool,
    /// Whether an element of its text has begun.
    pub(super) is_begun: bool,
}

impl Entry {
    pub(super) fn new(line: u64, id: Option<String>, is_own: bool) -> Self {
        Self { line, id, is_own, ..Self::default() }
    }

    /// Notes what is wrong; the first counts.
    pub(super) fn refuse(&mut self, line: u64, fault: Fault) {
        self.fault.get_or_insert((line, fault));
    }

    /// The level that is being read.
    pub(super) fn level(&self) -> Level {
        match (&self.term, self.lang.is_some()) {
            (Some(_), _) => Level::Term,
            (None, true) => Level::Language,
            (None, false) => Level::Concept,
        }
    }

    /// Adds a statement and those that stand in one group with it.
    pub(super) fn take(&mut self, first: &Statement, others: &[Statement]) {
        let Some(text) = filled(&first.text) else {
            return self.take_without_text(first, others);
        };
        let is_japanese = self.is_japanese();
        match (first.name.as_str(), &mut self.term) {
            ("term", Some(term)) => term.text = line(&text),
            ("administrativeStatus" | "usageStatus", Some(_)) => self.status(first.line, &text),
            ("partOfSpeech", Some(term)) => {
                term.part_of_speech = part_of_speech(&text);
                let exact = term.part_of_speech.is_some_and(|part| part.as_str() == text);
                self.note_unless(exact, "partOfSpeech", &text);
            }
            ("termType", Some(term)) => {
                let (kind, exact) = kind(&text);
                term.kind = kind.or(term.kind);
                self.note_unless(exact, "termType", &text);
            }
            ("reading", Some(term)) if is_japanese && term.reading.is_none() => term.reading = Some(line(&text)),
            ("note", _) => self.note(&text),
            ("subjectField", None) if self.field.is_none() => self.field = Some(line(&text)),
            ("definition", _) => self.definition(&text, others),
            _ => self.keep(&first.name, &value(first, &text), others),
        }
    }

    /// A reference without text is what it points to.
    fn take_without_text(&mut self, first: &Statement, others: &[Statement]) {
        if first.target.is_some() && first.name != "term" {
            self.keep(&first.name, &value(first, ""), others);
        }
    }

    fn is_japanese(&self) -> bool {
        self.lang.as_ref().is_some_and(Lang::is_japanese)
    }

    fn status(&mut self, at: u64, text: &str) {
        let Some(term) = &mut self.term else { return };
        match standing(text) {
            Some(stated) => {
                (term.usage, term.review) = (stated.usage.max(term.usage), stated.review.or(term.review));
                self.note_unless(text != "supersededTerm-admn-sts", "administrativeStatus", text);
            }
            None => self.refuse(at, Fault::status_unknown(text, None)),
        }
    }

    fn definition(&mut self, text: &str, others: &[Statement]) {
        let text = lines(text);
        let lang = self.lang.clone().unwrap_or_else(|| language_of(&text));
        let definition = TermDefinition::new(lang, text);
        if !self.definitions.contains(&definition) {
            self.definitions.push(definition);
        }
        self.is_about_the_base = self.is_own;
        if !self.is_own {
            for other in others {
                if let Some(text) = filled(&other.text) {
                    self.add_note(&format!("definition {}: {}", other.name, lines(&value(other, &text))));
                }
            }
        }
    }

    /// Keeps what there is no field for as a note.
    fn keep(&mut self, name: &str, text: &str, others: &[Statement]) {
        if self.is_own {
            let is_evidence = self.term.as_ref().is_some_and(|term| term.is_evidence);
            let is_link = matches!(name, "externalCrossReference" | "source") && self.is_about_the_base;
            if is_evidence || is_link || (name == "projectSubset" && self.term.is_none()) {
                return;
            }
        }
        let source = others.iter().find(|other| other.name == "source").and_then(|other| filled(&other.text));
        let mut text = with_source(&lines(text), source.map(|source| line(&source)).as_deref());
        for other in others.iter().filter(|other| other.name != "source") {
            if let Some(more) = filled(&value(other, other.text.trim())) {
                text.push_str(&format!(", {}", lines(&more)));
            }
        }
        self.add_note(&format!("{name}: {text}"));
    }

    /// A note. Our own writer keeps some of what it knows in notes.
    fn note(&mut self, text: &str) {
        if let Some(note) = unmarked(text).filter(|_| self.is_own) {
            return self.add_note(&lines(note));
        }
        let is_japanese = self.is_japanese();
        match &mut self.term {
            Some(term) => {
                if let Some(note) = term.note(text, is_japanese, self.is_own) {
                    self.add_note(&note);
                }
            }
            None if self.is_own && ["conflict: ", "source: "].iter().any(|name| text.starts_with(name)) => {
                self.is_about_the_base = true;
            }
            None => self.add_note(&lines(text)),
        }
    }

    fn note_unless(&mut self, exact: bool, name: &str, text: &str) {
        if !exact {
            self.add_note(&format!("{name}: {}", line(text)));
        }
    }

    fn add_note(&mut self, text: &str) {
        match (&mut self.term, &self.lang) {
            (Some(term), _) => term.notes.push(text.to_owned()),
            (None, Some(lang)) => {
                let note = Scope::Language(lang).note(text);
                self.push_note(note);
            }
            (None, None) => self.push_note(text.to_owned()),
        }
    }

    fn push_note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The end of a section of a language, or its beginning.
    pub(super) fn enter(&mut self, lang: Option<Lang>) {
        self.lang = lang;
        self.is_about_the_base = false;
    }

    /// The end of a term.
    pub(super) fn end_term(&mut self) {
        let Some(term) = self.term.take().filter(|term| !term.text.is_empty()) else { return };
        let Some(lang) = self.lang.clone() else { return };
        for note in &term.notes {
            self.push_note(Scope::Term(&lang, &term.text).note(note));
        }
        if self.names.iter().any(|name| name.lang == lang && name.text == term.text) {
            return;
        }
        self.names.push(Name {
            kind: term.kind.unwrap_or(TermKind::FullForm),
            reading: term.reading,
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
    /// What is wrong with it, and on which line.
    pub(super) fn finish(&mut self) -> Result<TermRow, (u64, Fault)> {
        let entry = std::mem::take(self);
        if let Some(fault) = entry.fault {
            return Err(fault);
        }
        if entry.names.is_empty() {
            return Err((entry.line, Fault::TermMissing));
        }
        Ok(TermRow {
            names: entry.names,
            concept: entry.id,
            field: entry.field,
            definitions: entry.definitions,
            notes: entry.notes,
            states_each_name: true,
            line: entry.line,
            doubts: entry.doubts,
            ..TermRow::default()
        })
    }
}

impl Draft {
    /// Takes what our own writer says in a note; gives back a note that says something else.
    fn note(&mut self, text: &str, is_japanese: bool, is_own: bool) -> Option<String> {
        let (name, value) = text.split_once(": ").unwrap_or_default();
        match name {
            "reading" if is_japanese && self.reading.is_none() => self.reading = filled(value),
            "kind" if value == "symbol" => self.kind = Some(TermKind::Symbol),
            "usage" if value == "forbidden" => self.usage = Some(Usage::Forbidden),
            "evidence" if is_own => self.is_evidence = true,
            // The one note of a file for `OmegaT`.
            _ if is_own && name == self.text && value.contains(", confidence: ") => {}
            "review" => {
                let (review, confidence) = value.split_once(", confidence: ").unwrap_or((value, ""));
                let Some(review) = Review::from_word(review) else { return Some(lines(text)) };
                self.review = Some(review);
                self.confidence = confidence.parse().ok().filter(|number| (0.0..=1.0).contains(number));
            }
            _ => return Some(lines(text)),
        }
        None
    }
}

/// The text of a statement, with what it points to.
fn value(statement: &Statement, text: &str) -> String {
    with_target(text, statement.target.as_deref())
}

/// The kind of a term by its `termType`, and whether that says no more than the kind.
fn kind(text: &str) -> (Option<TermKind>, bool) {
    let kind = match text.trim().to_ascii_lowercase().as_str() {
        "fullform" => TermKind::FullForm,
        "abbreviation" | "acronym" | "initialism" | "shortform" | "abbreviatedform" => TermKind::Abbreviation,
        "symbol" | "formula" | "equation" | "logicalexpression" => TermKind::Symbol,
        "variant" | "spellingvariant" | "orthographicvariant" => TermKind::Variant,
        _ => return (None, false),
    };
    (Some(kind), matches!(text, "fullForm" | "abbreviation" | "variant" | "symbol"))
}
