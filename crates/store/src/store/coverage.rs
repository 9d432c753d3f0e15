//! Counts how many terms have English, by who gives it, by field and by release.

use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite};

use super::row::{get, push_list};
use super::{Store, StoreError};
use crate::model::{ProjectId, ReleaseId};

/// Who gives the English of a head: the strongest is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HeadCounts {
    /// Heads of glossary entries.
    pub heads: i64,
    /// Those whose release gives their English.
    pub document: i64,
    /// Those whose English another release gives.
    pub other_release: i64,
    /// Those whose English a person gives.
    pub person: i64,
    /// Those whose English an import gives.
    pub import: i64,
    /// Those whose English the starter base gives.
    pub starter: i64,
}

/// The Japanese terms of a subject field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldCounts {
    /// The field; `None` for terms without one.
    pub field: Option<String>,
    /// Japanese terms.
    pub terms: i64,
    /// Those with English that is at least suggested.
    pub with_english: i64,
    /// Those with approved English.
    pub approved: i64,
}

/// The heads of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseCounts {
    /// The release.
    pub id: ReleaseId,
    /// Its name.
    pub name: String,
    /// Its date.
    pub date: Option<String>,
    /// Heads of its glossary.
    pub heads: i64,
    /// Those with English.
    pub with_english: i64,
}

/// The heads of entries with the rank of the one who gives their English: 0 the release, 1 another release, 2 a person, 3 an import,
/// 4 the starter base. Each is looked up once by concept and release, so the work grows with the rows, not with their products. A
/// head of several that has no concept of its own may have its English in another concept of its name.
const HEADS: [&str; 3] = [
    "WITH head AS MATERIALIZED (
    SELECT DISTINCT e.id AS entry_id, e.release_id, t.id AS term_id, t.concept_id, t.project_id, t.key
    FROM release r JOIN entry e ON e.release_id = r.id
    JOIN evidence v ON v.entry_id = e.id AND v.method IN ('entry', 'component')
    JOIN term t ON t.id = v.term_id AND t.lang = 'ja' AND t.kind <> 'abbreviation'
    WHERE r.project_id IN",
    "), witness AS MATERIALIZED (
    SELECT t.concept_id, v.release_id,
        min(CASE v.kind WHEN 'document' THEN 1 WHEN 'person' THEN 2 WHEN 'import' THEN 3 ELSE 4 END) AS rank
    FROM term t JOIN evidence v ON v.term_id = t.id AND v.method <> 'component'
    WHERE (t.lang = 'en' OR t.lang LIKE 'en-%') AND t.review IN ('suggested', 'approved') AND t.project_id IN",
    " GROUP BY t.concept_id, v.release_id
), best AS MATERIALIZED (
    SELECT concept_id, min(rank) AS rank FROM witness GROUP BY concept_id
), own AS MATERIALIZED (
    SELECT DISTINCT concept_id, release_id FROM witness WHERE rank = 1 AND release_id IS NOT NULL
), wanted AS MATERIALIZED (
    SELECT DISTINCT h.project_id, h.key FROM head h WHERE h.concept_id NOT IN (SELECT concept_id FROM best)
), namesake AS MATERIALIZED (
    SELECT w.project_id, w.key, min(b.rank) AS rank FROM wanted w
    JOIN term t ON t.project_id = w.project_id AND t.key = w.key AND t.lang = 'ja'
    JOIN best b ON b.concept_id = t.concept_id GROUP BY w.project_id, w.key
), ranked AS (
    SELECT h.release_id, CASE WHEN (h.concept_id, h.release_id) IN (SELECT concept_id, release_id FROM own) THEN 0
        ELSE coalesce(b.rank, n.rank) END AS rank
    FROM head h
    LEFT JOIN best b ON b.concept_id = h.concept_id
    LEFT JOIN namesake n ON n.project_id = h.project_id AND n.key = h.key
)",
];

impl Store {
    /// The heads of each release of these projects, by number; the counts of all together first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn head_counts(&self, projects: &[ProjectId]) -> Result<(HeadCounts, Vec<ReleaseCounts>), StoreError> {
        let [heads, witnesses, ranks] = HEADS;
        let mut query = QueryBuilder::<Sqlite>::new(heads);
        push_list(&mut query, projects);
        query.push(witnesses);
        push_list(&mut query, projects);
        query.push(ranks).push(
            " SELECT r.id, r.name, r.date, count(*) AS heads, count(rank) AS with_english,
                 sum(CASE WHEN rank = 0 THEN 1 ELSE 0 END) AS document,
                 sum(CASE WHEN rank = 1 THEN 1 ELSE 0 END) AS other_release,
                 sum(CASE WHEN rank = 2 THEN 1 ELSE 0 END) AS person,
                 sum(CASE WHEN rank = 3 THEN 1 ELSE 0 END) AS import,
                 sum(CASE WHEN rank = 4 THEN 1 ELSE 0 END) AS starter
             FROM ranked JOIN release r ON r.id = ranked.release_id GROUP BY r.id ORDER BY r.id",
        );
        let rows = query.build().fetch_all(&self.readers).await?;
        let mut all = HeadCounts::default();
        let mut releases = Vec::with_capacity(rows.len());
        for row in &rows {
            let release = release(row)?;
            all.heads += release.heads;
            all.document += get::<i64>(row, "document")?;
            all.other_release += get::<i64>(row, "other_release")?;
            all.person += get::<i64>(row, "person")?;
            all.import += get::<i64>(row, "import")?;
            all.starter += get::<i64>(row, "starter")?;
            releases.push(release);
        }
        Ok((all, releases))
    }

    /// The Japanese terms of each subject field of these projects that nobody rejected, those without a field first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn field_counts(&self, projects: &[ProjectId]) -> Result<Vec<FieldCounts>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(
            "WITH english AS MATERIALIZED (
                 SELECT concept_id, max(CASE review WHEN 'approved' THEN 1 ELSE 0 END) AS approved FROM term
                 WHERE (lang = 'en' OR lang LIKE 'en-%') AND review IN ('suggested', 'approved') AND project_id IN",
        );
        push_list(&mut query, projects);
        query.push(
            " GROUP BY concept_id)
             SELECT c.field, count(*) AS terms, count(n.concept_id) AS with_english,
                 coalesce(sum(n.approved), 0) AS approved
             FROM term t JOIN concept c ON c.id = t.concept_id LEFT JOIN english n ON n.concept_id = t.concept_id
             WHERE t.lang = 'ja' AND t.review <> 'rejected' AND t.project_id IN",
        );
        push_list(&mut query, projects);
        query.push(" GROUP BY c.field ORDER BY c.field");
        let rows = query.build().fetch_all(&self.readers).await?;
        let counts = |row: &SqliteRow| {
            Ok(FieldCounts {
                field: get(row, "field")?,
                terms: get(row, "terms")?,
                with_english: get(row, "with_english")?,
                approved: get(row, "approved")?,
            })
        };
        rows.iter().map(counts).collect()
    }
}

fn release(row: &SqliteRow) -> Result<ReleaseCounts, StoreError> {
    Ok(ReleaseCounts {
        id: get(row, "id")?,
        name: get(row, "name")?,
        date: get(row, "date")?,
        heads: get(row, "heads")?,
        with_english: get(row, "with_english")?,
    })
}
