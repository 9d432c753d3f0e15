//! Concepts come in; TBX-Basic of ISO 30042:2019 goes out, in DCA style.
//!
//! DCA (data categories as attributes) and not DCT (as tags): the same elements as the version of 2008, so one
//! description serves both, and the schemas check more of it. An export of nothing has no `body`, as the schema wants.

use std::io::{self, Write};

use crate::model::Concept;

use super::Header;
use super::tbx::{self, Dialect};

const DIALECT: Dialect = Dialect {
    root: "tbx",
    root_attributes: &[
        ("type", "TBX-Basic"),
        ("style", "dca"),
        ("xml:lang", "en"),
        ("xmlns", "urn:iso:std:iso:30042:ed-2"),
    ],
    header: "tbxHeader",
    categories: None,
    concept: "conceptEntry",
    language: "langSec",
    term: "termSec",
    always_body: false,
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
