//! The log: a revision in, the changes after it out.

use super::row::{get, json};
use super::{ProjectId, Store, StoreError};
use crate::model::{Change, Revision};

impl Store {
    /// Number of the last change, 0 before the first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn revision(&self) -> Result<Revision, StoreError> {
        let revision =
            sqlx::query_scalar("SELECT coalesce(max(revision), 0) FROM change").fetch_one(&self.readers).await?;
        Ok(revision)
    }

    /// Number and time of the last change in a project; none before the first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn last_change_in(&self, project: ProjectId) -> Result<Option<(Revision, String)>, StoreError> {
        let sql = "SELECT revision, at FROM change WHERE project_id = $1 ORDER BY revision DESC LIMIT 1";
        let row = sqlx::query(sql).bind(project).fetch_optional(&self.readers).await?;
        row.map(|row| Ok((get(&row, "revision")?, get(&row, "at")?))).transpose()
    }

    /// Up to `limit` changes after `revision`, oldest first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn changes_since(&self, revision: Revision, limit: u32) -> Result<Vec<Change>, StoreError> {
        let rows = sqlx::query(
            "SELECT revision, at, actor, action, entity, entity_id, detail
             FROM change WHERE revision > $1 ORDER BY revision LIMIT $2",
        )
        .bind(revision)
        .bind(limit)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Change {
                    revision: get(row, "revision")?,
                    at: get(row, "at")?,
                    actor: get(row, "actor")?,
                    action: get(row, "action")?,
                    entity: get(row, "entity")?,
                    entity_id: get(row, "entity_id")?,
                    detail: json(row, "detail")?,
                })
            })
            .collect()
    }
}
