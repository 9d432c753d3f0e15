//! Many at once: writers take turns, readers see the last commit and never wait, a dropped unit leaves nothing.

use taiyaku_language::model::Revision;
use taiyaku_store::store::{Counts, Settings, Store};

use super::sample::{AT, put_concept, put_release, store, write};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_writers_and_four_from_another_program_all_succeed() {
    let (folder, store) = store().await;
    let other = Store::open(&folder.path().join("term base.db")).await.unwrap();
    let mut writers = Vec::new();
    for number in 0..12 {
        let store = if number < 8 { store.clone() } else { other.clone() };
        writers.push(tokio::spawn(async move {
            for round in 0..5 {
                let mut unit = store.write(&format!("writer {number}"), AT).await.unwrap();
                let project = unit.ensure_project("既定").await.unwrap();
                put_release(&mut unit, project, &format!("{number}-{round}")).await;
                put_concept(&mut unit, project, None).await;
                unit.commit().await.unwrap();
            }
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let counts = store.counts(None).await.unwrap();
    assert_eq!((counts.releases, counts.concepts, counts.bilingual_concepts, counts.terms), (60, 60, 60, 120));
    let revisions: Vec<_> =
        store.changes_since(Revision::START, 1_000).await.unwrap().iter().map(|change| change.revision.get()).collect();
    assert_eq!(revisions, (1..=240).collect::<Vec<_>>());
    assert_eq!(store.project("既定").await.unwrap().unwrap().id.get(), 2, "after the default project");
    store.check_integrity().await.unwrap();
}

#[tokio::test]
async fn readers_see_the_last_commit_while_a_writer_is_at_work() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    put_release(&mut unit, project, "a").await;
    unit.commit().await.unwrap();
    let mut unit = write(&store).await;
    put_release(&mut unit, project, "b").await;
    let (concept, _, _) = put_concept(&mut unit, project, None).await;
    for _ in 0..8 {
        let counts = store.counts(None).await.unwrap();
        assert_eq!((counts.releases, counts.terms), (1, 0));
        assert_eq!(store.concept(concept).await.unwrap_err().code(), "not_found");
    }
    assert_eq!(unit.commit().await.unwrap(), store.revision().await.unwrap());
    assert_eq!(store.counts(None).await.unwrap().releases, 2);
    assert_eq!(store.concept(concept).await.unwrap().terms.len(), 2);
}

#[tokio::test]
async fn a_unit_of_work_that_is_dropped_leaves_nothing() {
    for memory in [false, true] {
        let (_folder, file) = store().await;
        let store = if memory { Store::memory().await.unwrap() } else { file };
        for explicit in [false, true] {
            let mut unit = write(&store).await;
            let project = unit.ensure_project("既定").await.unwrap();
            put_release(&mut unit, project, "a").await;
            put_concept(&mut unit, project, None).await;
            if explicit {
                unit.rollback();
            } else {
                drop(unit);
            }
            assert_eq!(store.counts(None).await.unwrap(), Counts::default(), "memory {memory}");
            assert_eq!((store.revision().await.unwrap(), store.projects().await.unwrap().len()), (Revision::START, 1));
        }
        assert_eq!(write(&store).await.commit().await.unwrap(), Revision::START);
    }
}

#[tokio::test]
async fn a_writer_abandoned_in_the_middle_of_a_statement_does_not_hold_the_next_one_up() {
    let (_folder, store) = store().await;
    for _ in 0..5 {
        let mut unit = write(&store).await;
        let work = async {
            let project = unit.ensure_project("既定").await.unwrap();
            loop {
                put_concept(&mut unit, project, None).await;
            }
        };
        let stopped = tokio::time::timeout(std::time::Duration::from_millis(3), work).await;
        assert!(stopped.is_err());
    }
    drop(write(&store).await);
    assert_eq!(store.counts(None).await.unwrap(), Counts::default());
}

#[tokio::test]
async fn a_writer_whose_turn_does_not_come_is_told_the_database_is_busy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let settings = Settings { busy_timeout: std::time::Duration::from_millis(50), ..Settings::default() };
    let store = Store::open_with(&path, &settings).await.unwrap();
    let other = Store::open_with(&path, &settings).await.unwrap();
    let unit = write(&store).await;
    for waiting in [&store, &other] {
        assert_eq!(waiting.write("late", AT).await.unwrap_err().code(), "database_busy");
    }
    drop(unit);
    for free in [&store, &other] {
        free.write("late", AT).await.unwrap().commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_killed_program_loses_what_it_had_not_committed_and_nothing_else() {
    let (folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    put_release(&mut unit, project, "kept").await;
    let revision = unit.commit().await.unwrap();
    let mut unit = write(&store).await;
    put_release(&mut unit, project, "lost").await;
    // What is on disk at this moment is what a killed program leaves behind.
    let after = folder.path().join("after");
    std::fs::create_dir(&after).unwrap();
    for name in ["term base.db", "term base.db-wal"] {
        std::fs::copy(folder.path().join(name), after.join(name)).unwrap();
    }
    let survivor = Store::open(&after.join("term base.db")).await.unwrap();
    assert_eq!(survivor.revision().await.unwrap(), revision);
    assert_eq!(survivor.counts(None).await.unwrap().releases, 1);
    survivor.check_integrity().await.unwrap();
    drop(unit);
}
