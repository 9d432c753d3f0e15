//! What was imported: dictionaries, term bases and files of translations; what goes and what stays when one is removed.

use serde::Serialize;
use utoipa::ToSchema;

use super::words::{SourceFormatWord, SourceUseWord};
use crate::app::sources::{ImportedFile, SourceRemoval, StoredSource};
use crate::model::SourceFacts;

/// An imported dictionary or term base.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Source)]
pub(crate) struct SourceAnswer {
    /// Its number.
    id: i64,
    /// Name of its project.
    project: String,
    /// Its name, as `source` of evidence gives it.
    name: String,
    /// The format it came in.
    format: SourceFormatWord,
    /// What its entries are used as.
    kept: SourceUseWord,
    /// Its licence, where stated.
    licence: Option<String>,
    /// Whom to credit, where stated.
    attribution: Option<String>,
    /// Where it is from, where stated.
    url: Option<String>,
    /// When it was last imported.
    #[schema(format = DateTime)]
    imported_at: String,
    /// Number of entries.
    entries: u64,
}

/// Everything that was imported.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SourceList {
    /// Dictionaries and term bases, by project and name.
    pub(crate) sources: Vec<SourceAnswer>,
    /// Files of translations, by project and name.
    pub(crate) files: Vec<ImportedFileAnswer>,
}

/// A file whose translations were imported.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportedFile)]
pub(crate) struct ImportedFileAnswer {
    /// Name of its project.
    project: String,
    /// Its name.
    name: String,
    /// Its format; `null` if it was imported by an older version.
    format: Option<String>,
    /// When it was last imported.
    #[schema(format = DateTime)]
    imported_at: String,
    /// Number of segments it brought, also those that other files brought too.
    segments: u64,
}

/// A source or an imported file that was removed.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = SourceRemoval)]
pub(crate) struct SourceRemovalAnswer {
    /// Its name.
    name: String,
    /// The source; `null` if it was a file of translations.
    source: Option<SourceAnswer>,
    /// Number of terms removed with it.
    terms: usize,
    /// Number of concepts removed with it.
    concepts: usize,
    /// Number of its terms that stay, because something else supports them or a person decided on them.
    kept_terms: usize,
    /// Number of segments removed with it.
    segments: u64,
    /// Number of its segments that stay, because another import brought them too.
    shared_segments: u64,
    /// Number of its segments that stay, because a person decided on them or they were added otherwise too.
    kept_segments: u64,
}

impl From<StoredSource> for SourceAnswer {
    fn from(source: StoredSource) -> Self {
        let StoredSource { id, project_id: _, project, name, format, kept, facts, imported_at, entries } = source;
        let SourceFacts { licence, attribution, url } = facts;
        let (format, kept) = (format.into(), kept.into());
        Self { id: id.get(), project, name, format, kept, licence, attribution, url, imported_at, entries }
    }
}

impl From<ImportedFile> for ImportedFileAnswer {
    fn from(file: ImportedFile) -> Self {
        let ImportedFile { project, name, format, imported_at, segments } = file;
        Self { project, name, format, imported_at, segments }
    }
}

impl SourceRemovalAnswer {
    /// What was removed under this name.
    pub(crate) fn new(name: &str, removal: SourceRemoval) -> Self {
        let SourceRemoval { source, terms, concepts, kept_terms, segments } = removal;
        Self {
            name: name.to_owned(),
            source: source.map(Into::into),
            terms,
            concepts,
            kept_terms,
            segments: segments.removed,
            shared_segments: segments.shared,
            kept_segments: segments.kept,
        }
    }
}
