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
mod distance;
mod lengths;
mod letter_counts;
mod query;
mod ranking;
mod similar;
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
    /// identifier.
    #[must_use]
    pub fn search(&self, query: &TermQuery) -> Vec<TermHit> {
        let mut hits = Vec::with_capacity(query.limit);
        let mut seen: BTreeSet<ConceptId> = BTreeSet::new();
        for kind in KINDS.into_iter().filter(|kind| query.kinds.is_empty() || query.kinds.contains(kind)) {
            let limit = query.limit.saturating_sub(hits.len());
            if limit == 0 {
                break;
            }
            let candidates = self.candidates(query, kind, limit, &seen);
            for candidate in ranking::best_per_concept(candidates, limit, &mut seen) {
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
        hits
    }

    /// "Did you mean": terms whose katakana differs from the query only in ways that rarely distinguish two words.
    #[must_use]
    pub fn spelling_suggestions(&self, query: &TermQuery) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for (table, in_main) in [(&self.main, true), (&self.changed, false)] {
            let hidden = |term: TermId, _: ConceptId| in_main && self.removed.contains(&term);
            let filter = table.filter(query, &hidden);
            let mut rows = Vec::new();
            table.loose_matches(query, &mut |row, score| rows.extend(filter.candidate(row, score)));
            texts.extend(rows.into_iter().map(|candidate| table.text(candidate.row).to_owned()));
        }
        texts.sort_unstable();
        texts.dedup();
        texts
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
