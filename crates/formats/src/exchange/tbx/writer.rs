//! Writes TBX-Basic with the names of either version.
//!
//! Both versions of TBX-Basic have the same levels (concept, language, term) and the same data categories, given as
//! `type` attributes; they differ in the names of their elements and in the header. What TBX-Basic has no category for
//! is a `note` of the form `name: value`, written for people and regular enough to be read back:
//!
//! - concept: what people noted, as it is; `conflict: <kind> with c<id>: <reason>`, and `source: <name>: <licence>, <attribution>` for each imported
//!   source behind it
//! - term: `reading: …`, `kind: symbol` (no `termType` has that meaning), `usage: forbidden` (beside the status
//!   `deprecatedTerm-admn-sts`, the strongest there is), `review: <review>, confidence: <0 to 1>`, and one
//!   `evidence: <kind>, <method> @ <source>, confidence: <0 to 1>` for each piece of evidence
//!
//! The words of the evidence are a `context` with their `source`. A source on the web, such as a release that
//! was fetched, is also an `xref`. For `OmegaT` there
//! is only one note at each target term: `<term>: <its best evidence>`.

use std::io::{self, Write};

use super::address::is_address;
use crate::exchange::cleaning;
use crate::exchange::export::{
    Header, ItemWriter, LanguageTerms, Outcome, Profile, SelectedTerm, full, licence, ranked, selected_terms,
};
use crate::exchange::xml::Document;
use crate::model::{Concept, Definition, Term, TermKind, Usage};

/// The names one version of TBX uses.
#[derive(Debug)]
pub(in crate::exchange) struct Dialect {
    pub(super) root: &'static str,
    pub(super) root_attributes: &'static [(&'static str, &'static str)],
    pub(super) header: &'static str,
    /// The name of the file that lists the data categories, if the version requires it.
    pub(super) categories: Option<&'static str>,
    pub(super) concept: &'static str,
    pub(super) language: &'static str,
    pub(super) term: &'static str,
    /// Whether the body is written even if it is empty.
    pub(super) always_body: bool,
}

/// Writes TBX-Basic; holds one concept at a time.
pub(in crate::exchange) struct Writer<W: Write> {
    xml: Document<W>,
    header: Header,
    dialect: &'static Dialect,
    body_open: bool,
}

impl<W: Write> Writer<W> {
    pub(in crate::exchange) fn new(out: W, header: &Header, dialect: &'static Dialect) -> io::Result<Self> {
        let mut xml = Document::new(out)?;
        xml.open(dialect.root, dialect.root_attributes)?;
        xml.open(dialect.header, &[])?;
        xml.open("fileDesc", &[])?;
        let title = cleaning::line(&header.title);
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

    fn language(&mut self, concept: &Concept, group: &LanguageTerms<'_>) -> io::Result<()> {
        self.xml.open(self.dialect.language, &[("xml:lang", group.lang.as_str())])?;
        for definition in concept.definitions.iter().filter(|definition| &definition.lang == group.lang) {
            self.definition(definition)?;
        }
        for selected in &group.terms {
            self.term(selected)?;
        }
        self.xml.close(self.dialect.language)
    }

    fn term(&mut self, selected: &SelectedTerm<'_>) -> io::Result<()> {
        self.xml.open(self.dialect.term, &[])?;
        self.xml.leaf("term", &[], &selected.text)?;
        match self.header.profile {
            Profile::Standard => {
                self.plain_facts(selected.term)?;
                self.own_facts(selected.term)?;
            }
            Profile::Human | Profile::Mt | Profile::Weblate => self.plain_facts(selected.term)?,
            Profile::OmegaT => self.comment(selected)?,
        }
        self.xml.close(self.dialect.term)
    }

    /// What everybody who works with terms understands.
    fn plain_facts(&mut self, term: &Term) -> io::Result<()> {
        self.category("termNote", "administrativeStatus", status(term.usage))?;
        self.category("termNote", "partOfSpeech", term.part_of_speech.map(|part| part.as_str()).unwrap_or_default())?;
        self.category("termNote", "termType", term_type(term.kind).unwrap_or_default())?;
        // From here on no termNote may follow.
        self.note("reading", term.sure_reading().unwrap_or_default())?;
        if term.kind == TermKind::Symbol {
            self.note("kind", term.kind.as_str())?;
        }
        if term.usage == Usage::Forbidden {
            self.note("usage", term.usage.as_str())?;
        }
        Ok(())
    }

    /// What this program knows beyond that: review and evidence.
    fn own_facts(&mut self, term: &Term) -> io::Result<()> {
        let confidence = cleaning::probability(term.confidence);
        self.note("review", &format!("{}, confidence: {confidence}", term.review.as_str()))?;
        for evidence in ranked(&term.evidence) {
            self.note("evidence", &full(evidence))?;
            let source = cleaning::line(&evidence.source);
            match cleaning::lines(evidence.snippet.as_deref().unwrap_or_default()) {
                words if words.is_empty() => self.category("admin", "source", &source)?,
                words => self.described("context", &words, &source)?,
            }
            self.link(evidence.url.as_deref().unwrap_or(&source))?;
        }
        Ok(())
    }

    /// One note that names its term: `OmegaT` shows the notes of all terms under each of them.
    fn comment(&mut self, selected: &SelectedTerm<'_>) -> io::Result<()> {
        let best = ranked(&selected.term.evidence).first().map(|evidence| full(evidence));
        match best.filter(|_| selected.term.lang.primary() == self.header.target_lang.primary()) {
            Some(citation) => self.note(&selected.text, &citation),
            None => Ok(()),
        }
    }

    fn definition(&mut self, definition: &Definition) -> io::Result<()> {
        let text = cleaning::lines(&definition.text);
        if text.is_empty() {
            return Ok(());
        }
        let source = cleaning::line(&definition.source);
        self.described("definition", &text, &source)?;
        self.link(&source)
    }

    /// A description with its source. The group connects the two.
    fn described(&mut self, category: &str, text: &str, source: &str) -> io::Result<()> {
        self.xml.open("descripGrp", &[])?;
        self.category("descrip", category, text)?;
        self.category("admin", "source", source)?;
        self.xml.close("descripGrp")
    }

    /// A data category; nothing if it has no value.
    fn category(&mut self, element: &str, category: &str, value: &str) -> io::Result<()> {
        if value.is_empty() { Ok(()) } else { self.xml.leaf(element, &[("type", category)], value) }
    }

    fn note(&mut self, name: &str, value: &str) -> io::Result<()> {
        let value = cleaning::line(value);
        if value.is_empty() { Ok(()) } else { self.xml.leaf("note", &[], &format!("{name}: {value}")) }
    }

    fn link(&mut self, source: &str) -> io::Result<()> {
        if !is_address(source) {
            return Ok(());
        }
        self.xml.leaf("xref", &[("type", "externalCrossReference"), ("target", source)], source)
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept) -> io::Result<Outcome> {
        let languages = match selected_terms(concept, &self.header) {
            Ok(languages) if languages.is_empty() => return Ok(Outcome::NotSelected),
            Ok(languages) => languages,
            Err(omission) => return Ok(Outcome::LeftOut(omission)),
        };
        if !self.body_open {
            self.xml.open("body", &[])?;
            self.body_open = true;
        }
        // An xml:id must not begin with a digit.
        self.xml.open(self.dialect.concept, &[("id", &format!("c{}", concept.id))])?;
        self.category("descrip", "subjectField", &cleaning::line(concept.field.as_deref().unwrap_or_default()))?;
        self.category("admin", "projectSubset", &cleaning::line(&concept.project))?;
        let has_no_language = |definition: &&Definition| languages.iter().all(|group| group.lang != &definition.lang);
        for definition in concept.definitions.iter().filter(has_no_language) {
            self.definition(definition)?;
        }
        for conflict in &concept.conflicts {
            self.note(
                "conflict",
                &format!("{} with c{}: {}", conflict.kind.as_str(), conflict.other, conflict.reason),
            )?;
        }
        for note in &concept.notes {
            let text = cleaning::lines(note);
            if !text.is_empty() {
                self.xml.leaf("note", &[], &text)?;
            }
        }
        for source in &concept.sources {
            self.note("source", &licence(source))?;
            self.link(&cleaning::line(source.facts.url.as_deref().unwrap_or_default()))?;
        }
        for group in &languages {
            self.language(concept, group)?;
        }
        self.xml.close(self.dialect.concept)?;
        Ok(Outcome::Written)
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        if self.body_open {
            self.xml.close("body")?;
        } else if self.dialect.always_body {
            self.xml.empty("body", &[])?;
        }
        self.xml.close("text")?;
        self.xml.close(self.dialect.root)?;
        self.xml.finish()
    }
}

fn origin(header: &Header) -> String {
    let project = cleaning::line(&header.project);
    let from = if project.is_empty() { String::new() } else { format!(" from project `{project}`") };
    format!("Exported by Taiyaku{from} at {}.", cleaning::line(&header.generated_at))
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
