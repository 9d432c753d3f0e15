//! Imports of files and how far each has come, so that one that was broken off can be resumed.

use sqlx::sqlite::SqliteRow;

use super::row::{get, word};
use super::{MergeCounts, Store, StoreError, Write};
use crate::model::{ImportId, ProjectId, SourceId};

const COLUMNS: &str = "SELECT id, project_id, name, content_hash, options, state, done, added, folded, started_at,
    updated_at FROM import";

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// It goes on, or was broken off and can be gone on with.
    Running,
    /// All of the file is in the memory.
    Finished,
    /// The file cannot be read to its end; all before that is in the memory.
    Broken,
}

impl ImportState {
    /// The word used in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Broken => "broken",
        }
    }
}

/// A file to import.
#[derive(Debug, Clone, Copy)]
pub struct NewImport<'a> {
    /// Where its units go.
    pub project: ProjectId,
    /// Its name.
    pub name: &'a str,
    /// Hash of its bytes.
    pub content_hash: &'a str,
    /// With what it is read.
    pub options: &'a str,
}

/// A file that is or was being imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredImport {
    /// Its number.
    pub id: ImportId,
    /// Where its units go.
    pub project_id: ProjectId,
    /// Its name when it was imported first.
    pub name: String,
    /// Hash of its bytes.
    pub content_hash: String,
    /// With what it was read.
    pub options: String,
    /// How far it has come.
    pub state: ImportState,
    /// Items of the file whose fate is on disk.
    pub done: u64,
    /// Segments that were new.
    pub added: u64,
    /// Segments that were there already.
    pub folded: u64,
    /// When it began, RFC 3339.
    pub started_at: String,
    /// When it last moved, RFC 3339.
    pub updated_at: String,
}

/// A step of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportStep {
    /// Items done before it.
    pub from: u64,
    /// Items done after it.
    pub to: u64,
    /// What became of them.
    pub merged: MergeCounts,
    /// How the import stands after it.
    pub state: ImportState,
}

impl Write {
    /// The import of these bytes read like this; made where there is none.
    ///
    /// # Errors
    /// `database_refused` when there is no such project.
    pub async fn ensure_import(&mut self, new: &NewImport<'_>) -> Result<StoredImport, StoreError> {
        let known = self.known_import(new).await?;
        if let Some(known) = known {
            return Ok(known);
        }
        let at = self.at().to_owned();
        self.execute(
            sqlx::query(
                "INSERT INTO import (project_id, name, content_hash, options, state, started_at, updated_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $6)",
            )
            .bind(new.project.get())
            .bind(new.name)
            .bind(new.content_hash)
            .bind(new.options)
            .bind(ImportState::Running.as_str())
            .bind(at),
        )
        .await?;
        self.known_import(new).await?.ok_or(StoreError::Failed)
    }

    async fn known_import(&mut self, new: &NewImport<'_>) -> Result<Option<StoredImport>, StoreError> {
        let mut query = sqlx::QueryBuilder::new(COLUMNS);
        query.push(" WHERE project_id = ").push_bind(new.project.get());
        query.push(" AND content_hash = ").push_bind(new.content_hash);
        query.push(" AND options = ").push_bind(new.options);
        let row = self.optional(query.build()).await?;
        row.as_ref().map(stored).transpose()
    }

    /// Lets an import begin anew.
    ///
    /// # Errors
    /// Database errors.
    pub async fn restart_import(&mut self, id: ImportId) -> Result<(), StoreError> {
        let at = self.at().to_owned();
        self.execute(
            sqlx::query(
                "UPDATE import SET state = 'running', done = 0, added = 0, folded = 0, started_at = $2, updated_at = $2
                 WHERE id = $1",
            )
            .bind(id.get())
            .bind(at),
        )
        .await?;
        Ok(())
    }

    /// Ties an import to the source it fills, with which it is forgotten.
    ///
    /// # Errors
    /// `database_refused` when there is no such source.
    pub async fn tie_import(&mut self, id: ImportId, source: SourceId) -> Result<(), StoreError> {
        self.execute(sqlx::query("UPDATE import SET source_id = $2 WHERE id = $1").bind(id.get()).bind(source.get()))
            .await?;
        Ok(())
    }

    /// Moves an import on; whether it stood where the step begins. Where not, another program moved it meanwhile, and
    /// this transaction must not be committed.
    ///
    /// # Errors
    /// Database errors.
    pub async fn advance_import(&mut self, id: ImportId, step: &ImportStep) -> Result<bool, StoreError> {
        let at = self.at().to_owned();
        let done = self
            .execute(
                sqlx::query(
                    "UPDATE import SET done = $3, added = added + $4, folded = folded + $5, state = $6, updated_at = $7
                     WHERE id = $1 AND done = $2 AND state <> 'finished'",
                )
                .bind(id.get())
                .bind(signed(step.from))
                .bind(signed(step.to))
                .bind(signed(step.merged.added))
                .bind(signed(step.merged.folded))
                .bind(step.state.as_str())
                .bind(at),
            )
            .await?;
        Ok(done.rows_affected() == 1)
    }
}

impl Store {
    /// The imports of a project, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn imports(&self, project: ProjectId) -> Result<Vec<StoredImport>, StoreError> {
        let mut query = sqlx::QueryBuilder::new(COLUMNS);
        query.push(" WHERE project_id = ").push_bind(project.get()).push(" ORDER BY id");
        query.build().fetch_all(&self.readers).await?.iter().map(stored).collect()
    }
}

fn stored(row: &SqliteRow) -> Result<StoredImport, StoreError> {
    let count = |column: &str| {
        let number: i64 = get(row, column)?;
        u64::try_from(number).map_err(|_| StoreError::value(column, &number.to_string()))
    };
    Ok(StoredImport {
        id: get(row, "id")?,
        project_id: get(row, "project_id")?,
        name: get(row, "name")?,
        content_hash: get(row, "content_hash")?,
        options: get(row, "options")?,
        state: word(row, "state")?,
        done: count("done")?,
        added: count("added")?,
        folded: count("folded")?,
        started_at: get(row, "started_at")?,
        updated_at: get(row, "updated_at")?,
    })
}

/// A count as the database counts.
fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
