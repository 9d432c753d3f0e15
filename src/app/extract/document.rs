//! A document and everything extracted from it.

use crate::align::TranslationTable;
use crate::app::{AppError, bilingual};
use crate::model::{Extraction, Lang, Link, Relation, Release, ReleaseCorrection, Segment};
use crate::read::{self, Hint};
use crate::text::tokeniser::Tokeniser;
use crate::{extract, link};

/// A document and everything extracted from it.
#[derive(Debug, Clone)]
pub struct ExtractedDocument {
    /// The document as read.
    pub release: Release,
    /// Its entries, references, metadata and doubts.
    pub extraction: Extraction,
    /// Its links, including weak ones.
    pub links: Vec<Link>,
    /// Terms with the reading in katakana that the document prints behind them.
    pub readings: Vec<(String, String)>,
    /// Aligned sentences of passages printed in both languages.
    pub aligned: Vec<Segment>,
}

impl ExtractedDocument {
    /// Reads a document and extracts everything from it. Processor-bound; may take seconds.
    ///
    /// # Errors
    /// Errors of reading.
    pub fn new(bytes: &[u8], hint: &Hint, table: &TranslationTable, words: &Tokeniser) -> Result<Self, AppError> {
        Ok(Self::of(read::release(bytes, hint)?, table, words))
    }

    /// Extracts everything from a release. `table` says which words translate each other.
    #[must_use]
    pub fn of(release: Release, table: &TranslationTable, words: &Tokeniser) -> Self {
        Self::corrected(release, &[], table, words)
    }

    /// Extracts everything from a release, with what people said about its entries.
    #[must_use]
    pub fn corrected(
        release: Release,
        corrections: &[ReleaseCorrection],
        table: &TranslationTable,
        words: &Tokeniser,
    ) -> Self {
        let extraction = extract::corrected_entries(&release, corrections);
        let (links, readings) = link::terms_and_readings(&release, &extraction, words);
        let marks = bilingual::in_order(extraction.references.iter().map(|reference| reference.span).collect());
        let aligned = bilingual::segments(&release, &marks, table, words);
        Self { release, extraction, links, readings, aligned }
    }

    /// The pairs of titles and of aligned sentences, as segments of the memory.
    #[must_use]
    pub fn segments(&self) -> Vec<Segment> {
        let titles = self.links.iter().filter(|link| link.relation == Relation::Title);
        titles
            .map(|link| Segment {
                source_lang: Lang::JA,
                target_lang: Lang::EN,
                source: link.ja.clone(),
                target: link.en.clone(),
                confidence: link.confidence,
            })
            .chain(self.aligned.iter().cloned())
            .collect()
    }
}
