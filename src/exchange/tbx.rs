//! Concepts come in; TBX-Basic goes out, in the names of one dialect or the other.
//!
//! Both versions of TBX-Basic have the same levels (concept, language, term) and the same data categories, given as
//! `type` attributes; they differ in the names of their elements and in the header. What TBX-Basic has no category for
//! is a `note` of the form `name: value`, written for people and regular enough to be read back:
//!
//! - concept: `conflict: <kind> with c<id>: <reason>`, and `source: <name>: <licence>, <attribution>` for each imported
//!   source behind it
//! - term: `reading: …`, `kind: symbol` (no `termType` has that meaning), `usage: forbidden` (beside the status
//!   `deprecatedTerm-admn-sts`, the strongest there is), `review: <review>, confidence: <0 to 1>`, and one
//!   `evidence: <kind>, <method> @ <source>, confidence: <0 to 1>` for each witness
//!
//! A witness's words are a `context` with their `source`. A source on the web is also an `xref`. For `OmegaT` there is
//! but one note at each target term: `<term>: <its best witness>`.

use std::io::{self, Write};

use crate::model::{Concept, Definition, Term, TermKind, Usage};

use super::selection::{Chosen, LanguageTerms, choose};
use super::xml::Document;
use super::{Header, Profile, clean, web, witness};

/// The names one version of TBX uses.
#[derive(Debug)]
pub(super) struct Dialect {
    pub(super) root: &'static str,
    pub(super) root_attributes: &'static [(&'static str, &'static str)],
    pub(super) header: &'static str,
    /// Name of the file that lists the data categories, where the version wants it named.
    pub(super) categories: Option<&'static str>,
    pub(super) concept: &'static str,
    pub(super) language: &'static str,
    pub(super) term: &'static str,
    /// Whether the body must be there even when it is empty.
    pub(super) always_body: bool,
}

/// Writes TBX-Basic; holds one concept at a time.
pub(super) struct Writer<W: Write> {
    xml: Document<W>,
    header: Header,
    dialect: &'static Dialect,
    body_open: bool,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(out: W, header: &Header, dialect: &'static Dialect) -> io::Result<Self> {
        let mut xml = Document::new(out)?;
        xml.open(dialect.root, dialect.root_attributes)?;
        xml.open(dialect.header, &[])?;
        xml.open("fileDesc", &[])?;
        let title = clean::line(&header.title);
        if !title.is_empty() {
            xml.open("titleStmt", &[])?;
            xml.leaf("title", &[], &title)?;
            xml.close("titleStmt")?;
        }
        xml.open("sourceDesc", &[])?;
        xml.leaf("p", &[], &origin(header))?;
        xml.close("sourceDesc")?;
        xml.close("fileDesc")?;
        if let Some(categories) = dialect.categories {
            xml.open("encodingDesc", &[])?;
            xml.leaf("p", &[("type", "XCSURI")], categories)?;
            xml.close("encodingDesc")?;
        }
        xml.close(dialect.header)?;
        xml.open("text", &[])?;
        Ok(Self { xml, header: header.clone(), dialect, body_open: false })
    }

    pub(super) fn concept(&mut self, concept: &Concept) -> io::Result<bool> {
        let languages = choose(concept, &self.header);
        if languages.is_empty() {
            return Ok(false);
        }
        if !self.body_open {
            self.xml.open("body", &[])?;
            self.body_open = true;
        }
        // An xml:id must not begin with a digit.
        self.xml.open(self.dialect.concept, &[("id", &format!("c{}", concept.id))])?;
        self.category("descrip", "subjectField", &clean::line(concept.field.as_deref().unwrap_or_default()))?;
        self.category("admin", "projectSubset", &clean::line(&concept.project))?;
        let homeless = |definition: &&Definition| languages.iter().all(|group| group.lang != &definition.lang);
        for definition in concept.definitions.iter().filter(homeless) {
            self.definition(definition)?;
        }
        for conflict in &concept.conflicts {
            self.note(
                "conflict",
                &format!("{} with c{}: {}", conflict.kind.as_str(), conflict.other, conflict.reason),
            )?;
        }
        for source in &concept.sources {
            self.note("source", &witness::owned(source))?;
            self.link(&clean::line(source.facts.url.as_deref().unwrap_or_default()))?;
        }
        for group in &languages {
            self.language(concept, group)?;
        }
        self.xml.close(self.dialect.concept)?;
        Ok(true)
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        if self.body_open {
            self.xml.close("body")?;
        } else if self.dialect.always_body {
            self.xml.empty("body", &[])?;
        }
        self.xml.close("text")?;
        self.xml.close(self.dialect.root)?;
        self.xml.finish()
    }

    fn language(&mut self, concept: &Concept, group: &LanguageTerms<'_>) -> io::Result<()> {
        self.xml.open(self.dialect.language, &[("xml:lang", group.lang.as_str())])?;
        for definition in concept.definitions.iter().filter(|definition| &definition.lang == group.lang) {
            self.definition(definition)?;
        }
        for chosen in &group.terms {
            self.term(chosen)?;
        }
        self.xml.close(self.dialect.language)
    }

    fn term(&mut self, chosen: &Chosen<'_>) -> io::Result<()> {
        self.xml.open(self.dialect.term, &[])?;
        self.xml.leaf("term", &[], &chosen.text)?;
        match self.header.profile {
            Profile::Standard => self.all_facts(chosen.term)?,
            Profile::OmegaT => self.comment(chosen)?,
        }
        self.xml.close(self.dialect.term)
    }

    fn all_facts(&mut self, term: &Term) -> io::Result<()> {
        self.category("termNote", "administrativeStatus", status(term.usage))?;
        self.category("termNote", "partOfSpeech", term.part_of_speech.map(|part| part.as_str()).unwrap_or_default())?;
        self.category("termNote", "termType", term_type(term.kind).unwrap_or_default())?;
        // From here on no termNote may follow.
        self.note("reading", term.reading.as_deref().unwrap_or_default())?;
        if term.kind == TermKind::Symbol {
            self.note("kind", term.kind.as_str())?;
        }
        if term.usage == Usage::Forbidden {
            self.note("usage", term.usage.as_str())?;
        }
        let confidence = clean::probability(term.confidence);
        self.note("review", &format!("{}, confidence: {confidence}", term.review.as_str()))?;
        for evidence in witness::ranked(&term.evidence) {
            self.note("evidence", &witness::full(evidence))?;
            let source = clean::line(&evidence.source);
            match clean::lines(evidence.snippet.as_deref().unwrap_or_default()) {
                words if words.is_empty() => self.category("admin", "source", &source)?,
                words => self.described("context", &words, &source)?,
            }
            self.link(&source)?;
        }
        Ok(())
    }

    /// One note that says which term it speaks for: `OmegaT` shows the notes of all terms under each of them.
    fn comment(&mut self, chosen: &Chosen<'_>) -> io::Result<()> {
        let best = witness::ranked(&chosen.term.evidence).first().map(|evidence| witness::full(evidence));
        match best.filter(|_| chosen.term.lang.primary() == self.header.target_lang.primary()) {
            Some(witness) => self.note(&chosen.text, &witness),
            None => Ok(()),
        }
    }

    fn definition(&mut self, definition: &Definition) -> io::Result<()> {
        let text = clean::lines(&definition.text);
        if text.is_empty() {
            return Ok(());
        }
        let source = clean::line(&definition.source);
        self.described("definition", &text, &source)?;
        self.link(&source)
    }

    /// A description with the source it was taken from; the group is what ties the two together.
    fn described(&mut self, category: &str, text: &str, source: &str) -> io::Result<()> {
        self.xml.open("descripGrp", &[])?;
        self.category("descrip", category, text)?;
        self.category("admin", "source", source)?;
        self.xml.close("descripGrp")
    }

    /// A data category; nothing where it has no value.
    fn category(&mut self, element: &str, category: &str, value: &str) -> io::Result<()> {
        if value.is_empty() { Ok(()) } else { self.xml.leaf(element, &[("type", category)], value) }
    }

    fn note(&mut self, name: &str, value: &str) -> io::Result<()> {
        let value = clean::line(value);
        if value.is_empty() { Ok(()) } else { self.xml.leaf("note", &[], &format!("{name}: {value}")) }
    }

    fn link(&mut self, source: &str) -> io::Result<()> {
        if !web::is_address(source) {
            return Ok(());
        }
        self.xml.leaf("xref", &[("type", "externalCrossReference"), ("target", source)], source)
    }
}

fn origin(header: &Header) -> String {
    let project = clean::line(&header.project);
    let from = if project.is_empty() { String::new() } else { format!(" from project `{project}`") };
    format!("Exported by Taiyaku{from} at {}.", clean::line(&header.generated_at))
}

/// The pick list has no word for a term never to be used; a note beside it says so.
fn status(usage: Usage) -> &'static str {
    match usage {
        Usage::Preferred => "preferredTerm-admn-sts",
        Usage::Admitted => "admittedTerm-admn-sts",
        Usage::Deprecated | Usage::Forbidden => "deprecatedTerm-admn-sts",
    }
}

/// The pick list has no word for a symbol; a note says so.
fn term_type(kind: TermKind) -> Option<&'static str> {
    match kind {
        TermKind::FullForm => Some("fullForm"),
        TermKind::Abbreviation => Some("abbreviation"),
        TermKind::Variant => Some("variant"),
        TermKind::Symbol => None,
    }
}
