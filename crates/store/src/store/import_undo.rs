//! Undoes an import of terms: takes out what only it brought, and puts back what it changed.

use serde_json::json;

use super::row::get;
use super::write::Entity;
use super::{StoreError, StoredImport, StoredSource, SweepReport, Write};
use crate::model::{ConceptId, Review, TermId, Usage};

/// The rows that go with an import: those it brought first and no later one had too. `$1` is the source, `$2` the import.
const GONE: &str = "SELECT r.row FROM source_row r WHERE r.source_id = $1 AND r.import_id = $2 AND NOT EXISTS (
    SELECT 1 FROM source_row_again a WHERE a.source_id = r.source_id AND a.row = r.row)";

/// The concepts of rows that stay, although the import brought them first.
const SHARED: &str = "SELECT t.concept_id FROM evidence e JOIN term t ON t.id = e.term_id
    WHERE e.kind = 'import' AND e.source = $3 AND t.project_id = $4 AND e.import_row IN (
        SELECT a.row FROM source_row_again a WHERE a.source_id = $1)";

/// What became of the terms of an import that was undone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermsUndone {
    /// Terms and concepts that are gone.
    pub swept: SweepReport,
    /// Terms the import spoke for.
    pub supported: usize,
    /// Terms that were there before, of which is back what the import had changed.
    pub restored: u64,
    /// Terms that were there before and stay as the import left them, because a person or another import changed them since.
    pub changed_since: u64,
    /// Rows that stay, because another import of the same source had them too.
    pub shared_rows: u64,
    /// Whether the source is gone, because nothing of it is left.
    pub source_removed: bool,
    /// Concepts whose confidence must be settled anew.
    pub left: Vec<ConceptId>,
}

impl Write {
    /// How many rows of its source an import brought first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn rows_of_import(&mut self, import: &StoredImport) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM source_row WHERE source_id = $1 AND import_id = $2";
        let source = import.source.map_or(0, crate::model::SourceId::get);
        let count: i64 = self.scalar(sqlx::query(sql).bind(source).bind(import.id.get())).await?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// Undoes an import that filled a source. What a person decided on stays, and what something else speaks for.
    ///
    /// # Errors
    /// Database errors.
    pub async fn undo_terms(
        &mut self,
        import: &StoredImport,
        source: &StoredSource,
    ) -> Result<TermsUndone, StoreError> {
        let (id, of) = (import.id.get(), source.id.get());
        let (name, project) = (source.name.as_str(), source.project_id.get());
        macro_rules! query {
            ($sql:expr) => {
                sqlx::query(sqlx::AssertSqlSafe($sql)).bind(of).bind(id).bind(name).bind(project).persistent(false)
            };
        }
        let evidence = format!(
            "e.kind = 'import' AND e.release_id IS NULL AND e.source = $3 AND t.project_id = $4
                 AND e.import_row IN ({GONE})"
        );
        let mut concepts: Vec<ConceptId> = self
            .scalars(query!(format!(
                "SELECT DISTINCT t.concept_id FROM evidence e JOIN term t ON t.id = e.term_id WHERE {evidence}
                 UNION SELECT t.concept_id FROM import_term c JOIN term t ON t.id = c.term_id WHERE c.import_id = $2
                 ORDER BY 1"
            )))
            .await?;
        let supported: i64 = self
            .scalar(query!(format!(
                "SELECT count(DISTINCT t.id) FROM evidence e JOIN term t ON t.id = e.term_id WHERE {evidence}"
            )))
            .await?;
        let shared_rows: i64 = self
            .scalar(query!(
                "SELECT count(DISTINCT a.row) FROM source_row_again a
                 JOIN source_row r ON r.source_id = a.source_id AND r.row = a.row
                 WHERE a.source_id = $1 AND r.import_id = $2 AND $3 = $3 AND $4 = $4"
                    .to_owned()
            ))
            .await?;
        for sql in [
            format!("DELETE FROM definition WHERE import_id = $2 AND author IS NULL AND concept_id NOT IN ({SHARED})"),
            format!("DELETE FROM note WHERE import_id = $2 AND concept_id NOT IN ({SHARED})"),
            format!(
                "DELETE FROM evidence WHERE id IN (SELECT e.id FROM evidence e JOIN term t ON t.id = e.term_id
                     WHERE {evidence})"
            ),
            format!(
                "DELETE FROM dictionary_entry WHERE source_id = $1 AND import_row IN ({GONE}) AND $3 = $3 AND $4 = $4"
            ),
            "DELETE FROM source_concept WHERE source_id = $1 AND import_id = $2 AND NOT EXISTS (
                 SELECT 1 FROM term t JOIN evidence e ON e.term_id = t.id
                 WHERE t.concept_id = source_concept.concept_id AND e.kind = 'import' AND e.source = $3
                     AND t.project_id = $4)"
                .to_owned(),
        ] {
            self.execute(query!(sql)).await?;
        }
        let gone = self
            .execute(query!(format!(
                "DELETE FROM source_row WHERE source_id = $1 AND row IN ({GONE}) AND $3 = $3 AND $4 = $4"
            )))
            .await?
            .rows_affected();
        self.execute(query!(
            "UPDATE source_row SET import_id = (SELECT min(a.import_id) FROM source_row_again a
                 WHERE a.source_id = source_row.source_id AND a.row = source_row.row)
             WHERE source_id = $1 AND import_id = $2 AND $3 = $3 AND $4 = $4"
                .to_owned()
        ))
        .await?;
        self.execute(query!(
            "DELETE FROM source_row_again WHERE source_id = $1 AND $2 = $2 AND $3 = $3 AND $4 = $4 AND EXISTS (
                 SELECT 1 FROM source_row r WHERE r.source_id = source_row_again.source_id
                     AND r.row = source_row_again.row AND r.import_id = source_row_again.import_id)"
                .to_owned()
        ))
        .await?;
        self.execute(
            sqlx::query("UPDATE source SET entries = entries - $2 WHERE id = $1")
                .bind(of)
                .bind(i64::try_from(gone).unwrap_or(i64::MAX)),
        )
        .await?;
        let (restored, changed_since) = self.restore_terms(import).await?;
        self.execute(sqlx::query("DELETE FROM import WHERE id = $1").bind(id)).await?;
        let source_removed: bool = self
            .scalar(
                sqlx::query(
                    "SELECT NOT EXISTS (SELECT 1 FROM source_row WHERE source_id = $1)
                         AND NOT EXISTS (SELECT 1 FROM import WHERE source_id = $1 AND done > 0)",
                )
                .bind(of),
            )
            .await?;
        if source_removed {
            self.execute(sqlx::query("DELETE FROM source WHERE id = $1").bind(of)).await?;
            self.deleted(Entity::Source, source.id, source.project_id, json!({ "name": source.name }));
        }
        // The base is to be as it was before the import, with what was rejected.
        let swept = self.sweep_undecided(source.project_id).await?;
        concepts.retain(|concept| swept.concepts.binary_search(concept).is_err());
        for concept in &concepts {
            self.touch_concept(*concept, json!({ "import": "undone" })).await?;
        }
        Ok(TermsUndone {
            swept,
            supported: usize::try_from(supported).unwrap_or_default(),
            restored,
            changed_since,
            shared_rows: u64::try_from(shared_rows).unwrap_or_default(),
            source_removed,
            left: concepts,
        })
    }

    /// Puts back what an import changed of terms that were there before. Gives how many, and how many were changed since.
    async fn restore_terms(&mut self, import: &StoredImport) -> Result<(u64, u64), StoreError> {
        let sql = "SELECT c.term_id, c.usage_before, c.review_before, t.decided_at IS NULL AND t.usage = c.usage_after
                AND t.review = c.review_after AS same
            FROM import_term c JOIN term t ON t.id = c.term_id WHERE c.import_id = $1 ORDER BY 1";
        let (mut restored, mut changed_since) = (0, 0);
        for row in self.all(sqlx::query(sql).bind(import.id.get())).await? {
            if !get::<bool>(&row, "same")? {
                changed_since += 1;
                continue;
            }
            let id: TermId = get(&row, "term_id")?;
            let (usage, review): (Usage, Review) =
                (super::row::word(&row, "usage_before")?, super::row::word(&row, "review_before")?);
            self.execute(
                sqlx::query("UPDATE term SET usage = $2, review = $3 WHERE id = $1")
                    .bind(id.get())
                    .bind(usage.as_str())
                    .bind(review.as_str()),
            )
            .await?;
            self.touch_term(id, json!({ "usage": usage, "review": review })).await?;
            restored += 1;
        }
        Ok((restored, changed_since))
    }
}
