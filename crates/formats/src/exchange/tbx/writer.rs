//! Writes TBX-Basic with the names of either version and style.
//!
//! Both versions of TBX-Basic have the same levels (concept, language, term) and the same data categories; they differ in
//! the names of their elements and in the header. What TBX-Basic has no category for
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
//! is only one note at each target term: `<term>: <where it is from>`.
//!
//! Notes on a language or a term, and what another program said in data categories of its own, stand where they stood
//! ([`super::scope`]), before all that is said of the base: what stands behind that belongs to the base and is not read back.

use std::io::{self, Write};

use super::address::is_address;
use super::category::Category;
use super::dialect::Dialect;
use super::notes::Notes;
use super::scope::{Scope, marked, source_of, target_of};
use super::version::OWN;
use super::weblate;
use crate::exchange::cleaning;
use crate::exchange::export::{
    Header, ItemWriter, LanguageTerms, Omission, Outcome, Profile, SelectedTerm, explanation, full, licence, ranked,
    source_of_definition, source_of_term,
};
use crate::exchange::xml::Document;
use crate::model::{Concept, Definition, Lang, TermKind, Usage};

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

    fn language(&mut self, concept: &Concept, group: &LanguageTerms<'_>, notes: &mut Notes<'_>) -> io::Result<()> {
        self.xml.open(self.dialect.language, &[("xml:lang", group.lang.as_str())])?;
        for note in notes.take(Scope::Language(group.lang)) {
            self.noted(Scope::Language(group.lang), note)?;
        }
        for definition in concept.definitions.iter().filter(|definition| &definition.lang == group.lang) {
            self.definition(concept, definition)?;
        }
        if self.header.profile == Profile::Weblate && group.lang.primary() == self.header.target_lang.primary() {
            let shown = group.terms.first().map(|first| explanation(concept, first.term, &self.header.target_lang));
            let shown = shown.filter(|text| !text.is_empty());
            shown.map_or(Ok(()), |text| self.xml.leaf("note", &[("from", "translator")], &text))?;
        }
        for selected in &group.terms {
            self.term(concept, selected, notes)?;
        }
        self.xml.close(self.dialect.language)
    }

    /// Writes an entry with these terms of a concept.
    fn entry(&mut self, id: &str, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<()> {
        self.xml.open(self.dialect.concept, &[("id", id)])?;
        self.category("subjectField", &cleaning::line(concept.field.as_deref().unwrap_or_default()))?;
        self.category("projectSubset", &cleaning::line(&concept.project))?;
        let mut notes = Notes::of(&concept.notes, languages, self.header.profile);
        for note in std::mem::take(&mut notes.of_concept) {
            self.noted(Scope::Concept, note)?;
        }
        let has_no_language = |definition: &&Definition| languages.iter().all(|group| group.lang != &definition.lang);
        for definition in concept.definitions.iter().filter(has_no_language) {
            self.definition(concept, definition)?;
        }
        for conflict in &concept.conflicts {
            self.note(
                "conflict",
                &format!("{} with c{}: {}", conflict.kind.as_str(), conflict.other, conflict.reason),
            )?;
        }
        for source in &concept.sources {
            self.note("source", &licence(source))?;
            self.link(&cleaning::line(source.facts.url.as_deref().unwrap_or_default()))?;
        }
        for group in languages {
            self.language(concept, group, &mut notes)?;
        }
        self.xml.close(self.dialect.concept)
    }

    fn term(&mut self, concept: &Concept, selected: &SelectedTerm<'_>, notes: &mut Notes<'_>) -> io::Result<()> {
        self.xml.open(self.dialect.term, &[])?;
        self.xml.leaf("term", &[], &selected.text)?;
        match self.header.profile {
            Profile::OmegaT => self.comment(concept, selected)?,
            Profile::Standard => self.facts(selected, notes, true)?,
            Profile::Human | Profile::Mt | Profile::Weblate => self.facts(selected, notes, false)?,
        }
        self.xml.close(self.dialect.term)
    }

    /// What is known about a term; what only this program knows of, review and evidence, where `with_own` says so.
    fn facts(&mut self, selected: &SelectedTerm<'_>, notes: &mut Notes<'_>, with_own: bool) -> io::Result<()> {
        let term = selected.term;
        let scope = Scope::Term(&term.lang, &selected.text);
        let mut own = notes.take(scope);
        let part = term.part_of_speech.map(|part| part.as_str()).unwrap_or_default();
        let status = match self.header.profile {
            Profile::Weblate => weblate::status(term.usage).unwrap_or_else(|| status(term.usage)),
            _ => status(term.usage),
        };
        for (name, value) in [
            ("administrativeStatus", status),
            ("partOfSpeech", part),
            ("termType", term_type(term.kind).unwrap_or_default()),
        ] {
            let exact = self.exact(name, value, &mut own);
            self.category(name, exact.unwrap_or(value))?;
        }
        let (structure, other): (Vec<&str>, Vec<&str>) = own.into_iter().partition(|note| is_term_note(note));
        for note in structure {
            self.noted(scope, note)?;
        }
        // From here on no termNote may follow.
        self.note("reading", term.sure_reading().unwrap_or_default())?;
        if term.kind == TermKind::Symbol {
            self.note("kind", term.kind.as_str())?;
        }
        if term.usage == Usage::Forbidden && self.header.profile != Profile::Weblate {
            self.note("usage", term.usage.as_str())?;
        }
        if with_own {
            let confidence = cleaning::probability(term.confidence);
            self.note("review", &format!("{}, confidence: {confidence}", term.review.as_str()))?;
        }
        for note in other {
            self.noted(scope, note)?;
        }
        for evidence in ranked(&term.evidence).into_iter().filter(|_| with_own) {
            self.note("evidence", &full(evidence))?;
            let source = cleaning::line(&evidence.source);
            match cleaning::lines(evidence.snippet.as_deref().unwrap_or_default()) {
                words if words.is_empty() => self.category("source", &source)?,
                words => self.described("context", &words, &source)?,
            }
            self.link(evidence.url.as_deref().unwrap_or(&source))?;
        }
        Ok(())
    }

    /// The more exact value that a note gives for a category of which the term base knows less: an acronym is an
    /// abbreviation there. The note is then no longer needed.
    fn exact<'n>(&self, name: &str, value: &str, notes: &mut Vec<&'n str>) -> Option<&'n str> {
        let said = |note: &'n str| note.strip_prefix(name)?.strip_prefix(": ");
        let category = Category::named(name)?;
        let (at, exact) = notes.iter().enumerate().find_map(|(at, note)| said(note).map(|exact| (at, exact)))?;
        let is_same = matches!(
            (value, exact),
            ("abbreviation", "acronym" | "shortForm")
                | ("fullForm", "phrase")
                | ("noun", "properNoun")
                | ("deprecatedTerm-admn-sts", "supersededTerm-admn-sts")
        );
        if !is_same || !category.may_say(exact, self.dialect.version) {
            return None;
        }
        notes.remove(at);
        Some(exact)
    }

    /// A note as it stands in the term base, as the data category it names where TBX-Basic has it.
    fn noted(&mut self, scope: Scope<'_>, note: &str) -> io::Result<()> {
        let text = cleaning::lines(note);
        if text.is_empty() {
            return Ok(());
        }
        let said =
            text.split_once(": ").and_then(|(name, value)| Category::named(name).map(|category| (category, value)));
        match said {
            Some((category, value)) if is_written_back(category, value, scope) => match category.name {
                "context" => match source_of(value) {
                    (words, Some(source)) => self.described("context", words, source),
                    (words, None) => self.category("context", words),
                },
                "externalCrossReference" | "xGraphic" => {
                    let (text, target) = target_of(value);
                    self.reference(category, text, target.unwrap_or_default())
                }
                name => self.category(name, value),
            },
            _ => self.xml.leaf("note", &[], &marked(&text)),
        }
    }

    /// One note that names its term: `OmegaT` shows the notes of all terms under each of them.
    fn comment(&mut self, concept: &Concept, selected: &SelectedTerm<'_>) -> io::Result<()> {
        if selected.term.lang.primary() != self.header.target_lang.primary() {
            return Ok(());
        }
        // The definition stands with its language, which OmegaT shows too.
        let source = source_of_term(concept, selected.term, &self.header.target_lang);
        self.note(&selected.text, &source)
    }

    fn definition(&mut self, concept: &Concept, definition: &Definition) -> io::Result<()> {
        let text = cleaning::lines(&definition.text);
        if text.is_empty() {
            return Ok(());
        }
        let name = cleaning::line(&definition.source);
        let source = match self.header.profile {
            // What our own reader knows the source by.
            Profile::Standard => name.clone(),
            _ => source_of_definition(concept, definition, &self.header.target_lang),
        };
        self.described("definition", &text, &source)?;
        self.link(&name)
    }

    /// A description with its source. The group connects the two.
    fn described(&mut self, category: &str, text: &str, source: &str) -> io::Result<()> {
        self.xml.open("descripGrp", &[])?;
        self.category(category, text)?;
        self.category("source", source)?;
        self.xml.close("descripGrp")
    }

    /// A data category; nothing if it has no value.
    fn category(&mut self, name: &str, value: &str) -> io::Result<()> {
        let Some(category) = Category::named(name).filter(|_| !value.is_empty()) else { return Ok(()) };
        match self.dialect.element(category) {
            (element, Some(kind)) => self.xml.leaf(&element, &[("type", kind)], value),
            (element, None) => self.xml.leaf(&element, &[], value),
        }
    }

    fn reference(&mut self, category: &Category, text: &str, target: &str) -> io::Result<()> {
        match self.dialect.element(category) {
            (element, Some(kind)) => self.xml.leaf(&element, &[("type", kind), ("target", target)], text),
            (element, None) => self.xml.leaf(&element, &[("target", target)], text),
        }
    }

    fn note(&mut self, name: &str, value: &str) -> io::Result<()> {
        let value = cleaning::line(value);
        if value.is_empty() { Ok(()) } else { self.xml.leaf("note", &[], &format!("{name}: {value}")) }
    }

    fn link(&mut self, source: &str) -> io::Result<()> {
        if !is_address(source) {
            return Ok(());
        }
        match Category::named("externalCrossReference") {
            Some(category) => self.reference(category, source, source),
            None => Ok(()),
        }
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        // An xml:id must not begin with a digit.
        let id = format!("c{}", concept.id);
        let entries = match self.header.profile {
            Profile::Weblate => weblate::entries(concept.id, languages, &self.header),
            _ => Vec::new(),
        };
        if self.header.profile == Profile::Weblate && entries.is_empty() {
            return Ok(Outcome::LeftOut(Omission::Discouraged));
        }
        if !self.body_open {
            self.xml.open("body", &[])?;
            self.body_open = true;
        }
        if self.header.profile != Profile::Weblate {
            self.entry(&id, concept, languages)?;
        }
        for (id, languages) in &entries {
            self.entry(id, concept, languages)?;
        }
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

/// Whether a note names a category that stands among the notes on the structure of a term.
fn is_term_note(note: &str) -> bool {
    let said = note.split_once(": ").and_then(|(name, value)| Category::named(name).map(|category| (category, value)));
    said.is_some_and(|(category, value)| {
        category.element == "termNote" && is_written_back(category, value, Scope::Term(&Lang::JA, ""))
    })
}

/// Whether what a note says in the name of a category is written as that category: not if it stands for something of our
/// own there, and not where the standard does not allow it.
fn is_written_back(category: &Category, value: &str, scope: Scope<'_>) -> bool {
    let is_ours = match category.name {
        "customerSubset" | "grammaticalGender" | "geographicalUsage" | "termLocation" => value.contains('\n'),
        "context" => {
            source_of(value).0.trim().is_empty() || source_of(value).1.is_some_and(|source| source.contains('\n'))
        }
        "externalCrossReference" | "xGraphic" => {
            let (text, target) = target_of(value);
            text.trim().is_empty() || text.contains('\n') || !target.is_some_and(is_address)
        }
        _ => true,
    };
    !is_ours && !value.trim().is_empty() && category.may_stand_at(scope.level()) && category.may_say(value, 3)
}

fn origin(header: &Header) -> String {
    let project = cleaning::line(&header.project);
    let from = if project.is_empty() { String::new() } else { format!(" from project `{project}`") };
    format!("{OWN}{from} at {}.", cleaning::line(&header.generated_at))
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
