//! The fuzzy index of each language: beside the database in a file, caught up with it, asked by whoever suggests.
//!
//! ```text
//! file ──load──► index ◄──catch up── change log        a question asks for the index of its language; what changed since
//!   ▲              │                                    it was asked last is added then, so that every write is seen;
//!   └─────save─────┘                                    much at once is added behind the scenes, and answers say so
//! ```
//!
//! Whoever searches holds an index that is never changed; a change puts another in its place.

mod file;
mod rows;
mod update;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwapOption;

use super::{AppError, Service};
use crate::model::Lang;
use crate::search::Index;
use crate::text;
use crate::text::words::Words;

pub(super) use rows::seconds;
pub use update::Progress;

/// The indexes of a base, one for each language that was asked for.
#[derive(Debug, Default)]
pub(super) struct Memory {
    sides: Mutex<BTreeMap<String, Arc<Side>>>,
}

/// The index of one language.
#[derive(Debug)]
struct Side {
    lang: Lang,
    index: ArcSwapOption<Index>,
    /// Held by whoever changes the index.
    turn: Arc<tokio::sync::Mutex<()>>,
    /// Set while a change is under way that takes long.
    long: AtomicBool,
    /// Entries added or removed since the file was written.
    unsaved: AtomicUsize,
}

/// An index to ask.
#[derive(Debug, Clone)]
pub(super) struct Current {
    /// The index.
    pub(super) index: Arc<Index>,
    /// Whether it holds everything of the base.
    pub(super) complete: bool,
}

impl Memory {
    fn side(&self, lang: &Lang) -> Arc<Side> {
        let mut sides = self.sides.lock().unwrap_or_else(PoisonError::into_inner);
        let side = sides.entry(lang.primary().to_owned()).or_insert_with(|| Arc::new(Side::new(lang)));
        Arc::clone(side)
    }

    fn all(&self) -> Vec<Arc<Side>> {
        self.sides.lock().unwrap_or_else(PoisonError::into_inner).values().map(Arc::clone).collect()
    }
}

impl Side {
    fn new(lang: &Lang) -> Self {
        let lang = Lang::parse(lang.primary()).unwrap_or_else(|_| lang.clone());
        Self {
            lang,
            index: ArcSwapOption::empty(),
            turn: Arc::default(),
            long: AtomicBool::new(false),
            unsaved: AtomicUsize::new(0),
        }
    }
}

/// What an index depends on beside the segments: a change makes it useless.
fn rules(words: &Words) -> String {
    let (normal, comparable) = (text::NORMALISATION, text::comparable::VERSION);
    format!("normal form {normal}; comparable form {comparable}; words {}", words.version())
}

impl Service {
    /// The index for texts in `lang`, with everything that was committed before this call, unless that is much: then the
    /// index as it is, or none while the first is built, and the rest behind the scenes.
    ///
    /// # Errors
    /// Those of the database.
    pub(super) async fn memory(&self, lang: &Lang) -> Result<Option<Current>, AppError> {
        let side = self.memories().side(lang);
        let revision = self.store().revision().await?;
        let known = || side.index.load_full();
        if let Some(index) = known().filter(|index| index.revision() >= revision) {
            return Ok(Some(Current { index, complete: true }));
        }
        if side.long.load(Ordering::Acquire) {
            return Ok(known().map(|index| Current { index, complete: false }));
        }
        self.catch_up(&side, revision, false).await?;
        Ok(known().map(|index| Current { complete: index.revision() >= revision, index }))
    }

    /// Brings the indexes of all languages of the base up to date, however long that takes, and saves them; `progress` is
    /// told how far it is.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn prepare_memory(&self, progress: &Progress) -> Result<(), AppError> {
        let mut langs = Vec::new();
        for tag in self.store().segment_languages().await? {
            let lang = Lang::parse(&tag).unwrap_or(Lang::EN);
            if langs.iter().all(|known: &Lang| known.primary() != lang.primary()) {
                langs.push(lang);
            }
        }
        for lang in langs {
            let side = self.memories().side(&lang);
            let revision = self.store().revision().await?;
            if side.index.load().as_ref().is_none_or(|index| index.revision() < revision) {
                let turn = Arc::clone(&side.turn).lock_owned().await;
                side.long.store(true, Ordering::Release);
                let done = self.bring_up(&side, progress).await;
                side.long.store(false, Ordering::Release);
                drop(turn);
                done?;
            }
            self.save_side(&side, false).await;
        }
        Ok(())
    }

    /// Saves what was added to the indexes since they were saved last. A file that cannot be written costs time at the next
    /// start, nothing else, so it is logged and no error.
    pub async fn save_memory(&self) {
        for side in self.memories().all() {
            self.save_side(&side, false).await;
        }
    }

    /// How many entries the index of a language holds, how many bytes, and in how many parts; `None` where there is none.
    #[must_use]
    pub fn memory_size(&self, lang: &Lang) -> Option<(usize, usize, usize)> {
        let index = self.memories().side(lang).index.load_full()?;
        Some((index.len(), index.bytes(), index.parts()))
    }

    /// Where the index of a language is kept; nowhere for a base in memory.
    fn memory_file(&self, lang: &Lang) -> Option<PathBuf> {
        self.store().path().map(|database| file::path(database, lang))
    }
}
