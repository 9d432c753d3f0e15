//! Work lists: terms that need attention, most urgent first.

use sqlx::sqlite::SqliteRow;

use super::row::get;
use super::{Store, StoreError};
use crate::model::{ConceptId, ProjectId, Revision};

/// A concept on a work list, and what puts it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorklistConcept {
    /// The concept.
    pub concept: ConceptId,
    /// Releases, or the revision of the change.
    pub count: i64,
}

/// A key with several renderings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorklistKey {
    /// The key of the term.
    pub key: String,
    /// How many renderings it has.
    pub count: i64,
    /// The concepts it stands in, by number.
    pub concepts: Vec<ConceptId>,
}

/// Which side has several renderings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenderingSide {
    /// Japanese terms with several English ones.
    English,
    /// English terms with several Japanese ones.
    Japanese,
}

impl Store {
    /// Concepts of a project with a Japanese term and no English one that is offered, those of most releases first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn without_english(
        &self,
        project: ProjectId,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<WorklistConcept>, StoreError> {
        let sql = "SELECT t.concept_id AS concept, count(DISTINCT e.release_id) AS count
             FROM term t LEFT JOIN evidence e ON e.term_id = t.id
             WHERE t.project_id = $1 AND t.lang = 'ja' AND t.review <> 'rejected' AND NOT EXISTS (
                 SELECT 1 FROM term x WHERE x.concept_id = t.concept_id AND (x.lang = 'en' OR x.lang LIKE 'en-%')
                     AND x.review IN ('suggested', 'approved'))
             GROUP BY t.concept_id ORDER BY 2 DESC, 1 LIMIT $3 OFFSET $2";
        let rows = sqlx::query(sql).bind(project.get()).bind(skip).bind(limit).fetch_all(&self.readers).await?;
        rows.iter().map(listed).collect()
    }

    /// Concepts of a project whose English was added, changed or removed after a revision, the latest first; `count` is
    /// the revision.
    ///
    /// # Errors
    /// Database errors.
    pub async fn english_changed(
        &self,
        project: ProjectId,
        since: Revision,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<WorklistConcept>, StoreError> {
        let sql = "WITH changed AS (
                 SELECT coalesce(t.concept_id, json_extract(c.detail, '$.concept')) AS concept, c.revision
                 FROM change c LEFT JOIN term t ON t.id = c.entity_id
                 WHERE c.revision > $2 AND c.project_id = $1 AND c.entity = 'term'
                     AND (t.id IS NULL OR t.lang = 'en' OR t.lang LIKE 'en-%')
                     AND (c.action <> 'updated' OR json_extract(c.detail, '$.text') IS NOT NULL
                         OR json_extract(c.detail, '$.usage') IS NOT NULL
                         OR json_extract(c.detail, '$.review') IS NOT NULL))
             SELECT concept, max(revision) AS count FROM changed
             WHERE concept IN (SELECT id FROM concept) GROUP BY concept ORDER BY 2 DESC, 1 LIMIT $4 OFFSET $3";
        let query = sqlx::query(sql).bind(project.get()).bind(since.get()).bind(skip).bind(limit);
        query.fetch_all(&self.readers).await?.iter().map(listed).collect()
    }

    /// Terms of a project with several renderings in the other language, those with most first; abbreviations do not
    /// count as renderings, nor do terms that are not offered or must not be used.
    ///
    /// # Errors
    /// Database errors.
    pub async fn several_renderings(
        &self,
        project: ProjectId,
        several: RenderingSide,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<WorklistKey>, StoreError> {
        let (of, into, column) = match several {
            RenderingSide::English => ("ja", "en", "variant_key"),
            RenderingSide::Japanese => ("en", "ja", "key"),
        };
        let sql = format!(
            "SELECT a.key, count(DISTINCT b.{column}) AS count, group_concat(DISTINCT a.concept_id) AS concepts
             FROM term a JOIN term b ON b.concept_id = a.concept_id
             WHERE a.project_id = $1 AND a.lang = '{of}' AND b.lang = '{into}'
                 AND a.review IN ('suggested', 'approved') AND b.review IN ('suggested', 'approved')
                 AND a.kind <> 'abbreviation' AND b.kind NOT IN ('abbreviation', 'variant')
                 AND b.usage IN ('preferred', 'admitted')
             GROUP BY a.key HAVING count(DISTINCT b.{column}) > 1 ORDER BY 2 DESC, 1 LIMIT $3 OFFSET $2"
        );
        // Nothing but the words above goes into the statement.
        let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(project.get()).bind(skip).bind(limit);
        let keyed = |row: &SqliteRow| {
            let concepts: String = get(row, "concepts")?;
            let mut concepts: Vec<ConceptId> = concepts.split(',').filter_map(|id| id.parse().ok()).collect();
            concepts.sort_unstable();
            Ok(WorklistKey { key: get(row, "key")?, count: get(row, "count")?, concepts })
        };
        query.fetch_all(&self.readers).await?.iter().map(keyed).collect()
    }
}

fn listed(row: &SqliteRow) -> Result<WorklistConcept, StoreError> {
    Ok(WorklistConcept { concept: get(row, "concept")?, count: get(row, "count")? })
}
