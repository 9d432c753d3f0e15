//! Several releases for one claim: confidence grows, evidence is kept for each.

use taiyaku::model::{EvidenceKind, Review, Usage};

use super::{NOW, PROJECT, english, ingest, named, release, service};

#[tokio::test]
async fn a_second_release_with_the_same_english_raises_confidence() {
    let service = service("").await;
    let mut before = 0.0;
    for (name, definition) in [
        ("1.txt", "光で細胞の活動を操る技術。"),
        ("2.txt", "光を当てて細胞の活動を操る方法。"),
        ("3.txt", "光で神経細胞の活動を操る。"),
    ] {
        ingest(&service, name, release("光遺伝学", "optogenetics", definition)).await;
        let found = named(&service, "光遺伝学").await;
        let term = english(&found[0], "optogenetics").unwrap();
        assert!(term.confidence > before && term.confidence <= 0.99, "{name}: {} after {before}", term.confidence);
        before = term.confidence;
        if name != "1.txt" {
            continue;
        }
        assert_eq!((term.review, term.usage), (Review::Suggested, Usage::Preferred));
    }
    let found = named(&service, "光遺伝学").await;
    let releases: std::collections::BTreeSet<_> = english(&found[0], "optogenetics")
        .unwrap()
        .evidence
        .iter()
        .filter_map(|evidence| evidence.release_id)
        .collect();
    assert_eq!(releases.len(), 3);
}

#[tokio::test]
async fn deleting_a_release_takes_its_vote_and_what_only_it_said() {
    let service = service("").await;
    let first = ingest(&service, "1.txt", release("光遺伝学", "optogenetics", "光で細胞の活動を操る技術。")).await;
    let alone = named(&service, "光遺伝学").await;
    let second =
        ingest(&service, "2.txt", release("光遺伝学", "optogenetics", "光を当てて細胞の活動を操る方法。")).await;
    service.delete_release(second.release_id.unwrap(), "somebody", NOW).await.unwrap();
    let after = named(&service, "光遺伝学").await;
    let confidence = |concepts: &[taiyaku::model::Concept]| english(&concepts[0], "optogenetics").unwrap().confidence;
    assert!((confidence(&after) - confidence(&alone)).abs() < 1e-9);
    service.delete_release(first.release_id.unwrap(), "somebody", NOW).await.unwrap();
    assert_eq!(service.counts(Some(PROJECT)).await.unwrap().concepts, 0);
}

#[tokio::test]
async fn proof_stands_where_the_text_says() {
    let service = service("").await;
    let bytes = release("𠮷野現象", "Yoshino phenomenon", "⻭とｶﾅに起こる現象。");
    let text = String::from_utf8(bytes.clone()).unwrap();
    ingest(&service, "1.txt", bytes).await;
    let found = named(&service, "𠮷野現象").await;
    for evidence in found[0].terms.iter().flat_map(|term| &term.evidence) {
        assert_eq!(evidence.kind, EvidenceKind::Document);
        let place = evidence.span.unwrap();
        assert!(place.of(&text).contains("𠮷野現象"), "{evidence:?}");
    }
    assert!(english(&found[0], "Yoshino phenomenon").is_some());
}
