//! What became of one document: numbers for a table, doubts and errors for a reader.

use crate::app::AppError;
use crate::app::extract::ExtractedDocument;
use crate::model::{Doubt, Extraction, Link, Media, Relation, ReleaseId};

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is new.
    Added,
    /// It was known and has been read again by newer rules.
    Updated,
    /// It is known and the rules are the same; nothing was done.
    Unchanged,
    /// It could not be read; nothing of it was kept.
    Failed,
}

/// Why a document could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The stable name of the kind of error.
    pub code: String,
    /// What, which, and what next.
    pub message: String,
}

/// What became of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Its name.
    pub name: String,
    /// What became of it.
    pub status: Status,
    /// Its number, unless it failed.
    pub release_id: Option<ReleaseId>,
    /// What kind of file it is.
    pub media: Option<Media>,
    /// What read it.
    pub engine: Option<String>,
    /// Glossary entries.
    pub entries: usize,
    /// Links, weak ones and titles too.
    pub links: usize,
    /// Entries that have an English term from this document.
    pub with_english: usize,
    /// Pairs of titles and of aligned sentences.
    pub segments: usize,
    /// What a careful reader should look at again.
    pub doubts: Vec<Doubt>,
    /// Why it failed.
    pub error: Option<Failure>,
}

impl Outcome {
    /// A document that could not be read.
    #[must_use]
    pub fn failed(name: &str, error: &AppError) -> Self {
        Self {
            name: name.to_owned(),
            status: Status::Failed,
            release_id: None,
            media: None,
            engine: None,
            entries: 0,
            links: 0,
            with_english: 0,
            segments: 0,
            doubts: Vec::new(),
            error: Some(Failure { code: error.code().to_owned(), message: error.to_string() }),
        }
    }

    /// A document that was kept.
    #[must_use]
    pub(super) fn kept(name: &str, status: Status, id: ReleaseId, found: &ExtractedDocument) -> Self {
        Self {
            name: name.to_owned(),
            status,
            release_id: Some(id),
            media: Some(found.release.source.media),
            engine: Some(found.release.source.engine.clone()),
            entries: found.extraction.entries.len(),
            links: found.links.len(),
            with_english: with_english(&found.extraction, &found.links),
            segments: found.segments().len(),
            doubts: found.extraction.doubts.clone(),
            error: None,
        }
    }
}

/// How many entries the document itself gives English for.
fn with_english(found: &Extraction, links: &[Link]) -> usize {
    let translates = |link: &&Link| matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf);
    let linked = |index: usize, entry: &crate::model::Entry| {
        links.iter().filter(translates).any(|link| link.entry == Some(index) || link.ja == entry.term)
    };
    found.entries.iter().enumerate().filter(|(index, entry)| entry.lang.is_japanese() && linked(*index, entry)).count()
}
