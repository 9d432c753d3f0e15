//! Terms that changed since a revision, so that an index in memory can catch up.
//!
//! Every change of a term gives it the number of the change, and a deletion is in the log, so both are found without
//! looking at what stayed as it was. Numbers of terms are never used twice.

use sqlx::{QueryBuilder, Sqlite};

use super::change::last_revision;
use super::row::get;
use super::term::{ENTRY, entry};
use super::{Store, StoreError, TermChanges};
use crate::model::Revision;

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
        let rows = all.build().fetch_all(&mut *reading).await?;
        Ok(TermChanges { revision, changed: rows.iter().map(entry).collect::<Result<_, _>>()?, gone: Vec::new() })
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
            "SELECT entity_id FROM change WHERE revision > $1 AND entity = 'term' AND action = 'deleted'
             ORDER BY entity_id",
        )
        .bind(revision.get())
        .fetch_all(&mut *reading)
        .await?;
        let gone = gone.iter().map(|row| get(row, "entity_id")).collect::<Result<_, _>>()?;
        Ok(TermChanges { revision: now, changed, gone })
    }
}
