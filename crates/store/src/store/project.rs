//! Projects, and facts about the database file itself.

use serde_json::json;
use sqlx::sqlite::SqliteRow;

use super::row::{Column, get};
use super::write::Entity;
use super::{Project, Store, StoreError, SweepReport, Write};
use crate::model::{ConceptId, ProjectId, ReleaseId, SegmentId, TermId};

impl Write {
    /// The project of this name, made without starter terms where there is none.
    ///
    /// # Errors
    /// `database_refused` for an empty name.
    pub async fn ensure_project(&mut self, name: &str) -> Result<ProjectId, StoreError> {
        // Looked for first: an insert that finds the name taken would use a number up.
        let existing = self.optional_scalar(sqlx::query("SELECT id FROM project WHERE name = $1").bind(name)).await?;
        if let Some(id) = existing {
            return Ok(id);
        }
        self.scalar(sqlx::query("INSERT INTO project (name, starter) VALUES ($1, '[]') RETURNING id").bind(name)).await
    }

    /// Makes the default project anew, for which nobody has decided anything yet.
    ///
    /// # Errors
    /// Database errors.
    pub async fn insert_default_project(&mut self) -> Result<(), StoreError> {
        self.execute(sqlx::query("INSERT INTO project (name) VALUES ('default')")).await?;
        Ok(())
    }

    /// Stores which fields of the starter term base a project has.
    ///
    /// # Errors
    /// Database errors.
    pub async fn set_starter(&mut self, project: ProjectId, fields: &[&str]) -> Result<(), StoreError> {
        let fields = serde_json::to_string(fields).unwrap_or_default();
        self.execute(sqlx::query("UPDATE project SET starter = $2 WHERE id = $1").bind(project.get()).bind(fields))
            .await?;
        Ok(())
    }

    /// Stores that nobody has decided on the starter terms of a project.
    ///
    /// # Errors
    /// Database errors.
    pub async fn forget_starter(&mut self, project: ProjectId) -> Result<(), StoreError> {
        self.execute(sqlx::query("UPDATE project SET starter = NULL WHERE id = $1").bind(project.get())).await?;
        Ok(())
    }

    /// Whether a project has nothing but starter terms that nobody decided on.
    ///
    /// # Errors
    /// Database errors.
    pub async fn is_blank_project(&mut self, project: ProjectId) -> Result<bool, StoreError> {
        self.scalar(
            sqlx::query(
                "SELECT NOT EXISTS (SELECT 1 FROM release WHERE project_id = $1)
                     AND NOT EXISTS (SELECT 1 FROM segment WHERE project_id = $1)
                     AND NOT EXISTS (SELECT 1 FROM source WHERE project_id = $1)
                     AND NOT EXISTS (SELECT 1 FROM review_decision WHERE project_id = $1)
                     AND NOT EXISTS (SELECT 1 FROM glossary WHERE project_id = $1)
                     AND NOT EXISTS (SELECT 1 FROM token_project WHERE project_id = $1)
                     AND NOT EXISTS (SELECT 1 FROM term t JOIN evidence e ON e.term_id = t.id
                         WHERE t.project_id = $1 AND e.kind <> 'curated')",
            )
            .bind(project.get()),
        )
        .await
    }

    /// Gives a project another name.
    ///
    /// # Errors
    /// `database_refused` if another project has the name.
    pub async fn rename_project(&mut self, project: ProjectId, name: &str) -> Result<(), StoreError> {
        self.execute(sqlx::query("UPDATE project SET name = $2 WHERE id = $1").bind(project.get()).bind(name)).await?;
        // What is held in memory carries the names of projects.
        let concepts: Vec<ConceptId> = self.ids("SELECT id FROM concept WHERE project_id = $1", project).await?;
        for concept in concepts {
            self.touch_concept(concept, json!({ "project": name })).await?;
        }
        Ok(())
    }

    /// Deletes a project with everything in it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn delete_project(&mut self, project: ProjectId) -> Result<(), StoreError> {
        let terms: Vec<TermId> = self.ids("SELECT id FROM term WHERE project_id = $1", project).await?;
        let concepts: Vec<ConceptId> = self.ids("SELECT id FROM concept WHERE project_id = $1", project).await?;
        let segments: Vec<SegmentId> = self.ids("SELECT id FROM segment WHERE project_id = $1", project).await?;
        let releases: Vec<ReleaseId> = self.ids("SELECT id FROM release WHERE project_id = $1", project).await?;
        for id in terms {
            self.deleted(Entity::Term, id, project, json!({}));
        }
        for id in concepts {
            self.deleted(Entity::Concept, id, project, json!({}));
        }
        for id in segments {
            self.deleted(Entity::Segment, id, project, json!({}));
        }
        for id in releases {
            self.deleted(Entity::Release, id, project, json!({}));
        }
        self.execute(sqlx::query("DELETE FROM project WHERE id = $1").bind(project.get())).await?;
        Ok(())
    }

    /// Removes what the starter term base says in these fields; what is left of its terms is swept. Gives what went, and the
    /// concepts whose confidence must be settled anew. What a person decided on stays.
    ///
    /// # Errors
    /// Database errors.
    pub async fn remove_starter(
        &mut self,
        project: ProjectId,
        fields: &[String],
    ) -> Result<(SweepReport, Vec<ConceptId>), StoreError> {
        let mut concepts: Vec<ConceptId> = Vec::new();
        for field in fields {
            let source = format!("starter:{field}");
            let rows = self
                .all(
                    sqlx::query(
                        "DELETE FROM evidence WHERE kind = 'curated' AND source = $2
                             AND term_id IN (SELECT id FROM term WHERE project_id = $1)
                         RETURNING (SELECT concept_id FROM term WHERE term.id = evidence.term_id) AS concept_id",
                    )
                    .bind(project.get())
                    .bind(source),
                )
                .await?;
            for row in &rows {
                concepts.push(get(row, "concept_id")?);
            }
        }
        concepts.sort_unstable();
        concepts.dedup();
        let swept = self.sweep_unsupported(project).await?;
        concepts.retain(|concept| swept.concepts.binary_search(concept).is_err());
        for concept in &concepts {
            self.touch_concept(*concept, json!({ "starter": "removed" })).await?;
        }
        Ok((swept, concepts))
    }

    /// The numbers that a statement gives for a project.
    async fn ids<T: for<'r> Column<'r>>(
        &mut self,
        sql: &'static str,
        project: ProjectId,
    ) -> Result<Vec<T>, StoreError> {
        self.scalars(sqlx::query(sql).bind(project.get())).await
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
        let rows = sqlx::query("SELECT id, name, starter FROM project ORDER BY name").fetch_all(&self.readers).await?;
        rows.iter().map(project).collect()
    }

    /// The project of this name.
    ///
    /// # Errors
    /// Database errors.
    pub async fn project(&self, name: &str) -> Result<Option<Project>, StoreError> {
        let row = sqlx::query("SELECT id, name, starter FROM project WHERE name = $1")
            .bind(name)
            .fetch_optional(&self.readers)
            .await?;
        row.as_ref().map(project).transpose()
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

fn project(row: &SqliteRow) -> Result<Project, StoreError> {
    let starter: Option<String> = get(row, "starter")?;
    let starter = starter.map(|fields| serde_json::from_str(&fields).unwrap_or_default());
    Ok(Project { id: get(row, "id")?, name: get(row, "name")?, starter })
}
