//! Files of translations in: what is kept of them, what is said of them, and that going on ends with the same memory.

use std::fmt::Write as _;

use taiyaku::app::import::{DictionaryOptions, FileFormat, ImportEvent, ImportOptions, ImportReport, ImportStatus};
use taiyaku::app::ingest::Input;
use taiyaku::app::{AppError, Service};
use taiyaku::model::{ProjectId, Review, Revision, SegmentId, fingerprint};
use taiyaku::store::{ImportState, Settings, Store, StoredSegment};

use super::{NOW, PROJECT, on, service};

/// More than two batches, with every tenth pair there twice and every hundredth without translation.
const PAIRS: usize = 24_000;

pub(crate) fn options() -> ImportOptions {
    ImportOptions {
        project: PROJECT.to_owned(),
        actor: "test".to_owned(),
        approved: false,
        proposed: false,
        source_lang: None,
        target_lang: None,
        again: false,
        dictionary: DictionaryOptions::default(),
    }
}

/// A memory of so many pairs.
pub(crate) fn memory(pairs: usize) -> String {
    let mut text = String::from("<tmx version=\"1.4\"><header srclang=\"ja\"/><body>\r\n");
    for number in 0..pairs {
        let same = if number % 10 == 9 { number - 1 } else { number };
        let english = if number % 100 == 50 { String::new() } else { format!("Part {same} of the experiment.") };
        let _ = write!(
            text,
            "<tu tuid=\"{number}\" changedate=\"2024{:02}01T000000Z\"><tuv xml:lang=\"ja\"><seg>実験の第{same}部、𠮷。</seg></tuv>\
             <tuv xml:lang=\"en\"><seg>{english}</seg></tuv></tu>\r\n",
            number % 12 + 1
        );
    }
    text + "</body></tmx>"
}

async fn import(service: &Service, name: &str, text: &str, options: &ImportOptions) -> Result<ImportReport, AppError> {
    service.import(name, Input::Bytes(text.as_bytes().to_vec()), options, NOW, |_| {}).await
}

/// Everything in the memory but numbers of rows and revisions.
pub(crate) async fn memory_of(store: &Store) -> Vec<StoredSegment> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = store.snapshot().await.unwrap().segments(&[ProjectId::new(1)], after, 1_000).await.unwrap();
        let Some(last) = page.last() else { return all };
        after = Some(last.id);
        all.extend(page.into_iter().map(|segment| StoredSegment {
            id: SegmentId::new(0),
            revision: Revision::START,
            ..segment
        }));
    }
}

#[tokio::test]
async fn a_report_counts_every_pair_and_a_finished_file_is_not_read_again_unless_asked() {
    let service = service("").await;
    let text = memory(PAIRS);
    let first = import(&service, "記憶.tmx", &text, &options()).await.unwrap();
    let skipped = 240;
    let folded = 2_400;
    assert_eq!((first.status, first.format), (ImportStatus::Finished, Some(FileFormat::Tmx)));
    assert_eq!(
        (first.read, first.added, first.folded, first.skipped),
        (24_000, 24_000 - 2_400 - skipped, folded, skipped)
    );
    assert_eq!((first.problem_count, first.resumed_from, first.error), (0, 0, None));
    let segments = memory_of(service.store()).await;
    assert!(segments.iter().all(|one| one.review == Review::Suggested && one.provenance.origin == "記憶.tmx"));
    assert_eq!(segments[0].source_key, "実験の第0部、𠮷。");
    let revision = service.store().revision().await.unwrap();
    for (name, again, status) in [
        ("記憶.tmx", false, ImportStatus::Unchanged),
        ("other name.tmx", false, ImportStatus::Unchanged),
        ("記憶.tmx", true, ImportStatus::Finished),
    ] {
        let report = import(&service, name, &text, &ImportOptions { again, ..options() }).await.unwrap();
        assert_eq!((report.status, report.read, report.skipped), (status, 24_000, skipped), "{name} {again}");
        assert_eq!(report.added + report.folded, 24_000 - skipped);
        assert_eq!(report.imported_at.is_some(), !again);
        assert_eq!(service.store().revision().await.unwrap(), revision, "nothing is new");
    }
    let approved = ImportOptions { approved: true, ..options() };
    let report = import(&service, "記憶.tmx", &text, &approved).await.unwrap();
    assert_eq!((report.status, report.added), (ImportStatus::Finished, 0), "a person's word is another import");
    assert!(memory_of(service.store()).await.iter().all(|one| one.review == Review::Approved));
    let report = import(&service, "記憶.tmx", &text, &ImportOptions { again: true, ..options() }).await.unwrap();
    assert_eq!(report.status, ImportStatus::Finished);
    assert!(memory_of(service.store()).await.iter().all(|one| one.review == Review::Approved), "no file takes it back");
}

#[tokio::test]
async fn what_a_catalogue_says_is_kept_with_its_pairs() {
    let service = service("").await;
    let text = "msgid \"\"\nmsgstr \"Language: ja\\n\"\n\n#: a.txt:1\nmsgctxt \"verb\"\nmsgid \"open\"\nmsgstr \"開く\"\n\n\
        #, fuzzy\nmsgid \"close\"\nmsgstr \"閉める\"\n";
    for approved in [false, true] {
        let report = import(&service, "a.po", text, &ImportOptions { approved, ..options() }).await.unwrap();
        assert_eq!((report.format, report.read), (Some(FileFormat::Po), 2));
        let segments = memory_of(service.store()).await;
        let review = if approved { Review::Approved } else { Review::Suggested };
        assert_eq!((segments[0].review, segments[1].review), (review, Review::Candidate), "a draft stays one");
        assert_eq!(
            (segments[0].provenance.key.as_deref(), segments[0].provenance.document.as_deref()),
            (Some("verb"), Some("a.txt"))
        );
        assert_eq!(
            (segments[0].provenance.neighbours.before, segments[0].provenance.neighbours.after),
            (None, Some(fingerprint("close")))
        );
        assert_eq!(
            (segments[1].provenance.neighbours.before, segments[1].provenance.neighbours.after),
            (Some(fingerprint("open")), None)
        );
        assert!(segments[0].segment.confidence > segments[1].segment.confidence);
        assert_eq!(segments[0].provenance.created_at, None);
    }
}

#[tokio::test]
async fn problems_are_told_with_their_lines_and_the_report_lists_the_first_thousand() {
    let service = service("").await;
    let bad = "<tu><tuv xml:lang=\"jp\"><seg>脳</seg></tuv></tu>\n".repeat(1_500);
    let good = "<tu><tuv xml:lang=\"ja\"><seg>脳</seg></tuv><tuv xml:lang=\"en\"><seg>brain</seg></tuv></tu>";
    let text = format!("<tmx><header srclang=\"ja\"/><body>\n{bad}{good}</body></tmx>");
    let mut problems = Vec::new();
    let input = Input::Bytes(text.into_bytes());
    let report = service
        .import("a.tmx", input, &options(), NOW, |event| {
            if let ImportEvent::Problem(problem) = event {
                problems.push((problem.line, problem.unit, problem.code()));
            }
        })
        .await
        .unwrap();
    assert_eq!((report.problem_count, report.problems.len(), report.added, report.skipped), (1_500, 1_000, 1, 1_500));
    assert_eq!((problems.len(), problems[1_499]), (1_500, (1_501, 1_500, "language_invalid")));
    assert!(report.problems[0].message.contains("did you mean `ja`"), "{}", report.problems[0].message);
}

#[tokio::test]
async fn a_file_that_breaks_off_is_kept_so_far_and_says_the_same_each_time() {
    let service = service("").await;
    let whole = memory(100);
    let cut = &whole[..whole.find("第60部").unwrap()];
    for round in 0..2 {
        let report = import(&service, "a.tmx", cut, &options()).await.unwrap();
        assert_eq!((report.status, report.read), (ImportStatus::Broken, 60), "round {round}");
        let error = report.error.unwrap();
        assert_eq!(error.code, "broken_file");
        assert!(error.message.starts_with("line 62, unit 61: "), "{}", error.message);
        assert_eq!(memory_of(service.store()).await.len(), 60 - 6 - 1);
    }
    assert_eq!(service.store().imports(ProjectId::new(1)).await.unwrap()[0].state, ImportState::Broken);
    for (name, text, code) in [
        ("a.txt", "ただの文", "unknown_format"),
        ("a.tmx", "<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx/>", "hostile_xml"),
        ("a.po", "msgid \"a\"\nmsgstr \"b\"\n", "language_missing"),
    ] {
        let report = import(&service, name, text, &options()).await.unwrap();
        assert_eq!((report.status, report.error.unwrap().code.as_str()), (ImportStatus::Failed, code), "{name}");
    }
    let missing = Input::File("/nowhere/at/all.tmx".into());
    let report = service.import("all.tmx", missing, &options(), NOW, |_| {}).await.unwrap();
    assert_eq!(report.error.unwrap().code, "file_unreadable");
}

#[tokio::test]
async fn a_full_disk_stops_an_import_and_with_room_it_goes_on_to_the_same_memory() {
    let text = memory(PAIRS);
    let whole = service("").await;
    import(&whole, "a.tmx", &text, &options()).await.unwrap();
    let expected = memory_of(whole.store()).await;
    let pages = u32::try_from(whole.store().health().await.unwrap().bytes / 4_096).unwrap();
    for pages in [pages / 4, pages / 2, pages - pages / 10] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("small.db");
        let settings = Settings { max_pages: Some(pages), ..Settings::default() };
        let small = on(Store::open_with(&path, &settings).await.unwrap(), "");
        let error = import(&small, "a.tmx", &text, &options()).await.unwrap_err();
        assert_eq!(error.code(), "database_full", "{pages} pages: {error:?}");
        small.store().check_integrity().await.unwrap();
        let done = small.store().imports(ProjectId::new(1)).await.unwrap().first().map_or(0, |import| import.done);
        small.store().close().await;
        let roomy = on(Store::open(&path).await.unwrap(), "");
        let report = import(&roomy, "a.tmx", &text, &options()).await.unwrap();
        assert_eq!((report.resumed_from, report.read, report.skipped), (done, 24_000, 240), "{pages} pages");
        assert_eq!(memory_of(roomy.store()).await, expected, "{pages} pages");
    }
}

#[tokio::test]
async fn an_import_that_was_overtaken_stops_and_nothing_is_there_twice() {
    let (folder, text) = (tempfile::tempdir().unwrap(), memory(PAIRS));
    let path = folder.path().join("base.db");
    let (one, other) = (on(Store::open(&path).await.unwrap(), ""), on(Store::open(&path).await.unwrap(), ""));
    let options = options();
    let (first, second) =
        tokio::join!(import(&one, "a.tmx", &text, &options), import(&other, "a.tmx", &text, &options));
    let codes: Vec<_> = [&first, &second].map(|done| done.as_ref().err().map(AppError::code)).into_iter().collect();
    assert!(codes.contains(&None), "{codes:?}");
    assert!(codes.iter().flatten().all(|code| *code == "import_in_progress"), "{codes:?}");
    let whole = service("").await;
    import(&whole, "a.tmx", &text, &options).await.unwrap();
    assert_eq!(memory_of(one.store()).await, memory_of(whole.store()).await);
}
