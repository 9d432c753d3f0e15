//! A transaction: all of its changes are committed or none, each with a row in the change log.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqliteConnection};

use super::change::last_revision;
use super::presence::OpenFiles;
use super::row::{get, to_json};
use super::{Store, StoreError};
pub(super) use crate::model::Entity;
use crate::model::{Action, ConceptId, ImportId, ProjectId, ReleaseId, Revision, SegmentId, TermId};

/// A transaction on the one writing connection. Dropped without [`Write::commit`], it leaves nothing behind.
///
/// All or nothing also means: once the database has refused one step, for want of room or because a value breaks a
/// rule, the whole can no longer be committed. `not_found` is no refusal; the work goes on after it.
#[derive(Debug)]
pub struct Write {
    connection: PoolConnection<Sqlite>,
    actor: String,
    at: String,
    revision: Revision,
    log: Vec<LogRow>,
    touched: BTreeSet<(Entity, i64)>,
    failed: bool,
    files: Option<Arc<OpenFiles>>,
    /// Tells the store that it was changed.
    changed: Arc<AtomicBool>,
    /// The import whose rows are being stored.
    import: Option<ImportMark>,
    /// Whether it is on a draft, which borrows from a base what it needs.
    borrows: bool,
}

/// The import that a transaction stores rows of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ImportMark {
    /// The import.
    pub(super) id: ImportId,
    /// Terms from this number on are its own.
    pub(super) first_term: i64,
}

/// A row of the log, written at the commit.
#[derive(Debug)]
struct LogRow {
    revision: Revision,
    action: Action,
    entity: Entity,
    id: i64,
    project: Option<ProjectId>,
    detail: Value,
}

impl Store {
    /// Begins a transaction by `actor` at the time `at` (RFC 3339, UTC). Writers take turns; this waits for its own.
    ///
    /// # Errors
    /// `database_busy` when the turn does not come within the busy timeout, `database_read_only`, `database_gone`,
    /// `database_closed`.
    pub async fn write(&self, actor: &str, at: &str) -> Result<Write, StoreError> {
        match (&self.read_only, &self.path) {
            (Some(read_only), Some(path)) => self.writable(read_only, path).await?.begin(actor, at).await,
            _ => self.begin(actor, at).await,
        }
    }

    async fn begin(&self, actor: &str, at: &str) -> Result<Write, StoreError> {
        self.check_files()?;
        let mut connection = self.writer.acquire().await?;
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await?;
        let revision = last_revision(&mut connection).await?;
        Ok(Write {
            connection,
            actor: actor.to_owned(),
            at: at.to_owned(),
            revision,
            log: Vec::new(),
            touched: BTreeSet::new(),
            failed: false,
            files: self.files.clone(),
            changed: Arc::clone(&self.changed),
            import: None,
            borrows: self.is_draft,
        })
    }
}

impl Write {
    /// Keeps everything done so far and gives the revision it led to.
    ///
    /// # Errors
    /// `unit_of_work_failed` when a step failed before, `database_full`, `database_failed`, `database_gone`; nothing is kept
    /// then.
    pub async fn commit(mut self) -> Result<Revision, StoreError> {
        if self.failed {
            return Err(StoreError::Failed);
        }
        self.write_log().await?;
        let check_files = || self.files.as_ref().map_or(Ok(()), |files| files.check());
        check_files()?;
        sqlx::query("COMMIT").execute(&mut *self.connection).await?;
        // Once more: what was committed to a file that went away meanwhile is not acknowledged.
        check_files()?;
        self.changed.store(true, Ordering::Relaxed);
        Ok(self.revision)
    }

    /// Writes the log so far, so that a long transaction does not hold it in memory. What is touched from now on is logged as if
    /// in a transaction of its own.
    ///
    /// # Errors
    /// `database_full`, `database_failed`.
    pub async fn flush_log(&mut self) -> Result<(), StoreError> {
        let written = self.write_log().await;
        if written.is_err() {
            self.failed = true;
        }
        self.touched.clear();
        written
    }

    async fn write_log(&mut self) -> Result<(), StoreError> {
        for logged in std::mem::take(&mut self.log) {
            sqlx::query(
                "INSERT INTO change (revision, at, actor, action, entity, entity_id, project_id, detail)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(logged.revision.get())
            .bind(&self.at)
            .bind(&self.actor)
            .bind(logged.action.as_str())
            .bind(logged.entity.as_str())
            .bind(logged.id)
            .bind(logged.project.map(ProjectId::get))
            .bind(to_json(&logged.detail)?)
            .execute(&mut *self.connection)
            .await?;
        }
        Ok(())
    }

    /// The import whose rows are being stored.
    pub(super) fn import(&self) -> Option<ImportMark> {
        self.import
    }

    /// From now on, what is stored is what this import brings.
    pub(super) fn set_import(&mut self, import: ImportMark) {
        self.import = Some(import);
    }

    /// Whether it is on a draft.
    pub(super) fn borrows(&self) -> bool {
        self.borrows
    }

    /// Drops everything done so far; the same as dropping the transaction.
    pub fn rollback(self) {
        drop(self);
    }

    /// The connection the transaction runs on.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }

    /// Remembers that the database refused a step.
    pub(super) fn fail(&mut self) {
        self.failed = true;
    }

    /// When the transaction happens.
    pub(super) fn at(&self) -> &str {
        &self.at
    }

    /// Who does it.
    pub(super) fn actor(&self) -> &str {
        &self.actor
    }

    /// Who does it, as the log will say.
    #[must_use]
    pub fn actor_name(&self) -> &str {
        &self.actor
    }

    /// The number the next change will have.
    pub(super) fn next_revision(&mut self) -> Revision {
        self.revision = self.revision.next();
        self.revision
    }

    /// The number of the last change so far.
    pub(super) fn last_revision(&self) -> Revision {
        self.revision
    }

    /// Logs that `id` was created under the number `revision`.
    pub(super) fn created(
        &mut self,
        revision: Revision,
        entity: Entity,
        id: impl Into<i64>,
        project: ProjectId,
        detail: Value,
    ) {
        let id = id.into();
        self.touched.insert((entity, id));
        self.log.push(LogRow { revision, action: Action::Created, entity, id, project: Some(project), detail });
    }

    /// Logs that `id`, and what `detail` says, was changed under the number `revision`.
    pub(super) fn updated(
        &mut self,
        revision: Revision,
        entity: Entity,
        id: impl Into<i64>,
        project: ProjectId,
        detail: Value,
    ) {
        let id = id.into();
        self.touched.insert((entity, id));
        self.log.push(LogRow { revision, action: Action::Updated, entity, id, project: Some(project), detail });
    }

    /// Logs what became of something that is of no project.
    pub(super) fn logged_of_no_project(&mut self, action: Action, entity: Entity, id: impl Into<i64>, detail: Value) {
        let id = id.into();
        let revision = self.next_revision();
        self.log.push(LogRow { revision, action, entity, id, project: None, detail });
    }

    /// Logs that `id` was deleted.
    pub(super) fn deleted(&mut self, entity: Entity, id: impl Into<i64>, project: ProjectId, detail: Value) {
        let id = id.into();
        let revision = self.next_revision();
        self.touched.remove(&(entity, id));
        self.log.push(LogRow { revision, action: Action::Deleted, entity, id, project: Some(project), detail });
    }

    /// Logs that a release changed.
    pub(super) async fn touch_release(&mut self, id: ReleaseId, detail: Value) -> Result<(), StoreError> {
        self.touch(Entity::Release, id, "UPDATE release SET revision = $1 WHERE id = $2 RETURNING project_id", detail)
            .await
    }

    /// Logs that a segment changed.
    pub(super) async fn touch_segment(&mut self, id: SegmentId, detail: Value) -> Result<(), StoreError> {
        self.touch(Entity::Segment, id, "UPDATE segment SET revision = $1 WHERE id = $2 RETURNING project_id", detail)
            .await
    }

    /// Logs that a concept, or something in it, changed.
    pub(super) async fn touch_concept(&mut self, id: ConceptId, detail: Value) -> Result<(), StoreError> {
        self.touch(Entity::Concept, id, "UPDATE concept SET revision = $1 WHERE id = $2 RETURNING project_id", detail)
            .await
    }

    /// Logs that a term, and with it its concept, changed.
    pub(super) async fn touch_term(&mut self, id: TermId, detail: Value) -> Result<(), StoreError> {
        if self.touched.contains(&(Entity::Term, id.get())) {
            return Ok(());
        }
        self.touch(Entity::Term, id, "UPDATE term SET revision = $1 WHERE id = $2 RETURNING project_id", detail)
            .await?;
        let concept: ConceptId =
            self.scalar(sqlx::query("SELECT concept_id FROM term WHERE id = $1").bind(id.get())).await?;
        self.touch_concept(concept, json!({ "term": id })).await
    }

    /// Once per transaction and item: gives it the next number and logs the change.
    async fn touch(
        &mut self,
        entity: Entity,
        id: impl Into<i64>,
        sql: &'static str,
        detail: Value,
    ) -> Result<(), StoreError> {
        let id = id.into();
        if self.touched.contains(&(entity, id)) {
            return Ok(());
        }
        let revision = self.revision.next();
        let row = self.optional(sqlx::query(sql).bind(revision.get()).bind(id)).await?;
        let project = get(&row.ok_or_else(|| StoreError::not_found(entity.as_str(), id))?, "project_id")?;
        self.revision = revision;
        self.touched.insert((entity, id));
        self.log.push(LogRow { revision, action: Action::Updated, entity, id, project: Some(project), detail });
        Ok(())
    }
}
