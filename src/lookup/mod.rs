//! TERMS AS ONE TYPES: the terms of a base go in once; for each query the terms that are, read, begin with, contain or
//! resemble it come out, best first, each concept once.
//!
//! "Exactly" is meant here too: what a comparison with every term would give, in one total order. Kinds of match are
//! asked for in their order, and none after the answer is full, because no hit of a later kind comes before one of an
//! earlier.
//!
//! A base changes a few terms at a time: [`Finder::with_changes`] keeps the large [`shelf`] and puts a small one beside it.

mod bag;
mod best;
mod distance;
mod grams;
mod question;
mod shelf;
mod similar;

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::model::{ConceptId, Lang, MatchKind, ProjectId, TermId};
use best::Candidate;
use shelf::Shelf;

pub use question::Question;

/// A term to find.
#[derive(Debug, Clone, PartialEq)]
pub struct FindableTerm {
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
    /// Probability that it names its concept.
    pub confidence: f64,
}

/// A term found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
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

/// Finds terms. Cheap to clone; what it finds never changes.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    main: Arc<Shelf>,
    /// Terms that are new, or in the place of those of the same number in `main`.
    changed: Arc<Shelf>,
    /// Numbers of the terms of `main` that count no more.
    gone: Arc<FxHashSet<TermId>>,
}

const KINDS: [MatchKind; 6] = [
    MatchKind::Exact,
    MatchKind::Variant,
    MatchKind::Reading,
    MatchKind::Prefix,
    MatchKind::Substring,
    MatchKind::Fuzzy,
];

impl Finder {
    /// A finder of these terms.
    #[must_use]
    pub fn new(terms: Vec<FindableTerm>) -> Self {
        Self { main: Arc::new(Shelf::new(terms)), ..Self::default() }
    }

    /// A finder of the terms this one was made with by [`Finder::new`], without those whose number is in `gone`, and of
    /// the terms of `changed`. Changes made before do not count: give all of them each time.
    #[must_use]
    pub fn with_changes(&self, gone: impl IntoIterator<Item = TermId>, changed: Vec<FindableTerm>) -> Self {
        Self {
            main: Arc::clone(&self.main),
            changed: Arc::new(Shelf::new(changed)),
            gone: Arc::new(gone.into_iter().collect()),
        }
    }

    /// The terms that answer a question, best first: by kind of match, score, rank of the project, confidence, number of
    /// the concept and of the term.
    #[must_use]
    pub fn find(&self, question: &Question) -> Vec<Hit> {
        let mut hits = Vec::with_capacity(question.limit);
        let mut seen: BTreeSet<ConceptId> = BTreeSet::new();
        for kind in KINDS.into_iter().filter(|kind| question.kinds.is_empty() || question.kinds.contains(kind)) {
            let wanted = question.limit.saturating_sub(hits.len());
            if wanted == 0 {
                break;
            }
            let candidates = self.candidates(question, kind, wanted, &seen);
            for candidate in best::first_of_concepts(candidates, wanted, &mut seen) {
                let shelf = if candidate.in_main { &self.main } else { &self.changed };
                hits.push(Hit {
                    kind,
                    score: candidate.score,
                    term_id: candidate.term_id,
                    concept_id: candidate.concept_id,
                    text: shelf.text(candidate.row).to_owned(),
                });
            }
        }
        hits
    }

    /// Terms that are spelt as the question is but for what hardly parts two words in writing, though it may: for "did you
    /// mean".
    #[must_use]
    pub fn loosely_alike(&self, question: &Question) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for (shelf, in_main) in [(&self.main, true), (&self.changed, false)] {
            let hidden = |term: TermId, _: ConceptId| in_main && self.gone.contains(&term);
            let view = shelf.view(question, &hidden);
            let mut rows = Vec::new();
            shelf.loosely_alike(question, &mut |row, score| rows.extend(view.candidate(row, score)));
            texts.extend(rows.into_iter().map(|candidate| shelf.text(candidate.row).to_owned()));
        }
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    /// Candidates of one kind, among them the best `wanted` of concepts not yet `seen`.
    fn candidates(
        &self,
        question: &Question,
        kind: MatchKind,
        wanted: usize,
        seen: &BTreeSet<ConceptId>,
    ) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (shelf, in_main) in [(&self.main, true), (&self.changed, false)] {
            let hidden = |term: TermId, concept: ConceptId| {
                seen.contains(&concept) || (in_main && !self.gone.is_empty() && self.gone.contains(&term))
            };
            let view = shelf.view(question, &hidden);
            let mut take = |row: u32, score: u8| {
                candidates.extend(view.candidate(row, score).map(|candidate| Candidate { in_main, ..candidate }));
            };
            match kind {
                MatchKind::Exact => shelf.exact(question, &mut take),
                MatchKind::Variant => shelf.variants(question, &mut take),
                MatchKind::Reading => shelf.readings(question, &mut take),
                MatchKind::Prefix => shelf.beginnings(question, &mut take),
                MatchKind::Substring => shelf.containing(question, &mut take),
                MatchKind::Fuzzy => candidates.extend(
                    similar::similar(&view, question, wanted)
                        .into_iter()
                        .map(|candidate| Candidate { in_main, ..candidate }),
                ),
            }
        }
        candidates
    }
}
