//! Writes one row for each concept, with as many columns for a language as it has terms: `memoQ` and `MultiTerm`.
//!
//! How many columns there are is known at the end only, so the rows are held in memory. A cell is one term.

use std::io::{self, Write};

use crate::exchange::cleaning;
use crate::exchange::export::{
    Header, ItemWriter, LanguageTerms, Outcome, definition_for, source_of_definition, source_of_term, terms_in,
};
use crate::exchange::table::io_error;
use crate::model::{Concept, Lang};

/// How a tool wants its rows.
#[derive(Debug)]
pub(in crate::exchange) struct Layout {
    separator: u8,
    /// Columns of the entry, before those of the languages.
    entry: &'static [EntryColumn],
    /// What follows the name of a language in the name of the column of its definition.
    definition: &'static str,
    /// Columns behind each term, which stay empty.
    behind_term: &'static [&'static str],
}

/// A column that says something of the whole entry.
type EntryColumn = (&'static str, Option<EntryFact>);

#[derive(Debug, Clone, Copy)]
enum EntryFact {
    Number,
    Field,
    Source,
}

/// The columns of a term base that `memoQ` exports.
pub(in crate::exchange) const MEMOQ: Layout = Layout {
    separator: b';',
    entry: &[
        ("Entry_ID", Some(EntryFact::Number)),
        ("Entry_Subject", Some(EntryFact::Field)),
        ("Entry_Domain", None),
        ("Entry_ClientID", None),
        ("Entry_ProjectID", None),
        ("Entry_Created", None),
        ("Entry_Creator", None),
        ("Entry_LastModified", None),
        ("Entry_Modifier", None),
        ("Entry_Note", Some(EntryFact::Source)),
    ],
    definition: "_Def",
    behind_term: &["Term_Info", "Term_Example"],
};

/// Columns for `MultiTerm` Convert, in which each is assigned to a field of a term base.
pub(in crate::exchange) const MULTITERM: Layout = Layout {
    separator: b'\t',
    entry: &[
        ("Concept ID", Some(EntryFact::Number)),
        ("Subject", Some(EntryFact::Field)),
        ("Source", Some(EntryFact::Source)),
    ],
    definition: " definition",
    behind_term: &[],
};

/// An entry that waits for its row.
struct Entry {
    facts: Vec<String>,
    /// For each language its definition and its terms.
    languages: [(String, Vec<String>); 2],
}

/// Writes the table.
pub(in crate::exchange) struct Writer<W: Write> {
    out: W,
    header: Header,
    layout: &'static Layout,
    entries: Vec<Entry>,
}

impl<W: Write> Writer<W> {
    pub(in crate::exchange) fn new(out: W, header: &Header, layout: &'static Layout) -> Self {
        Self { out, header: header.clone(), layout, entries: Vec::new() }
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, groups: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let language = |lang: &Lang| {
            let own = concept.definitions.iter().filter(|definition| definition.lang.primary() == lang.primary());
            let definition = own.map(|definition| cleaning::line(&definition.text)).find(|text| !text.is_empty());
            let terms = terms_in(groups, lang).into_iter().map(|selected| selected.text.clone()).collect();
            (definition.unwrap_or_default(), terms)
        };
        let languages: [(String, Vec<String>); 2] =
            [language(&self.header.source_lang), language(&self.header.target_lang)];
        if languages.iter().all(|(_, terms)| terms.is_empty()) {
            return Ok(Outcome::NotSelected);
        }
        let fact = |(_, fact): &EntryColumn| match fact {
            Some(EntryFact::Number) => concept.id.to_string(),
            Some(EntryFact::Field) => cleaning::line(concept.field.as_deref().unwrap_or_default()),
            Some(EntryFact::Source) => source(concept, groups, &self.header.target_lang),
            None => String::new(),
        };
        self.entries.push(Entry { facts: self.layout.entry.iter().map(fact).collect(), languages });
        Ok(Outcome::Written)
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let Self { out, header, layout, entries } = *self;
        let most = |index: usize| {
            entries.iter().filter_map(|entry| entry.languages.get(index)).map(|(_, terms)| terms.len()).max()
        };
        let counts = [0, 1].map(|index| most(index).unwrap_or_default().max(1));
        let mut table =
            csv::WriterBuilder::new().delimiter(layout.separator).terminator(csv::Terminator::CRLF).from_writer(out);
        let mut names: Vec<String> = layout.entry.iter().map(|(name, _)| (*name).to_owned()).collect();
        for (lang, count) in [&header.source_lang, &header.target_lang].into_iter().zip(counts) {
            let name = if lang.is_japanese() { "Japanese" } else { "English" };
            names.push(format!("{name}{}", layout.definition));
            for _ in 0..count {
                names.push(name.to_owned());
                names.extend(layout.behind_term.iter().map(|name| (*name).to_owned()));
            }
        }
        table.write_record(&names).map_err(io_error)?;
        for Entry { facts, languages } in entries {
            let mut cells = facts;
            for ((definition, terms), count) in languages.into_iter().zip(counts) {
                cells.push(definition);
                let missing = count - terms.len();
                for term in terms.into_iter().chain(std::iter::repeat_n(String::new(), missing)) {
                    cells.push(term);
                    cells.extend(layout.behind_term.iter().map(|_| String::new()));
                }
            }
            table.write_record(&cells).map_err(io_error)?;
        }
        let mut out = table.into_inner().map_err(csv::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

/// Where an entry is from: its definition, or its first term in the target language.
fn source(concept: &Concept, groups: &[LanguageTerms<'_>], target: &Lang) -> String {
    match definition_for(concept, target) {
        Some((definition, _)) => source_of_definition(concept, definition, target),
        None => {
            let terms = terms_in(groups, target);
            let first = terms.first().copied().or_else(|| groups.first().and_then(|group| group.terms.first()));
            first.map(|selected| source_of_term(concept, selected.term, target)).unwrap_or_default()
        }
    }
}
