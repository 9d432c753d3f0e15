//! Puts another file in the place of a database, provided that no program has the database open.
//!
//! In write-ahead mode every connection holds a shared lock on the database file for as long as it is open. A lock on the
//! whole file can therefore be had only if nobody has it open, and a program that opens it meanwhile waits. That works for
//! damaged files too, which SQLite would not lock.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::presence::beside;

/// A database file that no program has open, and that none can read until this is dropped.
#[derive(Debug)]
pub struct LockedFile {
    path: PathBuf,
    _lock: Option<File>,
}

impl LockedFile {
    /// Locks the file, which this process must not have open.
    ///
    /// # Errors
    /// `database_in_use`, `database_read_only`.
    pub fn lock(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { path: path.to_owned(), _lock: lock(path)? })
    }

    /// Puts `new`, a database complete in itself, in the place of the file, which is called `previous` from now on. At no
    /// moment is there no database, except on file systems without hard links.
    ///
    /// # Errors
    /// Those of the system; `AlreadyExists` where `previous` does.
    pub fn replace(self, new: &Path, previous: &Path) -> io::Result<()> {
        match fs::hard_link(&self.path, previous) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            Err(_) if previous.exists() => return Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(&self.path, previous)?,
            Ok(()) => {}
        }
        move_logs(&self.path, previous)?;
        fs::rename(new, &self.path)
    }
}

/// Moves what a killed program left beside `path` to the name `previous`: it would damage another database at `path`.
///
/// # Errors
/// Those of the system.
pub fn move_logs(path: &Path, previous: &Path) -> io::Result<()> {
    for ending in ["-wal", "-journal"] {
        unless_missing(fs::rename(beside(path, ending), beside(previous, ending)))?;
    }
    unless_missing(fs::remove_file(beside(path, "-shm")))
}

fn unless_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

#[cfg(unix)]
fn lock(path: &Path) -> Result<Option<File>, StoreError> {
    use rustix::fs::{FlockOperation, fcntl_lock};
    use rustix::io::Errno;
    let file = fs::OpenOptions::new().read(true).write(true).open(path);
    let file = file.map_err(|error| StoreError::ReadOnly { path: path.to_owned(), source: error.into() })?;
    match fcntl_lock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(Some(file)),
        Err(Errno::AGAIN | Errno::ACCESS) => Err(StoreError::InUse { path: path.to_owned() }),
        Err(error) => Err(StoreError::Unopened { path: path.to_owned(), source: io::Error::from(error).into() }),
    }
}

/// Other systems refuse to rename a file that is open.
#[cfg(not(unix))]
fn lock(_path: &Path) -> Result<Option<File>, StoreError> {
    Ok(None)
}
