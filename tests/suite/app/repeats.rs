//! The same bytes again under newer rules, other bytes under the same name: numbers and decisions stay.

use taiyaku::app::ingest::Status;
use taiyaku::model::{Review, Usage};
use taiyaku::store::Store;

use super::{NOW, PROJECT, concepts, english, exported, ingest, named, on, release, sample_files, service};

#[tokio::test]
async fn newer_rules_read_again_and_keep_every_number() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("base.db")).await.unwrap();
    let old = on(store.clone(), "old");
    old.add_starter(PROJECT, &[], NOW).await.unwrap();
    old.ingest_many(PROJECT, sample_files(), 2, NOW, |_| {}).await.unwrap();
    let before = concepts(&old).await;
    let new = on(store, "new");
    let outcomes = new.ingest_many(PROJECT, sample_files(), 2, NOW, |_| {}).await.unwrap();
    assert!(outcomes.iter().all(|outcome| outcome.status == Status::Updated));
    let after = concepts(&new).await;
    let facts = |concepts: &[taiyaku::model::Concept]| -> Vec<_> {
        concepts
            .iter()
            .map(|concept| {
                let mut definitions: Vec<_> = concept.definitions.iter().map(|one| one.text.clone()).collect();
                definitions.sort();
                let terms: Vec<_> = concept.terms.iter().map(|term| (term.id, term.text.clone(), term.usage)).collect();
                (concept.id, terms, definitions, concept.conflicts.len())
            })
            .collect()
    };
    assert_eq!(facts(&before), facts(&after));
    for (before, after) in before.iter().zip(&after) {
        for (before, after) in before.terms.iter().zip(&after.terms) {
            assert!((before.confidence - after.confidence).abs() < 1e-9, "{}", before.text);
            assert_eq!(before.evidence.len(), after.evidence.len(), "{}", before.text);
        }
    }
}

#[tokio::test]
async fn what_a_person_decided_outlives_newer_rules() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("base.db")).await.unwrap();
    let old = on(store.clone(), "old");
    let bytes = release("光遺伝学", "optogenetics", "光で細胞の活動を操る技術。");
    ingest(&old, "1.txt", bytes.clone()).await;
    let concept = named(&old, "光遺伝学").await.remove(0);
    let term = english(&concept, "optogenetics").unwrap().id;
    let mut write = store.write("somebody", NOW).await.unwrap();
    write.decide_term(term, Usage::Forbidden, Review::Rejected).await.unwrap();
    write.commit().await.unwrap();
    let new = on(store, "new");
    assert_eq!(ingest(&new, "1.txt", bytes).await.status, Status::Updated);
    let after = named(&new, "光遺伝学").await;
    assert_eq!(after.len(), 1);
    let term_after = english(&after[0], "optogenetics").unwrap();
    assert_eq!((term_after.id, term_after.usage, term_after.review), (term, Usage::Forbidden, Review::Rejected));
}

#[tokio::test]
async fn a_rejected_pair_does_not_come_back() {
    let service = service("").await;
    ingest(&service, "1.txt", release("光遺伝学", "optogenetics", "光で細胞の活動を操る技術。")).await;
    let mut write = service.store().write("somebody", NOW).await.unwrap();
    let project = write.ensure_project(PROJECT).await.unwrap();
    let verdict = taiyaku::store::Verdict::Rejected;
    write.decide_pair(project, ("量子化", "量子化"), ("quantization", "quantization"), verdict).await.unwrap();
    write.commit().await.unwrap();
    ingest(&service, "2.txt", release("量子化", "quantization", "とびとびの値をとること。")).await;
    let found = named(&service, "量子化").await;
    assert_eq!(found.len(), 1);
    assert!(english(&found[0], "quantization").is_none());
}

#[tokio::test]
async fn other_content_under_a_known_name_is_kept_beside_it_with_a_doubt() {
    let service = service("").await;
    let first = ingest(&service, "a.txt", release("光遺伝学", "optogenetics", "光で操る技術。")).await;
    let second = ingest(&service, "a.txt", release("量子化", "quantization", "とびとびの値をとること。")).await;
    assert!(first.doubts.iter().all(|doubt| doubt.code != "same_name_other_content"));
    assert_eq!(second.doubts.iter().filter(|doubt| doubt.code == "same_name_other_content").count(), 1);
    assert_eq!(service.counts(None).await.unwrap().releases, 2);
}

#[tokio::test]
async fn the_same_bytes_under_two_names_are_one_release() {
    let service = service("").await;
    let bytes = release("光遺伝学", "optogenetics", "光で操る技術。");
    let first = ingest(&service, "a.txt", bytes.clone()).await;
    let second = ingest(&service, "b.txt", bytes).await;
    assert_eq!((second.status, second.release_id), (Status::Unchanged, first.release_id));
    assert!(exported(&service).await.contains("optogenetics"));
}
