//! A format and concepts, or segments, come in; the file goes out through the writer of that format.

use std::io::{self, Write};

use crate::model::Concept;

use super::{Format, Header, MemoryUnit, csv, omegat, tbx2, tbx3, tmx};

/// The writer of any format.
pub struct Writer<W: Write>(Inner<W>);

enum Inner<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Tbx2(tbx2::Writer<W>),
    Tbx3(tbx3::Writer<W>),
    OmegaT(omegat::Writer<W>),
    Tmx(Box<tmx::Writer<W>>),
}

impl<W: Write> Writer<W> {
    /// Writes everything before the first concept. The output need not be buffered.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(format: Format, out: W, header: &Header) -> io::Result<Self> {
        Ok(Self(match format {
            Format::Csv => Inner::Csv(Box::new(csv::Writer::new(out, header, csv::Style::Plain)?)),
            Format::CsvExcel => Inner::Csv(Box::new(csv::Writer::new(out, header, csv::Style::Excel)?)),
            Format::Tbx2 => Inner::Tbx2(tbx2::Writer::new(out, header)?),
            Format::Tbx3 => Inner::Tbx3(tbx3::Writer::new(out, header)?),
            Format::OmegaT => Inner::OmegaT(omegat::Writer::new(out, header)?),
            Format::Tmx => Inner::Tmx(Box::new(tmx::Writer::new(out, header)?)),
        }))
    }

    /// Writes one concept; whether anything of it goes out. A file of segments takes none.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn concept(&mut self, concept: &Concept) -> io::Result<bool> {
        match &mut self.0 {
            Inner::Csv(writer) => writer.concept(concept),
            Inner::Tbx2(writer) => writer.concept(concept),
            Inner::Tbx3(writer) => writer.concept(concept),
            Inner::OmegaT(writer) => writer.concept(concept),
            Inner::Tmx(_) => Ok(false),
        }
    }

    /// Writes one segment; whether it goes out. A file of concepts takes none.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn segment(&mut self, unit: &MemoryUnit<'_>) -> io::Result<bool> {
        match &mut self.0 {
            Inner::Tmx(writer) => writer.unit(unit),
            Inner::Csv(_) | Inner::Tbx2(_) | Inner::Tbx3(_) | Inner::OmegaT(_) => Ok(false),
        }
    }

    /// Writes the end of the file and gives the output back, flushed. A writer that is dropped instead leaves a file
    /// without end.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<W> {
        match self.0 {
            Inner::Csv(writer) => writer.finish(),
            Inner::Tbx2(writer) => writer.finish(),
            Inner::Tbx3(writer) => writer.finish(),
            Inner::OmegaT(writer) => writer.finish(),
            Inner::Tmx(writer) => writer.finish(),
        }
    }
}
