//! The terms of the base in memory, indexed to spot and to look them up, and kept in step with the base.
//!
//! Two large indexes hold the terms of one revision. Before each answer the base is asked what has changed since, which
//! goes into small indexes beside them; once those have grown, the large ones are built again while everyone goes on
//! with what there is. An index in use is never changed, so readers wait neither for writers nor for each other.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use arc_swap::ArcSwapOption;

use crate::app::AppError;
use crate::app::blocking::blocking;
use crate::lookup::{IndexedTerm, TermIndex};
use crate::model::{Review, Revision, TermId};
use crate::spot::{LexiconTerm, Spotter};
use crate::store::{Store, TermChanges, TermEntry};

/// So many changed terms are kept beside any number of others, and one changed term for each [`SHARE`] others.
const BESIDE: usize = 2_000;
const SHARE: usize = 50;

/// So many times as many changes are too many to wait for the large indexes: they are built at once.
const TOO_MANY: usize = 10;

/// What is said to have stopped when work on the indexes did.
const TERMS: &str = "known terms";

/// The terms of the base as the indexes in memory see them.
#[derive(Debug, Default)]
pub(in crate::app) struct TermSnapshot {
    /// The revision they are of.
    pub(in crate::app) revision: Revision,
    /// Finds them in texts: those offered, which nobody rejected and which have enough evidence.
    pub(in crate::app) spotter: Spotter,
    /// Looks them up: all but the rejected ones.
    pub(in crate::app) index: TermIndex,
    /// How many the large indexes hold.
    count: usize,
    changes: BTreeMap<TermId, TermChange>,
}

/// What became of a term after the large indexes were built.
#[derive(Debug, Clone)]
struct TermChange {
    /// A revision that shows it so.
    revision: Revision,
    /// The term; none where it was deleted.
    term: Option<Arc<TermEntry>>,
}

impl TermSnapshot {
    /// Large indexes of all terms.
    fn of(all: &TermChanges) -> Self {
        let (revision, count) = (all.revision, all.changed.len());
        let spotter = Spotter::new(all.changed.iter().filter_map(known));
        let index = TermIndex::new(all.changed.iter().filter_map(findable).collect());
        Self { revision, spotter, index, count, changes: BTreeMap::new() }
    }

    /// The same large indexes, with other changes beside them.
    fn with(&self, revision: Revision, changes: BTreeMap<TermId, TermChange>) -> Self {
        let changed = || changes.values().filter_map(|change| change.term.as_deref());
        let spotter = self.spotter.with_changes(changes.keys().copied(), changed().filter_map(known));
        let index = self.index.with_changes(changes.keys().copied(), changed().filter_map(findable).collect());
        Self { revision, spotter, index, count: self.count, changes }
    }

    /// These terms after more changes.
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

    /// These terms, new from the base, after the changes others have seen meanwhile.
    fn caught_up_with(self, others: &Self) -> Self {
        if others.revision <= self.revision {
            return self;
        }
        let later = others.changes.iter().filter(|(_, change)| change.revision > self.revision);
        self.with(others.revision, later.map(|(id, change)| (*id, change.clone())).collect())
    }

    /// Whether so much has changed that the large indexes should be built again.
    fn is_crowded(&self) -> bool {
        self.changes.len() > self.room()
    }

    fn room(&self) -> usize {
        BESIDE.max(self.count / SHARE)
    }
}

fn known(term: &TermEntry) -> Option<LexiconTerm> {
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

/// The terms seen last.
#[derive(Debug)]
pub(in crate::app) struct LiveTerms {
    store: Store,
    last: ArcSwapOption<TermSnapshot>,
    /// Whose turn it is to bring them up to date.
    turn: tokio::sync::Mutex<()>,
    /// Whether the large indexes are being built again.
    rebuilding: AtomicBool,
}

impl LiveTerms {
    /// None seen yet of this base.
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            last: ArcSwapOption::empty(),
            turn: tokio::sync::Mutex::default(),
            rebuilding: AtomicBool::new(false),
        }
    }

    fn at(&self, revision: Revision) -> Option<Arc<TermSnapshot>> {
        self.last.load_full().filter(|terms| terms.revision >= revision)
    }

    /// The terms of the base as they are now.
    ///
    /// # Errors
    /// Those of the database.
    pub(in crate::app) async fn current(self: &Arc<Self>) -> Result<Arc<TermSnapshot>, AppError> {
        let revision = self.store.revision().await?;
        if let Some(terms) = self.at(revision) {
            return Ok(terms);
        }
        let _turn = self.turn.lock().await;
        // Whoever had the turn before may have seen as much.
        if let Some(terms) = self.at(revision) {
            return Ok(terms);
        }
        let terms = match self.last.load_full() {
            None => self.all_terms().await?,
            Some(last) => {
                let changes = self.store.terms_changed_since(last.revision).await?;
                if changes.changed.len() > TOO_MANY * last.room() {
                    self.all_terms().await?
                } else {
                    blocking(TERMS, move || last.after(changes)).await?
                }
            }
        };
        let terms = Arc::new(terms);
        self.last.store(Some(Arc::clone(&terms)));
        if terms.is_crowded() && !self.rebuilding.swap(true, Ordering::AcqRel) {
            let live = Arc::clone(self);
            tokio::spawn(async move { live.rebuild().await });
        }
        Ok(terms)
    }

    /// Large indexes of all terms of the base.
    async fn all_terms(&self) -> Result<TermSnapshot, AppError> {
        let all = self.store.all_terms().await?;
        blocking(TERMS, move || TermSnapshot::of(&all)).await
    }

    /// Builds the large indexes again, then puts them in the place of the last.
    async fn rebuild(&self) {
        let replaced = async {
            let new = self.all_terms().await?;
            let _turn = self.turn.lock().await;
            let last = self.last.load_full();
            let new = blocking(TERMS, move || last.map(|last| new.caught_up_with(&last))).await?;
            self.last.store(new.map(Arc::new));
            Ok::<(), AppError>(())
        };
        if let Err(error) = replaced.await {
            tracing::warn!(%error, "the indexes of the terms could not be built again; changes stay beside them");
        }
        self.rebuilding.store(false, Ordering::Release);
    }
}
