//! The terms of a concept that are exported: cleaned, grouped by language, preferred terms first.

use std::collections::BTreeSet;

use super::header::Header;
use crate::exchange::cleaning;
use crate::model::{Concept, Lang, Term};

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

/// The terms of `concept` that are exported: those of the source language first, then those of the target language.
pub(in crate::exchange) fn selected_terms<'a>(concept: &'a Concept, header: &Header) -> Vec<LanguageTerms<'a>> {
    let mut languages: Vec<LanguageTerms<'a>> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut terms: Vec<&Term> = concept.terms.iter().filter(|term| header.selection.includes(term)).collect();
    terms.sort_by(|a, b| (a.usage, a.kind).cmp(&(b.usage, b.kind)).then_with(|| b.confidence.total_cmp(&a.confidence)));
    for term in terms {
        let text = cleaning::line(&term.text);
        if text.is_empty() || !seen.insert((&term.lang, text.clone())) {
            continue;
        }
        match languages.iter_mut().find(|group| group.lang == &term.lang) {
            Some(group) => group.terms.push(SelectedTerm { text, term }),
            None => languages.push(LanguageTerms { lang: &term.lang, terms: vec![SelectedTerm { text, term }] }),
        }
    }
    let has_terms_in = |lang: &Lang| languages.iter().any(|group| group.lang.primary() == lang.primary());
    let translated = has_terms_in(&header.source_lang) && has_terms_in(&header.target_lang);
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
