//! State held in memory or mapped files and kept up to date from the change log: the terms, the memory indexes, and the
//! translation table learned from approved segments.
//!
//! It does not depend on the use cases, which reach it through
//! [`crate::app::Service`].

mod changes;
pub mod memory;
pub(super) mod terms;
mod translation_table;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use changes::ChangeWatch;
use memory::MemoryIndexes;
use terms::LiveTerms;
use translation_table::LiveTranslationTable;

use crate::store::Store;
use crate::text::tokeniser::Tokeniser;

/// The live state of one database.
#[derive(Debug)]
pub(super) struct Live {
    /// The terms, indexed for spotting and look-up.
    pub(super) terms: Arc<LiveTerms>,
    /// The memory indexes, one per language.
    pub(super) memory: Arc<MemoryIndexes>,
    /// Which words translate each other, learned from approved segments.
    pub(super) translations: LiveTranslationTable,
    /// Notifies waiting callers of changes.
    pub(super) changes: Arc<ChangeWatch>,
}

impl Live {
    /// Empty at first: everything is loaded when first needed.
    pub(super) fn new(store: &Store, words: &Tokeniser) -> Self {
        Self {
            terms: Arc::new(LiveTerms::new(store.clone())),
            memory: Arc::new(MemoryIndexes::new(store.clone(), words.clone())),
            translations: LiveTranslationTable::new(store.clone(), words.clone()),
            changes: Arc::new(ChangeWatch::new(store.clone())),
        }
    }
}

/// The files beside a database in which its live state is saved.
pub(super) fn saved_files(database: &Path) -> Vec<PathBuf> {
    let table = translation_table::file_beside(database);
    let table = if table.exists() { Some(table) } else { None };
    memory::index_files(database).into_iter().chain(table).collect()
}
