//! What a decision has to do with what documents and people say: where a pair it was about can be found again, and what an
//! addition wrote before it was approved.

use super::image::Image;
use crate::model::{DecisionId, DefinitionId, EvidenceId, ProjectId, ReleaseId, Revision};
use crate::store::row::{get, json, to_json};
use crate::store::{Store, StoreError, Write};

/// Releases read after a change that have a pair, or its Japanese name where `$3` is empty, and of which its term has no evidence.
const UNREAD: &str = "SELECT r.id FROM release r WHERE r.project_id = $1 AND r.revision > $4
         AND (EXISTS (SELECT 1 FROM link l WHERE l.release_id = r.id AND l.ja_key = $2 AND ($3 = '' OR l.en_key = $3))
             OR $3 = '' AND EXISTS (SELECT 1 FROM entry n WHERE n.release_id = r.id AND n.term_key = $2))
         AND NOT EXISTS (SELECT 1 FROM evidence e JOIN term t ON t.id = e.term_id
             WHERE e.release_id = r.id AND t.project_id = $1 AND t.key = CASE $3 WHEN '' THEN $2 ELSE $3 END)
     ORDER BY r.id";

/// How far the base was written: what has a higher number is newer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WriteMark {
    evidence: EvidenceId,
    definition: DefinitionId,
    decision: DecisionId,
}

impl Store {
    /// The pairs a decision was about, by their keys.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn decided_pairs(&self, id: DecisionId) -> Result<Vec<(String, String)>, StoreError> {
        let row = sqlx::query("SELECT image FROM review_decision WHERE id = $1").bind(id.get());
        let row = row.fetch_optional(&self.readers).await?.ok_or_else(|| StoreError::not_found("decision", id))?;
        let image: Image = json(&row, "image")?;
        Ok(image.pairs.into_iter().map(|(ja_key, en_key, _)| (ja_key, en_key)).collect())
    }

    /// The releases of a project read after the decision `decided` that have a pair, while the term of the pair has no evidence from them: they were read while the
    /// pair was rejected. An empty `en_key` stands for the Japanese term itself.
    ///
    /// # Errors
    /// Database errors.
    pub async fn unread_releases(
        &self,
        project: ProjectId,
        ja_key: &str,
        en_key: &str,
        decided: Revision,
    ) -> Result<Vec<ReleaseId>, StoreError> {
        let query = sqlx::query(UNREAD).bind(project.get()).bind(ja_key).bind(en_key).bind(decided.get());
        query.fetch_all(&self.readers).await?.iter().map(|row| get(row, "id")).collect()
    }
}

impl Write {
    /// How far the base is written now.
    ///
    /// # Errors
    /// Database errors.
    pub async fn mark(&mut self) -> Result<WriteMark, StoreError> {
        Ok(WriteMark {
            evidence: self.scalar(sqlx::query("SELECT coalesce(max(id), 0) FROM evidence")).await?,
            definition: self.scalar(sqlx::query("SELECT coalesce(max(id), 0) FROM definition")).await?,
            decision: self.scalar(sqlx::query("SELECT coalesce(max(id), 0) FROM review_decision")).await?,
        })
    }

    /// Makes what was written between two marks part of the first decision after them: undoing it takes that away too.
    ///
    /// # Errors
    /// Database errors.
    pub async fn include_addition(&mut self, from: WriteMark, to: WriteMark) -> Result<(), StoreError> {
        let sql = "SELECT id, image FROM review_decision WHERE id > $1 ORDER BY id LIMIT 1";
        let Some(row) = self.optional(sqlx::query(sql).bind(to.decision.get())).await? else { return Ok(()) };
        let (id, mut image): (DecisionId, Image) = (get(&row, "id")?, json(&row, "image")?);
        let between = "SELECT id FROM evidence WHERE id > $1 AND id <= $2 ORDER BY id";
        let query = sqlx::query(between).bind(from.evidence.get()).bind(to.evidence.get());
        image.made_evidence.extend(self.scalars::<EvidenceId>(query).await?);
        let between = "SELECT id FROM definition WHERE id > $1 AND id <= $2 ORDER BY id";
        let query = sqlx::query(between).bind(from.definition.get()).bind(to.definition.get());
        let definitions: Vec<DefinitionId> = self.scalars(query).await?;
        for definition in &definitions {
            let sql = "INSERT INTO review_touched (thing, decision_id) VALUES ($1, $2)";
            self.execute(sqlx::query(sql).bind(format!("definition:{definition}")).bind(id.get())).await?;
        }
        image.made_definitions.extend(definitions);
        let sql = "UPDATE review_decision SET image = $2 WHERE id = $1";
        self.execute(sqlx::query(sql).bind(id.get()).bind(to_json(&image)?)).await?;
        Ok(())
    }
}
