//! Terms that changed since a revision, so that an index in memory can catch up.
//!
//! Every change of a term gives it the number of the change, and a deletion is in the log, so both are found without
//! looking at what stayed as it was (the entity of a change is compared as an expression, so that the log is read from the
//! revision on and not through the index of entities, from its beginning). Numbers of terms are never used twice.

use futures_util::TryStreamExt;
use sqlx::{QueryBuilder, Sqlite};

use super::change::last_revision;
use super::row::get;
use super::term::{ENTRY, entry};
use super::{Store, StoreError, TermChanges};
use crate::model::Revision;

/// After this many rows, other tasks of the thread get their turn.
const YIELD: usize = 256;

impl Store {
    /// All terms of all projects, and the revision they are of.
    ///
    /// # Errors
    /// Database errors.
    pub async fn all_terms(&self) -> Result<TermChanges, StoreError> {
        // One transaction, so that all is seen at one moment.
        let mut reading = self.readers.begin().await?;
        let revision = last_revision(&mut reading).await?;
        let mut all = QueryBuilder::<Sqlite>::new(ENTRY);
        all.push("id > 0 ORDER BY id");
        // Row by row: all of them at once need twice the memory, and would keep the thread from other tasks.
        let mut rows = all.build().fetch(&mut *reading);
        let mut changed = Vec::new();
        while let Some(row) = rows.try_next().await? {
            changed.push(entry(&row)?);
            if changed.len().is_multiple_of(YIELD) {
                tokio::task::yield_now().await;
            }
        }
        Ok(TermChanges { revision, changed, gone: Vec::new() })
    }

    /// How many terms of all projects were changed or deleted after `revision`; counts up to `most` of each.
    ///
    /// # Errors
    /// Database errors.
    pub async fn count_changed_terms(&self, revision: Revision, most: usize) -> Result<usize, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM (SELECT 1 FROM term WHERE revision > $1 LIMIT $2))
            + (SELECT count(*) FROM (SELECT 1 FROM change
                WHERE revision > $1 AND entity || '' = 'term' AND action = 'deleted' LIMIT $2))";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let count: i64 = sqlx::query_scalar(sql).bind(revision.get()).bind(most).fetch_one(&self.readers).await?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// What has changed among the terms of all projects after `revision`.
    ///
    /// # Errors
    /// Database errors.
    pub async fn terms_changed_since(&self, revision: Revision) -> Result<TermChanges, StoreError> {
        let mut reading = self.readers.begin().await?;
        let now = last_revision(&mut reading).await?;
        let mut since = QueryBuilder::<Sqlite>::new(ENTRY);
        since.push("revision > ").push_bind(revision.get()).push(" ORDER BY id");
        let rows = since.build().fetch_all(&mut *reading).await?;
        let changed = rows.iter().map(entry).collect::<Result<_, _>>()?;
        let gone = sqlx::query(
            "SELECT entity_id FROM change WHERE revision > $1 AND entity || '' = 'term' AND action = 'deleted'
             ORDER BY entity_id",
        )
        .bind(revision.get())
        .fetch_all(&mut *reading)
        .await?;
        let gone = gone.iter().map(|row| get(row, "entity_id")).collect::<Result<_, _>>()?;
        Ok(TermChanges { revision: now, changed, gone })
    }
}
