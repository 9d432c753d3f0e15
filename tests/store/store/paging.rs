//! Paging: pages of concepts are complete, in order, and stable while others write.

use taiyaku_language::model::{ConceptId, Lang};

use super::sample::{doubts, metadata, new_release, put_concept, put_term, release, store, write};

#[tokio::test]
async fn pages_are_complete_in_order_and_stable_while_things_are_added_and_removed() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let hidden = unit.ensure_project("隠").await.unwrap();
    let mut want = Vec::new();
    for _ in 0..25 {
        want.push(put_concept(&mut unit, project, None).await.0);
        put_concept(&mut unit, hidden, None).await;
    }
    unit.commit().await.unwrap();
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = store.concepts(&[project], after, 4).await.unwrap();
        let Some(last) = page.last() else { break };
        assert!(page.iter().all(|concept| concept.terms.len() == 2 && concept.terms[0].evidence.len() == 1));
        after = Some(last.id);
        seen.extend(page.iter().map(|concept| concept.id));
        if seen.len() == 8 {
            let mut unit = write(&store).await;
            unit.delete_concept(want[0]).await.unwrap();
            unit.delete_concept(want.remove(20)).await.unwrap();
            want.push(put_concept(&mut unit, project, None).await.0);
            unit.commit().await.unwrap();
        }
    }
    assert_eq!(seen, want);
    let some = [want[3], ConceptId::new(9_999), want[1], want[3]];
    let found: Vec<_> = store.concepts_by_ids(&some).await.unwrap().iter().map(|concept| concept.id).collect();
    assert_eq!(found, [want[3], want[1]]);
    assert!(store.concepts(&[], None, 4).await.unwrap().is_empty());
    assert!(store.concepts_by_ids(&[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn more_concepts_than_one_batch_come_back_each_with_its_term() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let mut ids = Vec::new();
    for number in 0..2_100 {
        let concept = unit.insert_concept(project, None, None).await.unwrap();
        put_term(&mut unit, concept, Lang::JA, &format!("用語{number}")).await;
        ids.push(concept);
    }
    unit.commit().await.unwrap();
    let found = store.concepts_by_ids(&ids).await.unwrap();
    assert_eq!(found.len(), 2_100);
    assert!(found.iter().enumerate().all(|(number, concept)| concept.terms[0].text == format!("用語{number}")));
    assert_eq!(store.concepts(&[project], None, 5_000).await.unwrap().len(), 1_000);
}

#[tokio::test]
async fn a_release_is_found_by_its_whole_name_however_many_contain_it() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let mut put = async |name: &str, hash: &str| {
        let (release, metadata, doubts) = (release(name), metadata(), doubts());
        unit.insert_release(&new_release(project, hash, &release, &metadata, &doubts)).await.unwrap()
    };
    for number in 0..5 {
        put(&format!("{number}-index.html"), &format!("h{number}")).await;
    }
    let (first, second) = (put("index.html", "a").await, put("index.html", "b").await);
    unit.commit().await.unwrap();
    let named = async |name: &str| -> Vec<_> {
        store.releases_named(project, name, 2).await.unwrap().into_iter().map(|head| head.id).collect()
    };
    assert_eq!(named("index.html").await, [first, second]);
    assert!(named("ndex.html").await.is_empty());
}
