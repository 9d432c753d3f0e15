//! Imports of files and how far each has come, so that one that was broken off can be resumed.

use serde_json::json;
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;

use super::row::{get, push_list, word};
use super::write::{Entity, ImportMark};
use super::{Store, StoreError, Write};
use crate::model::{ImportId, ProjectId, SegmentId, SourceId};

const COLUMNS: &str = "SELECT id, project_id, (SELECT p.name FROM project p WHERE p.id = import.project_id) AS project,
    name, content_hash, options, state, done, added, folded, started_at, updated_at, actor, format, outcomes, run,
    source_id FROM import";

/// Which segments anybody may see: all but those of an import that has not come to its end, and those that only imports that are being
/// undone brought. The table is called `segment`.
macro_rules! seen {
    () => {
        "((run IS NULL OR run NOT IN (SELECT i.run FROM import i WHERE i.state = 'running' AND i.run IS NOT NULL))
         AND (NOT EXISTS (SELECT 1 FROM import i WHERE i.state = 'undoing')
             OR NOT EXISTS (SELECT 1 FROM import_segment l JOIN import i ON i.id = l.import_id
                 WHERE l.segment_id = segment.id AND l.kept = 0 AND i.state = 'undoing')
             OR EXISTS (SELECT 1 FROM import_segment l JOIN import i ON i.id = l.import_id
                 WHERE l.segment_id = segment.id AND i.state <> 'undoing')))"
    };
}
pub(super) use seen;

/// Which segments anybody may see.
pub(super) const SEEN: &str = seen!();

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
    /// It is being undone, or an undo was broken off and can be gone on with.
    Undoing,
}

impl ImportState {
    /// The word used in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Broken => "broken",
            Self::Undoing => "undoing",
        }
    }
}

/// What became of the segments of one batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MergeCounts {
    /// How many are new.
    pub added: u64,
    /// How many were there already, in the store or earlier in the batch.
    pub folded: u64,
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
    /// By whom.
    pub actor: &'a str,
}

/// A file that is or was being imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredImport {
    /// Its number.
    pub id: ImportId,
    /// Where its units go.
    pub project_id: ProjectId,
    /// The name of that project.
    pub project: String,
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
    /// By whom; none for imports made before this was kept.
    pub actor: Option<String>,
    /// Its format, where it is known.
    pub format: Option<String>,
    /// How many of its rows had which outcome, a JSON object.
    pub outcomes: String,
    /// The number of its run, with which its segments are marked.
    pub run: Option<i64>,
    /// The dictionary or term base it filled.
    pub source: Option<SourceId>,
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
                "INSERT INTO import (project_id, name, content_hash, options, state, started_at, updated_at, actor)
                 VALUES ($1, $2, $3, $4, $5, $6, $6, $7)",
            )
            .bind(new.project.get())
            .bind(new.name)
            .bind(new.content_hash)
            .bind(new.options)
            .bind(ImportState::Running.as_str())
            .bind(at)
            .bind(new.actor),
        )
        .await?;
        self.known_import(new).await?.ok_or(StoreError::Failed)
    }

    async fn known_import(&mut self, new: &NewImport<'_>) -> Result<Option<StoredImport>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
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
                "UPDATE import SET state = 'running', done = 0, added = 0, folded = 0, outcomes = '{}', run = NULL,
                     started_at = $2, updated_at = $2 WHERE id = $1",
            )
            .bind(id.get())
            .bind(at),
        )
        .await?;
        Ok(())
    }

    /// Gives an import a number for the segments it adds, which nobody sees until [`Write::show_import`].
    ///
    /// # Errors
    /// Database errors.
    pub async fn begin_run(&mut self, id: ImportId) -> Result<i64, StoreError> {
        let run: i64 = self
            .scalar(sqlx::query("INSERT INTO import_run (import_id) VALUES ($1) RETURNING id").bind(id.get()))
            .await?;
        self.execute(sqlx::query("UPDATE import SET run = $2 WHERE id = $1").bind(id.get()).bind(run)).await?;
        Ok(run)
    }

    /// What is stored from now on is what this import brings: an undo finds it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn store_for(&mut self, id: ImportId) -> Result<(), StoreError> {
        let first_term: i64 = self.scalar(sqlx::query("SELECT coalesce(max(id), 0) + 1 FROM term")).await?;
        self.set_import(ImportMark { id, first_term });
        Ok(())
    }

    /// Notes between which numbers the segments of a run lie.
    pub(super) async fn extend_run(&mut self, run: i64, first: i64, last: i64) -> Result<(), StoreError> {
        self.execute(
            sqlx::query(
                "UPDATE import_run SET first_segment = CASE WHEN first_segment < $2 THEN first_segment ELSE $2 END,
                     last_segment = CASE WHEN last_segment > $3 THEN last_segment ELSE $3 END WHERE id = $1",
            )
            .bind(run)
            .bind(first)
            .bind(last),
        )
        .await?;
        Ok(())
    }

    /// Shows the segments of an import whose state leaves `running` in this transaction, all at once.
    ///
    /// # Errors
    /// Database errors.
    pub async fn show_import(&mut self, id: ImportId) -> Result<(), StoreError> {
        let sql = "SELECT i.project_id, i.name, i.added, r.id AS run, r.first_segment, r.last_segment
            FROM import i JOIN import_run r ON r.id = i.run
            WHERE i.id = $1 AND r.first_segment IS NOT NULL AND r.shown IS NULL";
        let Some(row) = self.optional(sqlx::query(sql).bind(id.get())).await? else { return Ok(()) };
        let (first, last): (SegmentId, i64) = (get(&row, "first_segment")?, get(&row, "last_segment")?);
        let (name, count, run): (String, i64, i64) = (get(&row, "name")?, get(&row, "added")?, get(&row, "run")?);
        let revision = self.next_revision();
        let detail = json!({ "last": last, "count": count, "import": name });
        self.created(revision, Entity::Segment, first, get(&row, "project_id")?, detail);
        self.execute(sqlx::query("UPDATE import_run SET shown = $2 WHERE id = $1").bind(run).bind(revision.get()))
            .await?;
        Ok(())
    }

    /// Stores the outcomes of an import so far, a JSON object.
    ///
    /// # Errors
    /// Database errors.
    pub async fn set_import_outcomes(&mut self, id: ImportId, outcomes: &str) -> Result<(), StoreError> {
        self.execute(sqlx::query("UPDATE import SET outcomes = $2 WHERE id = $1").bind(id.get()).bind(outcomes))
            .await?;
        Ok(())
    }

    /// Marks an import of which nothing is kept, because its file cannot be read to its end.
    ///
    /// # Errors
    /// Database errors.
    pub async fn break_import(&mut self, id: ImportId) -> Result<(), StoreError> {
        self.execute(
            sqlx::query("UPDATE import SET state = 'broken' WHERE id = $1 AND state <> 'undoing'").bind(id.get()),
        )
        .await?;
        Ok(())
    }

    /// The import of this number, as the transaction sees it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn import_by_id(&mut self, id: ImportId) -> Result<StoredImport, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE id = ").push_bind(id.get());
        let row = self.optional(query.build()).await?;
        row.as_ref().map(stored).transpose()?.ok_or_else(|| StoreError::not_found("import", id))
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
                     WHERE id = $1 AND done = $2 AND state IN ('running', 'broken')",
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
    /// The imports of these projects, newest first; of all where none is named.
    ///
    /// # Errors
    /// Database errors.
    pub async fn imports_of(&self, projects: &[ProjectId]) -> Result<Vec<StoredImport>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        if !projects.is_empty() {
            query.push(" WHERE project_id IN");
            push_list(&mut query, projects);
        }
        query.push(" ORDER BY id DESC");
        query.build().fetch_all(&self.readers).await?.iter().map(stored).collect()
    }

    /// The import of this number.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn import(&self, id: ImportId) -> Result<StoredImport, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE id = ").push_bind(id.get());
        let row = query.build().fetch_optional(&self.readers).await?;
        row.as_ref().map(stored).transpose()?.ok_or_else(|| StoreError::not_found("import", id))
    }

    /// The imports of a project, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn imports(&self, project: ProjectId) -> Result<Vec<StoredImport>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
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
        project: get(row, "project")?,
        actor: get(row, "actor")?,
        format: get(row, "format")?,
        outcomes: get(row, "outcomes")?,
        run: get(row, "run")?,
        source: get(row, "source_id")?,
    })
}

/// A count as the database counts.
fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
