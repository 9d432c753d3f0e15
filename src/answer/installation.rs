//! The state of an installation as the command line reports it: projects, database, dictionary, server, exported files.

use serde::Serialize;
use utoipa::ToSchema;

use super::base::ProjectAnswer;
use super::words::ExportFormatWord;
use crate::app::dictionary::DictionaryFacts;
use crate::app::export::ExportFormat;
use crate::app::health::{Counts, Health, Readiness};

/// A project and how much it holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ProjectSummary)]
pub(crate) struct ProjectSummaryAnswer {
    /// The project.
    pub(crate) project: ProjectAnswer,
    /// How much it holds.
    pub(crate) counts: CountsAnswer,
}

/// How much there is, in one project or in all.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Counts)]
pub(crate) struct CountsAnswer {
    /// Releases.
    releases: u64,
    /// Glossary entries.
    entries: u64,
    /// Note marks in running text.
    references: u64,
    /// Links.
    links: u64,
    /// Segments of the memory.
    segments: u64,
    /// Concepts.
    concepts: u64,
    /// Concepts with a Japanese and an English term.
    bilingual_concepts: u64,
    /// Terms.
    terms: u64,
    /// Terms a person approved.
    approved_terms: u64,
    /// Pieces of evidence.
    evidence: u64,
    /// Unresolved conflicts.
    conflicts: u64,
}

/// Whether this machine can answer questions.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Readiness)]
pub(crate) struct ReadinessAnswer {
    /// Whether questions can be answered: the database can be read.
    ready: bool,
    /// State of the database; `null` where it cannot be read.
    database: Option<DatabaseAnswer>,
    /// Why the database cannot be read.
    database_problem: Option<String>,
    /// The tokeniser and dictionary in use.
    words: String,
    /// Why words are split by script only. Everything still works, less exactly.
    dictionary_problem: Option<String>,
    /// Usable PDF engines, best first.
    pdf_engines: Vec<String>,
    /// How much there is in all projects.
    counts: Option<CountsAnswer>,
}

/// State of the database.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DatabaseHealth)]
pub(crate) struct DatabaseAnswer {
    /// Number of the last migration.
    schema: i64,
    /// Revision of the last change.
    revision: i64,
    /// Journal mode: `wal` for a file, `memory` for a database in memory.
    journal: String,
    /// Whether the database enforces foreign keys.
    foreign_keys: bool,
    /// Size in bytes.
    bytes: u64,
    /// Unused bytes within the file.
    free_bytes: u64,
}

/// Whether a running server is ready.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ServerHealth)]
pub(crate) struct ServerAnswer {
    /// Its address.
    pub(crate) url: String,
    /// HTTP status of `GET /ready`.
    pub(crate) status: u16,
    /// Whether it can answer questions.
    pub(crate) ready: bool,
}

/// The dictionary of the tokeniser.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Dictionary)]
pub(crate) struct DictionaryAnswer {
    /// The folder it is in.
    folder: String,
    /// Tokeniser and dictionary with their versions.
    version: String,
    /// The words of a sample sentence, as the dictionary splits it.
    sample: Vec<String>,
}

/// A file that was exported.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ExportedFile)]
pub(crate) struct ExportAnswer {
    /// Path of the file.
    file: String,
    /// Its format.
    format: ExportFormatWord,
    /// Number of concepts in it; `null` for a file of segments.
    concepts: Option<usize>,
    /// Number of segments in it; `null` for a file of concepts.
    segments: Option<usize>,
}

impl From<Counts> for CountsAnswer {
    fn from(counts: Counts) -> Self {
        let Counts {
            releases,
            entries,
            references,
            links,
            segments,
            concepts,
            bilingual_concepts,
            terms,
            approved_terms,
            evidence,
            conflicts,
        } = counts;
        Self {
            releases,
            entries,
            references,
            links,
            segments,
            concepts,
            bilingual_concepts,
            terms,
            approved_terms,
            evidence,
            conflicts,
        }
    }
}

impl From<Readiness> for ReadinessAnswer {
    fn from(readiness: Readiness) -> Self {
        let Readiness { ready, database, database_problem, words, dictionary_problem, pdf_engines, counts } = readiness;
        let (database, counts) = (database.map(Into::into), counts.map(Into::into));
        Self { ready, database, database_problem, words, dictionary_problem, pdf_engines, counts }
    }
}

impl From<Health> for DatabaseAnswer {
    fn from(health: Health) -> Self {
        let Health { schema, revision, journal, foreign_keys, bytes, free_bytes } = health;
        Self { schema, revision: revision.get(), journal, foreign_keys, bytes, free_bytes }
    }
}

impl DictionaryAnswer {
    /// The dictionary in `folder`.
    pub(crate) fn new(folder: String, facts: DictionaryFacts) -> Self {
        let DictionaryFacts { version, sample } = facts;
        Self { folder, version, sample }
    }
}

impl ExportAnswer {
    /// The file with `count` concepts or segments, whichever the format holds.
    pub(crate) fn new(file: String, format: ExportFormat, count: usize) -> Self {
        let of_segments = format.holds_segments();
        Self {
            file,
            format: format.into(),
            concepts: (!of_segments).then_some(count),
            segments: of_segments.then_some(count),
        }
    }
}
