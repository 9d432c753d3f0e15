//! Entries as Weblate reads them.
//!
//! Weblate takes all terms of an entry in a language as one string, and forbids it if all of them have the status `forbidden` or
//! `obsolete`, which TBX-Basic does not know. So each translation that should not be used has an entry of its own, beside the
//! terms to use. A source term that should not be used has none: Weblate would forbid its translations. What it shows
//! beside a translation is a note from the translator.

use crate::exchange::export::{Header, LanguageTerms, SelectedTerm};
use crate::model::{ConceptId, Usage};

/// The identifiers and terms of the entries of a concept.
pub(super) fn entries<'a>(
    concept: ConceptId,
    languages: &[LanguageTerms<'a>],
    header: &Header,
) -> Vec<(String, Vec<LanguageTerms<'a>>)> {
    let (source, target) = (header.source_lang.primary(), header.target_lang.primary());
    let only = |group: &LanguageTerms<'a>, is_wanted: &dyn Fn(&SelectedTerm<'a>) -> bool| {
        let terms = group.terms.iter().filter(|one| is_wanted(one));
        let terms: Vec<SelectedTerm<'a>> =
            terms.map(|one| SelectedTerm { text: one.text.clone(), term: one.term }).collect();
        (!terms.is_empty()).then_some(LanguageTerms { lang: group.lang, terms })
    };
    let usable: Vec<_> = languages.iter().filter_map(|group| only(group, &|one| !is_forbidden(one))).collect();
    let has = |groups: &[LanguageTerms<'a>], lang: &str| groups.iter().any(|group| group.lang.primary() == lang);
    let mut entries = Vec::new();
    let own_source = || languages.iter().filter(|group| group.lang.primary() == source);
    let targets = languages.iter().filter(|group| group.lang.primary() == target);
    if has(&usable, source) {
        for group in targets {
            for term in group.terms.iter().filter(|one| is_forbidden(one)) {
                let mut parts: Vec<_> =
                    own_source().filter_map(|group| only(group, &|one| !is_forbidden(one))).collect();
                parts.extend(only(group, &|one| std::ptr::eq(one, term)));
                entries.push((format!("c{concept}-{}", entries.len() + 1), parts));
            }
        }
    }
    if has(&usable, source) && has(&usable, target) {
        entries.insert(0, (format!("c{concept}"), usable));
    }
    entries
}

/// The status of a term, as Weblate knows it; none for one that may be used.
pub(super) fn status(usage: Usage) -> Option<&'static str> {
    match usage {
        Usage::Preferred | Usage::Admitted => None,
        Usage::Deprecated => Some("obsolete"),
        Usage::Forbidden => Some("forbidden"),
    }
}

fn is_forbidden(selected: &SelectedTerm<'_>) -> bool {
    status(selected.term.usage).is_some()
}
