//! The state of the base at one moment, for files that are read page by page.

use sqlx::{QueryBuilder, Sqlite, Transaction};

use super::concept::{add_releases, concepts_after};
use super::import::SEEN;
use super::row::{get, push_list, size};
use super::segment::{COLUMNS, stored};
use super::{Store, StoreError, StoredSegment};
use crate::model::{Concept, ConceptId, ProjectId, Review, Revision, SegmentId};

/// The state of the base at the first question. Writers are not held up, but it occupies one reading connection, so it must
/// not wait for anybody.
#[derive(Debug)]
pub struct Snapshot {
    reading: Transaction<'static, Sqlite>,
}

impl Store {
    /// Begins to read at one moment.
    ///
    /// # Errors
    /// Database errors.
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Ok(Snapshot { reading: self.readers.begin().await? })
    }
}

impl Snapshot {
    /// Number and time of the last change in these projects; none before the first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn last_change(&mut self, projects: &[ProjectId]) -> Result<Option<(Revision, String)>, StoreError> {
        let mut last = None;
        for project in projects {
            let sql = "SELECT revision, at FROM change WHERE project_id = $1 ORDER BY revision DESC LIMIT 1";
            let row = sqlx::query(sql).bind(project.get()).fetch_optional(&mut *self.reading).await?;
            let change = row.map(|row| Ok::<_, StoreError>((get(&row, "revision")?, get(&row, "at")?))).transpose()?;
            last = last.max(change);
        }
        Ok(last)
    }

    /// Number of the last change before a time (RFC 3339 in UTC, or its beginning); 0 if there is none.
    ///
    /// # Errors
    /// Database errors.
    pub async fn revision_before(&mut self, time: &str) -> Result<Revision, StoreError> {
        let sql = "SELECT coalesce(max(revision), 0) AS revision FROM change WHERE at < $1";
        get(&sqlx::query(sql).bind(time).fetch_one(&mut *self.reading).await?, "revision")
    }

    /// As [`Store::concepts`], with what is needed to cite the releases behind them.
    ///
    /// # Errors
    /// Database errors.
    pub async fn concepts(
        &mut self,
        projects: &[ProjectId],
        after: Option<ConceptId>,
        limit: usize,
    ) -> Result<Vec<Concept>, StoreError> {
        let mut concepts = concepts_after(&mut self.reading, projects, after, limit).await?;
        add_releases(&mut self.reading, &mut concepts).await?;
        Ok(concepts)
    }

    /// Up to `limit` segments of these projects after `after` (none for the first page).
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments(
        &mut self,
        projects: &[ProjectId],
        after: Option<SegmentId>,
        limit: u32,
    ) -> Result<Vec<StoredSegment>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE id > ").push_bind(after.map_or(0, SegmentId::get)).push(" AND project_id IN");
        push_list(&mut query, projects);
        query.push(" AND ").push(SEEN).push(" ORDER BY id LIMIT ").push_bind(limit);
        query.build().fetch_all(&mut *self.reading).await?.iter().map(stored).collect()
    }

    /// How many segments of these projects have one of these reviews.
    ///
    /// # Errors
    /// Database errors.
    pub async fn count_segments(&mut self, projects: &[ProjectId], reviews: &[Review]) -> Result<usize, StoreError> {
        let mut query = QueryBuilder::new("SELECT count(*) AS count FROM segment WHERE project_id IN");
        push_list(&mut query, projects);
        query.push(" AND review IN (");
        let mut words = query.separated(", ");
        for review in reviews {
            words.push_bind(review.as_str());
        }
        query.push(") AND ").push(SEEN);
        size(&query.build().fetch_one(&mut *self.reading).await?, "count")
    }
}
