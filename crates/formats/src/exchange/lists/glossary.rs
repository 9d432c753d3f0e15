//! Writes glossaries for `DeepL` and Google: pairs without a heading, or sets of equivalent terms under the names of languages.
//!
//! Each source term stands there once, with the best of its translations. The list is held in memory to its end, because only then
//! it is known which those are.

use std::io::{self, Write};

use crate::exchange::export::{BestPairs, Header, ItemWriter, LanguageTerms, Omission, Outcome, explanation, terms_in};
use crate::exchange::table::io_error;
use crate::model::{Concept, PartOfSpeech};

/// What the rows look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Form {
    /// Source and target, separated by a tab, without quotation marks.
    Tabs,
    /// Source and target as CSV.
    Commas,
    /// A set of equivalent terms as CSV, with part of speech and description.
    Sets,
}

/// What is written for a source term.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    target: String,
    part_of_speech: &'static str,
    description: String,
}

/// Writes a glossary.
pub(in crate::exchange) struct Writer<W: Write> {
    out: W,
    header: Header,
    form: Form,
    terms: BestPairs<Row>,
}

impl<W: Write> Writer<W> {
    pub(in crate::exchange) fn new(out: W, header: &Header, form: Form) -> Self {
        Self { out, header: header.clone(), form, terms: BestPairs::default() }
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let mut sources = terms_in(languages, &self.header.source_lang);
        let targets = terms_in(languages, &self.header.target_lang);
        if self.form == Form::Sets {
            // A set has one term in each language.
            sources.truncate(1);
        }
        let part = sources.iter().find_map(|selected| selected.term.part_of_speech);
        let is_added = self.terms.add(concept.id, &sources, &targets, |target| Row {
            target: target.text.clone(),
            part_of_speech: part.or(target.term.part_of_speech).map(PartOfSpeech::as_str).unwrap_or_default(),
            description: match self.form {
                Form::Tabs | Form::Commas => String::new(),
                Form::Sets => explanation(concept, target.term, &self.header.target_lang),
            },
        });
        Ok(if is_added { Outcome::Written } else { Outcome::LeftOut(Omission::Repeated) })
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let Self { mut out, header, form, terms } = *self;
        if form == Form::Tabs {
            for (source, row) in terms.into_rows() {
                writeln!(out, "{source}\t{}", row.target)?;
            }
        } else {
            let mut table = csv::WriterBuilder::new().from_writer(out);
            if form == Form::Sets {
                let languages = [header.source_lang.as_str(), header.target_lang.as_str()];
                table.write_record(languages.into_iter().chain(["pos", "description"])).map_err(io_error)?;
            }
            for (source, row) in terms.into_rows() {
                let cells = [&source, &row.target, row.part_of_speech, &row.description];
                let count = if form == Form::Sets { 4 } else { 2 };
                table.write_record(cells.iter().take(count)).map_err(io_error)?;
            }
            out = table.into_inner().map_err(csv::IntoInnerError::into_error)?;
        }
        out.flush()?;
        Ok(out)
    }
}
