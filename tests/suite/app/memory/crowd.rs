//! Many readers and writers at once, on two services over one file: every answer is one that some moment allows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use taiyaku::app::Service;
use taiyaku::app::concordance::Occurrence;
use taiyaku::app::live::memory::Progress;
use taiyaku::model::{Review, SegmentId};

use super::super::ingest;
use super::{NOW, PROJECT, about, close, decide, fresh, open, remember, titled};

/// How long the test runs.
const WHILE: Duration = Duration::from_secs(10);
/// The fewest rounds of every member.
const ROUNDS: usize = 12;

/// What was committed: segments that must be found, by their number and the token in both of their texts, and those that
/// must not be shown any more.
#[derive(Default)]
struct CommittedSegments {
    present: BTreeMap<SegmentId, String>,
    /// Those of releases that the member who added them will delete.
    visiting: BTreeSet<SegmentId>,
    deleted: BTreeSet<SegmentId>,
    tokens: u64,
}

type Shared = Arc<Mutex<CommittedSegments>>;

/// A token no other text holds: letters only, so that it is no number, and of one length, so that none is in another.
fn token(shared: &Shared) -> String {
    let mut shared = shared.lock().unwrap();
    shared.tokens += 1;
    let mut number = shared.tokens.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let letter = |number: &mut u64| {
        let letter = char::from(b'a' + u8::try_from(*number % 20).unwrap());
        *number /= 20;
        letter
    };
    (0..12).map(|_| letter(&mut number)).collect()
}

/// Removes a segment from those that must be found, before it is changed or deleted.
fn remove_expected(shared: &Shared, pick: usize) -> Option<(SegmentId, String)> {
    let mut shared = shared.lock().unwrap();
    let staying: Vec<SegmentId> = shared.present.keys().copied().filter(|id| !shared.visiting.contains(id)).collect();
    let id = *staying.get(pick % staying.len().max(1))?;
    shared.present.remove_entry(&id)
}

fn record_deletion(shared: &Shared, id: SegmentId) {
    shared.lock().unwrap().deleted.insert(id);
}

/// The token after `mark`.
fn token_in(text: &str, mark: &str) -> String {
    let start = text.find(mark).unwrap_or_else(|| panic!("no `{mark}` in `{text}`")) + mark.len();
    text[start..].chars().take_while(char::is_ascii_lowercase).collect()
}

/// Inserts segments and waits until both services have them. That answers are not complete while an index is behind is
/// tested elsewhere.
async fn insert_segments(service: &Service, other: &Service, shared: &Shared, round: usize) {
    let tokens: Vec<String> = (0..20 + 130 * (round % 3)).map(|_| token(shared)).collect();
    let pairs: Vec<(String, String)> = tokens
        .iter()
        .enumerate()
        .map(|(number, token)| (format!("{number}番の印{token}を見た"), format!("Saw mark {token} of number {number}")))
        .collect();
    let ids = remember(service, PROJECT, &pairs).await;
    let last = about(tokens.last().unwrap());
    shared.lock().unwrap().present.extend(ids.into_iter().zip(tokens));
    for service in [service, other] {
        service.concordance(&last).await.unwrap();
    }
}

async fn decide_on_segment(service: &Service, shared: &Shared, round: usize) {
    let Some((id, token)) = remove_expected(shared, 7 * round) else { return };
    if round.is_multiple_of(3) {
        decide(service, id, Review::Rejected, None).await;
        record_deletion(shared, id);
    } else {
        let target = format!("Round {round} changed mark {token} for good");
        decide(service, id, Review::Approved, Some(&target)).await;
        shared.lock().unwrap().present.insert(id, token);
    }
}

async fn add_and_delete_release(service: &Service, shared: &Shared, round: usize) {
    let token = token(shared);
    let release = titled(&format!("第{round}回の印{token}の研究"), &format!("Study {round} of mark {token} in cells"));
    let release = ingest(service, &format!("{token}.txt"), release).await.release_id.unwrap();
    let ids: Vec<SegmentId> =
        service.release(release).await.unwrap().segments.into_iter().map(|segment| segment.id).collect();
    assert_eq!(ids.len(), 1);
    {
        let mut shared = shared.lock().unwrap();
        shared.visiting.insert(ids[0]);
        shared.present.insert(ids[0], token);
    }
    search_and_compare(service, shared, round).await;
    shared.lock().unwrap().present.remove(&ids[0]);
    service.delete_release(release, "somebody", NOW).await.unwrap();
    record_deletion(shared, ids[0]);
}

/// Searches for one stored segment, and for a text that all have in common; checks everything that is found.
async fn search_and_compare(service: &Service, shared: &Shared, round: usize) {
    let (chosen, before) = {
        let shared = shared.lock().unwrap();
        let count = shared.present.len().max(1);
        let chosen = shared.present.iter().nth_back((13 * round) % count).map(|(id, token)| (*id, token.clone()));
        (chosen, shared.deleted.clone())
    };
    if let Some((id, token)) = &chosen {
        let query = about(&token.to_uppercase());
        let found = service.concordance(&query).await.unwrap();
        check(&found.occurrences, &before);
        let ids: Vec<SegmentId> = found.occurrences.iter().map(|occurrence| occurrence.segment.id).collect();
        let is_there = shared.lock().unwrap().present.contains_key(id);
        assert!(found.complete, "{token}");
        assert!(ids == [*id] || (ids.is_empty() && !is_there), "{id} {token}: {ids:?}");
    }
    let query = about(if round.is_multiple_of(2) { "の印" } else { "mark" });
    check(&service.concordance(&query).await.unwrap().occurrences, &before);
}

fn check(found: &[Occurrence], deleted: &BTreeSet<SegmentId>) {
    assert!(found.windows(2).all(|pair| pair[0].segment.id > pair[1].segment.id));
    for occurrence in found {
        let pair = &occurrence.segment.segment;
        assert!(!deleted.contains(&occurrence.segment.id), "gone before the question: {pair:?}");
        assert_eq!(token_in(&pair.source, "の印"), token_in(&pair.target, "mark "), "a torn pair");
        for (text, spans) in [(&pair.source, &occurrence.source_spans), (&pair.target, &occurrence.target_spans)] {
            assert!(spans.iter().all(|span| !span.of(text).is_empty()));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn readers_and_writers_at_once_never_see_what_no_moment_allows() {
    let (folder, one) = fresh().await;
    let database = folder.path().join("terms.db");
    let other = open(&database).await;
    let shared = Shared::default();
    insert_segments(&one, &other, &shared, 2).await;
    let began = Instant::now();
    let mut crowd = Vec::new();
    for member in 0..8_usize {
        let (service, second) =
            if member % 2 == 0 { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) };
        let shared = Arc::clone(&shared);
        crowd.push(tokio::spawn(async move {
            let mut round = 0;
            while round < ROUNDS || began.elapsed() < WHILE {
                round += 1;
                match member {
                    0 => insert_segments(&service, &second, &shared, round).await,
                    1 => decide_on_segment(&service, &shared, round).await,
                    2 | 3 => add_and_delete_release(&service, &shared, round).await,
                    4 if round.is_multiple_of(5) => {
                        service.prepare_memory(&Progress::none()).await.unwrap();
                        service.save_memory().await;
                    }
                    _ => search_and_compare(&service, &shared, round + member).await,
                }
            }
        }));
    }
    for member in crowd {
        member.await.unwrap();
    }
    // What is there in the end is found by both, and by one that begins with the files they left.
    one.save_memory().await;
    let third = open(&database).await;
    let there: Vec<(SegmentId, String)> =
        shared.lock().unwrap().present.iter().map(|(id, token)| (*id, token.clone())).step_by(29).collect();
    assert!(!there.is_empty());
    for service in [&one, &other, &third] {
        for (id, token) in &there {
            assert_eq!(super::holding(service, token).await, [*id], "{token}");
        }
    }
    one.store().check_integrity().await.unwrap();
    for service in [one, other, third] {
        close(service).await;
    }
}
