//! The change log: the last revision, and pages of changes after one.

use sqlx::{QueryBuilder, SqliteConnection};

use super::row::{first, get, json, push_list, word};
use super::{Store, StoreError};
use crate::model::{Change, Entity, ProjectId, Revision};

/// Which changes count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChangeFilter {
    /// Only of these projects, not of what is of none; `None` for all.
    pub projects: Option<Vec<ProjectId>>,
    /// Only of these kinds of thing; empty for all.
    pub entities: Vec<Entity>,
    /// Only by this person or program.
    pub actor: Option<String>,
}

impl Store {
    /// Number of the last change, 0 before the first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn revision(&self) -> Result<Revision, StoreError> {
        last_revision(&mut *self.readers.acquire().await?).await
    }

    /// Number of the last change, asked on a connection of its own: long questions that use all the others do not delay it,
    /// and it fails soon if the database does not answer.
    ///
    /// # Errors
    /// `database_busy` after a few seconds; database errors.
    pub async fn probe(&self) -> Result<Revision, StoreError> {
        last_revision(&mut *self.probe.acquire().await?).await
    }

    /// Up to `limit` changes after `revision`, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn changes_since(&self, revision: Revision, limit: u32) -> Result<Vec<Change>, StoreError> {
        self.changes(&ChangeFilter::default(), revision, limit).await
    }

    /// Up to `limit` changes that count after `revision`, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn changes(
        &self,
        filter: &ChangeFilter,
        revision: Revision,
        limit: u32,
    ) -> Result<Vec<Change>, StoreError> {
        let mut query = QueryBuilder::new(
            "SELECT revision, at, actor, action, entity, entity_id, detail,
                 (SELECT name FROM project WHERE project.id = project_id) AS project
             FROM change WHERE revision > ",
        );
        query.push_bind(revision.get());
        if let Some(projects) = &filter.projects {
            query.push(" AND project_id IN");
            push_list(&mut query, projects);
        }
        if !filter.entities.is_empty() {
            query.push(" AND entity IN (");
            let mut list = query.separated(", ");
            for entity in &filter.entities {
                list.push_bind(entity.as_str());
            }
            query.push(")");
        }
        if let Some(actor) = &filter.actor {
            query.push(" AND actor = ").push_bind(actor);
        }
        query.push(" ORDER BY revision LIMIT ").push_bind(limit);
        let rows = query.build().fetch_all(&self.readers).await?;
        rows.iter()
            .map(|row| {
                Ok(Change {
                    revision: get(row, "revision")?,
                    at: get(row, "at")?,
                    actor: get(row, "actor")?,
                    action: word(row, "action")?,
                    entity: word(row, "entity")?,
                    entity_id: get(row, "entity_id")?,
                    project: get(row, "project")?,
                    detail: json(row, "detail")?,
                })
            })
            .collect()
    }
}

/// Number of the last change, 0 before the first.
pub(super) async fn last_revision(reading: &mut SqliteConnection) -> Result<Revision, StoreError> {
    first(&sqlx::query("SELECT coalesce(max(revision), 0) FROM change").fetch_one(reading).await?)
}

#[cfg(test)]
mod tests {
    use crate::store::{Settings, Store};

    #[tokio::test]
    async fn a_probe_is_answered_while_every_reading_connection_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings { readers: 2, ..Settings::default() };
        let store = Store::open_with(&folder.path().join("a.db"), &settings).await.unwrap();
        let questions = [store.readers.begin().await.unwrap(), store.readers.begin().await.unwrap()];
        assert!(store.readers.try_acquire().is_none(), "a reading connection is free");
        assert_eq!(store.probe().await.unwrap().get(), 0);
        drop(questions);
        store.close().await;
        assert_eq!(store.probe().await.unwrap_err().code(), "database_closed");
    }
}
