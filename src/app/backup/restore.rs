//! Puts a backup in place as the term base, and keeps the base that was there under another name.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{BackupPhase, Copy, invalid, unwritten};
use crate::app::AppError;
use crate::app::live::saved_files;
use crate::app::own_files::is_same;
use crate::app::private_file::{sync_folder, with_ending};
use crate::model::Revision;
use crate::store::{BaseFacts, BaseFile, LockedFile, StoreError, move_logs};

/// Names tried for the base that was there.
const NAMES: u32 = 1_000;

/// A backup that was put in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreReport {
    /// The backup.
    pub file: PathBuf,
    /// The term base.
    pub database: PathBuf,
    /// Number of the last migration.
    pub schema: i64,
    /// Revision of the last change in it.
    pub revision: Revision,
    /// Size of the term base.
    pub bytes: u64,
    /// The base that was there before; `None` if there was none.
    pub previous: Option<PathBuf>,
}

/// Puts a copy of `file` in place as `database`.
///
/// A base that is there already needs `replace`, and is kept beside the new one under a name with the time `now`. The memory's index files are removed; they are built again when they are needed.
///
/// # Errors
/// `file_unreadable`, `not_a_database`, `database_of_another_program`, `database_newer_than_program`, `backup_damaged`,
/// `database_exists`, `database_in_use`, `invalid_request`, `no_space`, `database_read_only`.
pub async fn restore(
    file: &Path,
    database: &Path,
    replace: bool,
    now: &str,
    report: &dyn Fn(BackupPhase),
) -> Result<RestoreReport, AppError> {
    fs::metadata(file).map_err(|error| unwritten(file, error))?;
    if is_same(file, database) {
        return Err(invalid(format!("`{}` is the term base itself; give the path of a backup", file.display())));
    }
    // A link to a database stays a link.
    let target = fs::canonicalize(database).unwrap_or_else(|_| database.to_owned());
    let exists = target.exists();
    if exists && !replace {
        return Err(AppError::BaseExists { path: database.to_owned() });
    }
    let damaged = |error| match error {
        StoreError::Corrupt(source) => AppError::BackupDamaged { path: file.to_owned(), source },
        error => error.into(),
    };
    let mut backup = BaseFile::open(file).await.map_err(damaged)?;
    report(BackupPhase::Checking);
    backup.check().await.map_err(damaged)?;
    if exists {
        complete(&target).await;
        // Once before the copy, which can take long, and again for the exchange itself.
        LockedFile::lock(&target)?;
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(|error| unwritten(&target, error))?;
    }
    let mut copy = Copy::write(&mut backup, &target, report).await?;
    backup.close().await?;
    let previous = exchange(&mut copy, &target, exists, now)?;
    for stale in saved_files(&target).into_iter().chain(saved_files(database)) {
        match fs::remove_file(&stale) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(unwritten(&stale, error)),
            _ => {}
        }
    }
    sync_folder(&target).map_err(|error| unwritten(&target, error))?;
    let BaseFacts { schema, revision, bytes } = copy.facts;
    let (file, database) = (file.to_owned(), database.to_owned());
    Ok(RestoreReport { file, database, schema, revision, bytes, previous })
}

/// Copies what a killed program left in the log into the base, so that it can be kept as one file. A base that is too
/// damaged for that is kept with its log.
async fn complete(database: &Path) {
    if let Ok(mut base) = BaseFile::open(database).await {
        let _ = base.complete().await;
        let _ = base.close().await;
    }
}

/// Puts the copy in place and gives the path of the base that was there.
fn exchange(copy: &mut Copy, target: &Path, exists: bool, now: &str) -> Result<Option<PathBuf>, AppError> {
    let time: String = now.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let names = (1..=NAMES).map(|number| match number {
        1 => with_ending(target, &format!(".before-restore-{time}")),
        _ => with_ending(target, &format!(".before-restore-{time}-{number}")),
    });
    let mut free = names.filter(|name| !name.exists());
    let previous = free.next().unwrap_or_else(|| with_ending(target, ".before-restore"));
    if exists {
        let lock = LockedFile::lock(target)?;
        lock.replace(&copy.path, &previous).map_err(|error| unwritten(target, error))?;
        return Ok(Some(previous));
    }
    // A log without its database would be read into the new one.
    move_logs(target, &previous).map_err(|error| unwritten(target, error))?;
    copy.put_in_place(false).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => AppError::BaseExists { path: target.to_owned() },
        _ => unwritten(target, error),
    })?;
    Ok(None)
}
