//! Terms are found where they are words of their own, and nowhere else.

mod english;
mod japanese;
mod properties;
mod shared;
mod suggestions;

use taiyaku_engines::spot::{LexiconTerm, ProjectFilter, Spotter};
use taiyaku_language::model::{ConceptId, Lang, ProjectId, TermId};
use taiyaku_language::text::tokeniser::Tokeniser;

/// A spotter for `terms` of one language; each is a concept of its own, numbered from 1.
fn spotter(lang: &Lang, terms: &[&str]) -> Spotter {
    Spotter::new((1..).zip(terms).map(|(id, text)| LexiconTerm {
        term_id: TermId::new(id),
        concept_id: ConceptId::new(100 + id),
        project_id: ProjectId::new(1),
        lang: lang.clone(),
        text: (*text).to_owned(),
    }))
}

/// The terms found in `text` as written there, in brackets if nested.
fn found(lang: &Lang, terms: &[&str], text: &str) -> Vec<String> {
    spotter(lang, terms)
        .spots(text, lang, &Tokeniser::by_script(), ProjectFilter::All)
        .iter()
        .map(|spot| {
            let place = spot.span.of(text);
            assert!(!place.is_empty(), "{spot:?} lies outside {text}");
            if spot.nested { format!("[{place}]") } else { place.to_owned() }
        })
        .collect()
}
