//! The term base and translation memory in SQLite.
//!
//! SQL lives here only, one function per question, one file per subject. A [`Store`] answers questions from a few
//! reading connections that never wait for a writer; [`Store::write`] begins a transaction, a [`Write`], on the one
//! writing connection. All of a transaction is stored at its commit, or nothing.
//!
//! The database runs in write-ahead mode with `synchronous = FULL`: a commit returns after the disk has it, so
//! neither a killed process nor a power cut loses what was acknowledged. It costs one flush per transaction, which
//! is one per release: little beside reading the document.

mod change;
mod check;
mod concept;
mod conflict;
mod copy;
mod correction;
mod coverage;
mod curate;
mod decision;
mod dictionary;
mod draft;
mod english;
mod entry;
mod error;
mod evidence;
mod fold;
mod follow;
mod glossary;
mod head;
mod health;
mod import;
mod import_segment;
mod import_undo;
mod inspection;
mod inventory;
mod link;
mod memory;
mod merge;
mod open;
mod pairing;
mod presence;
mod project;
mod read_only;
mod records;
mod rekey;
mod release;
mod replacement;
mod resource;
mod review;
mod row;
mod segment;
mod segment_undo;
mod session;
mod settings;
mod snapshot;
mod source;
mod statement;
mod statistics;
mod step;
mod sweep;
mod term;
mod token;
mod worklist;
mod write;

pub use change::ChangeFilter;
pub use check::{StoredCheckSettings, StoredIgnore};
pub use copy::{BaseFacts, BaseFile};
pub use correction::NewCorrection;
pub use coverage::{FieldCounts, HeadCounts, ReleaseCounts};
pub use dictionary::{DictionaryEntry, KeyedDictionaryEntry, NewDictionaryEntry};
pub use english::EnglishName;
pub use error::{Cause, StoreError};
pub use fold::PairFate;
pub use glossary::{GlossaryRow, NewGlossaryEntry, PairRow, StoredGlossaryEntry};
pub use head::{EnglishPlaces, StoredHead};
pub use health::{Counts, Health};
pub use import::{ImportState, ImportStep, MergeCounts, NewImport, StoredImport};
pub use import_segment::{ImportRemoval, ImportedFile};
pub use import_undo::TermsUndone;
pub use inspection::{Inspection, free_space, is_writable};
pub use inventory::MemoryInventory;
pub use merge::ImportedPairs;
pub use records::{
    Decision, NewEntry, NewEvidence, NewLink, NewRelease, NewSegment, NewTerm, Project, ReleaseFilter, ReleaseHead,
    StoredEntry, StoredLink, StoredReference, StoredRelease, StoredSegment, SweepReport, TermChanges, TermEntry,
    TermKeys, Verdict,
};
pub use rekey::KeyedTerm;
pub use replacement::{LockedFile, move_logs};
pub use resource::Resource;
pub use review::{
    NewDecision, Note, NoteScope, Obstacle, OpenTerm, QueueFilter, QueuePosition, ReversibleWrite, Rival, Ruling,
    Sense, StoredDecision, WriteMark,
};
pub use segment_undo::UndoStep;
pub use session::{NewSession, SessionOwner, StoredSession};
pub use settings::Settings;
pub use snapshot::Snapshot;
pub use source::{NewSource, SourceUse, StoredSource};
pub use statement::StatedTerm;
pub use token::{NewToken, StoredToken};
pub use worklist::{RenderingSide, WorklistConcept, WorklistKey};
pub use write::Write;

use presence::OpenFiles;
use read_only::ReadOnly;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The term base. Cheap to clone; all clones share the connections.
#[derive(Debug, Clone)]
pub struct Store {
    writer: sqlx::SqlitePool,
    readers: sqlx::SqlitePool,
    /// A connection that no question uses, so that a probe never waits for one.
    probe: sqlx::SqlitePool,
    path: Option<PathBuf>,
    /// The files as they were opened; none for a store in memory.
    files: Option<Arc<OpenFiles>>,
    /// Why the store only answers questions; none for one that can be written.
    read_only: Option<Arc<ReadOnly>>,
    /// Whether a transaction was committed since the store was opened.
    changed: Arc<AtomicBool>,
    /// Whether it is a draft beside another store.
    is_draft: bool,
}

impl Store {
    /// Whether the store only answers questions, because its file cannot be written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only.as_ref().is_some_and(|read_only| read_only.writable().is_none())
    }

    /// Closes all connections after the work under way has ended; later calls fail with `database_closed`.
    ///
    /// A store that was changed refreshes the statistics of the query planner first, unless another program is writing. One
    /// that only answered questions takes no lock.
    pub async fn close(&self) {
        if let Some(writable) = self.read_only.as_ref().and_then(|read_only| read_only.writable()) {
            writable.close_connections().await;
        }
        self.close_connections().await;
    }

    async fn close_connections(&self) {
        self.readers.close().await;
        self.probe.close().await;
        if self.changed.load(Ordering::Relaxed) {
            let _ = self.refresh_statistics().await;
        }
        self.writer.close().await;
    }

    async fn refresh_statistics(&self) -> Result<(), StoreError> {
        statistics::refresh(&mut *self.writer.acquire().await?).await
    }
}
