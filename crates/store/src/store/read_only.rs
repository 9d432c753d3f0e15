//! A base that could not be written when it was opened, because its disk was full or its rights did not allow it, is written again
//! as soon as it can be.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use sqlx::sqlite::SqlitePoolOptions;
use tokio::sync::OnceCell;

use super::presence::OpenFiles;
use super::settings::{Settings, probing, reading};
use super::{Store, StoreError};

/// Why a store only answers questions, and the store that takes its place for writing once that is possible.
#[derive(Debug)]
pub(super) struct ReadOnly {
    reason: Arc<str>,
    /// How to open it for writing; none if it is to be read only.
    settings: Option<Settings>,
    /// The database file as it was opened.
    file: OpenFiles,
    writable: OnceCell<Store>,
    outdated: Outdated,
}

/// When connections became outdated: those that are older may not see what is written, and are replaced before their next use.
#[derive(Debug, Clone, Default)]
pub(super) struct Outdated(Arc<OnceLock<Instant>>);

impl Outdated {
    /// Connections of which those that are outdated are closed.
    pub(super) fn watch(&self, pool: SqlitePoolOptions) -> SqlitePoolOptions {
        let since = self.clone();
        pool.before_acquire(move |_, connection| {
            let is_outdated = since.0.get().is_some_and(|since| connection.age > since.elapsed());
            Box::pin(async move { Ok(!is_outdated) })
        })
    }
}

impl ReadOnly {
    /// For the base at `path`, which cannot be written for this reason.
    pub(super) fn new(path: &Path, reason: &StoreError, settings: Option<Settings>, outdated: Outdated) -> Self {
        let (file, reason) = (OpenFiles::of_database(path), reason.to_string().into());
        Self { reason, settings, file, writable: OnceCell::new(), outdated }
    }

    /// The store for writing, if there is one by now.
    pub(super) fn writable(&self) -> Option<&Store> {
        self.writable.get()
    }
}

impl Store {
    /// Opens the base of a store that only answers questions for writing, if it can be written by now.
    ///
    /// # Errors
    /// `database_read_only`, `database_gone`.
    pub(super) async fn writable<'a>(&self, read_only: &'a ReadOnly, path: &Path) -> Result<&'a Store, StoreError> {
        let refused = || StoreError::ReadOnly { path: path.to_owned(), source: read_only.reason.to_string().into() };
        let settings = read_only.settings.as_ref().ok_or_else(refused)?;
        let open = async {
            // A new base must not be made where the old one was.
            read_only.file.check()?;
            let store = Self::open_to_write(path, settings).await.map_err(|_| refused())?;
            read_only.file.check()?;
            // From now on, questions are asked of connections that see what is written.
            self.readers.set_connect_options(reading(path, settings));
            self.probe.set_connect_options(probing(path, settings));
            let _ = read_only.outdated.0.set(Instant::now());
            Ok(store)
        };
        read_only.writable.get_or_try_init(|| open).await
    }
}
