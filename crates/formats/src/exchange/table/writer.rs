//! Writes a table of Japanese–English pairs as RFC 4180 says.
//!
//! Text cells are guarded against being run as formulas: see [`guard`].

use std::io::{self, Write};

use super::pair_rows::{COLUMNS, pair_rows};
use crate::exchange::cell::guard;
use crate::exchange::export::{ItemWriter, LanguageTerms, Outcome};
use crate::model::Concept;

/// The kind of program the table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::exchange) enum Style {
    /// No byte order mark, lines end in LF: `csv` for programs and version control.
    Plain,
    /// Byte order mark, lines end in CR LF: without the mark Excel does not take the file for UTF-8.
    Excel,
}

/// Writes the table; holds one concept at a time.
pub(in crate::exchange) struct Writer<W: Write> {
    table: csv::Writer<W>,
}

impl<W: Write> Writer<W> {
    /// Writes the names of the columns.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(mut out: W, style: Style) -> io::Result<Self> {
        let mut builder = csv::WriterBuilder::new();
        if style == Style::Excel {
            out.write_all("\u{feff}".as_bytes())?;
            builder.terminator(csv::Terminator::CRLF);
        }
        let mut table = builder.from_writer(out);
        table.write_record(COLUMNS).map_err(io_error)?;
        Ok(Self { table })
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        pair_rows(concept, languages, |row| {
            self.table.write_record(row.iter().map(|cell| guard(cell).into_owned())).map_err(io_error)
        })
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let mut out = self.table.into_inner().map_err(csv::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

/// The error of the output itself, with its kind, if there is one.
pub(in crate::exchange) fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("the table could not be written: {other:?}")),
    }
}
