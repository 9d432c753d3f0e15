//! Many segments at once: each pair is kept once, the newest says what is known of it, and people outrank files.

use taiyaku_language::model::{Neighbours, ProjectId, Provenance, Review, Segment, SegmentId};
use taiyaku_store::store::{ImportState, ImportStep, MergeCounts, NewImport, NewSegment, Store};

use super::sample::{AT, LATER, put_findings, put_release, segment, store, write};

fn new<'a>(segment: &'a Segment, review: Review, provenance: &'a Provenance) -> NewSegment<'a> {
    NewSegment { segment, source_key: "脳", review, provenance }
}

async fn merge(store: &Store, segments: &[NewSegment<'_>]) -> MergeCounts {
    let mut unit = store.write("import", AT).await.unwrap();
    let project = unit.ensure_project("既定").await.unwrap();
    let merged = unit.merge_segments(project, segments).await.unwrap();
    unit.commit().await.unwrap();
    merged
}

#[tokio::test]
async fn a_pair_is_kept_once_and_only_where_all_of_it_agrees() {
    let (_folder, store) = store().await;
    let first = segment("脳", "brain");
    let others = [
        segment("脳", "Brain"),
        segment("脳 ", "brain"),
        Segment { target_lang: "en-GB".parse().unwrap(), ..first.clone() },
    ];
    let about = Provenance::of("a");
    let all: Vec<_> = std::iter::once(&first).chain(&others).map(|one| new(one, Review::Suggested, &about)).collect();
    let twice: Vec<_> = all.iter().chain(&all).copied().collect();
    assert_eq!(merge(&store, &twice).await, MergeCounts { added: 4, folded: 4 });
    let revision = store.revision().await.unwrap();
    assert_eq!(merge(&store, &twice).await, MergeCounts { added: 0, folded: 8 });
    assert_eq!(store.revision().await.unwrap(), revision, "what is there already is no change");
    let mut unit = write(&store).await;
    let other = unit.ensure_project("別").await.unwrap();
    assert_eq!(unit.merge_segments(other, &all).await.unwrap(), MergeCounts { added: 4, folded: 0 });
    unit.commit().await.unwrap();
    // Two thousand of the same, and one change for each batch.
    let many: Vec<Segment> = (0..2_001).map(|number| segment(&format!("第{number}部"), "part")).collect();
    let many: Vec<_> = many.iter().map(|one| new(one, Review::Suggested, &about)).collect();
    let before = store.revision().await.unwrap();
    assert_eq!(merge(&store, &many).await, MergeCounts { added: 2_001, folded: 0 });
    let changes = store.changes_since(before, 100).await.unwrap();
    assert_eq!(changes.len(), 1);
    let (first, last) = (changes[0].entity_id, changes[0].detail["last"].as_i64().unwrap());
    assert_eq!((changes[0].detail["count"].as_i64(), last - first), (Some(2_001), 2_000));
    let kept = store
        .snapshot()
        .await
        .unwrap()
        .segments(&[ProjectId::new(2)], Some(SegmentId::new(first - 1)), 5_000)
        .await
        .unwrap();
    assert_eq!(kept.len(), 2_001);
    assert!(kept.iter().all(|one| one.revision == before.next()), "every row bears the revision of its batch");
    store.check_integrity().await.unwrap();
}

#[tokio::test]
async fn the_newest_says_what_is_known_and_no_file_takes_a_persons_word_back() {
    let dated = |origin: &str, created_at: &str| Provenance {
        field: Some("医学".to_owned()),
        neighbours: Neighbours { before: Some(7), after: None },
        created_at: Some(created_at.to_owned()),
        author: Some("甲".to_owned()),
        ..Provenance::of(origin)
    };
    let bare = |origin: &str, created_at: Option<&str>| Provenance {
        created_at: created_at.map(str::to_owned),
        neighbours: Neighbours { before: None, after: Some(9) },
        ..Provenance::of(origin)
    };
    let (old, young) = ("2020-01-01T00:00:00Z", "2024-01-01T00:00:00Z");
    let one = segment("脳", "brain");
    for (rows, want) in [
        // Review, where it is from, field, neighbours, date.
        (
            vec![(Review::Suggested, dated("a", old)), (Review::Suggested, bare("b", Some(young)))],
            (Review::Suggested, "b", Some("医学"), (None, Some(9)), Some(young)),
        ),
        (
            vec![(Review::Suggested, bare("a", Some(young))), (Review::Candidate, dated("b", old))],
            (Review::Suggested, "a", Some("医学"), (None, Some(9)), Some(young)),
        ),
        (
            vec![(Review::Candidate, bare("a", None)), (Review::Suggested, dated("b", old))],
            (Review::Suggested, "b", Some("医学"), (Some(7), None), Some(old)),
        ),
        (
            vec![(Review::Approved, dated("a", old)), (Review::Candidate, dated("b", young))],
            (Review::Approved, "b", Some("医学"), (Some(7), None), Some(young)),
        ),
        (
            vec![(Review::Rejected, dated("a", old)), (Review::Approved, dated("b", old))],
            (Review::Rejected, "a", Some("医学"), (Some(7), None), Some(old)),
        ),
        (
            vec![(Review::Suggested, Provenance::of("a")), (Review::Approved, bare("b", None))],
            (Review::Approved, "a", None, (None, Some(9)), None),
        ),
    ] {
        let rows: Vec<_> = rows.iter().map(|(review, provenance)| new(&one, *review, provenance)).collect();
        for apart in [false, true] {
            let (_folder, store) = store().await;
            if apart {
                for row in &rows {
                    merge(&store, &[*row]).await;
                }
            } else {
                assert_eq!(merge(&store, &rows).await, MergeCounts { added: 1, folded: 1 });
            }
            let kept = store.snapshot().await.unwrap().segments(&[ProjectId::new(2)], None, 10).await.unwrap();
            assert_eq!(kept.len(), 1);
            let provenance = &kept[0].provenance;
            let found = (
                kept[0].review,
                provenance.origin.as_str(),
                provenance.field.as_deref(),
                (provenance.neighbours.before, provenance.neighbours.after),
                provenance.created_at.as_deref(),
            );
            assert_eq!(found, want, "in batches of their own: {apart}");
        }
    }
}

#[tokio::test]
async fn a_segment_of_a_release_stands_for_itself_and_a_corrected_one_is_another_pair() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let release = put_release(&mut unit, project, "a").await;
    put_findings(&mut unit, project, release).await;
    unit.commit().await.unwrap();
    let (same, corrected) =
        (segment("脳の一部。", "Part of the brain."), segment("脳の一部。", "A part of the brain."));
    let about = Provenance::of("a");
    let rows = [new(&same, Review::Suggested, &about)];
    assert_eq!(merge(&store, &rows).await, MergeCounts { added: 1, folded: 0 }, "it must outlive the release");
    let imported = store.snapshot().await.unwrap().segments(&[project], None, 10).await.unwrap()[1].id;
    let mut unit = store.write("花子", LATER).await.unwrap();
    unit.decide_segment(imported, Review::Approved, Some("A part of the brain.")).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(merge(&store, &rows).await, MergeCounts { added: 1, folded: 0 });
    let rows = [new(&corrected, Review::Suggested, &about)];
    assert_eq!(merge(&store, &rows).await, MergeCounts { added: 0, folded: 1 });
    let kept = store
        .snapshot()
        .await
        .unwrap()
        .segments(&[project], Some(SegmentId::new(imported.get() - 1)), 1)
        .await
        .unwrap();
    assert_eq!((kept[0].review, kept[0].segment.target.as_str()), (Review::Approved, "A part of the brain."));
}

#[tokio::test]
async fn an_import_moves_only_from_where_it_stands() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let file = NewImport { project, name: "a.tmx", content_hash: "x", options: "", actor: "人" };
    let import = unit.ensure_import(&file).await.unwrap();
    assert_eq!(unit.ensure_import(&NewImport { name: "b.tmx", ..file }).await.unwrap(), import);
    assert_ne!(unit.ensure_import(&NewImport { options: "approved", ..file }).await.unwrap().id, import.id);
    let step =
        |from, to, state| ImportStep { from, to, merged: MergeCounts { added: to - from - 1, folded: 1 }, state };
    assert!(unit.advance_import(import.id, &step(0, 10, ImportState::Running)).await.unwrap());
    assert!(
        !unit.advance_import(import.id, &step(0, 10, ImportState::Running)).await.unwrap(),
        "somebody else did that"
    );
    assert!(unit.advance_import(import.id, &step(10, 15, ImportState::Finished)).await.unwrap());
    assert!(!unit.advance_import(import.id, &step(15, 20, ImportState::Finished)).await.unwrap(), "it is finished");
    unit.commit().await.unwrap();
    let found = store.imports(project).await.unwrap();
    assert_eq!((found[0].done, found[0].added, found[0].folded, found[0].state), (15, 13, 2, ImportState::Finished));
    let mut unit = store.write("import", LATER).await.unwrap();
    unit.restart_import(import.id).await.unwrap();
    unit.commit().await.unwrap();
    let found = store.imports(project).await.unwrap();
    assert_eq!((found[0].done, found[0].added, found[0].state), (0, 0, ImportState::Running));
    assert_eq!(found[0].started_at, LATER);
}

#[tokio::test]
async fn the_higher_confidence_and_the_known_author_stay_whichever_comes_first() {
    let (low, high) =
        (Segment { confidence: 0.5, ..segment("脳", "brain") }, Segment { confidence: 0.9, ..segment("脳", "brain") });
    let named = Provenance { author: Some("甲".to_owned()), ..Provenance::of("a") };
    let nameless = Provenance { created_at: Some("2024-01-01T00:00:00Z".to_owned()), ..Provenance::of("b") };
    for (first, second) in [(&low, &high), (&high, &low)] {
        for (one, other) in [(&named, &nameless), (&nameless, &named)] {
            let (_folder, store) = store().await;
            merge(&store, &[new(first, Review::Suggested, one)]).await;
            merge(&store, &[new(second, Review::Suggested, other)]).await;
            let kept =
                store.snapshot().await.unwrap().segments(&[ProjectId::new(2)], None, 10).await.unwrap().remove(0);
            assert_eq!((kept.segment.confidence, kept.provenance.author.as_deref()), (0.9, Some("甲")));
            assert_eq!(kept.provenance.origin, "b", "the newest says where it comes from");
        }
    }
}
