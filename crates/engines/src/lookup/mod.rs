//! TERM LOOK-UP: an in-memory index of all terms, searched as you type.
//!
//! [`TermIndex::search`] finds the terms that equal a query, are spelt or read like it, begin with it, contain it or resemble
//! it. Results come best first, each concept once, and are exactly what comparing the query with every term would give. Kinds
//! of match are tried in order and the search stops once enough results are found, because no match of a later kind ranks
//! above one of an earlier kind.
//!
//! A term base changes a few terms at a time: [`TermIndex::with_changes`] keeps the large [`table`] and adds a small one with
//! the changes.

mod bigrams;
mod brackets;
mod distance;
mod lengths;
mod letter_counts;
mod query;
mod ranking;
mod similar;
mod suggestions;
mod table;

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::model::{ConceptId, Lang, MatchKind, ProjectId, TermId};
use ranking::Candidate;
use table::TermTable;

pub use query::TermQuery;

/// A term as the index takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexedTerm {
    /// The term.
    pub term_id: TermId,
    /// Its concept.
    pub concept_id: ConceptId,
    /// The project it belongs to.
    pub project_id: ProjectId,
    /// Its language.
    pub lang: Lang,
    /// The term as written.
    pub text: String,
    /// Its key.
    pub key: String,
    /// Its key with spelling variants folded.
    pub variant_key: String,
    /// The key of its reading, in katakana.
    pub reading_key: Option<String>,
    /// Probability that it names its concept, 0 to 1.
    pub confidence: f64,
}

/// A matching term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermHit {
    /// How it matched.
    pub kind: MatchKind,
    /// 0 to 100; 100 only for an exact match.
    pub score: u8,
    /// The term.
    pub term_id: TermId,
    /// Its concept.
    pub concept_id: ConceptId,
    /// The term as written.
    pub text: String,
}

/// An index of terms. Immutable and cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct TermIndex {
    main: Arc<TermTable>,
    /// Terms added or changed since `main` was built; they replace those with the same identifier.
    changed: Arc<TermTable>,
    /// Terms of `main` that were changed or deleted.
    removed: Arc<FxHashSet<TermId>>,
}

const KINDS: [MatchKind; 6] = [
    MatchKind::Exact,
    MatchKind::Variant,
    MatchKind::Reading,
    MatchKind::Prefix,
    MatchKind::Substring,
    MatchKind::Fuzzy,
];

impl TermIndex {
    /// An index of these terms.
    #[must_use]
    pub fn new(terms: Vec<IndexedTerm>) -> Self {
        Self { main: Arc::new(TermTable::new(terms)), ..Self::default() }
    }

    /// The index built by [`TermIndex::new`] without the terms in `removed` and with those in `changed`. Earlier changes are
    /// not kept: pass all of them each time.
    #[must_use]
    pub fn with_changes(&self, removed: impl IntoIterator<Item = TermId>, changed: Vec<IndexedTerm>) -> Self {
        Self {
            main: Arc::clone(&self.main),
            changed: Arc::new(TermTable::new(changed)),
            removed: Arc::new(removed.into_iter().collect()),
        }
    }

    /// The terms that match a query, best first: by kind of match, score, rank of the project, confidence, concept and term
    /// identifier. Terms with the marks around the query come first, then those without.
    #[must_use]
    pub fn search(&self, query: &TermQuery) -> Vec<TermHit> {
        let mut hits = Vec::with_capacity(query.limit);
        let mut seen: BTreeSet<ConceptId> = BTreeSet::new();
        if let Some(inner) = query.without_marks() {
            self.search_kinds(query, &[MatchKind::Exact], &mut hits, &mut seen);
            self.search_kinds(&inner, &KINDS, &mut hits, &mut seen);
        } else {
            self.search_kinds(query, &KINDS, &mut hits, &mut seen);
        }
        hits
    }

    /// Adds the terms that match a query in one of these ways.
    fn search_kinds(
        &self,
        query: &TermQuery,
        kinds: &[MatchKind],
        hits: &mut Vec<TermHit>,
        seen: &mut BTreeSet<ConceptId>,
    ) {
        for kind in kinds.iter().copied().filter(|kind| query.kinds.is_empty() || query.kinds.contains(kind)) {
            let limit = query.limit.saturating_sub(hits.len());
            if limit == 0 {
                break;
            }
            let candidates = self.candidates(query, kind, limit, seen);
            for candidate in ranking::best_per_concept(candidates, limit, seen) {
                let table = if candidate.in_main { &self.main } else { &self.changed };
                hits.push(TermHit {
                    kind,
                    score: candidate.score,
                    term_id: candidate.term_id,
                    concept_id: candidate.concept_id,
                    text: table.text(candidate.row).to_owned(),
                });
            }
        }
    }

    /// Candidates of one kind of match; they include the best `limit` of concepts not yet `seen`.
    fn candidates(
        &self,
        query: &TermQuery,
        kind: MatchKind,
        limit: usize,
        seen: &BTreeSet<ConceptId>,
    ) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (table, in_main) in [(&self.main, true), (&self.changed, false)] {
            let hidden = |term: TermId, concept: ConceptId| {
                seen.contains(&concept) || (in_main && !self.removed.is_empty() && self.removed.contains(&term))
            };
            let filter = table.filter(query, &hidden);
            let mut emit = |row: u32, score: u8| {
                candidates.extend(filter.candidate(row, score).map(|candidate| Candidate { in_main, ..candidate }));
            };
            match kind {
                MatchKind::Exact => table.exact_matches(query, &mut emit),
                MatchKind::Variant => table.variant_matches(query, &mut emit),
                MatchKind::Reading => table.reading_matches(query, &mut emit),
                MatchKind::Prefix => table.prefix_matches(query, &mut emit),
                MatchKind::Substring => table.substring_matches(query, &mut emit),
                MatchKind::Fuzzy => candidates.extend(
                    similar::similar(&filter, query, limit)
                        .into_iter()
                        .map(|candidate| Candidate { in_main, ..candidate }),
                ),
            }
        }
        candidates
    }
}
