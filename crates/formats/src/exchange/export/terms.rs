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

/// The most pairs a concept has in a file of pairs, unless it has more terms.
const MOST_PAIRS: usize = 2_500;

/// The pairs of a concept, the preferred terms first: every source term with every target term. Of a concept with so many names
/// that its file would grow with their product, every term is in one pair, with the first of the other language.
pub(in crate::exchange) fn pairs<'b, T>(sources: &'b [T], targets: &'b [T]) -> impl Iterator<Item = (&'b T, &'b T)> {
    let is_small = sources.len().saturating_mul(targets.len()) <= MOST_PAIRS;
    sources.iter().enumerate().flat_map(move |(index, source)| {
        let count = if is_small || index == 0 { targets.len() } else { 1 };
        targets.iter().take(count).map(move |target| (source, target))
    })
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

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn every_term_is_in_a_pair_and_the_pairs_do_not_grow_with_the_product() {
        assert_eq!(
            pairs(&["甲", "乙"], &["a", "b"]).collect::<Vec<_>>(),
            [(&"甲", &"a"), (&"甲", &"b"), (&"乙", &"a"), (&"乙", &"b")]
        );
        for (sources, targets, want) in
            [(50, 50, 2_500), (51, 50, 100), (2_500, 1, 2_500), (2_501, 1, 2_501), (3, 0, 0), (900, 900, 1_799)]
        {
            let (sources, targets): (Vec<usize>, Vec<usize>) = ((0..sources).collect(), (0..targets).collect());
            let found: Vec<_> = pairs(&sources, &targets).collect();
            assert_eq!(found.len(), want);
            if !targets.is_empty() {
                assert!(sources.iter().all(|one| found.iter().any(|(source, _)| *source == one)));
                assert!(targets.iter().all(|one| found.iter().any(|(_, target)| *target == one)));
            }
        }
    }
}
