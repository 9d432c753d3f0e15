//! Concepts come in; TBX-Basic of 2008 (`martif`, DIN/ISO 30042:2008) goes out: the version translation tools read.
//!
//! Terms stand in `tig`, never `ntig`, which some readers skip. The format has no file without concepts: an export
//! of nothing has an empty `body`, which readers take and the schema does not.

use std::io::{self, Write};

use crate::model::Concept;

use super::Header;
use super::tbx::{self, Dialect};

const DIALECT: Dialect = Dialect {
    root: "martif",
    root_attributes: &[("type", "TBX-Basic"), ("xml:lang", "en")],
    header: "martifHeader",
    categories: Some("TBXBasicXCSV02.xcs"),
    concept: "termEntry",
    language: "langSet",
    term: "tig",
    always_body: true,
};

/// Writes the file; holds one concept at a time.
pub struct Writer<W: Write>(tbx::Writer<W>);

impl<W: Write> Writer<W> {
    /// Writes everything before the first concept.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(out: W, header: &Header) -> io::Result<Self> {
        tbx::Writer::new(out, header, &DIALECT).map(Self)
    }

    /// Writes one concept, whose number no other concept of the file may have; whether anything of it goes out.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn concept(&mut self, concept: &Concept) -> io::Result<bool> {
        self.0.concept(concept)
    }

    /// Writes the end of the file and gives the output back.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}
