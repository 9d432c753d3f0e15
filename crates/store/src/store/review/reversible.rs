//! Performs a review decision and records the state before each step.

use serde_json::{Value, json};

use super::image::Image;
use super::{Note, NoteScope};
use crate::model::{ConceptId, DecisionId, DecisionKind, EvidenceId, ProjectId, ReleaseId, Review, TermId, Usage};
use crate::store::row::{get, to_json};
use crate::store::{NewEvidence, NewTerm, StoreError, Verdict, Write};

/// What a decision is, and what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewDecision<'a> {
    /// The project.
    pub project: ProjectId,
    /// The kind of decision.
    pub kind: DecisionKind,
    /// The concept.
    pub concept: ConceptId,
    /// The term, where it is about one.
    pub term: Option<TermId>,
    /// In words, what it does.
    pub summary: &'a str,
}

/// A decision under way: a transaction that remembers what was before each of its steps.
#[derive(Debug)]
pub struct ReversibleWrite {
    pub(super) write: Write,
    pub(super) id: DecisionId,
    pub(super) kind: DecisionKind,
    pub(super) project: ProjectId,
    pub(super) image: Image,
}

impl ReversibleWrite {
    /// Begins a decision inside a transaction, of which it becomes the whole.
    ///
    /// # Errors
    /// `database_refused` when there is no such project.
    pub async fn begin(mut write: Write, about: &NewDecision<'_>) -> Result<Self, StoreError> {
        let (actor, at) = (write.actor().to_owned(), write.at().to_owned());
        let id = write
            .scalar(
                sqlx::query(
                    "INSERT INTO review_decision (project_id, kind, concept_id, term_id, summary, image, revision, actor, at)
                     VALUES ($1, $2, $3, $4, $5, '{}', 0, $6, $7) RETURNING id",
                )
                .bind(about.project.get())
                .bind(about.kind.as_str())
                .bind(about.concept.get())
                .bind(about.term.map(TermId::get))
                .bind(about.summary)
                .bind(actor)
                .bind(at),
            )
            .await?;
        Ok(Self { write, id, kind: about.kind, project: about.project, image: Image::default() })
    }

    /// The transaction, for queries and to update confidences.
    pub fn write(&mut self) -> &mut Write {
        &mut self.write
    }

    /// Who decides.
    #[must_use]
    pub fn actor(&self) -> &str {
        self.write.actor()
    }

    /// Ends the decision; gives the transaction back, to go on with or to commit, and the decision's number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn finish(mut self) -> Result<(Write, DecisionId), StoreError> {
        self.image.shape_after = self.shape().await?;
        for thing in self.image.things() {
            self.write
                .execute(
                    sqlx::query("INSERT INTO review_touched (thing, decision_id) VALUES ($1, $2)")
                        .bind(thing)
                        .bind(self.id.get()),
                )
                .await?;
        }
        let revision = self.write.last_revision();
        self.write
            .execute(
                sqlx::query("UPDATE review_decision SET image = $2, revision = $3 WHERE id = $1")
                    .bind(self.id.get())
                    .bind(to_json(&self.image)?)
                    .bind(revision.get()),
            )
            .await?;
        Ok((self.write, self.id))
    }

    /// Remembers a term as it is, once, and logs that the decision changes it.
    pub(super) async fn keep_term(&mut self, id: TermId) -> Result<(), StoreError> {
        if self.image.made_terms.contains(&id) || self.image.terms.iter().any(|row| row.id == id) {
            return Ok(());
        }
        let row = self.write.term_row(id).await?;
        let before = json!({ "text": row.text, "usage": row.usage, "review": row.review, "concept": row.concept_id });
        let detail = self.detail(&before);
        self.write.touch_term(id, detail).await?;
        self.image.terms.push(row);
        Ok(())
    }

    /// Remembers a concept as it is, once, and logs that the decision changes it.
    pub(super) async fn keep_concept(&mut self, id: ConceptId) -> Result<(), StoreError> {
        if self.image.made_concepts.contains(&id) || self.image.concepts.iter().any(|row| row.id == id) {
            return Ok(());
        }
        let row = self.write.concept_row(id).await?;
        let before = json!({ "field": row.field, "scope_release": row.scope_release_id });
        let detail = self.detail(&before);
        self.write.touch_concept(id, detail).await?;
        self.image.concepts.push(row);
        Ok(())
    }

    fn detail(&self, before: &Value) -> Value {
        json!({ "decision": self.id, "kind": self.kind, "before": before })
    }

    /// Says whether to use a term, and what a person thinks of it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn set_term(&mut self, id: TermId, usage: Usage, review: Review) -> Result<(), StoreError> {
        self.keep_term(id).await?;
        self.write.decide_term(id, usage, review).await
    }

    /// Sets how sure a term is and, where nobody has decided on it, how it stands, as its evidence says.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn settle(&mut self, id: TermId, confidence: f64, review: Review) -> Result<(), StoreError> {
        self.keep_term(id).await?;
        self.write.update_term_confidence(id, confidence).await?;
        if matches!(review, Review::Candidate | Review::Suggested) {
            self.write.update_term_review(id, review).await?;
        }
        Ok(())
    }

    /// Names the term to use instead, or none.
    ///
    /// # Errors
    /// `not_found`; `database_refused` when there is no such replacement.
    pub async fn set_replacement(&mut self, id: TermId, replacement: Option<TermId>) -> Result<(), StoreError> {
        self.keep_term(id).await?;
        self.write
            .execute(
                sqlx::query("UPDATE term SET replaced_by = $2 WHERE id = $1")
                    .bind(id.get())
                    .bind(replacement.map(TermId::get)),
            )
            .await?;
        Ok(())
    }

    /// Makes a preferred term one that may be used, without deciding anything else about it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn demote(&mut self, id: TermId) -> Result<(), StoreError> {
        self.keep_term(id).await?;
        self.write.execute(sqlx::query("UPDATE term SET usage = 'admitted' WHERE id = $1").bind(id.get())).await?;
        Ok(())
    }

    /// Puts a corrected text in the place of a term's.
    ///
    /// # Errors
    /// `not_found`; `already_exists` when the concept has this text in this language.
    pub async fn correct(&mut self, id: TermId, new: &NewTerm<'_>) -> Result<(), StoreError> {
        self.keep_term(id).await?;
        self.write.correct_term(id, new).await
    }

    /// Inserts a person's evidence for a term.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn insert_evidence(
        &mut self,
        term: TermId,
        evidence: &NewEvidence<'_>,
    ) -> Result<EvidenceId, StoreError> {
        self.keep_term(term).await?;
        let id = self.write.insert_evidence(term, evidence).await?;
        self.image.made_evidence.push(id);
        Ok(id)
    }

    /// Decides about a pair; each side is its key and its text. `kinds` are the sorts of evidence known today.
    ///
    /// # Errors
    /// Database errors.
    pub async fn pair(
        &mut self,
        ja: (&str, &str),
        en: (&str, &str),
        verdict: Verdict,
        kinds: &[&str],
    ) -> Result<(), StoreError> {
        self.keep_pair(ja.0, en.0).await?;
        self.write.decide_pair_knowing(self.project, ja, en, verdict, kinds).await
    }

    /// Remembers what is decided about a pair, once.
    pub(super) async fn keep_pair(&mut self, ja_key: &str, en_key: &str) -> Result<(), StoreError> {
        if !self.image.pairs.iter().any(|(ja, en, _)| ja == ja_key && en == en_key) {
            let before = self.write.pair_row(self.project, ja_key, en_key).await?;
            self.image.pairs.push((ja_key.to_owned(), en_key.to_owned(), before));
        }
        Ok(())
    }

    /// From now on what documents say of the old text counts for `text`. An empty `en_key` corrects the Japanese term.
    ///
    /// # Errors
    /// Database errors.
    pub async fn correction(&mut self, ja_key: &str, en_key: &str, text: &str) -> Result<(), StoreError> {
        if !self.image.corrections.iter().any(|(a, b, _)| a == ja_key && b == en_key) {
            let before = self.write.correction(self.project, ja_key, en_key).await?;
            self.image.corrections.push((ja_key.to_owned(), en_key.to_owned(), before));
        }
        self.write.set_correction(self.project, ja_key, en_key, Some(text)).await
    }

    /// Adds a note to a concept.
    ///
    /// # Errors
    /// `not_found`; `database_refused` when there is no such release.
    pub async fn note(&mut self, concept: ConceptId, text: &str, scope: &NoteScope) -> Result<(), StoreError> {
        self.write.touch_concept(concept, json!({ "decision": self.id, "kind": self.kind, "note": text })).await?;
        let (field, release): (Option<&str>, Option<ReleaseId>) = match scope {
            NoteScope::Project => (None, None),
            NoteScope::Field(field) => (Some(field), None),
            NoteScope::Release(release) => (None, Some(*release)),
        };
        let (actor, at) = (self.write.actor().to_owned(), self.write.at().to_owned());
        let id = self
            .write
            .scalar(
                sqlx::query(
                    "INSERT INTO note (concept_id, text, field, release_id, actor, at)
                     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                )
                .bind(concept.get())
                .bind(text)
                .bind(field)
                .bind(release.map(ReleaseId::get))
                .bind(actor)
                .bind(at),
            )
            .await?;
        self.image.made_notes.push(id);
        Ok(())
    }

    /// Keeps a sense to one release, or gives it back to all.
    ///
    /// # Errors
    /// `not_found`; `database_refused` when there is no such release.
    pub async fn set_scope(&mut self, concept: ConceptId, release: Option<ReleaseId>) -> Result<(), StoreError> {
        self.keep_concept(concept).await?;
        self.write
            .execute(
                sqlx::query("UPDATE concept SET scope_release_id = $2, decided = 1 WHERE id = $1")
                    .bind(concept.get())
                    .bind(release.map(ReleaseId::get)),
            )
            .await?;
        Ok(())
    }
}

impl Write {
    /// Adds a note of an import to a concept, unless the concept has the same already; tells whether it was new.
    ///
    /// # Errors
    /// Database errors.
    pub async fn add_note(&mut self, concept: ConceptId, text: &str) -> Result<bool, StoreError> {
        if self.notes(concept).await?.iter().any(|note| note.text == text) {
            return Ok(false);
        }
        self.touch_concept(concept, json!({ "note": text })).await?;
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        let import = self.import().map(|import| import.id.get());
        let insert =
            sqlx::query("INSERT INTO note (concept_id, text, actor, at, import_id) VALUES ($1, $2, $3, $4, $5)");
        self.execute(insert.bind(concept.get()).bind(text).bind(actor).bind(at).bind(import)).await?;
        Ok(true)
    }

    /// The notes of a concept, oldest first, as the transaction sees it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn notes(&mut self, concept: ConceptId) -> Result<Vec<Note>, StoreError> {
        super::context::notes_of(self.connection(), &[concept])
            .await
            .map(|mut all| all.remove(&concept).unwrap_or_default())
    }

    /// The term to use instead of one.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn replacement_of(&mut self, term: TermId) -> Result<Option<TermId>, StoreError> {
        let row = self.optional(sqlx::query("SELECT replaced_by FROM term WHERE id = $1").bind(term.get())).await?;
        get(&row.ok_or_else(|| StoreError::not_found("term", term))?, "replaced_by")
    }
}
