//! Work lists and term blocks: what waits, how often it stands where, and what a translator is told.

use taiyaku::app::brief::BriefQuery;
use taiyaku::app::import::ImportOptions;
use taiyaku::app::ingest::Input;
use taiyaku::app::worklist::{WorkItem, WorkList, WorkListKind};
use taiyaku::app::{AppError, Service};
use taiyaku::model::{Lang, ReleaseId};

use super::importing::options;
use super::{NOW, PROJECT, ingest, release, service};

async fn filled() -> Service {
    let service = service("").await;
    ingest(&service, "1.txt", release("視床下部", "hypothalamus", "脳の一部で体温を保つ。ほかの働きもある。")).await;
    let text = "𠮷野膜と𠮷野膜を調べました。𠮷野膜です。\n\n【用語解説】\n（注1）𠮷野膜：細胞を包む薄い膜。\n（注2）歯車：回る部品。\n";
    ingest(&service, "2.txt", text.as_bytes().to_vec()).await;
    ingest(&service, "3.txt", format!("別の発表です。{text}").into_bytes()).await;
    service
}

async fn add(service: &Service, name: &str, text: &str) {
    let input = Input::Bytes(text.as_bytes().to_vec());
    let report = service.import(name, input, &ImportOptions { ..options() }, NOW, |_| {}).await.unwrap();
    assert_eq!(report.error, None);
}

fn said(items: &[WorkItem]) -> Vec<String> {
    let of = |item: &WorkItem| {
        let renderings: Vec<&str> = item.renderings.iter().map(|one| one.text.as_str()).collect();
        format!("{} {} {}", item.count, item.term, renderings.join(","))
    };
    items.iter().map(of).collect()
}

#[tokio::test]
async fn terms_without_english_are_listed_by_their_releases_and_by_their_places_in_one() {
    let service = filled().await;
    let items = service.worklist(PROJECT, WorkList::WithoutEnglish, 0, 50).await.unwrap();
    assert_eq!(said(&items), ["2 𠮷野膜 ", "2 歯車 "]);
    assert_eq!(items[0].occurrences.len(), 2);
    assert!(items[0].occurrences[0].snippet.contains("𠮷野膜"), "{items:?}");
    let page = service.worklist(PROJECT, WorkList::WithoutEnglish, 1, 1).await.unwrap();
    assert_eq!(page, items[1..]);
    let items = service.worklist(PROJECT, WorkList::Release(ReleaseId::new(2)), 0, 50).await.unwrap();
    assert_eq!(items[0].term, "𠮷野膜");
    assert_eq!((items[0].count, items[1].count), (4, 1));
    assert!(matches!(
        service.worklist(PROJECT, WorkList::Release(ReleaseId::new(99)), 0, 50).await,
        Err(AppError::Store(_))
    ));
    assert!(WorkListKind::from_name("none").is_err() && WorkList::new(WorkListKind::Release, None, None).is_err());
}

#[tokio::test]
async fn renderings_and_changes_are_listed() {
    let service = filled().await;
    let before = service.revision().await.unwrap();
    assert!(service.worklist(PROJECT, WorkList::Changed(before), 0, 50).await.unwrap().is_empty());
    add(&service, "a.csv", "ja,en\n歯車,gear\n歯車,cog\n部品,gear\n").await;
    let items = service.worklist(PROJECT, WorkList::Changed(before), 0, 50).await.unwrap();
    let mut terms: Vec<&str> = items.iter().map(|item| item.term.as_str()).collect();
    terms.sort_unstable();
    assert_eq!(terms, ["歯車", "部品"]);
    let items = service.worklist(PROJECT, WorkList::SeveralEnglish, 0, 50).await.unwrap();
    assert_eq!(said(&items), ["2 歯車 gear,cog"]);
    let items = service.worklist(PROJECT, WorkList::SeveralJapanese, 0, 50).await.unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!((items[0].term.as_str(), items[0].count, items[0].concepts.len()), ("gear", 2, 2));
}

#[tokio::test]
async fn a_term_block_says_what_to_use_and_what_never() {
    let service = filled().await;
    let text = "#UTX 1.11; ja/en; 2026; copyright: Example; license: CC0\n#src\ttgt\tsrc:pos\tterm status\n\
        視床下部\tlower thalamus\tnoun\tforbidden\n視床下部\thypothalamus\tnoun\tapproved\n";
    add(&service, "a.utx", text).await;
    let query = |limit| BriefQuery {
        text: "視床下部と𠮷野膜、視床下部|です。".to_owned(),
        source_lang: Lang::JA,
        projects: vec![PROJECT.to_owned()],
        limit,
    };
    let brief = service.brief(query(50)).await.unwrap();
    assert_eq!(brief, service.brief(query(50)).await.unwrap(), "the same each time");
    let first = &brief.terms[0];
    assert_eq!((first.source.as_str(), first.target.as_deref(), first.count), ("視床下部", Some("hypothalamus"), 2));
    assert_eq!((first.forbidden.join(","), first.approved), ("lower thalamus".to_owned(), true));
    assert_eq!(first.sense.as_deref(), Some("脳の一部で体温を保つ。"));
    assert_eq!(first.sources, ["a.utx (CC0)"]);
    assert_eq!((brief.terms[1].source.as_str(), &brief.terms[1].target), ("𠮷野膜", &None));
    let markdown = brief.markdown();
    assert!(
        markdown.contains("| 視床下部 | hypothalamus |  | lower thalamus | 脳の一部で体温を保つ。 |"),
        "{markdown}"
    );
    assert!(markdown.contains("| 𠮷野膜 | **none proven** |") && markdown.contains("a.utx (CC0)"), "{markdown}");
    assert_eq!(brief.tsv().lines().count(), 3);
    let short = service.brief(query(1)).await.unwrap();
    assert_eq!((short.terms.len(), short.left_out), (1, 1));
    for wrong in [BriefQuery { text: " ".to_owned(), ..query(1) }, query(0)] {
        assert_eq!(service.brief(wrong).await.unwrap_err().code(), "invalid_request");
    }
}
