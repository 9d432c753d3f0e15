//! Errors of the database, each with a stable code and a message that says what to do.

use std::error::Error;
use std::path::{Path, PathBuf};

/// The cause behind a [`StoreError`], whatever database gave it.
pub type Cause = Box<dyn Error + Send + Sync + 'static>;

/// Why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Another writer held the database for longer than the busy timeout.
    #[error("The database is busy with another writer. Try again, or end the other program that writes to it.")]
    Busy(#[source] Cause),
    /// The disk, or the size the file may have, is used up.
    #[error("The database has no room left; nothing of this change was kept. Free disk space, then try again.")]
    Full(#[source] Cause),
    /// The file is damaged.
    #[error("The database is damaged. Restore a backup, or rescue what is readable with `sqlite3 FILE .recover`.")]
    Corrupt(#[source] Cause),
    /// The file is something else.
    #[error("`{}` is not a database. Give the path of a term base; a new one is made only where there is no file.", path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
        /// What the database said.
        #[source]
        source: Cause,
    },
    /// The file is a database of another program.
    #[error("`{}` is a database of another program and was left alone. Give the path of a term base.", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A later version of the program wrote the file.
    #[error("`{}` has schema {found}, this program knows {known}. Use the newer program that wrote it.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// The schema could not be brought up to date.
    #[error("The schema of `{}` could not be brought up to date. Restore the backup made before the update.", path.display())]
    Migration {
        /// The file.
        path: PathBuf,
        /// What the database said.
        #[source]
        source: Cause,
    },
    /// The file or its folder may not be written.
    #[error("The database cannot be written. Check the rights of `{}` and of the folder it is in, and the room on its disk; then try again.", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// What the database said.
        #[source]
        source: Cause,
    },
    /// The file or its folder lost its rights while the store was open.
    #[error("The database can no longer be written. Check the rights of its file and of the folder it is in.")]
    Unwritable(#[source] Cause),
    /// The file was removed, moved or replaced while the store was open.
    #[error("`{}` was removed, moved or replaced while it was in use. Nothing is written any more: put the file back, or start again.", path.display())]
    Gone {
        /// The file.
        path: PathBuf,
        /// What is there now.
        #[source]
        source: Cause,
    },
    /// There is no file.
    #[error("There is no term base at `{}`. Check the path; `taiyaku ingest` or `taiyaku import` makes a new one there.", path.display())]
    Missing {
        /// The path.
        path: PathBuf,
    },
    /// Another program has the file open.
    #[error("`{}` is open in another program, such as `taiyaku serve` or an editor. Close that program, then try again.", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be opened.
    #[error("`{}` cannot be opened. Check that it is a file and that its folder exists and can be read.", path.display())]
    Unopened {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: Cause,
    },
    /// Nothing has this number or name.
    #[error("No {what} with id `{id}`. It may have been deleted; list the {what}s to see which exist.")]
    NotFound {
        /// What was asked for: `release`, `concept`, …
        what: &'static str,
        /// Its number or name.
        id: String,
    },
    /// It is there already.
    #[error("It is in the database already and was not stored twice. Change the one that exists instead.")]
    Exists(#[source] Cause),
    /// The database's own rules refuse the values.
    #[error("The values break a rule of the database and were refused. Check numbers that refer to other things.")]
    Refused(#[source] Cause),
    /// A step of the transaction failed before its commit.
    #[error("A step of this change failed, so nothing of it was kept. Correct that step, then do the whole again.")]
    Failed,
    /// A stored value this program cannot read.
    #[error("The stored value `{value}` of `{column}` means nothing to this program. Use the version that wrote it.")]
    Value {
        /// The column.
        column: String,
        /// The value, at most 60 characters of it.
        value: String,
    },
    /// The store was closed.
    #[error("The database was closed. Open it again.")]
    Closed,
    /// Anything else.
    #[error("The database failed. The cause is in the log; try again, and check the disk if it stays.")]
    Other(#[source] Cause),
}

impl StoreError {
    /// The stable name of the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Busy(_) => "database_busy",
            Self::Full(_) => "database_full",
            Self::Corrupt(_) => "database_corrupt",
            Self::NotADatabase { .. } => "not_a_database",
            Self::Foreign { .. } => "database_of_another_program",
            Self::Newer { .. } => "database_newer_than_program",
            Self::Migration { .. } => "database_migration_failed",
            Self::ReadOnly { .. } | Self::Unwritable(_) => "database_read_only",
            Self::Gone { .. } => "database_gone",
            Self::Missing { .. } => "database_not_found",
            Self::InUse { .. } => "database_in_use",
            Self::Unopened { .. } => "database_unopened",
            Self::NotFound { .. } => "not_found",
            Self::Exists(_) => "already_exists",
            Self::Refused(_) => "database_refused",
            Self::Failed => "unit_of_work_failed",
            Self::Value { .. } => "database_unknown_value",
            Self::Closed => "database_closed",
            Self::Other(_) => "database_failed",
        }
    }

    /// Nothing of kind `what` has the number or name `id`.
    pub(super) fn not_found(what: &'static str, id: impl Into<i64>) -> Self {
        Self::NotFound { what, id: id.into().to_string() }
    }

    /// A stored `value` of `column` that cannot be read.
    pub(super) fn value(column: &str, value: &str) -> Self {
        Self::Value { column: column.to_owned(), value: value.chars().take(60).collect() }
    }

    /// Whether a file that only answers questions may still be opened.
    pub(super) fn is_about_writing(&self) -> bool {
        matches!(
            self,
            Self::ReadOnly { .. } | Self::Unwritable(_) | Self::Unopened { .. } | Self::Full(_) | Self::Other(_)
        )
    }

    /// The error of opening `path`.
    pub(super) fn opening(path: &Path, error: sqlx::Error) -> Self {
        let path = path.to_owned();
        match primary_code(&error) {
            Some(26) => Self::NotADatabase { path, source: error.into() },
            Some(14) => Self::Unopened { path, source: error.into() },
            // A folder can be opened for reading, and fails only when it is read.
            _ if path.is_dir() => Self::Unopened { path, source: error.into() },
            Some(8 | 3) => Self::ReadOnly { path, source: error.into() },
            _ => error.into(),
        }
    }
}

/// SQLite's primary result code (<https://www.sqlite.org/rescode.html>), the low byte of the extended one.
fn primary_code(error: &sqlx::Error) -> Option<i32> {
    let code: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => return Self::Busy(error.into()),
            sqlx::Error::PoolClosed => return Self::Closed,
            sqlx::Error::Database(cause) if cause.is_unique_violation() => return Self::Exists(error.into()),
            _ => {}
        }
        match primary_code(&error) {
            Some(5 | 6) => Self::Busy(error.into()),
            Some(13) => Self::Full(error.into()),
            Some(11 | 26) => Self::Corrupt(error.into()),
            Some(3 | 8) => Self::Unwritable(error.into()),
            Some(19) => Self::Refused(error.into()),
            _ => Self::Other(error.into()),
        }
    }
}
