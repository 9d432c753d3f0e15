//! What is held in memory or in mapped files and caught up from the change log: the terms, the indexes of the memory, what
//! approved segments taught about words. Nothing here knows the use cases; they ask through [`crate::app::Service`].

mod changes;
pub mod memory;
pub(super) mod terms;
mod translation_table;

use std::sync::Arc;

use changes::ChangeWatch;
use memory::MemoryIndexes;
use terms::LiveTerms;
use translation_table::LiveTranslationTable;

use crate::store::Store;
use crate::text::tokeniser::Tokeniser;

/// Everything of one base that is kept current.
#[derive(Debug)]
pub(super) struct Live {
    /// The terms, indexed to spot and to look them up.
    pub(super) terms: Arc<LiveTerms>,
    /// The indexes of the memory.
    pub(super) memory: Arc<MemoryIndexes>,
    /// What approved segments taught about words.
    pub(super) translations: LiveTranslationTable,
    /// Tells waiting callers of changes.
    pub(super) changes: Arc<ChangeWatch>,
}

impl Live {
    /// Nothing is loaded before it is asked for.
    pub(super) fn new(store: &Store, words: &Tokeniser) -> Self {
        Self {
            terms: Arc::new(LiveTerms::new(store.clone())),
            memory: Arc::new(MemoryIndexes::new(store.clone(), words.clone())),
            translations: LiveTranslationTable::new(store.clone(), words.clone()),
            changes: Arc::new(ChangeWatch::new(store.clone())),
        }
    }
}
