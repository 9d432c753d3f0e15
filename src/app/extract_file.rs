//! The bytes of one document in, everything found in it out, without a database; as a value and as the JSON others read.

use serde::{Deserialize, Serialize};

use super::{AppError, Service, bilingual};
use crate::align::Table;
use crate::config::Config;
use crate::model::{
    AliasKind, Doubt, Extraction, Lang, Link, Metadata, Method, Reference, Relation, Release, Segment, Span,
};
use crate::read::{self, Hint, PdfChoice};
use crate::text::tokeniser::Tokeniser;
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

/// What `extract` writes: one object for each document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    /// Facts about the release; `null` is not in the text.
    pub metadata: Metadata,
    /// Glossary entries in printed order.
    pub entries: Vec<ContractEntry>,
    /// Note marks in the running text.
    pub refs: Vec<ContractReference>,
    /// Japanese–English pairs the release proves.
    pub links: Vec<ContractLink>,
    /// Translation units.
    pub segments: Vec<ContractSegment>,
    /// What a careful reader should look at again.
    pub doubts: Vec<Doubt>,
}

/// One entry of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractEntry {
    /// The mark as printed.
    pub marker: Option<String>,
    /// The term.
    pub term: String,
    /// Other names.
    pub aliases: Vec<ContractAlias>,
    /// The definition.
    pub definition: String,
    /// Bytes in the decoded text.
    pub span: Span,
}

/// One alias of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractAlias {
    /// As printed.
    pub text: String,
    /// What it is to the term.
    pub kind: AliasKind,
    /// Its language.
    pub lang: Lang,
}

/// One reference of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractReference {
    /// The mark as printed.
    pub marker: String,
    /// Bytes in the decoded text.
    pub span: Span,
}

/// One link of the contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractLink {
    /// The Japanese side.
    pub ja: String,
    /// The English side.
    pub en: String,
    /// Its abbreviation.
    pub abbr: Option<String>,
    /// How it was found.
    pub evidence: Method,
    /// Probability, 0 to 1.
    pub confidence: f64,
    /// Bytes in the decoded text.
    pub span: Span,
}

/// One segment of the contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractSegment {
    /// The Japanese side.
    pub ja: String,
    /// The English side.
    pub en: String,
    /// Probability, 0 to 1.
    pub confidence: f64,
}

impl Found {
    /// Reads a document and finds everything in it; takes a processor for a while.
    ///
    /// # Errors
    /// Those of reading.
    pub fn new(bytes: &[u8], hint: &Hint, table: &Table, words: &Tokeniser) -> Result<Self, AppError> {
        Ok(Self::of(read::release(bytes, hint)?, table, words))
    }

    /// Finds everything in a release; `table` tells which words were seen to translate each other.
    #[must_use]
    pub fn of(release: Release, table: &Table, words: &Tokeniser) -> Self {
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

    /// The contract of this document.
    #[must_use]
    pub fn contract(&self) -> Contract {
        let segments = self.segments().into_iter().map(|segment| ContractSegment {
            ja: segment.source,
            en: segment.target,
            confidence: segment.confidence,
        });
        Contract {
            metadata: self.extraction.metadata.clone(),
            entries: self.extraction.entries.iter().map(contract_entry).collect(),
            refs: self.extraction.references.iter().map(contract_reference).collect(),
            links: self.links.iter().filter(|link| is_contracted(link)).map(contract_link).collect(),
            segments: segments.collect(),
            doubts: self.extraction.doubts.clone(),
        }
    }
}

/// Organisations, related words and symbols that read alike in both languages are no translations to be judged.
fn is_contracted(link: &Link) -> bool {
    link.method != Method::Identity
        && !link.method.is_inferred()
        && matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf | Relation::Title)
}

fn contract_entry(entry: &crate::model::Entry) -> ContractEntry {
    let alias = |alias: &crate::model::Alias| ContractAlias {
        text: alias.text.clone(),
        kind: alias.kind,
        lang: alias.lang.clone(),
    };
    ContractEntry {
        marker: entry.marker.as_ref().map(|marker| marker.printed.clone()),
        term: entry.term.clone(),
        aliases: entry.aliases.iter().map(alias).collect(),
        definition: entry.definition.clone(),
        span: entry.span,
    }
}

fn contract_reference(reference: &Reference) -> ContractReference {
    ContractReference { marker: reference.marker.printed.clone(), span: reference.span }
}

fn contract_link(link: &Link) -> ContractLink {
    ContractLink {
        ja: link.ja.clone(),
        en: link.en.clone(),
        abbr: link.abbr.clone(),
        evidence: link.method,
        confidence: link.confidence,
        span: link.span,
    }
}

/// Extraction without a database.
#[derive(Debug, Clone)]
pub struct Extractor {
    words: Tokeniser,
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
