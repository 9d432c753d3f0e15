//! Writes glossaries for `DeepL` and Google: pairs without a heading, or sets of equivalent terms under the names of languages.
//!
//! Each source term stands there once. Of several translations the preferred one is taken, then the approved one, then a full
//! form, then the one with more confidence, then that of the concept with the lower number. The list is held in memory to its
//! end, because only then it is known which those are.

use std::io::{self, Write};

use super::source_terms::{Row, SourceTerms};
use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Omission, Outcome, terms_in};
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

/// Writes a glossary.
pub(in crate::exchange) struct Writer<W: Write> {
    out: W,
    header: Header,
    form: Form,
    terms: SourceTerms,
}

impl<W: Write> Writer<W> {
    pub(in crate::exchange) fn new(out: W, header: &Header, form: Form) -> Self {
        Self { out, header: header.clone(), form, terms: SourceTerms::default() }
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let mut sources = terms_in(languages, &self.header.source_lang);
        let targets = terms_in(languages, &self.header.target_lang);
        let row = match self.form {
            Form::Tabs | Form::Commas => Row::default(),
            Form::Sets => {
                // A set has one term in each language.
                sources.truncate(1);
                let mut parts = sources.iter().chain(&targets).filter_map(|selected| selected.term.part_of_speech);
                let definition = concept.definitions.first().map(|definition| cleaning::line(&definition.text));
                Row {
                    part_of_speech: parts.next().map(PartOfSpeech::as_str).unwrap_or_default(),
                    description: definition.unwrap_or_default(),
                    ..Row::default()
                }
            }
        };
        let is_added = self.terms.add(concept.id, &sources, &targets, &row);
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
