//! The terms of a segment, each with the translations to offer.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Concept, ConceptId, EvidenceMethod, Lang, Review, Span, Spotted, Term, TermId, TermKind, Usage};

/// A term in a segment, with one of the concepts it may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct TermOccurrence {
    /// Its span in the segment, in bytes.
    pub span: Span,
    /// The text there.
    pub text: String,
    /// Whether it is nested in a longer term.
    pub nested: bool,
    /// The term of the concept that matched.
    pub term_id: TermId,
    /// The concept, with definitions, evidence and conflicts.
    pub concept: Arc<Concept>,
    /// Its translations, the best first; empty if the term base has none. All occurrences of a concept share them: it may have a
    /// thousand, and may occur a thousand times.
    pub translations: Arc<[Translation]>,
}

/// A translation of a term, with the reasons for its rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Translation {
    /// The term.
    pub term_id: TermId,
    /// Its text.
    pub text: String,
    /// The kind of term.
    pub kind: TermKind,
    /// Whether to use it; `forbidden_term` terms come last, so that they can be recognised.
    pub usage: Usage,
    /// Its review state.
    pub review: Review,
    /// Probability that it names the concept, 0 to 1.
    pub confidence: f64,
    /// The methods of its evidence, each once, in alphabetical order.
    pub reasons: Vec<EvidenceMethod>,
    /// The number of releases with evidence for it.
    pub releases: usize,
}

/// Concepts with the translations to offer for each. They are put in order once, however often a concept occurs.
#[derive(Debug)]
pub struct Offers<'a> {
    concepts: &'a BTreeMap<ConceptId, Arc<Concept>>,
    target: &'a Lang,
    known: BTreeMap<ConceptId, Arc<[Translation]>>,
}

impl<'a> Offers<'a> {
    /// Translations into `target`.
    #[must_use]
    pub fn new(concepts: &'a BTreeMap<ConceptId, Arc<Concept>>, target: &'a Lang) -> Self {
        Self { concepts, target, known: BTreeMap::new() }
    }

    fn of(&mut self, id: ConceptId) -> Option<(Arc<Concept>, Arc<[Translation]>)> {
        let concept = self.concepts.get(&id)?;
        let target = self.target;
        let offered = self.known.entry(id).or_insert_with(|| translations(concept, target).into());
        Some((Arc::clone(concept), Arc::clone(offered)))
    }
}

/// The terms of a segment with their translations. Concepts that are not among those of `offers` are left out.
///
/// Ordered by position, longer before shorter. Of several concepts at one place, the one with the better first translation
/// comes first.
#[must_use]
pub fn term_occurrences(text: &str, spots: &[Spotted], offers: &mut Offers<'_>) -> Vec<TermOccurrence> {
    let mut seen = BTreeSet::new();
    let mut found: Vec<TermOccurrence> = Vec::with_capacity(spots.len());
    for spot in spots {
        let Some((concept, translations)) = offers.of(spot.concept_id) else { continue };
        if seen.insert((spot.span, spot.concept_id)) {
            found.push(TermOccurrence {
                span: spot.span,
                text: spot.span.of(text).to_owned(),
                nested: spot.nested,
                term_id: spot.term_id,
                concept,
                translations,
            });
        }
    }
    found.sort_by_key(|found| {
        let best = found.translations.first().map(|best| (rank(best.review, best.usage), parts_per_million(best)));
        (found.span.start, Reverse(found.span.end), best.map_or((u8::MAX, Reverse(0)), |(rank, sure)| (rank, sure)))
    });
    found
}

/// The terms of `concept` in `target` or a regional variant of it, the best first, without rejected ones.
///
/// Approved terms come before others, terms to use before those not to use, full forms before abbreviations, then the more
/// certain ones.
#[must_use]
pub fn translations(concept: &Concept, target: &Lang) -> Vec<Translation> {
    let offered = |term: &&Term| term.lang.primary() == target.primary() && term.review != Review::Rejected;
    let mut offers: Vec<Translation> = concept.terms.iter().filter(offered).map(translation).collect();
    offers.sort_by_key(|offer| {
        (rank(offer.review, offer.usage), offer.usage, offer.kind, parts_per_million(offer), offer.term_id)
    });
    offers
}

fn translation(term: &Term) -> Translation {
    let reasons: BTreeMap<&str, EvidenceMethod> =
        term.evidence.iter().map(|evidence| (evidence.method.as_str(), evidence.method)).collect();
    let releases: BTreeSet<_> = term.evidence.iter().filter_map(|evidence| evidence.release_id).collect();
    Translation {
        term_id: term.id,
        text: term.text.clone(),
        kind: term.kind,
        usage: term.usage,
        review: term.review,
        confidence: term.confidence,
        reasons: reasons.into_values().collect(),
        releases: releases.len(),
    }
}

/// 0 for approved terms, then suggested ones, then candidates; terms not to use come after all of them.
fn rank(review: Review, usage: Usage) -> u8 {
    let discouraged = if matches!(usage, Usage::Deprecated | Usage::Forbidden) { 10 } else { 0 };
    discouraged
        + match review {
            Review::Approved => 0,
            Review::Suggested => 1,
            Review::Candidate => 2,
            Review::Rejected => 3,
        }
}

/// The confidence as a whole number, so that it sorts.
fn parts_per_million(offer: &Translation) -> Reverse<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=1,000,000 before")]
    let whole = (offer.confidence.clamp(0.0, 1.0) * 1_000_000.0) as u32;
    Reverse(whole)
}
