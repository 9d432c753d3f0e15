//! The state of an installation: its server, database and dictionary, and the files it exported.

use std::path::Path;

use serde::Serialize;
use utoipa::ToSchema;

use super::base::CountsAnswer;
use super::from_members;
use crate::app::backup::{BackupReport, RestoreReport};
use crate::app::dictionary::DictionaryFacts;
use crate::app::doctor::InstallationCheck;
use crate::app::health::{Health, Readiness};
use crate::app::live::memory::MemorySize;

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

/// The server runs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HealthAnswer {
    /// Always `ok`.
    #[schema(example = "ok")]
    pub(crate) status: &'static str,
    /// Version of the program.
    #[schema(example = "0.1.0")]
    pub(crate) version: &'static str,
}

/// The server is ready.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReadyAnswer {
    /// Always `ready`.
    #[schema(example = "ready")]
    pub(crate) status: &'static str,
    /// Revision of the last change.
    pub(crate) revision: i64,
    /// Whether a dictionary splits words; without one some terms are missed.
    pub(crate) dictionary: bool,
    /// Indexes of the memory by language; each is built before its language is first searched.
    pub(crate) memory: Vec<MemorySizeAnswer>,
}

/// Size of the index of the memory for one language.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MemorySize)]
pub(crate) struct MemorySizeAnswer {
    /// Language tag (BCP 47), without region.
    #[schema(example = "ja")]
    lang: String,
    /// Number of texts.
    entries: usize,
    /// Size in bytes, in memory or mapped from a file.
    bytes: usize,
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

/// One check of the installation.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = InstallationCheck)]
pub(crate) struct CheckupAnswer {
    /// What is checked.
    #[schema(example = "integrity")]
    name: &'static str,
    /// How it ended: `ok`, `warning` (everything works, but somebody should look at it) or `problem`.
    #[schema(example = "ok")]
    status: &'static str,
    /// What was found.
    message: String,
    /// What to do; empty if there is nothing to do.
    advice: String,
}

impl From<InstallationCheck> for CheckupAnswer {
    fn from(check: InstallationCheck) -> Self {
        let InstallationCheck { name, status, message, advice } = check;
        Self { name, status: status.as_str(), message, advice }
    }
}

/// The settings of the program.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Configuration)]
pub(crate) struct ConfigAnswer {
    /// Path of the configuration file; `null` if there is none.
    pub(crate) file: Option<String>,
    /// All settings.
    pub(crate) settings: Vec<SettingAnswer>,
}

/// A setting with its value.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Setting)]
pub(crate) struct SettingAnswer {
    /// Its name, which is its key in the configuration file.
    #[schema(example = "listen")]
    pub(crate) name: &'static str,
    /// Its value, `(hidden)` for a secret; `null` if it has none.
    pub(crate) value: Option<String>,
    /// Where the value comes from: `option`, `environment`, `file` or `default`.
    #[schema(example = "file")]
    pub(crate) origin: &'static str,
    /// The option, the environment variable, or the file and line; `null` for a default.
    pub(crate) from: Option<String>,
}

/// A backup that was written.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Backup)]
pub(crate) struct BackupAnswer {
    /// Path of the term base.
    database: String,
    /// Path of the backup.
    file: String,
    /// Number of the last migration.
    schema: i64,
    /// Revision of the last change in the backup.
    revision: i64,
    /// Size of the backup in bytes.
    bytes: u64,
}

/// A backup that was put in place.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = RestoredBackup)]
pub(crate) struct RestoreAnswer {
    /// Path of the backup.
    file: String,
    /// Path of the term base.
    database: String,
    /// Number of the last migration.
    schema: i64,
    /// Revision of the last change in the term base.
    revision: i64,
    /// Size of the term base in bytes.
    bytes: u64,
    /// Path of the term base that was there before; `null` if there was none.
    previous: Option<String>,
}

impl From<Readiness> for ReadinessAnswer {
    fn from(readiness: Readiness) -> Self {
        let Readiness { ready, database, database_problem, words, dictionary_problem, pdf_engines, counts } = readiness;
        let (database, counts) = (database.map(Into::into), counts.map(Into::into));
        Self { ready, database, database_problem, words, dictionary_problem, pdf_engines, counts }
    }
}

impl From<BackupReport> for BackupAnswer {
    fn from(report: BackupReport) -> Self {
        let BackupReport { database, file, schema, revision, bytes } = report;
        Self { database: shown(&database), file: shown(&file), schema, revision: revision.get(), bytes }
    }
}

impl From<RestoreReport> for RestoreAnswer {
    fn from(report: RestoreReport) -> Self {
        let RestoreReport { file, database, schema, revision, bytes, previous } = report;
        let previous = previous.as_deref().map(shown);
        Self { file: shown(&file), database: shown(&database), schema, revision: revision.get(), bytes, previous }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

from_members!(Health => DatabaseAnswer { schema, revision, journal, foreign_keys, bytes, free_bytes });
from_members!(MemorySize => MemorySizeAnswer { lang, entries, bytes });

impl DictionaryAnswer {
    /// The dictionary in `folder`.
    pub(crate) fn new(folder: String, facts: DictionaryFacts) -> Self {
        let DictionaryFacts { version, sample } = facts;
        Self { folder, version, sample }
    }
}
