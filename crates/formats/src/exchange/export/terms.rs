//! The terms of a concept that are exported: cleaned, grouped by language, preferred terms first.
//!
//! A file never holds one side of a concept that has both: a concept of which the selection has only one side is left out
//! as a whole, and the reason is given.

use std::collections::BTreeSet;

use super::header::Header;
use super::outcome::Omission;
use crate::exchange::cleaning;
use crate::model::{Concept, Lang, Review, Term, Usage};

/// A term that is exported.
pub(in crate::exchange) struct SelectedTerm<'a> {
    /// Its text on one line.
    pub(in crate::exchange) text: String,
    /// The term.
    pub(in crate::exchange) term: &'a Term,
}

/// The exported terms of one language; never empty.
pub(in crate::exchange) struct LanguageTerms<'a> {
    /// The language.
    pub(in crate::exchange) lang: &'a Lang,
    /// Its terms, the preferred first; no text twice.
    pub(in crate::exchange) terms: Vec<SelectedTerm<'a>>,
}

/// The terms of `concept` that are exported: those of the source language first, then those of the target language. Empty
/// if the selection has none of them.
///
/// # Errors
/// Why the concept is left out, although the selection has some of its terms.
pub(in crate::exchange) fn selected_terms<'a>(
    concept: &'a Concept,
    header: &Header,
) -> Result<Vec<LanguageTerms<'a>>, Omission> {
    let mut languages: Vec<LanguageTerms<'a>> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut terms: Vec<&Term> = concept.terms.iter().filter(|term| header.selection.includes(term)).collect();
    terms.sort_by(|a, b| (a.usage, a.kind).cmp(&(b.usage, b.kind)).then_with(|| b.confidence.total_cmp(&a.confidence)));
    for term in &terms {
        let text = cleaning::line(&term.text);
        if text.is_empty() || !seen.insert((&term.lang, text.clone())) {
            continue;
        }
        match languages.iter_mut().find(|group| group.lang == &term.lang) {
            Some(group) => group.terms.push(SelectedTerm { text, term }),
            None => languages.push(LanguageTerms { lang: &term.lang, terms: vec![SelectedTerm { text, term }] }),
        }
    }
    if languages.is_empty() {
        return Ok(languages);
    }
    if let Some(omission) = omission(concept, &terms, header) {
        return Err(omission);
    }
    let has_terms_in = |lang: &Lang| languages.iter().any(|group| group.lang.primary() == lang.primary());
    let translated = has_terms_in(&header.source_lang) && has_terms_in(&header.target_lang);
    if !translated && !header.selection.include_untranslated {
        return Err(Omission::Untranslated);
    }
    languages.sort_by_key(|group| {
        let source = group.lang.primary() != header.source_lang.primary();
        let target = group.lang.primary() != header.target_lang.primary();
        (source, target, group.lang)
    });
    Ok(languages)
}

/// The exported terms in a language, whatever its region, the preferred first.
pub(in crate::exchange) fn terms_in<'a, 'b>(
    languages: &'b [LanguageTerms<'a>],
    lang: &Lang,
) -> Vec<&'b SelectedTerm<'a>> {
    let groups = languages.iter().filter(|group| group.lang.primary() == lang.primary());
    groups.flat_map(|group| &group.terms).collect()
}

/// Why the selected terms are only half of the concept; none if they are not.
fn omission(concept: &Concept, selected: &[&Term], header: &Header) -> Option<Omission> {
    let all: Vec<&Term> = concept.terms.iter().filter(|term| term.review != Review::Rejected).collect();
    let (source, target) = (header.source_lang.primary(), header.target_lang.primary());
    let sides = [source, target].map(|lang| (Side::of(&all, lang), Side::of(selected, lang)));
    if sides.iter().any(|(whole, _)| *whole == Side::Missing) {
        // One language is all there is of the pair; a third one must not be what makes it whole.
        return None;
    }
    // What must not be said is no stand-in for what should be: where there is a term to use, one is needed.
    let is_half = sides.iter().any(|(whole, part)| part < whole);
    is_half.then_some(match () {
        () if header.selection.only_approved => Omission::Unapproved,
        () if !header.selection.include_candidates && is_open(&all, &sides, [source, target]) => Omission::Candidates,
        () => Omission::Discouraged,
    })
}

/// Whether a side that is cut short has a term to use that is a mere candidate.
fn is_open(all: &[&Term], sides: &[(Side, Side); 2], languages: [&str; 2]) -> bool {
    let cut = sides.iter().zip(languages).filter(|((whole, part), _)| part < whole).map(|(_, lang)| lang);
    let candidates = |lang: &str| {
        let mut terms = all.iter().filter(|term| term.lang.primary() == lang);
        terms.any(|term| term.review == Review::Candidate)
    };
    cut.into_iter().any(candidates)
}

/// What a concept says in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    /// Nothing.
    Missing,
    /// Only what should not be said.
    Discouraged,
    /// Something that may be said.
    Usable,
}

impl Side {
    fn of(terms: &[&Term], lang: &str) -> Self {
        let own = terms.iter().filter(|term| term.lang.primary() == lang && !cleaning::line(&term.text).is_empty());
        own.map(|term| match term.usage {
            Usage::Preferred | Usage::Admitted => Self::Usable,
            Usage::Deprecated | Usage::Forbidden => Self::Discouraged,
        })
        .max()
        .unwrap_or(Self::Missing)
    }
}
