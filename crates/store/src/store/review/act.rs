//! Acts: decisions on many terms that a person made at once.

use crate::model::{ActId, DecisionId, DecisionKind};
use crate::store::row::firsts;
use crate::store::{Store, StoreError, Write};

impl Write {
    /// Begins an act by the actor of the transaction.
    ///
    /// # Errors
    /// Database errors.
    pub async fn insert_act(&mut self, kind: DecisionKind) -> Result<ActId, StoreError> {
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        let insert = sqlx::query("INSERT INTO review_act (kind, actor, at) VALUES ($1, $2, $3) RETURNING id");
        self.scalar(insert.bind(kind.as_str()).bind(actor).bind(at)).await
    }

    /// Makes a decision part of an act.
    ///
    /// # Errors
    /// Database errors.
    pub async fn add_to_act(&mut self, act: ActId, decision: DecisionId) -> Result<(), StoreError> {
        let update = sqlx::query("UPDATE review_decision SET act_id = $2 WHERE id = $1");
        self.execute(update.bind(decision.get()).bind(act.get())).await?;
        Ok(())
    }
}

impl Store {
    /// The decisions of an act that were not undone, the newest first.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn decisions_of_act(&self, act: ActId) -> Result<Vec<DecisionId>, StoreError> {
        let known = sqlx::query("SELECT id FROM review_act WHERE id = $1").bind(act.get());
        if known.fetch_optional(&self.readers).await?.is_none() {
            return Err(StoreError::not_found("act", act));
        }
        let open = "SELECT id FROM review_decision WHERE act_id = $1 AND undone_at IS NULL ORDER BY id DESC";
        firsts(&sqlx::query(open).bind(act.get()).fetch_all(&self.readers).await?)
    }

    /// The names of the projects an act decided in.
    ///
    /// # Errors
    /// Database errors.
    pub async fn projects_of_act(&self, act: ActId) -> Result<Vec<String>, StoreError> {
        let names = "SELECT DISTINCT p.name FROM review_decision d JOIN project p ON p.id = d.project_id
             WHERE d.act_id = $1 ORDER BY p.name";
        firsts(&sqlx::query(names).bind(act.get()).fetch_all(&self.readers).await?)
    }
}
