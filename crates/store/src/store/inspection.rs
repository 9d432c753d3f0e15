//! What deserves attention in a term base: unfinished imports, releases read by older versions, rows that belong to nothing.

use std::path::Path;

use super::open::check_writable;
use super::row::get;
use super::{Store, StoreError};

/// What deserves attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inspection {
    /// Rows that refer to rows which do not exist.
    pub dangling_rows: u64,
    /// Concepts without a term, or with none but rejected ones that nothing supports.
    pub empty_concepts: u64,
    /// Terms without evidence about which nobody decided.
    pub unsupported_terms: u64,
    /// Releases that another version of the program read.
    pub old_releases: u64,
    /// Imports that have not come to the end of their file.
    pub unfinished_imports: u64,
    /// Imports that are being undone, or whose undo was broken off.
    pub unfinished_undos: u64,
}

impl Store {
    /// Looks through the whole base; `extractor_version` is that of this program.
    ///
    /// # Errors
    /// Database errors.
    pub async fn inspect(&self, extractor_version: &str) -> Result<Inspection, StoreError> {
        let mut reading = self.readers.begin().await?;
        let dangling = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *reading).await?.len();
        let row = sqlx::query(
            "SELECT (SELECT count(*) FROM concept c
                     WHERE NOT EXISTS (SELECT 1 FROM term t WHERE t.concept_id = c.id AND (t.review <> 'rejected'
                         OR EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = t.id)))
                     AND c.id NOT IN (SELECT concept_id FROM definition WHERE author IS NOT NULL
                         UNION SELECT concept_id FROM note))
                 AS empty_concepts,
                 (SELECT count(*) FROM term t WHERE t.decided_at IS NULL
                     AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = t.id)) AS unsupported_terms,
                 (SELECT count(*) FROM release WHERE extractor_version <> $1) AS old_releases,
                 (SELECT count(*) FROM import WHERE state = 'running') AS unfinished_imports,
                 (SELECT count(*) FROM import WHERE state = 'undoing') AS unfinished_undos",
        )
        .bind(extractor_version)
        .fetch_one(&mut *reading)
        .await?;
        let count = |column| get::<i64>(&row, column).map(|number| u64::try_from(number).unwrap_or_default());
        Ok(Inspection {
            dangling_rows: u64::try_from(dangling).unwrap_or(u64::MAX),
            empty_concepts: count("empty_concepts")?,
            unsupported_terms: count("unsupported_terms")?,
            old_releases: count("old_releases")?,
            unfinished_imports: count("unfinished_imports")?,
            unfinished_undos: count("unfinished_undos")?,
        })
    }
}

/// Whether the term base at `path` may be changed by this user: its file, and on Unix also the folder, for the files beside it.
#[must_use]
pub fn is_writable(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        access(folder, Access::WRITE_OK).is_ok() && check_writable(path).is_ok()
    }
    #[cfg(not(unix))]
    check_writable(path).is_ok()
}

/// Bytes that are free on the disk of a file or folder; `None` if the system does not say.
#[must_use]
pub fn free_space(path: &Path) -> Option<u64> {
    #[cfg(unix)]
    return rustix::fs::statvfs(path).ok().map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize));
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}
