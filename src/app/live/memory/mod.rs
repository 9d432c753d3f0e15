//! The memory index of each language: saved in a file beside the database, and brought up to date before each query.
//!
//! ```text
//! file ──load──► index ◄──catch up── change log        a question asks for the index of its language; what changed since
//!   ▲              │                                    it was asked last is added then, so that every write is seen;
//!   └─────save─────┘                                    much at once is added behind the scenes, and answers say so
//! ```
//!
//! An index in use is never modified; a change replaces it by another.

mod entries;
mod file;
mod update;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwapOption;
use tokio::sync::watch;

use crate::app::AppError;
use crate::fuzzy::{Compaction, Index, MergedParts};
use crate::model::{Lang, Revision};
use crate::store::Store;
use crate::text;
use crate::text::tokeniser::Tokeniser;

pub(in crate::app) use entries::seconds;
pub(in crate::app) use file::all as index_files;
pub use update::Progress;

/// The memory indexes of a database, one for each language queried so far.
#[derive(Debug)]
pub(in crate::app) struct MemoryIndexes {
    store: Store,
    words: Tokeniser,
    sides: Mutex<BTreeMap<String, Arc<LanguageIndex>>>,
}

/// The index of one language.
#[derive(Debug)]
struct LanguageIndex {
    lang: Lang,
    index: ArcSwapOption<Index>,
    /// Locked while the index is being changed.
    turn: Arc<tokio::sync::Mutex<()>>,
    /// Whether loading the file has been tried.
    loaded: AtomicBool,
    /// Set during a change that takes long. The task that makes it holds `turn`.
    long: watch::Sender<bool>,
    /// Set while parts are being merged.
    tidying: AtomicBool,
    /// Locked while the file is being written.
    saving: tokio::sync::Mutex<()>,
    /// Entries added or removed since the file was last written.
    unsaved: AtomicUsize,
}

/// A long change in progress; dropping it ends the change.
struct LongChange<'a>(&'a LanguageIndex);

impl Drop for LongChange<'_> {
    fn drop(&mut self) {
        self.0.long.send_replace(false);
    }
}

/// The size of the index of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemorySize {
    /// The language.
    pub lang: Lang,
    /// Number of texts: one for each side of a segment in this language.
    pub entries: usize,
    /// Size of its arrays in bytes, in memory or mapped from a file.
    pub bytes: usize,
}

/// An index to query.
#[derive(Debug, Clone)]
pub(in crate::app) struct IndexSnapshot {
    /// The index.
    pub(in crate::app) index: Arc<Index>,
    /// Whether it includes every committed segment.
    pub(in crate::app) complete: bool,
}

impl IndexSnapshot {
    /// The empty index, for a language without segments.
    fn nothing(lang: &Lang, revision: Revision) -> Self {
        Self { index: Arc::new(Index::new(lang.clone(), revision)), complete: true }
    }
}

impl MemoryIndexes {
    /// No index is loaded yet.
    pub(super) fn new(store: Store, words: Tokeniser) -> Self {
        Self { store, words, sides: Mutex::default() }
    }

    /// The index of a language, if it was queried before.
    fn existing(&self, lang: &Lang) -> Option<Arc<LanguageIndex>> {
        self.sides.lock().unwrap_or_else(PoisonError::into_inner).get(lang.primary()).map(Arc::clone)
    }

    fn side(&self, lang: &Lang) -> Arc<LanguageIndex> {
        let mut sides = self.sides.lock().unwrap_or_else(PoisonError::into_inner);
        let side = sides.entry(lang.primary().to_owned()).or_insert_with(|| Arc::new(LanguageIndex::new(lang)));
        Arc::clone(side)
    }

    fn all(&self) -> Vec<Arc<LanguageIndex>> {
        self.sides.lock().unwrap_or_else(PoisonError::into_inner).values().map(Arc::clone).collect()
    }
}

/// The saved index of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum SavedIndex {
    /// There is no file.
    Missing,
    /// The file can be used.
    Usable {
        /// Changes of the base since it was saved.
        behind: i64,
    },
    /// The file cannot be used.
    Unusable {
        /// Why.
        problem: String,
    },
}

/// The saved index of each language of the memory, read from beginning to end.
///
/// # Errors
/// Database errors.
pub(in crate::app) async fn saved_indexes(
    store: &Store,
    words: &Tokeniser,
) -> Result<Vec<(Lang, SavedIndex)>, AppError> {
    let indexes = MemoryIndexes::new(store.clone(), words.clone());
    let mut saved = Vec::new();
    for lang in indexes.languages().await? {
        let state = match indexes.read_file(&lang).await? {
            None => SavedIndex::Missing,
            Some(Ok(index)) => SavedIndex::Usable { behind: store.revision().await?.get() - index.revision().get() },
            Some(Err(problem)) => SavedIndex::Unusable { problem },
        };
        saved.push((lang, state));
    }
    Ok(saved)
}

impl LanguageIndex {
    fn new(lang: &Lang) -> Self {
        let lang = Lang::parse(lang.primary()).unwrap_or_else(|_| lang.clone());
        Self {
            lang,
            index: ArcSwapOption::empty(),
            turn: Arc::default(),
            loaded: AtomicBool::new(false),
            long: watch::Sender::new(false),
            tidying: AtomicBool::new(false),
            saving: tokio::sync::Mutex::default(),
            unsaved: AtomicUsize::new(0),
        }
    }

    /// Marks the start of a long change, which ends when the returned value is dropped. The caller holds `turn`.
    fn begin_long(&self) -> LongChange<'_> {
        self.long.send_replace(true);
        LongChange(self)
    }

    /// Waits until a long change is in progress.
    async fn long_change(&self) {
        let _ = self.long.subscribe().wait_for(|long| *long).await;
    }

    /// The next merge of index parts that should be done, if any.
    fn compaction(&self) -> Option<Compaction> {
        self.index.load().as_ref().and_then(|index| index.compaction())
    }

    /// Replaces parts of the index by what they were merged into. The caller has the turn.
    fn apply_merge(&self, compaction: &Compaction, merged: MergedParts) {
        if let Some(index) = self.index.load_full() {
            self.index.store(Some(Arc::new(index.compacted(compaction, merged))));
        }
    }
}

/// The versions of everything an index depends on apart from the segments. A change makes saved indexes unusable.
fn rules(words: &Tokeniser) -> String {
    let (normal, comparable) = (text::NORMALISATION, text::comparison::VERSION);
    format!("normal form {normal}; comparable form {comparable}; words {}", words.version())
}

impl MemoryIndexes {
    /// The index for texts in `lang`, including everything committed before this call. If too much is missing to wait
    /// for, returns the index as it is (or `None` while the first is being built) and adds the rest in the background.
    ///
    /// # Errors
    /// Database errors.
    pub(in crate::app) async fn index(self: &Arc<Self>, lang: &Lang) -> Result<Option<IndexSnapshot>, AppError> {
        let revision = self.store.revision().await?;
        let side = match self.existing(lang) {
            Some(side) => side,
            // A query for a language without segments must not create an index.
            None if !self.languages().await?.iter().any(|stored| stored.primary() == lang.primary()) => {
                return Ok(Some(IndexSnapshot::nothing(lang, revision)));
            }
            None => self.side(lang),
        };
        let loaded = || side.index.load_full();
        if let Some(index) = loaded().filter(|index| index.revision() >= revision) {
            return Ok(Some(IndexSnapshot { index, complete: true }));
        }
        self.catch_up(&side, revision).await?;
        Ok(loaded().map(|index| IndexSnapshot { complete: index.revision() >= revision, index }))
    }

    /// The languages of the memory, without region subtags, each once.
    pub(in crate::app) async fn languages(&self) -> Result<Vec<Lang>, AppError> {
        let mut langs: Vec<Lang> = Vec::new();
        for tag in self.store.segment_languages().await? {
            let lang = Lang::parse(&tag).and_then(|lang| Lang::parse(lang.primary()));
            langs.extend(lang.ok().filter(|lang| !langs.contains(lang)));
        }
        Ok(langs)
    }

    /// Brings the indexes of all languages up to date, however long that takes, and saves them.
    ///
    /// # Errors
    /// Database errors.
    pub(in crate::app) async fn prepare(&self, progress: &Progress) -> Result<(), AppError> {
        for lang in self.languages().await? {
            let side = self.side(&lang);
            let revision = self.store.revision().await?;
            if side.index.load().as_ref().is_none_or(|index| index.revision() < revision) {
                let _turn = side.turn.lock().await;
                // Queries wait for a short update; during a long one they use the index as it is.
                let _long = self.is_far_behind(&side).await?.then(|| side.begin_long());
                self.bring_up_to_date(&side, progress).await?;
                self.compact(&side).await?;
            }
            self.save_side(&side, false).await;
        }
        Ok(())
    }

    /// Saves the indexes if they have changed. A file that cannot be written only makes the next start slower, so the
    /// problem is logged and not returned.
    pub(in crate::app) async fn save(&self) {
        for side in self.all() {
            self.save_side(&side, false).await;
        }
    }

    /// The sizes of all loaded indexes, by language.
    pub(in crate::app) fn sizes(&self) -> Vec<MemorySize> {
        let size = |side: Arc<LanguageIndex>| {
            let index = side.index.load_full()?;
            Some(MemorySize { lang: side.lang.clone(), entries: index.len(), bytes: index.bytes() })
        };
        self.all().into_iter().filter_map(size).collect()
    }

    /// The file of the index of a language; `None` for an in-memory database.
    fn memory_file(&self, lang: &Lang) -> Option<PathBuf> {
        self.store.path().map(|database| file::path(database, lang))
    }
}
