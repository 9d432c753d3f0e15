//! Backups: copies the term base into one file while other programs use it, and puts such a copy in place as the term base.

mod restore;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::AppError;
use super::own_files::{refuse_own_files, resolved};
use super::private_file::{create_beside, remove_leftovers, sync_folder, with_ending};
use crate::model::Revision;
use crate::store::{BaseFacts, BaseFile, StoreError};

pub use restore::{RestoreReport, restore};

/// Time between two reports of progress.
const PAUSE: Duration = Duration::from_millis(200);

/// What a backup or a restore is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupPhase {
    /// Copying.
    Copying {
        /// Bytes written so far.
        written: u64,
        /// Bytes in all, approximately.
        all: u64,
    },
    /// Reading a file from beginning to end to check it.
    Checking,
}

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// The term base.
    pub database: PathBuf,
    /// The file.
    pub file: PathBuf,
    /// Number of the last migration.
    pub schema: i64,
    /// Revision of the last change in it.
    pub revision: Revision,
    /// Size of the file.
    pub bytes: u64,
}

/// Writes everything that is committed to `database` into `file`, which only its owner may read.
///
/// The file is checked before it gets its name, so a file with this name is a usable backup. `replace` permits that there is one already.
///
/// # Errors
/// `database_not_found` and other errors of opening the term base, `file_exists`, `invalid_request`, `no_space`,
/// `file_unreadable`, `database_corrupt`.
pub async fn back_up(
    database: &Path,
    file: &Path,
    replace: bool,
    report: &dyn Fn(BackupPhase),
) -> Result<BackupReport, AppError> {
    let mut base = BaseFile::open(database).await?;
    if file.is_dir() {
        return Err(invalid(format!("`{}` is a folder; name a file in it", file.display())));
    }
    refuse_own_files(database, file, "FILE")?;
    if file.exists() && !replace {
        return Err(AppError::FileExists { path: file.to_owned() });
    }
    // A link stays a link. A device or a pipe must not be replaced by a file, and cannot be read again to check it.
    let target = resolved(file);
    if fs::metadata(&target).is_ok_and(|kind| !kind.is_file()) {
        return Err(invalid(format!("`{}` is no ordinary file; a backup needs one", file.display())));
    }
    let mut copy = Copy::write(&mut base, &target, report).await?;
    base.close().await?;
    copy.put_in_place(replace).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => AppError::FileExists { path: file.to_owned() },
        _ => unwritten(file, error),
    })?;
    let BaseFacts { schema, revision, bytes } = copy.facts;
    Ok(BackupReport { database: database.to_owned(), file: file.to_owned(), schema, revision, bytes })
}

/// A copy of a term base beside the file it will become. It is removed when it is dropped before it is in place.
#[derive(Debug)]
struct Copy {
    /// Its path for now.
    path: PathBuf,
    /// The file it will become.
    target: PathBuf,
    /// Locked, to distinguish it from what a killed process left.
    file: File,
    /// What it holds.
    facts: BaseFacts,
}

impl Copy {
    /// Copies `base` and checks the copy.
    async fn write(base: &mut BaseFile, target: &Path, report: &dyn Fn(BackupPhase)) -> Result<Self, AppError> {
        let (file, path) = create_beside(target).map_err(|error| unwritten(target, error))?;
        let _ = file.try_lock();
        remove_leftovers(target, &path);
        let mut copy = Self { path, target: target.to_owned(), file, facts: base.facts().await? };
        copy.fill(base, report).await.map_err(|error| match error {
            StoreError::Full(_) => AppError::NoSpace { path: target.to_owned() },
            error => error.into(),
        })?;
        report(BackupPhase::Checking);
        let mut written = BaseFile::open(&copy.path).await?;
        written.check().await?;
        copy.facts = written.facts().await?;
        written.close().await?;
        copy.file.sync_all().map_err(|error| unwritten(target, error))?;
        Ok(copy)
    }

    /// Copies `base` into the file and reports how far that is.
    async fn fill(&self, base: &mut BaseFile, report: &dyn Fn(BackupPhase)) -> Result<(), StoreError> {
        let all = self.facts.bytes;
        let mut copying = std::pin::pin!(base.copy_into(&self.path));
        loop {
            let written = fs::metadata(&self.path).map_or(0, |file| file.len());
            report(BackupPhase::Copying { written, all });
            tokio::select! {
                copied = &mut copying => return copied,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    /// Gives the copy its name. Unless it may `replace` a file of that name, that fails with `AlreadyExists`.
    fn put_in_place(&mut self, replace: bool) -> io::Result<()> {
        let linked =
            if replace { Err(io::ErrorKind::Unsupported.into()) } else { fs::hard_link(&self.path, &self.target) };
        match linked {
            // The other name is removed when `self` is dropped.
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            Err(_) if !replace && self.target.exists() => return Err(io::ErrorKind::AlreadyExists.into()),
            // Not every file system has hard links.
            Err(_) => fs::rename(&self.path, &self.target)?,
        }
        sync_folder(&self.target)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        let _ = fs::remove_file(with_ending(&self.path, "-journal"));
    }
}

fn invalid(problem: String) -> AppError {
    AppError::InvalidRequest { field: "FILE", problem }
}

fn unwritten(path: &Path, source: io::Error) -> AppError {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => AppError::NoSpace { path: path.to_owned() },
        _ => AppError::File { name: path.display().to_string(), source },
    }
}
