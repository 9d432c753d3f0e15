//! What the translation memory of each project holds, by language; also deletes what was imported into one.

use serde_json::json;
use sqlx::QueryBuilder;

use super::import::SEEN;
use super::row::{get, size, word};
use super::segment::{COLUMNS, stored};
use super::write::Entity;
use super::{Store, StoreError, StoredSegment, Write};
use crate::model::{Lang, ProjectId, SegmentId};

/// The segments of a project in one pair of languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoryInventory {
    /// The project.
    pub project: ProjectId,
    /// The language translated from.
    pub source_lang: Lang,
    /// The language translated into.
    pub target_lang: Lang,
    /// How many there are; rejected ones do not count.
    pub count: usize,
    /// When the first was made, where known, RFC 3339.
    pub first: Option<String>,
    /// When the last was.
    pub last: Option<String>,
}

impl Store {
    /// What the memories hold, by project and languages.
    ///
    /// # Errors
    /// Database errors.
    pub async fn memory_inventory(&self) -> Result<Vec<MemoryInventory>, StoreError> {
        let sql = format!(
            "SELECT project_id, source_lang, target_lang, count(*) AS count, min(created_at) AS first,
                 max(created_at) AS last
             FROM segment WHERE review <> 'rejected' AND {SEEN} GROUP BY 1, 2, 3 ORDER BY 1, 2, 4 DESC, 3"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&self.readers).await?;
        rows.iter()
            .map(|row| {
                Ok(MemoryInventory {
                    project: get(row, "project_id")?,
                    source_lang: word(row, "source_lang")?,
                    target_lang: word(row, "target_lang")?,
                    count: size(row, "count")?,
                    first: get(row, "first")?,
                    last: get(row, "last")?,
                })
            })
            .collect()
    }

    /// Up to `limit` segments from one language in a project after `after` (none for the first page); rejected ones are left out.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_from(
        &self,
        project: ProjectId,
        source_lang: &Lang,
        after: Option<SegmentId>,
        limit: u32,
    ) -> Result<Vec<StoredSegment>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query
            .push(" WHERE project_id = ")
            .push_bind(project.get())
            .push(" AND id > ")
            .push_bind(after.map_or(0, SegmentId::get));
        query
            .push(" AND ")
            .push(SEEN)
            .push(" AND review <> 'rejected' AND source_lang = ")
            .push_bind(source_lang.as_str().to_owned());
        query.push(" ORDER BY id LIMIT ").push_bind(limit);
        query.build().fetch_all(&self.readers).await?.iter().map(stored).collect()
    }

    /// The language most segments of this origin are translated from; none where there are none.
    ///
    /// # Errors
    /// Database errors.
    pub async fn language_of_origin(&self, project: ProjectId, origin: &str) -> Result<Option<Lang>, StoreError> {
        let row = sqlx::query(
            "SELECT source_lang FROM segment WHERE project_id = $1 AND origin = $2
             GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
        )
        .bind(project.get())
        .bind(origin)
        .fetch_optional(&self.readers)
        .await?;
        row.map(|row| word(&row, "source_lang")).transpose()
    }
}

impl Write {
    /// Removes the segments from one language in a project that no release holds, and forgets that the files they came in
    /// were imported, so that they can be again. Gives how many went.
    ///
    /// # Errors
    /// Database errors.
    pub async fn remove_imported_segments(
        &mut self,
        project: ProjectId,
        source_lang: &Lang,
    ) -> Result<usize, StoreError> {
        let gone: Vec<SegmentId> = self
            .scalars(
                sqlx::query(
                    "DELETE FROM segment WHERE project_id = $1 AND source_lang = $2 AND release_id IS NULL RETURNING id",
                )
                .bind(project.get())
                .bind(source_lang.as_str()),
            )
            .await?;
        self.execute(sqlx::query("DELETE FROM import WHERE project_id = $1 AND source_id IS NULL").bind(project.get()))
            .await?;
        if let (Some(first), Some(last)) = (gone.iter().min(), gone.iter().max()) {
            let detail = json!({ "last": last, "count": gone.len(), "from": source_lang });
            self.deleted(Entity::Segment, *first, project, detail);
        }
        Ok(gone.len())
    }
}
