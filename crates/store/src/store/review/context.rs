//! What a reviewer needs to know about concepts: scope, notes, and other English for the same Japanese.

use std::collections::BTreeMap;

use sqlx::{QueryBuilder, SqliteConnection};

use crate::model::{ConceptId, DefinitionId, NoteId, ProjectId, ReleaseId, Revision, TermId};
use crate::store::row::{get, listed, push_list};
use crate::store::{Store, StoreError, Write};

/// How far a sense reaches, and whether a person shaped it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    /// The project it belongs to.
    pub project_id: ProjectId,
    /// The one release that uses the word in this sense; none where all may.
    pub scope_release_id: Option<ReleaseId>,
    /// Whether a person merged, split or scoped it.
    pub decided: bool,
    /// Revision of its last change.
    pub revision: Revision,
}

/// Where a note holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteScope {
    /// Everywhere in the project.
    Project,
    /// In one subject field.
    Field(String),
    /// In one release.
    Release(ReleaseId),
}

/// What a person has to say about a concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub id: NoteId,
    /// What it says.
    pub text: String,
    /// Where it holds.
    pub scope: NoteScope,
    /// Who wrote it.
    pub actor: String,
    /// When, RFC 3339.
    pub at: String,
}

/// English of another concept with the same Japanese term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// The other concept.
    pub concept_id: ConceptId,
    /// Its term.
    pub term_id: TermId,
    /// The term's text.
    pub text: String,
    /// Whether a person has looked at it.
    pub review: crate::model::Review,
}

/// The most rivals of a concept that are read: a spelling can be that of thousands of concepts.
const RIVALS: usize = 50;

impl Store {
    /// How far these concepts reach.
    ///
    /// # Errors
    /// Database errors.
    pub async fn senses(&self, concepts: &[ConceptId]) -> Result<BTreeMap<ConceptId, Sense>, StoreError> {
        let mut reading = self.readers.acquire().await?;
        senses_of(&mut reading, concepts).await
    }

    /// The notes of these concepts, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn notes(&self, concepts: &[ConceptId]) -> Result<BTreeMap<ConceptId, Vec<Note>>, StoreError> {
        let mut reading = self.readers.acquire().await?;
        notes_of(&mut reading, concepts).await
    }

    /// English that other concepts give for the Japanese terms of these, unless a person rejected it: at most [`RIVALS`] of each.
    ///
    /// # Errors
    /// Database errors.
    pub async fn rivals(&self, concepts: &[ConceptId]) -> Result<BTreeMap<ConceptId, Vec<Rival>>, StoreError> {
        let mut reading = self.readers.acquire().await?;
        let start = format!(
            "SELECT DISTINCT mine.concept_id AS of_concept, e.concept_id, e.id, e.text, e.review
             FROM term mine
             JOIN term e ON e.id IN (
                 SELECT other.id FROM term same
                 JOIN term other ON other.concept_id = same.concept_id AND (other.lang = 'en' OR other.lang LIKE 'en-%')
                     AND other.review <> 'rejected'
                 WHERE same.project_id = mine.project_id AND same.key = mine.key
                     AND same.lang = mine.lang AND same.concept_id <> mine.concept_id AND same.review <> 'rejected'
                 ORDER BY same.id, other.id LIMIT {RIVALS})
             WHERE (mine.lang = 'ja' OR mine.lang LIKE 'ja-%') AND mine.concept_id IN"
        );
        let mut query = listed(&start, concepts, "ORDER BY 1, 2, 3");
        let mut found: BTreeMap<ConceptId, Vec<Rival>> = BTreeMap::new();
        for row in &query.build().fetch_all(&mut *reading).await? {
            let rival = Rival {
                concept_id: get(row, "concept_id")?,
                term_id: get(row, "id")?,
                text: get(row, "text")?,
                review: crate::store::row::word(row, "review")?,
            };
            let of_concept: &mut Vec<Rival> = found.entry(get(row, "of_concept")?).or_default();
            if of_concept.len() < RIVALS {
                of_concept.push(rival);
            }
        }
        Ok(found)
    }

    /// What is to be used instead of terms of these concepts: the term, the one instead of it, and its text.
    ///
    /// # Errors
    /// Database errors.
    pub async fn replacements(
        &self,
        concepts: &[ConceptId],
    ) -> Result<BTreeMap<ConceptId, Vec<(TermId, TermId, String)>>, StoreError> {
        let mut query = listed(
            "SELECT t.concept_id, t.id, r.id AS replacement, r.text FROM term t JOIN term r ON r.id = t.replaced_by
             WHERE t.concept_id IN",
            concepts,
            "ORDER BY t.id",
        );
        let mut found: BTreeMap<ConceptId, Vec<(TermId, TermId, String)>> = BTreeMap::new();
        for row in &query.build().fetch_all(&self.readers).await? {
            let replaced = (get(row, "id")?, get(row, "replacement")?, get(row, "text")?);
            found.entry(get(row, "concept_id")?).or_default().push(replaced);
        }
        Ok(found)
    }

    /// The concept of a term and the term's revision.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn concept_of_term(&self, id: TermId) -> Result<(ConceptId, Revision), StoreError> {
        let row = sqlx::query("SELECT concept_id, revision FROM term WHERE id = $1")
            .bind(id.get())
            .fetch_optional(&self.readers)
            .await?
            .ok_or_else(|| StoreError::not_found("term", id))?;
        Ok((get(&row, "concept_id")?, get(&row, "revision")?))
    }
}

impl Store {
    /// The concept a definition belongs to.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn concept_of_definition(&self, id: DefinitionId) -> Result<ConceptId, StoreError> {
        let concept = sqlx::query_scalar("SELECT concept_id FROM definition WHERE id = $1")
            .bind(id.get())
            .fetch_optional(&self.readers)
            .await?;
        concept.map(ConceptId::new).ok_or_else(|| StoreError::not_found("definition", id))
    }
}

impl Write {
    /// How far these concepts reach, as the transaction sees it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn senses(&mut self, concepts: &[ConceptId]) -> Result<BTreeMap<ConceptId, Sense>, StoreError> {
        senses_of(self.connection(), concepts).await
    }

    /// The concept of a term and the term's revision, as the transaction sees it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn concept_of_term(&mut self, id: TermId) -> Result<(ConceptId, Revision), StoreError> {
        let row = self
            .optional(sqlx::query("SELECT concept_id, revision FROM term WHERE id = $1").bind(id.get()))
            .await?
            .ok_or_else(|| StoreError::not_found("term", id))?;
        Ok((get(&row, "concept_id")?, get(&row, "revision")?))
    }

    /// Who made the change of this revision, and when, as the transaction sees it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn who_changed(&mut self, revision: Revision) -> Result<Option<(String, String)>, StoreError> {
        let row =
            self.optional(sqlx::query("SELECT actor, at FROM change WHERE revision = $1").bind(revision.get())).await?;
        row.map(|row| Ok((get(&row, "actor")?, get(&row, "at")?))).transpose()
    }
}

async fn senses_of(
    connection: &mut SqliteConnection,
    concepts: &[ConceptId],
) -> Result<BTreeMap<ConceptId, Sense>, StoreError> {
    let mut query =
        QueryBuilder::new("SELECT id, project_id, scope_release_id, decided, revision FROM concept WHERE id IN");
    push_list(&mut query, concepts);
    let rows = query.build().fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            let sense = Sense {
                project_id: get(row, "project_id")?,
                scope_release_id: get(row, "scope_release_id")?,
                decided: get::<i64>(row, "decided")? == 1,
                revision: get(row, "revision")?,
            };
            Ok((get(row, "id")?, sense))
        })
        .collect()
}

/// The notes of these concepts, oldest first.
pub(in crate::store) async fn notes_of(
    connection: &mut SqliteConnection,
    concepts: &[ConceptId],
) -> Result<BTreeMap<ConceptId, Vec<Note>>, StoreError> {
    let mut query = listed(
        "SELECT id, concept_id, text, field, release_id, actor, at FROM note WHERE concept_id IN",
        concepts,
        "ORDER BY id",
    );
    let mut found: BTreeMap<ConceptId, Vec<Note>> = BTreeMap::new();
    for row in &query.build().fetch_all(connection).await? {
        let scope = match (get::<Option<String>>(row, "field")?, get::<Option<ReleaseId>>(row, "release_id")?) {
            (Some(field), _) => NoteScope::Field(field),
            (None, Some(release)) => NoteScope::Release(release),
            (None, None) => NoteScope::Project,
        };
        let note = Note {
            id: get(row, "id")?,
            text: get(row, "text")?,
            scope,
            actor: get(row, "actor")?,
            at: get(row, "at")?,
        };
        found.entry(get(row, "concept_id")?).or_default().push(note);
    }
    Ok(found)
}
