//! The state of the database and how much it holds, for health checks and metrics.

use sqlx::SqliteConnection;

use super::change::last_revision;
use super::import::SEEN;
use super::open::schema_version;
use super::row::get;
use super::{Store, StoreError};
use crate::model::{ProjectId, Revision};

/// How much there is, of one project or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Releases.
    pub releases: u64,
    /// Entries.
    pub entries: u64,
    /// References.
    pub references: u64,
    /// Links.
    pub links: u64,
    /// Segments.
    pub segments: u64,
    /// Concepts.
    pub concepts: u64,
    /// Concepts with a Japanese and an English term.
    pub bilingual_concepts: u64,
    /// Terms.
    pub terms: u64,
    /// Terms a person approved.
    pub approved_terms: u64,
    /// Evidence.
    pub evidence: u64,
    /// Conflicts nobody has resolved.
    pub conflicts: u64,
}

/// How the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Number of the last migration.
    pub schema: i64,
    /// Revision of the last change.
    pub revision: Revision,
    /// `wal` for a file, `memory` for a store in memory.
    pub journal: String,
    /// Whether the database checks numbers that refer to other things.
    pub foreign_keys: bool,
    /// Size of the database in bytes.
    pub bytes: u64,
    /// Bytes inside the file that are free to be used again.
    pub free_bytes: u64,
}

/// Checks every page, row and index of the database, but not what rows refer to.
pub(super) async fn check_pages(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(connection).await?;
    if found != ["ok"] {
        return Err(StoreError::Corrupt(found.join("; ").into()));
    }
    Ok(())
}

impl Store {
    /// Facts about the database; fails when it cannot be read.
    ///
    /// # Errors
    /// Database errors.
    pub async fn health(&self) -> Result<Health, StoreError> {
        let mut reading = self.readers.acquire().await?;
        let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut *reading).await?;
        let free: i64 = sqlx::query_scalar("PRAGMA freelist_count").fetch_one(&mut *reading).await?;
        let page: i64 = sqlx::query_scalar("PRAGMA page_size").fetch_one(&mut *reading).await?;
        Ok(Health {
            schema: schema_version(&mut reading).await?,
            revision: last_revision(&mut reading).await?,
            journal: sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *reading).await?,
            foreign_keys: sqlx::query_scalar("PRAGMA foreign_keys").fetch_one(&mut *reading).await?,
            bytes: u64::try_from(pages * page).unwrap_or_default(),
            free_bytes: u64::try_from(free * page).unwrap_or_default(),
        })
    }

    /// Reads the whole file and checks that it is sound; takes a while for a large one.
    ///
    /// # Errors
    /// `database_corrupt` with what is wrong as its cause.
    pub async fn check_integrity(&self) -> Result<(), StoreError> {
        let mut reading = self.readers.acquire().await?;
        check_pages(&mut reading).await?;
        let orphans = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *reading).await?;
        if !orphans.is_empty() {
            return Err(StoreError::Corrupt(
                match orphans.len() {
                    1 => "1 row refers to a row that does not exist".to_owned(),
                    several => format!("{several} rows refer to rows that do not exist"),
                }
                .into(),
            ));
        }
        Ok(())
    }

    /// The file the store is in; none for a store in memory.
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        self.path.as_deref()
    }

    /// How much there is of everything, in one project or in all.
    ///
    /// # Errors
    /// Database errors.
    pub async fn counts(&self, project: Option<ProjectId>) -> Result<Counts, StoreError> {
        let sql = format!(
            "WITH scope AS (SELECT id FROM project WHERE CAST($1 AS BIGINT) IS NULL OR id = $1),
                  kept AS (SELECT id FROM release WHERE project_id IN (SELECT id FROM scope))
             SELECT (SELECT count(*) FROM kept) AS releases,
                 (SELECT count(*) FROM entry WHERE release_id IN (SELECT id FROM kept)) AS entries,
                 (SELECT count(*) FROM reference WHERE release_id IN (SELECT id FROM kept)) AS reference_count,
                 (SELECT count(*) FROM link WHERE release_id IN (SELECT id FROM kept)) AS links,
                 (SELECT count(*) FROM segment WHERE project_id IN (SELECT id FROM scope) AND {SEEN}) AS segments,
                 (SELECT count(*) FROM concept WHERE project_id IN (SELECT id FROM scope)) AS concepts,
                 (SELECT count(*) FROM concept c WHERE c.project_id IN (SELECT id FROM scope)
                     AND EXISTS (SELECT 1 FROM term t WHERE t.concept_id = c.id AND substr(t.lang, 1, 2) = 'ja')
                     AND EXISTS (SELECT 1 FROM term t WHERE t.concept_id = c.id AND substr(t.lang, 1, 2) = 'en')
                 ) AS bilingual_concepts,
                 (SELECT count(*) FROM term WHERE project_id IN (SELECT id FROM scope)) AS terms,
                 (SELECT count(*) FROM term WHERE project_id IN (SELECT id FROM scope) AND review = 'approved')
                     AS approved_terms,
                 (SELECT count(*) FROM evidence e JOIN term t ON t.id = e.term_id
                     WHERE t.project_id IN (SELECT id FROM scope)) AS evidence,
                 (SELECT count(*) FROM conflict x JOIN concept c ON c.id = x.concept_id
                     WHERE x.resolved = 0 AND c.project_id IN (SELECT id FROM scope)) AS conflicts"
        );
        let row =
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(project.map(ProjectId::get)).fetch_one(&self.readers).await?;
        let count = |column| get::<i64>(&row, column).map(|number| u64::try_from(number).unwrap_or_default());
        Ok(Counts {
            releases: count("releases")?,
            entries: count("entries")?,
            references: count("reference_count")?,
            links: count("links")?,
            segments: count("segments")?,
            concepts: count("concepts")?,
            bilingual_concepts: count("bilingual_concepts")?,
            terms: count("terms")?,
            approved_terms: count("approved_terms")?,
            evidence: count("evidence")?,
            conflicts: count("conflicts")?,
        })
    }
}
