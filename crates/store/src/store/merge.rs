//! Merges the segments of an import into the memory: new pairs are inserted, known pairs updated.
//!
//! Folded are segments of one project that agree in languages and in both texts, character by character. The row that
//! stays keeps the best review anybody gave (a person's word is never taken back by a file) and, beside the texts, what
//! the newest of them says. Segments aligned in a release are left alone: they come and go with it.

use std::collections::{BTreeMap, HashMap};

use serde_json::json;
use sqlx::{QueryBuilder, Sqlite};

use super::fold::{Facts, StoredPair};
use super::import::SEEN;
use super::row::{get, push_list};
use super::segment::codes_column;
use super::write::Entity;
use super::{MergeCounts, NewSegment, PairFate, StoreError, Write};
use crate::model::{ImportId, ProjectId, Revision, Segment, SegmentId, pair_fingerprint};

/// Pairs looked for in one query.
const LOOKED_FOR: usize = 500;

/// Rows stored by one statement.
const INSERTED: usize = 100;

/// What became of the segments of a batch of an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedPairs {
    /// How many are new, and how many were there.
    pub counts: MergeCounts,
    /// The fate of each, in order.
    pub fates: Vec<PairFate>,
}

/// A segment that is not.
struct NewPair<'a> {
    new: &'a NewSegment<'a>,
    pair: i64,
    facts: Facts<'a>,
}

impl Write {
    /// Stores segments of an import, each pair of texts once, and logs them as one change. A segment whose file gives no
    /// date has none.
    ///
    /// # Errors
    /// `database_refused` when there is no such project, or a confidence is not within 0 and 1.
    pub async fn merge_segments<'a>(
        &mut self,
        project: ProjectId,
        segments: &'a [NewSegment<'a>],
    ) -> Result<MergeCounts, StoreError> {
        Ok(self.merge(project, segments, None).await?.counts)
    }

    /// Stores segments as [`Write::merge_segments`] does, and which import brought them. If it has a run, nobody sees the new
    /// ones before [`Write::show_import`].
    ///
    /// # Errors
    /// `database_refused` when there is no such project or import, or a confidence is not within 0 and 1.
    pub async fn merge_imported_segments<'a>(
        &mut self,
        project: ProjectId,
        segments: &'a [NewSegment<'a>],
        import: ImportId,
    ) -> Result<ImportedPairs, StoreError> {
        self.merge(project, segments, Some(import)).await
    }

    async fn merge<'a>(
        &mut self,
        project: ProjectId,
        segments: &'a [NewSegment<'a>],
        import: Option<ImportId>,
    ) -> Result<ImportedPairs, StoreError> {
        let run = self.run_of(import).await?;
        let pairs: Vec<i64> = segments.iter().map(|new| pair_fingerprint(new.segment)).collect();
        let mut known: HashMap<i64, Vec<StoredPair<'a>>> = HashMap::new();
        for (pair, one) in self.known_pairs(project, &pairs).await? {
            known.entry(pair).or_default().push(one);
        }
        let mut fresh: Vec<NewPair<'a>> = Vec::new();
        let mut places: HashMap<i64, Vec<usize>> = HashMap::new();
        let mut brought: Vec<SegmentId> = Vec::new();
        let mut fates = Vec::with_capacity(segments.len());
        for (new, &pair) in segments.iter().zip(&pairs) {
            let facts = Facts::of(new);
            let kept = known.get_mut(&pair).and_then(|all| all.iter_mut().find(|one| same(&one.segment, new.segment)));
            if let Some(one) = kept {
                brought.push(one.id);
                fates.push(one.fold(facts));
                continue;
            }
            let here = places.entry(pair).or_default();
            let twin =
                here.iter().copied().find(|at| fresh.get(*at).is_some_and(|one| same(one.new.segment, new.segment)));
            match twin.and_then(|at| fresh.get_mut(at)) {
                Some(one) => {
                    let before = one.facts.clone();
                    fates.push(if one.facts.fold(facts) {
                        PairFate::Changed(before.differences(&one.facts))
                    } else {
                        PairFate::Unchanged
                    });
                }
                None => {
                    fates.push(PairFate::Added);
                    here.push(fresh.len());
                    fresh.push(NewPair { new, pair, facts });
                }
            }
        }
        let changed: BTreeMap<SegmentId, StoredPair<'a>> =
            known.into_values().flatten().filter(|one| one.before.is_some()).map(|one| (one.id, one)).collect();
        let added = u64::try_from(fresh.len()).unwrap_or(u64::MAX);
        let all = u64::try_from(segments.len()).unwrap_or(u64::MAX);
        let ends = self.put(project, &fresh, &changed, (import, run)).await?;
        match import {
            Some(import) => {
                // First, because what is tied to this import is no longer hidden with another that is being undone.
                self.take_over(import, run, &brought).await?;
                self.tie_segments(import, ends, &brought).await?;
            }
            None => drop(self.keep_segments(&brought).await?),
        }
        Ok(ImportedPairs { counts: MergeCounts { added, folded: all - added }, fates })
    }

    /// The number of the run of an import.
    async fn run_of(&mut self, import: Option<ImportId>) -> Result<Option<i64>, StoreError> {
        let Some(import) = import else { return Ok(None) };
        let run = self.optional(sqlx::query("SELECT run FROM import WHERE id = $1").bind(import.get())).await?;
        run.as_ref().map_or(Ok(None), |row| get(row, "run"))
    }

    /// Segments that another import added that has not come to its end, or is being undone, are seen with this one.
    async fn take_over(&mut self, import: ImportId, run: Option<i64>, brought: &[SegmentId]) -> Result<(), StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM import
            WHERE (state = 'running' AND run IS NOT NULL AND id <> $1) OR state = 'undoing')";
        let others: bool = self.scalar(sqlx::query(sql).bind(import.get())).await?;
        if !others {
            return Ok(());
        }
        let revision = self.last_revision().get();
        for some in brought.chunks(LOOKED_FOR) {
            let mut query = QueryBuilder::<Sqlite>::new("UPDATE segment SET run = ");
            query.push_bind(run).push(", revision = ").push_bind(revision + i64::from(run.is_none()));
            query.push(" WHERE NOT ").push(SEEN).push(" AND coalesce(run, -1) <> ").push_bind(run.unwrap_or(0));
            query.push(" AND id IN");
            push_list(&mut query, some);
            query.push(" RETURNING id");
            let taken: Vec<i64> = self.scalars(query.build().persistent(false)).await?;
            if let (Some(first), Some(last), Some(run)) = (taken.iter().min(), taken.iter().max(), run) {
                self.extend_run(run, *first, *last).await?;
            }
        }
        Ok(())
    }

    /// The segments of these pairs that did not come from a release.
    async fn known_pairs<'a>(
        &mut self,
        project: ProjectId,
        pairs: &[i64],
    ) -> Result<Vec<(i64, StoredPair<'a>)>, StoreError> {
        let mut known = Vec::new();
        self.borrow_pairs(project, pairs).await?;
        for some in pairs.chunks(LOOKED_FOR) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "SELECT id, pair, source_lang, target_lang, source, target, review, confidence, origin, field, document,
                     unit, context_before, context_after, created_at, author, codes, revision
                 FROM segment WHERE release_id IS NULL AND project_id = ",
            );
            query.push_bind(project.get()).push(" AND pair IN");
            push_list(&mut query, some);
            // A part of a batch is asked for once; only whole ones are worth remembering the statement.
            let statement = query.build().persistent(some.len() == LOOKED_FOR);
            for row in &self.all(statement).await? {
                known.push((get(row, "pair")?, StoredPair::of(row)?));
            }
        }
        // By number, so that of two rows of one pair the older is always the one that is found.
        known.sort_by_key(|(_, one)| one.id);
        known.dedup_by_key(|(_, one)| one.id);
        Ok(known)
    }

    /// Inserts and updates segments; gives the first and the last number of the new ones.
    async fn put(
        &mut self,
        project: ProjectId,
        fresh: &[NewPair<'_>],
        changed: &BTreeMap<SegmentId, StoredPair<'_>>,
        (import, run): (Option<ImportId>, Option<i64>),
    ) -> Result<Option<(i64, i64)>, StoreError> {
        if fresh.is_empty() && changed.is_empty() {
            return Ok(None);
        }
        // What nobody sees yet is logged when it is shown.
        let is_silent = run.is_some() && changed.is_empty();
        let revision = if is_silent { self.last_revision() } else { self.next_revision() };
        let mut ends: Option<(i64, i64)> = None;
        for some in fresh.chunks(INSERTED) {
            let last = self.insert(project, some, revision, run).await?;
            // Numbers of one statement follow one another.
            let first = last + 1 - i64::try_from(some.len()).unwrap_or_default();
            ends = Some((ends.map_or(first, |(first, _)| first), last));
        }
        for (id, one) in changed {
            if let (Some(import), Some(before)) = (import, &one.before) {
                self.note_change(import, *id, (before, one.revision), revision).await?;
            }
            self.update(*id, &one.facts, revision).await?;
        }
        if let (Some((first, last)), Some(run)) = (ends, run) {
            self.extend_run(run, first, last).await?;
        }
        let updated = changed.len();
        match (ends.filter(|_| run.is_none()), changed.first_key_value()) {
            (Some((first, last)), _) => {
                let detail = json!({ "last": last, "count": fresh.len(), "updated": updated });
                self.created(revision, Entity::Segment, first, project, detail);
            }
            (None, Some((id, _))) => {
                self.updated(revision, Entity::Segment, *id, project, json!({ "updated": updated }));
            }
            (None, None) => {}
        }
        Ok(ends)
    }

    /// Stores rows and gives the number of the last.
    async fn insert(
        &mut self,
        project: ProjectId,
        rows: &[NewPair<'_>],
        revision: Revision,
        run: Option<i64>,
    ) -> Result<i64, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(
            "INSERT INTO segment (project_id, source_lang, target_lang, source, target, source_key, confidence, review,
                 origin, field, document, unit, context_before, context_after, created_at, author, codes, revision,
                 pair, run) ",
        );
        query.push_values(rows, |mut row, one| {
            let facts = &one.facts;
            row.push_bind(project.get())
                .push_bind(one.new.segment.source_lang.as_str())
                .push_bind(one.new.segment.target_lang.as_str())
                .push_bind(one.new.segment.source.as_str())
                .push_bind(one.new.segment.target.as_str())
                .push_bind(one.new.source_key)
                .push_bind(facts.confidence)
                .push_bind(facts.review.as_str())
                .push_bind(facts.provenance.origin.as_str())
                .push_bind(facts.provenance.field.as_deref())
                .push_bind(facts.provenance.document.as_deref())
                .push_bind(facts.provenance.key.as_deref())
                .push_bind(facts.provenance.neighbours.before)
                .push_bind(facts.provenance.neighbours.after)
                .push_bind(facts.provenance.created_at.as_deref())
                .push_bind(facts.provenance.author.as_deref())
                .push_bind(codes_column(&facts.provenance.codes))
                .push_bind(revision.get())
                .push_bind(one.pair)
                .push_bind(run);
        });
        let done = self.execute(query.build().persistent(rows.len() == INSERTED)).await?;
        Ok(done.last_insert_rowid())
    }

    /// Remembers what an import found, so that an undo can put it back.
    async fn note_change(
        &mut self,
        import: ImportId,
        id: SegmentId,
        (before, found): (&Facts<'_>, Revision),
        revision: Revision,
    ) -> Result<(), StoreError> {
        let provenance = &before.provenance;
        let before = json!({
            "review": before.review.as_str(), "confidence": before.confidence, "origin": provenance.origin,
            "field": provenance.field, "document": provenance.document, "unit": provenance.key,
            "before": provenance.neighbours.before, "after": provenance.neighbours.after,
            "created_at": provenance.created_at, "author": provenance.author,
            "codes": codes_column(&provenance.codes),
        });
        self.execute(
            sqlx::query(
                "INSERT INTO import_pair (import_id, segment_id, before, revision) VALUES ($1, $2, $3, $5)
                 ON CONFLICT (import_id, segment_id) DO UPDATE SET revision = excluded.revision,
                     before = CASE WHEN import_pair.revision = $4 THEN import_pair.before ELSE excluded.before END",
            )
            .bind(import.get())
            .bind(id.get())
            .bind(before.to_string())
            .bind(found.get())
            .bind(revision.get()),
        )
        .await?;
        Ok(())
    }

    async fn update(&mut self, id: SegmentId, facts: &Facts<'_>, revision: Revision) -> Result<(), StoreError> {
        self.execute(
            sqlx::query(
                "UPDATE segment SET review = $2, confidence = $3, origin = $4, field = $5, document = $6, unit = $7,
                     context_before = $8, context_after = $9, created_at = $10, author = $11, codes = $12, revision = $13
                 WHERE id = $1",
            )
            .bind(id.get())
            .bind(facts.review.as_str())
            .bind(facts.confidence)
            .bind(&facts.provenance.origin)
            .bind(&facts.provenance.field)
            .bind(&facts.provenance.document)
            .bind(&facts.provenance.key)
            .bind(facts.provenance.neighbours.before)
            .bind(facts.provenance.neighbours.after)
            .bind(&facts.provenance.created_at)
            .bind(&facts.provenance.author)
            .bind(codes_column(&facts.provenance.codes))
            .bind(revision.get()),
        )
        .await?;
        Ok(())
    }
}

/// Whether two segments agree in languages and texts.
fn same(a: &Segment, b: &Segment) -> bool {
    a.source_lang == b.source_lang && a.target_lang == b.target_lang && a.source == b.source && a.target == b.target
}
