//! An import of a memory that is being undone: what its file, a second undo and a caller who goes away find.

use std::time::Duration;

use taiyaku::app::Service;
use taiyaku::app::import::{ImportState, OutcomeCounts};
use taiyaku::app::ingest::Input;
use taiyaku::model::ImportId;

use super::importing::{memory_of, options};
use super::{NOW, PROJECT, service};

/// A memory of this many units.
fn memory(units: usize) -> Input {
    let unit = |number| format!("\nmsgid \"第{number}の𠮷。\"\nmsgstr \"Luck {number}.\"\n");
    let head = "msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: ja\\n\"\n".to_owned();
    Input::Bytes((head + &(0..units).map(unit).collect::<String>()).into_bytes())
}

async fn import(service: &Service, units: usize) -> ImportId {
    let report = service.import("m.po", memory(units), &options(), NOW, |_| {}).await.unwrap();
    assert_eq!((report.error, report.outcomes.added), (None, units as u64));
    report.import.unwrap()
}

/// Begins to undo an import, as a program does that is killed after its first step.
async fn begin_undo(service: &Service, import: ImportId) {
    let found = service.import_of_number(import).await.unwrap();
    let mut write = service.store().write("人", NOW).await.unwrap();
    write.begin_undo(&found).await.unwrap();
    write.undo_step(&found, 10).await.unwrap();
    write.commit().await.unwrap();
}

async fn states(service: &Service) -> Vec<ImportState> {
    service.imports(&[]).await.unwrap().iter().map(|import| import.state).collect()
}

#[tokio::test]
async fn a_file_whose_import_is_being_undone_is_new_again() {
    let service = service("").await;
    begin_undo(&service, import(&service, 30).await).await;
    assert_eq!(states(&service).await, [ImportState::Undoing]);
    assert!(memory_of(service.store()).await.is_empty());
    let all_new = OutcomeCounts { added: 30, ..OutcomeCounts::default() };
    let plan = service.plan_import("m.po", memory(30), &options(), NOW, |_| {}).await.unwrap();
    assert_eq!(plan.outcomes, all_new);
    assert_eq!(states(&service).await, [ImportState::Undoing], "a plan changes nothing");
    import(&service, 30).await;
    assert_eq!(states(&service).await, [ImportState::Finished]);
    assert_eq!(memory_of(service.store()).await.len(), 30);
}

#[tokio::test]
async fn a_second_undo_takes_part_and_says_the_same() {
    let service = service("").await;
    let import = import(&service, 2_000).await;
    let undo = || service.undo_import(import, "人", NOW);
    let (one, other) = tokio::join!(undo(), undo());
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one.segments, other.segments);
    assert_eq!((one.segments.removed, one.segments.shared, one.segments.kept), (2_000, 0, 0));
    assert!(memory_of(service.store()).await.is_empty() && states(&service).await.is_empty());
    assert_eq!(undo().await.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn an_undo_goes_on_without_its_caller_and_where_it_was_broken_off() {
    let service = service("").await;
    let first = import(&service, 2_000).await;
    let caller = {
        let service = service.clone();
        tokio::spawn(async move { service.undo_import(first, "人", NOW).await })
    };
    while states(&service).await == [ImportState::Finished] {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    caller.abort();
    for _ in 0..3_000 {
        if states(&service).await.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(states(&service).await.is_empty());
    begin_undo(&service, import(&service, 100).await).await;
    service.finish_undos(NOW).await.unwrap();
    assert!(states(&service).await.is_empty() && service.store().segment_count().await.unwrap() == 0);
}

#[tokio::test]
async fn all_imports_of_a_file_are_removed_with_it_and_each_segment_is_counted_once() {
    let service = service("").await;
    import(&service, 20).await;
    let report = service.import("m.po", memory(25), &options(), NOW, |_| {}).await.unwrap();
    assert_eq!(report.outcomes.added, 5);
    let removal = service.remove_source(PROJECT, "m.po", "人", NOW).await.unwrap();
    assert_eq!((removal.segments.imports, removal.segments.removed, removal.segments.shared), (2, 25, 0));
    assert!(memory_of(service.store()).await.is_empty() && service.imported_files(&[]).await.unwrap().is_empty());
}
