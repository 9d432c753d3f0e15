//! Changes to terms and concepts that exist: decide, correct, update confidence, delete.

use serde_json::json;

use super::row::get;
use super::write::Entity;
use super::{NewTerm, StoreError, Write};
use crate::model::{ConceptId, ProjectId, Review, TermId, Usage};

impl Write {
    /// Sets the probability that a term names its concept; says so in the log only when it changes.
    ///
    /// # Errors
    /// `not_found`; `database_refused` when it is not within 0 and 1.
    pub async fn update_term_confidence(&mut self, id: TermId, confidence: f64) -> Result<(), StoreError> {
        let known: Option<f64> =
            self.optional_scalar(sqlx::query("SELECT confidence FROM term WHERE id = $1").bind(id.get())).await?;
        let known = known.ok_or_else(|| StoreError::not_found("term", id))?;
        if known.to_bits() == confidence.to_bits() {
            return Ok(());
        }
        self.execute(sqlx::query("UPDATE term SET confidence = $2 WHERE id = $1").bind(id.get()).bind(confidence))
            .await?;
        self.touch_term(id, json!({ "confidence": confidence })).await
    }

    /// Sets how far a term is reviewed without a person having spoken: `candidate` or `suggested` as evidence grows.
    /// A term a person decided on is left alone; says whether anything changed.
    ///
    /// # Errors
    /// Database errors.
    pub async fn update_term_review(&mut self, id: TermId, review: Review) -> Result<bool, StoreError> {
        let done = self
            .execute(
                sqlx::query("UPDATE term SET review = $2 WHERE id = $1 AND review <> $2 AND decided_at IS NULL")
                    .bind(id.get())
                    .bind(review.as_str()),
            )
            .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        self.touch_term(id, json!({ "review": review })).await?;
        Ok(true)
    }

    /// Keeps what the actor says about a term. From now on no ingest changes or removes it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn decide_term(&mut self, id: TermId, usage: Usage, review: Review) -> Result<(), StoreError> {
        self.touch_term(id, json!({ "usage": usage, "review": review })).await?;
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        self.execute(
            sqlx::query("UPDATE term SET usage = $2, review = $3, decided_at = $4, decided_by = $5 WHERE id = $1")
                .bind(id.get())
                .bind(usage.as_str())
                .bind(review.as_str())
                .bind(at)
                .bind(actor),
        )
        .await?;
        Ok(())
    }

    /// Puts a corrected term in the place of one, under the same number; its language, review and usage stay. Counts as
    /// the actor's decision.
    ///
    /// # Errors
    /// `not_found`; `already_exists` when the concept has this text in this language.
    pub async fn correct_term(&mut self, id: TermId, new: &NewTerm<'_>) -> Result<(), StoreError> {
        self.touch_term(id, json!({ "text": new.text })).await?;
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        self.execute(
            sqlx::query(
                "UPDATE term SET text = $2, key = $3, variant_key = $4, reading = $5, reading_key = $6, kind = $7,
                 part_of_speech = $8, decided_at = $9, decided_by = $10, reading_origin = $11
             WHERE id = $1",
            )
            .bind(id.get())
            .bind(new.text)
            .bind(new.keys.key)
            .bind(new.keys.variant_key)
            .bind(new.reading.map(|reading| reading.kana.as_str()))
            .bind(new.keys.reading_key)
            .bind(new.kind.as_str())
            .bind(new.part_of_speech.map(|part| part.as_str()))
            .bind(at)
            .bind(actor)
            .bind(new.reading.map(|reading| reading.origin.as_str())),
        )
        .await?;
        Ok(())
    }

    /// Deletes a term with its evidence.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_term(&mut self, id: TermId) -> Result<(), StoreError> {
        let row = self
            .optional(
                sqlx::query("DELETE FROM term WHERE id = $1 RETURNING project_id, concept_id, text").bind(id.get()),
            )
            .await?
            .ok_or_else(|| StoreError::not_found("term", id))?;
        let (concept, text): (ConceptId, String) = (get(&row, "concept_id")?, get(&row, "text")?);
        self.deleted(Entity::Term, id, get(&row, "project_id")?, json!({ "concept": concept, "text": text }));
        self.touch_concept(concept, json!({ "term": id })).await
    }

    /// Deletes a concept with its terms, definitions, evidence and conflicts.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_concept(&mut self, id: ConceptId) -> Result<(), StoreError> {
        let terms: Vec<TermId> =
            self.scalars(sqlx::query("SELECT id FROM term WHERE concept_id = $1 ORDER BY id").bind(id.get())).await?;
        for term in terms {
            self.delete_term(term).await?;
        }
        self.touch_rivals(&[id]).await?;
        let project: ProjectId = self
            .optional_scalar(sqlx::query("DELETE FROM concept WHERE id = $1 RETURNING project_id").bind(id.get()))
            .await?
            .ok_or_else(|| StoreError::not_found("concept", id))?;
        self.deleted(Entity::Concept, id, project, json!({}));
        Ok(())
    }

    /// Logs the concepts that are in conflict with these, which are about to go.
    pub(super) async fn touch_rivals(&mut self, ids: &[ConceptId]) -> Result<(), StoreError> {
        for id in ids {
            let rivals: Vec<ConceptId> = self
                .scalars(
                    sqlx::query(
                        "SELECT other_id FROM conflict WHERE concept_id = $1
                 UNION SELECT concept_id FROM conflict WHERE other_id = $1 ORDER BY 1",
                    )
                    .bind(id.get()),
                )
                .await?;
            for rival in rivals.into_iter().filter(|rival| !ids.contains(rival)) {
                self.touch_concept(rival, json!({ "conflict": id })).await?;
            }
        }
        Ok(())
    }
}
