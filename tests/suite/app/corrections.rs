//! Corrections of how a release was read: applied at once and to every later reading, undone by deleting them.

use taiyaku::app::Service;
use taiyaku::app::corrections::CorrectionRequest;
use taiyaku::app::review::{Basis, Decision, DecisionRequest};
use taiyaku::model::{ConceptId, CorrectionKind, EntryId, EvidenceMethod, Lang, Method, ReleaseId, Review, Revision};
use taiyaku::store::Store;

use super::{NOW, PROJECT, on, service};

const TEXT: &str = "𠮷い眠りの仕組み\r\n\r\n視床下部（注1）の細胞（cell body）を調べた。神経は nerve fibre と訳す。\r\n\r\n用語解説\r\n\
    （注1）視床下部（hypothalamus）：脳の一部。\r\n（注2）細胞（cel）：生物の単位。\r\n（注3）神経：情報を伝える。\r\n";

async fn ingest(service: &Service) -> ReleaseId {
    let outcome = service.ingest_as("ingest", PROJECT, "a.txt", None, TEXT.as_bytes().to_vec(), NOW).await.unwrap();
    outcome.release_id.unwrap()
}

async fn entry(service: &Service, release: ReleaseId, term: &str) -> EntryId {
    let details = service.release(release).await.unwrap();
    details.entries.iter().find(|stored| stored.entry.term == term).unwrap_or_else(|| panic!("{term}")).id
}

async fn terms(service: &Service, release: ReleaseId) -> Vec<String> {
    let details = service.release(release).await.unwrap();
    details.entries.into_iter().map(|stored| stored.entry.term).collect()
}

/// The English of a Japanese term that nobody rejected, with how it stands.
async fn english(service: &Service, ja: &str) -> Vec<String> {
    let mut found = Vec::new();
    for concept in service.concepts(PROJECT, None::<ConceptId>, 200).await.unwrap() {
        if concept.terms.iter().any(|term| term.lang.is_japanese() && term.text == ja) {
            let names =
                concept.terms.into_iter().filter(|term| term.lang == Lang::EN && term.review != Review::Rejected);
            found.extend(names.map(|term| term.text));
        }
    }
    found
}

async fn correct(
    service: &Service,
    release: ReleaseId,
    kind: CorrectionKind,
    about: Option<&str>,
    passage: Option<&str>,
) -> Result<taiyaku::model::CorrectionId, taiyaku::app::AppError> {
    let entry = match about {
        Some(term) => Some(entry(service, release, term).await),
        None => None,
    };
    let span_chars = match passage {
        Some(passage) => Some(service.span_of_quote(release, passage).await?),
        None => None,
    };
    let request = CorrectionRequest { kind, entry, span_chars };
    service.correct(release, &request, "山田", NOW).await.map(|(made, _)| made.id)
}

#[tokio::test]
async fn english_a_person_finds_is_evidence_and_outlives_every_reading() {
    let store = Store::memory().await.unwrap();
    let first = on(store.clone(), "1");
    let release = ingest(&first).await;
    assert!(english(&first, "神経").await.is_empty());
    let before = first.revision().await.unwrap();
    let made = correct(&first, release, CorrectionKind::English, Some("神経"), Some("nerve fibre")).await.unwrap();
    assert_eq!(english(&first, "神経").await, ["nerve fibre"]);
    let links = first.release(release).await.unwrap().links;
    let link = links.iter().find(|stored| stored.link.method == Method::Person).unwrap();
    assert_eq!((link.link.ja.as_str(), link.link.en.as_str()), ("神経", "nerve fibre"));
    assert!(link.link.support.contains("神経は nerve fibre と訳す"), "{}", link.link.support);
    let concepts = first.concepts(PROJECT, None, 200).await.unwrap();
    let term = concepts.iter().flat_map(|concept| &concept.terms).find(|term| term.text == "nerve fibre").unwrap();
    assert_eq!(term.evidence.iter().map(|one| one.method).collect::<Vec<_>>(), [EvidenceMethod::Link(Method::Person)]);
    assert_eq!((term.review, term.evidence[0].release_id), (Review::Suggested, Some(release)));
    let changes = first.changes(before, 200).await.unwrap();
    assert!(!changes.is_empty() && changes.iter().all(|change| change.actor == "山田"), "{changes:?}");
    // The same said twice is said once.
    assert_eq!(
        correct(&first, release, CorrectionKind::English, Some("神経"), Some("nerve fibre")).await.unwrap(),
        made
    );
    first.relink(PROJECT, NOW, |_| {}).await.unwrap();
    assert_eq!(english(&first, "神経").await, ["nerve fibre"], "linked again");
    let second = on(store, "2");
    assert_eq!(ingest(&second).await, release, "read again with new rules");
    assert_eq!(english(&second, "神経").await, ["nerve fibre"]);
    second.delete_release(release, "somebody", NOW).await.unwrap();
    assert!(english(&second, "神経").await.is_empty());
    let release = ingest(&second).await;
    assert_eq!(english(&second, "神経").await, ["nerve fibre"], "it is about the document");
    second.delete_correction(release, made, "山田", NOW).await.unwrap();
    assert!(english(&second, "神経").await.is_empty());
    assert!(second.corrections(release).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_correction_takes_the_place_of_what_was_read_and_deleting_it_brings_that_back() {
    let service = service("1").await;
    let release = ingest(&service).await;
    let read = || async { (terms(&service, release).await, english(&service, "細胞").await) };
    let before = read().await;
    assert_eq!(before.0, ["視床下部", "細胞", "神経"]);
    for (kind, about, passage, want) in [
        (
            CorrectionKind::English,
            Some("細胞"),
            Some("cell body"),
            (vec!["視床下部", "細胞", "神経"], vec!["cell body"]),
        ),
        // The words stay in the text, and of two glosses there, the one that accounts for the word counts.
        (CorrectionKind::NotAnEntry, Some("細胞"), None, (vec!["視床下部", "神経"], vec!["cel"])),
        (
            CorrectionKind::Head,
            Some("神経"),
            Some("神経：情報"),
            (vec!["視床下部", "細胞", "神経：情報"], before.1.iter().map(String::as_str).collect()),
        ),
    ] {
        let made = correct(&service, release, kind, about, passage).await.unwrap();
        let (terms, english) = read().await;
        assert_eq!(terms, want.0, "{kind:?}");
        assert_eq!(english, want.1, "{kind:?}");
        let listed = service.corrections(release).await.unwrap();
        assert_eq!((listed.len(), listed[0].id, listed[0].obstacle), (1, made, None));
        service.delete_correction(release, made, "山田", NOW).await.unwrap();
        assert_eq!(read().await, before, "{kind:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_is_stored() {
    let service = service("1").await;
    let release = ingest(&service).await;
    let id = entry(&service, release, "細胞").await;
    let revision = service.revision().await.unwrap();
    let length = service.release(release).await.unwrap().release.release.text.chars().count();
    for (what, kind, entry, span, field) in [
        ("no entry", CorrectionKind::Head, None, Some((0, 3)), "entry_id"),
        ("an entry of another time", CorrectionKind::Head, Some(EntryId::new(9_999)), Some((0, 3)), "entry_id"),
        ("no passage", CorrectionKind::English, Some(id), None, "span_chars"),
        ("a passage too many", CorrectionKind::NotAnEntry, Some(id), Some((0, 3)), "span_chars"),
        ("beyond the end", CorrectionKind::Head, Some(id), Some((0, length + 1)), "span_chars"),
        ("empty", CorrectionKind::Head, Some(id), Some((3, 3)), "span_chars"),
        ("only line ends", CorrectionKind::Head, Some(id), Some((8, 10)), "span_chars"),
        ("Japanese as English", CorrectionKind::English, Some(id), Some((0, 8)), "span_chars"),
        ("no letter", CorrectionKind::Definition, Some(id), Some((14, 15)), "span_chars"),
    ] {
        let request = CorrectionRequest { kind, entry, span_chars: span };
        match service.correct(release, &request, "山田", NOW).await {
            Err(taiyaku::app::AppError::InvalidRequest { field: found, .. }) => assert_eq!(found, field, "{what}"),
            other => panic!("{what}: {other:?}"),
        }
    }
    assert_eq!(service.revision().await.unwrap(), revision);
    assert!(service.corrections(release).await.unwrap().is_empty());
    let unknown = service.delete_correction(release, taiyaku::model::CorrectionId::new(7), "山田", NOW).await;
    assert_eq!(unknown.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn decisions_and_their_undo_stand_beside_corrections() {
    let service = service("1").await;
    let release = ingest(&service).await;
    correct(&service, release, CorrectionKind::English, Some("神経"), Some("nerve fibre")).await.unwrap();
    let concepts = service.concepts(PROJECT, None, 200).await.unwrap();
    let term = concepts.iter().flat_map(|concept| &concept.terms).find(|term| term.text == "nerve fibre").unwrap().id;
    let request = DecisionRequest { decision: Decision::Reject { term }, basis: Basis::Present };
    let decided = service.decide(&request, "校閲者", NOW).await.unwrap().decision.unwrap();
    service.relink(PROJECT, NOW, |_| {}).await.unwrap();
    correct(&service, release, CorrectionKind::NotAnEntry, Some("細胞"), None).await.unwrap();
    assert!(english(&service, "神経").await.is_empty(), "a rejection outlives another correction");
    service.undo(decided.id, "校閲者", NOW).await.unwrap();
    assert_eq!(english(&service, "神経").await, ["nerve fibre"]);
    assert!(service.revision().await.unwrap() > Revision::START);
}
