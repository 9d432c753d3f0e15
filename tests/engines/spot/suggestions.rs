//! The translations offered for a term, and their order.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::sync::Arc;

use taiyaku_engines::suggest::{Offers, term_occurrences, translations};
use taiyaku_language::model::{
    Concept, ConceptId, Evidence, EvidenceId, EvidenceKind, EvidenceMethod, Lang, ReleaseId, Review, Span, Spotted,
    Term, TermId, TermKind, Usage,
};

fn term(id: i64, lang: Lang, text: &str, kind: TermKind, usage: Usage, review: Review, confidence: f64) -> Term {
    let (text, reading, part_of_speech, evidence) = (text.to_owned(), None, None, Vec::new());
    let id = TermId::new(id);
    Term { id, lang, text, reading, kind, part_of_speech, usage, review, confidence, evidence }
}

fn witness(method: &str, release: i64) -> Evidence {
    Evidence {
        id: EvidenceId::new(1),
        term_id: TermId::new(1),
        kind: EvidenceKind::Document,
        method: EvidenceMethod::from_word(method).unwrap(),
        release_id: Some(ReleaseId::new(release)),
        source: "a.txt".to_owned(),
        span: None,
        snippet: None,
        confidence: 0.9,
        work: None,
        origin: None,
        url: None,
    }
}

#[test]
fn approved_translations_come_first_then_full_forms_forbidden_last_and_rejected_never() {
    use Review::{Approved, Candidate, Rejected, Suggested};
    use TermKind::{Abbreviation, FullForm};
    use Usage::{Admitted, Forbidden, Preferred};
    let mut second = term(4, Lang::EN, "hypothalamic region", FullForm, Admitted, Suggested, 0.7);
    second.evidence = vec![witness("inline_gloss", 2), witness("head_gloss", 2), witness("inline_gloss", 3)];
    let concept = Concept {
        terms: vec![
            term(1, Lang::JA, "視床下部", FullForm, Preferred, Suggested, 0.9),
            term(2, Lang::EN, "HT", Abbreviation, Admitted, Suggested, 0.99),
            term(3, Lang::EN, "diencephalon", FullForm, Forbidden, Approved, 0.99),
            second,
            term(5, Lang::EN, "midbrain", FullForm, Preferred, Rejected, 0.99),
            term(6, Lang::EN, "hypothalamus", FullForm, Preferred, Approved, 0.6),
            term(7, Lang::parse("en-GB").unwrap(), "hypothalamus area", FullForm, Admitted, Candidate, 0.5),
        ],
        ..Concept::empty(ConceptId::new(1), "default")
    };
    let offers = translations(&concept, &Lang::EN);
    let texts: Vec<&str> = offers.iter().map(|offer| offer.text.as_str()).collect();
    assert_eq!(texts, ["hypothalamus", "hypothalamic region", "HT", "hypothalamus area", "diencephalon"]);
    let reasons: Vec<&str> = offers[1].reasons.iter().map(|method| method.as_str()).collect();
    assert_eq!((reasons.as_slice(), offers[1].releases), (&["head_gloss", "inline_gloss"][..], 2));
}

#[test]
fn each_concept_of_a_term_is_offered_once_the_better_supported_first() {
    let concept = |id, review| Concept {
        terms: vec![term(id, Lang::EN, "flux", TermKind::FullForm, Usage::Preferred, review, 0.9)],
        ..Concept::empty(ConceptId::new(id), "default")
    };
    let mut concepts: BTreeMap<_, _> = [concept(1, Review::Candidate), concept(2, Review::Approved)]
        .map(|concept| (concept.id, Arc::new(concept)))
        .into();
    concepts.insert(ConceptId::new(3), Arc::new(Concept::empty(ConceptId::new(3), "default")));
    let text = "𠮷のフラックス";
    let spot = |start, term_id, concept_id| Spotted {
        span: Span::new(start, 22),
        term_id: TermId::new(term_id),
        concept_id: ConceptId::new(concept_id),
        nested: false,
    };
    let spots = [spot(7, 30, 3), spot(7, 10, 1), spot(7, 11, 1), spot(7, 20, 2), spot(7, 40, 4)];
    let found = term_occurrences(text, &spots, &mut Offers::new(&concepts, &Lang::EN));
    let order: Vec<_> = found.iter().map(|found| (found.concept.id.get(), found.text.as_str())).collect();
    assert_eq!(order, [(2, "フラックス"), (1, "フラックス"), (3, "フラックス")]);
}
