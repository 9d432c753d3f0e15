//! Reads the translation memory for its index: all segments page by page, and what changed or went since a revision.

use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;

use super::import::{SEEN, seen};
use super::row::{firsts, get, padded, push_list};
use super::segment::{COLUMNS, stored};
use super::{Store, StoreError, StoredSegment};
use crate::model::{ProjectId, Revision, SegmentId, fingerprint};

/// Changes that are part of a mark.
const MARKED: u32 = 100;

impl Store {
    /// Up to `limit` segments of all projects after `after` (none for the first page).
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_after(&self, after: Option<SegmentId>, limit: u32) -> Result<Vec<StoredSegment>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query
            .push(" WHERE ")
            .push(SEEN)
            .push(" AND id > ")
            .push_bind(after.map_or(0, SegmentId::get))
            .push(" ORDER BY id LIMIT ")
            .push_bind(limit);
        self.segments_found(query).await
    }

    /// Up to `limit` segments changed after a revision, or after one of its segments, in the order of revision and number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_since(
        &self,
        (revision, segment): (Revision, Option<SegmentId>),
        limit: u32,
    ) -> Result<Vec<StoredSegment>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        match segment {
            Some(segment) => query
                .push(" WHERE (revision, id) > (")
                .push_bind(revision.get())
                .push(", ")
                .push_bind(segment.get())
                .push(")"),
            None => query.push(" WHERE revision > ").push_bind(revision.get()),
        };
        query.push(" AND ").push(SEEN).push(" ORDER BY revision, id LIMIT ").push_bind(limit);
        self.segments_found(query).await
    }

    /// Up to `limit` segments after `after` (none for the first page) of imports that came to their end after a revision:
    /// nobody saw them before, whatever their own revision is.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_shown_since(
        &self,
        revision: Revision,
        after: Option<SegmentId>,
        limit: u32,
    ) -> Result<Vec<StoredSegment>, StoreError> {
        let sql = "SELECT id AS run, first_segment, last_segment FROM import_run WHERE shown > $1 AND last_segment > $2
            ORDER BY first_segment";
        let after = after.map_or(0, SegmentId::get);
        let runs = sqlx::query(sql).bind(revision.get()).bind(after).fetch_all(&self.readers).await?;
        let mut found: Vec<StoredSegment> = Vec::new();
        for run in &runs {
            let mut query = QueryBuilder::new(COLUMNS);
            query.push(" WHERE run = ").push_bind(get::<i64>(run, "run")?).push(" AND id > ").push_bind(after);
            query.push(" AND id BETWEEN ").push_bind(get::<i64>(run, "first_segment")?).push(" AND ");
            query.push_bind(get::<i64>(run, "last_segment")?).push(" AND ").push(SEEN);
            query.push(" ORDER BY id LIMIT ").push_bind(limit);
            found.extend(self.segments_found(query).await?);
        }
        found.sort_by_key(|stored| stored.id);
        found.truncate(limit as usize);
        Ok(found)
    }

    /// Up to `limit` approved segments after `after` (none for the first page), in order.
    ///
    /// # Errors
    /// Database errors.
    pub async fn approved_segments(
        &self,
        after: Option<SegmentId>,
        limit: u32,
    ) -> Result<Vec<StoredSegment>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query
            .push(" WHERE ")
            .push(SEEN)
            .push(" AND review = 'approved' AND id > ")
            .push_bind(after.map_or(0, SegmentId::get));
        query.push(" ORDER BY id LIMIT ").push_bind(limit);
        self.segments_found(query).await
    }

    /// What tells this base at `revision` from any other base, and from a copy of this one that went another way: a
    /// fingerprint of its identity and of the last changes up to then. Empty where there is no such revision.
    ///
    /// # Errors
    /// Database errors.
    pub async fn change_mark(&self, revision: Revision) -> Result<String, StoreError> {
        let sql =
            "SELECT revision, at || ' ' || actor || ' ' || action || ' ' || entity || ' ' || entity_id || ' ' || detail
            AS said FROM change WHERE revision <= $1 ORDER BY revision DESC LIMIT $2";
        let rows = sqlx::query(sql).bind(revision.get()).bind(MARKED).fetch_all(&self.readers).await?;
        let last: Revision = rows.first().map_or(Ok(Revision::START), |row| get(row, "revision"))?;
        if last != revision {
            return Ok(String::new());
        }
        let mut marked = self.meta("identity").await?.unwrap_or_default();
        for row in &rows {
            marked.push('\n');
            marked.push_str(get(row, "said")?);
        }
        Ok(format!("{revision} {:016x}", fingerprint(&marked)))
    }

    /// How many segments changed or went after `revision`, each kind counted up to `most`.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_changed(&self, revision: Revision, most: u32) -> Result<u32, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM (SELECT 1 FROM segment WHERE revision > $1 LIMIT $2))
            + (SELECT count(*) FROM (SELECT 1 FROM import_run r
                JOIN segment s ON s.id BETWEEN r.first_segment AND r.last_segment AND s.run = r.id
                WHERE r.shown > $1 LIMIT $2))
            + (SELECT count(*) FROM (SELECT 1 FROM import_undo u JOIN import_segment l ON l.import_id = u.import_id
                WHERE u.revision > $1 LIMIT $2))
            + (SELECT count(*) FROM (SELECT 1 FROM removed_segment WHERE revision > $1 LIMIT $2))";
        Ok(sqlx::query_scalar(sql).bind(revision.get()).bind(most).fetch_one(&self.readers).await?)
    }

    /// The segments removed after `revision`, or hidden since with an import that is being undone.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_removed_since(&self, revision: Revision) -> Result<Vec<SegmentId>, StoreError> {
        let sql = concat!(
            "SELECT id, revision FROM removed_segment WHERE revision > $1 UNION
                SELECT segment.id, u.revision FROM import_undo u JOIN import_segment own ON own.import_id = u.import_id
                JOIN segment ON segment.id = own.segment_id WHERE u.revision > $1 AND NOT ",
            seen!(),
            " ORDER BY 2, 1"
        );
        firsts(&sqlx::query(sql).bind(revision.get()).fetch_all(&self.readers).await?)
    }

    /// The segments of these numbers, by number; those that are gone are left out.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_by_ids(&self, ids: &[SegmentId]) -> Result<Vec<StoredSegment>, StoreError> {
        let mut found = Vec::with_capacity(ids.len());
        // One statement has room for 32,766 values.
        for ids in ids.chunks(10_000) {
            let mut query = QueryBuilder::new(COLUMNS);
            query.push(" WHERE id IN");
            push_list(&mut query, ids);
            query.push(" AND ").push(SEEN).push(" ORDER BY id");
            found.extend(self.segments_found(query).await?);
        }
        Ok(found)
    }

    /// The languages segments have, or once had, as source or target, each once.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segment_languages(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT lang FROM segment_language ORDER BY lang";
        Ok(sqlx::query_scalar(sql).fetch_all(&self.readers).await?)
    }

    /// How many segments there are in all projects.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segment_count(&self) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar("SELECT count(*) FROM segment").fetch_one(&self.readers).await?)
    }

    /// For each source text of these keys and each language: how many different targets it has in these projects, rejected
    /// ones left out.
    ///
    /// # Errors
    /// Database errors.
    pub async fn targets_by_source(
        &self,
        projects: &[ProjectId],
        keys: &[String],
    ) -> Result<Vec<((String, String), i64)>, StoreError> {
        let mut found = Vec::new();
        for keys in keys.chunks(10_000) {
            let mut query = QueryBuilder::new(
                "SELECT source, target_lang, count(DISTINCT target) AS targets FROM segment WHERE project_id IN",
            );
            push_list(&mut query, projects);
            query.push("AND source_key IN (");
            let mut list = query.separated(", ");
            for key in padded(keys) {
                list.push_bind(key);
            }
            query.push(") AND review <> 'rejected' AND ").push(SEEN).push(" GROUP BY source, target_lang");
            for row in query.build().fetch_all(&self.readers).await? {
                found.push(((get(&row, "source")?, get(&row, "target_lang")?), get(&row, "targets")?));
            }
        }
        Ok(found)
    }

    async fn segments_found(&self, mut query: QueryBuilder<sqlx::Sqlite>) -> Result<Vec<StoredSegment>, StoreError> {
        let rows: Vec<SqliteRow> = query.build().fetch_all(&self.readers).await?;
        rows.iter().map(stored).collect()
    }
}
