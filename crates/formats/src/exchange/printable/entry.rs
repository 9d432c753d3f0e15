//! The entries of a printable glossary, collected before they are sorted.

use super::collation::SortKey;
use crate::exchange::cleaning;
use crate::exchange::export::{Header, LanguageTerms, Outcome, source_of_definition};
use crate::model::{Concept, Lang, Usage};

/// An entry as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PrintedEntry {
    pub(super) place: SortKey,
    /// The head.
    pub(super) term: String,
    /// The language of the head and of its other names.
    pub(super) lang: String,
    /// How it is read, if a source says so.
    pub(super) reading: String,
    /// Other names in the language of the head.
    pub(super) other: Vec<PrintedTerm>,
    /// Names in the other language; empty if there are none yet.
    pub(super) translations: Vec<PrintedTerm>,
    /// Definitions, each with its source.
    pub(super) definitions: Vec<(String, String)>,
    pub(super) field: String,
}

/// A term with what is to be known about its use.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PrintedTerm {
    pub(super) text: String,
    /// `not to be used` or the like; empty for a term to use.
    pub(super) remark: &'static str,
}

/// Collects entries until all are known.
#[derive(Debug)]
pub(super) struct Glossary {
    pub(super) header: Header,
    entries: Vec<PrintedEntry>,
}

impl Glossary {
    pub(super) fn new(header: &Header) -> Self {
        Self { header: header.clone(), entries: Vec::new() }
    }

    /// Adds a concept under the first term of the source language, or of any language if it has none.
    pub(super) fn add(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> Outcome {
        let of = |lang: &Lang| -> Vec<&LanguageTerms<'_>> {
            languages.iter().filter(|group| group.lang.primary() == lang.primary()).collect()
        };
        let heads = of(&self.header.source_lang);
        let heads = if heads.is_empty() { languages.iter().collect() } else { heads };
        let mut own = heads.iter().flat_map(|group| &group.terms);
        let Some(head) = own.next() else { return Outcome::NotSelected };
        let other = own.map(|selected| PrintedTerm::new(&selected.text, selected.term.usage)).collect();
        let is_head = |group: &&LanguageTerms<'_>| heads.iter().any(|head| std::ptr::eq(*head, *group));
        let translations =
            of(&self.header.target_lang).into_iter().filter(|group| !is_head(group)).flat_map(|group| &group.terms);
        let reading = head.term.sure_reading().map(cleaning::line).unwrap_or_default();
        let definitions = concept.definitions.iter().map(|definition| {
            let source = source_of_definition(concept, definition, &self.header.target_lang);
            (cleaning::line(&definition.text), source)
        });
        self.entries.push(PrintedEntry {
            place: SortKey::of(&head.text, head.term.sure_reading()),
            term: head.text.clone(),
            lang: head.term.lang.to_string(),
            reading,
            other,
            translations: translations.map(|one| PrintedTerm::new(&one.text, one.term.usage)).collect(),
            definitions: definitions.filter(|(text, _)| !text.is_empty()).collect(),
            field: cleaning::line(concept.field.as_deref().unwrap_or_default()),
        });
        Outcome::Written
    }

    /// The entries in the order of a dictionary, in sections with a heading.
    pub(super) fn sections(&mut self) -> Vec<(String, Vec<PrintedEntry>)> {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort();
        let mut sections: Vec<(String, Vec<PrintedEntry>)> = Vec::new();
        for entry in entries {
            let heading = entry.place.heading();
            match sections.last_mut() {
                Some((last, of_section)) if *last == heading => of_section.push(entry),
                _ => sections.push((heading, vec![entry])),
            }
        }
        sections
    }

    /// The title: that of the file, the project, or what it is.
    pub(super) fn title(&self) -> String {
        let named = [&self.header.title, &self.header.project];
        let title = named.into_iter().map(|name| cleaning::line(name)).find(|name| !name.is_empty());
        title.map_or_else(|| "Glossary".to_owned(), |title| format!("{title}: glossary"))
    }

    /// The day of the last change.
    pub(super) fn date(&self) -> &str {
        self.header.generated_at.get(..10).unwrap_or_default()
    }
}

impl PrintedTerm {
    fn new(text: &str, usage: Usage) -> Self {
        let remark = match usage {
            Usage::Preferred | Usage::Admitted => "",
            Usage::Deprecated => "no longer used",
            Usage::Forbidden => "not to be used",
        };
        Self { text: text.to_owned(), remark }
    }
}

impl PrintedEntry {
    /// What stands in place of a translation where there is none.
    pub(super) const NO_TRANSLATION: &'static str = "no translation yet";
}
