//! Copies a term base into another file as it is at one moment, while other programs read and write it.
//!
//! `VACUUM INTO` reads within one transaction, which in write-ahead mode no writer waits for, and writes only the pages that
//! are in use: decision 0020 says why not SQLite's backup interface. The base itself is neither migrated nor changed.

use std::path::{Path, PathBuf};

use sqlx::{Connection, SqliteConnection};

use super::change::last_revision;
use super::health::check_pages;
use super::open::{has_log, is_current, schema_version};
use super::settings::options;
use super::{Settings, StoreError};
use crate::model::Revision;

/// A file with a term base, opened to be examined or copied, whatever version of the program wrote it.
#[derive(Debug)]
pub struct BaseFile {
    path: PathBuf,
    connection: SqliteConnection,
}

/// What a file with a term base holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseFacts {
    /// Number of the last migration.
    pub schema: i64,
    /// Revision of the last change.
    pub revision: Revision,
    /// Bytes in use, which a copy has; the file itself can be larger.
    pub bytes: u64,
}

impl BaseFile {
    /// Opens the file. Where its folder cannot be written, it is opened without a lock, provided that no log is waiting.
    ///
    /// # Errors
    /// `database_not_found`, `not_a_database`, `database_of_another_program`, `database_newer_than_program`,
    /// `database_unopened`, `database_busy`, `database_corrupt`.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        match Self::open_as(path, false).await {
            Err(error) if error.is_about_writing() && path.is_file() && !has_log(path) => {
                Self::open_as(path, true).await.map_err(|_| error)
            }
            result => result,
        }
    }

    async fn open_as(path: &Path, immutable: bool) -> Result<Self, StoreError> {
        let options = options(&Settings::default()).filename(path).read_only(immutable).immutable(immutable);
        let connected = SqliteConnection::connect_with(&options).await;
        let mut connection = connected.map_err(|error| StoreError::opening(path, error))?;
        match is_current(&mut connection, path).await {
            Ok(_) if schema_version(&mut connection).await.is_ok() => Ok(Self { path: path.to_owned(), connection }),
            // An empty database, or one whose tables were never made.
            Ok(_) => Err(StoreError::Foreign { path: path.to_owned() }),
            Err(error) => Err(error),
        }
    }

    /// What the file holds.
    ///
    /// # Errors
    /// Database errors.
    pub async fn facts(&mut self) -> Result<BaseFacts, StoreError> {
        let mut reading = self.connection.begin().await?;
        let number = async |reading: &mut SqliteConnection, pragma| -> Result<i64, StoreError> {
            Ok(sqlx::query_scalar(pragma).fetch_one(reading).await?)
        };
        let pages = number(&mut reading, "PRAGMA page_count").await?;
        let free = number(&mut reading, "PRAGMA freelist_count").await?;
        let size = number(&mut reading, "PRAGMA page_size").await?;
        Ok(BaseFacts {
            schema: schema_version(&mut reading).await?,
            revision: last_revision(&mut reading).await?,
            bytes: u64::try_from((pages - free) * size).unwrap_or_default(),
        })
    }

    /// Reads the whole file and checks that it is sound.
    ///
    /// # Errors
    /// `database_corrupt` with what is wrong as its cause.
    pub async fn check(&mut self) -> Result<(), StoreError> {
        check_pages(&mut self.connection).await
    }

    /// Copies what is committed into `target`, which is empty or does not exist.
    ///
    /// # Errors
    /// `database_full` if the disk of the target is, `database_corrupt`, `database_unopened` for a target whose path is not
    /// valid Unicode.
    pub async fn copy_into(&mut self, target: &Path) -> Result<(), StoreError> {
        // A path such as `file:x` would be read as an address, and an absolute one never is.
        let absolute = std::path::absolute(target).ok();
        let Some(target) = absolute.as_deref().and_then(Path::to_str) else {
            let source = "the path is not valid Unicode".into();
            return Err(StoreError::Unopened { path: target.to_owned(), source });
        };
        sqlx::query("VACUUM INTO $1").bind(target).execute(&mut self.connection).await?;
        Ok(())
    }

    /// Copies the log of a program that was killed into the file, so that the file is complete in itself.
    ///
    /// # Errors
    /// Database errors.
    pub async fn complete(&mut self) -> Result<(), StoreError> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut self.connection).await?;
        Ok(())
    }

    /// Closes the file.
    ///
    /// # Errors
    /// Database errors.
    pub async fn close(self) -> Result<(), StoreError> {
        let path = self.path;
        self.connection.close().await.map_err(|error| StoreError::opening(&path, error))
    }
}
