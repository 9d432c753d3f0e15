//! Segments of the translation memory: insert, decide, correct, delete, and read by page.

use std::collections::BTreeSet;

use serde_json::json;
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;

use super::import::SEEN;
use super::row::{get, word};
use super::write::Entity;
use super::{NewSegment, Store, StoreError, StoredSegment, Write};
use crate::model::{
    Neighbours, PairCodes, ProjectId, Provenance, ReleaseId, Review, Segment, SegmentId, fingerprint, pair_fingerprint,
};

pub(super) const COLUMNS: &str =
    "SELECT id, project_id, release_id, source_lang, target_lang, source, target, source_key,
    confidence, review, origin, field, document, unit, context_before, context_after, created_at, author, codes, revision
    FROM segment";

impl Write {
    /// Stores segments of a release, or of an import where `release` is none. A source text a person has decided on in
    /// this release is left out: the decision stands.
    ///
    /// # Errors
    /// `database_refused` when there is no such project or release, or a confidence is not within 0 and 1.
    pub async fn insert_segments(
        &mut self,
        project: ProjectId,
        release: Option<ReleaseId>,
        segments: &[NewSegment<'_>],
    ) -> Result<Vec<SegmentId>, StoreError> {
        let decided: Vec<String> = self
            .scalars(
                sqlx::query("SELECT source FROM segment WHERE release_id = $1 AND review IN ('approved', 'rejected')")
                    .bind(release.map(ReleaseId::get)),
            )
            .await?;
        let decided: BTreeSet<String> = decided.into_iter().collect();
        let at = self.at().to_owned();
        let mut ids = Vec::with_capacity(segments.len());
        let open: Vec<_> = segments.iter().filter(|new| !decided.contains(&new.segment.source)).collect();
        if open.is_empty() {
            return Ok(ids);
        }
        let revision = self.next_revision();
        for new in open {
            let id: SegmentId = self.scalar(sqlx::query(
                "INSERT INTO segment (project_id, release_id, source_lang, target_lang, source, target, source_key,
                     confidence, review, origin, field, document, unit, context_before, context_after, created_at, author,
                     codes, revision, pair)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
                 RETURNING id",
            )
            .bind(project.get())
            .bind(release.map(ReleaseId::get))
            .bind(new.segment.source_lang.as_str())
            .bind(new.segment.target_lang.as_str())
            .bind(&new.segment.source)
            .bind(&new.segment.target)
            .bind(new.source_key)
            .bind(new.segment.confidence)
            .bind(new.review.as_str())
            .bind(&new.provenance.origin)
            .bind(&new.provenance.field)
            .bind(&new.provenance.document)
            .bind(&new.provenance.key)
            .bind(new.provenance.neighbours.before)
            .bind(new.provenance.neighbours.after)
            .bind(new.provenance.created_at.as_ref().unwrap_or(&at))
            .bind(&new.provenance.author)
            .bind(codes_column(&new.provenance.codes))
            .bind(revision.get())
            .bind(pair_fingerprint(new.segment))).await?;
            ids.push(id);
        }
        if let (Some(&first), Some(last)) = (ids.first(), ids.last()) {
            let detail = json!({ "last": last, "count": ids.len(), "texts": text_hash(segments) });
            self.created(revision, Entity::Segment, first, project, detail);
        }
        Ok(ids)
    }

    /// Keeps what the actor says about a segment, with a better translation where one is given.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn decide_segment(
        &mut self,
        id: SegmentId,
        review: Review,
        target: Option<&str>,
    ) -> Result<(), StoreError> {
        let detail = json!({ "review": review.as_str(), "target": target.map(fingerprint) });
        self.touch_segment(id, detail).await?;
        self.execute(sqlx::query("UPDATE segment SET review = $2 WHERE id = $1").bind(id.get()).bind(review.as_str()))
            .await?;
        self.keep_segments(&[id]).await?;
        match target {
            Some(target) => self.correct_target(id, target).await,
            None => Ok(()),
        }
    }

    /// The segments of a project with exactly this source text and these languages that were not aligned in a release, by
    /// number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_of_source(
        &mut self,
        project: ProjectId,
        segment: &Segment,
        source_key: &str,
    ) -> Result<Vec<StoredSegment>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE release_id IS NULL AND project_id = ").push_bind(project.get());
        query.push(" AND source_key = ").push_bind(source_key);
        query.push(" AND source = ").push_bind(segment.source.as_str());
        query.push(" AND source_lang = ").push_bind(segment.source_lang.as_str());
        query.push(" AND target_lang = ").push_bind(segment.target_lang.as_str());
        query.push(" ORDER BY id");
        self.all(query.build()).await?.iter().map(stored).collect()
    }

    /// Puts another target in the place of the one of a segment, as its actor's own; the log keeps the former one.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn replace_target(
        &mut self,
        former: &StoredSegment,
        target: &str,
        review: Review,
        confidence: f64,
    ) -> Result<(), StoreError> {
        let detail = json!({ "review": review.as_str(), "from": former.segment.target, "to": target });
        self.touch_segment(former.id, detail).await?;
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        self.execute(
            sqlx::query("UPDATE segment SET review = $2, confidence = $3, author = $4, created_at = $5 WHERE id = $1")
                .bind(former.id.get())
                .bind(review.as_str())
                .bind(confidence)
                .bind(actor)
                .bind(at),
        )
        .await?;
        self.keep_segments(&[former.id]).await?;
        self.correct_target(former.id, target).await
    }

    /// Deletes a segment; the log keeps its texts.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_segment(&mut self, id: SegmentId) -> Result<(), StoreError> {
        let sql = "DELETE FROM segment WHERE id = $1 RETURNING project_id, source, target";
        let row = self.optional(sqlx::query(sql).bind(id.get())).await?;
        let Some(row) = row else { return Err(StoreError::not_found("segment", id)) };
        let (source, target): (String, String) = (get(&row, "source")?, get(&row, "target")?);
        self.deleted(Entity::Segment, id, get(&row, "project_id")?, json!({ "source": source, "target": target }));
        Ok(())
    }

    /// Gives a segment another target text, and with it another pair.
    async fn correct_target(&mut self, id: SegmentId, target: &str) -> Result<(), StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE id = ").push_bind(id.get());
        let Some(row) = self.optional(query.build()).await? else { return Err(StoreError::not_found("segment", id)) };
        let former = stored(&row)?;
        let segment = Segment { target: target.to_owned(), ..former.segment };
        // The codes of the former text do not stand in this one.
        let codes = PairCodes { target: Vec::new(), ..former.provenance.codes };
        self.execute(
            sqlx::query("UPDATE segment SET target = $2, pair = $3, codes = $4 WHERE id = $1")
                .bind(id.get())
                .bind(target)
                .bind(pair_fingerprint(&segment))
                .bind(codes_column(&codes)),
        )
        .await?;
        Ok(())
    }
}

/// A number that stands for the texts of these segments, so that the log tells changes of other texts apart.
pub(super) fn text_hash(segments: &[NewSegment<'_>]) -> i64 {
    segments.iter().fold(0, |hash, new| {
        let pair = fingerprint(&new.segment.source).rotate_left(1) ^ fingerprint(&new.segment.target);
        hash.rotate_left(5) ^ pair
    })
}

impl Store {
    /// The segment of this number.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn segment(&self, id: SegmentId) -> Result<StoredSegment, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE id = ").push_bind(id.get()).push(" AND ").push(SEEN);
        let row = query.build().fetch_optional(&self.readers).await?;
        row.as_ref().map(stored).transpose()?.ok_or_else(|| StoreError::not_found("segment", id))
    }

    /// The segments of a release in order.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_of(&self, release: ReleaseId) -> Result<Vec<StoredSegment>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE release_id = ").push_bind(release.get()).push(" ORDER BY id");
        query.build().fetch_all(&self.readers).await?.iter().map(stored).collect()
    }
}

/// The two texts of a stored segment, with their languages and confidence.
pub(super) fn segment(row: &SqliteRow) -> Result<Segment, StoreError> {
    Ok(Segment {
        source_lang: word(row, "source_lang")?,
        target_lang: word(row, "target_lang")?,
        source: get(row, "source")?,
        target: get(row, "target")?,
        confidence: get(row, "confidence")?,
    })
}

pub(super) fn stored(row: &SqliteRow) -> Result<StoredSegment, StoreError> {
    Ok(StoredSegment {
        id: get(row, "id")?,
        project_id: get(row, "project_id")?,
        release_id: get(row, "release_id")?,
        source_key: get(row, "source_key")?,
        review: word(row, "review")?,
        segment: segment(row)?,
        provenance: provenance(row)?,
        revision: get(row, "revision")?,
    })
}

/// The columns that say where a segment comes from; its key stands in `unit`.
pub(super) fn provenance(row: &SqliteRow) -> Result<Provenance, StoreError> {
    Ok(Provenance {
        origin: get(row, "origin")?,
        field: get(row, "field")?,
        document: get(row, "document")?,
        key: get(row, "unit")?,
        neighbours: Neighbours { before: get(row, "context_before")?, after: get(row, "context_after")? },
        created_at: get(row, "created_at")?,
        author: get(row, "author")?,
        codes: get::<Option<String>>(row, "codes")?
            .map_or_else(PairCodes::default, |codes| serde_json::from_str(&codes).unwrap_or_default()),
    })
}

/// The codes of a segment as they are stored; none if it has none.
pub(super) fn codes_column(codes: &PairCodes) -> Option<String> {
    if codes.are_none() {
        return None;
    }
    // Plain data always serialises.
    serde_json::to_string(codes).ok()
}
