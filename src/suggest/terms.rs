//! The places where terms stand, and their concepts, in; for each place and concept the translations to offer out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{Concept, ConceptId, Lang, Review, Span, Spotted, Term, TermId, TermKind, Usage};

/// A known term in a segment, with one concept it names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoundTerm {
    /// Where in the segment, in bytes.
    pub span: Span,
    /// The text of the place.
    pub text: String,
    /// Whether it lies inside a longer term that was found too.
    pub nested: bool,
    /// The term of the concept that was found.
    pub term_id: TermId,
    /// The concept, with definitions, evidence and conflicts.
    pub concept: Concept,
    /// What it is called in the other language, the best first; empty where the base does not know.
    pub translations: Vec<Translation>,
}

/// One way to say it in the other language, and why it stands where it does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Translation {
    /// The term.
    pub term_id: TermId,
    /// Its text.
    pub text: String,
    /// What kind of designation.
    pub kind: TermKind,
    /// Whether to use it; `forbidden` terms come last, so that they can be recognised.
    pub usage: Usage,
    /// Whether a person has looked.
    pub review: Review,
    /// Probability that it names the concept, 0 to 1.
    pub confidence: f64,
    /// What speaks for it: the methods of its evidence, each once, in alphabetical order.
    pub reasons: Vec<String>,
    /// In how many releases evidence for it stands.
    pub releases: usize,
}

/// The terms of a segment with what to offer for each. Concepts that are not in `concepts` are left out.
///
/// The order is that of the text, longer before shorter; of several concepts at one place the one with the better
/// first translation comes first.
#[must_use]
pub fn found_terms(
    text: &str,
    spots: &[Spotted],
    concepts: &BTreeMap<ConceptId, Concept>,
    target: &Lang,
) -> Vec<FoundTerm> {
    let mut seen = BTreeSet::new();
    let mut found: Vec<FoundTerm> = Vec::with_capacity(spots.len());
    for spot in spots {
        let Some(concept) = concepts.get(&spot.concept_id) else { continue };
        if seen.insert((spot.span, spot.concept_id)) {
            found.push(FoundTerm {
                span: spot.span,
                text: spot.span.of(text).to_owned(),
                nested: spot.nested,
                term_id: spot.term_id,
                concept: concept.clone(),
                translations: translations(concept, target),
            });
        }
    }
    found.sort_by_key(|found| {
        let best = found.translations.first().map(|best| (rank(best.review, best.usage), parts_per_million(best)));
        (found.span.start, Reverse(found.span.end), best.map_or((u8::MAX, Reverse(0)), |(rank, sure)| (rank, sure)))
    });
    found
}

/// The terms of `concept` in `target` or a regional form of it, the best first; rejected ones are left out.
///
/// Best means: what a person approved before what nobody saw, what to use before what not to, full forms before
/// abbreviations, then the more certain.
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
    let reasons: BTreeSet<&str> = term.evidence.iter().map(|evidence| evidence.method.as_str()).collect();
    let releases: BTreeSet<_> = term.evidence.iter().filter_map(|evidence| evidence.release_id).collect();
    Translation {
        term_id: term.id,
        text: term.text.clone(),
        kind: term.kind,
        usage: term.usage,
        review: term.review,
        confidence: term.confidence,
        reasons: reasons.into_iter().map(str::to_owned).collect(),
        releases: releases.len(),
    }
}

/// 0 for what a person approved, then what was suggested, then candidates; what not to use comes after all of them.
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
