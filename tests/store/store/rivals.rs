//! Concepts in conflict: both are told when a conflict comes or goes, so that whoever holds one of them reads it again.

use taiyaku_language::model::{ConceptId, Conflict, ConflictKind, ProjectId, Revision};
use taiyaku_store::store::Store;

use super::sample::{put_concept, store, write};

async fn revision(store: &Store, id: ConceptId) -> Revision {
    store.concept(id).await.unwrap().revision
}

fn conflict(other: ConceptId, reason: &str) -> Conflict {
    Conflict { other, kind: ConflictKind::English, reason: reason.to_owned() }
}

/// Two concepts in conflict; the first has no term, so that a sweep takes it.
async fn rivals(store: &Store) -> (ProjectId, ConceptId, ConceptId) {
    let mut unit = write(store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let one = unit.insert_concept(project, None, None).await.unwrap();
    let (other, ..) = put_concept(&mut unit, project, None).await;
    unit.insert_conflict(one, &conflict(other, "metastasis, transfer")).await.unwrap();
    unit.commit().await.unwrap();
    (project, one, other)
}

#[tokio::test]
async fn both_sides_of_a_conflict_are_told_of_it_once() {
    let (_folder, store) = store().await;
    let (_, one, other) = rivals(&store).await;
    let before = (revision(&store, one).await, revision(&store, other).await);
    let mut unit = write(&store).await;
    unit.insert_conflict(other, &conflict(one, "metastasis, transfer")).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!((revision(&store, one).await, revision(&store, other).await), before, "nothing new was said");
    let mut unit = write(&store).await;
    unit.insert_conflict(other, &conflict(one, "another reason")).await.unwrap();
    unit.commit().await.unwrap();
    let after = (revision(&store, one).await, revision(&store, other).await);
    assert!(after.0 > before.0 && after.1 > before.1, "{before:?} {after:?}");
}

#[tokio::test]
async fn the_rival_of_a_concept_that_goes_is_told() {
    for is_swept in [false, true] {
        let (_folder, store) = store().await;
        let (project, one, other) = rivals(&store).await;
        let before = revision(&store, other).await;
        let mut unit = write(&store).await;
        if is_swept {
            assert_eq!(unit.sweep_unsupported(project).await.unwrap().concepts, [one]);
        } else {
            unit.delete_concept(one).await.unwrap();
        }
        unit.commit().await.unwrap();
        assert!(revision(&store, other).await > before, "{is_swept}");
        assert_eq!(store.concept(other).await.unwrap().conflicts, [], "{is_swept}");
    }
}
