//! The outcome of ingesting one document: counts, doubts and errors.

use crate::app::AppError;
use crate::app::extract::ExtractedDocument;
use crate::model::{CorrectionId, Doubt, Extraction, Link, Media, Relation, ReleaseId};

/// What happened to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is new.
    Added,
    /// It was stored before and has been read again with newer rules.
    Updated,
    /// It is stored already and the rules are the same; nothing was done.
    Unchanged,
    /// It could not be read; nothing was stored.
    Failed,
}

/// Why a document could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The stable code of the error.
    pub code: String,
    /// What happened, and what to do.
    pub message: String,
}

/// The outcome for one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Its name.
    pub name: String,
    /// Web address it was fetched from, after redirects.
    pub url: Option<String>,
    /// What happened to it.
    pub status: Status,
    /// The number of its release, unless it failed.
    pub release_id: Option<ReleaseId>,
    /// The name of that release, where it is another: the same bytes were stored under it before.
    pub stored_as: Option<String>,
    /// The kind of file.
    pub media: Option<Media>,
    /// The engine that read it.
    pub engine: Option<String>,
    /// Number of glossary entries.
    pub entries: usize,
    /// Number of links, including weak ones and titles.
    pub links: usize,
    /// Number of entries with an English term from this document.
    pub with_english: usize,
    /// Number of segments: pairs of titles and of aligned sentences.
    pub segments: usize,
    /// What a careful reader should check.
    pub doubts: Vec<Doubt>,
    /// Why it failed.
    pub error: Option<Failure>,
    /// The number of the correction that was made with it.
    pub correction: Option<CorrectionId>,
}

impl Outcome {
    /// A document that could not be read.
    #[must_use]
    pub fn failed(name: &str, error: &AppError) -> Self {
        Self {
            name: name.to_owned(),
            url: None,
            status: Status::Failed,
            release_id: None,
            stored_as: None,
            media: None,
            engine: None,
            entries: 0,
            links: 0,
            with_english: 0,
            segments: 0,
            doubts: Vec::new(),
            error: Some(Failure { code: error.code().to_owned(), message: error.to_string() }),
            correction: None,
        }
    }

    /// A document that was stored.
    #[must_use]
    pub(super) fn stored(name: &str, status: Status, id: ReleaseId, found: &ExtractedDocument) -> Self {
        Self {
            name: name.to_owned(),
            url: found.release.source.url.clone(),
            status,
            release_id: Some(id),
            stored_as: (status == Status::Unchanged && found.release.source.name != name)
                .then(|| found.release.source.name.clone()),
            media: Some(found.release.source.media),
            engine: Some(found.release.source.engine.clone()),
            entries: found.extraction.entries.len(),
            links: found.links.len(),
            with_english: with_english(&found.extraction, &found.links),
            segments: found.segments().len(),
            doubts: found.extraction.doubts.clone(),
            error: None,
            correction: None,
        }
    }
}

/// The number of entries for which the document itself has English.
fn with_english(found: &Extraction, links: &[Link]) -> usize {
    let translates = |link: &&Link| matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf);
    let linked = |index: usize, entry: &crate::model::Entry| {
        links.iter().filter(translates).any(|link| link.entry == Some(index) || link.ja == entry.term)
    };
    found.entries.iter().enumerate().filter(|(index, entry)| entry.lang.is_japanese() && linked(*index, entry)).count()
}
