//! What a change does to others than the one it is made to: who holds those is told, and what it must not touch stays.

use taiyaku_language::model::{ConceptId, Entity, Lang, Revision, Term, TermId, Usage};
use taiyaku_store::store::{NewTerm, Store, TermKeys};

use super::sample::{evidence, put_concept, put_release, store, term, write};

async fn revision(store: &Store, id: ConceptId) -> Revision {
    store.concept(id).await.unwrap().revision
}

#[tokio::test]
async fn whoever_holds_a_concept_is_told_the_new_name_of_its_project() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let (project, other) = (unit.ensure_project("既定").await.unwrap(), unit.ensure_project("別").await.unwrap());
    let (concept, ..) = put_concept(&mut unit, project, None).await;
    let (stranger, ..) = put_concept(&mut unit, other, None).await;
    unit.commit().await.unwrap();
    let before = (revision(&store, concept).await, revision(&store, stranger).await);
    let mut unit = write(&store).await;
    unit.rename_project(project, "脳").await.unwrap();
    unit.commit().await.unwrap();
    assert!(revision(&store, concept).await > before.0);
    assert_eq!(revision(&store, stranger).await, before.1);
}

#[tokio::test]
async fn without_the_starter_terms_what_documents_say_of_them_stays() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let release = put_release(&mut unit, project, "一").await;
    let (concept, ja, en) = put_concept(&mut unit, project, None).await;
    // It bears the same name as a starter list, but is from a document.
    unit.insert_evidence(en, &evidence(Some(release))).await.unwrap();
    let (_, touched) = unit.remove_starter(project, &["life-sciences".to_owned()]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(touched, [concept]);
    let left = store.concept(concept).await.unwrap();
    let terms: Vec<(TermId, usize)> = left.terms.iter().map(|term| (term.id, term.evidence.len())).collect();
    assert_eq!(terms, [(en, 1)], "{ja} had nothing but the starter");
}

#[tokio::test]
async fn a_term_that_is_no_longer_the_preferred_one_is_in_the_log() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let (concept, _, first) = put_concept(&mut unit, project, None).await;
    let short = Term { usage: Usage::Admitted, ..term(Lang::EN, "HT") };
    let keys = TermKeys { key: "ht", variant_key: "HT", reading_key: None };
    let second = unit.insert_term(concept, &NewTerm::of(&short, keys)).await.unwrap();
    unit.commit().await.unwrap();
    let before = store.revision().await.unwrap();
    let mut unit = write(&store).await;
    assert_eq!(unit.prefer_term(second).await.unwrap(), (Some(Usage::Admitted), vec![first]));
    unit.commit().await.unwrap();
    let changes = store.changes_since(before, 100).await.unwrap();
    for (id, usage) in [(first, "admitted"), (second, "preferred")] {
        let of_term = changes.iter().find(|one| one.entity == Entity::Term && one.entity_id == id.get());
        assert_eq!(of_term.unwrap().detail["usage"], usage, "{changes:?}");
    }
}
