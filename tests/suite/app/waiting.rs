//! Questions are answered at once while another program writes to the base: none of them takes the write lock.

use std::future::Future;
use std::time::Duration;

use taiyaku::app::assist::{AssistQuery, AssistText};
use taiyaku::app::brief::BriefQuery;
use taiyaku::app::check::{CheckOptions, CheckQuery, CheckUnit};
use taiyaku::app::concordance::ConcordanceQuery;
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
