//! One translation for each source term, for programs that take no more: machine translation and its glossaries.
//!
//! Of several translations of a term the best is taken, in this order: the preferred one, the approved one, the one with
//! more confidence, the one of the concept with the lower number. A first walk over the base decides; memory use is a few
//! bytes for each term.

use std::cmp::Reverse;
use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::model::{Concept, ConceptId, Lang, LangPair, Review, Term, Usage, fingerprint};

/// How good a translation is; the lowest is the best.
type Rank = (Usage, Reverse<bool>, Reverse<u64>, ConceptId);

/// The concept that gives the translation of each source term.
#[derive(Debug, Default)]
pub(super) struct OneTarget {
    best: HashMap<i64, Rank, FxBuildHasher>,
}

impl OneTarget {
    /// Takes a concept into account; `terms` are those that may be exported.
    pub(super) fn learn(&mut self, concept: &Concept, languages: &LangPair, is_exported: impl Fn(&Term) -> bool) {
        let Some(target) = best_target(concept, &languages.target, &is_exported) else { return };
        let rank = rank(target, concept.id);
        for source in of(concept, &languages.source).filter(|term| is_exported(term)) {
            let best = self.best.entry(fingerprint(&source.text)).or_insert(rank);
            *best = rank.min(*best);
        }
    }

    /// What is left of a concept: its best target term, and the source terms it gives the translation of. None of the latter
    /// if other concepts give all of them.
    pub(super) fn reduced(
        &self,
        mut concept: Concept,
        languages: &LangPair,
        is_exported: impl Fn(&Term) -> bool,
    ) -> Option<Concept> {
        let target = best_target(&concept, &languages.target, &is_exported)?.id;
        let id = concept.id;
        let is_won = |term: &Term| self.best.get(&fingerprint(&term.text)).is_some_and(|best| best.3 == id);
        let is_source = |term: &Term| term.lang.primary() == languages.source.primary();
        concept.terms.retain(|term| term.id == target || (is_source(term) && is_exported(term) && is_won(term)));
        concept.terms.iter().any(is_source).then_some(concept)
    }
}

fn of<'a>(concept: &'a Concept, lang: &Lang) -> impl Iterator<Item = &'a Term> {
    let primary = lang.primary().to_owned();
    concept.terms.iter().filter(move |term| term.lang.primary() == primary)
}

fn best_target<'a>(concept: &'a Concept, lang: &Lang, is_exported: impl Fn(&Term) -> bool) -> Option<&'a Term> {
    let usable = |term: &&Term| matches!(term.usage, Usage::Preferred | Usage::Admitted) && is_exported(term);
    // An abbreviation stands for the term only where there is nothing else.
    of(concept, lang).filter(usable).min_by_key(|term| (term.kind, rank(term, concept.id), term.id))
}

fn rank(term: &Term, concept: ConceptId) -> Rank {
    let confidence = (term.confidence.clamp(0.0, 1.0) * 1e6).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a million")]
    let confidence = confidence as u64;
    (term.usage, Reverse(term.review == Review::Approved), Reverse(confidence), concept)
}
