//! Imports TBX in the versions of 2008 (`martif`) and 2019 (`tbx`), with `tig` or `ntig`, and with data categories as
//! attributes (DCA) or as elements (DCT).
//!
//! A concept is one row. Terms in languages other than Japanese and English are left out, and so is what a language tag says
//! beyond the language. A status that is not known leaves out its concept, because it might forbid a term.

use std::io::Read;

use super::entry::{Category, Draft, Entry};
use crate::exchange::cleaning::push_clean;
use crate::exchange::input::Window;
use crate::exchange::item::{Fault, Item, RowProblem, TermRow};
use crate::exchange::language;
use crate::exchange::limits;
use crate::exchange::reader::ItemReader;
use crate::exchange::xml::{Flaw, FlawKind, Part, Structure, Tag, Token, Tokens, parts};
use crate::model::Lang;

/// Reads TBX; holds one concept.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    tokens: Tokens<R>,
    parser: Parser,
    ended: bool,
}

/// A concept with the line it begins on.
type NumberedRow = (u64, Result<TermRow, Fault>);

/// The state between two tokens.
#[derive(Debug, Default)]
struct Parser {
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
    Concept,
    Language,
    Term,
    Category(Category),
    /// Markup inside the text of a data category, which belongs to the text.
    Inline,
    Other,
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
                Ok(Some((line, row))) => {
                    let unit = self.parser.rows;
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
    fn step(&mut self) -> Result<Option<NumberedRow>, Fault> {
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
}

impl Parser {
    fn take(&mut self, token: &Token<'_>, line: u64, flaws: &mut Vec<Flaw>) -> Result<Option<NumberedRow>, Fault> {
        match token {
            Token::Start(tag) => {
                self.open(tag, line, flaws);
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
            Token::Comment(_) => {}
            Token::DocumentType(declaration, _) => {
                if declaration.contains("<!ENTITY") {
                    return Err(Fault::HostileXml { problem: "it declares entities" });
                }
            }
        }
        Ok(None)
    }

    fn open(&mut self, tag: &Tag<'_>, line: u64, flaws: &mut Vec<Flaw>) {
        let is_in_concept = self.path.contains(&Element::Concept);
        let element = match (self.path.last(), tag.local()) {
            (Some(Element::Category(_) | Element::Inline), _) => Element::Inline,
            (_, "termEntry" | "conceptEntry") if !is_in_concept => Element::Concept,
            (Some(Element::Concept), "langSet" | "langSec") => Element::Language,
            (Some(Element::Language), "tig" | "ntig" | "termSec") => Element::Term,
            _ if is_in_concept => category(tag).map_or(Element::Other, Element::Category),
            _ => Element::Other,
        };
        match element {
            Element::Concept => {
                self.rows += 1;
                self.entry = Entry::new(line, tag.attribute("id"));
            }
            Element::Language => self.entry.lang = self.language(tag),
            Element::Term => self.entry.term = Some(Draft::default()),
            Element::Category(_) => self.text.clear(),
            Element::Inline | Element::Other => {}
        }
        self.is_begun = true;
        self.entry.weight = self.entry.weight.saturating_add(limits::ELEMENT);
        self.structure.open(tag, flaws);
        self.path.push(element);
    }

    /// The language of a section: Japanese, English or none that is kept.
    fn language(&mut self, tag: &Tag<'_>) -> Option<Lang> {
        let Some(written) = tag.attribute("lang") else {
            self.entry.fault.get_or_insert(Fault::LanguageMissing);
            return None;
        };
        match language::parse(&written) {
            Ok(lang) if lang.is_japanese() => Some(Lang::JA),
            Ok(lang) if lang.is_english() => Some(Lang::EN),
            Ok(_) => None,
            Err(fault) => {
                self.entry.fault.get_or_insert(fault);
                None
            }
        }
    }

    fn close(&mut self) -> Option<NumberedRow> {
        match self.path.pop()? {
            Element::Concept => {
                let line = self.entry.line;
                return Some((line, self.entry.finish()));
            }
            Element::Language => self.entry.lang = None,
            Element::Term => self.entry.end_term(),
            Element::Category(category) => {
                // What is said in or about a language that is not kept is left out, too.
                let is_kept = self.entry.lang.is_some() || !self.path.contains(&Element::Language);
                if is_kept {
                    self.entry.take(category, &self.text);
                }
            }
            Element::Inline | Element::Other => {}
        }
        None
    }

    fn references(&mut self, text: &str) {
        for (part, ..) in parts(text) {
            match part {
                Part::Verbatim(text) => self.push(text),
                Part::Written(letter) => self.push(letter.encode_utf8(&mut [0; 4])),
                Part::Unknown(name) => self.fault(|| FlawKind::UnknownEntity(name.to_owned())),
                Part::LoneAmpersand => self.fault(|| FlawKind::LoneAmpersand),
                Part::Nothing => {}
            }
        }
    }

    /// Notes a flaw in the text of a data category.
    fn fault(&mut self, kind: impl Fn() -> FlawKind) {
        if self.is_in_category() {
            self.entry.fault.get_or_insert_with(|| kind().fault());
        }
    }

    fn is_in_category(&self) -> bool {
        matches!(self.path.last(), Some(Element::Category(_) | Element::Inline))
    }

    /// Adds text to that of a data category, as long as the concept has room.
    fn push(&mut self, text: &str) {
        if !self.is_in_category() {
            return;
        }
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

/// The data category of an element: its `type`, or its own name.
fn category(tag: &Tag<'_>) -> Option<Category> {
    let typed = matches!(tag.local(), "descrip" | "termNote" | "admin" | "termNoteGrp");
    let name = if typed { tag.attribute("type")? } else { tag.local().to_owned() };
    Some(match name.as_str() {
        "term" => Category::Term,
        "subjectField" => Category::SubjectField,
        "definition" => Category::Definition,
        "administrativeStatus" => Category::Status,
        "partOfSpeech" => Category::PartOfSpeech,
        "termType" => Category::TermType,
        "note" => Category::Note,
        _ => return None,
    })
}
