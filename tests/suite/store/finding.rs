//! Look-ups and paging: by key, variant, reading and prefix; pages that are complete, in order and stable.

use proptest::prelude::{ProptestConfig, any, proptest};
use taiyaku::model::Lang;
use taiyaku::store::{NewTerm, ProjectId, Store, TermKeys};

use super::sample::{put_concept, put_term, store, term, write};

async fn filled() -> (tempfile::TempDir, Store, ProjectId, ProjectId) {
    let (folder, store) = store().await;
    let mut unit = write(&store).await;
    let first = unit.ensure_project("一").await.unwrap();
    let second = unit.ensure_project("二").await.unwrap();
    for (project, lang, key, variant, reading) in [
        (first, "ja", "視床", "視床", Some("シショウ")),
        (first, "ja", "視床下部", "視床下部", Some("シショウカブ")),
        (first, "ja", "視庋", "視庋", None),
        (first, "en", "thalamus", "thalamus", None),
        (first, "en-GB", "colour", "color", None),
        (first, "en", "color", "color", None),
        (second, "ja", "視床", "視床", Some("シショウ")),
        (second, "ja", "𠮷", "吉", Some("キチ")),
        (second, "enm", "color", "color", None),
    ] {
        let concept = unit.insert_concept(project, None, None).await.unwrap();
        let term = term(Lang::parse(lang).unwrap(), key);
        let keys = TermKeys { key, variant_key: variant, reading_key: reading };
        unit.insert_term(concept, &NewTerm { term: &term, keys }).await.unwrap();
    }
    unit.commit().await.unwrap();
    (folder, store, first, second)
}

#[tokio::test]
async fn terms_are_found_by_each_key_in_the_rank_of_their_projects() {
    let (_folder, store, first, second) = filled().await;
    let (ja, en) = (Some(&Lang::JA), Some(&Lang::EN));
    let both = [second, first];
    let found = [
        ("key, one project", store.terms_by_key(&[first], ja, "視床", 9).await, vec![1]),
        ("key, two projects by rank", store.terms_by_key(&both, None, "視床", 9).await, vec![7, 1]),
        ("key, first of rank", store.terms_by_key(&both, None, "視床", 1).await, vec![7]),
        ("key, no project", store.terms_by_key(&[], None, "視床", 9).await, vec![]),
        ("key, other language", store.terms_by_key(&both, en, "視床", 9).await, vec![]),
        ("key is compared byte for byte", store.terms_by_key(&both, en, "Color", 9).await, vec![]),
        ("variant with regional forms", store.terms_by_variant_key(&[first, second], en, "color", 9).await, vec![5, 6]),
        ("variant of a character outside the BMP", store.terms_by_variant_key(&both, ja, "吉", 9).await, vec![8]),
        ("reading", store.terms_by_reading_key(&both, ja, "シショウ", 9).await, vec![7, 1]),
        ("prefix ends at its last character", store.terms_by_prefix(&[first], ja, "視床", 9).await, vec![1, 2]),
        ("prefix of one character", store.terms_by_prefix(&[first], None, "視", 9).await, vec![1, 2, 3]),
        ("prefix with a wildcard means itself", store.terms_by_prefix(&both, None, "%", 9).await, vec![]),
        ("prefix 𠮷", store.terms_by_prefix(&both, None, "𠮷", 9).await, vec![8]),
        ("all", store.all_terms().await.map(|all| all.changed), (1..=9).collect()),
    ];
    for (name, found, want) in found {
        let ids: Vec<_> = found.unwrap().iter().map(|term| term.term_id).collect();
        assert_eq!(ids, want, "{name}");
    }
}

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
    let (mut seen, mut after) = (Vec::new(), 0);
    loop {
        let page = store.concepts(&[project], after, 4).await.unwrap();
        let Some(last) = page.last() else { break };
        assert!(page.iter().all(|concept| concept.terms.len() == 2 && concept.terms[0].evidence.len() == 1));
        after = last.id;
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
    let some = [want[3], 9_999, want[1], want[3]];
    let found: Vec<_> = store.concepts_by_ids(&some).await.unwrap().iter().map(|concept| concept.id).collect();
    assert_eq!(found, [want[3], want[1]]);
    assert!(store.concepts(&[], 0, 4).await.unwrap().is_empty());
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
    assert_eq!(store.concepts(&[project], 0, 5_000).await.unwrap().len(), 1_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn a_prefix_finds_exactly_the_keys_that_begin_with_it(
        keys in proptest::collection::btree_set("[a視床𠮷\u{d7ff}\u{e000}\u{10ffff}%_ー]{1,4}", 1..12),
        prefix in "[a視床𠮷\u{d7ff}\u{e000}\u{10ffff}%_ー]{0,2}",
        lang in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let store = Store::memory().await.unwrap();
            let mut unit = write(&store).await;
            let project = unit.ensure_project("既定").await.unwrap();
            let concept = unit.insert_concept(project, None, None).await.unwrap();
            for key in &keys {
                put_term(&mut unit, concept, Lang::JA, key).await;
            }
            unit.commit().await.unwrap();
            let lang = lang.then_some(&Lang::JA);
            let found = store.terms_by_prefix(&[project], lang, &prefix, 99).await.unwrap();
            let found: Vec<_> = found.into_iter().map(|term| term.key).collect();
            let want: Vec<_> = keys.iter().filter(|key| key.starts_with(&prefix)).cloned().collect();
            assert_eq!(found, want);
        });
    }
}
