//! Deletes terms and concepts that only people support, adds, changes and deletes definitions that people write, and restores
//! them when that is undone.

use serde_json::json;

use super::ReversibleWrite;
use super::image::Image;
use super::rows::{DefinitionRow, EvidenceRow, NoteRow};
use crate::model::{ConceptId, DefinitionId, Lang, ReleaseId, TermId};
use crate::store::row::get;
use crate::store::{StoreError, Write};

const DEFINITION: &str = "SELECT id, concept_id, lang, text, source, author FROM definition WHERE ";

impl ReversibleWrite {
    /// Deletes a term with its evidence. Another term of its language becomes the preferred one in its place.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_term(&mut self, id: TermId) -> Result<(), StoreError> {
        let row = self.write.term_row(id).await?;
        self.keep_concept(row.concept_id).await?;
        self.keep_shape(row.concept_id).await?;
        self.keep_references(id).await?;
        self.write.delete_term(id).await?;
        self.prefer_one(row.concept_id, &row.lang).await
    }

    /// Deletes a concept with its terms, definitions and notes.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_concept(&mut self, id: ConceptId) -> Result<(), StoreError> {
        self.keep_concept(id).await?;
        self.keep_shape(id).await?;
        for term in self.write.term_rows(id).await? {
            self.keep_references(term.id).await?;
        }
        let definitions = self.write.definition_rows(id).await?;
        self.image.former_definitions.extend(definitions);
        let notes = self.write.note_rows(id).await?;
        self.image.deleted_notes.extend(notes);
        self.write.delete_concept(id).await
    }

    /// Adds a definition that the actor writes.
    ///
    /// # Errors
    /// `not_found` when there is no such concept.
    pub async fn add_definition(&mut self, concept: ConceptId, lang: &Lang, text: &str) -> Result<(), StoreError> {
        self.touch(concept).await?;
        let actor = self.write.actor().to_owned();
        let id: DefinitionId = self
            .write
            .scalar(
                sqlx::query(
                    "INSERT INTO definition (concept_id, lang, text, source, author) VALUES ($1, $2, $3, $4, $4)
                     RETURNING id",
                )
                .bind(concept.get())
                .bind(lang.as_str())
                .bind(text)
                .bind(actor),
            )
            .await?;
        self.image.made_definitions.push(id);
        Ok(())
    }

    /// Changes the text of a definition a person wrote; the actor becomes its author.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn change_definition(&mut self, id: DefinitionId, lang: &Lang, text: &str) -> Result<(), StoreError> {
        self.keep_definition(id).await?;
        let actor = self.write.actor().to_owned();
        self.write
            .execute(
                sqlx::query("UPDATE definition SET lang = $2, text = $3, source = $4, author = $4 WHERE id = $1")
                    .bind(id.get())
                    .bind(lang.as_str())
                    .bind(text)
                    .bind(actor),
            )
            .await?;
        Ok(())
    }

    /// Deletes a definition a person wrote.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_definition(&mut self, id: DefinitionId) -> Result<(), StoreError> {
        self.keep_definition(id).await?;
        self.write.execute(sqlx::query("DELETE FROM definition WHERE id = $1").bind(id.get())).await?;
        Ok(())
    }

    /// From now on nothing is decided about a pair.
    ///
    /// # Errors
    /// Database errors.
    pub async fn forget_pair(&mut self, ja_key: &str, en_key: &str) -> Result<(), StoreError> {
        self.keep_pair(ja_key, en_key).await?;
        let project = self.project;
        self.write.forget_decision(project, ja_key, en_key).await?;
        Ok(())
    }

    async fn touch(&mut self, concept: ConceptId) -> Result<(), StoreError> {
        let detail = json!({ "decision": self.id, "kind": self.kind });
        self.write.touch_concept(concept, detail).await
    }

    async fn keep_definition(&mut self, id: DefinitionId) -> Result<(), StoreError> {
        let row = self.write.definition_row(id).await?;
        self.touch(row.concept_id).await?;
        self.image.former_definitions.push(row);
        Ok(())
    }

    /// Remembers the evidence of a term that is about to go, and the terms that name it as their replacement.
    async fn keep_references(&mut self, term: TermId) -> Result<(), StoreError> {
        let evidence = self.write.evidence_rows(term).await?;
        self.image.deleted_evidence.extend(evidence);
        let pointing: Vec<TermId> = self
            .write
            .scalars(sqlx::query("SELECT id FROM term WHERE replaced_by = $1 ORDER BY id").bind(term.get()))
            .await?;
        for id in pointing {
            self.keep_term(id).await?;
        }
        Ok(())
    }
}

impl Write {
    async fn definition_row(&mut self, id: DefinitionId) -> Result<DefinitionRow, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{DEFINITION}id = $1"));
        let row = self.optional(sqlx::query(sql).bind(id.get())).await?;
        definition(&row.ok_or_else(|| StoreError::not_found("definition", id))?)
    }

    async fn definition_rows(&mut self, concept: ConceptId) -> Result<Vec<DefinitionRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{DEFINITION}concept_id = $1 ORDER BY id"));
        self.all(sqlx::query(sql).bind(concept.get())).await?.iter().map(definition).collect()
    }

    async fn note_rows(&mut self, concept: ConceptId) -> Result<Vec<NoteRow>, StoreError> {
        let sql =
            "SELECT id, concept_id, text, field, release_id, actor, at FROM note WHERE concept_id = $1 ORDER BY id";
        let rows = self.all(sqlx::query(sql).bind(concept.get())).await?;
        let note = |row| {
            Ok(NoteRow {
                id: get(row, "id")?,
                concept_id: get(row, "concept_id")?,
                text: get(row, "text")?,
                field: get(row, "field")?,
                release_id: get(row, "release_id")?,
                actor: get(row, "actor")?,
                at: get(row, "at")?,
            })
        };
        rows.iter().map(note).collect()
    }

    async fn evidence_rows(&mut self, term: TermId) -> Result<Vec<EvidenceRow>, StoreError> {
        let sql = "SELECT id, term_id, kind, method, source, span_start, span_end, snippet, confidence FROM evidence
             WHERE term_id = $1 ORDER BY id";
        let rows = self.all(sqlx::query(sql).bind(term.get())).await?;
        let evidence = |row| {
            Ok(EvidenceRow {
                id: get(row, "id")?,
                term_id: get(row, "term_id")?,
                kind: get(row, "kind")?,
                method: get(row, "method")?,
                source: get(row, "source")?,
                span_start: get(row, "span_start")?,
                span_end: get(row, "span_end")?,
                snippet: get(row, "snippet")?,
                confidence_bits: get::<f64>(row, "confidence")?.to_bits(),
            })
        };
        rows.iter().map(evidence).collect()
    }

    /// Puts back what a decision deleted, once its concepts and terms are back.
    pub(super) async fn restore_deleted(&mut self, image: &Image) -> Result<(), StoreError> {
        for id in &image.made_definitions {
            self.execute(sqlx::query("DELETE FROM definition WHERE id = $1").bind(id.get())).await?;
        }
        for row in &image.former_definitions {
            self.restore_definition(row).await?;
        }
        for row in &image.deleted_notes {
            self.execute(
                sqlx::query(
                    "INSERT INTO note (id, concept_id, text, field, release_id, actor, at)
                     SELECT $1, $2, $3, $4, $5, $6, $7
                     WHERE $5 IS NULL OR EXISTS (SELECT 1 FROM release WHERE id = $5)",
                )
                .bind(row.id.get())
                .bind(row.concept_id.get())
                .bind(&row.text)
                .bind(&row.field)
                .bind(row.release_id.map(ReleaseId::get))
                .bind(&row.actor)
                .bind(&row.at),
            )
            .await?;
        }
        for row in &image.deleted_evidence {
            self.execute(
                sqlx::query(
                    "INSERT INTO evidence (id, term_id, kind, method, source, span_start, span_end, snippet, confidence)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                )
                .bind(row.id.get())
                .bind(row.term_id.get())
                .bind(&row.kind)
                .bind(&row.method)
                .bind(&row.source)
                .bind(row.span_start)
                .bind(row.span_end)
                .bind(&row.snippet)
                .bind(f64::from_bits(row.confidence_bits)),
            )
            .await?;
        }
        Ok(())
    }

    /// Puts a definition back as it was; it stays where a merge has moved it since.
    async fn restore_definition(&mut self, row: &DefinitionRow) -> Result<(), StoreError> {
        let done = self
            .execute(
                sqlx::query("UPDATE definition SET lang = $2, text = $3, source = $4, author = $5 WHERE id = $1")
                    .bind(row.id.get())
                    .bind(&row.lang)
                    .bind(&row.text)
                    .bind(&row.source)
                    .bind(&row.author),
            )
            .await?;
        if done.rows_affected() > 0 {
            return Ok(());
        }
        self.execute(
            sqlx::query(
                "INSERT INTO definition (id, concept_id, lang, text, source, author)
                 SELECT $1, id, $3, $4, $5, $6 FROM concept WHERE id = $2",
            )
            .bind(row.id.get())
            .bind(row.concept_id.get())
            .bind(&row.lang)
            .bind(&row.text)
            .bind(&row.source)
            .bind(&row.author),
        )
        .await?;
        Ok(())
    }
}

fn definition(row: &sqlx::sqlite::SqliteRow) -> Result<DefinitionRow, StoreError> {
    Ok(DefinitionRow {
        id: get(row, "id")?,
        concept_id: get(row, "concept_id")?,
        lang: get(row, "lang")?,
        text: get(row, "text")?,
        source: get(row, "source")?,
        author: get(row, "author")?,
    })
}
