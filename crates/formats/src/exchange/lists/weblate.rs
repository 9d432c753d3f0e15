//! Writes a glossary as Weblate imports it: CSV with the columns it knows.
//!
//! The context tells units with one source text apart: it is the number of the concept, and for a further translation of the
//! term also that of the translation. The comment, which Weblate shows as the description of the string, is the definition and where
//! it is from. A text that a spreadsheet might run as a formula is written as Weblate itself writes it.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Outcome, explanation, pairs, terms_in};
use crate::exchange::table::io_error;
use crate::model::Concept;

/// The columns Weblate knows and we fill.
const COLUMNS: [&str; 5] = ["source", "target", "context", "translator_comments", "developer_comments"];

/// What a spreadsheet may take for the beginning of a formula.
const SIGNS: [char; 6] = ['=', '+', '-', '@', '|', '%'];

/// Writes a glossary; holds one concept.
pub(in crate::exchange) struct Writer<W: Write> {
    table: csv::Writer<W>,
    header: Header,
}

impl<W: Write> Writer<W> {
    /// Writes the names of the columns.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut table = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(out);
        table.write_record(COLUMNS).map_err(io_error)?;
        Ok(Self { table, header: header.clone() })
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let sources = terms_in(languages, &self.header.source_lang);
        let targets = terms_in(languages, &self.header.target_lang);
        let (mut last, mut number) = (None, 0_usize);
        for (source, target) in pairs(&sources, &targets) {
            number = if last == Some(&source.text) { number + 1 } else { 1 };
            last = Some(&source.text);
            let comment = explanation(concept, target.term, &self.header.target_lang);
            let context = if number == 1 { concept.id.to_string() } else { format!("{}-{number}", concept.id) };
            let cells = [source.text.as_str(), &target.text, &context, "", &comment];
            self.table.write_record(cells.map(|cell| escape(cell).into_owned())).map_err(io_error)?;
        }
        Ok(Outcome::Written)
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let mut out = self.table.into_inner().map_err(csv::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

/// The cell for a text.
fn escape(text: &str) -> Cow<'_, str> {
    if text.starts_with(SIGNS) { Cow::Owned(format!("'{}'", text.replace('|', "\\|"))) } else { Cow::Borrowed(text) }
}

/// The text of a cell of which the first apostrophe may have been taken away already: the inverse of `escape`.
pub(in crate::exchange) fn unescape(cell: &str) -> Cow<'_, str> {
    let text = cell.strip_prefix('\'').unwrap_or(cell);
    let begins = text.starts_with(SIGNS) || text.starts_with("\\|");
    match text.strip_suffix('\'').filter(|_| begins) {
        Some(text) => Cow::Owned(text.replace("\\|", "|")),
        None => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, unescape};

    #[test]
    fn formulas_are_written_as_weblate_writes_them() {
        for (text, cell) in
            [("=1", "'=1'"), ("-a|b", "'-a\\|b'"), ("|x|", "'\\|x\\|'"), ("'a'", "'a'"), ("脳", "脳"), ("", "")]
        {
            assert_eq!(escape(text), cell);
            assert_eq!(unescape(cell), text);
            // What the lexer of tables leaves of it.
            assert_eq!(unescape(crate::exchange::cell::unguard(cell)), text);
        }
    }
}
