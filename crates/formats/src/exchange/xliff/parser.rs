//! Builds segments from the tokens of an XLIFF file, and reports what is broken.

use super::confirmation::{Confirmation, Prefixes};
use super::facts::{APPROVED_12, APPROVED_21, Facts, OWN};
use super::glossary::GlossaryEntry;
use super::inline_codes::resolve;
use super::segment::{Gap, Segment};
use crate::exchange::cleaning::filled;
use crate::exchange::language;
use crate::exchange::xml::{Content, Flaw, FlawKind, Structure, Tag, Token, local, opening_of_empty};
use crate::model::{Lang, Span};

/// Elements that never stand in a text: where one begins or ends, the text before it has ended.
const STRUCTURE: &[&str] = &[
    "xliff",
    "file",
    "header",
    "body",
    "group",
    "trans-unit",
    "unit",
    "segment",
    "ignorable",
    "source",
    "target",
    "seg-source",
    "note",
    "notes",
    "alt-trans",
    "context-group",
    "context",
    "originalData",
    "data",
    "glossary",
    "glossEntry",
    "term",
    "translation",
    "definition",
    "seg-defs",
    "seg",
    "value",
];

/// The state between two tokens.
#[derive(Debug, Default)]
pub(super) struct Parser {
    /// The source language the file names.
    pub(super) source_lang: Option<Lang>,
    /// The target language the file names.
    pub(super) target_lang: Option<Lang>,
    /// The entries of its glossaries.
    pub(super) glossary: Vec<GlossaryEntry>,
    structure: Structure,
    /// Whether our own writer made the file.
    is_own: bool,
    /// Whether Trados Studio or memoQ did.
    prefixes: Prefixes,
    /// The document the segments stand in, as these name it.
    original: Option<String>,
    /// The part of a segment that is described.
    described: Option<String>,
    /// Whether white space around a text belongs to it, unless its unit says otherwise.
    keeps_space: bool,
    /// What the unit around a segment says.
    unit: Unit,
    segment: Option<Segment>,
    text: Option<OpenText>,
}

/// What is said of a unit as a whole.
#[derive(Debug, Clone, Default)]
struct Unit {
    key: Option<String>,
    context: Option<String>,
    note: Option<String>,
    is_locked: bool,
    keeps_space: bool,
    facts: Facts,
    /// What inline codes stand for, by their identifiers.
    data: Vec<(String, String)>,
    entries: Vec<GlossaryEntry>,
}

/// A text that is being read.
#[derive(Debug)]
struct OpenText {
    name: String,
    /// What the element says it is: a category, a type, an identifier.
    kind: Option<String>,
    keeps_space: bool,
    tag: Span,
    content: Content,
}

impl Parser {
    /// Takes the next token; gives a segment that ends with it.
    pub(super) fn take(&mut self, token: &Token<'_>, flaws: &mut Vec<Flaw>) -> Option<Segment> {
        if let Some(text) = &mut self.text {
            let structural = match token {
                Token::Start(tag) => STRUCTURE.contains(&tag.local()).then_some(tag.span.start),
                Token::End { name, span } if *name == text.name && !text.content.has_open(name) => {
                    self.end_text(span.start, Some(span.end), flaws);
                    return None;
                }
                Token::End { name, span } => STRUCTURE.contains(&local(name)).then_some(span.start),
                _ => None,
            };
            match structural {
                Some(at) => self.end_text(at, None, flaws),
                None => {
                    text.content.take(token, flaws);
                    return None;
                }
            }
        }
        match token {
            Token::Start(tag) => self.begin(tag, flaws),
            Token::End { name, span } if self.structure.close(name, *span, flaws) => match local(name) {
                "trans-unit" | "segment" => self.finish(span.end),
                "unit" => {
                    self.end_unit();
                    None
                }
                _ => None,
            },
            Token::DocumentType(declaration, at) => {
                if declaration.to_ascii_uppercase().contains("<!ENTITY") {
                    let span = Span::new(*at, at + declaration.len());
                    flaws.push(Flaw { span, kind: FlawKind::Entities("it declares entities") });
                }
                None
            }
            _ => None,
        }
    }

    /// The end of the file; gives the segment that ends with it.
    pub(super) fn end(&mut self, at: usize, flaws: &mut Vec<Flaw>) -> Option<Segment> {
        self.end_text(at, None, flaws);
        self.structure.end(flaws);
        let segment = self.finish(at);
        self.end_unit();
        segment
    }

    fn end_unit(&mut self) {
        self.glossary.append(&mut self.unit.entries);
    }

    fn begin(&mut self, tag: &Tag<'_>, flaws: &mut Vec<Flaw>) -> Option<Segment> {
        let name = tag.local();
        let mut ended = None;
        if matches!(name, "trans-unit" | "unit" | "segment") {
            let is_ended =
                |open: &str| open == "segment" || (name != "segment" && matches!(open, "trans-unit" | "unit"));
            if self.structure.interrupt(is_ended, flaws) {
                ended = self.finish(tag.span.start);
            }
        }
        match name {
            "xliff" => {
                self.prefixes.add(tag);
                self.languages(tag.attribute("srcLang"), tag.attribute("trgLang"));
            }
            "file" => {
                self.languages(tag.attribute("source-language"), tag.attribute("target-language"));
                self.keeps_space = keeps_space(tag).unwrap_or_default();
                self.original = tag.attribute("original").filter(|_| self.prefixes.are_known());
            }
            "unit" | "trans-unit" => {
                self.end_unit();
                self.begin_unit(tag);
            }
            "segment" => {
                let own = tag.attribute("id");
                let key = match (&self.unit.key, own) {
                    (Some(unit), Some(own)) => Some(format!("{unit}/{own}")),
                    (unit, own) => own.or_else(|| unit.clone()),
                };
                let (state, qualifier) = (tag.attribute("state"), tag.attribute("subState"));
                self.segment = Some(Segment { start: tag.span.start, key, state, qualifier, ..Segment::default() });
            }
            "source" | "target" | "seg-source" if self.is_in_segment() => {
                self.begin_text(name, tag);
                return ended;
            }
            "seg" if self.structure.parent() == "seg-defs" && self.prefixes.is_of_studio(tag.name) => {
                self.described = tag.attribute("id");
                if let (Some(segment), Some(part)) = (&mut self.segment, self.described.clone()) {
                    segment.confirmations.insert(part, Confirmation::of_studio(tag));
                }
            }
            "glossEntry" => {
                self.unit.entries.push(GlossaryEntry::new(tag.span.start, self.unit.key.clone()));
            }
            _ if !tag.empty && self.is_said_of_a_unit(name) => {
                self.text = Some(OpenText::new(tag, false));
                return ended;
            }
            _ => {}
        }
        self.structure.open(tag, flaws);
        ended
    }

    /// Whether an element says something of a unit, or of the file.
    fn is_said_of_a_unit(&self, name: &str) -> bool {
        match name {
            "note" => matches!(self.structure.parent(), "trans-unit" | "notes" | "unit" | "header"),
            "context" => self.structure.parent() == "context-group",
            "data" => self.structure.parent() == "originalData",
            // That of an earlier state stands in `prev-origin`.
            "value" => self.structure.parent() == "seg" && self.segment.is_some(),
            "term" | "translation" | "definition" => self.structure.parent() == "glossEntry",
            _ => false,
        }
    }

    fn begin_unit(&mut self, tag: &Tag<'_>) {
        let key = ["resname", "name", "id"].iter().find_map(|name| tag.attribute(name));
        let is_locked = tag.attribute("translate").as_deref() == Some("no");
        let context = ["resname", "name"].iter().find_map(|name| tag.attribute(name));
        let facts = Facts { is_own: self.is_own, key: context.clone(), ..Facts::default() };
        let keeps_space = keeps_space(tag).unwrap_or(self.keeps_space);
        self.unit = Unit { key: key.clone(), context, is_locked, keeps_space, facts, ..Unit::default() };
        if tag.local() == "trans-unit" {
            let is_approved = tag.attribute("approved").as_deref() == Some("yes");
            let confirmation = self.prefixes.memoq_unit(tag);
            let start = tag.span.start;
            self.segment = Some(Segment { start, key, is_approved, confirmation, ..Segment::default() });
        }
    }

    fn is_in_segment(&self) -> bool {
        self.segment.is_some() && matches!(self.structure.parent(), "trans-unit" | "segment")
    }

    fn begin_text(&mut self, name: &str, tag: &Tag<'_>) {
        let Some(segment) = &mut self.segment else { return };
        if name == "target" {
            segment.state = tag.attribute("state").or(segment.state.take());
            segment.qualifier = tag.attribute("state-qualifier").or(segment.qualifier.take());
        }
        if !tag.empty {
            self.text = Some(OpenText::new(tag, keeps_space(tag).unwrap_or(self.unit.keeps_space)));
        } else if name == "target" {
            let (open, close) = (opening_of_empty(tag), format!("</{}>", tag.name));
            segment.gap = Some(Gap::EmptyTarget { tag: tag.span, open, close });
        } else if name == "source" {
            segment.source = Some(Content::new(tag.span.end).empty());
            segment.gap = Some(Gap::Behind { at: tag.span.end, name: tag.name.to_owned(), source: tag.span });
        }
    }

    /// The text that is being read ends at `at`: with an end tag, which itself ends at `behind`, or because another element
    /// begins.
    fn end_text(&mut self, at: usize, behind: Option<usize>, flaws: &mut Vec<Flaw>) {
        let Some(OpenText { name, kind, keeps_space, tag, content }) = self.text.take() else { return };
        if behind.is_none() {
            flaws.push(Flaw { span: tag, kind: FlawKind::Unclosed(name.clone()) });
        }
        let mut text = if keeps_space { content.finish_exactly(at, flaws) } else { content.finish(at, flaws) };
        resolve(&mut text.whole, &self.unit.data);
        let behind = behind.unwrap_or(at);
        match (local(&name), &mut self.segment) {
            ("note" | "context", _) => self.noted(kind.as_deref().unwrap_or_default(), text.whole.text().trim()),
            ("data", _) => self.unit.data.extend(kind.map(|id| (id, text.whole.text().to_owned()))),
            (part @ ("term" | "translation" | "definition"), _) => {
                if let Some(entry) = self.unit.entries.last_mut() {
                    entry.add(part, text.whole.text().trim());
                }
            }
            ("value", Some(segment)) => {
                let part = self.described.as_ref().and_then(|part| segment.confirmations.get_mut(part));
                if let (Some(confirmation), Some(key)) = (part, kind) {
                    confirmation.add(&key, text.whole.text());
                }
            }
            ("target", Some(segment)) => segment.target = Some(text),
            ("source", Some(segment)) => {
                segment.source = Some(text);
                segment.gap = Some(Gap::Behind { at: behind, name, source: tag });
            }
            ("seg-source", Some(segment)) => {
                segment.segmented = Some(text);
                if let Some(Gap::Behind { at, .. }) = &mut segment.gap {
                    *at = behind;
                }
            }
            _ => {}
        }
    }

    /// A note or context of this category.
    fn noted(&mut self, category: &str, text: &str) {
        match category {
            "taiyaku" | "" if self.unit.key.is_none() => self.is_own |= text.starts_with(OWN),
            _ if category.starts_with("x-") => self.unit.facts.add(category, text),
            _ => drop(self.unit.note.get_or_insert_with(|| text.to_owned())),
        }
    }

    fn languages(&mut self, source: Option<String>, target: Option<String>) {
        let parse = |tag: Option<String>| tag.and_then(|tag| language::parse(&tag).ok());
        self.source_lang = self.source_lang.take().or_else(|| parse(source));
        self.target_lang = self.target_lang.take().or_else(|| parse(target));
    }

    /// The segment that is being read, which ends here.
    fn finish(&mut self, end: usize) -> Option<Segment> {
        let segment = self.segment.take()?;
        let Unit { note, context, is_locked, mut facts, .. } = self.unit.clone();
        facts.original = self.original.as_deref().and_then(base_name);
        facts.is_approved = matches!(segment.qualifier.as_deref(), Some(APPROVED_12 | APPROVED_21));
        facts.is_term = self.unit.entries.iter().any(|entry| entry.is_all_of(&segment));
        Some(Segment { end, note, context, is_locked, facts, ..segment })
    }
}

impl OpenText {
    fn new(tag: &Tag<'_>, keeps_space: bool) -> Self {
        let kind = ["category", "context-type", "id", "key"].iter().find_map(|name| tag.attribute(name));
        Self { name: tag.name.to_owned(), kind, keeps_space, tag: tag.span, content: Content::new(tag.span.end) }
    }
}

/// The name of a file without its folders, which are those of somebody's computer.
fn base_name(path: &str) -> Option<String> {
    filled(path.rsplit(['/', '\\']).next().unwrap_or_default())
}

/// Whether white space around the texts of an element belongs to them, if it says so.
fn keeps_space(tag: &Tag<'_>) -> Option<bool> {
    tag.attribute("space").map(|value| value == "preserve")
}
