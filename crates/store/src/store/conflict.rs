//! Conflicts between concepts of the same name.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::SqliteConnection;

use super::row::{get, push_list, word};
use super::{StoreError, Write};
use crate::model::{ConceptId, Conflict};

impl Write {
    /// Notes that `concept` and the other one disagree. Noted again, it takes the new reason; one a person has
    /// resolved stays resolved.
    ///
    /// # Errors
    /// `not_found` when either concept does not exist, `database_refused` when both are the same.
    pub async fn insert_conflict(&mut self, concept: ConceptId, conflict: &Conflict) -> Result<(), StoreError> {
        let (first, second) = (concept.min(conflict.other), concept.max(conflict.other));
        let known: Option<String> = self
            .optional_scalar(
                sqlx::query("SELECT reason FROM conflict WHERE concept_id = $1 AND other_id = $2 AND kind = $3")
                    .bind(first.get())
                    .bind(second.get())
                    .bind(conflict.kind.as_str()),
            )
            .await?;
        if known.as_deref() == Some(conflict.reason.as_str()) {
            return Ok(());
        }
        self.touch_concept(first, json!({ "conflict": second })).await?;
        self.touch_concept(second, json!({ "conflict": first })).await?;
        self.execute(
            sqlx::query(
                "INSERT INTO conflict (concept_id, other_id, kind, reason) VALUES ($1, $2, $3, $4)
             ON CONFLICT (concept_id, other_id, kind) DO UPDATE SET reason = excluded.reason",
            )
            .bind(first.get())
            .bind(second.get())
            .bind(conflict.kind.as_str())
            .bind(&conflict.reason),
        )
        .await?;
        Ok(())
    }
}

/// The conflicts of these concepts nobody has resolved, seen from either side.
pub(super) async fn conflicts_of(
    connection: &mut SqliteConnection,
    concepts: &[ConceptId],
) -> Result<BTreeMap<ConceptId, Vec<Conflict>>, StoreError> {
    let mut query = sqlx::QueryBuilder::new(
        "SELECT concept_id AS concept, other_id AS other, kind, reason, id FROM conflict
         WHERE resolved = 0 AND concept_id IN",
    );
    push_list(&mut query, concepts);
    query.push(
        "UNION ALL SELECT other_id AS concept, concept_id AS other, kind, reason, id FROM conflict
         WHERE resolved = 0 AND other_id IN",
    );
    push_list(&mut query, concepts);
    query.push("ORDER BY id");
    let mut found: BTreeMap<ConceptId, Vec<Conflict>> = BTreeMap::new();
    for row in &query.build().fetch_all(connection).await? {
        let conflict = Conflict { other: get(row, "other")?, kind: word(row, "kind")?, reason: get(row, "reason")? };
        found.entry(get(row, "concept")?).or_default().push(conflict);
    }
    Ok(found)
}
