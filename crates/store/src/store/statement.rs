//! What a source says of terms: whether to use them, and whether they were looked at. What a person decided stays.

use serde_json::json;

use super::row::{get, word};
use super::{StoreError, Write};
use crate::model::{ConceptId, Lang, Review, TermId, Usage};

/// A term of which a source says something else than was known, as it was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedTerm {
    /// Its number.
    pub id: TermId,
    /// Whether to use it.
    pub usage: Usage,
    /// Whether it was looked at.
    pub review: Review,
    /// Whether a person decided on it, so that it stays as it is.
    pub is_decided: bool,
}

impl Write {
    /// Sets what a source says of a term of a concept, found by its key: whether to use it, whether it was looked at.
    /// What a person decided stays. Gives the terms of which something else was said before.
    ///
    /// # Errors
    /// Database errors.
    pub async fn state_term(
        &mut self,
        concept: ConceptId,
        lang: &Lang,
        key: &str,
        usage: Option<Usage>,
        review: Option<Review>,
    ) -> Result<Vec<StatedTerm>, StoreError> {
        let rows = self
            .all(
                sqlx::query(
                    "SELECT id, usage, review, decided_at IS NOT NULL AS decided FROM term
                     WHERE concept_id = $1 AND lang = $2 AND key = $3
                         AND (usage <> coalesce($4, usage) OR review <> coalesce($5, review)) ORDER BY id",
                )
                .bind(concept.get())
                .bind(lang.as_str())
                .bind(key)
                .bind(usage.map(Usage::as_str))
                .bind(review.map(Review::as_str)),
            )
            .await?;
        let mut stated = Vec::with_capacity(rows.len());
        for row in &rows {
            let is_decided: bool = get(row, "decided")?;
            let before = StatedTerm {
                id: get(row, "id")?,
                usage: word(row, "usage")?,
                review: word(row, "review")?,
                is_decided,
            };
            if !is_decided {
                self.change_stated_term(&before, usage, review).await?;
            }
            stated.push(before);
        }
        Ok(stated)
    }

    async fn change_stated_term(
        &mut self,
        before: &StatedTerm,
        usage: Option<Usage>,
        review: Option<Review>,
    ) -> Result<(), StoreError> {
        let (new_usage, new_review) = (usage.unwrap_or(before.usage), review.unwrap_or(before.review));
        if let Some(import) = self.import().filter(|import| before.id.get() < import.first_term) {
            self.execute(
                sqlx::query(
                    "INSERT INTO import_term (import_id, term_id, usage_before, review_before, usage_after, review_after)
                     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (import_id, term_id)
                     DO UPDATE SET usage_after = excluded.usage_after, review_after = excluded.review_after",
                )
                .bind(import.id.get())
                .bind(before.id.get())
                .bind(before.usage.as_str())
                .bind(before.review.as_str())
                .bind(new_usage.as_str())
                .bind(new_review.as_str()),
            )
            .await?;
        }
        self.execute(
            sqlx::query("UPDATE term SET usage = $2, review = $3 WHERE id = $1")
                .bind(before.id.get())
                .bind(new_usage.as_str())
                .bind(new_review.as_str()),
        )
        .await?;
        self.touch_term(before.id, json!({ "usage": usage, "review": review })).await
    }

    /// What only a source can have said of the terms of a concept counts no longer.
    ///
    /// # Errors
    /// Database errors.
    pub async fn forget_statements(&mut self, concept: ConceptId) -> Result<(), StoreError> {
        let changed: Vec<TermId> = self
            .scalars(
                sqlx::query(
                    "UPDATE term SET review = 'suggested',
                         usage = CASE WHEN usage IN ('deprecated', 'forbidden') THEN 'admitted' ELSE usage END
                     WHERE concept_id = $1 AND decided_at IS NULL
                         AND (review IN ('approved', 'rejected') OR usage IN ('deprecated', 'forbidden'))
                         AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = term.id AND e.kind = 'import')
                     RETURNING id",
                )
                .bind(concept.get()),
            )
            .await?;
        for id in changed {
            self.touch_term(id, json!({ "source": "removed" })).await?;
        }
        self.touch_concept(concept, json!({ "source": "removed" })).await
    }
}
