//! TMX 1.1 to 1.4b comes in as characters; its pairs of texts go out, one for each language beside the source.
//!
//! The source is the text in the language `srclang` of the unit or of the header names; where that is missing or
//! `*all*`, in the one the caller names, else the first. Codes inside a text are left out (`markup.rs`), what tools keep
//! beside the texts is taken from the attributes and properties they are known to write (`properties.rs`).

mod draft;
mod properties;

use std::collections::VecDeque;
use std::io::Read;

use quick_xml::XmlVersion;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, BytesStart, Event};

use draft::Draft;

use super::characters::{self, Characters};
use super::language::Languages;
use super::markup::{self, Inline};
use super::strings::push_clean;
use super::{Fault, Options, RowProblem, Unit, limits};

/// Reads TMX; holds one unit at a time.
#[derive(Debug)]
pub(super) struct Reader<R: Read> {
    xml: quick_xml::Reader<Characters<R>>,
    buffer: Vec<u8>,
    options: Options,
    languages: Languages,
    /// `srclang` of the header.
    source: Option<String>,
    /// The elements that are open.
    path: Vec<Element>,
    draft: Option<Draft>,
    /// Name and value of the property being read.
    property: Option<(String, String)>,
    /// Whether the root has been met.
    begun: bool,
    units: u64,
    ready: VecDeque<Result<Unit, RowProblem>>,
    ended: bool,
}

/// An element, as far as it matters what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    Root,
    Tu,
    Tuv,
    Property,
    /// A segment, or an element in one whose text belongs to it.
    Text,
    /// A code in a segment.
    Code,
    Other,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(characters: Characters<R>, options: Options) -> Self {
        let mut xml = quick_xml::Reader::from_reader(characters);
        let config = xml.config_mut();
        config.expand_empty_elements = true;
        // A lone `&` spoils its unit, not the file.
        config.allow_dangling_amp = true;
        Self {
            xml,
            buffer: Vec::new(),
            options,
            languages: Languages::default(),
            source: None,
            path: Vec::new(),
            draft: None,
            property: None,
            begun: false,
            units: 0,
            ready: VecDeque::new(),
            ended: false,
        }
    }

    pub(super) fn taken(&self) -> u64 {
        self.xml.get_ref().taken()
    }

    pub(super) fn next(&mut self) -> Option<Result<Unit, RowProblem>> {
        while self.ready.is_empty() && !self.ended {
            let line = self.xml.get_ref().line();
            if let Err(fault) = self.step(line) {
                self.ended = true;
                self.ready.push_back(Err(RowProblem { line, unit: self.units, fault }));
            }
        }
        self.ready.pop_front()
    }

    /// Takes the next piece of the file in; an error ends the file.
    fn step(&mut self, line: u64) -> Result<(), Fault> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        self.xml.get_mut().begin_piece();
        let done = match self.xml.read_event_into(&mut buffer) {
            Ok(event) => self.take(&event, line),
            Err(error) => Err(refused(&error)),
        };
        // One long piece must not stay in memory to the end of the file.
        if buffer.capacity() <= limits::UNIT {
            self.buffer = buffer;
        }
        done
    }

    fn take(&mut self, event: &Event<'_>, line: u64) -> Result<(), Fault> {
        match event {
            Event::Start(start) => return self.open(start, line),
            Event::End(_) => self.close(),
            Event::Text(text) => {
                let text = text.xml10_content();
                if text.contains('&') {
                    self.fail(Fault::broken_row("a lone `&` must be written `&amp;`"));
                }
                self.text(&text);
            }
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => self.reference(reference),
            Event::DocType(declaration) if declares_entities(declaration.as_ref()) => {
                return Err(Fault::HostileXml { problem: "it declares entities" });
            }
            Event::Eof => {
                self.ended = true;
                if !self.path.is_empty() {
                    return Err(broken("it ends in the middle of an element"));
                }
                if !self.begun {
                    return Err(broken("it holds no element"));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, start: &BytesStart<'_>, line: u64) -> Result<(), Fault> {
        let parent = self.path.last().copied();
        let name = start.local_name();
        let element = match (parent, name.as_ref()) {
            (None, "tmx") => Element::Root,
            (None, _) => return Err(Fault::UnknownFormat { seems: "an XML file of another kind".to_owned() }),
            (Some(Element::Text), inside) => match markup::inline(inside) {
                Inline::Text => Element::Text,
                Inline::Code | Inline::Other => Element::Code,
            },
            (Some(Element::Code), _) => Element::Code,
            (Some(Element::Tu | Element::Tuv), "prop") => Element::Property,
            (Some(Element::Tu), "tuv") => Element::Tuv,
            (Some(Element::Tuv), "seg") => Element::Text,
            (_, "tu") => Element::Tu,
            _ => Element::Other,
        };
        if self.path.len() >= limits::NESTING {
            return Err(Fault::NestedTooDeep);
        }
        self.path.push(element);
        self.begun = true;
        match element {
            Element::Tu => {
                self.units += 1;
                let mut draft = Draft::new(line, self.units);
                attributes(start, |name, value| draft.attribute(name, value));
                self.draft = Some(draft);
            }
            Element::Tuv => {
                if let Some(draft) = &mut self.draft {
                    draft.begin_variant();
                    attributes(start, |name, value| draft.variant_attribute(name, value));
                }
            }
            Element::Property => {
                let mut kind = String::new();
                attributes(start, |name, value| {
                    if name == "type" {
                        value.clone_into(&mut kind);
                    }
                });
                self.property = Some((kind, String::new()));
            }
            Element::Code if parent == Some(Element::Text) && breaks(start) => self.push("\n"),
            Element::Other if name.as_ref() == "header" => attributes(start, |name, value| {
                if name == "srclang" {
                    self.source = Some(value.to_owned());
                }
            }),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) {
        match self.path.pop() {
            Some(Element::Tu) => {
                if let Some(draft) = self.draft.take() {
                    let encoding = self.xml.get_ref().encoding();
                    let found = draft.finish(self.source.as_deref(), &self.options, encoding, &mut self.languages);
                    self.ready.extend(found);
                }
            }
            Some(Element::Property) => {
                if let (Some((name, value)), Some(draft)) = (self.property.take(), &mut self.draft) {
                    draft.property(self.path.last() == Some(&Element::Tuv), &name, &value);
                }
            }
            _ => {}
        }
    }

    /// Text where it stands: in a segment, in a property, or where it means nothing.
    fn text(&mut self, text: &str) {
        match self.path.last() {
            Some(Element::Text) => self.push(text),
            Some(Element::Property) => {
                if let (Some((_, value)), Some(draft)) = (&mut self.property, &mut self.draft)
                    && draft.fits(text.len())
                {
                    push_clean(value, text);
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(draft) = &mut self.draft {
            draft.push(text);
        }
    }

    /// Something is wrong with the text of a segment; what is wrong elsewhere in the unit does not matter.
    fn fail(&mut self, fault: Fault) {
        if self.path.last() == Some(&Element::Text)
            && let Some(draft) = &mut self.draft
        {
            draft.fail(fault);
        }
    }

    /// A character by its number, or one of the five entities; nothing else is known, so nothing can expand.
    fn reference(&mut self, reference: &BytesRef<'_>) {
        let name: &str = reference.as_ref();
        let letter = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => match reference.resolve_char_ref() {
                Ok(letter) => letter,
                // A control character by its number, which XML forbids and tools write: left out like any other.
                Err(_) if matches!(name, "#0" | "#x0" | "#x00" | "#00") => return,
                Err(_) => None,
            },
        };
        match letter {
            Some(letter) => self.text(letter.encode_utf8(&mut [0; 4])),
            None => self.fail(Fault::UnknownEntity { name: name.chars().take(40).collect() }),
        }
    }
}

/// Calls `take` with name and value of each attribute; one that cannot be read is as good as missing.
fn attributes(start: &BytesStart<'_>, mut take: impl FnMut(&str, &str)) {
    for attribute in start.attributes().with_checks(false).flatten() {
        if let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) {
            take(attribute.key.as_ref(), &value);
        }
    }
}

/// Whether a code says that the line ends there.
fn breaks(start: &BytesStart<'_>) -> bool {
    let mut found = false;
    attributes(start, |name, value| found |= name == "type" && markup::is_break(value));
    found
}

/// An internal subset that declares entities; a reference to the DTD of TMX is usual, and never fetched.
fn declares_entities(declaration: &str) -> bool {
    declaration.to_ascii_uppercase().contains("<!ENTITY")
}

fn broken(problem: &str) -> Fault {
    Fault::BrokenFile { problem: problem.to_owned() }
}

/// What an error of the parser means for the file.
fn refused(error: &Error) -> Fault {
    match error {
        Error::Io(error) => characters::fault(error),
        error => broken(&error.to_string()),
    }
}
