//! The names that concepts may and may not have in the two languages of a draft.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::words::{Word, words};
use crate::model::{Concept, ConceptId, Lang, PartOfSpeech, Review, Term, TermId, TermKind, Usage};
use crate::text::key::Key;
use crate::text::normal::fold;

/// A concept may have any number of names, but so many of them, the best, are looked for in other forms than their own and
/// compared with each other.
pub(super) const MOST_COMPARED: usize = 100;

/// A name of a concept in one language.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) term_id: TermId,
    pub(super) text: String,
    pub(super) kind: TermKind,
    pub(super) usage: Usage,
    pub(super) review: Review,
    /// Whether it is a verb, adjective or adverb, which can be translated in many ways.
    pub(super) is_general_word: bool,
    /// Its key, shared with its variants.
    pub(super) variant: String,
    /// Its words; empty if it is Japanese.
    pub(super) words: Vec<Word>,
}

impl Name {
    fn of(term: &Term) -> Option<Self> {
        let key = Key::new(&term.text, &term.lang)?;
        let words = if term.lang.is_japanese() { Vec::new() } else { words(&fold(&term.text)) };
        Some(Self {
            term_id: term.id,
            text: term.text.clone(),
            kind: term.kind,
            usage: term.usage,
            review: term.review,
            is_general_word: matches!(
                term.part_of_speech,
                Some(PartOfSpeech::Verb | PartOfSpeech::Adjective | PartOfSpeech::Adverb)
            ),
            variant: key.variant,
            words,
        })
    }

    /// Whether a draft may use it.
    pub(super) fn is_accepted(&self) -> bool {
        matches!(self.usage, Usage::Preferred | Usage::Admitted) && self.review != Review::Rejected
    }

    /// Whether a draft should use it: accepted, and more than a candidate.
    pub(super) fn is_recommended(&self) -> bool {
        self.is_accepted() && self.review != Review::Candidate
    }

    /// Whether a draft should not use it.
    pub(super) fn is_discouraged(&self) -> bool {
        matches!(self.usage, Usage::Deprecated | Usage::Forbidden) && self.review != Review::Rejected
    }

    /// Whether it is an abbreviation.
    pub(super) fn is_abbreviation(&self) -> bool {
        self.kind == TermKind::Abbreviation
    }
}

/// The names of a concept.
#[derive(Debug, Clone)]
pub(super) struct ConceptNames {
    /// Its names in the source language.
    pub(super) source: Vec<Name>,
    /// Its names in the target language, the best first.
    pub(super) target: Vec<Name>,
    /// The positions of those names.
    positions: FxHashMap<TermId, usize>,
}

impl ConceptNames {
    /// The position of the name with this term identifier among those of the target language.
    pub(super) fn position(&self, term: TermId) -> Option<usize> {
        self.positions.get(&term).copied()
    }

    /// The name in the target language with this term identifier.
    pub(super) fn target_name(&self, term: TermId) -> Option<&Name> {
        self.target.get(self.position(term)?)
    }

    /// The name that a draft should use.
    pub(super) fn recommended(&self) -> Option<&Name> {
        self.target.iter().find(|name| name.is_recommended())
    }
}

/// The names of the concepts in a draft.
#[derive(Debug, Clone, Default)]
pub struct Terminology(BTreeMap<ConceptId, ConceptNames>);

impl Terminology {
    /// Adds a concept with its names in the languages of the draft.
    pub fn add(&mut self, concept: &Concept, source: &Lang, target: &Lang) {
        let names = |lang: &Lang| {
            let mut terms: Vec<&Term> =
                concept.terms.iter().filter(|term| term.lang.primary() == lang.primary()).collect();
            // In the order of suggestions: approved terms first, terms to use first, full forms first, more certain ones first.
            let order = |term: &&Term| (is_not_to_use(term), Reverse(term.review), term.usage, term.kind, term.id);
            terms.sort_by(|a, b| {
                let (before, after) = (order(a), order(b));
                (before.0, before.1, before.2, before.3)
                    .cmp(&(after.0, after.1, after.2, after.3))
                    .then(b.confidence.total_cmp(&a.confidence))
                    .then(before.4.cmp(&after.4))
            });
            terms.into_iter().filter_map(Name::of).collect::<Vec<Name>>()
        };
        let (source, target) = (names(source), names(target));
        let positions = target.iter().enumerate().map(|(position, name)| (name.term_id, position)).collect();
        self.0.insert(concept.id, ConceptNames { source, target, positions });
    }

    /// Whether it has a concept.
    #[must_use]
    pub fn contains(&self, concept: ConceptId) -> bool {
        self.0.contains_key(&concept)
    }

    pub(super) fn get(&self, concept: ConceptId) -> Option<&ConceptNames> {
        self.0.get(&concept)
    }

    /// The name of a concept in the target language with this term identifier.
    pub(super) fn target_name(&self, concept: ConceptId, term: TermId) -> Option<&Name> {
        self.get(concept)?.target_name(term)
    }
}

fn is_not_to_use(term: &Term) -> bool {
    term.review == Review::Rejected || matches!(term.usage, Usage::Deprecated | Usage::Forbidden)
}
