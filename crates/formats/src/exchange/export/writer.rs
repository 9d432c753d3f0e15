//! Exports concepts or segments in any format.

use std::io::{self, Write};

use super::header::Header;
use super::outcome::Outcome;
use crate::exchange::format::ExportFormat;
use crate::exchange::{omegat, table, tbx, tmx};
use crate::model::Concept;

/// The writer of any format.
pub struct Writer<W: Write>(Inner<W>);

enum Inner<W: Write> {
    Table(Box<table::Writer<W>>),
    Tbx(tbx::Writer<W>),
    OmegaT(omegat::Writer<W>),
    Tmx(Box<tmx::Writer<W>>),
}

impl<W: Write> Writer<W> {
    /// Writes everything before the first concept. The output need not be buffered.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(format: ExportFormat, out: W, header: &Header) -> io::Result<Self> {
        Ok(Self(match format {
            ExportFormat::Csv => Inner::Table(Box::new(table::Writer::new(out, header, table::Style::Plain)?)),
            ExportFormat::CsvExcel => Inner::Table(Box::new(table::Writer::new(out, header, table::Style::Excel)?)),
            ExportFormat::Tbx2 => Inner::Tbx(tbx::Writer::new(out, header, &tbx::VERSION_2)?),
            ExportFormat::Tbx3 => Inner::Tbx(tbx::Writer::new(out, header, &tbx::VERSION_3)?),
            ExportFormat::OmegaT => Inner::OmegaT(omegat::Writer::new(out, header)?),
            ExportFormat::Tmx => Inner::Tmx(Box::new(tmx::Writer::new(out, header)?)),
        }))
    }

    /// Writes one concept and returns what became of it. Formats for segments ignore concepts.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn concept(&mut self, concept: &Concept) -> io::Result<Outcome> {
        match &mut self.0 {
            Inner::Table(writer) => writer.concept(concept),
            Inner::Tbx(writer) => writer.concept(concept),
            Inner::OmegaT(writer) => writer.concept(concept),
            Inner::Tmx(_) => Ok(Outcome::NotSelected),
        }
    }

    /// Writes one segment; returns whether it was written. A file of concepts takes none.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn segment(&mut self, unit: &tmx::MemoryUnit<'_>) -> io::Result<bool> {
        match &mut self.0 {
            Inner::Tmx(writer) => writer.unit(unit),
            Inner::Table(_) | Inner::Tbx(_) | Inner::OmegaT(_) => Ok(false),
        }
    }

    /// Writes the end of the file and returns the output, flushed. A writer that is dropped instead leaves the file
    /// incomplete.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<W> {
        match self.0 {
            Inner::Table(writer) => writer.finish(),
            Inner::Tbx(writer) => writer.finish(),
            Inner::OmegaT(writer) => writer.finish(),
            Inner::Tmx(writer) => writer.finish(),
        }
    }
}
