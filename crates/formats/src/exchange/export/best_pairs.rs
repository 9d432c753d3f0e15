//! One translation for each source term: which of several it is, and which concepts give none.
//!
//! A concept offers its best target term: the preferred one, of several the approved one, then a full form rather than an
//! abbreviation, then the one with more confidence. Of several concepts with one source term, the same decides, about the pair,
//! which is only as good as its weaker side; then the concept with the lower number.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::terms::{LanguageTerms, SelectedTerm, terms_in};
use crate::exchange::cleaning;
use crate::model::{Concept, ConceptId, Lang, Review, Term, TermId, TermKind, Usage};

/// How good a term or pair is; the lowest is the best.
type Rank = (Usage, Reverse<Review>, TermKind, Reverse<u32>);

/// The best translation of each source term so far, with what is to be known of it.
#[derive(Debug)]
pub struct BestPairs<T> {
    pairs: BTreeMap<String, (Rank, ConceptId, T)>,
    /// How many source terms of each concept are in the list.
    in_list: BTreeMap<ConceptId, usize>,
}

impl<T> Default for BestPairs<T> {
    fn default() -> Self {
        Self { pairs: BTreeMap::new(), in_list: BTreeMap::new() }
    }
}

impl<T: Clone> BestPairs<T> {
    /// Adds these source terms of a concept, with its best target term as `described` gives it. Whether the list holds one
    /// concept more: a concept none of whose terms is the best is not in it, and may push out another.
    pub(in crate::exchange) fn add(
        &mut self,
        concept: ConceptId,
        sources: &[&SelectedTerm<'_>],
        targets: &[&SelectedTerm<'_>],
        described: impl FnOnce(&SelectedTerm<'_>) -> T,
    ) -> bool {
        let before = self.in_list.len();
        let Some(target) = targets.iter().min_by_key(|target| rank(target.term, target.term)) else { return false };
        let row = described(target);
        for source in sources {
            let rank = rank(source.term, target.term);
            if let Some((best, of, _)) = self.pairs.get(&source.text) {
                if (*best, *of) <= (rank, concept) {
                    continue;
                }
                if let Some(count) = self.in_list.get_mut(of) {
                    *count -= 1;
                    if *count == 0 {
                        self.in_list.remove(of);
                    }
                }
            }
            *self.in_list.entry(concept).or_default() += 1;
            self.pairs.insert(source.text.clone(), (rank, concept, row.clone()));
        }
        self.in_list.len() > before
    }

    /// The pairs in the order of the source terms.
    pub(in crate::exchange) fn into_rows(self) -> impl Iterator<Item = (String, T)> {
        self.pairs.into_iter().map(|(source, (_, _, row))| (source, row))
    }
}

impl BestPairs<TermId> {
    /// Adds a concept of which `languages` are the exported terms.
    pub(super) fn learn(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>], between: [&Lang; 2]) {
        let [sources, targets] = between.map(|lang| terms_in(languages, lang));
        self.add(concept.id, &sources, &targets, |target| target.term.id);
    }

    /// What is left of a concept: its best target term, and the source terms it gives the translation of. None if other
    /// concepts give all of them.
    #[must_use]
    pub fn reduced(&self, mut concept: Concept, source: &Lang) -> Option<Concept> {
        let id = concept.id;
        let won = |term: &Term| {
            let pair = self.pairs.get(&cleaning::line(&term.text)).filter(|(_, of, _)| *of == id);
            pair.filter(|_| term.lang.primary() == source.primary()).map(|(_, _, target)| *target)
        };
        let target = concept.terms.iter().find_map(won)?;
        concept.terms.retain(|term| term.id == target || won(term).is_some());
        Some(concept)
    }
}

/// A pair is only as good as its weaker side.
fn rank(source: &Term, target: &Term) -> Rank {
    let confidence = cleaning::probability(source.confidence.min(target.confidence));
    let confidence = (confidence * 10_000.0).round().to_string().parse().unwrap_or_default();
    (source.usage.max(target.usage), Reverse(source.review.min(target.review)), target.kind, Reverse(confidence))
}
