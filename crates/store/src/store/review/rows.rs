//! Rows as they are in the database, recorded by a decision and restored when it is undone.

use serde::{Deserialize, Serialize};
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;

use crate::model::{
    ConceptId, ConflictId, DefinitionId, EvidenceId, NoteId, ProjectId, ReleaseId, Review, TermId, Usage,
};
use crate::store::row::{get, word};
use crate::store::{StoreError, Write};

/// A row of `concept`, without its revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ConceptRow {
    pub(super) id: ConceptId,
    pub(super) project_id: ProjectId,
    pub(super) field: Option<String>,
    pub(super) scope_release_id: Option<ReleaseId>,
    pub(super) decided: i64,
}

/// A row of `term`, without its revision. The confidence is kept by its bits, so that it comes back exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TermRow {
    pub(super) id: TermId,
    pub(super) concept_id: ConceptId,
    pub(super) project_id: ProjectId,
    pub(super) lang: String,
    pub(super) text: String,
    pub(super) key: String,
    pub(super) variant_key: String,
    pub(super) reading: Option<String>,
    #[serde(default)]
    pub(super) reading_origin: Option<String>,
    pub(super) reading_key: Option<String>,
    pub(super) kind: String,
    pub(super) part_of_speech: Option<String>,
    pub(super) usage: Usage,
    pub(super) review: Review,
    pub(super) confidence_bits: u64,
    pub(super) decided_at: Option<String>,
    pub(super) decided_by: Option<String>,
    pub(super) replaced_by: Option<TermId>,
}

/// A row of `conflict`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ConflictRow {
    pub(super) id: ConflictId,
    pub(super) concept_id: ConceptId,
    pub(super) other_id: ConceptId,
    pub(super) kind: String,
    pub(super) reason: String,
    pub(super) resolved: i64,
}

/// A row of `decision` but for its keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PairRow {
    pub(super) ja: String,
    pub(super) en: String,
    pub(super) verdict: String,
    pub(super) kinds: String,
    pub(super) decided_by: String,
    pub(super) decided_at: String,
}

/// A row of `evidence` that a person gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct EvidenceRow {
    pub(super) id: EvidenceId,
    pub(super) term_id: TermId,
    pub(super) kind: String,
    pub(super) method: String,
    pub(super) source: String,
    pub(super) span_start: Option<i64>,
    pub(super) span_end: Option<i64>,
    pub(super) snippet: Option<String>,
    pub(super) confidence_bits: u64,
}

/// A row of `definition` that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct DefinitionRow {
    pub(super) id: DefinitionId,
    pub(super) concept_id: ConceptId,
    pub(super) lang: String,
    pub(super) text: String,
    pub(super) source: String,
    pub(super) author: Option<String>,
}

/// A row of `note`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NoteRow {
    pub(super) id: NoteId,
    pub(super) concept_id: ConceptId,
    pub(super) text: String,
    pub(super) field: Option<String>,
    pub(super) release_id: Option<ReleaseId>,
    pub(super) actor: String,
    pub(super) at: String,
}

const TERM: &str = "SELECT id, concept_id, project_id, lang, text, key, variant_key, reading, reading_key, kind,
    part_of_speech, usage, review, confidence, decided_at, decided_by, replaced_by, reading_origin FROM term WHERE ";

impl Write {
    /// One concept's row.
    pub(super) async fn concept_row(&mut self, id: ConceptId) -> Result<ConceptRow, StoreError> {
        let row = self
            .optional(
                sqlx::query("SELECT id, project_id, field, scope_release_id, decided FROM concept WHERE id = $1")
                    .bind(id.get()),
            )
            .await?
            .ok_or_else(|| StoreError::not_found("concept", id))?;
        Ok(ConceptRow {
            id: get(&row, "id")?,
            project_id: get(&row, "project_id")?,
            field: get(&row, "field")?,
            scope_release_id: get(&row, "scope_release_id")?,
            decided: get(&row, "decided")?,
        })
    }

    /// One term's row.
    pub(super) async fn term_row(&mut self, id: TermId) -> Result<TermRow, StoreError> {
        let mut query = QueryBuilder::new(TERM);
        query.push("id = ").push_bind(id.get());
        let row = self.optional(query.build()).await?;
        term(&row.ok_or_else(|| StoreError::not_found("term", id))?)
    }

    /// The rows of a concept's terms, by number.
    pub(super) async fn term_rows(&mut self, concept: ConceptId) -> Result<Vec<TermRow>, StoreError> {
        let mut query = QueryBuilder::new(TERM);
        query.push("concept_id = ").push_bind(concept.get()).push(" ORDER BY id");
        let rows = self.all(query.build()).await?;
        rows.iter().map(term).collect()
    }

    /// All conflicts of a concept, resolved ones too.
    pub(super) async fn conflict_rows(&mut self, concept: ConceptId) -> Result<Vec<ConflictRow>, StoreError> {
        let rows = self
            .all(
                sqlx::query(
                    "SELECT id, concept_id, other_id, kind, reason, resolved FROM conflict
                     WHERE concept_id = $1 OR other_id = $1 ORDER BY id",
                )
                .bind(concept.get()),
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(ConflictRow {
                    id: get(row, "id")?,
                    concept_id: get(row, "concept_id")?,
                    other_id: get(row, "other_id")?,
                    kind: get(row, "kind")?,
                    reason: get(row, "reason")?,
                    resolved: get(row, "resolved")?,
                })
            })
            .collect()
    }

    /// What is decided about a pair of keys.
    pub(super) async fn pair_row(
        &mut self,
        project: ProjectId,
        ja_key: &str,
        en_key: &str,
    ) -> Result<Option<PairRow>, StoreError> {
        let row = self
            .optional(
                sqlx::query(
                    "SELECT ja, en, verdict, kinds, decided_by, decided_at FROM decision
                     WHERE project_id = $1 AND ja_key = $2 AND en_key = $3",
                )
                .bind(project.get())
                .bind(ja_key)
                .bind(en_key),
            )
            .await?;
        row.map(|row| {
            Ok(PairRow {
                ja: get(&row, "ja")?,
                en: get(&row, "en")?,
                verdict: get(&row, "verdict")?,
                kinds: get(&row, "kinds")?,
                decided_by: get(&row, "decided_by")?,
                decided_at: get(&row, "decided_at")?,
            })
        })
        .transpose()
    }
}

fn term(row: &SqliteRow) -> Result<TermRow, StoreError> {
    Ok(TermRow {
        id: get(row, "id")?,
        concept_id: get(row, "concept_id")?,
        project_id: get(row, "project_id")?,
        lang: get(row, "lang")?,
        text: get(row, "text")?,
        key: get(row, "key")?,
        variant_key: get(row, "variant_key")?,
        reading: get(row, "reading")?,
        reading_origin: get(row, "reading_origin")?,
        reading_key: get(row, "reading_key")?,
        kind: get(row, "kind")?,
        part_of_speech: get(row, "part_of_speech")?,
        usage: word(row, "usage")?,
        review: word(row, "review")?,
        confidence_bits: get::<f64>(row, "confidence")?.to_bits(),
        decided_at: get(row, "decided_at")?,
        decided_by: get(row, "decided_by")?,
        replaced_by: get(row, "replaced_by")?,
    })
}
