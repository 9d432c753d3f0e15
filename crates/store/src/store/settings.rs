//! How a store is opened, and what its connections are told.

use std::path::Path;
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};

/// Rows a query may be ahead of what reads them. With fewer, the thread of the connection and the one that reads wait for each
/// other again and again.
const ROWS_AHEAD: usize = 1_000;

/// How long a probe waits for its answer.
pub(super) const PROBE_PATIENCE: Duration = Duration::from_secs(5);

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Reading connections kept open.
    pub readers: u32,
    /// How long a writer waits for its turn before `database_busy`.
    pub busy_timeout: Duration,
    /// The most pages (of 4,096 bytes) the file may have; a change beyond it fails with `database_full`.
    pub max_pages: Option<u32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { readers: 4, busy_timeout: Duration::from_secs(30), max_pages: None }
    }
}

/// What every connection has in common.
pub(super) fn options(settings: &Settings) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(settings.busy_timeout)
        .statement_cache_capacity(200)
        .row_buffer_size(ROWS_AHEAD)
        .disable_statement_logging();
    match settings.max_pages {
        Some(pages) => options.pragma("max_page_count", pages.to_string()),
        None => options,
    }
}

/// What connections that only read have in common.
pub(super) fn reading(path: &Path, settings: &Settings) -> SqliteConnectOptions {
    options(settings).filename(path).pragma("query_only", "ON")
}

/// The same for probes, which do not wait long.
pub(super) fn probing(path: &Path, settings: &Settings) -> SqliteConnectOptions {
    reading(path, settings).busy_timeout(PROBE_PATIENCE)
}
