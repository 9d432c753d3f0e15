//! Brings the index of a language up to a revision of the base: builds it from all segments, or adds what changed since.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::{LanguageIndex, MemoryIndexes, entries, file, rules};
use crate::app::AppError;
use crate::app::blocking::blocking;
use crate::fuzzy::{Compaction, Index, IndexedSegment, LARGEST_PART, MergedParts};
use crate::model::{Lang, Revision, SegmentId};
use crate::store::StoredSegment;

/// Changes up to this number are added while the question waits.
const FEW: u32 = 4_000;

/// Segments read at once.
const PAGE: u32 = 20_000;

/// Changes after which the file is written anew: so many, or this part of all.
const UNSAVED: usize = 50_000;
const UNSAVED_SHARE: usize = 20;

/// What is said to have stopped when work on an index did.
const INDEX: &str = "the memory's index";

/// Told what is done and how far: language, segments read, segments in all.
pub struct Progress(Option<Box<Report>>);

type Report = dyn Fn(&Lang, u64, u64) + Send + Sync;

impl std::fmt::Debug for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Progress")
    }
}

impl Progress {
    /// Tells nobody.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// Tells `report`.
    #[must_use]
    pub fn new(report: impl Fn(&Lang, u64, u64) + Send + Sync + 'static) -> Self {
        Self(Some(Box::new(report)))
    }

    fn tell(&self, lang: &Lang, read: u64, all: u64) {
        if let Some(report) = &self.0 {
            report(lang, read, all);
        }
    }
}

impl MemoryIndexes {
    /// Brings `side` to `revision` if little is missing, else begins to, behind the scenes. Waits for another's small
    /// change, not for a long one.
    pub(super) async fn catch_up(self: &Arc<Self>, side: &Arc<LanguageIndex>, revision: Revision) -> Result<(), AppError> {
        let turn = tokio::select! {
            turn = Arc::clone(&side.turn).lock_owned() => turn,
            () = side.long_change() => return Ok(()),
        };
        self.load_once(side).await?;
        if side.index.load_full().is_some_and(|index| index.revision() >= revision) {
            return Ok(());
        }
        if !self.is_far_behind(side).await? {
            self.bring_up(side, &Progress::none()).await?;
            self.tidy(side);
            return Ok(());
        }
        let (indexes, side) = (Arc::clone(self), Arc::clone(side));
        tokio::spawn(async move {
            let long = side.begin_long();
            if let Err(error) = indexes.bring_up(&side, &Progress::none()).await {
                tracing::error!(lang = %side.lang, %error, "the memory's index could not be brought up to date");
            }
            drop((long, turn));
            indexes.save_side(&side, false).await;
            indexes.tidy(&side);
        });
        Ok(())
    }

    /// Whether so much is missing in the index that nobody should wait for it.
    pub(super) async fn is_far_behind(&self, side: &LanguageIndex) -> Result<bool, AppError> {
        self.load_once(side).await?;
        let behind = match side.index.load_full() {
            Some(index) => self.store.segments_changed(index.revision(), FEW + 1).await?,
            None => u32::try_from(self.store.segment_count().await?).unwrap_or(u32::MAX),
        };
        Ok(behind > FEW)
    }

    /// Adds everything that is missing to the index, from its file where there is none. The caller has the turn.
    pub(super) async fn bring_up(&self, side: &LanguageIndex, progress: &Progress) -> Result<(), AppError> {
        self.load_once(side).await?;
        let revision = self.store.revision().await?;
        let mut index = match side.index.load_full() {
            Some(index) => index,
            None => Arc::new(self.build(side, revision, progress).await?),
        };
        side.index.store(Some(Arc::clone(&index)));
        // What was changed while the whole was read, or since the file was written. Adding it twice does no harm, so the
        // index keeps its revision until all of it is in.
        let start = index.revision();
        if start >= revision {
            return Ok(());
        }
        let mut away = self.store.segments_removed_since(start).await?;
        let mut after = (start, SegmentId::MAX);
        loop {
            let page = self.store.segments_since(after, PAGE).await?;
            let is_last = page.len() < PAGE as usize;
            after = page.last().map_or(after, |last| (last.revision, last.id));
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

    /// An index of all segments, as of `revision` or later.
    async fn build(&self, side: &LanguageIndex, revision: Revision, progress: &Progress) -> Result<Index, AppError> {
        let all = u64::try_from(self.store.segment_count().await?).unwrap_or_default();
        let mut index = Index::new(side.lang.clone(), revision);
        let (mut after, mut read) = (0, 0);
        let mut waiting: Vec<IndexedSegment> = Vec::new();
        loop {
            let page = self.store.segments_after(after, PAGE).await?;
            let is_last = page.len() < PAGE as usize;
            after = page.last().map_or(after, |last| last.id);
            read += page.len() as u64;
            waiting.extend(self.entries(page, &side.lang).await?);
            progress.tell(&side.lang, read, all.max(read));
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

    /// The entries of these segments, made on two threads.
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

    /// Puts parts together where there are too many and saves the index where much is unsaved, behind the scenes.
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

    /// Puts parts together where there are too many. The caller has the turn.
    pub(super) async fn put_in_order(&self, side: &LanguageIndex) -> Result<(), AppError> {
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

    /// Takes the index from its file, once, if there is none and the file holds an earlier state of this very base. The
    /// caller has the turn.
    async fn load_once(&self, side: &LanguageIndex) -> Result<(), AppError> {
        let Some(path) = self.memory_file(&side.lang) else { return Ok(()) };
        if side.loaded.load(Ordering::Acquire) {
            return Ok(());
        }
        let (rules, shown) = (rules(&self.words), path.display().to_string());
        let problem = match blocking(INDEX, move || file::load(&path, &rules)).await? {
            Ok(None) => None,
            Ok(Some((index, _))) if *index.lang() != side.lang => Some("it is of another language".to_owned()),
            Ok(Some((index, mark))) => {
                if mark.is_empty() || self.store.change_mark(index.revision()).await? != mark {
                    Some("it belongs to another base, or to a copy of this one".to_owned())
                } else {
                    side.index.store(Some(Arc::new(index)));
                    None
                }
            }
            Err(problem) => Some(problem.to_string()),
        };
        side.loaded.store(true, Ordering::Release);
        if let Some(problem) = problem {
            tracing::warn!(file = shown, problem, "the saved index cannot be used; it is built anew");
        }
        Ok(())
    }

    /// Writes the file of the index, if anything was added (or `anyway`).
    pub(super) async fn save_side(&self, side: &LanguageIndex, anyway: bool) {
        let _saving = side.saving.lock().await;
        let (Some(path), Some(index)) = (self.memory_file(&side.lang), side.index.load_full()) else { return };
        let unsaved = side.unsaved.load(Ordering::Relaxed);
        if unsaved == 0 && !anyway && path.exists() {
            return;
        }
        // Without a mark nobody could tell whose index it is.
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
                tracing::warn!(file = shown, %error, "the index cannot be saved; the next start takes longer");
            }
            Err(_) => {}
        }
    }
}
