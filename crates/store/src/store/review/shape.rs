//! Merges two concepts or splits one, recording where each part was.

use serde_json::json;

use super::ReversibleWrite;
use crate::model::{ConceptId, DefinitionId, EvidenceId, NoteId, ReleaseId, Review, TermId, Usage};
use crate::store::row::{get, listed};
use crate::store::write::Entity;
use crate::store::{StoreError, Write};

impl ReversibleWrite {
    /// Moves everything of the concept `from` into `into`; `from` is gone then. A term both have becomes one.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn merge(&mut self, into: ConceptId, from: ConceptId) -> Result<(), StoreError> {
        for concept in [into, from] {
            self.keep_concept(concept).await?;
            self.keep_shape(concept).await?;
        }
        let mut known = self.write.term_rows(into).await?;
        for term in self.write.term_rows(from).await? {
            match known.iter_mut().find(|one| one.lang == term.lang && one.text == term.text) {
                Some(twin) => {
                    self.fold(term.id, twin.id).await?;
                    if twin.decided_at.is_none() && term.decided_at.is_some() {
                        let (review, usage) = (term.review.as_str(), term.usage.as_str());
                        self.execute_on(
                            sqlx::query(
                                "UPDATE term SET review = $2, usage = $3, decided_at = $4, decided_by = $5 WHERE id = $1",
                            )
                            .bind(twin.id.get())
                            .bind(review)
                            .bind(usage)
                            .bind(&term.decided_at)
                            .bind(&term.decided_by),
                        )
                        .await?;
                    }
                }
                None => {
                    let taken = known.iter().any(|one| one.lang == term.lang && one.usage == Usage::Preferred);
                    let usage = if taken && term.usage == Usage::Preferred { Usage::Admitted } else { term.usage };
                    self.execute_on(
                        sqlx::query("UPDATE term SET concept_id = $2, usage = $3 WHERE id = $1")
                            .bind(term.id.get())
                            .bind(into.get())
                            .bind(usage.as_str()),
                    )
                    .await?;
                    known.push(super::rows::TermRow { usage, ..term });
                }
            }
        }
        for sql in [
            "UPDATE definition SET concept_id = $2 WHERE concept_id = $1",
            "UPDATE note SET concept_id = $2 WHERE concept_id = $1",
            "INSERT OR IGNORE INTO conflict (concept_id, other_id, kind, reason, resolved)
             SELECT min($2, CASE concept_id WHEN $1 THEN other_id ELSE concept_id END),
                 max($2, CASE concept_id WHEN $1 THEN other_id ELSE concept_id END), kind, reason, resolved
             FROM conflict WHERE (concept_id = $1 AND other_id <> $2) OR (other_id = $1 AND concept_id <> $2)",
            "UPDATE concept SET field = coalesce(field, (SELECT field FROM concept WHERE id = $1)), decided = 1
             WHERE id = $2",
        ] {
            self.execute_on(sqlx::query(sql).bind(from.get()).bind(into.get())).await?;
        }
        self.write.delete_concept(from).await
    }

    /// Moves these terms out of a concept into a new one. The new one gets the Japanese names too, each vouched for by
    /// the actor, unless some of them are moved; definitions go with the releases that stand behind the moved terms alone.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn split(&mut self, concept: ConceptId, terms: &[TermId]) -> Result<ConceptId, StoreError> {
        self.keep_concept(concept).await?;
        self.keep_shape(concept).await?;
        let row = self.write.concept_row(concept).await?;
        let made = self.write.insert_concept(row.project_id, row.field.as_deref(), None).await?;
        self.image.made_concepts.push(made);
        self.execute_on(
            sqlx::query("UPDATE concept SET decided = 1 WHERE id IN ($1, $2)").bind(concept.get()).bind(made.get()),
        )
        .await?;
        let (moved, rest): (Vec<_>, Vec<_>) =
            self.write.term_rows(concept).await?.into_iter().partition(|term| terms.contains(&term.id));
        for term in &moved {
            self.execute_on(
                sqlx::query("UPDATE term SET concept_id = $2 WHERE id = $1").bind(term.id.get()).bind(made.get()),
            )
            .await?;
        }
        let releases = self.releases_behind(terms).await?;
        if !moved.iter().any(|term| is_japanese(&term.lang)) {
            for term in rest.iter().filter(|term| is_japanese(&term.lang) && term.review != Review::Rejected) {
                self.copy_term(term.id, made, &releases).await?;
            }
        }
        for lang in moved.iter().map(|term| term.lang.as_str()).collect::<std::collections::BTreeSet<_>>() {
            self.prefer_one(made, lang).await?;
            self.prefer_one(concept, lang).await?;
        }
        let staying: Vec<TermId> = rest.iter().filter(|term| !is_japanese(&term.lang)).map(|term| term.id).collect();
        let staying = self.releases_behind(&staying).await?;
        let alone: Vec<ReleaseId> = releases.into_iter().filter(|release| !staying.contains(release)).collect();
        let mut query = listed(
            &format!("UPDATE definition SET concept_id = {made} WHERE concept_id = {concept} AND release_id IN"),
            &alone,
            "",
        );
        self.write.execute(query.build()).await?;
        self.write.touch_concept(made, json!({})).await?;
        Ok(made)
    }

    /// Remembers all parts of a concept as they are.
    pub(super) async fn keep_shape(&mut self, concept: ConceptId) -> Result<(), StoreError> {
        self.image.shapes.push(concept);
        for term in self.write.term_rows(concept).await? {
            self.keep_term(term.id).await?;
        }
        let definitions: Vec<DefinitionId> = self
            .write
            .scalars(sqlx::query("SELECT id FROM definition WHERE concept_id = $1 ORDER BY id").bind(concept.get()))
            .await?;
        self.image.definitions.extend(definitions.into_iter().map(|id| (id, concept)));
        let notes: Vec<NoteId> = self
            .write
            .scalars(sqlx::query("SELECT id FROM note WHERE concept_id = $1 ORDER BY id").bind(concept.get()))
            .await?;
        self.image.notes.extend(notes.into_iter().map(|id| (id, concept)));
        for conflict in self.write.conflict_rows(concept).await? {
            if !self.image.conflicts.contains(&conflict) {
                self.image.conflicts.push(conflict);
            }
        }
        Ok(())
    }

    /// Gives the evidence of a term to its twin and deletes the term.
    async fn fold(&mut self, term: TermId, twin: TermId) -> Result<(), StoreError> {
        let evidence: Vec<EvidenceId> = self
            .write
            .scalars(sqlx::query("SELECT id FROM evidence WHERE term_id = $1 ORDER BY id").bind(term.get()))
            .await?;
        self.image.evidence.extend(evidence.into_iter().map(|id| (id, term)));
        let pointing: Vec<TermId> = self
            .write
            .scalars(sqlx::query("SELECT id FROM term WHERE replaced_by = $1 ORDER BY id").bind(term.get()))
            .await?;
        for id in pointing {
            self.keep_term(id).await?;
        }
        for sql in [
            "UPDATE evidence SET term_id = $2 WHERE term_id = $1",
            "UPDATE term SET replaced_by = nullif($2, id) WHERE replaced_by = $1",
        ] {
            self.execute_on(sqlx::query(sql).bind(term.get()).bind(twin.get())).await?;
        }
        self.write.delete_term(term).await
    }

    /// Puts a copy of a term into another concept, with the evidence of these releases and the actor's word.
    async fn copy_term(&mut self, term: TermId, into: ConceptId, releases: &[ReleaseId]) -> Result<(), StoreError> {
        let revision = self.write.next_revision();
        let (actor, at) = (self.write.actor().to_owned(), self.write.at().to_owned());
        let row = self
            .write
            .optional(
                sqlx::query(
                    "INSERT INTO term (concept_id, project_id, lang, text, key, variant_key, reading, reading_key, kind,
                         part_of_speech, usage, review, confidence, decided_at, decided_by, revision, reading_origin)
                     SELECT $2, project_id, lang, text, key, variant_key, reading, reading_key, kind, part_of_speech,
                         usage, 'approved', confidence, $3, $4, $5, reading_origin FROM term WHERE id = $1
                     RETURNING id, project_id, text",
                )
                .bind(term.get())
                .bind(into.get())
                .bind(at)
                .bind(&actor)
                .bind(revision.get()),
            )
            .await?
            .ok_or_else(|| StoreError::not_found("term", term))?;
        let copy: TermId = get(&row, "id")?;
        let text: String = get(&row, "text")?;
        self.image.made_terms.push(copy);
        self.write.created(
            revision,
            Entity::Term,
            copy,
            get(&row, "project_id")?,
            json!({ "concept": into, "text": text }),
        );
        let mut query = listed(
            &format!(
                "INSERT INTO evidence (term_id, kind, method, release_id, entry_id, link_id, source, span_start, span_end,
                     snippet, confidence, origin)
                 SELECT {copy}, kind, method, release_id, entry_id, link_id, source, span_start, span_end, snippet,
                     confidence, origin
                 FROM evidence WHERE term_id = {term} AND release_id IN"
            ),
            releases,
            "ORDER BY id",
        );
        self.write.execute(query.build()).await?;
        self.execute_on(
            sqlx::query(
                "INSERT INTO evidence (term_id, kind, method, source, confidence) VALUES ($1, 'person', 'decision', $2, 0.99)",
            )
            .bind(copy.get())
            .bind(actor),
        )
        .await
    }

    /// Where no term of a language is preferred, the first full form that may be used becomes it.
    pub(super) async fn prefer_one(&mut self, concept: ConceptId, lang: &str) -> Result<(), StoreError> {
        self.execute_on(
            sqlx::query(
                "UPDATE term SET usage = 'preferred' WHERE id = (
                     SELECT id FROM term WHERE concept_id = $1 AND lang = $2 AND usage = 'admitted'
                         AND review <> 'rejected' AND kind <> 'abbreviation' ORDER BY id LIMIT 1)
                 AND NOT EXISTS (SELECT 1 FROM term WHERE concept_id = $1 AND lang = $2 AND usage = 'preferred')",
            )
            .bind(concept.get())
            .bind(lang),
        )
        .await
    }

    async fn releases_behind(&mut self, terms: &[TermId]) -> Result<Vec<ReleaseId>, StoreError> {
        let mut query = listed(
            "SELECT DISTINCT release_id FROM evidence WHERE release_id IS NOT NULL AND term_id IN",
            terms,
            "ORDER BY release_id",
        );
        let rows = self.write.all(query.build()).await?;
        rows.iter().map(|row| get(row, "release_id")).collect()
    }

    async fn execute_on(
        &mut self,
        statement: sqlx::query::Query<'_, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>,
    ) -> Result<(), StoreError> {
        self.write.execute(statement).await.map(|_| ())
    }

    /// What the parts of the concepts that were shaped have come to.
    pub(super) async fn shape(&mut self) -> Result<Option<String>, StoreError> {
        if self.image.shapes.is_empty() {
            return Ok(None);
        }
        let mut concepts = self.image.shapes.clone();
        concepts.extend(&self.image.made_concepts);
        self.write.shape_of(&concepts).await.map(Some)
    }
}

impl Write {
    /// A fingerprint of all parts of these concepts and the places they are in.
    pub(super) async fn shape_of(&mut self, concepts: &[ConceptId]) -> Result<String, StoreError> {
        let mut parts: Vec<(String, i64, i64)> = Vec::new();
        for (what, sql) in [
            ("term", "SELECT id AS a, concept_id AS b FROM term WHERE concept_id IN"),
            (
                "evidence",
                "SELECT e.id AS a, e.term_id AS b FROM term t JOIN evidence e ON e.term_id = t.id WHERE t.concept_id IN",
            ),
            ("definition", "SELECT id AS a, concept_id AS b FROM definition WHERE concept_id IN"),
            ("note", "SELECT id AS a, concept_id AS b FROM note WHERE concept_id IN"),
            ("conflict", "SELECT id AS a, resolved AS b FROM conflict WHERE concept_id IN"),
            ("conflict with", "SELECT id AS a, resolved AS b FROM conflict WHERE other_id IN"),
        ] {
            let mut query = listed(sql, concepts, "");
            for row in self.all(query.build()).await? {
                parts.push((what.to_owned(), get(&row, "a")?, get(&row, "b")?));
            }
        }
        parts.sort();
        let text = parts.iter().map(|(what, a, b)| format!("{what} {a} {b}\n")).collect::<String>();
        Ok(format!("{:032x}", xxhash_rust::xxh3::xxh3_128(text.as_bytes())))
    }
}

fn is_japanese(lang: &str) -> bool {
    lang == "ja" || lang.starts_with("ja-")
}
