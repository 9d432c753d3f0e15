//! How it went, as the number a script sees.

use std::process::ExitCode;

use crate::app::AppError;

/// The exit codes, as `taiyaku --help` documents them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// All went well.
    Ok = 0,
    /// Some input could not be read; the rest was done.
    SomeFailed = 1,
    /// The command line or the settings are wrong.
    Usage = 2,
    /// Nothing was found.
    NothingFound = 3,
    /// The database failed.
    Database = 4,
    /// Anything else.
    Other = 5,
}

/// What `--help` says about exit codes.
pub(super) const HELP: &str = "Exit codes: 0 all went well; 1 some input could not be read, the rest was done; \
2 wrong command line or settings; 3 nothing found; 4 the database failed; 5 anything else.";

impl Exit {
    /// The code for an error that ended the program.
    pub(super) fn of(error: &AppError) -> Self {
        match error {
            AppError::Store(_) => Self::Database,
            AppError::Config(_) | AppError::Format(_) | AppError::InvalidRequest { .. } => Self::Usage,
            AppError::NotFound { .. } => Self::NothingFound,
            AppError::Read(_)
            | AppError::File { .. }
            | AppError::Document { .. }
            | AppError::ImportInProgress { .. }
            | AppError::RevisionConflict { .. }
            | AppError::Forbidden { .. }
            | AppError::PairRejected { .. }
            | AppError::UndoConflict { .. }
            | AppError::AlreadyUndone { .. } => Self::SomeFailed,
            AppError::Dictionary(_) | AppError::Output(_) | AppError::Starter { .. } | AppError::Stopped { .. } => {
                Self::Other
            }
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
