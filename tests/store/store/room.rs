//! No room left, and files that are damaged: a named error, and nothing acknowledged is lost.

use taiyaku_language::model::{Definition, Lang};
use taiyaku_store::store::{Settings, Store};

use super::sample::{AT, put_release};

fn long() -> Definition {
    let (text, source) = ("長".repeat(20_000), "a.csv".to_owned());
    Definition { id: None, lang: Lang::JA, text, release_id: None, source, author: None, origin: None }
}

#[tokio::test]
async fn a_full_disk_gives_a_named_error_loses_nothing_and_work_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.db");
    // Room for a few definitions: an empty base has about 130 pages.
    let settings = Settings { max_pages: Some(180), ..Settings::default() };
    let store = Store::open_with(&path, &settings).await.unwrap();
    let mut kept = 0;
    let error = loop {
        let mut unit = store.write("ingest", AT).await.unwrap();
        let project = unit.ensure_project("既定").await.unwrap();
        let concept = unit.insert_concept(project, None, None).await.unwrap();
        match unit.insert_definition(concept, &long(), None).await {
            Ok(()) => kept = unit.commit().await.unwrap().get(),
            Err(error) => break error,
        }
        assert!(kept < 100, "the file never filled up");
    };
    assert_eq!(error.code(), "database_full", "{error:?}");
    assert!(kept > 0);
    for _ in 0..3 {
        assert_eq!(store.revision().await.unwrap().get(), kept);
        let mut unit = store.write("ingest", AT).await.unwrap();
        let project = unit.ensure_project("既定").await.unwrap();
        let concept = unit.insert_concept(project, None, None).await.unwrap();
        assert_eq!(unit.insert_definition(concept, &long(), None).await.unwrap_err().code(), "database_full");
        // Whatever is asked of it now, a unit of work that ran out of room keeps nothing.
        assert_eq!(unit.commit().await.unwrap_err().code(), "unit_of_work_failed");
    }
    assert_eq!(store.revision().await.unwrap().get(), kept);
    let mut unit = store.write("ingest", AT).await.unwrap();
    let project = unit.ensure_project("既定").await.unwrap();
    unit.set_meta("fits", "yes").await.unwrap();
    unit.commit().await.unwrap();
    store.check_integrity().await.unwrap();
    let page = store.concepts(&[project], None, 100).await.unwrap();
    assert_eq!(page.len(), usize::try_from(kept).unwrap());
    let is_whole = |stored: &Definition| *stored == Definition { id: stored.id, ..long() };
    assert!(page.iter().all(|concept| concept.definitions.len() == 1 && concept.definitions.iter().all(is_whole)));
    store.close().await;

    let roomy = Store::open(&path).await.unwrap();
    let mut unit = roomy.write("ingest", AT).await.unwrap();
    let concept = unit.insert_concept(project, None, None).await.unwrap();
    unit.insert_definition(concept, &long(), None).await.unwrap();
    assert_eq!(unit.commit().await.unwrap().get(), kept + 1);
}

#[tokio::test]
async fn a_damaged_file_is_reported_as_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let store = Store::open(&path).await.unwrap();
    let mut unit = store.write("ingest", AT).await.unwrap();
    let project = unit.ensure_project("既定").await.unwrap();
    for number in 0..200 {
        put_release(&mut unit, project, &format!("hash {number}")).await;
    }
    unit.commit().await.unwrap();
    store.close().await;
    let mut bytes = std::fs::read(&path).unwrap();
    // A page of the releases' texts: nothing reads it at the opening.
    let places: Vec<usize> =
        bytes.windows(8).enumerate().filter(|(_, window)| window == b"hash 100").map(|(at, _)| at).collect();
    let page = places[0] / 4096 * 4096;
    bytes[page..page + 4096].fill(0xa5);
    std::fs::write(&path, bytes).unwrap();
    let store = Store::open(&path).await.unwrap();
    let error = store.check_integrity().await.unwrap_err();
    assert_eq!(error.code(), "database_corrupt");
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn a_base_that_could_not_be_written_is_written_once_it_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("base.db");
    let store = Store::open(&path).await.unwrap();
    let mut unit = store.write("ingest", AT).await.unwrap();
    unit.ensure_project("first").await.unwrap();
    unit.commit().await.unwrap();
    store.close().await;
    // In place of a file that SQLite looks at before it writes, as where there is no room for it.
    let obstacle = folder.path().join("base.db-journal");
    std::fs::create_dir(&obstacle).unwrap();
    let store = Store::open(&path).await.unwrap();
    assert!(store.is_read_only());
    let count = store.projects().await.unwrap().len();
    for _ in 0..2 {
        assert_eq!(store.write("ingest", AT).await.unwrap_err().code(), "database_read_only");
        assert_eq!(store.projects().await.unwrap().len(), count);
    }
    std::fs::remove_dir(&obstacle).unwrap();
    for name in ["second", "third"] {
        let mut unit = store.write("ingest", AT).await.unwrap();
        unit.ensure_project(name).await.unwrap();
        let revision = unit.commit().await.unwrap();
        assert_eq!(store.revision().await.unwrap(), revision, "questions see what was written");
        assert_eq!(store.probe().await.unwrap(), revision);
    }
    assert_eq!((store.projects().await.unwrap().len(), store.is_read_only()), (count + 2, false));
    store.close().await;
    assert_eq!(Store::open(&path).await.unwrap().projects().await.unwrap().len(), count + 2);

    // A store that was opened to be read only stays so, and where the file has gone no new one is made.
    let reading = Store::open_read_only(&path).await.unwrap();
    assert_eq!(reading.write("ingest", AT).await.unwrap_err().code(), "database_read_only");
    reading.close().await;
    std::fs::create_dir(&obstacle).unwrap();
    let store = Store::open(&path).await.unwrap();
    std::fs::remove_dir(&obstacle).unwrap();
    std::fs::rename(&path, folder.path().join("away.db")).unwrap();
    assert_eq!(store.write("ingest", AT).await.unwrap_err().code(), "database_gone");
    assert!(!path.exists());
}
