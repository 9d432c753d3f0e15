//! What people decided about pairs of terms.

use sqlx::SqliteConnection;

use super::row::{get, word};
use super::{Decision, Store, StoreError, Verdict, Write};
use crate::model::ProjectId;

impl Write {
    /// Keeps what the actor decides about a pair; a later decision takes the place of an earlier one.
    /// `ja` and `en` are each the key and the text the person saw. Which evidence was known stays open: a pair
    /// rejected so never comes back by itself; see [`Write::decide_pair_knowing`].
    ///
    /// # Errors
    /// `database_refused` when there is no such project.
    pub async fn decide_pair(
        &mut self,
        project: ProjectId,
        ja: (&str, &str),
        en: (&str, &str),
        verdict: Verdict,
    ) -> Result<(), StoreError> {
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        self.execute(
            sqlx::query(
                "INSERT INTO decision (project_id, ja_key, en_key, ja, en, verdict, decided_by, decided_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (project_id, ja_key, en_key) DO UPDATE SET ja = excluded.ja, en = excluded.en,
                 verdict = excluded.verdict, kinds = '[]', decided_by = excluded.decided_by, decided_at = excluded.decided_at",
            )
            .bind(project.get())
            .bind(ja.0)
            .bind(en.0)
            .bind(ja.1)
            .bind(en.1)
            .bind(verdict.as_str())
            .bind(actor)
            .bind(at),
        )
        .await?;
        Ok(())
    }

    /// Takes a decision back; says whether there was one.
    ///
    /// # Errors
    /// Database errors.
    pub async fn forget_decision(
        &mut self,
        project: ProjectId,
        ja_key: &str,
        en_key: &str,
    ) -> Result<bool, StoreError> {
        let done = self
            .execute(
                sqlx::query("DELETE FROM decision WHERE project_id = $1 AND ja_key = $2 AND en_key = $3")
                    .bind(project.get())
                    .bind(ja_key)
                    .bind(en_key),
            )
            .await?;
        Ok(done.rows_affected() > 0)
    }

    /// All decisions of a project, by keys.
    ///
    /// # Errors
    /// Database errors.
    pub async fn decisions(&mut self, project: ProjectId) -> Result<Vec<Decision>, StoreError> {
        decisions_of(self.connection(), project).await
    }
}

impl Store {
    /// All decisions of a project, by keys.
    ///
    /// # Errors
    /// Database errors.
    pub async fn decisions(&self, project: ProjectId) -> Result<Vec<Decision>, StoreError> {
        let mut reading = self.readers.acquire().await?;
        decisions_of(&mut reading, project).await
    }
}

async fn decisions_of(connection: &mut SqliteConnection, project: ProjectId) -> Result<Vec<Decision>, StoreError> {
    let rows = sqlx::query(
        "SELECT ja_key, en_key, ja, en, verdict, decided_by, decided_at
         FROM decision WHERE project_id = $1 ORDER BY ja_key, en_key",
    )
    .bind(project.get())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Decision {
                ja_key: get(row, "ja_key")?,
                en_key: get(row, "en_key")?,
                ja: get(row, "ja")?,
                en: get(row, "en")?,
                verdict: word(row, "verdict")?,
                decided_by: get(row, "decided_by")?,
                decided_at: get(row, "decided_at")?,
            })
        })
        .collect()
}
