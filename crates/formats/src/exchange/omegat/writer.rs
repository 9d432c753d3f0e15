//! Writes a glossary for `OmegaT`: tab-separated, UTF-8, one row for each pair of terms.
//!
//! The first line names the encoding, which `OmegaT` looks for; it reads files that end in `.utf8` as UTF-8 in any case.
//! Rows are `source<TAB>target<TAB>comment` without quotation marks: separators of rows and columns are removed from the
//! terms. A row that begins with `#` would be skipped, so it gets a space in front, which `OmegaT` removes. The comment is
//! the definition and where it is from. `OmegaT` offers every target it is given, so terms that should not be used are
//! left out in any profile.

use std::io::{self, BufWriter, Write};

use super::mark::FIRST_LINE;
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Outcome, explanation, pairs, terms_in};
use crate::model::Concept;

/// Writes the glossary; holds one concept at a time.
pub(in crate::exchange) struct Writer<W: Write> {
    out: BufWriter<W>,
    header: Header,
}

impl<W: Write> Writer<W> {
    /// Writes the first line.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut out = BufWriter::new(out);
        writeln!(out, "{FIRST_LINE}")?;
        Ok(Self { out, header: header.clone() })
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let sources = terms_in(languages, &self.header.source_lang);
        let targets = terms_in(languages, &self.header.target_lang);
        for (source, target) in pairs(&sources, &targets) {
            let comment = explanation(concept, target.term, &self.header.target_lang);
            let guard = if source.text.starts_with('#') { " " } else { "" };
            writeln!(self.out, "{guard}{}\t{}\t{comment}", source.text, target.text)?;
        }
        Ok(Outcome::Written)
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let mut out = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}
