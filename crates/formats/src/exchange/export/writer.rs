//! Exports concepts or segments in any format.

use std::io::{self, Write};

use super::header::Header;
use super::outcome::Outcome;
use crate::exchange::format::ExportFormat;
use crate::exchange::{omegat, table, tbx, tmx};
use crate::model::Concept;

/// Writes a file in one format. What a format does not hold it ignores.
pub(in crate::exchange) trait ItemWriter<W: Write> {
    /// Writes one concept and returns what became of it.
    fn concept(&mut self, _concept: &Concept) -> io::Result<Outcome> {
        Ok(Outcome::NotSelected)
    }

    /// Writes one segment; returns whether it was written.
    fn segment(&mut self, _unit: &tmx::MemoryUnit<'_>) -> io::Result<bool> {
        Ok(false)
    }

    /// Writes the end of the file and returns the output, flushed.
    fn finish(self: Box<Self>) -> io::Result<W>;
}

/// The writer of any format.
pub struct Writer<W: Write>(Box<dyn ItemWriter<W> + Send>);

impl<W: Write + Send + 'static> Writer<W> {
    /// Writes everything before the first concept. The output need not be buffered.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(format: ExportFormat, out: W, header: &Header) -> io::Result<Self> {
        Ok(Self(match format {
            ExportFormat::Csv => Box::new(table::Writer::new(out, header, table::Style::Plain)?),
            ExportFormat::CsvExcel => Box::new(table::Writer::new(out, header, table::Style::Excel)?),
            ExportFormat::Tbx2 => Box::new(tbx::Writer::new(out, header, &tbx::VERSION_2)?),
            ExportFormat::Tbx3 => Box::new(tbx::Writer::new(out, header, &tbx::VERSION_3)?),
            ExportFormat::OmegaT => Box::new(omegat::Writer::new(out, header)?),
            ExportFormat::Tmx => Box::new(tmx::Writer::new(out, header)?),
        }))
    }
}

impl<W: Write> Writer<W> {
    /// Writes one concept and returns what became of it. Formats for segments ignore concepts.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn concept(&mut self, concept: &Concept) -> io::Result<Outcome> {
        self.0.concept(concept)
    }

    /// Writes one segment; returns whether it was written. A file of concepts takes none.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn segment(&mut self, unit: &tmx::MemoryUnit<'_>) -> io::Result<bool> {
        self.0.segment(unit)
    }

    /// Writes the end of the file and returns the output, flushed. A writer that is dropped instead leaves the file
    /// incomplete.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}
