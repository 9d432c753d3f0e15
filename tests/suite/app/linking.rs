//! Terms without English beside them find it elsewhere: in the document's own English, in other releases, in dictionaries. What
//! is only proposed never poses as proof.

use taiyaku::app::Service;
use taiyaku::app::coverage::EnglishSource;
use taiyaku::app::ingest::relink::RelinkReport;
use taiyaku::model::{EvidenceKind, EvidenceMethod, Lang, Method, Review, SourceFacts, SourceFormat};
use taiyaku::store::{NewDictionaryEntry, NewSource, SourceUse};
use taiyaku::text::key::Key;

use super::{NOW, PROJECT, english, exported, ingest, named, release, service};

/// A release whose paper has an English title and whose glossary has one entry without English.
fn titled(en: &str, head: &str) -> Vec<u8> {
    format!(
        "架空大学の発表\n\n新しい成果です。\n\n論文情報\n論文タイトル：{en}\n掲載誌：Journal of Tests\n\n\
         【用語解説】\n注1）{head}：調べたもの。本発表の主な対象。\n"
    )
    .into_bytes()
}

async fn dictionary(service: &Service, entries: &[(&str, &[&str])]) {
    let mut write = service.store().write("import", NOW).await.unwrap();
    let project = write.ensure_project(PROJECT).await.unwrap();
    let facts = SourceFacts { licence: Some("CC BY 4.0".to_owned()), ..SourceFacts::default() };
    let new =
        NewSource {
            project, name: "架空辞典", format: SourceFormat::Tsv, kept: SourceUse::Evidence, facts: &facts
        };
    let source = write.ensure_source(&new).await.unwrap();
    for (ja, en) in entries {
        let en: Vec<String> = en.iter().map(|en| (*en).to_owned()).collect();
        let keys = [(Key::new(ja, &Lang::JA).unwrap().exact, true)];
        let entry = NewDictionaryEntry { ja, reading: None, en: &en, part_of_speech: None, keys: &keys, words: &[] };
        write.insert_dictionary_entry(source.id, &entry, 1).await.unwrap();
    }
    write.commit().await.unwrap();
}

async fn again(service: &Service) -> RelinkReport {
    service.relink(PROJECT, NOW, |_| {}).await.unwrap()
}

#[tokio::test]
async fn releases_are_linked_again_only_if_something_has_changed_for_them() {
    let service = service("").await;
    ingest(&service, "a.txt", titled("Rapid growth of frost crystals on leaves", "霜結晶")).await;
    ingest(&service, "b.txt", titled("Melting of ice in the light", "氷光")).await;
    for _ in 0..3 {
        assert_eq!(again(&service).await, RelinkReport { releases: 2, changed: 0 });
    }
    dictionary(&service, &[("霜", &["frost"]), ("結晶", &["crystal"])]).await;
    assert_eq!(again(&service).await, RelinkReport { releases: 2, changed: 1 });
    assert!(english(&named(&service, "霜結晶").await[0], "frost crystal").is_some());
    assert_eq!(again(&service).await, RelinkReport { releases: 2, changed: 0 });
}

#[tokio::test]
async fn a_later_release_teaches_an_earlier_one_and_linking_twice_changes_nothing() {
    let service = service("").await;
    ingest(&service, "a.txt", titled("Rapid growth of frost crystals on leaves", "霜結晶")).await;
    assert!(english(&named(&service, "霜結晶").await[0], "frost crystal").is_none());
    ingest(&service, "b.txt", release("霜", "frost", "氷の粒が付いたもの。")).await;
    ingest(&service, "c.txt", release("結晶", "crystal", "規則正しく並んだ固体。")).await;
    assert_eq!(again(&service).await, RelinkReport { releases: 3, changed: 1 });
    let found = named(&service, "霜結晶").await;
    let term = english(&found[0], "frost crystal").unwrap();
    assert_eq!((term.evidence.len(), term.evidence[0].method.as_str()), (1, "title_term"));
    assert!(term.review != Review::Approved && (0.6..0.95).contains(&term.confidence), "{term:?}");
    let whole = exported(&service).await;
    assert_eq!(again(&service).await, RelinkReport { releases: 3, changed: 0 });
    assert_eq!(exported(&service).await, whole);
    // What nobody says any more is proposed no more.
    let releases = service.releases(Some(PROJECT), None, 10, &Default::default()).await.unwrap();
    service.delete_release(releases[2].id, "somebody", NOW).await.unwrap();
    assert_eq!(again(&service).await.changed, 1);
    assert!(english(&named(&service, "霜結晶").await[0], "frost crystal").is_none());
}

#[tokio::test]
async fn a_dictionary_is_weak_evidence_weaker_with_every_name_it_gives() {
    let service = service("").await;
    dictionary(&service, &[("霜", &["frost"]), ("同胞", &["brethren", "fellow countrymen", "sibling"])]).await;
    for (name, head) in [("a.txt", "霜"), ("b.txt", "同胞"), ("c.txt", "霜")] {
        ingest(&service, name, titled("A study", head)).await;
    }
    let frost = named(&service, "霜").await;
    let term = english(&frost[0], "frost").unwrap();
    assert!((term.confidence - 0.75).abs() < 1e-9, "two releases do not make a dictionary surer: {term:?}");
    assert!(term.evidence.iter().all(|one| one.kind == EvidenceKind::Import && one.source == "架空辞典"), "{term:?}");
    let sibling = named(&service, "同胞").await;
    let term = english(&sibling[0], "sibling").unwrap();
    assert_eq!(term.review, Review::Candidate, "{term:?}");
    // With its releases the dictionary's word goes too.
    for head in service.releases(Some(PROJECT), None, 10, &Default::default()).await.unwrap() {
        service.delete_release(head.id, "somebody", NOW).await.unwrap();
    }
    assert_eq!(service.counts(Some(PROJECT)).await.unwrap().concepts, 0);
}

#[tokio::test]
async fn releases_of_one_work_are_one_witness() {
    let dated = |name: &str, doi: &str| {
        let text = String::from_utf8(release("光遺伝学", "optogenetics", "光で細胞の活動を操る技術。")).unwrap();
        format!("{name}\n{text}\n論文情報\n掲載誌：Journal of Tests\nDOI：{doi}\n").into_bytes()
    };
    let mut confidence = Vec::new();
    for other in ["10.5555/same", "10.5555/other"] {
        let service = service("").await;
        ingest(&service, "a.txt", dated("大学の発表", "10.5555/same")).await;
        ingest(&service, "b.txt", dated("機構の発表", other)).await;
        confidence.push(english(&named(&service, "光遺伝学").await[0], "optogenetics").unwrap().confidence);
    }
    assert!(confidence[0] < confidence[1], "{confidence:?}");
}

#[tokio::test]
async fn every_head_says_who_gives_its_english() {
    let service = service("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    dictionary(&service, &[("架空語", &["imaginary word"])]).await;
    ingest(&service, "a.txt", release("光遺伝学", "optogenetics", "光で細胞の活動を操る技術。")).await;
    ingest(&service, "b.txt", titled("A study", "光遺伝学")).await;
    ingest(&service, "c.txt", titled("A study", "肝細胞")).await;
    ingest(&service, "d.txt", titled("A study", "架空語")).await;
    ingest(&service, "e.txt", titled("A study", "名のない現象")).await;
    ingest(&service, "f.txt", titled("Slow ketamine uptake by the mouse", "ケタミン")).await;
    let heads = service.coverage(PROJECT, None).await.unwrap();
    let short: Vec<_> = heads.iter().map(|head| (head.term.as_str(), head.by, head.english.as_deref())).collect();
    assert_eq!(
        short,
        [
            ("光遺伝学", EnglishSource::Document, Some("optogenetics")),
            ("光遺伝学", EnglishSource::OtherRelease, Some("optogenetics")),
            ("肝細胞", EnglishSource::Starter, Some("hepatocyte")),
            ("架空語", EnglishSource::Import, Some("imaginary word")),
            ("名のない現象", EnglishSource::None, None),
            ("ケタミン", EnglishSource::Document, Some("ketamine")),
        ]
    );
    assert_eq!(heads[5].methods, [Method::Sound, Method::TitleTerm].map(EvidenceMethod::from));
    assert_eq!(service.coverage(PROJECT, Some(heads[2].release_id)).await.unwrap().len(), 1);
}
