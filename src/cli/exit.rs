//! Exit codes.

use std::process::ExitCode;

use crate::app::AppError;

/// The exit codes, as `taiyaku --help` documents them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Success.
    Ok = 0,
    /// Some input could not be read or some decision was refused; the rest was done.
    SomeFailed = 1,
    /// The command line or the settings are invalid.
    Usage = 2,
    /// Nothing was found.
    NothingFound = 3,
    /// Database error.
    Database = 4,
    /// Any other error.
    Other = 5,
}

/// The exit codes as `--help` lists them.
pub(super) const HELP: &str = "Exit codes: 0 success; 1 some input could not be used, the rest was done; \
2 invalid command line or settings; 3 nothing found; 4 database error; 5 any other error.";

impl Exit {
    /// The code for an error that ended the program.
    pub(super) fn of(error: &AppError) -> Self {
        match error {
            AppError::Store(error) if error.code() == "not_found" => Self::NothingFound,
            AppError::Store(_) => Self::Database,
            AppError::Config(_)
            | AppError::Format(_)
            | AppError::InvalidRequest { .. }
            | AppError::TokenExists { .. }
            | AppError::FileExists { .. }
            | AppError::BaseExists { .. }
            | AppError::ProjectExists { .. } => Self::Usage,
            AppError::NotFound { .. } | AppError::NothingToRead { .. } => Self::NothingFound,
            AppError::Document { source, .. } if matches!(**source, AppError::Store(_)) => Self::of(source),
            AppError::BackupDamaged { .. } => Self::Database,
            AppError::Read(_)
            | AppError::Outgoing(_)
            | AppError::File { .. }
            | AppError::EmptyFile { .. }
            | AppError::Document { .. }
            | AppError::ImportInProgress { .. }
            | AppError::RevisionConflict { .. }
            | AppError::Forbidden { .. }
            | AppError::PairRejected { .. }
            | AppError::SelectionChanged { .. }
            | AppError::UndoConflict { .. }
            | AppError::AlreadyUndone { .. } => Self::SomeFailed,
            AppError::Dictionary(_)
            | AppError::Output(_)
            | AppError::NoSpace { .. }
            | AppError::Starter { .. }
            | AppError::Stopped { .. } => Self::Other,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
