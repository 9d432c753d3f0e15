//! Writes the term base as XLIFF 2.1 with its glossary module.
//!
//! A concept is a unit. Its glossary has an entry for each source term with all target terms as translations and the first
//! definition, and each source term is a segment with the first target term, in which both are marked as terms and the entry
//! points to them: programs that know the module have a glossary, the others a memory of terms. The module has no way to
//! say that a term should not be used, so such terms are not in the file.

use std::io::{self, Write};

use super::writer::begin_21;
use crate::exchange::cleaning;
use crate::exchange::export::{
    Header, ItemWriter, LanguageTerms, Outcome, SelectedTerm, source_of_definition, terms_in,
};
use crate::exchange::xml::{Document, escaped};
use crate::model::{Concept, Review};

/// Writes the file; holds one concept at a time.
pub(in crate::exchange) struct GlossaryWriter<W: Write> {
    xml: Document<W>,
    header: Header,
    is_empty: bool,
}

impl<W: Write> GlossaryWriter<W> {
    /// Writes everything before the first unit.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut xml = Document::new(out)?;
        begin_21(&mut xml, header, &[("xmlns:gls", "urn:oasis:names:tc:xliff:glossary:2.0")])?;
        Ok(Self { xml, header: header.clone(), is_empty: true })
    }

    fn entry(
        &mut self,
        number: usize,
        source: &SelectedTerm<'_>,
        targets: &[&SelectedTerm<'_>],
        definition: Option<&(String, String)>,
    ) -> io::Result<()> {
        let (id, reference) = (format!("g{number}"), format!("#m{number}"));
        self.xml.open("gls:glossEntry", &[("id", &id), ("ref", &reference)])?;
        self.xml.leaf("gls:term", &[], &source.text)?;
        for (index, target) in targets.iter().enumerate() {
            self.xml.leaf("gls:translation", &[("id", &format!("t{number}-{}", index + 1))], &target.text)?;
        }
        if let Some((text, source)) = definition {
            let source = Some(("source", source.as_str())).filter(|(_, source)| !source.is_empty());
            self.xml.leaf("gls:definition", source.as_slice(), text)?;
        }
        self.xml.close("gls:glossEntry")
    }

    fn segment(&mut self, number: usize, source: &SelectedTerm<'_>, target: &SelectedTerm<'_>) -> io::Result<()> {
        let is_approved = [source, target].iter().all(|one| one.term.review == Review::Approved);
        let state = if is_approved { "final" } else { "translated" };
        self.xml.open("segment", &[("id", &format!("s{number}")), ("state", state)])?;
        let marked = |text: &str| format!("<mrk id=\"m{number}\" type=\"term\">{}</mrk>", escaped(text));
        self.xml.markup("source", &[], marked(&source.text))?;
        self.xml.markup("target", &[], marked(&target.text))?;
        self.xml.close("segment")
    }
}

impl<W: Write> ItemWriter<W> for GlossaryWriter<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let sources = terms_in(languages, &self.header.source_lang);
        let targets = terms_in(languages, &self.header.target_lang);
        let definitions = concept.definitions.iter().filter(|definition| definition.lang.is_japanese());
        let definition = definitions
            .map(|definition| {
                let source = source_of_definition(concept, definition, &self.header.target_lang);
                (cleaning::lines(&definition.text), source)
            })
            .find(|(text, _)| !text.is_empty());
        self.is_empty = false;
        self.xml.open("unit", &[("id", &format!("c{}", concept.id))])?;
        self.xml.open("gls:glossary", &[])?;
        for (index, source) in sources.iter().enumerate() {
            self.entry(index + 1, source, &targets, definition.as_ref())?;
        }
        self.xml.close("gls:glossary")?;
        for (index, source) in sources.iter().enumerate() {
            if let Some(target) = targets.first() {
                self.segment(index + 1, source, target)?;
            }
        }
        self.xml.close("unit")?;
        Ok(Outcome::Written)
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        if self.is_empty {
            // A file has at least one unit.
            self.xml.open("unit", &[("id", "c0"), ("translate", "no")])?;
            self.xml.open("segment", &[])?;
            self.xml.leaf("source", &[], "")?;
            self.xml.close("segment")?;
            self.xml.close("unit")?;
        }
        self.xml.close("file")?;
        self.xml.close("xliff")?;
        self.xml.finish()
    }
}
