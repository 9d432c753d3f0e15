//! The terms of the database in memory, indexed for spotting and look-up, and kept up to date.
//!
//! Two large indexes hold the terms of one revision. Before each query, changes since then are read from the database
//! and put into small indexes beside them. When those have grown too much, the large ones are rebuilt in the
//! background. After a change of very many terms at once, as by an import, queries are answered with the terms before it
//! until they are rebuilt. An index in use is never modified, so readers wait neither for writers nor for each other.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use arc_swap::ArcSwapOption;
use tokio::sync::watch;

use crate::app::AppError;
use crate::app::blocking::blocking;
use crate::lookup::{IndexedTerm, TermIndex};
use crate::model::{Review, Revision, TermId};
use crate::spot::{LexiconTerm, Spotter};
use crate::store::{Store, TermChanges, TermEntry};

/// The small indexes may hold this many changed terms, or one for every [`SHARE`] terms in the large ones if that is
/// more.
const BESIDE: usize = 2_000;
const SHARE: usize = 50;

/// With this many times more changes than that, no query waits for them: the large indexes are rebuilt in the background.
const TOO_MANY: usize = 10;

/// How many rebuilds to wait for: others may go on changing many terms.
const TURNS: usize = 3;

/// The name of the task in error messages.
const TERMS: &str = "known terms";

/// The indexed terms of one revision.
#[derive(Debug, Default)]
pub(in crate::app) struct TermSnapshot {
    /// The revision.
    pub(in crate::app) revision: Revision,
    /// Finds terms in texts. Holds the terms that are offered: not rejected, and with enough evidence.
    pub(in crate::app) spotter: Spotter,
    /// Looks them up: all but the rejected ones.
    pub(in crate::app) index: TermIndex,
    /// Number of terms in the large indexes.
    count: usize,
    changes: BTreeMap<TermId, TermChange>,
}

/// A change to a term after the large indexes were built.
#[derive(Debug, Clone)]
struct TermChange {
    /// A revision with this state of the term.
    revision: Revision,
    /// The term; `None` if it was deleted.
    term: Option<Arc<TermEntry>>,
}

impl TermSnapshot {
    /// Builds the large indexes from all terms.
    fn of(all: &TermChanges) -> Self {
        let (revision, count) = (all.revision, all.changed.len());
        let spotter = Spotter::new(all.changed.iter().filter_map(lexicon_term));
        let index = TermIndex::new(all.changed.iter().filter_map(findable).collect());
        Self { revision, spotter, index, count, changes: BTreeMap::new() }
    }

    /// The same large indexes with other small ones.
    fn with(&self, revision: Revision, changes: BTreeMap<TermId, TermChange>) -> Self {
        let changed = || changes.values().filter_map(|change| change.term.as_deref());
        let spotter = self.spotter.with_changes(changes.keys().copied(), changed().filter_map(lexicon_term));
        let index = self.index.with_changes(changes.keys().copied(), changed().filter_map(findable).collect());
        Self { revision, spotter, index, count: self.count, changes }
    }

    /// These terms with more changes applied.
    fn after(&self, more: TermChanges) -> Self {
        let mut changes = self.changes.clone();
        for id in more.gone {
            changes.insert(id, TermChange { revision: more.revision, term: None });
        }
        for term in more.changed {
            changes.insert(term.term_id, TermChange { revision: more.revision, term: Some(Arc::new(term)) });
        }
        self.with(more.revision, changes)
    }

    /// These newly built indexes, with the changes that were applied to `others` in the meantime.
    fn with_later_changes_of(self, others: &Self) -> Self {
        if others.revision <= self.revision {
            return self;
        }
        let later = others.changes.iter().filter(|(_, change)| change.revision > self.revision);
        self.with(others.revision, later.map(|(id, change)| (*id, change.clone())).collect())
    }

    /// Whether the large indexes should be rebuilt.
    fn is_crowded(&self) -> bool {
        self.changes.len() > self.room()
    }

    fn room(&self) -> usize {
        BESIDE.max(self.count / SHARE)
    }

    /// The most changes that a query waits for.
    fn patience(&self) -> usize {
        TOO_MANY * self.room()
    }
}

fn lexicon_term(term: &TermEntry) -> Option<LexiconTerm> {
    matches!(term.review, Review::Suggested | Review::Approved).then(|| LexiconTerm {
        term_id: term.term_id,
        concept_id: term.concept_id,
        project_id: term.project_id,
        lang: term.lang.clone(),
        text: term.text.clone(),
    })
}

fn findable(term: &TermEntry) -> Option<IndexedTerm> {
    (term.review != Review::Rejected).then(|| IndexedTerm {
        term_id: term.term_id,
        concept_id: term.concept_id,
        project_id: term.project_id,
        lang: term.lang.clone(),
        text: term.text.clone(),
        key: term.key.clone(),
        variant_key: term.variant_key.clone(),
        reading_key: term.reading_key.clone(),
        confidence: term.confidence,
    })
}

/// The latest snapshot of the terms.
#[derive(Debug)]
pub(in crate::app) struct LiveTerms {
    store: Store,
    last: ArcSwapOption<TermSnapshot>,
    /// Locked while the snapshot is being updated.
    turn: tokio::sync::Mutex<()>,
    /// Whether the large indexes are being rebuilt.
    rebuilding: AtomicBool,
    /// Set while more has changed than a query waits for.
    far_behind: watch::Sender<bool>,
}

impl LiveTerms {
    /// No terms are loaded yet.
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            last: ArcSwapOption::empty(),
            turn: tokio::sync::Mutex::default(),
            rebuilding: AtomicBool::new(false),
            far_behind: watch::Sender::new(false),
        }
    }

    fn at(&self, revision: Revision) -> Option<Arc<TermSnapshot>> {
        self.last.load_full().filter(|terms| terms.revision >= revision)
    }

    /// The current terms of the database, or those before a change of very many terms that are not indexed yet.
    ///
    /// # Errors
    /// Database errors.
    pub(in crate::app) async fn current(self: &Arc<Self>) -> Result<Arc<TermSnapshot>, AppError> {
        let revision = self.store.revision().await?;
        if let Some(terms) = self.at(revision) {
            return Ok(terms);
        }
        if let Some(terms) = self.last.load_full().filter(|_| *self.far_behind.borrow()) {
            return Ok(terms);
        }
        let _turn = self.turn.lock().await;
        // Another task may have brought them up to date in the meantime, or found that they are far behind.
        let last = self.last.load_full();
        if let Some(terms) = last.clone().filter(|terms| terms.revision >= revision || *self.far_behind.borrow()) {
            return Ok(terms);
        }
        let terms = match last {
            None => self.all_terms().await?,
            Some(last) => {
                let most = last.patience();
                if self.store.count_changed_terms(last.revision, most + 1).await? > most {
                    self.far_behind.send_replace(true);
                    self.begin_rebuild();
                    return Ok(last);
                }
                let changes = self.store.terms_changed_since(last.revision).await?;
                blocking(TERMS, move || last.after(changes)).await?
            }
        };
        let terms = Arc::new(terms);
        self.last.store(Some(Arc::clone(&terms)));
        if terms.is_crowded() {
            self.begin_rebuild();
        }
        Ok(terms)
    }

    /// Waits until everything committed before this call is indexed. Does nothing while no terms are loaded.
    ///
    /// # Errors
    /// Database errors.
    pub(in crate::app) async fn catch_up(self: &Arc<Self>) -> Result<(), AppError> {
        let revision = self.store.revision().await?;
        for _ in 0..TURNS {
            if self.last.load().is_none() || self.current().await?.revision >= revision {
                break;
            }
            // The sender lives as long as `self`.
            let _ = self.far_behind.subscribe().wait_for(|behind| !behind).await;
        }
        Ok(())
    }

    /// Rebuilds the large indexes in the background, unless that is being done.
    fn begin_rebuild(self: &Arc<Self>) {
        if !self.rebuilding.swap(true, Ordering::AcqRel) {
            let live = Arc::clone(self);
            tokio::spawn(async move { live.rebuild().await });
        }
    }

    /// Builds the large indexes of all terms.
    async fn all_terms(&self) -> Result<TermSnapshot, AppError> {
        let all = self.store.all_terms().await?;
        blocking(TERMS, move || TermSnapshot::of(&all)).await
    }

    /// Rebuilds the large indexes and replaces the old ones.
    async fn rebuild(&self) {
        let replaced = async {
            let new = self.all_terms().await?;
            let _turn = self.turn.lock().await;
            let last = self.last.load_full();
            let new = blocking(TERMS, move || last.map(|last| new.with_later_changes_of(&last))).await?;
            self.last.store(new.map(Arc::new));
            Ok::<(), AppError>(())
        };
        if let Err(error) = replaced.await {
            tracing::warn!(%error, "could not rebuild the term indexes; still using the previous ones with their changes");
        }
        self.rebuilding.store(false, Ordering::Release);
        // If a rebuild that began before the change ended now, the next query finds out and begins another.
        self.far_behind.send_replace(false);
    }
}
