//! JMdict comes in as characters; its entries go out one by one, with their English glosses.
//!
//! The file opens with a document type that declares an entity for each of its codes. An entity is never replaced by
//! what was declared: where a code stands its name is the code (`&n;`), elsewhere it is unknown. A document type that
//! declares anything but plain texts is refused.

use std::io::Read;

use quick_xml::XmlVersion;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::characters::{self, Characters};
use super::row::{Name, TermRow};
use super::strings::{filled, push_clean};
use super::{Fault, RowProblem, gloss, limits};
use crate::model::{Lang, PartOfSpeech, SourceFacts, TermKind};

/// Reads JMdict; holds one entry.
#[derive(Debug)]
pub(super) struct Reader<R: Read> {
    xml: quick_xml::Reader<Characters<R>>,
    buffer: Vec<u8>,
    facts: SourceFacts,
    path: Vec<Element>,
    draft: Draft,
    text: String,
    rows: u64,
    begun: bool,
    ended: bool,
}

/// An element, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    Root,
    Entry,
    Spelling,
    Reading,
    /// A part of speech, or another code.
    Code,
    Gloss,
    /// A gloss in another language, and everything that is not read.
    Other,
}

/// An entry as far as it has been read.
#[derive(Debug, Default)]
struct Draft {
    line: u64,
    spellings: Vec<String>,
    readings: Vec<String>,
    glosses: Vec<String>,
    part_of_speech: Option<PartOfSpeech>,
    usually_kana: bool,
    weight: usize,
    fault: Option<Fault>,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(characters: Characters<R>) -> Self {
        let mut xml = quick_xml::Reader::from_reader(characters);
        xml.config_mut().expand_empty_elements = true;
        Self {
            xml,
            buffer: Vec::new(),
            facts: SourceFacts::default(),
            path: Vec::new(),
            draft: Draft::default(),
            text: String::new(),
            rows: 0,
            begun: false,
            ended: false,
        }
    }

    pub(super) fn taken(&self) -> u64 {
        self.xml.get_ref().taken()
    }

    pub(super) fn facts(&self) -> &SourceFacts {
        &self.facts
    }

    pub(super) fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let line = self.xml.get_ref().line();
            match self.step(line) {
                Ok(None) => {}
                Ok(Some(row)) => {
                    let line = self.draft.line;
                    return Some(row.map_err(|fault| RowProblem { line, unit: self.rows, fault }));
                }
                Err(fault) => {
                    self.ended = true;
                    return Some(Err(RowProblem { line, unit: self.rows, fault }));
                }
            }
        }
        None
    }

    /// Takes the next piece of the file in; an error ends the file.
    fn step(&mut self, line: u64) -> Result<Option<Result<TermRow, Fault>>, Fault> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        self.xml.get_mut().begin_piece();
        let done = match self.xml.read_event_into(&mut buffer) {
            Ok(event) => self.take(&event, line),
            Err(Error::Io(error)) => Err(characters::fault(&error)),
            Err(error) => Err(broken(error.to_string().chars().take(200).collect())),
        };
        if buffer.capacity() <= limits::UNIT {
            self.buffer = buffer;
        }
        done
    }

    fn take(&mut self, event: &Event<'_>, line: u64) -> Result<Option<Result<TermRow, Fault>>, Fault> {
        match event {
            Event::Start(start) => self.open(start, line)?,
            Event::End(_) => return Ok(self.close()),
            Event::Text(text) => self.push(&text.xml10_content()),
            Event::CData(text) => self.push(&text.xml10_content()),
            Event::GeneralRef(reference) => self.reference(reference),
            Event::Comment(comment) if !self.begun => self.said(comment.as_ref()),
            Event::DocType(declaration) => declarations(declaration.as_ref())?,
            Event::Eof => {
                self.ended = true;
                if !self.path.is_empty() || !self.begun {
                    return Err(broken("it ends in the middle of an element".to_owned()));
                }
            }
            _ => {}
        }
        Ok(None)
    }

    fn open(&mut self, start: &BytesStart<'_>, line: u64) -> Result<(), Fault> {
        if self.path.len() >= limits::NESTING {
            return Err(Fault::NestedTooDeep);
        }
        let name = start.local_name();
        let element = match (self.path.last(), name.as_ref()) {
            (None, "JMdict") => Element::Root,
            (None, _) => return Err(Fault::UnknownFormat { seems: "an XML file of another kind".to_owned() }),
            (Some(Element::Root), "entry") => Element::Entry,
            (_, "keb") => Element::Spelling,
            (_, "reb") => Element::Reading,
            (_, "pos" | "misc") => Element::Code,
            (_, "gloss") if is_english(start) => Element::Gloss,
            _ => Element::Other,
        };
        if element == Element::Entry {
            self.rows += 1;
            self.draft = Draft { line, ..Draft::default() };
        }
        self.begun = true;
        self.text.clear();
        self.path.push(element);
        Ok(())
    }

    fn close(&mut self) -> Option<Result<TermRow, Fault>> {
        let element = self.path.pop();
        let text = filled(&self.text);
        self.text.clear();
        match (element, text) {
            (Some(Element::Entry), _) => return Some(self.draft.finish()),
            (Some(Element::Spelling), Some(text)) => self.draft.spellings.push(text),
            (Some(Element::Reading), Some(text)) => self.draft.readings.push(text),
            (Some(Element::Gloss), Some(text)) => {
                if let Some(gloss) = gloss::plain(&text).filter(|gloss| !self.draft.glosses.contains(gloss)) {
                    self.draft.glosses.push(gloss);
                }
            }
            (Some(Element::Code), Some(code)) => {
                self.draft.usually_kana |= code == "uk";
                let part = gloss::part_of_speech(&code);
                self.draft.part_of_speech = self.draft.part_of_speech.or(part);
            }
            _ => {}
        }
        None
    }

    /// Text where it means something, as long as the entry has room.
    fn push(&mut self, text: &str) {
        if !matches!(self.path.last(), None | Some(Element::Root | Element::Entry | Element::Other)) {
            self.draft.weight = self.draft.weight.saturating_add(text.len());
            if self.draft.weight > limits::UNIT {
                self.draft.fault.get_or_insert(Fault::UnitTooLarge);
            } else {
                push_clean(&mut self.text, text);
            }
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        let name: &str = reference.as_ref();
        let letter = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => reference.resolve_char_ref().ok().flatten(),
        };
        match (letter, self.path.last()) {
            (Some(letter), _) => self.push(letter.encode_utf8(&mut [0; 4])),
            (None, Some(Element::Code)) => self.push(name),
            (None, Some(Element::Spelling | Element::Reading | Element::Gloss)) => {
                let name = name.chars().take(40).collect();
                self.draft.fault.get_or_insert(Fault::UnknownEntity { name });
            }
            (None, _) => {}
        }
    }

    /// A comment before the entries may say whose the file is.
    fn said(&mut self, comment: &str) {
        let line = |word: &str| {
            let has = |line: &&str| line.to_lowercase().contains(word) && line.len() <= 300;
            comment.lines().map(str::trim).find(has).map(str::to_owned)
        };
        self.facts = std::mem::take(&mut self.facts).or(SourceFacts {
            licence: line("licence:").or_else(|| line("license:")),
            attribution: line("copyright"),
            url: None,
        });
    }
}

impl Draft {
    fn finish(&mut self) -> Result<TermRow, Fault> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let reading = self.readings.first().cloned();
        let (spellings, read) = match self.spellings.is_empty() {
            true => (&self.readings, None),
            false => (&self.spellings, reading),
        };
        let mut names: Vec<Name> = Vec::with_capacity(spellings.len() + self.glosses.len());
        for (index, spelling) in spellings.iter().enumerate() {
            let mut name = Name::new(Lang::JA, spelling);
            name.kind = if index == 0 { TermKind::FullForm } else { TermKind::Variant };
            name.reading.clone_from(&read);
            name.part_of_speech = self.part_of_speech;
            names.push(name);
        }
        if names.is_empty() {
            return Err(Fault::EmptySource);
        }
        if self.glosses.is_empty() {
            return Err(Fault::Untranslated { lang: Lang::EN });
        }
        names.extend(self.glosses.iter().map(|gloss| Name::new(Lang::EN, gloss)));
        Ok(TermRow { names, usually_kana: self.usually_kana, line: self.line, ..TermRow::default() })
    }
}

/// Whether a gloss is in English, which is what one without language is in.
fn is_english(start: &BytesStart<'_>) -> bool {
    start.attributes().with_checks(false).flatten().all(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        attribute.key.as_ref() != "xml:lang" || value.is_ok_and(|value| matches!(value.as_ref(), "eng" | "en"))
    })
}

/// Refuses a document type that declares entities made of entities, of files, or for the document type itself.
fn declarations(declaration: &str) -> Result<(), Fault> {
    let hostile = |problem| Err(Fault::HostileXml { problem });
    for entity in declaration.split("<!ENTITY").skip(1) {
        let mut words = entity.split_whitespace();
        let (name, value) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if name == "%" || name.starts_with('%') {
            return hostile("it declares parameter entities");
        }
        if matches!(value, "SYSTEM" | "PUBLIC") {
            return hostile("it declares entities outside the file");
        }
        let text = entity.split_once(['"', '\'']).map(|(_, text)| text).unwrap_or_default();
        if text.split(['"', '\'']).next().unwrap_or_default().contains(['&', '%']) {
            return hostile("it declares entities made of entities");
        }
    }
    Ok(())
}

fn broken(problem: String) -> Fault {
    Fault::BrokenFile { problem }
}
