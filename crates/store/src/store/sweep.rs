//! Deletes terms without evidence and concepts without terms, unless a person decided on them. What people wrote about a concept
//! is not lost: it keeps its Japanese names if nothing else names it any more.

use std::collections::BTreeSet;

use serde_json::json;

use super::row::get;
use super::write::Entity;
use super::{StoreError, SweepReport, Write};
use crate::model::{ConceptId, ProjectId};

/// Terms without evidence and decision. `named` are terms that name a concept with a definition or a note by a person, and no
/// term of it has evidence or a decision; without a Japanese one, all its terms are.
const UNSUPPORTED: &str = "DELETE FROM term WHERE project_id = $1 AND decided_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = term.id)
         AND id NOT IN (
             SELECT named.id FROM term named WHERE named.project_id = $1
                 AND named.concept_id IN (SELECT concept_id FROM definition WHERE author IS NOT NULL
                     UNION SELECT concept_id FROM note)
                 AND NOT EXISTS (SELECT 1 FROM term o WHERE o.concept_id = named.concept_id AND (o.decided_at IS NOT NULL
                     OR EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = o.id)))
                 AND (named.lang = 'ja' OR named.lang LIKE 'ja-%' OR NOT EXISTS (SELECT 1 FROM term o
                     WHERE o.concept_id = named.concept_id AND (o.lang = 'ja' OR o.lang LIKE 'ja-%'))))
     RETURNING id, concept_id, text";

/// Rejected terms without evidence in concepts that have nothing else and about which nobody wrote anything. That they are rejected
/// is kept with the pair.
const REJECTED: &str = "DELETE FROM term WHERE project_id = $1 AND review = 'rejected'
         AND NOT EXISTS (SELECT 1 FROM term o WHERE o.concept_id = term.concept_id AND (o.review <> 'rejected'
             OR EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = o.id)))
         AND EXISTS (SELECT 1 FROM decision d WHERE d.project_id = term.project_id AND term.key IN (d.ja_key, d.en_key))
         AND concept_id NOT IN (SELECT concept_id FROM definition WHERE author IS NOT NULL
             UNION SELECT concept_id FROM note)
     RETURNING id, concept_id, text";

impl Write {
    /// Deletes the terms of a project that have no evidence and no decision, except the names of what people wrote about, then
    /// the concepts that have no terms.
    ///
    /// # Errors
    /// Database errors.
    pub async fn sweep_unsupported(&mut self, project: ProjectId) -> Result<SweepReport, StoreError> {
        self.sweep(project, true).await
    }

    /// The same, but concepts that have nothing but rejected terms stay.
    pub(super) async fn sweep_undecided(&mut self, project: ProjectId) -> Result<SweepReport, StoreError> {
        self.sweep(project, false).await
    }

    async fn sweep(&mut self, project: ProjectId, with_rejected: bool) -> Result<SweepReport, StoreError> {
        let mut swept = SweepReport::default();
        let mut bereft: BTreeSet<ConceptId> = BTreeSet::new();
        let mut rows = self.all(sqlx::query(UNSUPPORTED).bind(project.get())).await?;
        if with_rejected {
            rows.extend(self.all(sqlx::query(REJECTED).bind(project.get())).await?);
        }
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
