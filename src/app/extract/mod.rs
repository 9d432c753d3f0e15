//! Extracts everything from a document without storing it: with a service, or without a database for `taiyaku extract`.

mod document;

pub use document::ExtractedDocument;

use super::blocking::blocking;
use super::dictionary::open_tokeniser;
use super::pdf::pdf_options;
use super::{AppError, Service};
use crate::align::TranslationTable;
use crate::config::Config;
use crate::read::{Hint, Limits, PdfEngineOptions};
use crate::text::tokeniser::Tokeniser;

/// Extraction without a database.
#[derive(Debug, Clone)]
pub struct Extractor {
    words: Tokeniser,
    pdf: PdfEngineOptions,
    problem: Option<String>,
}

impl Extractor {
    /// An extractor with the dictionary and PDF engine named in the settings.
    #[must_use]
    pub fn open(config: &Config) -> Self {
        let (words, problem) = open_tokeniser(config);
        Self { words, pdf: pdf_options(config), problem }
    }

    /// The most bytes of a document.
    #[must_use]
    pub fn largest_document() -> usize {
        Limits::default().bytes
    }

    /// Why text is split by script and not with a dictionary; `None` with a dictionary.
    #[must_use]
    pub fn dictionary_problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Extracts everything from one document.
    ///
    /// # Errors
    /// Errors of reading.
    pub fn extract(&self, name: &str, media_type: Option<&str>, bytes: &[u8]) -> Result<ExtractedDocument, AppError> {
        ExtractedDocument::new(
            bytes,
            &Hint { media_type: media_type.map(str::to_owned), pdf: self.pdf.clone(), ..Hint::named(name) },
            &TranslationTable::default(),
            &self.words,
        )
    }
}

impl Service {
    /// Extracts everything from one document without storing it. Runs on a blocking thread.
    ///
    /// # Errors
    /// Errors of reading.
    pub async fn extract(
        &self,
        name: &str,
        media_type: Option<&str>,
        bytes: Vec<u8>,
    ) -> Result<ExtractedDocument, AppError> {
        self.learn().await?;
        let hint = self.hint(name, media_type);
        let service = self.clone();
        blocking(name, move || ExtractedDocument::new(&bytes, &hint, &service.translation_table(), service.words()))
            .await?
    }
}
