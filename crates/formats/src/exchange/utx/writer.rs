//! Writes UTX 1.11: tab-separated, UTF-8 without byte order mark, lines ending in CR LF, no quotation marks.
//!
//! Every source term of a concept makes a row with every target term. The header has three fields and one more, each further
//! one with one colon, which is all that the reader of translate-toolkit takes. `term status` is that of the target term, as UTX
//! has it; the source term has a column of its own. UTX has no word for a term that is admitted only, so `approved` and
//! `provisional` say what the review is, `non-standard` and `forbidden` what the usage is. A row that begins with `#` would
//! be part of the header, so such a term gets a space in front, which readers remove.

use std::io::{self, BufWriter, Write};

use crate::exchange::cleaning;
use crate::exchange::export::{
    Header, ItemWriter, LanguageTerms, Outcome, source_of_definition, source_of_term, terms_in,
};
use crate::model::{Concept, Lang, PartOfSpeech, Review, Term, Usage};

/// The columns of our own files.
pub(super) const COLUMNS: [&str; 11] = [
    "src",
    "tgt",
    "src:pos",
    "tgt:pos",
    "src:term status",
    "term status",
    "reading",
    "concept ID",
    "domain",
    "definition",
    "comment",
];

/// Writes the glossary; holds one concept at a time.
pub(in crate::exchange) struct Writer<W: Write> {
    out: BufWriter<W>,
    header: Header,
}

impl<W: Write> Writer<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut out = BufWriter::new(out);
        let (source, target) = (with_region(&header.source_lang), with_region(&header.target_lang));
        let date = cleaning::line(&header.generated_at);
        write!(out, "#UTX 1.11; {source}/{target}; {date}+00:00; creator: Taiyaku\r\n#{}\r\n", COLUMNS.join("\t"))?;
        Ok(Self { out, header: header.clone() })
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let sources = terms_in(languages, &self.header.source_lang);
        let targets = terms_in(languages, &self.header.target_lang);
        let field = cleaning::line(concept.field.as_deref().unwrap_or_default());
        let mut definitions = concept.definitions.iter().filter(|definition| definition.lang.is_japanese());
        let definition =
            definitions.find_map(|definition| Some((definition, cleaning::filled(&cleaning::line(&definition.text))?)));
        let of_definition = definition
            .as_ref()
            .map(|(definition, _)| source_of_definition(concept, definition, &self.header.target_lang));
        let definition = definition.map(|(_, text)| text).unwrap_or_default();
        for source in &sources {
            for target in &targets {
                let guard = if source.text.starts_with('#') { " " } else { "" };
                let japanese = [source, target].into_iter().find(|one| one.term.lang.is_japanese());
                let reading = japanese.and_then(|one| one.term.sure_reading()).map(cleaning::line).unwrap_or_default();
                let comment = of_definition
                    .clone()
                    .unwrap_or_else(|| source_of_term(concept, target.term, &self.header.target_lang));
                write!(
                    self.out,
                    "{guard}{}\t{}\t{}\t{}\t{}\t{}\t{reading}\tC{}\t{field}\t{definition}\t{comment}\r\n",
                    source.text,
                    target.text,
                    part(source.term.part_of_speech),
                    part(target.term.part_of_speech),
                    status(source.term),
                    status(target.term),
                    concept.id,
                )?;
            }
        }
        Ok(Outcome::Written)
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let mut out = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

/// The tag with the region UTX asks for, where the language has one that is meant unless another is named.
fn with_region(lang: &Lang) -> &str {
    match lang.as_str() {
        "ja" => "ja-JP",
        "en" => "en-US",
        other => other,
    }
}

fn status(term: &Term) -> &'static str {
    match (term.usage, term.review) {
        (Usage::Forbidden, _) => "forbidden",
        (Usage::Deprecated, _) => "non-standard",
        (_, Review::Approved) => "approved",
        _ => "provisional",
    }
}

fn part(part: Option<PartOfSpeech>) -> &'static str {
    match part {
        // The mark of UTX for what is none of its words.
        Some(PartOfSpeech::Other) => "-",
        Some(part) => part.as_str(),
        None => "",
    }
}
