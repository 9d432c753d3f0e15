//! The starter base in a project: once, told apart from releases, joined by what they say.

use taiyaku::model::EvidenceKind;

use super::{NOW, PROJECT, concepts, english, ingest, named, release, service};

#[tokio::test]
async fn it_is_loaded_once() {
    let service = service("").await;
    let rows = service.add_starter(PROJECT, &[], NOW).await.unwrap();
    assert!(rows >= 900, "{rows}");
    let (counts, revision) = (service.counts(None).await.unwrap(), service.revision().await.unwrap());
    assert_eq!(service.add_starter(PROJECT, &[], NOW).await.unwrap(), 0);
    assert_eq!((service.counts(None).await.unwrap(), service.revision().await.unwrap()), (counts, revision));
    assert_eq!(counts.conflicts, 0);
}

#[tokio::test]
async fn a_release_joins_a_starter_term_and_both_are_told_apart_in_either_order() {
    for starter_first in [true, false] {
        let service = service("").await;
        let bytes = release("視床下部", "hypothalamus", "脳の一部で体温を保つ。");
        if starter_first {
            service.add_starter(PROJECT, &[], NOW).await.unwrap();
            ingest(&service, "1.txt", bytes).await;
        } else {
            ingest(&service, "1.txt", bytes).await;
            service.add_starter(PROJECT, &[], NOW).await.unwrap();
        }
        let found = named(&service, "視床下部").await;
        assert_eq!(found.len(), 1, "starter first: {starter_first}");
        let mut kinds: Vec<_> = english(&found[0], "hypothalamus")
            .unwrap()
            .evidence
            .iter()
            .map(|evidence| evidence.kind.as_str())
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds, ["curated", "document"]);
    }
}

#[tokio::test]
async fn every_starter_term_says_where_it_comes_from() {
    let service = service("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    for concept in concepts(&service).await {
        for term in &concept.terms {
            assert!(!term.evidence.is_empty());
            for evidence in &term.evidence {
                assert_eq!(evidence.kind, EvidenceKind::Curated);
                assert!(evidence.source.starts_with("starter:"));
            }
        }
    }
}
