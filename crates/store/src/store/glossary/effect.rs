//! What an entry of an uploaded glossary changes about the terms of its concept, and how that is undone.

use serde_json::json;

use super::StoredGlossaryEntry;
use crate::model::{ConceptId, LangPair, ProjectId, Review, TermId, Usage};
use crate::store::row::{get, to_json, word};
use crate::store::{StoreError, Write};

impl Write {
    /// Makes a term the preferred one of its language, unless a person decided on it or on the one that is. Gives the usage
    /// it had where that changed, and the terms that were preferred.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn prefer_term(&mut self, term: TermId) -> Result<(Option<Usage>, Vec<TermId>), StoreError> {
        let row = self
            .optional(
                sqlx::query(
                    "SELECT t.usage, t.concept_id, t.lang, t.decided_at IS NOT NULL OR EXISTS (
                         SELECT 1 FROM term o WHERE o.concept_id = t.concept_id AND o.lang = t.lang AND o.id <> t.id
                             AND o.usage = 'preferred' AND o.decided_at IS NOT NULL) AS settled
                     FROM term t WHERE t.id = $1",
                )
                .bind(term.get()),
            )
            .await?
            .ok_or_else(|| StoreError::not_found("term", term))?;
        let (usage, settled): (Usage, bool) = (word(&row, "usage")?, get(&row, "settled")?);
        if usage == Usage::Preferred || settled {
            return Ok((None, Vec::new()));
        }
        let (concept, lang): (ConceptId, String) = (get(&row, "concept_id")?, get(&row, "lang")?);
        let demoted: Vec<TermId> = self
            .scalars(
                sqlx::query(
                    "UPDATE term SET usage = 'admitted'
                     WHERE concept_id = $1 AND lang = $2 AND usage = 'preferred' RETURNING id",
                )
                .bind(concept.get())
                .bind(lang),
            )
            .await?;
        for id in &demoted {
            self.touch_term(*id, json!({ "usage": Usage::Admitted })).await?;
        }
        self.set_usage(term, Usage::Preferred).await?;
        Ok((Some(usage), demoted))
    }

    /// Marks what an entry says as approved, where nobody has decided on it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn approve_undecided(&mut self, term: TermId) -> Result<(), StoreError> {
        let sql = "UPDATE term SET review = $2 WHERE id = $1 AND decided_at IS NULL AND review <> $2";
        let done = self.execute(sqlx::query(sql).bind(term.get()).bind(Review::Approved.as_str())).await?;
        match done.rows_affected() {
            0 => Ok(()),
            _ => self.touch_term(term, json!({ "review": Review::Approved })).await,
        }
    }

    /// Removes an entry with its evidence and takes back what it did to usages. Where another entry names the same target,
    /// that is passed on to it instead. Gives the concepts whose terms may have lost their last evidence.
    ///
    /// # Errors
    /// Database errors.
    pub async fn remove_glossary_entry(
        &mut self,
        project: ProjectId,
        languages: &LangPair,
        entry: &StoredGlossaryEntry,
        (source, snippet): (&str, &str),
    ) -> Result<Vec<ConceptId>, StoreError> {
        self.execute(
            sqlx::query(
                "DELETE FROM glossary_entry
                 WHERE project_id = $1 AND source_lang = $2 AND target_lang = $3 AND source = $4",
            )
            .bind(project.get())
            .bind(languages.source.as_str())
            .bind(languages.target.as_str())
            .bind(&entry.source),
        )
        .await?;
        let place = match entry.term {
            Some(term) => self.usage_in_concept(term).await?.map(|(concept, _)| concept),
            None => None,
        };
        let concepts: Vec<ConceptId> = entry.concept.into_iter().chain(place).collect();
        let gone: Vec<ConceptId> = self
            .scalars(
                sqlx::query(
                    "DELETE FROM evidence WHERE kind = 'import' AND source = $2 AND snippet = $3
                         AND term_id IN (SELECT id FROM term WHERE project_id = $1
                             AND concept_id IN (SELECT value FROM json_each($4)))
                     RETURNING (SELECT concept_id FROM term WHERE id = term_id)",
                )
                .bind(project.get())
                .bind(source)
                .bind(snippet)
                .bind(to_json(&concepts)?),
            )
            .await?;
        self.take_back(entry).await?;
        let mut touched: Vec<ConceptId> = concepts.into_iter().chain(gone).collect();
        touched.sort_unstable();
        touched.dedup();
        Ok(touched)
    }

    /// Takes back what an entry did to usages.
    async fn take_back(&mut self, entry: &StoredGlossaryEntry) -> Result<(), StoreError> {
        let (Some(term), Some(before)) = (entry.term, entry.usage_before) else { return Ok(()) };
        let heir = self
            .execute(
                sqlx::query(
                    "UPDATE glossary_entry SET usage_before = $2, demoted = $3
                     WHERE (project_id, source_lang, target_lang, source) = (
                         SELECT project_id, source_lang, target_lang, source FROM glossary_entry
                         WHERE term_id = $1 AND usage_before IS NULL LIMIT 1)",
                )
                .bind(term.get())
                .bind(before.as_str())
                .bind(to_json(&entry.demoted)?),
            )
            .await?;
        if heir.rows_affected() > 0 {
            return Ok(());
        }
        let Some((concept, usage)) = self.usage_in_concept(term).await? else { return Ok(()) };
        if usage == Usage::Preferred {
            self.set_usage(term, before).await?;
        }
        for id in &entry.demoted {
            // Only where it stands as the entry left it and no other has been made the preferred one since.
            let stands: bool = self
                .scalar(
                    sqlx::query(
                        "SELECT EXISTS (SELECT 1 FROM term t WHERE t.id = $1 AND t.concept_id = $2
                             AND t.usage = 'admitted' AND NOT EXISTS (SELECT 1 FROM term o
                                 WHERE o.concept_id = t.concept_id AND o.lang = t.lang AND o.usage = 'preferred'))",
                    )
                    .bind(id.get())
                    .bind(concept.get()),
                )
                .await?;
            if stands {
                self.set_usage(*id, Usage::Preferred).await?;
            }
        }
        Ok(())
    }

    /// Says whether to use a term nobody has decided on.
    async fn set_usage(&mut self, term: TermId, usage: Usage) -> Result<(), StoreError> {
        let sql = "UPDATE term SET usage = $2 WHERE id = $1 AND decided_at IS NULL AND usage <> $2";
        let done = self.execute(sqlx::query(sql).bind(term.get()).bind(usage.as_str())).await?;
        match done.rows_affected() {
            0 => Ok(()),
            _ => self.touch_term(term, json!({ "usage": usage })).await,
        }
    }
}
