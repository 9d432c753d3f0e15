//! Projects, and facts about the database file itself.

use super::row::get;
use super::{Project, Store, StoreError, Write};
use crate::model::ProjectId;

impl Write {
    /// The project of this name, made where there is none.
    ///
    /// # Errors
    /// `database_refused` for an empty name.
    pub async fn ensure_project(&mut self, name: &str) -> Result<ProjectId, StoreError> {
        // Looked for first: an insert that finds the name taken would use a number up.
        let known = self.optional_scalar(sqlx::query("SELECT id FROM project WHERE name = $1").bind(name)).await?;
        if let Some(id) = known {
            return Ok(id);
        }
        self.scalar(sqlx::query("INSERT INTO project (name) VALUES ($1) RETURNING id").bind(name)).await
    }

    /// Keeps a fact about the file itself, such as the version of the rules that made the keys.
    ///
    /// # Errors
    /// Database errors.
    pub async fn set_meta(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.execute(
            sqlx::query(
                "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )
            .bind(key)
            .bind(value),
        )
        .await?;
        Ok(())
    }
}

impl Store {
    /// All projects by name.
    ///
    /// # Errors
    /// Database errors.
    pub async fn projects(&self) -> Result<Vec<Project>, StoreError> {
        let rows = sqlx::query("SELECT id, name FROM project ORDER BY name").fetch_all(&self.readers).await?;
        rows.iter().map(|row| Ok(Project { id: get(row, "id")?, name: get(row, "name")? })).collect()
    }

    /// The project of this name.
    ///
    /// # Errors
    /// Database errors.
    pub async fn project(&self, name: &str) -> Result<Option<Project>, StoreError> {
        let row = sqlx::query("SELECT id, name FROM project WHERE name = $1")
            .bind(name)
            .fetch_optional(&self.readers)
            .await?;
        row.map(|row| Ok(Project { id: get(&row, "id")?, name: get(&row, "name")? })).transpose()
    }

    /// A fact about the file itself.
    ///
    /// # Errors
    /// Database errors.
    pub async fn meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        let value =
            sqlx::query_scalar("SELECT value FROM meta WHERE key = $1").bind(key).fetch_optional(&self.readers).await?;
        Ok(value)
    }
}
