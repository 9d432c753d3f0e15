//! The sample releases: what is found in them is what a careful reader finds, twice is the same as once.

use std::collections::BTreeSet;
use std::path::Path;

use taiyaku::app::ingest::Status;

use super::{NOW, PROJECT, exported, sample_files, service};

#[tokio::test]
async fn the_same_folder_a_second_time_changes_nothing() {
    let service = service("").await;
    let first = service.ingest_many(PROJECT, sample_files(), 3, NOW, |_| {}).await.unwrap();
    assert!(first.iter().all(|outcome| outcome.status == Status::Added), "{first:?}");
    let (before, revision) = (exported(&service).await, service.revision().await.unwrap());
    let second = service.ingest_many(PROJECT, sample_files(), 1, "2027-01-01T00:00:00Z", |_| {}).await.unwrap();
    assert!(second.iter().all(|outcome| outcome.status == Status::Unchanged));
    assert_eq!(exported(&service).await, before);
    assert_eq!(service.revision().await.unwrap(), revision);
    for (first, second) in first.iter().zip(&second) {
        assert_eq!(
            (first.entries, first.links, first.with_english),
            (second.entries, second.links, second.with_english)
        );
    }
}

#[tokio::test]
async fn how_many_are_read_at_once_makes_no_difference() {
    let (one, many) = (service("").await, service("").await);
    one.ingest_many(PROJECT, sample_files(), 1, NOW, |_| {}).await.unwrap();
    many.ingest_many(PROJECT, sample_files(), 8, NOW, |_| {}).await.unwrap();
    assert_eq!(exported(&one).await, exported(&many).await);
}

#[tokio::test]
async fn what_a_careful_reader_finds_is_found() {
    let service = service("").await;
    let outcomes = service.ingest_many(PROJECT, sample_files(), 2, NOW, |_| {}).await.unwrap();
    let (mut wrong, mut missed, mut all) = (Vec::new(), Vec::new(), 0);
    for outcome in outcomes {
        let stem = outcome.name.split('.').next().unwrap();
        let text = std::fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/samples").join(format!("{stem}.json")),
        )
        .unwrap();
        let expected: serde_json::Value = serde_json::from_str(&text).unwrap();
        let whole = service.release(outcome.release_id.unwrap()).await.unwrap();
        let found: BTreeSet<String> = whole.entries.iter().map(|stored| stored.entry.term.clone()).collect();
        let expected_terms: BTreeSet<String> = words(&expected["entries"], "term").into_iter().collect();
        if found != expected_terms {
            wrong.push(format!(
                "{}: {:?}",
                outcome.name,
                found.symmetric_difference(&expected_terms).collect::<Vec<_>>()
            ));
        }
        let found: BTreeSet<(String, String)> =
            whole.links.iter().map(|stored| (stored.link.ja.clone(), stored.link.en.clone())).collect();
        let links: Vec<_> = words(&expected["links"], "ja").into_iter().zip(words(&expected["links"], "en")).collect();
        all += links.len();
        missed.extend(
            links.into_iter().filter(|link| !found.contains(link)).map(|link| format!("{}: no {link:?}", outcome.name)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Without a dictionary the begin of a term in running text is a guess.
    assert!(missed.len() * 40 <= all, "{} of {all} links missed\n{}", missed.len(), missed.join("\n"));
}

fn words(list: &serde_json::Value, field: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_broken_file_is_told_and_the_rest_goes_on() {
    let service = service("").await;
    let mut files = sample_files();
    for (name, bytes) in [("a.pdf", &b"%PDF-1.7\nnothing"[..]), ("m.docx", b"PK\x03\x04"), ("z.txt", b"")] {
        let input = taiyaku::app::ingest::Input::Bytes(bytes.to_vec());
        files.push(taiyaku::app::ingest::Submission { name: name.to_owned(), media_type: None, input });
    }
    let mut reported = Vec::new();
    let outcomes =
        service.ingest_many(PROJECT, files, 2, NOW, |outcome| reported.push(outcome.name.clone())).await.unwrap();
    let failed: Vec<_> = outcomes.iter().filter(|outcome| outcome.status == Status::Failed).collect();
    assert_eq!(failed.len(), 3);
    assert!(failed.iter().all(|outcome| outcome.error.is_some() && outcome.release_id.is_none()));
    assert_eq!(outcomes.iter().filter(|outcome| outcome.status == Status::Added).count(), 9);
    assert_eq!(reported, outcomes.iter().map(|outcome| outcome.name.clone()).collect::<Vec<_>>());
    assert_eq!(service.counts(None).await.unwrap().releases, 9);
}
