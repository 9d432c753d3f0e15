//! Parses an XML part into a tree of elements by local name. Never loads anything outside the part.

use std::collections::HashSet;
use std::rc::Rc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::read::{Limits, ReadError};

/// The most elements and attributes of one part; documents of a thousand pages have fewer.
const ELEMENTS: usize = 2_000_000;

/// The most bytes of text and values in one part, as a multiple of the limit on text: markup may have more text than it shows.
const TEXTS: usize = 4;

/// An element. Names of elements and attributes are without prefix.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Local name, shared by all elements that have it.
    pub(super) name: Rc<str>,
    /// The attributes that matter here.
    attributes: Vec<(Rc<str>, Box<str>)>,
    /// The elements and text inside, in order.
    pub(super) children: Vec<Node>,
}

/// Something inside an element.
#[derive(Debug)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// The value of the attribute with that local name.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| **key == *name).map(|(_, value)| &**value)
    }

    /// The child elements.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child element with that name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| *element.name == *name)
    }

    /// The attribute `val` of the child with that name.
    pub(super) fn value(&self, child: &str) -> Option<&str> {
        self.child(child)?.attribute("val")
    }

    /// Whether an on/off property is present and not switched off.
    pub(super) fn switched_on(&self, child: &str) -> bool {
        self.child(child).is_some_and(|found| !matches!(found.attribute("val"), Some("0" | "false" | "off" | "none")))
    }

    /// The first element with that name at any depth.
    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        if *self.name == *name { Some(self) } else { self.elements().find_map(|element| element.find(name)) }
    }

    /// The text directly inside.
    pub(super) fn text(&self) -> String {
        self.children
            .iter()
            .filter_map(|node| if let Node::Text(text) = node { Some(text.as_str()) } else { None })
            .collect()
    }
}

/// Reads one part into a tree.
pub(super) fn parse(markup: &str, part: &str, limits: &Limits) -> Result<Element, ReadError> {
    let broken = |position: u64, problem: &str| ReadError::BrokenFile {
        format: "DOCX",
        problem: format!("{problem} in `{part}`"),
        position: usize::try_from(position).ok(),
    };
    let mut reader = Reader::from_str(markup);
    let mut open: Vec<Element> = vec![Element::default()];
    let mut names = Names::default();
    let (mut count, mut length) = (0, 0);
    loop {
        let event =
            reader.read_event().map_err(|_| broken(reader.error_position(), "the markup is not well-formed"))?;
        let current = open.len();
        match event {
            Event::Start(start) => {
                limits.check_nesting(current)?;
                let element = names.element(&start);
                count += 1 + element.attributes.len();
                open.push(element);
            }
            Event::Empty(start) => {
                let element = names.element(&start);
                count += 1 + element.attributes.len();
                append(&mut open, Node::Element(element));
            }
            Event::End(_) if current > 1 => {
                if let Some(mut done) = open.pop() {
                    done.children.shrink_to_fit();
                    append(&mut open, Node::Element(done));
                }
            }
            Event::Text(text) => {
                length += text.len();
                append_text(&mut open, text.as_ref());
            }
            Event::CData(text) => {
                length += text.len();
                append_text(&mut open, text.as_ref());
            }
            Event::GeneralRef(reference) => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => Some(character),
                    _ => predefined_entity(reference.as_ref()),
                };
                if let Some(character) = character {
                    append_text(&mut open, character.encode_utf8(&mut [0; 4]));
                }
            }
            Event::Eof => break,
            _ => {}
        }
        if count > ELEMENTS {
            let position = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            return Err(ReadError::TooManyParts {
                format: "DOCX",
                limit: ELEMENTS,
                what: "elements and attributes",
                position,
            });
        }
        if length > limits.text.saturating_mul(TEXTS) {
            return Err(ReadError::TooMuchText { limit: limits.text });
        }
    }
    if open.len() > 1 {
        return Err(broken(reader.buffer_position(), "elements are not closed"));
    }
    open.pop().ok_or_else(|| broken(0, "there is no element"))
}

/// The names of elements and attributes, each stored once.
#[derive(Default)]
struct Names(HashSet<Rc<str>>);

impl Names {
    fn shared(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.0.get(name) {
            return Rc::clone(known);
        }
        let name: Rc<str> = name.into();
        self.0.insert(Rc::clone(&name));
        name
    }

    /// An element with the attributes that matter here; identifiers of editing sessions are dropped.
    fn element(&mut self, start: &BytesStart<'_>) -> Element {
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false).flatten() {
            let key = attribute.key.local_name();
            let key: &str = key.as_ref();
            if key.starts_with("rsid") || key.starts_with("xmlns") {
                continue;
            }
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned);
            attributes.push((self.shared(key), value.into_boxed_str()));
        }
        attributes.shrink_to_fit();
        Element { name: self.shared(start.local_name().as_ref()), attributes, children: Vec::new() }
    }
}

/// Adds a node to the innermost open element.
fn append(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

/// Adds text to the innermost open element, joining it to text before it.
fn append_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    if let Some(Node::Text(before)) = parent.children.last_mut() {
        before.push_str(text);
    } else {
        parent.children.push(Node::Text(text.to_owned()));
    }
}

/// The character of one of the five entities that XML predefines.
fn predefined_entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
