//! The error type of the use cases. Each error has a stable code and a message that says what happened and what to do.

use std::path::PathBuf;

use crate::config::ConfigError;
use crate::exchange::ExportFormatError;
use crate::model::{ConceptId, DecisionId, Revision, Role, TokenId};
use crate::outgoing::OutgoingError;
use crate::read::ReadError;
use crate::store::{Cause, StoreError};
use crate::text::tokeniser::DictionaryError;

/// Why a use case failed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The bytes of a document.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The fetching of a document.
    #[error(transparent)]
    Outgoing(#[from] OutgoingError),
    /// The tokeniser's dictionary.
    #[error(transparent)]
    Dictionary(#[from] DictionaryError),
    /// The settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The name of an export format.
    #[error(transparent)]
    Format(#[from] ExportFormatError),
    /// There is nothing with this name or number.
    #[error("No {what} named `{name}`. List the {} to see which exist.", several(what))]
    NotFound {
        /// The kind of thing.
        what: &'static str,
        /// Its name or number.
        name: String,
    },
    /// No file in the named folders can be used.
    #[error("Found no {what} in `{places}`. Give files of these kinds, or a folder that holds some: {kinds}.")]
    NothingToRead {
        /// What was looked for.
        what: &'static str,
        /// Where.
        places: String,
        /// The kinds of files that can be used.
        kinds: &'static str,
    },
    /// A file without a single byte.
    #[error("`{name}` is empty. Check that it is the right file and was saved, and that its transfer ended.")]
    EmptyFile {
        /// Which file.
        name: String,
    },
    /// A value in the request cannot be used.
    #[error("`{field}` is not valid: {problem}.")]
    InvalidRequest {
        /// Which value.
        field: &'static str,
        /// What is wrong with it, and what would be accepted.
        problem: String,
    },
    /// The caller's role does not allow this.
    #[error("This requires the role `{}`; your token has the role `{}`. Use another token, or ask the administrator of the server for one.",
        needed.as_str(), role.as_str())]
    Forbidden {
        /// The role that is required.
        needed: Role,
        /// The role the caller has.
        role: Role,
    },
    /// A file cannot be read or written.
    #[error("Could not read or write `{name}`: {source}. Check that it exists and that you have permission.")]
    File {
        /// Which file.
        name: String,
        /// The error of the operating system.
        #[source]
        source: std::io::Error,
    },
    /// An error in one of several documents.
    #[error("{name}: {source}")]
    Document {
        /// Its name or number.
        name: String,
        /// The error.
        #[source]
        source: Box<AppError>,
    },
    /// Another token has the name.
    #[error(
        "There is a token named `{name}` already, number {id}. Choose another name, or revoke that token first with `taiyaku token revoke {id}`."
    )]
    TokenExists {
        /// The name.
        name: String,
        /// The number of the token that has it.
        id: TokenId,
    },
    /// A file must not be replaced.
    #[error("`{}` exists already and was left as it is. Choose another name, or replace it with `--force`.", path.display())]
    FileExists {
        /// The file.
        path: PathBuf,
    },
    /// A term base must not be replaced.
    #[error("There is a term base at `{}` already. Restore to another path with `--database`, or replace it with `--force`: it is then kept under another name.", path.display())]
    BaseExists {
        /// The term base.
        path: PathBuf,
    },
    /// The file to restore is damaged.
    #[error("`{}` is damaged ({source}) and was not restored. Use another backup, or rescue what is readable with `sqlite3 FILE .recover`.", path.display())]
    BackupDamaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        source: Cause,
    },
    /// The disk is full.
    #[error("There is no space left for `{}`, and nothing was changed. Free disk space, or use another disk.", path.display())]
    NoSpace {
        /// The file.
        path: PathBuf,
    },
    /// Another project has the name.
    #[error("There is a project named `{name}` already. Choose another name.")]
    ProjectExists {
        /// The name.
        name: String,
    },
    /// The output could not be written.
    #[error("Could not write the output: {0}.")]
    Output(#[source] std::io::Error),
    /// The built-in starter term base cannot be read.
    #[error("The starter term base `{field}` cannot be read: {problem}. This is a bug; please report it.")]
    Starter {
        /// Which file.
        field: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// Another process is importing the same file.
    #[error(
        "`{name}` is being imported by another process. Wait until it has finished; if it has stopped, import the file again."
    )]
    ImportInProgress {
        /// Which file.
        name: String,
    },
    /// The concept has changed since the decision was made.
    #[error(
        "Concept `{concept}` is at revision `{found}`, the decision was made on `{given}`; `{actor}` changed it at {at}. \
         Look at it again, then decide on revision `{found}`."
    )]
    RevisionConflict {
        /// The concept.
        concept: ConceptId,
        /// The revision the decision was based on.
        given: Revision,
        /// The current revision.
        found: Revision,
        /// Who changed it last.
        actor: String,
        /// When.
        at: String,
    },
    /// A decision cannot be undone in the current state.
    #[error("Decision `{id}` cannot be undone: {problem}.")]
    UndoConflict {
        /// The decision.
        id: DecisionId,
        /// What prevents it, and what to do.
        problem: String,
    },
    /// A decision has been undone already.
    #[error(
        "Decision `{id}` was already undone by `{actor}` at {at}. List the decisions to see which are still in force."
    )]
    AlreadyUndone {
        /// The decision.
        id: DecisionId,
        /// Who undid it.
        actor: String,
        /// When.
        at: String,
    },
    /// What a plan was about has changed.
    #[error(
        "The plan was about {expected} terms, and now there are {found}. Nothing was decided; make the plan again."
    )]
    SelectionChanged {
        /// The number of terms of the plan.
        expected: usize,
        /// The number of terms now.
        found: usize,
    },
    /// A person rejected this pair.
    #[error("A person rejected `{into}` for `{from}`. Accept it in review, or undo that decision, first.")]
    PairRejected {
        /// The source text.
        from: String,
        /// The rejected translation.
        into: String,
    },
    /// A background task stopped without a result.
    #[error("The task `{name}` stopped without a result. See the log for the cause, and please report it.")]
    Stopped {
        /// The name of the task.
        name: String,
    },
}

/// The plural of a noun.
fn several(what: &str) -> String {
    what.strip_suffix('y').map_or_else(|| format!("{what}s"), |stem| format!("{stem}ies"))
}

impl AppError {
    /// There is no `what` with this number.
    pub(super) fn nothing(what: &'static str, id: impl Into<i64>) -> Self {
        StoreError::NotFound { what, id: id.into().to_string() }.into()
    }

    /// The stable code of the error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Read(error) => error.code(),
            Self::Outgoing(error) => error.code(),
            Self::Dictionary(DictionaryError::Unusable { .. }) => "dictionary_unusable",
            Self::Dictionary(DictionaryError::Unbuildable { .. }) => "dictionary_unbuildable",
            Self::Config(error) => error.code(),
            Self::Format(error) => error.code(),
            Self::NotFound { .. } | Self::NothingToRead { .. } => "not_found",
            Self::EmptyFile { .. } => "empty_document",
            Self::InvalidRequest { .. } => "invalid_request",
            Self::Forbidden { .. } => "forbidden",
            Self::File { .. } => "file_unreadable",
            Self::Document { source, .. } => source.code(),
            Self::TokenExists { .. } | Self::ProjectExists { .. } => "already_exists",
            Self::FileExists { .. } => "file_exists",
            Self::BaseExists { .. } => "database_exists",
            Self::BackupDamaged { .. } => "backup_damaged",
            Self::NoSpace { .. } => "no_space",
            Self::Output(_) => "output_failed",
            Self::Starter { .. } => "starter_broken",
            Self::ImportInProgress { .. } => "import_in_progress",
            Self::RevisionConflict { .. } => "revision_conflict",
            Self::UndoConflict { .. } => "undo_conflict",
            Self::AlreadyUndone { .. } => "already_undone",
            Self::SelectionChanged { .. } => "selection_changed",
            Self::PairRejected { .. } => "pair_rejected",
            Self::Stopped { .. } => "work_stopped",
        }
    }
}
