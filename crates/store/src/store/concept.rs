//! Stores concepts and definitions, and reads whole concepts by number, page or key.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use sqlx::SqliteConnection;

use super::conflict::conflicts_of;
use super::evidence::{evidence_of, some_evidence_of};
use super::release::notes_of_releases;
use super::review::notes_of;
use super::row::{firsts, get, listed, optional_json, push_list, to_json, word};
use super::source::sources_of;
use super::term::terms_of;
use super::write::Entity;
use super::{Store, StoreError, Write};
use crate::model::{Concept, ConceptId, Definition, EntryId, Lang, ProjectId, ReleaseId};

/// Concepts fetched in one go; bounds the memory and the length of a query.
const BATCH: usize = 1_000;

impl Write {
    /// Makes a concept. `scope` names the one release that uses the word in this sense.
    ///
    /// # Errors
    /// `database_refused` when there is no such project or release.
    pub async fn insert_concept(
        &mut self,
        project: ProjectId,
        field: Option<&str>,
        scope: Option<ReleaseId>,
    ) -> Result<ConceptId, StoreError> {
        let revision = self.next_revision();
        let id: ConceptId = self.scalar(sqlx::query(
            "INSERT INTO concept (project_id, field, scope_release_id, revision) VALUES ($1, $2, $3, $4) RETURNING id",
        )
        .bind(project.get())
        .bind(field)
        .bind(scope.map(ReleaseId::get))
        .bind(revision.get())).await?;
        self.created(revision, Entity::Concept, id, project, json!({ "field": field }));
        Ok(id)
    }

    /// Adds a definition, with the entry it comes from where there is one.
    ///
    /// # Errors
    /// `not_found` when there is no such concept, `database_refused` when there is no such release or entry.
    pub async fn insert_definition(
        &mut self,
        concept: ConceptId,
        definition: &Definition,
        entry: Option<EntryId>,
    ) -> Result<(), StoreError> {
        self.touch_concept(concept, json!({ "definition": definition.source })).await?;
        let import = self.import().map(|import| import.id.get());
        self.execute(
            sqlx::query(
                "INSERT INTO definition (concept_id, lang, text, release_id, entry_id, source, author, import_id, origin)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(concept.get())
            .bind(definition.lang.as_str())
            .bind(&definition.text)
            .bind(definition.release_id.map(ReleaseId::get))
            .bind(entry.map(EntryId::get))
            .bind(&definition.source)
            .bind(&definition.author)
            .bind(import)
            .bind(definition.origin.as_ref().map(to_json).transpose()?),
        )
        .await?;
        Ok(())
    }

    /// The concepts of a project with a term of this key in exactly this language, as the transaction sees it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn concepts_with_key(
        &mut self,
        project: ProjectId,
        lang: &Lang,
        key: &str,
    ) -> Result<Vec<Concept>, StoreError> {
        let ids: Vec<ConceptId> = self.scalars(sqlx::query(
            "SELECT DISTINCT concept_id FROM term WHERE project_id = $1 AND key = $2 AND lang = $3 ORDER BY concept_id",
        )
        .bind(project.get())
        .bind(key)
        .bind(lang.as_str())).await?;
        load(self.connection(), &ids, Amount::Some).await
    }

    /// One concept, as the transaction sees it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn concept(&mut self, id: ConceptId) -> Result<Concept, StoreError> {
        load(self.connection(), &[id], Amount::Some).await?.pop().ok_or_else(|| StoreError::not_found("concept", id))
    }
}

impl Store {
    /// One concept with its terms, evidence, definitions and conflicts.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn concept(&self, id: ConceptId) -> Result<Concept, StoreError> {
        self.concepts_by_ids(&[id]).await?.pop().ok_or_else(|| StoreError::not_found("concept", id))
    }

    /// These concepts, in this order; numbers of none are left out.
    ///
    /// # Errors
    /// Database errors.
    pub async fn concepts_by_ids(&self, ids: &[ConceptId]) -> Result<Vec<Concept>, StoreError> {
        let mut reading = self.readers.begin().await?;
        load(&mut reading, ids, Amount::All).await
    }

    /// How much belongs to each of these concepts, as [`Concept::size`] counts.
    ///
    /// # Errors
    /// Database errors.
    pub async fn concept_sizes(&self, ids: &[ConceptId]) -> Result<BTreeMap<ConceptId, usize>, StoreError> {
        let mut query = listed(
            "SELECT c.id, (SELECT count(*) FROM term t WHERE t.concept_id = c.id)
                 + (SELECT count(*) FROM term t JOIN evidence e ON e.term_id = t.id WHERE t.concept_id = c.id)
                 + (SELECT count(*) FROM definition d WHERE d.concept_id = c.id)
                 + (SELECT count(*) FROM note n WHERE n.concept_id = c.id) AS size
             FROM concept c WHERE c.id IN",
            ids,
            "",
        );
        let rows = query.build().fetch_all(&self.readers).await?;
        let size = |size: i64| usize::try_from(size).unwrap_or_default();
        rows.iter().map(|row| Ok((get(row, "id")?, size(get(row, "size")?)))).collect()
    }

    /// The concepts of a project with a term of this key in any language, by number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn concepts_by_key(&self, project: ProjectId, key: &str) -> Result<Vec<Concept>, StoreError> {
        let mut reading = self.readers.begin().await?;
        let rows =
            sqlx::query("SELECT DISTINCT concept_id FROM term WHERE project_id = $1 AND key = $2 ORDER BY concept_id")
                .bind(project.get())
                .bind(key)
                .fetch_all(&mut *reading)
                .await?;
        let ids: Vec<ConceptId> = firsts(&rows)?;
        load(&mut reading, &ids, Amount::All).await
    }

    /// Up to `limit` (at most 1,000) concepts of these projects after `after` (none for the first page). A page
    /// shorter than asked for is the last. Concepts made meanwhile come on a later page, never twice.
    ///
    /// # Errors
    /// Database errors.
    pub async fn concepts(
        &self,
        projects: &[ProjectId],
        after: Option<ConceptId>,
        limit: usize,
    ) -> Result<Vec<Concept>, StoreError> {
        let mut reading = self.readers.begin().await?;
        concepts_after(&mut reading, projects, after, limit).await
    }
}

/// See [`Store::concepts`].
pub(super) async fn concepts_after(
    reading: &mut SqliteConnection,
    projects: &[ProjectId],
    after: Option<ConceptId>,
    limit: usize,
) -> Result<Vec<Concept>, StoreError> {
    let mut query = sqlx::QueryBuilder::new("SELECT id FROM concept WHERE id > ");
    query.push_bind(after.map_or(0, ConceptId::get)).push(" AND project_id IN");
    push_list(&mut query, projects);
    query.push("ORDER BY id LIMIT ").push_bind(super::row::number(limit.min(BATCH)));
    let ids: Vec<ConceptId> = firsts(&query.build().fetch_all(&mut *reading).await?)?;
    load(reading, &ids, Amount::All).await
}

/// How much of a concept is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Amount {
    /// Everything, for a reader.
    All,
    /// As much evidence and as many definitions as a decision needs, so that a term of ten thousand releases costs no more
    /// than one of fifty.
    Some,
}

/// Whole concepts in the order of `ids`, with one query for each kind of part and batch.
async fn load(
    connection: &mut SqliteConnection,
    ids: &[ConceptId],
    amount: Amount,
) -> Result<Vec<Concept>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for batch in ids.chunks(BATCH) {
        let mut concepts = heads_of(connection, batch).await?;
        let mut definitions = definitions_of(connection, batch, amount).await?;
        let mut terms = terms_of(connection, batch).await?;
        let mut evidence = match amount {
            Amount::All => evidence_of(connection, batch).await?,
            Amount::Some => some_evidence_of(connection, batch).await?,
        };
        let mut conflicts = conflicts_of(connection, batch).await?;
        let mut sources = match amount {
            Amount::All => sources_of(connection, batch).await?,
            Amount::Some => BTreeMap::new(),
        };
        let mut notes = match amount {
            Amount::All => notes_of(connection, batch).await?,
            Amount::Some => BTreeMap::new(),
        };
        for id in batch {
            let Some(mut concept) = concepts.remove(id) else { continue };
            concept.definitions = definitions.remove(id).unwrap_or_default();
            concept.terms = terms.remove(id).unwrap_or_default();
            for term in &mut concept.terms {
                term.evidence = evidence.remove(&term.id).unwrap_or_default();
            }
            concept.conflicts = conflicts.remove(id).unwrap_or_default();
            let notes = notes.remove(id).unwrap_or_default();
            concept.notes = notes.into_iter().map(|note| note.text).collect();
            concept.sources = sources.remove(id).unwrap_or_default();
            found.push(concept);
        }
    }
    Ok(found)
}

async fn heads_of(
    connection: &mut SqliteConnection,
    ids: &[ConceptId],
) -> Result<BTreeMap<ConceptId, Concept>, StoreError> {
    let mut query = listed(
        "SELECT c.id, p.name AS project, c.field, c.scope_release_id, c.revision
         FROM concept c JOIN project p ON p.id = c.project_id WHERE c.id IN",
        ids,
        "",
    );
    let mut found = BTreeMap::new();
    for row in &query.build().fetch_all(connection).await? {
        let concept = Concept {
            field: get(row, "field")?,
            scope_release_id: get(row, "scope_release_id")?,
            revision: get(row, "revision")?,
            ..Concept::empty(get(row, "id")?, get::<String>(row, "project")?)
        };
        found.insert(concept.id, concept);
    }
    Ok(found)
}

async fn definitions_of(
    connection: &mut SqliteConnection,
    ids: &[ConceptId],
    amount: Amount,
) -> Result<BTreeMap<ConceptId, Vec<Definition>>, StoreError> {
    // A transaction compares with a few definitions; a reader sees all.
    let of = match amount {
        Amount::All => "definition d",
        Amount::Some => {
            "concept c JOIN definition d
             ON d.id IN (SELECT x.id FROM definition x WHERE x.concept_id = c.id
                 ORDER BY x.author IS NULL, x.id LIMIT 24)"
        }
    };
    let which = if amount == Amount::All { "d.concept_id" } else { "c.id" };
    let start = format!(
        "SELECT d.concept_id, d.id, d.lang, d.text, d.release_id, coalesce(r.name, d.source) AS source, d.author, d.origin
         FROM {of} LEFT JOIN release r ON r.id = d.release_id WHERE {which} IN"
    );
    let mut query = listed(&start, ids, "ORDER BY d.concept_id, d.author IS NULL, d.id");
    let mut found: BTreeMap<ConceptId, Vec<Definition>> = BTreeMap::new();
    for row in &query.build().fetch_all(connection).await? {
        let definition = Definition {
            id: get(row, "id")?,
            lang: word(row, "lang")?,
            text: get(row, "text")?,
            release_id: get(row, "release_id")?,
            source: get(row, "source")?,
            author: get(row, "author")?,
            origin: optional_json(row, "origin")?,
        };
        found.entry(get(row, "concept_id")?).or_default().push(definition);
    }
    Ok(found)
}

/// Adds what is needed to cite the releases behind these concepts.
pub(super) async fn add_releases(
    connection: &mut SqliteConnection,
    concepts: &mut [Concept],
) -> Result<(), StoreError> {
    let behind = |concept: &Concept| -> BTreeSet<ReleaseId> {
        let evidence = concept.terms.iter().flat_map(|term| &term.evidence).filter_map(|evidence| evidence.release_id);
        evidence.chain(concept.definitions.iter().filter_map(|definition| definition.release_id)).collect()
    };
    let all: BTreeSet<ReleaseId> = concepts.iter().flat_map(behind).collect();
    if all.is_empty() {
        return Ok(());
    }
    let all: Vec<ReleaseId> = all.into_iter().collect();
    let mut notes = BTreeMap::new();
    for some in all.chunks(BATCH) {
        notes.append(&mut notes_of_releases(connection, some).await?);
    }
    for concept in concepts {
        concept.releases = behind(concept).iter().filter_map(|id| notes.get(id).cloned()).collect();
    }
    Ok(())
}
