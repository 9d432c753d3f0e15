//! Exports concepts or segments in any format.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::best_pairs::BestPairs;
use super::fact::{Fact, facts};
use super::header::Header;
use super::outcome::{Omission, Outcome};
use super::selection::Selection;
use super::terms::{LanguageTerms, selected_terms};
use crate::exchange::format::ExportFormat;
use crate::exchange::{docx, jsonl, lists, omegat, po, prh, printable, skos, spreadsheet, table, tbx, tmx, utx, xliff};
use crate::model::{Concept, Lang, Term, TermId};

/// Writes a file in one format. What a format does not hold it ignores.
pub(in crate::exchange) trait ItemWriter<W: Write> {
    /// Writes one concept, of which `languages` are the exported terms, and returns what became of it.
    fn concept(&mut self, _concept: &Concept, _languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        Ok(Outcome::NotSelected)
    }

    /// Takes note of a concept that is left out as a whole.
    fn leave_out(&mut self, _omission: Omission) {}

    /// Writes one segment; returns whether it was written.
    fn segment(&mut self, _unit: &tmx::MemoryUnit<'_>) -> io::Result<bool> {
        Ok(false)
    }

    /// Writes the end of the file and returns the output, flushed.
    fn finish(self: Box<Self>) -> io::Result<W>;
}

/// The writer of any format.
///
/// It keeps count of what the format cannot carry. A format that has no way to say that a term should not be used gets no
/// such terms, and a format of pairs gets no concept without a translation, whatever the selection.
pub struct Writer<W: Write> {
    inner: Box<dyn ItemWriter<W> + Send>,
    format: ExportFormat,
    /// The selection before it was narrowed to what the format can carry.
    asked: Selection,
    header: Header,
    lost: BTreeMap<Fact, usize>,
}

impl<W: Write + Send + 'static> Writer<W> {
    /// Writes everything before the first concept. The output need not be buffered.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(format: ExportFormat, out: W, header: &Header) -> io::Result<Self> {
        let (mut given, asked) = (header.clone(), header.selection);
        given.selection = format.narrowed(given.selection);
        if matches!(format, ExportFormat::Csv | ExportFormat::CsvExcel | ExportFormat::Xlsx) {
            given = table::of_pairs(&given);
        }
        let header = &given;
        let inner: Box<dyn ItemWriter<W> + Send> = match format {
            ExportFormat::Csv => Box::new(table::Writer::new(out, table::Style::Plain)?),
            ExportFormat::CsvExcel => Box::new(table::Writer::new(out, table::Style::Excel)?),
            ExportFormat::Xlsx => Box::new(spreadsheet::Writer::new(out, header, format)?),
            ExportFormat::Tbx2 => Box::new(tbx::Writer::new(out, header, &tbx::VERSION_2)?),
            ExportFormat::Tbx3 => Box::new(tbx::Writer::new(out, header, &tbx::VERSION_3)?),
            ExportFormat::Tbx3Dct => Box::new(tbx::Writer::new(out, header, &tbx::VERSION_3_DCT)?),
            ExportFormat::OmegaT => Box::new(omegat::Writer::new(out, header)?),
            ExportFormat::Utx => Box::new(utx::Writer::new(out, header)?),
            ExportFormat::GlossaryHtml => Box::new(printable::HtmlWriter::new(out, header)),
            ExportFormat::GlossaryDocx => Box::new(printable::DocxWriter::new(out, header)),
            ExportFormat::TermsDocx => Box::new(docx::TermWriter::new(out, header)?),
            ExportFormat::BilingualDocx => Box::new(docx::SegmentWriter::new(out, header)?),
            ExportFormat::Skos => Box::new(skos::Writer::new(out, header)?),
            ExportFormat::Prh => Box::new(prh::Writer::new(out, header)),
            ExportFormat::Po => Box::new(po::Writer::new(out, header)?),
            ExportFormat::Xliff21Glossary => Box::new(xliff::GlossaryWriter::new(out, header)?),
            ExportFormat::Xliff12 => Box::new(xliff::Writer::new(out, header, xliff::Version::V12)?),
            ExportFormat::Xliff21 => Box::new(xliff::Writer::new(out, header, xliff::Version::V21)?),
            ExportFormat::MemoQ => Box::new(lists::EntryWriter::new(out, header, &lists::MEMOQ)),
            ExportFormat::MultiTerm => Box::new(lists::EntryWriter::new(out, header, &lists::MULTITERM)),
            ExportFormat::Weblate => Box::new(lists::WeblateWriter::new(out, header)?),
            ExportFormat::DeepL => Box::new(lists::GlossaryWriter::new(out, header, lists::Form::Tabs)),
            ExportFormat::DeepLCsv | ExportFormat::Google => {
                Box::new(lists::GlossaryWriter::new(out, header, lists::Form::Commas))
            }
            ExportFormat::GoogleSet => Box::new(lists::GlossaryWriter::new(out, header, lists::Form::Sets)),
            ExportFormat::Tmx => Box::new(tmx::Writer::new(out, header)?),
            ExportFormat::JsonLines => Box::new(jsonl::Writer::new(out, header)?),
        };
        Ok(Self { inner, format, asked, header: given, lost: BTreeMap::new() })
    }
}

impl<W: Write> Writer<W> {
    /// Writes one concept and returns what became of it. Formats for segments ignore concepts.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn concept(&mut self, concept: &Concept) -> io::Result<Outcome> {
        let languages = match self.select(concept) {
            Ok(languages) => languages,
            Err(outcome) => {
                if let Outcome::LeftOut(omission) = outcome {
                    self.inner.leave_out(omission);
                }
                return Ok(outcome);
            }
        };
        let outcome = self.inner.concept(concept, &languages)?;
        if outcome == Outcome::Written {
            self.count_losses(concept, &languages);
        }
        Ok(outcome)
    }

    /// What would become of a concept.
    #[must_use]
    pub fn judge(&self, concept: &Concept) -> Outcome {
        self.select(concept).map_or_else(|outcome| outcome, |_| Outcome::Written)
    }

    /// Adds the exported terms of a concept in two languages to what the translations of the first are chosen from.
    pub fn learn(&self, concept: &Concept, between: [&Lang; 2], pairs: &mut BestPairs<TermId>) {
        if let Ok(languages) = self.select(concept) {
            pairs.learn(concept, &languages, between);
        }
    }

    /// The terms of a concept that are exported; never empty.
    ///
    /// # Errors
    /// What becomes of a concept without any.
    fn select<'a>(&self, concept: &'a Concept) -> Result<Vec<LanguageTerms<'a>>, Outcome> {
        if !self.format.holds_concepts() {
            return Err(Outcome::NotSelected);
        }
        match selected_terms(concept, &self.header) {
            Ok(languages) if languages.is_empty() => Err(Outcome::NotSelected),
            Ok(languages) => Ok(languages),
            Err(omission) => Err(Outcome::LeftOut(omission)),
        }
    }

    /// How many facts of each kind the concepts written so far have that the file does not.
    #[must_use]
    pub fn lost(&self) -> &BTreeMap<Fact, usize> {
        &self.lost
    }

    fn count_losses(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) {
        if !self.format.carries(Fact::Usage) {
            let is_held_back = |term: &&Term| self.asked.includes(term) && !self.header.selection.includes(term);
            let held_back = concept.terms.iter().filter(is_held_back).count();
            if held_back > 0 {
                *self.lost.entry(Fact::Usage).or_default() += held_back;
            }
        }
        let between = [&self.header.source_lang, &self.header.target_lang];
        for (fact, count) in facts(concept, languages, between) {
            if !self.format.carries(fact) {
                *self.lost.entry(fact).or_default() += count;
            }
        }
    }

    /// Writes one segment; returns whether it was written. A file of concepts takes none.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn segment(&mut self, unit: &tmx::MemoryUnit<'_>) -> io::Result<bool> {
        self.inner.segment(unit)
    }

    /// Writes the end of the file and returns the output, flushed. A writer that is dropped instead leaves the file
    /// incomplete.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.inner.finish()
    }
}
