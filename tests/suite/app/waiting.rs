//! Questions are answered at once while another program writes to the base: none of them takes the write lock.

use std::future::Future;
use std::time::Duration;

use taiyaku::app::assist::{AssistQuery, AssistText};
use taiyaku::app::brief::BriefQuery;
use taiyaku::app::check::{CheckOptions, CheckQuery, CheckUnit};
use taiyaku::app::concordance::ConcordanceQuery;
use taiyaku::app::ingest::Input;
use taiyaku::app::ingest::outcome::Status;
use taiyaku::app::lookup::LookupQuery;
use taiyaku::app::review::ReviewQuery;
use taiyaku::app::worklist::WorkList;
use taiyaku::model::{Lang, Revision};
use taiyaku::store::{Settings, Store};

use super::{NOW, PROJECT, exported, ingest, on, release};

/// A question that waits for the writer takes as long as the busy timeout.
const BUSY: Duration = Duration::from_secs(120);
const PATIENCE: Duration = Duration::from_secs(20);

async fn at_once<T>(what: &str, question: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, question).await.unwrap_or_else(|_| panic!("{what} waited for the writer"))
}

#[tokio::test]
async fn no_question_waits_for_another_program_that_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("terms.db");
    let settings = Settings { busy_timeout: BUSY, ..Settings::default() };
    let service = on(Store::open_with(&path, &settings).await.unwrap(), "");
    let document = release("視床下部", "hypothalamus", "脳の一部で体温を保つ。");
    ingest(&service, "1.txt", document.clone()).await;

    let other = Store::open_with(&path, &settings).await.unwrap();
    let writer = other.write("another program", NOW).await.unwrap();

    let again = at_once("reading an unchanged file again", ingest(&service, "1.txt", document)).await;
    assert_eq!(again.status, Status::Unchanged);
    let found = at_once("a look-up", service.lookup(&LookupQuery::new("視床下部", PROJECT))).await.unwrap();
    assert_eq!(found.matches.len(), 1);
    let texts = vec![AssistText { text: "視床下部を調べた。".to_owned(), ..AssistText::default() }];
    at_once("a suggestion", service.assist(AssistQuery::new(texts, Lang::JA, Lang::EN))).await.unwrap();
    let unit = CheckUnit::new("視床下部".to_owned(), "brain".to_owned());
    let check = CheckQuery { units: vec![unit], options: CheckOptions::new(Lang::JA, Lang::EN) };
    at_once("a check", service.check(check)).await.unwrap();
    at_once("a work list", service.worklist(PROJECT, WorkList::WithoutEnglish, 0, 50)).await.unwrap();
    assert_eq!(at_once("coverage", service.coverage(PROJECT, None)).await.unwrap().len(), 1);
    let concordance = ConcordanceQuery {
        text: "視床下部".to_owned(),
        lang: None,
        projects: Vec::new(),
        words: false,
        before: None,
        limit: 10,
        budget: PATIENCE,
    };
    at_once("a concordance", service.concordance(&concordance)).await.unwrap();
    let (text, projects) = ("視床下部を調べた。".to_owned(), Vec::new());
    let brief = BriefQuery { text, source_lang: Lang::JA, projects, limit: 10 };
    at_once("a term block", service.brief(brief)).await.unwrap();
    at_once("the review queue", service.review_queue(&ReviewQuery::default())).await.unwrap();
    at_once("the change log", service.changes(Revision::START, 100)).await.unwrap();
    assert!(at_once("an export", exported(&service)).await.contains("hypothalamus"));

    let reader = at_once("opening the base", Store::open_with(&path, &settings)).await.unwrap();
    assert_eq!(at_once("counting", reader.counts(None)).await.unwrap().releases, 1);
    at_once("the end of a program that only asked", reader.close()).await;
    at_once("the end of a program that wrote before", service.store().close()).await;
    writer.rollback();
    other.close().await;
}

/// Stores 20,001 terms in the concept of another term at once.
const MANY: [&str; 2] = [
    "INSERT INTO change (at, actor, action, entity, entity_id, project_id, detail)
     SELECT '2026-01-01T00:00:00Z', 'test', 'updated', 'concept', id, project_id, '{}' FROM concept LIMIT 1",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
     INSERT INTO term (concept_id, project_id, lang, text, key, variant_key, kind, usage, review, confidence, revision)
     SELECT c.id, c.project_id, 'ja', '第' || i || '細胞', '第' || i || '細胞', '第' || i || '細胞', 'full_form', 'admitted',
         'approved', 0.9, (SELECT max(revision) FROM change) FROM n, (SELECT * FROM concept LIMIT 1) c",
];

/// Deletes them again.
const NONE: [&str; 2] = [
    "INSERT INTO change (at, actor, action, entity, entity_id, project_id, detail)
     SELECT '2026-01-01T00:00:00Z', 'test', 'deleted', 'term', id, project_id, '{}' FROM term WHERE text LIKE '第%細胞'",
    "DELETE FROM term WHERE text LIKE '第%細胞'",
];

/// Changes the base in one transaction, as another program that imports or undoes does.
async fn change_in_another_program(path: &std::path::Path, statements: [&'static str; 2]) {
    use sqlx::Connection;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).pragma("foreign_keys", "ON");
    let mut connection = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    for statement in ["BEGIN IMMEDIATE", statements[0], statements[1], "COMMIT"] {
        sqlx::query(statement).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
}

#[tokio::test]
async fn no_look_up_waits_until_very_many_new_terms_are_indexed_but_an_import_does() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("terms.db");
    let service = on(Store::open(&path).await.unwrap(), "");
    ingest(&service, "1.txt", release("視床下部", "hypothalamus", "脳の一部で体温を保つ。")).await;
    let found = async |text: &str| service.lookup(&LookupQuery::new(text, PROJECT)).await.unwrap().matches.len();
    assert_eq!(found("視床下部").await, 1);

    change_in_another_program(&path, MANY).await;
    // The first question after the change finds out that it is too large to wait for.
    assert_eq!((found("第20001細胞").await, found("視床下部").await), (0, 1));
    let deadline = std::time::Instant::now() + BUSY;
    while found("第20001細胞").await == 0 {
        assert!(std::time::Instant::now() < deadline, "never indexed");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    // Who imported through this service finds everything from then on.
    change_in_another_program(&path, NONE).await;
    let (name, bytes) = ("a.csv", "ja,en\n⻭車,gear\n".as_bytes().to_vec());
    service.import(name, Input::Bytes(bytes), &super::importing::options(), NOW, |_| {}).await.unwrap();
    assert_eq!((found("⻭車").await, found("第20001細胞").await, found("視床下部").await), (1, 0, 1));
    service.store().close().await;
}
