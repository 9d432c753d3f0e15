//! Imports `JMdict` with its English glosses.
//!
//! The file opens with a document type that declares an entity for each of its codes. An entity is never replaced by its
//! declaration: where a code stands, its name is the code (`&n;`); elsewhere it is unknown. A document type that declares
//! anything but plain texts is refused.

use std::io::Read;

use crate::exchange::cleaning::{filled, push_clean};
use crate::exchange::edict::{part_of_speech, plain};
use crate::exchange::input::Window;
use crate::exchange::item::{Fault, Item, Name, RowProblem, TermRow};
use crate::exchange::limits;
use crate::exchange::reader::ItemReader;
use crate::exchange::xml::{Flaw, FlawKind, Part, Structure, Tag, Token, Tokens, parts};
use crate::model::{Lang, PartOfSpeech, SourceFacts, TermKind};

/// The longest reading of a word, in bytes.
const LONGEST_READING: usize = 600;

/// Reads `JMdict`; holds one entry.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    tokens: Tokens<R>,
    parser: Parser,
    ended: bool,
}

/// The state between two tokens.
#[derive(Debug, Default)]
struct Parser {
    facts: SourceFacts,
    structure: Structure,
    path: Vec<Element>,
    entry: Entry,
    text: String,
    rows: u64,
    encoding: &'static str,
    is_begun: bool,
}

/// An element, as far as it matters here.
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
struct Entry {
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
    pub(in crate::exchange) fn new(window: Window<R>) -> Self {
        let parser = Parser { encoding: window.encoding(), ..Parser::default() };
        Self { tokens: Tokens::new(window), parser, ended: false }
    }

    fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let (line, _) = self.tokens.position();
            match self.step() {
                Ok(None) => {}
                Ok(Some(row)) => {
                    let (line, unit) = (self.parser.entry.line, self.parser.rows);
                    return Some(row.map_err(|fault| RowProblem { line, unit, fault }));
                }
                Err(fault) => {
                    self.ended = true;
                    return Some(Err(RowProblem { line, unit: self.parser.rows, fault }));
                }
            }
        }
        None
    }

    /// Takes the next token; an error ends the file.
    fn step(&mut self) -> Result<Option<Result<TermRow, Fault>>, Fault> {
        let mut flaws = Vec::new();
        let row = match self.tokens.next()? {
            Some(lexed) => {
                if let Some(flaw) = lexed.flaw {
                    return Err(flaw.fault());
                }
                lexed.token.map_or(Ok(None), |token| self.parser.take(&token, lexed.line, &mut flaws))?
            }
            None => {
                self.ended = true;
                self.parser.structure.end(&mut flaws);
                if !self.parser.is_begun {
                    return Err(FlawKind::NoRoot.fault());
                }
                None
            }
        };
        match flaws.first() {
            Some(flaw) => Err(flaw.kind.fault()),
            None => Ok(row),
        }
    }
}

impl<R: Read> ItemReader for Reader<R> {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        self.next().map(|row| row.map(Item::Term))
    }

    fn taken(&self) -> u64 {
        self.tokens.taken()
    }

    fn facts(&self) -> SourceFacts {
        self.parser.facts.clone()
    }
}

impl Parser {
    fn take(
        &mut self,
        token: &Token<'_>,
        line: u64,
        flaws: &mut Vec<Flaw>,
    ) -> Result<Option<Result<TermRow, Fault>>, Fault> {
        match token {
            Token::Start(tag) => {
                self.open(tag, line, flaws)?;
                if tag.empty {
                    return Ok(self.close());
                }
            }
            Token::End { name, span } => {
                self.structure.close(name, *span, flaws);
                return Ok(self.close());
            }
            Token::Text(text, _) => self.references(text),
            Token::Cdata(text, _) => self.push(text),
            Token::Comment(comment) if !self.is_begun => self.comment(comment),
            Token::Comment(_) => {}
            Token::DocumentType(declaration, _) => declarations(declaration)?,
        }
        Ok(None)
    }

    fn open(&mut self, tag: &Tag<'_>, line: u64, flaws: &mut Vec<Flaw>) -> Result<(), Fault> {
        let element = match (self.path.last(), tag.local()) {
            (None, "JMdict") => Element::Root,
            (None, _) => return Err(Fault::UnknownFormat { seems: "an XML file of another kind".to_owned() }),
            (Some(Element::Root), "entry") => Element::Entry,
            (_, "keb") => Element::Spelling,
            (_, "reb") => Element::Reading,
            (_, "pos" | "misc") => Element::Code,
            (_, "gloss") if is_english(tag) => Element::Gloss,
            _ => Element::Other,
        };
        if element == Element::Entry {
            self.rows += 1;
            self.entry = Entry { line, ..Entry::default() };
        }
        self.is_begun = true;
        self.entry.weight = self.entry.weight.saturating_add(limits::ELEMENT);
        self.text.clear();
        self.structure.open(tag, flaws);
        self.path.push(element);
        Ok(())
    }

    fn close(&mut self) -> Option<Result<TermRow, Fault>> {
        let element = self.path.pop();
        let text = filled(&self.text);
        self.text.clear();
        match (element, text) {
            (Some(Element::Entry), _) => return Some(self.entry.finish()),
            (Some(Element::Spelling), Some(text)) => self.entry.spellings.push(text),
            (Some(Element::Reading), Some(text)) => self.entry.readings.push(text),
            (Some(Element::Gloss), Some(text)) => {
                if let Some(gloss) = plain(&text).filter(|gloss| !self.entry.glosses.contains(gloss)) {
                    self.entry.glosses.push(gloss);
                }
            }
            (Some(Element::Code), Some(code)) => {
                self.entry.usually_kana |= code == "uk";
                self.entry.part_of_speech = self.entry.part_of_speech.or_else(|| part_of_speech(&code));
            }
            _ => {}
        }
        None
    }

    fn references(&mut self, text: &str) {
        for (part, ..) in parts(text) {
            match (part, self.path.last()) {
                (Part::Verbatim(text), _) => self.push(text),
                (Part::Written(letter), _) => self.push(letter.encode_utf8(&mut [0; 4])),
                (Part::Unknown(name), Some(Element::Code)) => self.push(name),
                (Part::Unknown(name), Some(Element::Spelling | Element::Reading | Element::Gloss)) => {
                    self.entry.fault.get_or_insert(FlawKind::UnknownEntity(name.to_owned()).fault());
                }
                (Part::LoneAmpersand, Some(Element::Spelling | Element::Reading | Element::Gloss)) => {
                    self.entry.fault.get_or_insert(FlawKind::LoneAmpersand.fault());
                }
                (Part::Unknown(_) | Part::LoneAmpersand | Part::Nothing, _) => {}
            }
        }
    }

    /// Adds text where it means something, as long as the entry has room.
    fn push(&mut self, text: &str) {
        if !matches!(self.path.last(), None | Some(Element::Root | Element::Entry | Element::Other)) {
            self.entry.weight = self.entry.weight.saturating_add(text.len());
            if self.entry.weight > limits::UNIT {
                self.entry.fault.get_or_insert(Fault::UnitTooLarge);
            } else if text.contains('\u{fffd}') {
                self.entry.fault.get_or_insert(Fault::Undecodable { encoding: self.encoding });
            } else {
                push_clean(&mut self.text, text);
            }
        }
    }

    /// A comment before the entries may name owner and licence.
    fn comment(&mut self, comment: &str) {
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

impl Entry {
    fn finish(&mut self) -> Result<TermRow, Fault> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        // Every spelling is stored with it.
        let reading = self.readings.first().filter(|reading| reading.len() <= LONGEST_READING).cloned();
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

/// Whether a gloss is in English, as one without a language is.
fn is_english(tag: &Tag<'_>) -> bool {
    tag.attribute("lang").is_none_or(|lang| matches!(lang.as_str(), "eng" | "en"))
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
