//! Builds concepts from the tokens of a TBX file.
//!
//! A file of 2019 must be built as the standard has it: a concept that is not is left out. Files of 2008 come from many older
//! programs; what is unusual about them is told and they are read. Where a data category stands, what it is called and what
//! it says does neither harm nor good to the terms, so that is told in both, once for each kind.

mod conformance;

use std::collections::{BTreeMap, BTreeSet};

use super::category::Category;
use super::entry::{Draft, Entry, Statement};
use super::references::{References, is_date};
use super::version::{OWN, Version};
use crate::exchange::cleaning::push_clean;
use crate::exchange::item::{Fault, TermRow};
use crate::exchange::language::Languages;
use crate::exchange::limits;
use crate::exchange::xml::{Flaw, FlawKind, Part, Structure, Tag, Token, parts};
use crate::model::Lang;

/// A concept, or the line on which something is wrong with it.
pub(super) type ParsedConcept = Result<TermRow, (u64, Fault)>;

/// How many kinds of unusual things are told of one file.
const TOLD: usize = 50;

/// The state between two tokens.
#[derive(Debug, Default)]
pub(super) struct Parser {
    /// How many concepts have begun.
    pub(super) rows: u64,
    structure: Structure,
    path: Vec<Element>,
    version: Version,
    entry: Entry,
    /// What is being read of a data category, and the text of it.
    statement: Statement,
    text: String,
    /// What the group that is open has so far.
    group: Vec<Statement>,
    languages: Languages,
    references: References,
    /// Terms that were left out, by language.
    others: BTreeMap<String, u64>,
    told: BTreeSet<String>,
    /// What is unusual about the file, until there is a concept to tell it with.
    doubts: Vec<Fault>,
    has_source: bool,
    /// The line of the body.
    body: Option<u64>,
    encoding: &'static str,
}

/// An element, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    Concept,
    Language,
    Term,
    /// A group of statements.
    Group,
    Statement,
    /// Markup inside the text of a statement, which belongs to the text.
    Inline,
    /// What the header says about its origin.
    Origin,
    Other,
}

/// The attributes that matter.
#[derive(Debug, Default)]
struct Attributes {
    id: Option<String>,
    kind: Option<String>,
    target: Option<String>,
}

impl Parser {
    pub(super) fn new(encoding: &'static str) -> Self {
        Self { encoding, ..Self::default() }
    }

    /// Takes the next token; gives a concept that ends with it.
    ///
    /// # Errors
    /// Why nothing behind it can be read.
    pub(super) fn take(
        &mut self,
        token: &Token<'_>,
        line: u64,
        flaws: &mut Vec<Flaw>,
    ) -> Result<Option<ParsedConcept>, Fault> {
        match token {
            Token::Start(tag) => {
                self.open(tag, line, flaws)?;
                if tag.empty {
                    return Ok(self.close(line));
                }
            }
            Token::End { name, span } => {
                self.structure.close(name, *span, flaws);
                return Ok(self.close(line));
            }
            Token::Text(text, _) => self.references(text, line),
            Token::Cdata(text, _) => self.push(text, line),
            Token::Comment(_) => {}
            Token::DocumentType(declaration, _) => {
                if declaration.contains("<!ENTITY") {
                    return Err(Fault::HostileXml { problem: "it declares entities" });
                }
            }
        }
        Ok(None)
    }

    /// The end of the file.
    ///
    /// # Errors
    /// `broken_file` for a file without an element.
    pub(super) fn end(&mut self, flaws: &mut Vec<Flaw>) -> Result<(), Fault> {
        self.structure.end(flaws);
        if self.version.number == 0 { Err(FlawKind::NoRoot.fault()) } else { Ok(()) }
    }

    /// What is told once the file has ended.
    pub(super) fn last_words(&mut self) -> Vec<(u64, Fault)> {
        let mut words = self.references.dangling();
        words.extend(self.doubts.drain(..).map(|doubt| (doubt.line().unwrap_or(1), doubt)));
        if let (Some(line), 0) = (self.body, self.rows)
            && self.version.is_strict()
        {
            let problem = "The body has no concept. Leave `<body>` out, or add one.".to_owned();
            words.push((line, Fault::BrokenFile { problem }));
        }
        if !self.others.is_empty() {
            let list: Vec<String> = self.others.iter().map(|(lang, count)| format!("{lang}: {count}")).collect();
            words.push((1, Fault::TermsLeftOut { languages: list.join(", ") }));
        }
        words
    }

    fn open(&mut self, tag: &Tag<'_>, line: u64, flaws: &mut Vec<Flaw>) -> Result<(), Fault> {
        if self.version.number == 0 {
            let (version, unusual) = Version::of_root(tag)?;
            self.version = version;
            self.doubts.extend(unusual.into_iter().map(|problem| Fault::deviation(line, problem)));
        }
        let element = self.element(tag, line);
        match element {
            Element::Concept => self.begin_concept(tag, line),
            Element::Language => self.begin_language(tag, line),
            Element::Term => {
                self.identify(tag, line);
                self.entry.term = Some(Draft::default());
                let is_of_version = (tag.local() == "termSec") == self.version.is_strict();
                if !is_of_version {
                    let problem = format!("`<{}>` belongs to the other version of TBX.", tag.local());
                    self.entry.refuse(line, Fault::broken_row(problem));
                }
            }
            Element::Group => {
                self.group.clear();
                self.order(tag.local() == "termGrp", tag.local() == "termNoteGrp", line);
            }
            Element::Statement => self.begin_statement(tag, line),
            Element::Origin => self.text.clear(),
            Element::Inline | Element::Other => {}
        }
        self.entry.weight = self.entry.weight.saturating_add(limits::ELEMENT);
        self.structure.open(tag, flaws);
        self.path.push(element);
        Ok(())
    }

    fn element(&mut self, tag: &Tag<'_>, line: u64) -> Element {
        let name = tag.local();
        let Some(parent) = self.path.last() else { return Element::Other };
        if matches!(parent, Element::Statement | Element::Inline) {
            return Element::Inline;
        }
        if !self.path.contains(&Element::Concept) {
            return self.outside(tag, line);
        }
        match (parent, name) {
            (Element::Concept, "langSet" | "langSec") => Element::Language,
            (Element::Language, "tig" | "ntig" | "termSec") => Element::Term,
            (_, "descripGrp" | "adminGrp" | "transacGrp" | "termNoteGrp" | "termGrp") => Element::Group,
            _ => Element::Statement,
        }
    }

    /// An element that stands in no concept.
    fn outside(&mut self, tag: &Tag<'_>, line: u64) -> Element {
        let parent = self.structure.parent();
        match tag.local() {
            "termEntry" | "conceptEntry" => return Element::Concept,
            "p" if parent == "sourceDesc" => return Element::Origin,
            "sourceDesc" => self.has_source = true,
            "titleStmt" | "publicationStmt" if parent == "fileDesc" && self.has_source => {
                let problem = format!("`<{}>` comes behind `<sourceDesc>`.", tag.local());
                self.doubts.push(Fault::deviation(line, problem));
            }
            "body" => self.body = Some(line),
            _ => {}
        }
        self.identify(tag, line);
        Element::Other
    }

    fn begin_concept(&mut self, tag: &Tag<'_>, line: u64) {
        self.rows += 1;
        self.entry = Entry::new(line, None, self.version.is_own);
        self.entry.doubts.append(&mut self.doubts);
        // The entry must be there before something can be wrong with it.
        let id = self.identify(tag, line).id;
        if id.is_none() && self.version.is_strict() {
            let problem = "`<conceptEntry>` has no `id`. Give each concept one of its own.";
            self.entry.refuse(line, Fault::broken_row(problem));
        }
        self.entry.id = id;
    }

    /// The language of a section: Japanese, English or none that is kept.
    fn begin_language(&mut self, tag: &Tag<'_>, line: u64) {
        let Some(written) = tag.attribute("lang") else {
            return self.entry.refuse(line, Fault::LanguageMissing);
        };
        let lang = match self.languages.parse(&written) {
            Ok(lang) => lang,
            Err(fault) => return self.entry.refuse(line, fault),
        };
        if written.contains('_') {
            self.tell("lang", line, || {
                format!("`{}` is no valid language tag and was read as `{lang}`.", start_of(&written))
            });
        }
        if self.entry.sections.contains(&lang) {
            let problem = format!("The concept has two sections for `{lang}`. Put their terms into one.");
            if self.version.is_strict() {
                self.entry.refuse(line, Fault::broken_row(problem));
            } else {
                self.tell("section", line, || problem);
            }
        }
        self.entry.sections.push(lang.clone());
        let kept = match () {
            () if lang.is_japanese() => Some(Lang::JA),
            () if lang.is_english() => Some(Lang::EN),
            () => None,
        };
        self.entry.enter(kept);
    }

    fn begin_statement(&mut self, tag: &Tag<'_>, line: u64) {
        let Attributes { kind, target, .. } = self.identify(tag, line);
        let element = tag.local();
        let is_typed = matches!(
            element,
            "descrip" | "descripNote" | "admin" | "adminNote" | "termNote" | "transac" | "transacNote" | "ref" | "xref"
        );
        let name = if is_typed { kind.unwrap_or_else(|| element.to_owned()) } else { element.to_owned() };
        self.text.clear();
        if name == "term" {
            self.order(true, false, line);
            self.statement = Statement { name, line, ..Statement::default() };
            return;
        }
        let category = Category::named(&name);
        let is_term_note = element == "termNote" || category.is_some_and(|category| category.element == "termNote");
        self.order(false, is_term_note, line);
        self.check(category, &name, is_typed, line);
        if let Some(target) = &target {
            self.check_target(category, &name, target, line);
        }
        self.statement = Statement { name, target, is_term_note, line, ..Statement::default() };
    }

    fn close(&mut self, line: u64) -> Option<ParsedConcept> {
        match self.path.pop()? {
            Element::Concept => return Some(self.entry.finish()),
            Element::Language => self.entry.enter(None),
            Element::Term => self.end_term(line),
            Element::Statement => self.end_statement(),
            Element::Group => self.end_group(),
            Element::Origin => self.version.is_own = self.text.trim_start().starts_with(OWN),
            Element::Inline | Element::Other => {}
        }
        None
    }

    fn end_term(&mut self, line: u64) {
        let is_empty = self.entry.term.as_ref().is_some_and(|term| term.text.is_empty());
        if is_empty && self.is_kept() {
            let problem = "A term is empty. Fill it in, or delete its section.";
            if self.version.is_strict() {
                self.entry.refuse(line, Fault::broken_row(problem));
            } else {
                self.tell(problem, line, || problem.to_owned());
            }
        } else if !is_empty
            && !self.is_kept()
            && let Some(lang) = self.entry.sections.last().filter(|lang| !lang.is_japanese() && !lang.is_english())
        {
            // A hostile file may have a million of them.
            let lang = if self.others.len() < 40 { lang.primary() } else { "others" };
            *self.others.entry(lang.to_owned()).or_default() += 1;
        }
        self.entry.end_term();
    }

    fn end_statement(&mut self) {
        let mut statement = std::mem::take(&mut self.statement);
        statement.text = std::mem::take(&mut self.text);
        let line = statement.line;
        if !self.is_kept() {
            // Whether there was a term at all is all that counts.
            if let ("term", Some(term)) = (statement.name.as_str(), &mut self.entry.term) {
                term.text = statement.text;
            }
            return;
        }
        let value = statement.text.trim();
        let category = Category::named(&statement.name);
        if let Some(category) = category.filter(|category| !category.may_say(value, self.version.number)) {
            let (key, value) = (format!("{} value", category.name), start_of(value));
            let name = category.name;
            self.tell(&key, line, || format!("`{value}` is not a value of `{name}`."));
        } else if statement.name == "date" && !is_date(value) {
            let value = start_of(value);
            self.tell("date", line, || format!("`{value}` is no date, which is written `2026-11-20`."));
        }
        if self.path.last() == Some(&Element::Group) && statement.name != "term" && !statement.is_term_note {
            self.group.push(statement);
        } else {
            self.entry.take(&statement, &[]);
        }
    }

    fn end_group(&mut self) {
        let group = std::mem::take(&mut self.group);
        if let Some((first, others)) = group.split_first() {
            self.entry.take(first, others);
        }
    }

    /// Whether this place is in no section of a language that is left out.
    fn is_kept(&self) -> bool {
        self.entry.lang.is_some() || !self.path.contains(&Element::Language)
    }

    fn references(&mut self, text: &str, line: u64) {
        if !self.is_in_text() {
            return;
        }
        for (part, ..) in parts(text) {
            match part {
                Part::Verbatim(text) => self.push(text, line),
                Part::Written(letter) => self.push(letter.encode_utf8(&mut [0; 4]), line),
                Part::Unknown(name) => self.entry.refuse(line, FlawKind::UnknownEntity(name.to_owned()).fault()),
                Part::LoneAmpersand => self.entry.refuse(line, FlawKind::LoneAmpersand.fault()),
                Part::Nothing => {}
            }
        }
    }

    fn is_in_text(&self) -> bool {
        matches!(self.path.last(), Some(Element::Statement | Element::Inline | Element::Origin))
    }

    /// Adds text to that of a statement, as long as the concept has room.
    fn push(&mut self, text: &str, line: u64) {
        if !self.is_in_text() {
            return;
        }
        self.entry.weight = self.entry.weight.saturating_add(text.len());
        if self.entry.weight > limits::UNIT {
            self.entry.refuse(line, Fault::UnitTooLarge);
        } else if text.contains('\u{fffd}') {
            self.entry.refuse(line, Fault::Undecodable { encoding: self.encoding });
        } else {
            push_clean(&mut self.text, text);
        }
    }
}

/// The beginning of what a file says, for a message.
fn start_of(text: &str) -> String {
    text.chars().take(60).collect()
}
