//! Rulings on pairs of terms and corrections of their texts, which later ingests follow.

use std::collections::BTreeMap;

use super::rows::PairRow;
use crate::model::ProjectId;
use crate::store::row::{get, json, to_json, word};
use crate::store::{StoreError, Verdict, Write};

/// What was decided about a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// Key of the English side; empty for the Japanese term itself.
    pub en_key: String,
    /// What was decided.
    pub verdict: Verdict,
    /// The kinds of evidence the pair had when it was decided; empty if they were not recorded.
    pub kinds: Vec<String>,
}

impl Write {
    /// What was decided about a Japanese term and its English.
    ///
    /// # Errors
    /// Database errors.
    pub async fn rulings(&mut self, project: ProjectId, ja_key: &str) -> Result<Vec<Ruling>, StoreError> {
        let rows = self
            .all(
                sqlx::query(
                    "SELECT en_key, verdict, kinds FROM decision WHERE project_id = $1 AND ja_key = $2 ORDER BY en_key",
                )
                .bind(project.get())
                .bind(ja_key),
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Ruling { en_key: get(row, "en_key")?, verdict: word(row, "verdict")?, kinds: json(row, "kinds")? })
            })
            .collect()
    }

    /// Like [`Write::decide_pair`], with the sorts of evidence known today: a rejected pair comes back only with another.
    ///
    /// # Errors
    /// `database_refused` when there is no such project.
    pub(crate) async fn decide_pair_knowing(
        &mut self,
        project: ProjectId,
        ja: (&str, &str),
        en: (&str, &str),
        verdict: Verdict,
        kinds: &[&str],
    ) -> Result<(), StoreError> {
        self.decide_pair(project, ja, en, verdict).await?;
        self.execute(
            sqlx::query("UPDATE decision SET kinds = $4 WHERE project_id = $1 AND ja_key = $2 AND en_key = $3")
                .bind(project.get())
                .bind(ja.0)
                .bind(en.0)
                .bind(to_json(kinds)?),
        )
        .await?;
        Ok(())
    }

    /// Puts what was decided about a pair back as it was.
    pub(super) async fn restore_pair(
        &mut self,
        project: ProjectId,
        ja_key: &str,
        en_key: &str,
        row: Option<&PairRow>,
    ) -> Result<(), StoreError> {
        self.forget_decision(project, ja_key, en_key).await?;
        let Some(row) = row else { return Ok(()) };
        self.execute(
            sqlx::query(
                "INSERT INTO decision (project_id, ja_key, en_key, ja, en, verdict, kinds, decided_by, decided_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(project.get())
            .bind(ja_key)
            .bind(en_key)
            .bind(&row.ja)
            .bind(&row.en)
            .bind(&row.verdict)
            .bind(&row.kinds)
            .bind(&row.decided_by)
            .bind(&row.decided_at),
        )
        .await?;
        Ok(())
    }

    /// How people corrected a Japanese term (under the empty key) and its English, by the key of what they corrected.
    ///
    /// # Errors
    /// Database errors.
    pub async fn corrections(
        &mut self,
        project: ProjectId,
        ja_key: &str,
    ) -> Result<BTreeMap<String, String>, StoreError> {
        let rows = self
            .all(
                sqlx::query("SELECT en_key, text FROM correction WHERE project_id = $1 AND ja_key = $2")
                    .bind(project.get())
                    .bind(ja_key),
            )
            .await?;
        rows.iter().map(|row| Ok((get(row, "en_key")?, get(row, "text")?))).collect()
    }

    /// The corrected text of one pair of keys.
    pub(super) async fn correction(
        &mut self,
        project: ProjectId,
        ja_key: &str,
        en_key: &str,
    ) -> Result<Option<String>, StoreError> {
        self.optional_scalar(
            sqlx::query("SELECT text FROM correction WHERE project_id = $1 AND ja_key = $2 AND en_key = $3")
                .bind(project.get())
                .bind(ja_key)
                .bind(en_key),
        )
        .await
    }

    /// Sets or drops the corrected text of a pair of keys.
    pub(super) async fn set_correction(
        &mut self,
        project: ProjectId,
        ja_key: &str,
        en_key: &str,
        text: Option<&str>,
    ) -> Result<(), StoreError> {
        self.execute(
            sqlx::query("DELETE FROM correction WHERE project_id = $1 AND ja_key = $2 AND en_key = $3")
                .bind(project.get())
                .bind(ja_key)
                .bind(en_key),
        )
        .await?;
        if let Some(text) = text {
            self.execute(
                sqlx::query("INSERT INTO correction (project_id, ja_key, en_key, text) VALUES ($1, $2, $3, $4)")
                    .bind(project.get())
                    .bind(ja_key)
                    .bind(en_key)
                    .bind(text),
            )
            .await?;
        }
        Ok(())
    }

    /// Opens a rejected term again, because evidence of a new sort has come in.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn reopen_term(&mut self, id: crate::model::TermId) -> Result<(), StoreError> {
        self.touch_term(id, serde_json::json!({ "reopened": true })).await?;
        self.execute(
            sqlx::query(
                "UPDATE term SET review = 'candidate', decided_at = NULL, decided_by = NULL
                 WHERE id = $1 AND review = 'rejected'",
            )
            .bind(id.get()),
        )
        .await?;
        Ok(())
    }
}
