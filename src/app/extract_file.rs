//! Finds everything in one document, without a database.

use super::{AppError, Service, bilingual};
use crate::align::Table;
use crate::config::Config;
use crate::model::{Extraction, Lang, Link, Relation, Release, Segment};
use crate::read::{self, Hint, PdfChoice};
use crate::text::words::Words;
use crate::{extract, link};

/// A document and what was found in it.
#[derive(Debug, Clone)]
pub struct Found {
    /// The document as read.
    pub release: Release,
    /// Its entries, references, metadata and doubts.
    pub extraction: Extraction,
    /// Its links, weak ones too.
    pub links: Vec<Link>,
    /// Sentences it prints in both languages, aligned.
    pub aligned: Vec<Segment>,
}

impl Found {
    /// Reads a document and finds everything in it; takes a processor for a while.
    ///
    /// # Errors
    /// Those of reading.
    pub fn new(bytes: &[u8], hint: &Hint, table: &Table, words: &Words) -> Result<Self, AppError> {
        Ok(Self::of(read::release(bytes, hint)?, table, words))
    }

    /// Finds everything in a release; `table` tells which words were seen to translate each other.
    #[must_use]
    pub fn of(release: Release, table: &Table, words: &Words) -> Self {
        let extraction = extract::entries(&release);
        let links = link::terms(&release, &extraction, words);
        let aligned = bilingual::segments(&release, table, words);
        Self { release, extraction, links, aligned }
    }

    /// The pairs of titles and of aligned sentences, as units of the translation memory.
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

/// Extraction without a database.
#[derive(Debug, Clone)]
pub struct Extractor {
    words: Words,
    pdf: PdfChoice,
    problem: Option<String>,
}

impl Extractor {
    /// An extractor with the dictionary and the PDF engine the settings name.
    #[must_use]
    pub fn open(config: &Config) -> Self {
        let (words, problem) = super::service::open_words(config);
        let pdf = PdfChoice { pdfium: config.pdfium.clone(), ..PdfChoice::default() };
        Self { words, pdf, problem }
    }

    /// Why words are cut by script instead of by a dictionary.
    #[must_use]
    pub fn dictionary_problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Everything in one document.
    ///
    /// # Errors
    /// Those of reading.
    pub fn extract(&self, name: &str, bytes: &[u8]) -> Result<Found, AppError> {
        Found::new(bytes, &Hint { pdf: self.pdf.clone(), ..Hint::named(name) }, &Table::default(), &self.words)
    }
}

impl Service {
    /// Everything in one document, without keeping it. Works on a thread of its own, so that the caller's is free.
    ///
    /// # Errors
    /// Those of reading.
    pub async fn extract(&self, name: &str, media_type: Option<&str>, bytes: Vec<u8>) -> Result<Found, AppError> {
        self.learn().await?;
        let hint = self.hint(name, media_type);
        let service = self.clone();
        let work = tokio::task::spawn_blocking(move || Found::new(&bytes, &hint, &service.aligning(), service.words()));
        work.await.map_err(|_| AppError::Stopped { name: name.to_owned() })?
    }
}
