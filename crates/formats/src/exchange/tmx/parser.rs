//! Builds units from the tokens of a TMX file, and reports what is broken.

use super::unit::TmxUnit;
use crate::exchange::cleaning::push_clean;
use crate::exchange::document::{Notation, Passage};
use crate::exchange::xml::{Content, Flaw, FlawKind, Part, Structure, Tag, Token, local, opening_of_empty, parts};
use crate::model::Span;

/// Elements that never stand in a text: where one begins or ends, the text before it has ended.
const STRUCTURE: &[&str] = &["tmx", "header", "body", "tu", "tuv", "seg", "note", "prop"];

/// The state between two tokens.
#[derive(Debug, Default)]
pub(super) struct Parser {
    /// `srclang` of the header.
    pub(super) source: Option<String>,
    /// How many units have begun.
    pub(super) units: u64,
    /// The local name of the root element, once it is met.
    pub(super) root: Option<String>,
    structure: Structure,
    unit: Option<TmxUnit>,
    text: Option<OpenText>,
    /// Name and value of the property that is being read.
    property: Option<(String, String)>,
}

/// A `seg` or `note` that is being read.
#[derive(Debug)]
struct OpenText {
    name: String,
    tag: Span,
    content: Content,
    is_segment: bool,
}

impl Parser {
    /// Takes the next token, which begins on this line; gives a unit that ends with it.
    pub(super) fn take(&mut self, token: &Token<'_>, line: u64, flaws: &mut Vec<Flaw>) -> Option<TmxUnit> {
        if let Some(text) = &mut self.text {
            let structural = match token {
                Token::Start(tag) => STRUCTURE.contains(&tag.local()).then_some(tag.span.start),
                Token::End { name, span } if *name == text.name && !text.content.has_open(name) => {
                    self.end_text(span.start, true, flaws);
                    return None;
                }
                Token::End { name, span } => STRUCTURE.contains(&local(name)).then_some(span.start),
                _ => None,
            };
            match structural {
                Some(at) => self.end_text(at, false, flaws),
                None => {
                    self.content(token, flaws);
                    return None;
                }
            }
        }
        match token {
            Token::Start(tag) => self.begin(tag, line, flaws),
            Token::End { name, span } => self.end_element(name, *span, flaws),
            Token::Text(text, _) => {
                self.property_text(text, false);
                None
            }
            Token::Cdata(text, _) => {
                self.property_text(text, true);
                None
            }
            Token::DocumentType(declaration, at) => {
                if declaration.to_ascii_uppercase().contains("<!ENTITY") {
                    let span = Span::new(*at, at + declaration.len());
                    flaws.push(Flaw { span, kind: FlawKind::Entities("it declares entities") });
                }
                None
            }
            Token::Comment(_) => None,
        }
    }

    /// The end of the file; gives the unit that ends with it.
    pub(super) fn end(&mut self, at: usize, flaws: &mut Vec<Flaw>) -> Option<TmxUnit> {
        self.end_text(at, false, flaws);
        self.structure.end(flaws);
        if self.root.is_none() {
            flaws.push(Flaw { span: Span::new(at, at), kind: FlawKind::NoRoot });
        }
        self.take_unit(at)
    }

    /// The unit, which ends here.
    fn take_unit(&mut self, end: usize) -> Option<TmxUnit> {
        let mut unit = self.unit.take()?;
        unit.end = end;
        Some(unit)
    }

    /// What stands inside a text.
    fn content(&mut self, token: &Token<'_>, flaws: &mut Vec<Flaw>) {
        let (Some(text), Some(unit)) = (&mut self.text, &mut self.unit) else { return };
        let more = match token {
            Token::Text(inside, _) | Token::Cdata(inside, _) => inside.len(),
            Token::Start(tag) => tag.span.len(),
            _ => 0,
        };
        if !unit.fits(more) {
            // Only its structure matters from here on.
            if !matches!(token, Token::Text(..) | Token::Cdata(..)) {
                text.content.take(token, flaws);
            }
            return;
        }
        let before = flaws.len();
        text.content.take(token, flaws);
        if text.is_segment && unit.flaw.is_none() {
            unit.flaw = flaws.get(before..).unwrap_or_default().first().map(|flaw| flaw.kind.clone());
        }
    }

    fn begin(&mut self, tag: &Tag<'_>, line: u64, flaws: &mut Vec<Flaw>) -> Option<TmxUnit> {
        let name = tag.local();
        self.root.get_or_insert_with(|| name.to_owned());
        let mut ended = None;
        if matches!(name, "tu" | "tuv") && self.structure.interrupt(|open| open == name, flaws) && name == "tu" {
            ended = self.take_unit(tag.span.start);
        }
        match (name, &mut self.unit) {
            ("header", None) => self.source = tag.attribute("srclang"),
            ("tu", _) => {
                self.units += 1;
                let mut unit = TmxUnit::new(tag.span.start, line);
                tag.each_attribute(|name, value| unit.attribute(name, value));
                self.unit = Some(unit);
            }
            ("tuv", Some(unit)) if self.structure.parent() == "tu" => {
                unit.begin_variant(tag.span.end);
                tag.each_attribute(|name, value| unit.variant_attribute(name, value));
            }
            ("prop", Some(_)) if matches!(self.structure.parent(), "tu" | "tuv") && !tag.empty => {
                self.property = Some((tag.attribute("type").unwrap_or_default(), String::new()));
            }
            ("seg", Some(unit)) if self.structure.parent() == "tuv" => {
                if tag.empty {
                    let empty = Passage::new(0, tag.span.start, Notation::Xml);
                    unit.text(empty.with_wrapper(tag.span, opening_of_empty(tag), format!("</{}>", tag.name)));
                } else {
                    self.begin_text(tag, true);
                }
                return ended;
            }
            ("note", Some(_)) if !tag.empty => {
                self.begin_text(tag, false);
                return ended;
            }
            _ => {}
        }
        self.structure.open(tag, flaws);
        if tag.empty && name == "tu" {
            ended = ended.or_else(|| self.take_unit(tag.span.end));
        }
        ended
    }

    fn begin_text(&mut self, tag: &Tag<'_>, is_segment: bool) {
        let content = Content::new(tag.span.end);
        self.text = Some(OpenText { name: tag.name.to_owned(), tag: tag.span, content, is_segment });
    }

    fn end_text(&mut self, at: usize, is_closed: bool, flaws: &mut Vec<Flaw>) {
        let Some(text) = self.text.take() else { return };
        if !is_closed {
            flaws.push(Flaw { span: text.tag, kind: FlawKind::Unclosed(text.name) });
        }
        let passage = text.content.finish(at, flaws).whole;
        let Some(unit) = &mut self.unit else { return };
        if text.is_segment {
            unit.text(passage);
        } else {
            unit.note.get_or_insert_with(|| passage.text().trim().to_owned());
        }
    }

    fn end_element(&mut self, name: &str, span: Span, flaws: &mut Vec<Flaw>) -> Option<TmxUnit> {
        if local(name) == "prop"
            && let (Some((name, value)), Some(unit)) = (self.property.take(), &mut self.unit)
        {
            unit.property(self.structure.is_inside("tuv"), &name, &value);
        }
        if !self.structure.close(name, span, flaws) {
            return None;
        }
        match local(name) {
            "tu" => return self.take_unit(span.end),
            "tuv" => {
                if let Some(variant) = self.unit.as_mut().and_then(|unit| unit.variants.last_mut()) {
                    variant.end = span.end;
                }
            }
            _ => {}
        }
        None
    }

    /// Text of a property. What is wrong with it does not matter to anybody.
    fn property_text(&mut self, text: &str, is_cdata: bool) {
        let (Some((_, value)), Some(unit)) = (&mut self.property, &mut self.unit) else { return };
        if self.structure.parent() != "prop" || !unit.fits(text.len()) {
            return;
        }
        if is_cdata {
            push_clean(value, text);
            return;
        }
        for (part, ..) in parts(text) {
            match part {
                Part::Verbatim(text) => push_clean(value, text),
                Part::Written(letter) => push_clean(value, letter.encode_utf8(&mut [0; 4])),
                Part::Nothing | Part::Unknown(_) | Part::LoneAmpersand => {}
            }
        }
    }
}
