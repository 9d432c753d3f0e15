//! Brings the index of a language up to date: builds it from all segments, or adds the changes since its revision.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::{LanguageIndex, MemoryIndexes, entries, file, rules};
use crate::app::AppError;
use crate::app::blocking::blocking;
use crate::fuzzy::{Compaction, Index, IndexedSegment, LARGEST_PART, MergedParts};
use crate::model::{Lang, Revision};
use crate::store::StoredSegment;

/// Up to this many changes are added while the query waits.
const FEW: u32 = 4_000;

/// Segments read per query.
const PAGE: u32 = 20_000;

/// The file is saved again after this many changes, or after changes to one in [`UNSAVED_SHARE`] entries if that is
/// more.
const UNSAVED: usize = 50_000;
const UNSAVED_SHARE: usize = 20;

/// The name of the task in error messages.
const INDEX: &str = "the memory's index";

/// A callback for progress: language, segments read, segments in total.
pub struct Progress(Option<Box<Report>>);

type Report = dyn Fn(&Lang, u64, u64) + Send + Sync;

impl std::fmt::Debug for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Progress")
    }
}

impl Progress {
    /// Ignores progress.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// Calls `report`.
    #[must_use]
    pub fn new(report: impl Fn(&Lang, u64, u64) + Send + Sync + 'static) -> Self {
        Self(Some(Box::new(report)))
    }

    fn report(&self, lang: &Lang, read: u64, all: u64) {
        if let Some(report) = &self.0 {
            report(lang, read, all);
        }
    }
}

impl MemoryIndexes {
    /// Brings `side` to `revision` if little is missing; otherwise starts doing so in the background. Waits for a short
    /// change by another task, but not for a long one.
    pub(super) async fn catch_up(
        self: &Arc<Self>,
        side: &Arc<LanguageIndex>,
        revision: Revision,
    ) -> Result<(), AppError> {
        let turn = tokio::select! {
            turn = Arc::clone(&side.turn).lock_owned() => turn,
            () = side.long_change() => return Ok(()),
        };
        self.load_once(side).await?;
        if side.index.load_full().is_some_and(|index| index.revision() >= revision) {
            return Ok(());
        }
        if !self.is_far_behind(side).await? {
            self.bring_up_to_date(side, &Progress::none()).await?;
            self.tidy(side);
            return Ok(());
        }
        let (indexes, side) = (Arc::clone(self), Arc::clone(side));
        tokio::spawn(async move {
            let long = side.begin_long();
            if let Err(error) = indexes.bring_up_to_date(&side, &Progress::none()).await {
                tracing::error!(lang = %side.lang, %error, "could not bring the memory index up to date");
            }
            drop((long, turn));
            indexes.save_side(&side, false).await;
            indexes.tidy(&side);
        });
        Ok(())
    }

    /// Whether so much is missing from the index that a query should not wait for it.
    pub(super) async fn is_far_behind(&self, side: &LanguageIndex) -> Result<bool, AppError> {
        self.load_once(side).await?;
        let behind = match side.index.load_full() {
            Some(index) => self.store.segments_changed(index.revision(), FEW + 1).await?,
            None => u32::try_from(self.store.segment_count().await?).unwrap_or(u32::MAX),
        };
        Ok(behind > FEW)
    }

    /// Loads the index from its file if necessary, and adds everything that is missing. The caller holds `turn`.
    pub(super) async fn bring_up_to_date(&self, side: &LanguageIndex, progress: &Progress) -> Result<(), AppError> {
        self.load_once(side).await?;
        let revision = self.store.revision().await?;
        let mut index = match side.index.load_full() {
            Some(index) => index,
            None => Arc::new(self.build(side, revision, progress).await?),
        };
        side.index.store(Some(Arc::clone(&index)));
        // Adds what changed while all segments were read, or since the file was written. Adding a change twice does no
        // harm, so the index keeps its old revision until everything is in.
        let start = index.revision();
        if start >= revision {
            return Ok(());
        }
        let mut away = self.store.segments_removed_since(start).await?;
        // An import that came to its end meanwhile shows segments that are older than their revision says.
        let mut shown = None;
        loop {
            let page = self.store.segments_shown_since(start, shown, PAGE).await?;
            let is_last = page.len() < PAGE as usize;
            shown = page.last().map_or(shown, |last| Some(last.id));
            if !page.is_empty() {
                let gone: Vec<_> = page.iter().map(|stored| stored.id).collect();
                side.unsaved.fetch_add(gone.len(), Ordering::Relaxed);
                let entries = self.entries(page, &side.lang).await?;
                let old = Arc::clone(&index);
                index = Arc::new(blocking(INDEX, move || old.with_changes(&gone, entries, start)).await?);
                side.index.store(Some(Arc::clone(&index)));
            }
            if is_last {
                break;
            }
        }
        let mut after = (start, None);
        loop {
            let page = self.store.segments_since(after, PAGE).await?;
            let is_last = page.len() < PAGE as usize;
            after = page.last().map_or(after, |last| (last.revision, Some(last.id)));
            away.extend(page.iter().map(|stored| stored.id));
            side.unsaved.fetch_add(away.len(), Ordering::Relaxed);
            let entries = self.entries(page, &side.lang).await?;
            let (old, gone) = (Arc::clone(&index), std::mem::take(&mut away));
            let reached = if is_last { revision } else { start };
            index = Arc::new(blocking(INDEX, move || old.with_changes(&gone, entries, reached)).await?);
            side.index.store(Some(Arc::clone(&index)));
            if is_last {
                return Ok(());
            }
        }
    }

    /// Builds an index of all segments, as of `revision` or later.
    async fn build(&self, side: &LanguageIndex, revision: Revision, progress: &Progress) -> Result<Index, AppError> {
        let all = u64::try_from(self.store.segment_count().await?).unwrap_or_default();
        let mut index = Index::new(side.lang.clone(), revision);
        let (mut after, mut read) = (None, 0);
        let mut waiting: Vec<IndexedSegment> = Vec::new();
        loop {
            let page = self.store.segments_after(after, PAGE).await?;
            let is_last = page.len() < PAGE as usize;
            after = page.last().map(|last| last.id).or(after);
            read += page.len() as u64;
            waiting.extend(self.entries(page, &side.lang).await?);
            progress.report(&side.lang, read, all.max(read));
            if waiting.len() >= LARGEST_PART || is_last {
                let full = std::mem::take(&mut waiting);
                side.unsaved.fetch_add(full.len(), Ordering::Relaxed);
                index = blocking(INDEX, move || index.with_changes(&[], full, revision)).await?;
            }
            if is_last {
                return Ok(index);
            }
        }
    }

    /// Builds the entries of these segments, on two threads.
    async fn entries(&self, mut page: Vec<StoredSegment>, lang: &Lang) -> Result<Vec<IndexedSegment>, AppError> {
        let rest = page.split_off(page.len().div_ceil(2));
        let work = |page: Vec<StoredSegment>| {
            let (lang, words) = (lang.clone(), self.words.clone());
            blocking(INDEX, move || entries::entries(&page, &lang, &words))
        };
        let (one, other) = futures_util::future::join(work(page), work(rest)).await;
        let mut entries = one?;
        entries.extend(other?);
        Ok(entries)
    }

    /// In the background, merges parts if there are too many, and saves the index if much is unsaved.
    fn tidy(self: &Arc<Self>, side: &Arc<LanguageIndex>) {
        let many = side.unsaved.load(Ordering::Relaxed);
        let share = side.index.load().as_ref().map_or(0, |index| index.len() / UNSAVED_SHARE);
        let due = many > UNSAVED.max(share);
        if (side.compaction().is_none() && !due) || side.tidying.swap(true, Ordering::AcqRel) {
            return;
        }
        let (indexes, side) = (Arc::clone(self), Arc::clone(side));
        tokio::spawn(async move {
            while let Some(compaction) = side.compaction() {
                let Ok((compaction, merged)) = indexes.merge(compaction).await else { break };
                let _turn = side.turn.lock().await;
                side.apply_merge(&compaction, merged);
            }
            if due {
                indexes.save_side(&side, true).await;
            }
            side.tidying.store(false, Ordering::Release);
        });
    }

    /// Merges parts if there are too many. The caller holds `turn`.
    pub(super) async fn compact(&self, side: &LanguageIndex) -> Result<(), AppError> {
        while let Some(compaction) = side.compaction() {
            let (compaction, merged) = self.merge(compaction).await?;
            side.apply_merge(&compaction, merged);
        }
        Ok(())
    }

    async fn merge(&self, compaction: Compaction) -> Result<(Compaction, MergedParts), AppError> {
        blocking(INDEX, move || {
            let merged = compaction.merge();
            (compaction, merged)
        })
        .await
    }

    /// Loads the index from its file if none is loaded and the file has an earlier state of this database. Tried only
    /// once. The caller holds `turn`.
    async fn load_once(&self, side: &LanguageIndex) -> Result<(), AppError> {
        if side.loaded.load(Ordering::Acquire) {
            return Ok(());
        }
        match self.read_file(&side.lang).await? {
            None => {}
            Some(Ok(index)) => side.index.store(Some(Arc::new(index))),
            Some(Err(problem)) => {
                tracing::warn!(lang = %side.lang, problem, "cannot use the saved memory index; building it again");
            }
        }
        side.loaded.store(true, Ordering::Release);
        Ok(())
    }

    /// The index in the file of a language, or why it cannot be used; `None` without a file.
    pub(super) async fn read_file(&self, lang: &Lang) -> Result<Option<Result<Index, String>>, AppError> {
        let Some(path) = self.memory_file(lang) else { return Ok(None) };
        let rules = rules(&self.words);
        Ok(match blocking(INDEX, move || file::load(&path, &rules)).await? {
            Ok(None) => None,
            Ok(Some((index, _))) if index.lang() != lang => Some(Err("it is for another language".to_owned())),
            Ok(Some((index, mark))) => {
                if mark.is_empty() || self.store.change_mark(index.revision()).await? != mark {
                    Some(Err("it belongs to another database, or to a copy of this one".to_owned()))
                } else {
                    Some(Ok(index))
                }
            }
            Err(problem) => Some(Err(problem.to_string())),
        })
    }

    /// Saves the index if it has changed, or in any case if `anyway` is set.
    pub(super) async fn save_side(&self, side: &LanguageIndex, anyway: bool) {
        let _saving = side.saving.lock().await;
        let (Some(path), Some(index)) = (self.memory_file(&side.lang), side.index.load_full()) else { return };
        let unsaved = side.unsaved.load(Ordering::Relaxed);
        if unsaved == 0 && !anyway && path.exists() {
            return;
        }
        // Without a change mark, the file could not be matched to this database.
        let mark = self.store.change_mark(index.revision()).await.unwrap_or_default();
        if mark.is_empty() {
            return;
        }
        let (rules, shown) = (rules(&self.words), path.display().to_string());
        match blocking(INDEX, move || file::save(&path, &index, &rules, &mark)).await {
            Ok(Ok(())) => {
                side.unsaved.fetch_sub(unsaved, Ordering::Relaxed);
            }
            Ok(Err(error)) => {
                tracing::warn!(file = shown, %error, "could not save the memory index; the next start will take longer");
            }
            Err(_) => {}
        }
    }
}
