//! Opens the database, migrates its schema and sets up its connections.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{Connection, SqliteConnection};

use super::change::last_revision;
use super::presence::{OpenFiles, beside};
use super::read_only::{Outdated, ReadOnly};
use super::settings::{PROBE_PATIENCE, Settings, options, probing, reading};
use super::{Store, StoreError};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/sqlite");

/// The mark of our files, `taiy`; see the first migration.
const APPLICATION_ID: i64 = 1_952_541_049;

/// Memory the writing connection may use for pages, in KiB, negative as SQLite wants it. An import fills the indexes of
/// the memory in no order, and a page that is written out too early is read again.
const WRITER_CACHE: &str = "-65536";

/// Pages the write-ahead log may have before they are copied into the file: a page that many transactions change is
/// then copied once.
const LOGGED: &str = "16384";

/// What the log is cut back to once it is copied, in bytes.
const LOG_KEPT: &str = "16777216";

/// Time between two attempts.
const PAUSE: Duration = Duration::from_millis(10);

/// How often the file may be replaced by another while it is being opened.
const REPLACED: usize = 3;

impl Store {
    /// Opens the term base at `path`; creates the folder and the file where they are missing.
    ///
    /// # Errors
    /// `not_a_database`, `database_of_another_program`, `database_newer_than_program`, `database_read_only`,
    /// `database_unopened`, `database_busy`, `database_migration_failed`.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, &Settings::default()).await
    }

    /// Like [`Store::open`], with settings of the caller.
    ///
    /// A term base that cannot be written, because of its rights, its disk or the room on it, is opened for questions only, until it
    /// can be.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_with(path: &Path, settings: &Settings) -> Result<Self, StoreError> {
        let mut opened = Self::open_to_write(path, settings).await;
        for _ in 0..REPLACED {
            if !matches!(opened, Err(StoreError::Gone { .. })) {
                break;
            }
            opened = Self::open_to_write(path, settings).await;
        }
        let error = match opened {
            Err(error) if error.is_about_writing() && path.is_file() => error,
            result => return result,
        };
        for immutable in [false, true] {
            // A log with changes cannot be left out.
            if immutable && has_log(path) {
                break;
            }
            let again = Some(settings.clone());
            if let Ok(store) = Self::open_to_read(path, settings, immutable, &error, again).await {
                return Ok(store);
            }
        }
        Err(error)
    }

    /// Opens the term base for questions only, and leaves everything on the disk as it is.
    ///
    /// # Errors
    /// As [`Store::open`]; `database_read_only` for a schema that is older than this program's.
    pub async fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let reason = StoreError::Unwritable("it was opened for questions only".into());
        // Without a log nobody has changed it since it was closed, and no files beside it are needed.
        let is_closed = !beside(path, "-wal").exists();
        Self::open_to_read(path, &Settings::default(), is_closed, &reason, None).await
    }

    pub(super) async fn open_to_write(path: &Path, settings: &Settings) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|error| folder_error(path, error))?;
        }
        create_private(path);
        check_writable(path)?;
        let options = options(settings).filename(path);
        let file = OpenFiles::of_database(path);
        let mut first = SqliteConnection::connect_with(&options.clone().create_if_missing(true).foreign_keys(false))
            .await
            .map_err(|error| StoreError::opening(path, error))?;
        let current = is_current(&mut first, path).await?;
        // A restored backup may have come to stand here while this waited for its first answer. What is open now is the old
        // file, and writing would put its log beside the new one.
        file.check()?;
        if !current {
            migrate(&mut first, path).await?;
        }
        write_ahead(&mut first, path, settings.busy_timeout).await?;
        let writer = writer_pool(settings)
            .connect_with(
                options
                    .clone()
                    .pragma("cache_size", WRITER_CACHE)
                    .pragma("wal_autocheckpoint", LOGGED)
                    .pragma("journal_size_limit", LOG_KEPT),
            )
            .await
            .map_err(|error| StoreError::opening(path, error))?;
        // The first question makes the connection open all files.
        last_revision(&mut *writer.acquire().await?).await?;
        let files = Arc::new(OpenFiles::of(path));
        // Closed only now, so that no moment is left in which the file could be replaced.
        first.close().await.map_err(|error| StoreError::opening(path, error))?;
        file.check()?;
        // All are opened now, in the background, and stay open: one that is opened later might read another file that has come to
        // stand there, together with the log of this one.
        let number = settings.readers.max(1);
        let probe = pool(1, PROBE_PATIENCE).min_connections(1).connect_lazy_with(probing(path, settings));
        let readers =
            pool(number, settings.busy_timeout).min_connections(number).connect_lazy_with(reading(path, settings));
        Ok(Self {
            writer,
            readers,
            probe,
            path: Some(path.to_owned()),
            files: Some(files),
            read_only: None,
            changed: Arc::default(),
            is_draft: false,
        })
    }

    /// Opens the file for questions only: with its log, or (`immutable`) as a file that nobody changes, which needs no other
    /// files beside it. `reason` is why it cannot be written; with settings in `again`, each change tries to.
    async fn open_to_read(
        path: &Path,
        settings: &Settings,
        immutable: bool,
        reason: &StoreError,
        again: Option<Settings>,
    ) -> Result<Self, StoreError> {
        let outdated = Outdated::default();
        let options = options(settings).filename(path).read_only(true).immutable(immutable).pragma("query_only", "ON");
        let probe = outdated.watch(pool(1, PROBE_PATIENCE));
        let probe = probe.connect_lazy_with(options.clone().busy_timeout(PROBE_PATIENCE));
        let readers = outdated.watch(pool(settings.readers.max(1), settings.busy_timeout)).connect_lazy_with(options);
        let mut first = readers.acquire().await.map_err(|error| StoreError::opening(path, error))?;
        if !is_current(&mut first, path).await? {
            return Err(StoreError::Unwritable("its schema is older than this program's".into()));
        }
        drop(first);
        let read_only = ReadOnly::new(path, reason, again, outdated);
        let files = Some(Arc::new(OpenFiles::of(path)));
        let writer = readers.clone();
        Ok(Self {
            writer,
            readers,
            probe,
            path: Some(path.to_owned()),
            files,
            read_only: Some(Arc::new(read_only)),
            changed: Arc::default(),
            is_draft: false,
        })
    }

    /// A term base in memory, for tests and one-off work, gone when the store is dropped.
    ///
    /// It has one connection for all: a question waits until an open [`super::Write`] ends, so end it before you ask.
    ///
    /// # Errors
    /// When memory runs out.
    pub async fn memory() -> Result<Self, StoreError> {
        let settings = Settings::default();
        let pool = writer_pool(&settings).connect_with(options(&settings).filename(":memory:").in_memory(true)).await?;
        let mut first = pool.acquire().await?;
        migrate(&mut first, Path::new(":memory:")).await?;
        drop(first);
        Ok(Self::of_one_connection(pool))
    }

    /// A store without a file, whose one connection is for everything.
    pub(super) fn of_one_connection(pool: sqlx::SqlitePool) -> Self {
        Self {
            writer: pool.clone(),
            readers: pool.clone(),
            probe: pool,
            path: None,
            files: None,
            read_only: None,
            changed: Arc::default(),
            is_draft: false,
        }
    }
}

/// The one writing connection. What a dropped transaction left open is rolled back when the connection is returned to the
/// pool; after a commit there is nothing to roll back, and the database says so.
pub(super) fn writer_pool(settings: &Settings) -> SqlitePoolOptions {
    pool(1, settings.busy_timeout).min_connections(1).after_release(|connection, _| {
        Box::pin(async move {
            let _ = sqlx::query("ROLLBACK").execute(connection).await;
            Ok(true)
        })
    })
}

/// At most so many connections, which stay open as long as the store.
///
/// They are not tested before each use: a connection within this process does not go stale, and a caller that goes away during
/// the test takes the connection with it. The one that replaces it might open another file that has come to stand there, and SQLite
/// keeps the descriptor of the old one.
fn pool(connections: u32, patience: Duration) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .acquire_timeout(patience)
}

/// Checks what the file is and whether its schema is up to date.
pub(super) async fn is_current(connection: &mut SqliteConnection, path: &Path) -> Result<bool, StoreError> {
    let opening = |error| StoreError::opening(path, error);
    let tables: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_schema").fetch_one(&mut *connection).await.map_err(opening)?;
    let application: i64 =
        sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await.map_err(opening)?;
    if tables == 0 {
        return Ok(false);
    }
    if application != APPLICATION_ID {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
    let found = schema_version(connection).await.map_err(opening)?;
    if found > known {
        return Err(StoreError::Newer { path: path.to_owned(), found, known });
    }
    Ok(found == known)
}

/// Brings the schema up to date.
pub(super) async fn migrate(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let opening = |error| StoreError::opening(path, error);
    // Two programs may open a new file at once: the lock lets the second find the work done.
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.map_err(opening)?;
    MIGRATIONS
        .run_direct(None, &mut *transaction, false)
        .await
        .map_err(|error| StoreError::Migration { path: path.to_owned(), source: error.into() })?;
    transaction.commit().await.map_err(opening)
}

/// Sets the write-ahead mode, which the file keeps. While another program does the same to a new file, SQLite reports
/// it busy at once instead of waiting, so the waiting is done here.
async fn write_ahead(connection: &mut SqliteConnection, path: &Path, patience: Duration) -> Result<(), StoreError> {
    let mut waited = Duration::ZERO;
    loop {
        let set = sqlx::query("PRAGMA journal_mode = WAL").execute(&mut *connection).await;
        match set.map_err(|error| StoreError::opening(path, error)) {
            Err(StoreError::Busy(_)) if waited < patience => {
                tokio::time::sleep(PAUSE).await;
                waited += PAUSE;
            }
            other => return other.map(|_| ()),
        }
    }
}

/// The number of the last migration the file has seen.
pub(super) async fn schema_version(connection: &mut SqliteConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations").fetch_one(connection).await
}

/// Makes the file, empty, so that nobody but its owner may read it; SQLite gives its other files the same rights. A file that
/// exists keeps its rights. What cannot be made is reported when it is opened.
fn create_private(path: &Path) {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

/// Refuses a file that exists but may not be written. SQLite would open it all the same, and fail at the first change.
#[cfg(unix)]
pub(super) fn check_writable(path: &Path) -> Result<(), StoreError> {
    use rustix::fs::{Access, access};
    let denied = |error: rustix::io::Errno| {
        matches!(error, rustix::io::Errno::ACCESS | rustix::io::Errno::ROFS | rustix::io::Errno::PERM)
    };
    match access(path, Access::WRITE_OK) {
        Err(error) if path.is_file() && denied(error) => {
            Err(StoreError::ReadOnly { path: path.to_owned(), source: std::io::Error::from(error).into() })
        }
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
pub(super) fn check_writable(path: &Path) -> Result<(), StoreError> {
    match fs::metadata(path) {
        Ok(file) if file.is_file() && file.permissions().readonly() => {
            Err(StoreError::ReadOnly { path: path.to_owned(), source: "the file is marked as read-only".into() })
        }
        _ => Ok(()),
    }
}

/// Whether changes wait in the write-ahead log.
pub(super) fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

fn folder_error(path: &Path, error: std::io::Error) -> StoreError {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly { path: path.to_owned(), source: error.into() }
        }
        _ => StoreError::Unopened { path: path.to_owned(), source: error.into() },
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{Settings, Store};

    #[tokio::test]
    async fn a_caller_that_goes_away_takes_no_connection_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings { readers: 2, ..Settings::default() };
        let store = Store::open_with(&folder.path().join("a.db"), &settings).await.unwrap();
        // Both reading connections are open once both were used.
        drop([store.readers.begin().await.unwrap(), store.readers.begin().await.unwrap()]);
        for _ in 0..100 {
            tokio::select! {
                biased;
                _ = store.revision() => {}
                _ = store.write("test", "2026-04-01T00:00:00Z") => {}
                () = std::future::ready(()) => {}
            }
            tokio::task::yield_now().await;
            assert_eq!((store.readers.size(), store.writer.size()), (2, 1));
        }
        assert_eq!(store.revision().await.unwrap().get(), 0);
    }
}
