//! Finds the translations of terms in a target text, and among them those that are forbidden.

use std::collections::BTreeSet;

use super::terms::{TermOccurrence, Translation};
use crate::model::{ConceptId, Lang, Span, TermId, Usage};
use crate::spot::{LexiconTerm, Spotter};
use crate::text::tokeniser::Tokeniser;

/// A translation of a term that occurs in the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TargetTerm<'a> {
    pub(super) span: Span,
    pub(super) concept_id: ConceptId,
    pub(super) term: &'a Translation,
}

/// The translations of `terms` that occur in `target`, without those nested in longer ones.
pub(super) fn target_terms<'a>(
    terms: &[&'a TermOccurrence],
    target: &str,
    lang: &Lang,
    words: &Tokeniser,
) -> Vec<TargetTerm<'a>> {
    // Each once, however often its concept occurs.
    let mut seen = BTreeSet::new();
    let concepts = terms.iter().filter(|found| seen.insert(found.concept.id));
    let offered = |found: &'a TermOccurrence| found.translations.iter().map(move |term| (found.concept.id, term));
    let candidates: Vec<(ConceptId, &Translation)> = concepts.flat_map(|found| offered(found)).collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let spotter = Spotter::new(candidates.iter().map(|(concept_id, term)| lexicon_term(*concept_id, term, lang)));
    let spots = spotter.all_spots(target, lang, words);
    let of = |concept_id: ConceptId, term_id: TermId| {
        candidates.iter().find(|(id, term)| *id == concept_id && term.term_id == term_id)
    };
    let mut found: Vec<TargetTerm<'a>> = Vec::with_capacity(spots.len());
    for spot in spots.iter().filter(|spot| !spot.nested) {
        if let Some((concept_id, term)) = of(spot.concept_id, spot.term_id) {
            found.push(TargetTerm { span: spot.span, concept_id: *concept_id, term });
        }
    }
    found
}

fn lexicon_term(concept_id: ConceptId, term: &Translation, lang: &Lang) -> LexiconTerm<()> {
    LexiconTerm { term_id: term.term_id, concept_id, project_id: (), lang: lang.clone(), text: term.text.clone() }
}

/// The first forbidden term in the target that is not an allowed translation of another term.
pub(super) fn forbidden_term<'a>(
    terms: &[&'a TermOccurrence],
    target: &str,
    lang: &Lang,
    words: &Tokeniser,
) -> Option<&'a str> {
    let is_forbidden = |term: &Translation| term.usage == Usage::Forbidden;
    if !terms.iter().any(|found| found.translations.iter().any(is_forbidden)) {
        return None;
    }
    let found = target_terms(terms, target, lang, words);
    let allowed = |span: Span| found.iter().any(|other| other.span == span && !is_forbidden(other.term));
    let wrong = found.iter().find(|found| is_forbidden(found.term) && !allowed(found.span))?;
    Some(&wrong.term.text)
}
