//! What checks remember in a project: ignored findings and settings.

use serde_json::{Value, json};
use sqlx::{QueryBuilder, Sqlite};

use super::row::{get, json as read_json, number, push_list, to_json};
use super::write::Entity;
use super::{Store, StoreError, Write};
use crate::model::{IgnoreId, ProjectId};

/// A finding that was ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredIgnore {
    /// Its number.
    pub id: IgnoreId,
    /// Name of the project it holds in.
    pub project: String,
    /// The key of the finding.
    pub key: String,
    /// Why, where somebody said.
    pub note: Option<String>,
    /// Who ignored it.
    pub actor: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
}

/// The settings of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredCheckSettings {
    /// The settings, as they were given.
    pub settings: Value,
    /// Who set them.
    pub actor: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
}

impl Write {
    /// Remembers that a finding is ignored in a project; says whether that is new. A note takes the place of one before.
    ///
    /// # Errors
    /// `database_refused` for an empty key.
    pub async fn ignore(&mut self, project: ProjectId, key: &str, note: Option<&str>) -> Result<bool, StoreError> {
        let known = sqlx::query("SELECT id FROM check_ignore WHERE project_id = $1 AND key = $2");
        if let Some(id) = self.optional_scalar::<IgnoreId>(known.bind(project.get()).bind(key)).await? {
            if note.is_some() {
                let update = sqlx::query("UPDATE check_ignore SET note = $1 WHERE id = $2 AND note IS NOT $1");
                if self.execute(update.bind(note).bind(id.get())).await?.rows_affected() > 0 {
                    let revision = self.next_revision();
                    self.updated(revision, Entity::Ignore, id, project, json!({ "key": key, "note": note }));
                }
            }
            return Ok(false);
        }
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        let insert = sqlx::query(
            "INSERT INTO check_ignore (project_id, key, note, actor, at) VALUES ($1, $2, $3, $4, $5) RETURNING id",
        );
        let id: IgnoreId = self.scalar(insert.bind(project.get()).bind(key).bind(note).bind(actor).bind(at)).await?;
        let revision = self.next_revision();
        self.created(revision, Entity::Ignore, id, project, json!({ "key": key }));
        Ok(true)
    }

    /// Forgets that a finding is ignored in a project; says whether it was.
    ///
    /// # Errors
    /// Database errors.
    pub async fn unignore(&mut self, project: ProjectId, key: &str) -> Result<bool, StoreError> {
        let delete = sqlx::query("DELETE FROM check_ignore WHERE project_id = $1 AND key = $2 RETURNING id");
        let id = self.optional_scalar::<IgnoreId>(delete.bind(project.get()).bind(key)).await?;
        if let Some(id) = id {
            self.deleted(Entity::Ignore, id, project, json!({ "key": key }));
        }
        Ok(id.is_some())
    }

    /// Keeps the settings of a project; nothing is changed where they are the same already.
    ///
    /// # Errors
    /// `database_refused` when there is no such project.
    pub async fn set_check_settings(&mut self, project: ProjectId, settings: &Value) -> Result<(), StoreError> {
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        let upsert = sqlx::query(
            "INSERT INTO check_settings (project_id, settings, actor, at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (project_id) DO UPDATE SET settings = excluded.settings, actor = excluded.actor, at = excluded.at
             WHERE settings <> excluded.settings",
        );
        let done = self.execute(upsert.bind(project.get()).bind(to_json(settings)?).bind(actor).bind(at)).await?;
        if done.rows_affected() > 0 {
            let revision = self.next_revision();
            self.updated(revision, Entity::CheckSettings, project, project, settings.clone());
        }
        Ok(())
    }
}

impl Store {
    /// Up to `limit` findings ignored in these projects after `after` (none for the first page), in order of their numbers.
    ///
    /// # Errors
    /// Database errors.
    pub async fn ignores(
        &self,
        projects: &[ProjectId],
        after: Option<IgnoreId>,
        limit: usize,
    ) -> Result<Vec<StoredIgnore>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(
            "SELECT i.id, p.name, i.key, i.note, i.actor, i.at FROM check_ignore i JOIN project p ON p.id = i.project_id
             WHERE i.id > ",
        );
        query.push_bind(after.map_or(0, IgnoreId::get)).push(" AND i.project_id IN");
        push_list(&mut query, projects);
        query.push("ORDER BY i.id LIMIT ").push_bind(number(limit));
        let rows = query.build().fetch_all(&self.readers).await?;
        rows.iter()
            .map(|row| {
                Ok(StoredIgnore {
                    id: get(row, "id")?,
                    project: get(row, "name")?,
                    key: get(row, "key")?,
                    note: get(row, "note")?,
                    actor: get(row, "actor")?,
                    at: get(row, "at")?,
                })
            })
            .collect()
    }

    /// The keys of all findings ignored in these projects.
    ///
    /// # Errors
    /// Database errors.
    pub async fn ignored_keys(&self, projects: &[ProjectId]) -> Result<Vec<String>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new("SELECT DISTINCT key FROM check_ignore WHERE project_id IN");
        push_list(&mut query, projects);
        Ok(query.build_query_scalar().fetch_all(&self.readers).await?)
    }

    /// The settings of a project, where somebody set any.
    ///
    /// # Errors
    /// Database errors.
    pub async fn check_settings(&self, project: ProjectId) -> Result<Option<StoredCheckSettings>, StoreError> {
        let row = sqlx::query("SELECT settings, actor, at FROM check_settings WHERE project_id = $1")
            .bind(project.get())
            .fetch_optional(&self.readers)
            .await?;
        let settings = row.map(|row| {
            Ok::<_, StoreError>(StoredCheckSettings {
                settings: read_json(&row, "settings")?,
                actor: get(&row, "actor")?,
                at: get(&row, "at")?,
            })
        });
        settings.transpose()
    }
}
