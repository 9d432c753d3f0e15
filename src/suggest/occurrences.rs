//! Known terms of a source, with what they are called in the target language, and a target in; where the target says them
//! out, and which of them must not be used.

use super::terms::{FoundTerm, Translation};
use crate::model::{ConceptId, Lang, ProjectId, Span, TermId, Usage};
use crate::spot::{LexiconTerm, ProjectFilter, Spotter};
use crate::text::tokeniser::Tokeniser;

/// A term of the target language that stands in the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Occurrence<'a> {
    pub(super) span: Span,
    pub(super) concept_id: ConceptId,
    pub(super) term: &'a Translation,
}

/// The terms of `terms` that stand in `target`, longest first where they lie inside each other: those inside are left out.
pub(super) fn occurrences<'a>(
    terms: &[&'a FoundTerm],
    target: &str,
    lang: &Lang,
    words: &Tokeniser,
) -> Vec<Occurrence<'a>> {
    let offered = |found: &'a FoundTerm| found.translations.iter().map(move |term| (found.concept.id, term));
    let known: Vec<(ConceptId, &Translation)> = terms.iter().flat_map(|found| offered(found)).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let spotter = Spotter::new(known.iter().map(|(concept_id, term)| known_term(*concept_id, term, lang)));
    let spots = spotter.spots(target, lang, words, ProjectFilter::All);
    let of = |concept_id: ConceptId, term_id: TermId| {
        known.iter().find(|(id, term)| *id == concept_id && term.term_id == term_id)
    };
    let mut found: Vec<Occurrence<'a>> = Vec::with_capacity(spots.len());
    for spot in spots.iter().filter(|spot| !spot.nested) {
        if let Some((concept_id, term)) = of(spot.concept_id, spot.term_id) {
            found.push(Occurrence { span: spot.span, concept_id: *concept_id, term });
        }
    }
    found
}

fn known_term(concept_id: ConceptId, term: &Translation, lang: &Lang) -> LexiconTerm {
    LexiconTerm {
        term_id: term.term_id,
        concept_id,
        project_id: ProjectId::new(0),
        lang: lang.clone(),
        text: term.text.clone(),
    }
}

/// The first term of the target that must not be used and is not what some other concept may be called.
pub(super) fn forbidden<'a>(terms: &[&'a FoundTerm], target: &str, lang: &Lang, words: &Tokeniser) -> Option<&'a str> {
    let is_forbidden = |term: &Translation| term.usage == Usage::Forbidden;
    if !terms.iter().any(|found| found.translations.iter().any(is_forbidden)) {
        return None;
    }
    let found = occurrences(terms, target, lang, words);
    let allowed = |span: Span| found.iter().any(|other| other.span == span && !is_forbidden(other.term));
    let wrong = found.iter().find(|occurrence| is_forbidden(occurrence.term) && !allowed(occurrence.span))?;
    Some(&wrong.term.text)
}
