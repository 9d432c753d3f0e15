//! Undoes an import of translations in steps that others can write between. From the first on, nobody sees what only it brought.

use serde_json::json;
use sqlx::{QueryBuilder, Sqlite};

use super::import::ImportState;
use super::row::{get, push_list};
use super::write::Entity;
use super::{ImportRemoval, Store, StoreError, StoredImport, Write};
use crate::model::{ImportId, SegmentId};

/// Segments removed by one statement.
const REMOVED: usize = 500;

/// A step of an undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UndoStep {
    /// Segments whose fate is decided.
    pub handled: usize,
    /// Whether the import is gone, with this step or by another program before it.
    pub ended: bool,
}

/// What a step decided of the segments of its import.
#[derive(Debug, Default)]
struct Fates {
    gone: Vec<SegmentId>,
    stay: Vec<SegmentId>,
    shared: i64,
    kept: i64,
}

impl Write {
    /// Marks an import of translations as being undone, so that nobody sees what only it brought; nothing if it is marked
    /// already, or gone.
    ///
    /// # Errors
    /// Database errors.
    pub async fn begin_undo(&mut self, import: &StoredImport) -> Result<(), StoreError> {
        let (at, actor, id) = (self.at().to_owned(), self.actor_name().to_owned(), import.id.get());
        let marked = self
            .execute(
                sqlx::query("UPDATE import SET state = $2, updated_at = $3 WHERE id = $1 AND state <> $2")
                    .bind(id)
                    .bind(ImportState::Undoing.as_str())
                    .bind(at),
            )
            .await?;
        if marked.rows_affected() == 0 {
            return Ok(());
        }
        let sql = sqlx::query("SELECT min(segment_id) FROM import_segment WHERE import_id = $1").bind(id);
        if let Some(first) = self.scalar::<Option<SegmentId>>(sql).await? {
            let revision = self.next_revision();
            let detail = json!({ "import": import.name, "state": ImportState::Undoing.as_str() });
            self.updated(revision, Entity::Segment, first, import.project_id, detail);
        }
        let revision = self.last_revision().get();
        self.execute(
            sqlx::query("INSERT INTO import_undo (import_id, actor, revision) VALUES ($1, $2, $3)")
                .bind(id)
                .bind(actor)
                .bind(revision),
        )
        .await?;
        Ok(())
    }

    /// Undoes the next part of an import that is marked: puts back what it changed of up to `most` other segments, or decides on up
    /// to `most` of its own, or removes the import.
    ///
    /// # Errors
    /// Database errors.
    pub async fn undo_step(&mut self, import: &StoredImport, most: usize) -> Result<UndoStep, StoreError> {
        let id = import.id.get();
        let sql = sqlx::query("SELECT EXISTS (SELECT 1 FROM import WHERE id = $1 AND state = 'undoing')").bind(id);
        if !self.scalar::<bool>(sql).await? {
            return Ok(UndoStep { handled: 0, ended: true });
        }
        let handled = match self.restore_some(id, most).await? {
            0 => self.take_some_out(import, most).await?,
            restored => restored,
        };
        if handled == 0 {
            self.execute(sqlx::query("DELETE FROM import WHERE id = $1").bind(id)).await?;
        }
        Ok(UndoStep { handled, ended: handled == 0 })
    }

    /// Puts back what an import changed of up to `most` segments that were there before, unless it was changed since.
    async fn restore_some(&mut self, import: i64, most: usize) -> Result<usize, StoreError> {
        let sql = "SELECT c.segment_id, c.before, s.revision = c.revision AS same FROM import_pair c
            JOIN segment s ON s.id = c.segment_id WHERE c.import_id = $1 ORDER BY c.segment_id LIMIT $2";
        let rows = self.all(sqlx::query(sql).bind(import).bind(limit(most))).await?;
        let Some(last) = rows.last() else { return Ok(0) };
        let last: i64 = get(last, "segment_id")?;
        let mut restored: i64 = 0;
        for row in &rows {
            if get::<bool>(row, "same")? {
                self.restore_segment(row).await?;
                restored += 1;
            }
        }
        let sql = "DELETE FROM import_pair WHERE import_id = $1 AND segment_id <= $2";
        self.execute(sqlx::query(sql).bind(import).bind(last)).await?;
        let sql =
            "UPDATE import_undo SET restored = restored + $2, changed_since = changed_since + $3 WHERE import_id = $1";
        let changed_since = limit(rows.len()) - restored;
        self.execute(sqlx::query(sql).bind(import).bind(restored).bind(changed_since)).await?;
        Ok(rows.len())
    }

    /// Decides on up to `most` segments of an import: those that only it brought go.
    async fn take_some_out(&mut self, import: &StoredImport, most: usize) -> Result<usize, StoreError> {
        let id = import.id.get();
        let Fates { gone, stay, shared, kept } = self.fates(id, most).await?;
        let handled = gone.len() + stay.len();
        for some in gone.chunks(REMOVED) {
            let mut query = QueryBuilder::<Sqlite>::new("DELETE FROM segment WHERE id IN");
            push_list(&mut query, some);
            self.execute(query.build().persistent(some.len() == REMOVED)).await?;
        }
        if let Some(first) = gone.first() {
            let detail = json!({ "import": import.name, "count": gone.len() });
            self.deleted(Entity::Segment, *first, import.project_id, detail);
        }
        let revision = self.last_revision().next();
        let mut shown: Option<SegmentId> = None;
        let mut updated = 0;
        for some in stay.chunks(REMOVED) {
            let mut query = QueryBuilder::<Sqlite>::new("DELETE FROM import_segment WHERE import_id = ");
            query.push_bind(id).push(" AND segment_id IN");
            push_list(&mut query, some);
            self.execute(query.build().persistent(some.len() == REMOVED)).await?;
            // What stays is seen, also where the import had not come to its end, and no index misses it.
            let mut query = QueryBuilder::<Sqlite>::new("UPDATE segment SET run = NULL, revision = ");
            query.push_bind(revision.get()).push(" WHERE run IN (SELECT r.id FROM import_run r WHERE r.import_id = ");
            query.push_bind(id).push(") AND id IN");
            push_list(&mut query, some);
            query.push(" RETURNING id");
            let seen: Vec<SegmentId> = self.scalars(query.build().persistent(some.len() == REMOVED)).await?;
            updated += seen.len();
            shown = shown.or(seen.iter().min().copied());
        }
        if let Some(first) = shown {
            let revision = self.next_revision();
            self.updated(revision, Entity::Segment, first, import.project_id, json!({ "updated": updated }));
        }
        let sql = "UPDATE import_undo SET removed = removed + $2, shared = shared + $3, kept = kept + $4 WHERE import_id = $1";
        self.execute(sqlx::query(sql).bind(id).bind(limit(gone.len())).bind(shared).bind(kept)).await?;
        Ok(handled)
    }

    /// What becomes of up to `most` segments of an import. What several imports brought that are being undone is counted with the last.
    async fn fates(&mut self, import: i64, most: usize) -> Result<Fates, StoreError> {
        let sql = "SELECT own.segment_id, own.kept,
                EXISTS (SELECT 1 FROM import_segment l JOIN import i ON i.id = l.import_id
                    WHERE l.segment_id = own.segment_id AND i.state <> 'undoing') AS shared,
                EXISTS (SELECT 1 FROM import_segment l JOIN import i ON i.id = l.import_id
                    WHERE l.segment_id = own.segment_id AND i.state = 'undoing' AND i.id <> $1) AS again
            FROM import_segment own WHERE own.import_id = $1 ORDER BY own.segment_id LIMIT $2";
        let mut fates = Fates::default();
        for row in self.all(sqlx::query(sql).bind(import).bind(limit(most))).await? {
            let id = get(&row, "segment_id")?;
            let (is_shared, is_kept) = (get::<bool>(&row, "shared")?, get::<bool>(&row, "kept")?);
            if !is_shared && !is_kept {
                fates.gone.push(id);
                continue;
            }
            fates.stay.push(id);
            if get::<bool>(&row, "again")? {
                continue;
            }
            match is_shared {
                true => fates.shared += 1,
                false => fates.kept += 1,
            }
        }
        Ok(fates)
    }
}

impl Store {
    /// What an undo has done so far, or did.
    ///
    /// # Errors
    /// `not_found` if no undo of this import was begun.
    pub async fn undone_import(&self, import: ImportId) -> Result<ImportRemoval, StoreError> {
        let sql = "SELECT removed, shared, kept, restored, changed_since FROM import_undo WHERE import_id = $1";
        let row = sqlx::query(sql).bind(import.get()).fetch_optional(&self.readers).await?;
        let row = row.ok_or_else(|| StoreError::not_found("import", import))?;
        let count = |column| get::<i64>(&row, column).map(|number| u64::try_from(number).unwrap_or_default());
        Ok(ImportRemoval {
            imports: 1,
            removed: count("removed")?,
            shared: count("shared")?,
            kept: count("kept")?,
            restored: count("restored")?,
            changed_since: count("changed_since")?,
        })
    }

    /// Who began to undo an import.
    ///
    /// # Errors
    /// `not_found` if no undo of this import was begun.
    pub async fn undoing_actor(&self, import: ImportId) -> Result<String, StoreError> {
        let sql = "SELECT actor FROM import_undo WHERE import_id = $1";
        let actor = sqlx::query_scalar(sql).bind(import.get()).fetch_optional(&self.readers).await?;
        actor.ok_or_else(|| StoreError::not_found("import", import))
    }
}

/// A number of segments as the database counts.
fn limit(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
