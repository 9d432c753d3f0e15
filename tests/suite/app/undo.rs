//! Undo restores exactly the previous state, or says which newer decision prevents it.

use proptest::prelude::*;
use taiyaku::app::review::{Decision, DecisionOutcome, NoteScope};
use taiyaku::model::{Concept, ConceptId, DecisionId, ReleaseId, Review, TermId, Usage};

use super::review::{WHO, decide, filled, state, term_of};
use super::{NOW, PROJECT, english, ingest, release};

#[tokio::test]
async fn undo_works_after_a_release_was_ingested_unless_parts_were_moved() {
    let service = filled("").await;
    let (concept, term) = term_of(&service, "光遺伝学", "optogenetic").await;
    let accepted = decide(&service, Decision::Accept { term }).await.decision.unwrap();
    ingest(&service, "5.txt", release("光遺伝学", "optogenetic", "光で神経細胞の活動を操る技術のこと。")).await;
    let (undone, _) = service.undo(accepted.id, "佐藤", NOW).await.unwrap();
    assert_eq!(undone.undone_by.as_deref(), Some("佐藤"));
    let after = service.concept(concept).await.unwrap();
    let back = english(&after, "optogenetic").unwrap();
    assert_eq!((back.review, back.evidence.len()), (Review::Suggested, 3), "the new evidence stays");
    assert_eq!(service.undo(accepted.id, WHO, NOW).await.unwrap_err().code(), "already_undone");
    assert_eq!(service.undo(DecisionId::new(9_999), WHO, NOW).await.unwrap_err().code(), "not_found");

    let (cancer, _) = term_of(&service, "転移", "metastasis").await;
    let (learning, _) = term_of(&service, "転移", "transfer").await;
    let merged = decide(&service, Decision::Merge { into: cancer, from: learning }).await.decision.unwrap();
    ingest(&service, "8.txt", release("転移", "metastasis", "がん細胞が別の臓器に移って増えること。")).await;
    let error = service.undo(merged.id, WHO, NOW).await.unwrap_err();
    assert_eq!(error.code(), "undo_conflict");
    assert!(error.to_string().contains("`ingest` changed"), "{error}");
}

#[tokio::test]
async fn undo_names_the_newer_decision_that_prevents_it() {
    let service = filled("").await;
    let (_, term) = term_of(&service, "光遺伝学", "optogenetic").await;
    let before = state(&service).await;
    let first = decide(&service, Decision::Accept { term }).await.decision.unwrap();
    let second = decide(&service, Decision::Edit { term, text: "optogenetics".to_owned() }).await.decision.unwrap();
    let error = service.undo(first.id, WHO, NOW).await.unwrap_err();
    assert_eq!(error.code(), "undo_conflict");
    assert!(error.to_string().contains(&format!("decision `{}` by `{WHO}`", second.id)), "{error}");
    service.undo(second.id, WHO, NOW).await.unwrap();
    service.undo(first.id, WHO, NOW).await.unwrap();
    assert_eq!(state(&service).await, before);
    let history = service.decisions(&[PROJECT.to_owned()], None, None, 10).await.unwrap();
    assert_eq!(history.iter().map(|one| one.id).collect::<Vec<_>>(), [second.id, first.id]);
    assert!(history.iter().all(|one| one.undone_at.is_some()));
    assert_eq!(service.last_decision(PROJECT, None).await.unwrap(), None);
}

#[tokio::test]
async fn a_term_that_only_a_decision_supported_goes_when_that_is_undone() {
    let service = filled("").await;
    let (concept, term) = term_of(&service, "転移", "transfer").await;
    let accepted = decide(&service, Decision::Accept { term }).await.decision.unwrap();
    service.delete_release(ReleaseId::new(2), WHO, NOW).await.unwrap();
    let left = service.concept(concept).await.unwrap();
    assert_eq!(english(&left, "transfer").unwrap().review, Review::Approved, "a decision outlives its release");
    let (_, concepts) = service.undo(accepted.id, WHO, NOW).await.unwrap();
    assert_eq!(concepts, [], "nothing supports the concept any more");
    assert_eq!(service.concept(concept).await.unwrap_err().code(), "not_found");
    assert_eq!(state(&service).await.iter().filter(|concept| english(concept, "transfer").is_some()).count(), 0);
}

/// One decision of a random sequence: a kind and two picks.
#[derive(Debug, Clone)]
struct Pick(u8, usize, usize);

fn picked(pick: &Pick, all: &[Concept]) -> Decision {
    let terms: Vec<(ConceptId, TermId)> =
        all.iter().flat_map(|concept| concept.terms.iter().map(|term| (concept.id, term.id))).collect();
    let (concept, term) = terms[pick.1 % terms.len()];
    let (other, second) = terms[pick.2 % terms.len()];
    let usage = [Usage::Preferred, Usage::Admitted, Usage::Deprecated, Usage::Forbidden][pick.2 % 4];
    match pick.0 % 10 {
        0 => Decision::Accept { term },
        1 => Decision::Edit { term, text: format!("別名{}𠮷", pick.2 % 5) },
        2 => Decision::Reject { term },
        3 | 4 => Decision::Merge { into: concept, from: other },
        5 => Decision::Split { concept, terms: vec![term] },
        6 => Decision::Retire { term, replacement: Some(second) },
        7 => Decision::Usage { term, usage, replacement: None },
        8 => Decision::Note { concept, text: format!("覚え書き{}", pick.2 % 3), scope: NoteScope::Project },
        _ => Decision::Scope { concept, release: Some(ReleaseId::new(i64::try_from(pick.2 % 4).unwrap() + 1)) },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..crate::factor::cases(24) })]

    #[test]
    fn undoing_all_decisions_from_the_last_to_the_first_gives_the_state_before(
        picks in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()).prop_map(|(a, b, c)| Pick(a, b, c)), 1..12)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let service = filled("").await;
            let mut states = vec![state(&service).await];
            let mut made = Vec::new();
            for pick in &picks {
                let decision = picked(pick, states.last().unwrap());
                match service.decide(&decision.clone().into(), WHO, NOW).await {
                    Ok(DecisionOutcome { decision: Some(decision), .. }) => {
                        made.push((decision.id, decision));
                        states.push(state(&service).await);
                    }
                    Ok(_) => {}
                    Err(error) => assert!(matches!(error.code(), "invalid_request" | "not_found"), "{decision:?}: {error}"),
                }
            }
            for (id, decision) in made.into_iter().rev() {
                states.pop();
                service.undo(id, WHO, NOW).await.unwrap_or_else(|error| panic!("{decision:?}: {error}"));
                assert_eq!(&state(&service).await, states.last().unwrap(), "{decision:?} of {picks:?}");
            }
        });
    }
}
