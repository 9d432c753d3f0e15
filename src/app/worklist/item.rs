//! Items of work lists, with translations and occurrences. Pure.

use crate::model::{Concept, ConceptId, Evidence, EvidenceKind, Lang, ReleaseId, Review, Span, Term, TermKind, Usage};

/// Characters shown on each side of an occurrence.
const AROUND: usize = 20;

/// A term that needs attention.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkItem {
    /// The term.
    pub term: String,
    /// Its language.
    pub lang: Lang,
    /// The concepts it belongs to, by number.
    pub concepts: Vec<ConceptId>,
    /// The number the list is ordered by: occurrences, releases, translations, or the revision of the change.
    pub count: i64,
    /// Its translations: terms in the other language that are offered and may be used.
    pub renderings: Vec<Rendering>,
    /// Its conflicts with other concepts of the same name.
    pub conflicts: Vec<String>,
    /// Some of its occurrences.
    pub occurrences: Vec<Occurrence>,
}

/// A translation of a term.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendering {
    /// The term.
    pub text: String,
    /// Its concept.
    pub concept_id: ConceptId,
    /// Its usage.
    pub usage: Usage,
    /// Its review state.
    pub review: Review,
    /// Its confidence.
    pub confidence: f64,
    /// Number of releases with evidence for it.
    pub releases: u64,
    /// Some occurrences of that evidence.
    pub occurrences: Vec<Occurrence>,
}

/// An occurrence of a term in a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The release.
    pub release_id: ReleaseId,
    /// Its name.
    pub release: String,
    /// Where in its text, in bytes.
    pub span: Option<Span>,
    /// The text around it.
    pub snippet: String,
}

/// The item of a concept, with its Japanese name.
pub(super) fn of_concept(concept: &Concept, count: i64, places: usize) -> WorkItem {
    let named = concept.terms.iter().find(|term| term.lang.is_japanese() && term.review != Review::Rejected);
    let named = named.or_else(|| concept.terms.first());
    let lang = named.map_or(Lang::JA, |term| term.lang.clone());
    let text = named.map(|term| term.text.clone()).unwrap_or_default();
    of_key(&text, &lang, &[concept], count, places)
}

/// The item of a term that belongs to these concepts.
pub(super) fn of_key(text: &str, lang: &Lang, concepts: &[&Concept], count: i64, places: usize) -> WorkItem {
    let mut item = WorkItem {
        term: text.to_owned(),
        lang: lang.clone(),
        concepts: concepts.iter().map(|concept| concept.id).collect(),
        count,
        renderings: Vec::new(),
        conflicts: Vec::new(),
        occurrences: Vec::new(),
    };
    for concept in concepts {
        let rendered = concept.terms.iter().filter(|term| is_rendering(term, lang));
        item.renderings.extend(rendered.map(|term| rendering(concept.id, term, places)));
        item.conflicts.extend(concept.conflicts.iter().map(|conflict| conflict.reason.clone()));
        let named = concept.terms.iter().filter(|term| term.lang == *lang && term.text == text);
        item.occurrences.extend(named.flat_map(|term| occurrences(&term.evidence, places)));
    }
    item.conflicts.dedup();
    item.occurrences.truncate(places);
    item
}

fn is_rendering(term: &Term, of: &Lang) -> bool {
    term.lang.primary() != of.primary()
        && matches!(term.review, Review::Suggested | Review::Approved)
        && matches!(term.usage, Usage::Preferred | Usage::Admitted)
        && term.kind != TermKind::Variant
}

fn rendering(concept_id: ConceptId, term: &Term, places: usize) -> Rendering {
    let mut releases: Vec<ReleaseId> = term.evidence.iter().filter_map(|evidence| evidence.release_id).collect();
    releases.sort_unstable();
    releases.dedup();
    Rendering {
        text: term.text.clone(),
        concept_id,
        usage: term.usage,
        review: term.review,
        confidence: term.confidence,
        releases: u64::try_from(releases.len()).unwrap_or_default(),
        occurrences: occurrences(&term.evidence, places).collect(),
    }
}

/// The occurrences in releases given as evidence.
fn occurrences(evidence: &[Evidence], places: usize) -> impl Iterator<Item = Occurrence> {
    let in_release = evidence.iter().filter(|evidence| evidence.kind == EvidenceKind::Document);
    let place = |evidence: &Evidence| {
        Some(Occurrence {
            release_id: evidence.release_id?,
            release: evidence.source.clone(),
            span: evidence.span,
            snippet: evidence.snippet.clone().unwrap_or_default(),
        })
    };
    in_release.filter_map(place).take(places)
}

/// An occurrence in the text of a release, with some context.
pub(super) fn in_text(text: &str, span: Span, release_id: ReleaseId, release: &str) -> Occurrence {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let start = before.char_indices().rev().take(AROUND).last().map_or(span.start, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| span.end + at);
    let snippet: String = text.get(start..end).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    Occurrence { release_id, release: release.to_owned(), span: Some(span), snippet }
}

#[cfg(test)]
mod tests {
    use super::in_text;
    use crate::model::{ReleaseId, Span};

    #[test]
    fn a_place_is_shown_with_its_surroundings_and_never_cut_inside_a_character() {
        for (text, term, want) in [
            ("𠮷野の⻭車が\r\n回る。", "⻭車", "𠮷野の⻭車が 回る。"),
            ("ｶﾅﾞー", "ｶﾅﾞー", "ｶﾅﾞー"),
            ("ああああああああああああああああああああいうえ", "う", "あああああああああああああああああああいうえ"),
        ] {
            let start = text.find(term).unwrap();
            let place = in_text(text, Span::new(start, start + term.len()), ReleaseId::new(1), "a.txt");
            assert_eq!(place.snippet, want);
        }
    }
}
