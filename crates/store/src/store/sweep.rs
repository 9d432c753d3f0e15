//! Deletes terms without evidence and concepts without terms, unless a person decided on them.

use std::collections::BTreeSet;

use serde_json::json;

use super::row::get;
use super::write::Entity;
use super::{StoreError, SweepReport, Write};
use crate::model::{ConceptId, ProjectId};

impl Write {
    /// Deletes the terms of a project that have no evidence and no decision, then the concepts that have no terms.
    ///
    /// # Errors
    /// Database errors.
    pub async fn sweep_unsupported(&mut self, project: ProjectId) -> Result<SweepReport, StoreError> {
        let mut swept = SweepReport::default();
        let mut bereft: BTreeSet<ConceptId> = BTreeSet::new();
        let rows = self
            .all(
                sqlx::query(
                    "DELETE FROM term WHERE project_id = $1 AND decided_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = term.id)
             RETURNING id, concept_id, text",
                )
                .bind(project.get()),
            )
            .await?;
        for row in &rows {
            let (id, concept, text): (_, ConceptId, String) =
                (get(row, "id")?, get(row, "concept_id")?, get(row, "text")?);
            self.deleted(Entity::Term, id, project, json!({ "concept": concept, "text": text }));
            bereft.insert(concept);
            swept.terms.push(id);
        }
        let empty: Vec<ConceptId> = self
            .scalars(
                sqlx::query(
                    "SELECT id FROM concept WHERE project_id = $1
                 AND NOT EXISTS (SELECT 1 FROM term t WHERE t.concept_id = concept.id) ORDER BY id",
                )
                .bind(project.get()),
            )
            .await?;
        self.touch_rivals(&empty).await?;
        for id in empty {
            self.execute(sqlx::query("DELETE FROM concept WHERE id = $1").bind(id.get())).await?;
            self.deleted(Entity::Concept, id, project, json!({}));
            bereft.remove(&id);
            swept.concepts.push(id);
        }
        for concept in bereft {
            self.touch_concept(concept, json!({ "swept": true })).await?;
        }
        Ok(swept)
    }
}
