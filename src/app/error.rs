//! What can go wrong in a use case: the errors of the parts come in, one error with a stable code goes out.

use crate::config::ConfigError;
use crate::exchange::ExportFormatError;
use crate::model::{ConceptId, DecisionId, Revision, Role};
use crate::read::ReadError;
use crate::store::StoreError;
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
    /// The tokeniser's dictionary.
    #[error(transparent)]
    Dictionary(#[from] DictionaryError),
    /// The settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The name of an export format.
    #[error(transparent)]
    Format(#[from] ExportFormatError),
    /// Nothing has this name.
    #[error("No {what} named `{name}`. List the {} to see which exist.", several(what))]
    NotFound {
        /// What was asked for.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// A value the caller gave cannot be used.
    #[error("`{field}` cannot be used: {problem}.")]
    InvalidRequest {
        /// Which value.
        field: &'static str,
        /// What is wrong with it, and what would be right.
        problem: String,
    },
    /// Whoever asks may not do that.
    #[error("This takes the role `{}`; the token has `{}`. Ask with a token that may, or whoever runs the server for one.",
        needed.as_str(), role.as_str())]
    Forbidden {
        /// The role it takes.
        needed: Role,
        /// The role there is.
        role: Role,
    },
    /// A file cannot be read or written.
    #[error("`{name}`: {source}. Check that it exists and may be read or written.")]
    File {
        /// Which.
        name: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// One document of several.
    #[error("{name}: {source}")]
    Document {
        /// Its name.
        name: String,
        /// What went wrong with it.
        #[source]
        source: Box<AppError>,
    },
    /// The reader of what goes out has gone.
    #[error("The output cannot be written: {0}.")]
    Output(#[source] std::io::Error),
    /// A row of the starter term base this program cannot read.
    #[error("The starter term base `{field}` is broken: {problem}. This is a fault of the program; report it.")]
    Starter {
        /// Which file.
        field: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// Somebody else imports the same file at this moment.
    #[error("`{name}` is being imported by another program. Let it finish; should it be gone, import the file again.")]
    ImportInProgress {
        /// Which file.
        name: String,
    },
    /// What a decision was made on has changed since.
    #[error(
        "Concept `{concept}` is at revision `{found}`, the decision was made on `{given}`; `{actor}` changed it at {at}. \
         Look at it again, then decide on revision `{found}`."
    )]
    RevisionConflict {
        /// The concept.
        concept: ConceptId,
        /// The revision the decision names.
        given: Revision,
        /// The present one.
        found: Revision,
        /// Who changed it last.
        actor: String,
        /// When.
        at: String,
    },
    /// A decision cannot be undone as things are.
    #[error("Decision `{id}` cannot be undone: {problem}.")]
    UndoConflict {
        /// The decision.
        id: DecisionId,
        /// What stands in the way, and what to do about it.
        problem: String,
    },
    /// A decision was undone before.
    #[error("Decision `{id}` was undone by `{actor}` at {at} already. List decisions to see which still hold.")]
    AlreadyUndone {
        /// The decision.
        id: DecisionId,
        /// Who undid it.
        actor: String,
        /// When.
        at: String,
    },
    /// A person said that two texts are no translation of each other.
    #[error("A person rejected `{into}` for `{from}`. Decide on it in the review, or undo that decision, first.")]
    PairRejected {
        /// The one.
        from: String,
        /// The other.
        into: String,
    },
    /// A part of the work stopped without an answer.
    #[error("The work on `{name}` stopped without an answer. The log has the cause; report it.")]
    Stopped {
        /// What was worked on.
        name: String,
    },
}

/// The word for several of a thing.
fn several(what: &str) -> String {
    what.strip_suffix('y').map_or_else(|| format!("{what}s"), |stem| format!("{stem}ies"))
}

impl AppError {
    /// Nothing of kind `what` has this number.
    pub(super) fn nothing(what: &'static str, id: impl Into<i64>) -> Self {
        StoreError::NotFound { what, id: id.into().to_string() }.into()
    }

    /// The stable name of the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Read(error) => error.code(),
            Self::Dictionary(DictionaryError::Unusable { .. }) => "dictionary_unusable",
            Self::Dictionary(DictionaryError::Unbuildable { .. }) => "dictionary_unbuildable",
            Self::Config(error) => error.code(),
            Self::Format(error) => error.code(),
            Self::NotFound { .. } => "not_found",
            Self::InvalidRequest { .. } => "invalid_request",
            Self::Forbidden { .. } => "forbidden",
            Self::File { .. } => "file_unreadable",
            Self::Document { source, .. } => source.code(),
            Self::Output(_) => "output_failed",
            Self::Starter { .. } => "starter_broken",
            Self::ImportInProgress { .. } => "import_in_progress",
            Self::RevisionConflict { .. } => "revision_conflict",
            Self::UndoConflict { .. } => "undo_conflict",
            Self::AlreadyUndone { .. } => "already_undone",
            Self::PairRejected { .. } => "pair_rejected",
            Self::Stopped { .. } => "work_stopped",
        }
    }
}
