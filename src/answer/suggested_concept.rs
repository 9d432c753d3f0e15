//! The concepts of an answer with suggestions: each once, with its translations, and with the first of its terms, definitions
//! and evidence if it has very many.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::concept::ConceptAnswer;
use super::size::json_size;
use super::words::{EvidenceMethodWord, ReviewWord, TermKindWord, UsageWord};
use crate::app::assist::{Suggestion, TermOccurrence, Translation};
use crate::model::{Concept, Term, TermId};

/// The concepts of an answer over HTTP or to an editor have about so many bytes of JSON.
pub(crate) const CONCEPT_BYTES: usize = 8 << 20;
/// The most translations of a concept.
const MOST_TRANSLATIONS: usize = 20;
/// The most of its terms that are neither in a text nor given as translations.
const MOST_OTHER_TERMS: usize = 20;
/// The most pieces of evidence for a term.
const MOST_EVIDENCE: usize = 10;
/// The most definitions, notes, conflicts and sources.
const MOST_FACTS: usize = 20;

/// A concept of terms in the segments, with what to translate them with.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = SuggestedConcept)]
pub(crate) struct SuggestedConceptAnswer {
    /// The concept, with evidence and conflicts.
    pub(crate) concept: ConceptAnswer,
    /// Its translations, the best first; empty where none is known.
    pub(crate) translations: Vec<TranslationAnswer>,
    /// What is left out of a concept that has very much; `GET /v1/concepts/{id}` gives all of it. Mostly all are 0.
    pub(crate) omitted: OmittedAnswer,
}

/// How much of a concept is left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = Omitted)]
pub(crate) struct OmittedAnswer {
    /// Translations; also counted among the terms.
    pub(crate) translations: usize,
    /// Terms in any language.
    pub(crate) terms: usize,
    /// Pieces of evidence for terms that are given.
    pub(crate) evidence: usize,
    /// Definitions, notes, conflicts and sources.
    pub(crate) facts: usize,
}

/// A translation of a term.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Translation)]
pub(crate) struct TranslationAnswer {
    /// Number of the term.
    pub(crate) term_id: i64,
    /// The term.
    #[schema(example = "hypothalamus")]
    pub(crate) text: String,
    /// Kind of designation.
    pub(crate) kind: TermKindWord,
    /// Whether to use it; terms that are not to be used come last.
    pub(crate) usage: UsageWord,
    /// Review state.
    pub(crate) review: ReviewWord,
    /// Probability that it names the concept.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
    /// Methods of its evidence.
    pub(crate) reasons: Vec<EvidenceMethodWord>,
    /// Number of releases with evidence for it.
    pub(crate) releases: usize,
}

/// The concepts of suggestions, as they occur.
#[derive(Debug)]
pub(super) struct SuggestedConcepts<'a> {
    most_bytes: usize,
    order: Vec<&'a TermOccurrence>,
    /// For each concept, the terms of it that are in the texts.
    in_texts: BTreeMap<i64, BTreeSet<TermId>>,
}

impl<'a> SuggestedConcepts<'a> {
    /// No concepts yet; they will have at most about `most_bytes` of JSON.
    pub(super) fn new(most_bytes: usize) -> Self {
        Self { most_bytes, order: Vec::new(), in_texts: BTreeMap::new() }
    }

    /// Adds the concepts of the terms of a segment.
    pub(super) fn add(&mut self, suggestion: &'a Suggestion) {
        for found in &suggestion.terms {
            let terms = self.in_texts.entry(found.concept.id.get()).or_insert_with(|| {
                self.order.push(found);
                BTreeSet::new()
            });
            terms.insert(found.term_id);
        }
    }

    /// The concepts, and how many are left out.
    pub(super) fn answers(self) -> (Vec<SuggestedConceptAnswer>, usize) {
        let (mut answers, mut size) = (Vec::new(), 0);
        for found in &self.order {
            let in_texts = self.in_texts.get(&found.concept.id.get());
            let answer = SuggestedConceptAnswer::new(&found.concept, &found.translations, in_texts);
            size += json_size(&answer);
            if size > self.most_bytes {
                break;
            }
            answers.push(answer);
        }
        let more = self.order.len() - answers.len();
        (answers, more)
    }
}

impl SuggestedConceptAnswer {
    fn new(concept: &Arc<Concept>, translations: &[Translation], in_texts: Option<&BTreeSet<TermId>>) -> Self {
        let given = translations.get(..MOST_TRANSLATIONS).unwrap_or(translations);
        let mut wanted: BTreeSet<TermId> = given.iter().map(|offer| offer.term_id).collect();
        wanted.extend(in_texts.into_iter().flatten());
        let mut others = 0;
        let is_given = |term: &&Term| {
            wanted.contains(&term.id) || {
                others += 1;
                others <= MOST_OTHER_TERMS
            }
        };
        let terms: Vec<&Term> = concept.terms.iter().filter(is_given).collect();
        let evidence: usize = terms.iter().map(|term| term.evidence.len().saturating_sub(MOST_EVIDENCE)).sum();
        let facts = [concept.definitions.len(), concept.notes.len(), concept.conflicts.len(), concept.sources.len()];
        let omitted = OmittedAnswer {
            translations: translations.len() - given.len(),
            terms: concept.terms.len() - terms.len(),
            evidence,
            facts: facts.into_iter().map(|count| count.saturating_sub(MOST_FACTS)).sum(),
        };
        // What the answer says of a term follows from all of its evidence and sources, so those are cut afterwards.
        let mut answer = ConceptAnswer::from(Concept {
            id: concept.id,
            project: concept.project.clone(),
            field: concept.field.clone(),
            definitions: concept.definitions.iter().take(MOST_FACTS).cloned().collect(),
            terms: terms.into_iter().cloned().collect(),
            scope_release_id: concept.scope_release_id,
            notes: concept.notes.iter().take(MOST_FACTS).cloned().collect(),
            conflicts: concept.conflicts.iter().take(MOST_FACTS).cloned().collect(),
            sources: concept.sources.clone(),
            releases: Vec::new(),
            revision: concept.revision,
        });
        for term in &mut answer.terms {
            term.evidence.truncate(MOST_EVIDENCE);
        }
        answer.sources.truncate(MOST_FACTS);
        Self { concept: answer, translations: given.iter().cloned().map(Into::into).collect(), omitted }
    }
}

impl From<Translation> for TranslationAnswer {
    fn from(offer: Translation) -> Self {
        let Translation { term_id, text, kind, usage, review, confidence, reasons, releases } = offer;
        Self {
            term_id: term_id.get(),
            text,
            kind: kind.into(),
            usage: usage.into(),
            review: review.into(),
            confidence,
            reasons: reasons.into_iter().map(Into::into).collect(),
            releases,
        }
    }
}
