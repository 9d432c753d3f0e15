//! The store in, all its terms of one revision in memory out, for look-ups no index of the database answers.

use crate::model::Revision;
use crate::store::{Store, StoreError, TermEntry};
use crate::text::kana;

/// All terms of one revision.
#[derive(Debug)]
pub struct Snapshot {
    /// The revision they are of; terms may be newer, never older.
    pub revision: Revision,
    /// The terms by number.
    pub terms: Vec<Kept>,
}

/// A term and what it is compared by.
#[derive(Debug)]
pub struct Kept {
    /// The term.
    pub term: TermEntry,
    /// Its reading in Latin letters, folded.
    pub romaji: Option<String>,
}

impl Snapshot {
    /// Reads all terms of all projects.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn of(store: &Store) -> Result<Self, StoreError> {
        // The revision first: terms that come in between make the snapshot newer than it says, never older.
        let revision = store.revision().await?;
        let projects: Vec<_> = store.projects().await?.into_iter().map(|project| project.id).collect();
        let terms = store.all_term_keys(&projects, None).await?;
        let terms = terms
            .into_iter()
            .map(|term| {
                let romaji = term.reading_key.as_deref().map(|reading| kana::romaji_key(&kana::romaji(reading)));
                Kept { term, romaji }
            })
            .collect();
        Ok(Self { revision, terms })
    }
}
