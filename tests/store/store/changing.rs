//! Re-reading, deleting, deciding and sweeping: what goes, what stays, and what the log says.

use taiyaku_language::model::{Lang, Provenance, Review, Revision, Usage};
use taiyaku_store::store::{Counts, NewSegment, NewTerm, Store, TermKeys, Verdict};

use super::sample::{
    AT, LATER, evidence, metadata, new_release, put_concept, put_findings, put_release, put_term, release, segment,
    store, term, write,
};

async fn log(store: &Store, since: Revision) -> Vec<String> {
    let changes = store.changes_since(since, 1_000).await.unwrap();
    changes
        .iter()
        .map(|change| format!("{} {} {}", change.action.as_str(), change.entity.as_str(), change.entity_id))
        .collect()
}

#[tokio::test]
async fn a_deleted_release_takes_all_that_rests_on_it_alone() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let (first, second) = (put_release(&mut unit, project, "a").await, put_release(&mut unit, project, "b").await);
    for release in [first, second] {
        put_findings(&mut unit, project, release).await;
    }
    let (concept, ja, en) = put_concept(&mut unit, project, Some(first)).await;
    let mut weaker = evidence(Some(second));
    weaker.confidence = 0.25;
    unit.insert_evidence(ja, &weaker).await.unwrap();
    let (alone, _, _) = put_concept(&mut unit, project, Some(first)).await;
    let before = unit.commit().await.unwrap();

    let mut unit = store.write("花子", LATER).await.unwrap();
    let bereft = unit.delete_release(first).await.unwrap();
    assert_eq!(bereft.len(), 4);
    let swept = unit.sweep_unsupported(project).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(swept.terms.len(), 3);
    assert!(swept.terms.contains(&en) && !swept.terms.contains(&ja));
    assert_eq!(swept.concepts, [alone]);
    let counts = store.counts(Some(project)).await.unwrap();
    let want = Counts {
        releases: 1,
        entries: 1,
        references: 1,
        links: 1,
        segments: 1,
        concepts: 1,
        terms: 1,
        evidence: 1,
        ..Counts::default()
    };
    assert_eq!(counts, want);
    let kept = store.concept(concept).await.unwrap();
    assert!(kept.definitions.is_empty());
    assert_eq!(kept.terms[0].evidence.len(), 1, "what the other release says of it");
    let log = log(&store, before).await;
    for line in [
        format!("deleted release {first}"),
        format!("deleted term {en}"),
        format!("updated term {ja}"),
        format!("updated concept {concept}"),
        format!("deleted concept {alone}"),
    ] {
        assert_eq!(log.iter().filter(|one| **one == line).count(), 1, "{line} in {log:?}");
    }
    store.check_integrity().await.unwrap();
}

#[tokio::test]
async fn a_release_read_again_keeps_its_number_and_what_people_decided() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let id = put_release(&mut unit, project, "a").await;
    put_findings(&mut unit, project, id).await;
    let (concept, ja, en) = put_concept(&mut unit, project, Some(id)).await;
    unit.decide_pair(project, ("視床下部", "視床下部"), ("hypothalamus", "hypothalamus"), Verdict::Accepted)
        .await
        .unwrap();
    unit.decide_term(ja, Usage::Preferred, Review::Approved).await.unwrap();
    unit.commit().await.unwrap();
    let decided = store.segments_of(id).await.unwrap()[0].id;
    let mut unit = write(&store).await;
    unit.decide_segment(decided, Review::Approved, Some("A part of the brain.")).await.unwrap();
    unit.commit().await.unwrap();
    let links_before = store.links_of(id).await.unwrap();

    let mut unit = store.write("ingest", LATER).await.unwrap();
    let (mut text, facts) = (release("新しい名.pdf"), metadata());
    let url = text.source.url.take();
    let mut new = new_release(project, "a2", &text, &facts, &[]);
    new.extractor_version = "2";
    assert_eq!(unit.replace_release(id, &new).await.unwrap(), {
        let mut both = [ja, en];
        both.sort_unstable();
        both
    });
    put_findings(&mut unit, project, id).await;
    let swept = unit.sweep_unsupported(project).await.unwrap();
    unit.commit().await.unwrap();

    let kept = store.release(id).await.unwrap().head;
    assert_eq!((kept.content_hash.as_str(), kept.extractor_version.as_str()), ("a2", "2"));
    assert_eq!((kept.ingested_at.as_str(), kept.updated_at.as_str()), (AT, LATER));
    assert_eq!(
        (kept.source.name.as_str(), kept.source.url),
        ("新しい名.pdf", url),
        "where it was fetched from is kept"
    );
    let links = store.links_of(id).await.unwrap();
    assert_eq!((links.len(), links[0].verdict), (1, Some(Verdict::Accepted)));
    assert!(links[0].id > links_before[0].id, "numbers are never used twice");
    let segments = store.segments_of(id).await.unwrap();
    assert_eq!((segments.len(), segments[0].id), (1, decided));
    assert_eq!(segments[0].segment.target, "A part of the brain.");
    assert_eq!((swept.terms, swept.concepts), (vec![en], vec![]));
    assert_eq!(store.concept(concept).await.unwrap().terms[0].review, Review::Approved);

    let mut unit = write(&store).await;
    unit.delete_release(id).await.unwrap();
    unit.commit().await.unwrap();
    let memory = store.snapshot().await.unwrap().segments(&[project], None, 9).await.unwrap();
    assert_eq!((memory.len(), memory[0].id, memory[0].release_id), (1, decided, None));
}

#[tokio::test]
async fn every_change_has_its_own_larger_number_and_its_thing_bears_it() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let id = put_release(&mut unit, project, "a").await;
    let (concept, ja, en) = put_concept(&mut unit, project, Some(id)).await;
    assert_eq!(unit.commit().await.unwrap(), Revision::new(4));
    let created = [
        format!("created release {id}"),
        format!("created concept {concept}"),
        format!("created term {en}"),
        format!("created term {ja}"),
    ];
    assert_eq!(log(&store, Revision::START).await, created);

    let mut last = Revision::new(4);
    for (step, lines) in [
        (0, vec![format!("updated term {ja}"), format!("updated concept {concept}")]),
        (1, vec![format!("updated term {ja}"), format!("updated concept {concept}")]),
        (2, vec![]),
        (3, vec![format!("deleted term {en}"), format!("updated concept {concept}")]),
        (4, vec![]),
        (
            5,
            vec![
                format!("deleted term {ja}"),
                format!("updated concept {concept}"),
                format!("deleted concept {concept}"),
            ],
        ),
    ] {
        let mut unit = store.write("花子", LATER).await.unwrap();
        match step {
            0 => unit.decide_term(ja, Usage::Admitted, Review::Approved).await.unwrap(),
            1 => unit.update_term_confidence(ja, 0.75).await.unwrap(),
            2 => unit.update_term_confidence(ja, 0.75).await.unwrap(),
            3 => unit.delete_term(en).await.unwrap(),
            4 => assert!(!unit.update_term_review(ja, Review::Candidate).await.unwrap()),
            _ => unit.delete_concept(concept).await.unwrap(),
        }
        let revision = unit.commit().await.unwrap();
        assert_eq!(log(&store, last).await, lines, "step {step}");
        assert_eq!(revision.get(), last.get() + i64::try_from(lines.len()).unwrap());
        assert_eq!(store.revision().await.unwrap(), revision);
        if step < 5 {
            assert_eq!(
                store.concept(concept).await.unwrap().revision,
                if step % 2 == 0 && step > 0 { last } else { revision }
            );
        }
        last = revision;
    }
    let change = store.changes_since(Revision::new(last.get() - 1), 9).await.unwrap().remove(0);
    assert_eq!((change.revision, change.actor.as_str(), change.at.as_str()), (last, "花子", LATER));
    assert_eq!(store.changes_since(Revision::START, 2).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_sweep_takes_the_unsupported_and_keeps_the_decided_in_its_project_only() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let other = unit.ensure_project("別").await.unwrap();
    let mut ids = Vec::new();
    for (project, text, supported, decided) in [
        (project, "裏付け有", true, false),
        (project, "裏付け無", false, false),
        (project, "人が決定", false, true),
        (other, "別の企画", false, false),
    ] {
        let concept = unit.insert_concept(project, None, None).await.unwrap();
        let term = put_term(&mut unit, concept, Lang::JA, text).await;
        if supported {
            unit.insert_evidence(term, &evidence(None)).await.unwrap();
        }
        if decided {
            unit.decide_term(term, Usage::Forbidden, Review::Rejected).await.unwrap();
        }
        ids.push((concept, term));
    }
    let swept = unit.sweep_unsupported(project).await.unwrap();
    assert_eq!((swept.concepts, swept.terms), (vec![ids[1].0], vec![ids[1].1]));
    assert_eq!(unit.sweep_unsupported(project).await.unwrap(), taiyaku_store::store::SweepReport::default());
    unit.commit().await.unwrap();
    let left: Vec<_> = store.all_terms().await.unwrap().changed;
    assert_eq!(left.iter().map(|term| term.text.as_str()).collect::<Vec<_>>(), ["裏付け有", "人が決定", "別の企画"]);
}

#[tokio::test]
async fn a_corrected_term_is_found_under_its_new_key_only() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let (concept, ja, _) = put_concept(&mut unit, project, None).await;
    let right = term(Lang::JA, "視床下部野");
    let keys =
        TermKeys { key: "視床下部野", variant_key: "視床下部野", reading_key: Some("シショウカブヤ") };
    unit.correct_term(ja, &NewTerm::of(&right, keys)).await.unwrap();
    unit.commit().await.unwrap();
    let indexed = store.all_terms().await.unwrap().changed;
    assert!(indexed.iter().all(|term| term.key != "視床下部"));
    let found = indexed.iter().find(|term| term.key == "視床下部野").unwrap();
    assert_eq!((found.term_id, found.reading_key.as_deref()), (ja, Some("シショウカブヤ")));
    assert_eq!(store.concept(concept).await.unwrap().terms[0].text, "視床下部野");
}

#[tokio::test]
async fn a_segment_somebody_rejected_does_not_come_back() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let id = put_release(&mut unit, project, "a").await;
    let pair = segment("脳。", "A brain.");
    let new = NewSegment {
        segment: &pair,
        source_key: "脳",
        review: Review::Suggested,
        provenance: &Provenance::of_release(),
    };
    let first = unit.insert_segments(project, Some(id), &[new]).await.unwrap();
    unit.decide_segment(first[0], Review::Rejected, None).await.unwrap();
    assert!(unit.insert_segments(project, Some(id), &[new]).await.unwrap().is_empty());
    assert_eq!(unit.insert_segments(project, None, &[new]).await.unwrap().len(), 1);
}
