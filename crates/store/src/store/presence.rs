//! Notices that the files of an open database were removed, moved or replaced: what is written from then on would be lost.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Store, StoreError};

/// The files of an open database, with what identifies each of them.
#[derive(Debug)]
pub(super) struct OpenFiles {
    database: PathBuf,
    files: Vec<(PathBuf, Identity)>,
}

/// What tells a file from another of the same name: its device and number, where the system has them.
type Identity = (u64, u64);

impl OpenFiles {
    /// The files of the database at `path`, of which a connection is open that has read from it: the database itself, its
    /// write-ahead log and the index of that log. The last two stay as long as a connection does.
    pub(super) fn of(path: &Path) -> Self {
        Self::with_endings(path, &["", "-wal", "-shm"])
    }

    /// The database file alone, before it is opened.
    pub(super) fn of_database(path: &Path) -> Self {
        Self::with_endings(path, &[""])
    }

    fn with_endings(path: &Path, endings: &[&str]) -> Self {
        let names = endings.iter().map(|ending| beside(path, ending));
        let files = names.filter_map(|name| identity(&name).ok().map(|identity| (name, identity)));
        Self { database: path.to_owned(), files: files.collect() }
    }

    /// Checks that every file still stands where it stood.
    ///
    /// # Errors
    /// `database_gone`.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        for (path, opened) in &self.files {
            let gone = match identity(path) {
                Ok(now) if now == *opened => continue,
                Ok(_) => io::Error::other(format!("another file is at `{}`", path.display())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    io::Error::new(error.kind(), format!("nothing is at `{}`", path.display()))
                }
                // A folder that cannot be read for a moment tells nothing about the file.
                Err(_) => continue,
            };
            return Err(StoreError::Gone { path: self.database.clone(), source: gone.into() });
        }
        Ok(())
    }
}

/// The file that SQLite names after `path` with this ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

/// Other systems do not let anybody remove a file that is open, so it is enough that there is one.
#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<Identity> {
    fs::metadata(path).map(|_| (0, 0))
}

impl Store {
    /// Waits until every connection for questions is open. They are opened in the background, and one that is still to be opened when
    /// the file goes away cannot be.
    ///
    /// # Errors
    /// `database_busy` if the connections are in use for too long; errors of opening them.
    pub async fn open_connections(&self) -> Result<(), StoreError> {
        let number = self.readers.options().get_max_connections();
        let mut held = Vec::new();
        for _ in 0..number {
            held.push(self.readers.acquire().await?);
        }
        Ok(())
    }

    /// Checks that the files of the database are still those that were opened.
    ///
    /// # Errors
    /// `database_gone`.
    pub fn check_files(&self) -> Result<(), StoreError> {
        let writable = self.read_only.as_ref().and_then(|read_only| read_only.writable());
        writable.unwrap_or(self).files.as_ref().map_or(Ok(()), |files| files.check())
    }
}
