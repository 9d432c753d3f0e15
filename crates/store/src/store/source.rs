//! Imported dictionaries and term bases with their licences; removing one removes everything it gave.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::row::{get, listed, word};
use super::write::Entity;
use super::{Store, StoreError, SweepReport, Write};
use crate::model::{ConceptId, ProjectId, SourceFacts, SourceFormat, SourceId, SourceNote};

const COLUMNS: &str =
    "SELECT s.id, s.project_id, p.name AS project, s.name, s.format, s.kept, s.licence, s.attribution,
    s.url, s.imported_at, s.entries FROM source s JOIN project p ON p.id = s.project_id";

/// What becomes of the entries of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceUse {
    /// They are concepts and terms of the project.
    Terms,
    /// They are looked up where a release leaves a term without English, and are no terms themselves.
    Evidence,
}

impl SourceUse {
    /// The word used in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Evidence => "evidence",
        }
    }

    /// Reads the word back; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Terms, Self::Evidence].into_iter().find(|kept| kept.as_str() == word)
    }
}

/// A dictionary or term base to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewSource<'a> {
    /// The project it is for.
    pub project: ProjectId,
    /// Its name, unique in the project.
    pub name: &'a str,
    /// The format it came in.
    pub format: SourceFormat,
    /// What becomes of its entries.
    pub kept: SourceUse,
    /// Whose it is. Where these are silent, what is known already stays.
    pub facts: &'a SourceFacts,
}

/// A dictionary or term base that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSource {
    /// Its number.
    pub id: SourceId,
    /// The number of its project.
    pub project_id: ProjectId,
    /// The name of its project.
    pub project: String,
    /// Its name.
    pub name: String,
    /// The format it came in.
    pub format: SourceFormat,
    /// What became of its entries.
    pub kept: SourceUse,
    /// Whose it is.
    pub facts: SourceFacts,
    /// When it was imported last, RFC 3339.
    pub imported_at: String,
    /// Entries that are in.
    pub entries: u64,
}

impl Write {
    /// The source of this name, made where there is none; what is said of it now outranks what was said before.
    ///
    /// # Errors
    /// `database_refused` when there is no such project or the name is empty.
    pub async fn ensure_source(&mut self, new: &NewSource<'_>) -> Result<StoredSource, StoreError> {
        let at = self.at().to_owned();
        self.execute(
            sqlx::query(
                "INSERT INTO source (project_id, name, format, kept, licence, attribution, url, imported_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                 ON CONFLICT (project_id, name) DO UPDATE SET format = excluded.format,
                     licence = coalesce(excluded.licence, licence),
                     attribution = coalesce(excluded.attribution, attribution),
                     url = coalesce(excluded.url, url), imported_at = excluded.imported_at",
            )
            .bind(new.project.get())
            .bind(new.name)
            .bind(new.format.as_str())
            .bind(new.kept.as_str())
            .bind(&new.facts.licence)
            .bind(&new.facts.attribution)
            .bind(&new.facts.url)
            .bind(at),
        )
        .await?;
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE s.project_id = ").push_bind(new.project.get()).push(" AND s.name = ").push_bind(new.name);
        let row = self.optional(query.build()).await?;
        row.as_ref().map(stored).transpose()?.ok_or(StoreError::Failed)
    }

    /// The source of this number, as the transaction sees it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn source_by_id(&mut self, id: SourceId) -> Result<StoredSource, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE s.id = ").push_bind(id.get());
        let row = self.optional(query.build()).await?;
        row.as_ref().map(stored).transpose()?.ok_or_else(|| StoreError::not_found("source", id))
    }

    /// How many imports filled a source.
    ///
    /// # Errors
    /// Database errors.
    pub async fn imports_of_source(&mut self, id: SourceId) -> Result<i64, StoreError> {
        self.scalar(sqlx::query("SELECT count(*) FROM import WHERE source_id = $1").bind(id.get())).await
    }

    /// Corrects what is known of the source of this name, where there is one; says whether there is.
    ///
    /// # Errors
    /// Database errors.
    pub async fn describe_source(
        &mut self,
        project: ProjectId,
        name: &str,
        facts: &SourceFacts,
    ) -> Result<bool, StoreError> {
        let done = self
            .execute(
                sqlx::query(
                    "UPDATE source SET licence = coalesce($3, licence), attribution = coalesce($4, attribution),
                         url = coalesce($5, url) WHERE project_id = $1 AND name = $2",
                )
                .bind(project.get())
                .bind(name)
                .bind(&facts.licence)
                .bind(&facts.attribution)
                .bind(&facts.url),
            )
            .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Which of these entries of a source, given by number, are new; from now on they are known.
    ///
    /// # Errors
    /// Database errors.
    pub async fn take_source_rows(&mut self, source: SourceId, rows: &[i64]) -> Result<Vec<bool>, StoreError> {
        let mut fresh = Vec::with_capacity(rows.len());
        let import = self.import().map(|import| import.id.get());
        for row in rows {
            let done = self
                .execute(
                    sqlx::query(
                        "INSERT INTO source_row (source_id, row, import_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                    )
                    .bind(source.get())
                    .bind(row)
                    .bind(import),
                )
                .await?;
            let is_new = done.rows_affected() == 1;
            if let Some(import) = import.filter(|_| !is_new) {
                self.execute(
                    sqlx::query(
                        "INSERT INTO source_row_again (import_id, source_id, row)
                         SELECT $3, source_id, row FROM source_row
                         WHERE source_id = $1 AND row = $2 AND coalesce(import_id, 0) <> $3 ON CONFLICT DO NOTHING",
                    )
                    .bind(source.get())
                    .bind(row)
                    .bind(import),
                )
                .await?;
            }
            fresh.push(is_new);
        }
        let count = fresh.iter().filter(|fresh| **fresh).count();
        self.execute(
            sqlx::query("UPDATE source SET entries = entries + $2 WHERE id = $1")
                .bind(source.get())
                .bind(super::row::number(count)),
        )
        .await?;
        Ok(fresh)
    }

    /// The concept that an entry of this source became, by the name the source has for it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn source_concept(&mut self, source: SourceId, name: &str) -> Result<Option<ConceptId>, StoreError> {
        self.optional_scalar(
            sqlx::query("SELECT concept_id FROM source_concept WHERE source_id = $1 AND name = $2")
                .bind(source.get())
                .bind(name),
        )
        .await
    }

    /// Whether an entry of this source became the concept.
    ///
    /// # Errors
    /// Database errors.
    pub async fn is_source_concept(&mut self, source: SourceId, concept: ConceptId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM source_concept WHERE concept_id = $2 AND source_id = $1)";
        self.scalar(sqlx::query(sql).bind(source.get()).bind(concept.get())).await
    }

    /// Remembers which concept an entry of this source became.
    ///
    /// # Errors
    /// `database_refused` when there is no such source or concept.
    pub async fn remember_source_concept(
        &mut self,
        source: SourceId,
        name: &str,
        concept: ConceptId,
    ) -> Result<(), StoreError> {
        let import = self.import().map(|import| import.id.get());
        self.execute(
            sqlx::query(
                "INSERT INTO source_concept (source_id, name, concept_id, import_id) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (source_id, name) DO UPDATE SET concept_id = excluded.concept_id,
                     import_id = excluded.import_id",
            )
            .bind(source.get())
            .bind(name)
            .bind(concept.get())
            .bind(import),
        )
        .await?;
        Ok(())
    }

    /// How many terms a source supports.
    ///
    /// # Errors
    /// Database errors.
    pub async fn count_source_terms(&mut self, source: &StoredSource) -> Result<usize, StoreError> {
        let count: i64 = self
            .scalar(
                sqlx::query(
                    "SELECT count(DISTINCT t.id) FROM evidence e JOIN term t ON t.id = e.term_id
                     WHERE e.kind = 'import' AND e.source = $2 AND t.project_id = $1",
                )
                .bind(source.project_id.get())
                .bind(&source.name),
            )
            .await?;
        usize::try_from(count).map_err(|_| StoreError::value("count", &count.to_string()))
    }

    /// Removes a source with everything it gave; what is left of its terms is swept. Gives what went, and the concepts
    /// whose confidence must be settled anew.
    ///
    /// # Errors
    /// Database errors.
    pub async fn remove_source(&mut self, source: &StoredSource) -> Result<(SweepReport, Vec<ConceptId>), StoreError> {
        let concepts: Vec<ConceptId> = self
            .scalars(
                sqlx::query(
                    "SELECT DISTINCT t.concept_id FROM evidence e JOIN term t ON t.id = e.term_id
                     WHERE e.kind = 'import' AND e.source = $2 AND t.project_id = $1 ORDER BY 1",
                )
                .bind(source.project_id.get())
                .bind(&source.name),
            )
            .await?;
        let gone = [
            "DELETE FROM definition WHERE release_id IS NULL AND author IS NULL AND source = $2
                 AND concept_id IN (SELECT id FROM concept WHERE project_id = $1)",
            "DELETE FROM evidence WHERE kind = 'import' AND source = $2
                 AND term_id IN (SELECT id FROM term WHERE project_id = $1)",
        ];
        for sql in gone {
            self.execute(sqlx::query(sql).bind(source.project_id.get()).bind(&source.name)).await?;
        }
        self.execute(sqlx::query("DELETE FROM source WHERE id = $1").bind(source.id.get())).await?;
        let swept = self.sweep_unsupported(source.project_id).await?;
        let left: Vec<ConceptId> =
            concepts.into_iter().filter(|concept| swept.concepts.binary_search(concept).is_err()).collect();
        for concept in &left {
            self.forget_statements(*concept).await?;
        }
        self.deleted(Entity::Source, source.id, source.project_id, json!({ "name": source.name }));
        Ok((swept, left))
    }
}

impl Store {
    /// The sources of these projects, by project and name; of all where none is named.
    ///
    /// # Errors
    /// Database errors.
    pub async fn sources(&self, projects: &[ProjectId]) -> Result<Vec<StoredSource>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        if !projects.is_empty() {
            query.push(" WHERE s.project_id IN");
            super::row::push_list(&mut query, projects);
        }
        query.push(" ORDER BY p.name, s.name");
        query.build().fetch_all(&self.readers).await?.iter().map(stored).collect()
    }
}

/// The sources behind these concepts, by concept and name.
pub(super) async fn sources_of(
    connection: &mut SqliteConnection,
    concepts: &[ConceptId],
) -> Result<BTreeMap<ConceptId, Vec<SourceNote>>, StoreError> {
    let known: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM source)").fetch_one(&mut *connection).await?;
    if !known {
        return Ok(BTreeMap::new());
    }
    let mut query: QueryBuilder<Sqlite> = listed(
        "SELECT DISTINCT t.concept_id AS concept, s.name, s.licence, s.attribution, s.url
         FROM term t JOIN evidence e ON e.term_id = t.id AND e.kind = 'import'
         JOIN source s ON s.project_id = t.project_id AND s.name = e.source WHERE t.concept_id IN",
        concepts,
        "ORDER BY 1, 2",
    );
    let mut found: BTreeMap<ConceptId, Vec<SourceNote>> = BTreeMap::new();
    for row in &query.build().fetch_all(connection).await? {
        found.entry(get(row, "concept")?).or_default().push(SourceNote { name: get(row, "name")?, facts: facts(row)? });
    }
    Ok(found)
}

pub(super) fn facts(row: &SqliteRow) -> Result<SourceFacts, StoreError> {
    Ok(SourceFacts { licence: get(row, "licence")?, attribution: get(row, "attribution")?, url: get(row, "url")? })
}

fn stored(row: &SqliteRow) -> Result<StoredSource, StoreError> {
    let entries: i64 = get(row, "entries")?;
    Ok(StoredSource {
        id: get(row, "id")?,
        project_id: get(row, "project_id")?,
        project: get(row, "project")?,
        name: get(row, "name")?,
        format: word(row, "format")?,
        kept: word(row, "kept")?,
        facts: facts(row)?,
        imported_at: get(row, "imported_at")?,
        entries: u64::try_from(entries).map_err(|_| StoreError::value("entries", &entries.to_string()))?,
    })
}
