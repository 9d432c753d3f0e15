//! Terms: a designation with its keys in, look-ups by key, variant, reading and prefix out.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::row::{get, listed, optional_word, push_list, word};
use super::write::Entity;
use super::{NewTerm, ProjectId, Store, StoreError, TermEntry, Write};
use crate::model::{ConceptId, Lang, Term, TermId, Usage};

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
        let term = new.term;
        let project: Option<ProjectId> = self
            .optional_scalar(sqlx::query_scalar("SELECT project_id FROM concept WHERE id = $1").bind(concept))
            .await?;
        let project = project.ok_or_else(|| StoreError::not_found("concept", concept))?;
        let revision = self.next_revision();
        let id = self.scalar(sqlx::query_scalar(
            "INSERT INTO term (concept_id, project_id, lang, text, key, variant_key, reading, reading_key, kind,
                 part_of_speech, usage, review, confidence, revision)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id",
        )
        .bind(concept)
        .bind(project)
        .bind(term.lang.as_str())
        .bind(&term.text)
        .bind(new.keys.key)
        .bind(new.keys.variant_key)
        .bind(&term.reading)
        .bind(new.keys.reading_key)
        .bind(term.kind.as_str())
        .bind(term.part_of_speech.map(|part| part.as_str()))
        .bind(term.usage.as_str())
        .bind(term.review.as_str())
        .bind(term.confidence)
        .bind(revision)).await?;
        let detail = json!({ "concept": concept, "lang": term.lang, "text": term.text });
        self.created(revision, Entity::Term, id, project, detail);
        self.touch_concept(concept, json!({ "term": id })).await?;
        Ok(id)
    }
}

impl Store {
    /// Terms whose key is `key`, projects in the order given. With a language, its regional forms count too.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn terms_by_key(
        &self,
        projects: &[ProjectId],
        lang: Option<&Lang>,
        key: &str,
        limit: u32,
    ) -> Result<Vec<TermEntry>, StoreError> {
        let mut query = QueryBuilder::new(ENTRY);
        query.push("key = ").push_bind(key);
        self.found(query, "key, id", projects, lang, limit).await
    }

    /// Terms whose key with spelling variants folded is `key`.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn terms_by_variant_key(
        &self,
        projects: &[ProjectId],
        lang: Option<&Lang>,
        key: &str,
        limit: u32,
    ) -> Result<Vec<TermEntry>, StoreError> {
        let mut query = QueryBuilder::new(ENTRY);
        query.push("variant_key = ").push_bind(key);
        self.found(query, "variant_key, id", projects, lang, limit).await
    }

    /// Terms whose reading is `key`.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn terms_by_reading_key(
        &self,
        projects: &[ProjectId],
        lang: Option<&Lang>,
        key: &str,
        limit: u32,
    ) -> Result<Vec<TermEntry>, StoreError> {
        let mut query = QueryBuilder::new(ENTRY);
        query.push("reading_key = ").push_bind(key);
        self.found(query, "reading_key, id", projects, lang, limit).await
    }

    /// Terms whose key begins with `key`, by key.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn terms_by_prefix(
        &self,
        projects: &[ProjectId],
        lang: Option<&Lang>,
        key: &str,
        limit: u32,
    ) -> Result<Vec<TermEntry>, StoreError> {
        let mut query = QueryBuilder::new(ENTRY);
        query.push("key >= ").push_bind(key);
        if let Some(end) = after_prefix(key) {
            query.push(" AND key < ").push_bind(end);
        }
        self.found(query, "key, id", projects, lang, limit).await
    }

    /// Ends a look-up: the projects and the language it is in, the order within a project, the limit. The order begins
    /// with the column looked up, or the planner walks the index of another.
    async fn found(
        &self,
        mut query: QueryBuilder<Sqlite>,
        order: &str,
        projects: &[ProjectId],
        lang: Option<&Lang>,
        limit: u32,
    ) -> Result<Vec<TermEntry>, StoreError> {
        if projects.is_empty() {
            return Ok(Vec::new());
        }
        query.push(" AND project_id IN");
        push_list(&mut query, projects);
        if let Some(lang) = lang {
            let regional = format!("{lang}-");
            query.push("AND (lang = ").push_bind(lang.as_str().to_owned());
            query.push(" OR substr(lang, 1, length(").push_bind(regional.clone()).push(")) = ");
            query.push_bind(regional).push(") ");
        }
        query.push("ORDER BY ");
        if projects.len() > 1 {
            query.push("CASE project_id");
            for (rank, project) in projects.iter().enumerate() {
                query.push(" WHEN ").push_bind(*project).push(" THEN ").push_bind(super::row::number(rank));
            }
            query.push(" END, ");
        }
        query.push(order);
        query.push(" LIMIT ").push_bind(limit);
        query.build().fetch_all(&self.readers).await?.iter().map(entry).collect()
    }
}

/// The terms of these concepts: Japanese first, preferred first.
pub(super) async fn terms_of(
    connection: &mut SqliteConnection,
    concepts: &[ConceptId],
) -> Result<BTreeMap<ConceptId, Vec<Term>>, StoreError> {
    let mut query = listed(
        "SELECT id, concept_id, lang, text, reading, kind, part_of_speech, usage, review, confidence
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
            reading: get(row, "reading")?,
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

/// The first text in code point order that is after every text beginning with `prefix`; none where there is no such.
fn after_prefix(prefix: &str) -> Option<String> {
    let mut characters: Vec<char> = prefix.chars().collect();
    while let Some(last) = characters.pop() {
        // The code point after U+D7FF is U+E000: surrogates are no characters.
        let next = if last == '\u{d7ff}' { Some('\u{e000}') } else { char::from_u32(u32::from(last) + 1) };
        if let Some(next) = next {
            characters.push(next);
            return Some(characters.into_iter().collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::after_prefix;

    #[test]
    fn the_end_of_a_prefix_is_the_next_text_of_its_length_or_shorter() {
        for (prefix, end) in [
            ("視床", Some("視庋")),
            ("a", Some("b")),
            ("𠮷", Some("𠮸")),
            ("\u{d7ff}", Some("\u{e000}")),
            ("a\u{10ffff}", Some("b")),
            ("\u{10ffff}", None),
            ("", None),
        ] {
            assert_eq!(after_prefix(prefix).as_deref(), end, "{prefix:?}");
        }
    }
}
