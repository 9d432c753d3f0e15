//! Stores terms, and reads the terms of concepts and of the term index.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use super::row::{get, listed, optional_word, word};
use super::write::Entity;
use super::{NewTerm, StoreError, TermEntry, Write};
use crate::model::{ConceptId, Lang, ProjectId, Reading, ReadingOrigin, Term, TermId, Usage};

pub(super) const ENTRY: &str =
    "SELECT id, concept_id, project_id, lang, text, key, variant_key, reading_key, kind, usage, review,
    confidence FROM term WHERE ";

impl Write {
    /// Adds a term to a concept.
    ///
    /// # Errors
    /// `not_found` when there is no such concept, `already_exists` when the concept has this text in this language,
    /// `database_refused` when the text is empty or the confidence not within 0 and 1.
    pub async fn insert_term(&mut self, concept: ConceptId, new: &NewTerm<'_>) -> Result<TermId, StoreError> {
        let project: Option<ProjectId> = self
            .optional_scalar(sqlx::query("SELECT project_id FROM concept WHERE id = $1").bind(concept.get()))
            .await?;
        let project = project.ok_or_else(|| StoreError::not_found("concept", concept))?;
        let revision = self.next_revision();
        let id: TermId = self.scalar(sqlx::query(
            "INSERT INTO term (concept_id, project_id, lang, text, key, variant_key, reading, reading_key, kind,
                 part_of_speech, usage, review, confidence, revision, reading_origin)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id",
        )
        .bind(concept.get())
        .bind(project.get())
        .bind(new.lang.as_str())
        .bind(new.text)
        .bind(new.keys.key)
        .bind(new.keys.variant_key)
        .bind(new.reading.map(|reading| reading.kana.as_str()))
        .bind(new.keys.reading_key)
        .bind(new.kind.as_str())
        .bind(new.part_of_speech.map(|part| part.as_str()))
        .bind(new.usage.as_str())
        .bind(new.review.as_str())
        .bind(new.confidence)
        .bind(revision.get())
        .bind(new.reading.map(|reading| reading.origin.as_str()))).await?;
        let detail = json!({ "concept": concept, "lang": new.lang, "text": new.text });
        self.created(revision, Entity::Term, id, project, detail);
        self.touch_concept(concept, json!({ "term": id })).await?;
        Ok(id)
    }
}

/// The terms of these concepts: Japanese first, preferred first.
pub(super) async fn terms_of(
    connection: &mut SqliteConnection,
    concepts: &[ConceptId],
) -> Result<BTreeMap<ConceptId, Vec<Term>>, StoreError> {
    let mut query = listed(
        "SELECT id, concept_id, lang, text, reading, reading_origin, kind, part_of_speech, usage, review, confidence
         FROM term WHERE concept_id IN",
        concepts,
        "ORDER BY concept_id, id",
    );
    let mut found: BTreeMap<ConceptId, Vec<Term>> = BTreeMap::new();
    for row in &query.build().fetch_all(connection).await? {
        let term = Term {
            id: get(row, "id")?,
            lang: word(row, "lang")?,
            text: get(row, "text")?,
            reading: reading(row)?,
            kind: word(row, "kind")?,
            part_of_speech: optional_word(row, "part_of_speech")?,
            usage: word(row, "usage")?,
            review: word(row, "review")?,
            confidence: get(row, "confidence")?,
            evidence: Vec::new(),
        };
        found.entry(get(row, "concept_id")?).or_default().push(term);
    }
    for terms in found.values_mut() {
        terms.sort_by(|a, b| order(a).cmp(&order(b)));
    }
    Ok(found)
}

/// The reading in a row of `term`. One without an origin, from before there was any, is a guess.
fn reading(row: &SqliteRow) -> Result<Option<Reading>, StoreError> {
    let origin = optional_word(row, "reading_origin")?.unwrap_or(ReadingOrigin::Guessed);
    Ok(get::<Option<String>>(row, "reading")?.map(|kana| Reading { kana, origin }))
}

fn order(term: &Term) -> (bool, &Lang, Usage, TermId) {
    (!term.lang.is_japanese(), &term.lang, term.usage, term.id)
}

/// A row of [`ENTRY`].
pub(super) fn entry(row: &SqliteRow) -> Result<TermEntry, StoreError> {
    Ok(TermEntry {
        term_id: get(row, "id")?,
        concept_id: get(row, "concept_id")?,
        project_id: get(row, "project_id")?,
        lang: word(row, "lang")?,
        text: get(row, "text")?,
        key: get(row, "key")?,
        variant_key: get(row, "variant_key")?,
        reading_key: get(row, "reading_key")?,
        kind: word(row, "kind")?,
        usage: word(row, "usage")?,
        review: word(row, "review")?,
        confidence: get(row, "confidence")?,
    })
}
