//! A concept comes in; the terms of it that go into a file go out, cleaned, grouped by language, preferred first.

use std::collections::BTreeSet;

use crate::model::{Concept, Lang, Review, Term, Usage};

use super::{Header, Profile, clean};

/// Which concepts and terms go out. A rejected term never does: a person said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Whether only what a person approved goes out.
    pub only_approved: bool,
    /// Whether terms go out that have too little evidence to be offered (review `candidate`).
    pub include_candidates: bool,
    /// Whether terms go out that should not be used (usage `deprecated` or `forbidden`).
    pub include_discouraged: bool,
    /// Whether a concept goes out that has no term left in one of the two languages.
    pub include_untranslated: bool,
}

impl Selection {
    /// What readers of a kind are best served with.
    ///
    /// Candidates stay at home: a file is read without the program that could explain its doubts. An abbreviation
    /// counts as a translation.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        match profile {
            Profile::Standard => Self {
                only_approved: false,
                include_candidates: false,
                include_discouraged: true,
                include_untranslated: true,
            },
            Profile::OmegaT => Self {
                only_approved: false,
                include_candidates: false,
                include_discouraged: false,
                include_untranslated: false,
            },
        }
    }

    /// Whether what stands so in review goes out; the same for terms and for segments.
    pub(super) fn takes_review(self, review: Review) -> bool {
        match review {
            Review::Rejected => false,
            Review::Candidate => self.include_candidates && !self.only_approved,
            Review::Suggested => !self.only_approved,
            Review::Approved => true,
        }
    }

    fn takes(self, term: &Term) -> bool {
        let looked_at = self.takes_review(term.review);
        let usable = match term.usage {
            Usage::Deprecated | Usage::Forbidden => self.include_discouraged,
            Usage::Preferred | Usage::Admitted => true,
        };
        looked_at && usable
    }
}

impl Default for Selection {
    fn default() -> Self {
        Self::of(Profile::Standard)
    }
}

/// A term that goes out.
pub(super) struct Chosen<'a> {
    /// Its text on one line.
    pub(super) text: String,
    /// The term.
    pub(super) term: &'a Term,
}

/// The terms of one language that go out; never empty.
pub(super) struct LanguageTerms<'a> {
    /// The language.
    pub(super) lang: &'a Lang,
    /// Its terms, the preferred first; no text twice.
    pub(super) terms: Vec<Chosen<'a>>,
}

/// The terms of `concept` that go out, the source language first, then the target language; empty where nothing does.
pub(super) fn choose<'a>(concept: &'a Concept, header: &Header) -> Vec<LanguageTerms<'a>> {
    let mut languages: Vec<LanguageTerms<'a>> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut terms: Vec<&Term> = concept.terms.iter().filter(|term| header.selection.takes(term)).collect();
    terms.sort_by(|a, b| (a.usage, a.kind).cmp(&(b.usage, b.kind)).then_with(|| b.confidence.total_cmp(&a.confidence)));
    for term in terms {
        let text = clean::line(&term.text);
        if text.is_empty() || !seen.insert((&term.lang, text.clone())) {
            continue;
        }
        match languages.iter_mut().find(|group| group.lang == &term.lang) {
            Some(group) => group.terms.push(Chosen { text, term }),
            None => languages.push(LanguageTerms { lang: &term.lang, terms: vec![Chosen { text, term }] }),
        }
    }
    let speaks = |lang: &Lang| languages.iter().any(|group| group.lang.primary() == lang.primary());
    let translated = speaks(&header.source_lang) && speaks(&header.target_lang);
    if !translated && !header.selection.include_untranslated {
        return Vec::new();
    }
    languages.sort_by_key(|group| {
        let source = group.lang.primary() != header.source_lang.primary();
        let target = group.lang.primary() != header.target_lang.primary();
        (source, target, group.lang)
    });
    languages
}
