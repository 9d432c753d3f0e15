//! A memory that is being imported is seen by nobody, then whole, and never by half.

use taiyaku_language::model::{ImportId, ProjectId, Provenance, Review, Segment, SegmentId};
use taiyaku_store::store::{
    ImportRemoval, ImportState, ImportStep, MergeCounts, NewImport, NewSegment, PairFate, Store, StoredImport, Write,
};

use super::sample::{AT, segment, store};

const PROJECT: &str = "既定";

async fn begin(store: &Store, name: &str) -> (ProjectId, ImportId) {
    let mut write = store.write("import", AT).await.unwrap();
    let project = write.ensure_project(PROJECT).await.unwrap();
    let new = NewImport { project, name, content_hash: name, options: "", actor: "人" };
    let import = write.ensure_import(&new).await.unwrap().id;
    write.begin_run(import).await.unwrap();
    write.commit().await.unwrap();
    (project, import)
}

async fn put(write: &mut Write, project: ProjectId, import: ImportId, segments: &[&Segment]) -> Vec<PairFate> {
    let about = Provenance::of("a.tmx");
    let new: Vec<NewSegment<'_>> = segments
        .iter()
        .map(|segment| NewSegment { segment, source_key: "脳", review: Review::Suggested, provenance: &about })
        .collect();
    write.merge_imported_segments(project, &new, import).await.unwrap().fates
}

async fn step(write: &mut Write, import: ImportId, (from, to): (u64, u64), state: ImportState) {
    let step = ImportStep { from, to, merged: MergeCounts { added: to - from, folded: 0 }, state };
    assert!(write.advance_import(import, &step).await.unwrap());
    if state == ImportState::Finished {
        write.show_import(import).await.unwrap();
    }
}

/// What can be seen of the memory, whichever way it is asked.
async fn seen(store: &Store, project: ProjectId, all: &[SegmentId]) -> Vec<usize> {
    let lang = "ja".parse().unwrap();
    let inventory = store.memory_inventory().await.unwrap();
    let mut single = 0;
    for id in all {
        single += usize::from(store.segment(*id).await.is_ok());
    }
    vec![
        store.snapshot().await.unwrap().segments(&[project], None, 10).await.unwrap().len(),
        store.segments_after(None, 10).await.unwrap().len(),
        store.segments_by_ids(all).await.unwrap().len(),
        store.segments_from(project, &lang, None, 10).await.unwrap().len(),
        inventory.iter().map(|one| one.count).sum(),
        usize::try_from(store.counts(None).await.unwrap().segments).unwrap(),
        single,
    ]
}

#[tokio::test]
async fn segments_are_seen_with_the_end_of_their_import_and_an_index_hears_of_them() {
    let (_folder, store) = store().await;
    let (project, import) = begin(&store, "a.tmx").await;
    let (one, two) = (segment("脳", "brain"), segment("腸", "gut"));
    let start = store.revision().await.unwrap();
    let mut write = store.write("import", AT).await.unwrap();
    assert_eq!(put(&mut write, project, import, &[&one]).await, [PairFate::Added]);
    step(&mut write, import, (0, 1), ImportState::Running).await;
    write.commit().await.unwrap();
    let ids = [SegmentId::new(1), SegmentId::new(2)];
    assert_eq!(seen(&store, project, &ids).await, [0; 7]);
    assert_eq!(store.revision().await.unwrap(), start, "nobody is told");
    let mut write = store.write("import", AT).await.unwrap();
    assert_eq!(put(&mut write, project, import, &[&one, &two]).await, [PairFate::Unchanged, PairFate::Added]);
    step(&mut write, import, (1, 2), ImportState::Finished).await;
    write.commit().await.unwrap();
    assert_eq!(seen(&store, project, &ids).await, [2; 7]);
    assert!(store.revision().await.unwrap() > start);
    assert_eq!(store.segments_changed(start, 10).await.unwrap(), 2);
    let first = store.segments_shown_since(start, None, 1).await.unwrap();
    let rest = store.segments_shown_since(start, Some(first[0].id), 10).await.unwrap();
    assert_eq!((first[0].id, rest.len(), rest[0].id), (ids[0], 1, ids[1]));
    let now = store.revision().await.unwrap();
    assert!(store.segments_shown_since(now, None, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_two_imports_bring_is_seen_with_the_first_that_ends_and_an_undo_leaves_it_to_the_other() {
    let (_folder, store) = store().await;
    let (project, slow) = begin(&store, "slow.tmx").await;
    let (_, fast) = begin(&store, "fast.tmx").await;
    let shared = segment("脳", "brain");
    for import in [slow, fast] {
        let mut write = store.write("import", AT).await.unwrap();
        put(&mut write, project, import, &[&shared]).await;
        let state = if import == fast { ImportState::Finished } else { ImportState::Running };
        step(&mut write, import, (0, 1), state).await;
        write.commit().await.unwrap();
    }
    let ids = [SegmentId::new(1)];
    assert_eq!(seen(&store, project, &ids).await, [1; 7]);
    let removal = undo(&store, slow).await;
    assert_eq!((removal.removed, removal.shared), (0, 1));
    assert_eq!(seen(&store, project, &ids).await, [1; 7]);
    assert_eq!(undo(&store, fast).await.removed, 1);
    assert_eq!(seen(&store, project, &ids).await, [0; 7]);
}

/// Marks an import as being undone.
async fn mark(store: &Store, import: ImportId) -> StoredImport {
    let mut write = store.write("人", AT).await.unwrap();
    let found = write.import_by_id(import).await.unwrap();
    write.begin_undo(&found).await.unwrap();
    write.commit().await.unwrap();
    found
}

/// One step of an undo, of a single segment.
async fn undo_one(store: &Store, import: &StoredImport) -> bool {
    let mut write = store.write("人", AT).await.unwrap();
    let step = write.undo_step(import, 1).await.unwrap();
    write.commit().await.unwrap();
    step.ended
}

async fn undo(store: &Store, import: ImportId) -> ImportRemoval {
    let found = mark(store, import).await;
    while !undo_one(store, &found).await {}
    store.undone_import(import).await.unwrap()
}

/// Imports these segments whole.
async fn import_whole(store: &Store, name: &str, segments: &[&Segment]) -> (ProjectId, ImportId) {
    let (project, import) = begin(store, name).await;
    let mut write = store.write("import", AT).await.unwrap();
    put(&mut write, project, import, segments).await;
    step(&mut write, import, (0, segments.len() as u64), ImportState::Finished).await;
    write.commit().await.unwrap();
    (project, import)
}

#[tokio::test]
async fn segments_are_hidden_as_a_whole_when_their_undo_begins_and_an_index_hears_of_them() {
    let (_folder, store) = store().await;
    let (one, two, both) = (segment("脳", "brain"), segment("腸", "gut"), segment("𠮷", "lucky"));
    let (_, other) = import_whole(&store, "b.tmx", &[&both]).await;
    let (project, import) = import_whole(&store, "a.tmx", &[&one, &two, &both]).await;
    let ids = [SegmentId::new(1), SegmentId::new(2), SegmentId::new(3)];
    assert_eq!(seen(&store, project, &ids).await, [3; 7]);
    let before = store.revision().await.unwrap();
    let found = mark(&store, import).await;
    assert_eq!(seen(&store, project, &ids).await, [1; 7], "what the other import has stays");
    let hidden = store.revision().await.unwrap();
    assert!(hidden > before);
    let of_import = [SegmentId::new(2), SegmentId::new(3)];
    assert_eq!(store.segments_removed_since(before).await.unwrap(), of_import, "an index leaves them out at once");
    assert!(store.segments_changed(before, 10).await.unwrap() >= 2);
    assert!(store.segments_removed_since(hidden).await.unwrap().is_empty());
    let mut steps = 0;
    while !undo_one(&store, &found).await {
        assert_eq!(seen(&store, project, &ids).await, [1; 7]);
        steps += 1;
    }
    assert_eq!(steps, 3);
    let undone = store.undone_import(import).await.unwrap();
    assert_eq!((undone.removed, undone.shared, undone.kept), (2, 1, 0));
    assert_eq!(store.segments_removed_since(before).await.unwrap(), of_import);
    assert!(undo_one(&store, &found).await, "whoever comes late learns that it is over");
    assert_eq!(store.undone_import(import).await.unwrap(), undone);
    assert_eq!(undo(&store, other).await.removed, 1);
    assert_eq!(seen(&store, project, &ids).await, [0; 7]);
}

#[tokio::test]
async fn what_somebody_adds_while_it_is_being_undone_is_seen_and_stays() {
    let (_folder, store) = store().await;
    let (one, two, three) = (segment("脳", "brain"), segment("腸", "gut"), segment("𠮷", "lucky"));
    let (project, import) = import_whole(&store, "a.tmx", &[&one, &two, &three]).await;
    let ids = [SegmentId::new(1), SegmentId::new(2), SegmentId::new(3)];
    let found = mark(&store, import).await;
    assert_eq!(seen(&store, project, &ids).await, [0; 7]);
    let marked = store.revision().await.unwrap();
    let about = Provenance::of("人");
    let new = [NewSegment { segment: &one, source_key: "脳", review: Review::Approved, provenance: &about }];
    let mut write = store.write("人", AT).await.unwrap();
    write.merge_segments(project, &new).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(seen(&store, project, &ids).await, [1; 7]);
    let (_, other) = import_whole(&store, "b.tmx", &[&two]).await;
    assert_eq!(seen(&store, project, &ids).await, [2; 7]);
    let mut told: Vec<SegmentId> =
        store.segments_since((marked, None), 10).await.unwrap().iter().map(|one| one.id).collect();
    told.extend(store.segments_shown_since(marked, None, 10).await.unwrap().iter().map(|one| one.id));
    told.sort();
    told.dedup();
    assert_eq!(told, ids[..2], "an index that left them out hears of them");
    while !undo_one(&store, &found).await {}
    let undone = store.undone_import(import).await.unwrap();
    assert_eq!((undone.removed, undone.shared, undone.kept), (1, 1, 1));
    assert_eq!(seen(&store, project, &ids).await, [2; 7]);
    assert_eq!(undo(&store, other).await.removed, 1);
    assert_eq!(seen(&store, project, &ids).await, [1; 7]);
}

#[tokio::test]
async fn a_draft_sees_what_the_base_has_and_leaves_it_alone() {
    let (_folder, store) = store().await;
    let (project, import) = begin(&store, "a.tmx").await;
    let mut write = store.write("import", AT).await.unwrap();
    put(&mut write, project, import, &[&segment("脳", "brain")]).await;
    step(&mut write, import, (0, 1), ImportState::Finished).await;
    write.commit().await.unwrap();
    let revision = store.revision().await.unwrap();
    let draft = store.draft().await.unwrap();
    let (_, other) = begin(&draft, "b.tmx").await;
    let mut write = draft.write("import", AT).await.unwrap();
    let fates = put(&mut write, project, other, &[&segment("脳", "brain"), &segment("腸", "gut")]).await;
    assert_eq!(fates, [PairFate::Unchanged, PairFate::Added]);
    write.commit().await.unwrap();
    draft.close().await;
    assert_eq!(store.revision().await.unwrap(), revision);
    assert_eq!(store.snapshot().await.unwrap().segments(&[project], None, 10).await.unwrap().len(), 1);
    assert_eq!(store.imports(project).await.unwrap().len(), 1);
}
