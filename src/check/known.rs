//! A concept in; what it may and may not be called on either side of a draft out.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::words::{Word, words};
use crate::model::{Concept, ConceptId, Lang, PartOfSpeech, Review, Term, TermId, TermKind, Usage};
use crate::text::key::Key;
use crate::text::normal::fold;

/// One name of a concept in one language.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) term_id: TermId,
    pub(super) text: String,
    pub(super) kind: TermKind,
    pub(super) usage: Usage,
    pub(super) review: Review,
    /// Whether it is a verb, an adjective or an adverb, which sentences say in many ways.
    pub(super) is_word: bool,
    /// The key it shares with its variants.
    pub(super) variant: String,
    /// Its words; none where it is Japanese.
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
            is_word: matches!(
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

    /// Whether a draft may be asked to use it: accepted, and with evidence enough to be offered.
    pub(super) fn is_wanted(&self) -> bool {
        self.is_accepted() && self.review != Review::Candidate
    }

    /// Whether a draft must not use it.
    pub(super) fn is_refused(&self) -> bool {
        matches!(self.usage, Usage::Deprecated | Usage::Forbidden) && self.review != Review::Rejected
    }

    /// Whether it stands for a longer name.
    pub(super) fn is_short(&self) -> bool {
        self.kind == TermKind::Abbreviation
    }
}

/// What is known of one concept.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Its names in the language translated from.
    pub(super) source: Vec<Name>,
    /// Its names in the language translated into, the one to use first.
    pub(super) target: Vec<Name>,
}

impl Known {
    /// The name a draft is asked to use.
    pub(super) fn wanted(&self) -> Option<&Name> {
        self.target.iter().find(|name| name.is_wanted())
    }
}

/// What is known of the concepts of a draft.
#[derive(Debug, Clone, Default)]
pub struct Concepts(BTreeMap<ConceptId, Known>);

impl Concepts {
    /// Adds a concept as a draft from `source` into `target` sees it.
    pub fn add(&mut self, concept: &Concept, source: &Lang, target: &Lang) {
        let names = |lang: &Lang| {
            let mut terms: Vec<&Term> =
                concept.terms.iter().filter(|term| term.lang.primary() == lang.primary()).collect();
            // As they are offered: what a person approved first, what to use first, full forms first, the surer first.
            let order = |term: &&Term| (refused(term), Reverse(term.review), term.usage, term.kind, term.id);
            terms.sort_by(|a, b| {
                let (before, after) = (order(a), order(b));
                (before.0, before.1, before.2, before.3)
                    .cmp(&(after.0, after.1, after.2, after.3))
                    .then(b.confidence.total_cmp(&a.confidence))
                    .then(before.4.cmp(&after.4))
            });
            terms.into_iter().filter_map(Name::of).collect()
        };
        self.0.insert(concept.id, Known { source: names(source), target: names(target) });
    }

    /// Whether something is known of a concept.
    #[must_use]
    pub fn holds(&self, concept: ConceptId) -> bool {
        self.0.contains_key(&concept)
    }

    pub(super) fn get(&self, concept: ConceptId) -> Option<&Known> {
        self.0.get(&concept)
    }

    /// The concept and the name of a number among the names in the language translated into.
    pub(super) fn target_name(&self, concept: ConceptId, term: TermId) -> Option<&Name> {
        self.get(concept)?.target.iter().find(|name| name.term_id == term)
    }
}

fn refused(term: &Term) -> bool {
    term.review == Review::Rejected || matches!(term.usage, Usage::Deprecated | Usage::Forbidden)
}
