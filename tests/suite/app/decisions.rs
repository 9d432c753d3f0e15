//! What a decision does beside its purpose, and what it leaves alone.

use taiyaku::app::Service;
use taiyaku::app::review::{Basis, Decision, DecisionOutcome, DecisionRequest, NoteScope, Reference};
use taiyaku::model::{Concept, ConceptId, EvidenceKind, Lang, Review, Term, TermId, Usage};

use super::review::{WHO, decide, filled, japanese, term_of};
use super::{NOW, PROJECT, english, ingest, named, on, release};

/// The concept of 光遺伝学, its Japanese and its English term.
async fn optics(service: &Service) -> (ConceptId, TermId, TermId) {
    let (concept, en) = term_of(service, "光遺伝学", "optogenetic").await;
    (concept, japanese(&service.concept(concept).await.unwrap(), "光遺伝学"), en)
}

fn use_of(term: TermId, usage: Usage) -> Decision {
    Decision::Usage { term, usage, replacement: None }
}

fn term(concept: &Concept, id: TermId) -> &Term {
    concept.terms.iter().find(|term| term.id == id).unwrap()
}

/// Two senses of 転移 become one concept, so that it has two English terms: the concept, the first and the second.
async fn merged(service: &Service) -> (ConceptId, TermId, TermId) {
    let (into, first) = term_of(service, "転移", "metastasis").await;
    let (from, second) = term_of(service, "転移", "transfer").await;
    decide(service, Decision::Merge { into, from }).await;
    (into, first, second)
}

async fn refused(service: &Service, decision: Decision) -> &'static str {
    service.decide(&decision.into(), WHO, NOW).await.unwrap_err().code()
}

#[tokio::test]
async fn deciding_the_same_again_changes_nothing() {
    let service = filled("").await;
    let (concept, _, term) = optics(&service).await;
    let replacement = Some(term_of(&service, "転移", "transfer").await.1);
    let note = |text: &str| Decision::Note { concept, text: text.to_owned(), scope: NoteScope::Project };
    for (decision, again) in [
        (note("覚え書き"), note(" 覚え書き ")),
        (use_of(term, Usage::Admitted), use_of(term, Usage::Admitted)),
        (Decision::Retire { term, replacement }, Decision::Retire { term, replacement }),
        (Decision::Scope { concept, release: None }, Decision::Scope { concept, release: None }),
        (Decision::Reject { term }, Decision::Reject { term }),
        (
            Decision::Edit { term, text: "optogenetics".to_owned() },
            Decision::Edit { term, text: " optogenetics ".to_owned() },
        ),
    ] {
        assert!(decide(&service, decision.clone()).await.decision.is_some(), "{decision:?}");
        let revision = service.concept(concept).await.unwrap().revision;
        assert_eq!(decide(&service, again).await.decision, None, "{decision:?}");
        assert_eq!(service.concept(concept).await.unwrap().revision, revision, "{decision:?}");
    }
}

#[tokio::test]
async fn a_usage_nobody_has_looked_at_can_be_decided_as_it_is() {
    let service = filled("").await;
    let (concept, _, en) = optics(&service).await;
    let usage = english(&service.concept(concept).await.unwrap(), "optogenetic").unwrap().usage;
    let decided = decide(&service, use_of(en, usage)).await;
    assert!(decided.decision.is_some());
    assert_eq!(term(&decided.concept, en).review, Review::Approved);
}

#[tokio::test]
async fn a_preferred_term_takes_the_place_of_another_of_its_language_only() {
    let service = filled("").await;
    let (concept, first, second) = merged(&service).await;
    let ja = japanese(&service.concept(concept).await.unwrap(), "転移");
    let DecisionOutcome { concept: after, .. } = decide(&service, use_of(second, Usage::Preferred)).await;
    let usages = |concept: &Concept| [ja, first, second].map(|id| term(concept, id).usage);
    assert_eq!(usages(&after), [Usage::Preferred, Usage::Admitted, Usage::Preferred]);
    // The replacement of a term that was not preferred does not become so, nor does one of another language.
    let retired = decide(&service, Decision::Retire { term: second, replacement: Some(ja) }).await.concept;
    assert_eq!(usages(&retired), [Usage::Preferred, Usage::Admitted, Usage::Deprecated]);
    let japanese = decide(&service, Decision::Retire { term: ja, replacement: Some(first) }).await.concept;
    assert_eq!(usages(&japanese), [Usage::Deprecated, Usage::Admitted, Usage::Deprecated]);
    decide(&service, use_of(second, Usage::Admitted)).await;
    let again = decide(&service, Decision::Retire { term: second, replacement: Some(first) }).await.concept;
    assert_eq!(usages(&again)[1..], [Usage::Admitted, Usage::Deprecated]);
}

#[tokio::test]
async fn how_to_use_a_rejected_term_does_not_approve_it() {
    let service = filled("").await;
    let (_, _, en) = optics(&service).await;
    decide(&service, Decision::Reject { term: en }).await;
    let after = decide(&service, use_of(en, Usage::Forbidden)).await.concept;
    assert_eq!((term(&after, en).usage, term(&after, en).review), (Usage::Forbidden, Review::Rejected));
}

#[tokio::test]
async fn a_person_vouches_for_a_term_once_and_a_pair_leaves_the_decided_name_alone() {
    let service = filled("").await;
    let (concept, ja, en) = optics(&service).await;
    let first = service.decide(&Decision::Accept { term: ja }.into(), "佐藤", NOW).await.unwrap().decision.unwrap();
    for _ in 0..2 {
        decide(&service, Decision::Accept { term: en }).await;
        decide(&service, Decision::Reject { term: en }).await;
    }
    let after = decide(&service, Decision::Accept { term: en }).await.concept;
    let persons = term(&after, en).evidence.iter().filter(|one| one.kind == EvidenceKind::Person).count();
    assert_eq!(persons, 1);
    // Whoever accepted the Japanese name can take that back: the pair did not decide about it again.
    service.undo(first.id, "佐藤", NOW).await.unwrap();
    assert_ne!(term(&service.concept(concept).await.unwrap(), ja).review, Review::Approved);
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_what_does_is_not() {
    let service = filled("").await;
    let (concept, ja, en) = optics(&service).await;
    let (elsewhere, _) = term_of(&service, "転移", "metastasis").await;
    let foreign = service.concept(elsewhere).await.unwrap().terms[0].evidence[0].release_id;
    service.create_project("別", &[], NOW).await.unwrap();
    service.ingest_as("ingest", "別", "x.txt", None, release("系", "system", "部品の仕組み。"), NOW).await.unwrap();
    let all = service.concepts("別", None, 10).await.unwrap();
    let stranger = all[0].terms.iter().find(|term| term.lang == Lang::EN).unwrap().id;
    for decision in [
        Decision::Split { concept, terms: vec![ja] },
        Decision::Split { concept, terms: vec![ja, en] },
        Decision::Retire { term: en, replacement: Some(stranger) },
        Decision::Retire { term: en, replacement: Some(en) },
        Decision::Merge { into: concept, from: all[0].id },
        Decision::Scope { concept, release: foreign },
        Decision::Note { concept, text: "注".to_owned(), scope: NoteScope::Release(foreign.unwrap()) },
    ] {
        assert_eq!(refused(&service, decision.clone()).await, "invalid_request", "{decision:?}");
    }
    // A name may be written alike in both languages, such as DNA.
    assert!(decide(&service, Decision::Edit { term: ja, text: "optogenetic".to_owned() }).await.decision.is_some());
}

#[tokio::test]
async fn the_basis_of_a_decision_is_the_newest_state_of_what_it_is_about() {
    let service = filled("").await;
    let (concept, ja, en) = optics(&service).await;
    let seen = service.concept(concept).await.unwrap().revision;
    // The other term changes, and with it the concept.
    service.decide(&use_of(ja, Usage::Admitted).into(), "佐藤", NOW).await.unwrap();
    let now = service.concept(concept).await.unwrap().revision;
    assert!(now > seen);
    for (basis, is_refused) in
        [(Basis::Concept(seen), true), (Basis::Concept(now.next()), true), (Basis::Term(now), false)]
    {
        let request = DecisionRequest { decision: use_of(en, Usage::Admitted), basis };
        let decided = service.decide(&request, WHO, NOW).await;
        assert_eq!(decided.err().map(|error| error.code()), is_refused.then_some("revision_conflict"), "{basis:?}");
    }
    let request = DecisionRequest { decision: use_of(en, Usage::Forbidden), basis: Basis::Term(now) };
    assert_eq!(
        service.decide(&request, WHO, NOW).await.unwrap_err().code(),
        "revision_conflict",
        "it has changed since"
    );
}

#[tokio::test]
async fn a_rejected_japanese_name_has_no_part_in_a_pair() {
    let folder = tempfile::tempdir().unwrap();
    let store = taiyaku::store::Store::open(&folder.path().join("base.db")).await.unwrap();
    let service = on(store, "");
    ingest(&service, "1.txt", release("光遺伝学", "optogenetic", "光で神経細胞の活動を操る技術。")).await;
    let (_, ja, en) = optics(&service).await;
    decide(&service, Decision::Reject { term: ja }).await;
    let decided = decide(&service, Decision::Accept { term: en }).await;
    assert_eq!(term(&decided.concept, ja).review, Review::Rejected);
    let summary = decided.decision.unwrap().summary;
    assert!(!summary.contains("光遺伝学"), "{summary}");
}

#[tokio::test]
async fn of_several_terms_of_one_key_the_written_one_that_is_not_rejected_is_meant() {
    let service = filled("").await;
    let (_, _, en) = optics(&service).await;
    ingest(&service, "8.txt", release("光操作", "Optogenetic", "光で細胞の働きを操る手法のひとつ。")).await;
    let (_, other) = term_of(&service, "光操作", "Optogenetic").await;
    let meant = async |text: &str| {
        let reference = Reference::Text(text.to_owned());
        service.referenced_term(PROJECT, &reference, None).await.map_err(|error| error.code())
    };
    assert_eq!(meant("optogenetic").await, Ok(en));
    assert_eq!(meant("Optogenetic").await, Ok(other));
    assert_eq!(meant("ｏptogenetic").await, Err("invalid_request"), "neither is written so");
    decide(&service, Decision::Reject { term: other }).await;
    for text in ["optogenetic", "Optogenetic", "ｏptogenetic"] {
        assert_eq!(meant(text).await, Ok(en), "{text}");
    }
    assert_eq!(named(&service, "光操作").await.len(), 1);
}
