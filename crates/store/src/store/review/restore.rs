//! Undoes a review decision, or says what prevents it.

use serde_json::json;

use super::StoredDecision;
use super::image::Image;
use super::rows::{ConceptRow, TermRow};
use crate::model::{ConceptId, DecisionId, ReleaseId, TermId};
use crate::store::row::json as read_json;
use crate::store::write::Entity;
use crate::store::{StoreError, Write};

/// Why a decision cannot be undone as things are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// It was undone before.
    Undone(Box<StoredDecision>),
    /// A newer decision touched the same.
    Newer(Box<StoredDecision>),
    /// The parts of a concept have changed otherwise: a release was read or deleted.
    Changed(ConceptId),
    /// The old text is taken by now.
    Taken(ConceptId, String),
}

impl Write {
    /// Puts everything a decision changed back as it was; gives the concepts concerned, or what stands in the way.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn undo_decision(&mut self, id: DecisionId) -> Result<Result<Vec<ConceptId>, Obstacle>, StoreError> {
        let decision = self.review_decision(id).await?;
        if decision.undone_at.is_some() {
            return Ok(Err(Obstacle::Undone(Box::new(decision))));
        }
        if let Some(newer) = self.newer_decision(id).await? {
            return Ok(Err(Obstacle::Newer(Box::new(newer))));
        }
        let row = self.optional(sqlx::query("SELECT image FROM review_decision WHERE id = $1").bind(id.get())).await?;
        let row = row.ok_or_else(|| StoreError::not_found("decision", id))?;
        let image: Image = read_json(&row, "image")?;
        if let Some(obstacle) = self.obstacle(&image).await? {
            return Ok(Err(obstacle));
        }
        self.restore(&image, &decision).await?;
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        self.execute(
            sqlx::query("UPDATE review_decision SET undone_by = $2, undone_at = $3 WHERE id = $1")
                .bind(id.get())
                .bind(actor)
                .bind(at),
        )
        .await?;
        let mut concepts: Vec<ConceptId> = image.concepts.iter().map(|row| row.id).collect();
        concepts.extend(image.terms.iter().map(|row| row.concept_id));
        concepts.push(decision.concept_id);
        concepts.sort_unstable();
        concepts.dedup();
        let mut there = Vec::new();
        for concept in concepts {
            let found: Option<ConceptId> =
                self.optional_scalar(sqlx::query("SELECT id FROM concept WHERE id = $1").bind(concept.get())).await?;
            there.extend(found);
        }
        Ok(Ok(there))
    }

    async fn obstacle(&mut self, image: &Image) -> Result<Option<Obstacle>, StoreError> {
        if let Some(after) = &image.shape_after {
            let mut concepts = image.shapes.clone();
            concepts.extend(&image.made_concepts);
            if self.shape_of(&concepts).await? != *after {
                return Ok(image.shapes.first().copied().map(Obstacle::Changed));
            }
            return Ok(None);
        }
        for term in &image.terms {
            let taken: Option<TermId> = self
                .optional_scalar(
                    sqlx::query("SELECT id FROM term WHERE concept_id = $1 AND lang = $2 AND text = $3 AND id <> $4")
                        .bind(term.concept_id.get())
                        .bind(&term.lang)
                        .bind(&term.text)
                        .bind(term.id.get()),
                )
                .await?;
            if taken.is_some() {
                return Ok(Some(Obstacle::Taken(term.concept_id, term.text.clone())));
            }
        }
        Ok(None)
    }

    async fn restore(&mut self, image: &Image, decision: &StoredDecision) -> Result<(), StoreError> {
        let detail = || json!({ "decision": decision.id, "kind": "undo" });
        // First what was made, so that nothing is in the way of what was there.
        for id in &image.made_evidence {
            self.execute(sqlx::query("DELETE FROM evidence WHERE id = $1").bind(id.get())).await?;
        }
        for id in &image.made_notes {
            self.execute(sqlx::query("DELETE FROM note WHERE id = $1").bind(id.get())).await?;
        }
        for id in &image.made_terms {
            self.delete_term(*id).await?;
        }
        for row in &image.concepts {
            self.restore_concept(row).await?;
            self.touch_concept(row.id, detail()).await?;
        }
        let mut present = Vec::new();
        for row in &image.terms {
            if self.restore_term(row, !image.shapes.is_empty()).await? {
                self.touch_term(row.id, detail()).await?;
                present.push(row);
            }
        }
        for row in present {
            self.execute(
                sqlx::query("UPDATE term SET replaced_by = (SELECT id FROM term WHERE id = $2) WHERE id = $1")
                    .bind(row.id.get())
                    .bind(row.replaced_by.map(TermId::get)),
            )
            .await?;
        }
        self.restore_deleted(image).await?;
        for (sql, moved) in [
            ("UPDATE evidence SET term_id = $2 WHERE id = $1", numbers(&image.evidence)),
            ("UPDATE definition SET concept_id = $2 WHERE id = $1", numbers(&image.definitions)),
            ("UPDATE note SET concept_id = $2 WHERE id = $1", numbers(&image.notes)),
        ] {
            for (id, owner) in moved {
                self.execute(sqlx::query(sql).bind(id).bind(owner)).await?;
            }
        }
        for id in &image.made_concepts {
            self.delete_concept(*id).await?;
        }
        self.restore_conflicts(image).await?;
        for (ja_key, en_key, row) in &image.pairs {
            self.restore_pair(decision.project_id, ja_key, en_key, row.as_ref()).await?;
        }
        for (ja_key, en_key, text) in &image.corrections {
            self.set_correction(decision.project_id, ja_key, en_key, text.as_deref()).await?;
        }
        if image.concepts.is_empty() && image.terms.is_empty() {
            self.touch_concept(decision.concept_id, detail()).await?;
        }
        Ok(())
    }

    async fn restore_concept(&mut self, row: &ConceptRow) -> Result<(), StoreError> {
        let done = self
            .execute(
                sqlx::query(
                    "UPDATE concept SET field = $2, decided = $3,
                         scope_release_id = (SELECT id FROM release WHERE id = $4)
                     WHERE id = $1",
                )
                .bind(row.id.get())
                .bind(&row.field)
                .bind(row.decided)
                .bind(row.scope_release_id.map(ReleaseId::get)),
            )
            .await?;
        if done.rows_affected() > 0 {
            return Ok(());
        }
        let revision = self.next_revision();
        self.execute(
            sqlx::query(
                "INSERT INTO concept (id, project_id, field, scope_release_id, decided, revision)
                 VALUES ($1, $2, $3, (SELECT id FROM release WHERE id = $4), $5, $6)",
            )
            .bind(row.id.get())
            .bind(row.project_id.get())
            .bind(&row.field)
            .bind(row.scope_release_id.map(ReleaseId::get))
            .bind(row.decided)
            .bind(revision.get()),
        )
        .await?;
        self.created(revision, Entity::Concept, row.id, row.project_id, json!({ "field": row.field }));
        Ok(())
    }

    /// Puts a term back; made anew only where the decision had removed it.
    async fn restore_term(&mut self, row: &TermRow, again: bool) -> Result<bool, StoreError> {
        let known: Option<TermId> =
            self.optional_scalar(sqlx::query("SELECT id FROM term WHERE id = $1").bind(row.id.get())).await?;
        if known.is_none() && !again {
            return Ok(false);
        }
        if known.is_none() {
            let revision = self.next_revision();
            self.execute(
                sqlx::query(
                    "INSERT INTO term (id, concept_id, project_id, lang, text, key, variant_key, kind, usage, review,
                         confidence, revision)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11)",
                )
                .bind(row.id.get())
                .bind(row.concept_id.get())
                .bind(row.project_id.get())
                .bind(&row.lang)
                .bind(&row.text)
                .bind(&row.key)
                .bind(&row.variant_key)
                .bind(&row.kind)
                .bind(row.usage.as_str())
                .bind(row.review.as_str())
                .bind(revision.get()),
            )
            .await?;
            let detail = json!({ "concept": row.concept_id, "lang": row.lang, "text": row.text });
            self.created(revision, Entity::Term, row.id, row.project_id, detail);
        }
        self.execute(
            sqlx::query(
                "UPDATE term SET concept_id = $2, text = $3, key = $4, variant_key = $5, reading = $6, reading_key = $7,
                     kind = $8, part_of_speech = $9, usage = $10, review = $11, confidence = $12, decided_at = $13,
                     decided_by = $14, reading_origin = $15
                 WHERE id = $1",
            )
            .bind(row.id.get())
            .bind(row.concept_id.get())
            .bind(&row.text)
            .bind(&row.key)
            .bind(&row.variant_key)
            .bind(&row.reading)
            .bind(&row.reading_key)
            .bind(&row.kind)
            .bind(&row.part_of_speech)
            .bind(row.usage.as_str())
            .bind(row.review.as_str())
            .bind(f64::from_bits(row.confidence_bits))
            .bind(&row.decided_at)
            .bind(&row.decided_by)
            .bind(&row.reading_origin),
        )
        .await?;
        Ok(true)
    }

    async fn restore_conflicts(&mut self, image: &Image) -> Result<(), StoreError> {
        for concept in &image.shapes {
            self.touch_rivals(&[*concept]).await?;
            let rows = self.conflict_rows(*concept).await?;
            for row in rows {
                self.execute(sqlx::query("DELETE FROM conflict WHERE id = $1").bind(row.id.get())).await?;
            }
        }
        for row in &image.conflicts {
            self.execute(
                sqlx::query(
                    "INSERT INTO conflict (id, concept_id, other_id, kind, reason, resolved) VALUES ($1, $2, $3, $4, $5, $6)",
                )
                .bind(row.id.get())
                .bind(row.concept_id.get())
                .bind(row.other_id.get())
                .bind(&row.kind)
                .bind(&row.reason)
                .bind(row.resolved),
            )
            .await?;
        }
        for concept in &image.shapes {
            self.touch_rivals(&[*concept]).await?;
        }
        Ok(())
    }
}

/// Parts that were moved and their former owners, as plain numbers.
fn numbers<Part: Copy + Into<i64>, Owner: Copy + Into<i64>>(moved: &[(Part, Owner)]) -> Vec<(i64, i64)> {
    moved.iter().map(|(part, owner)| ((*part).into(), (*owner).into())).collect()
}
