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

/// How long the crowd is at it.
const WHILE: Duration = Duration::from_secs(10);
/// How often everybody does something at least.
const ROUNDS: usize = 12;

/// What was committed: segments that must be found, by their number and the token in both of their texts, and those that
/// must not be shown any more.
#[derive(Default)]
struct Known {
    there: BTreeMap<SegmentId, String>,
    /// Those of releases that will be deleted by whoever brought them.
    visiting: BTreeSet<SegmentId>,
    gone: BTreeSet<SegmentId>,
    tokens: u64,
}

type Shared = Arc<Mutex<Known>>;

/// A token no other text holds: letters only, so that it is no number, and of one length, so that none is in another.
fn token(known: &Shared) -> String {
    let mut known = known.lock().unwrap();
    known.tokens += 1;
    let mut number = known.tokens.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let letter = |number: &mut u64| {
        let letter = char::from(b'a' + u8::try_from(*number % 20).unwrap());
        *number /= 20;
        letter
    };
    (0..12).map(|_| letter(&mut number)).collect()
}

/// Takes a segment out of those that must be found, before something happens to it.
fn doom(known: &Shared, pick: usize) -> Option<(SegmentId, String)> {
    let mut known = known.lock().unwrap();
    let staying: Vec<SegmentId> = known.there.keys().copied().filter(|id| !known.visiting.contains(id)).collect();
    let id = *staying.get(pick % staying.len().max(1))?;
    known.there.remove_entry(&id)
}

fn gone(known: &Shared, id: SegmentId) {
    known.lock().unwrap().gone.insert(id);
}

/// The token after `mark`.
fn token_in(text: &str, mark: &str) -> String {
    let start = text.find(mark).unwrap_or_else(|| panic!("no `{mark}` in `{text}`")) + mark.len();
    text[start..].chars().take_while(char::is_ascii_lowercase).collect()
}

/// Puts segments in, and waits until both services know them: whoever writes faster than an index can follow is told that
/// answers are not complete, which is tested elsewhere.
async fn put_in(service: &Service, other: &Service, known: &Shared, round: usize) {
    let tokens: Vec<String> = (0..20 + 130 * (round % 3)).map(|_| token(known)).collect();
    let pairs: Vec<(String, String)> = tokens
        .iter()
        .enumerate()
        .map(|(number, token)| (format!("{number}番の印{token}を見た"), format!("Saw mark {token} of number {number}")))
        .collect();
    let ids = remember(service, PROJECT, &pairs).await;
    let last = about(tokens.last().unwrap());
    known.lock().unwrap().there.extend(ids.into_iter().zip(tokens));
    for service in [service, other] {
        service.concordance(&last).await.unwrap();
    }
}

async fn change(service: &Service, known: &Shared, round: usize) {
    let Some((id, token)) = doom(known, 7 * round) else { return };
    if round.is_multiple_of(3) {
        decide(service, id, Review::Rejected, None).await;
        gone(known, id);
    } else {
        let target = format!("Round {round} changed mark {token} for good");
        decide(service, id, Review::Approved, Some(&target)).await;
        known.lock().unwrap().there.insert(id, token);
    }
}

async fn come_and_go(service: &Service, known: &Shared, round: usize) {
    let token = token(known);
    let release = titled(&format!("第{round}回の印{token}の研究"), &format!("Study {round} of mark {token} in cells"));
    let release = ingest(service, &format!("{token}.txt"), release).await.release_id.unwrap();
    let ids: Vec<SegmentId> =
        service.release(release).await.unwrap().segments.into_iter().map(|segment| segment.id).collect();
    assert_eq!(ids.len(), 1);
    {
        let mut known = known.lock().unwrap();
        known.visiting.insert(ids[0]);
        known.there.insert(ids[0], token);
    }
    ask(service, known, round).await;
    known.lock().unwrap().there.remove(&ids[0]);
    service.delete_release(release, "somebody", NOW).await.unwrap();
    gone(known, ids[0]);
}

/// Asks for one segment that is there, and for what all have in common; and looks at everything that comes.
async fn ask(service: &Service, known: &Shared, round: usize) {
    let (chosen, before) = {
        let known = known.lock().unwrap();
        let count = known.there.len().max(1);
        let chosen = known.there.iter().nth_back((13 * round) % count).map(|(id, token)| (*id, token.clone()));
        (chosen, known.gone.clone())
    };
    if let Some((id, token)) = &chosen {
        let query = about(&token.to_uppercase());
        let found = service.concordance(&query).await.unwrap();
        check(&found.occurrences, &before);
        let ids: Vec<SegmentId> = found.occurrences.iter().map(|occurrence| occurrence.segment.id).collect();
        let is_there = known.lock().unwrap().there.contains_key(id);
        assert!(found.complete, "{token}");
        assert!(ids == [*id] || (ids.is_empty() && !is_there), "{id} {token}: {ids:?}");
    }
    let query = about(if round.is_multiple_of(2) { "の印" } else { "mark" });
    check(&service.concordance(&query).await.unwrap().occurrences, &before);
}

fn check(found: &[Occurrence], gone: &BTreeSet<SegmentId>) {
    assert!(found.windows(2).all(|pair| pair[0].segment.id > pair[1].segment.id));
    for occurrence in found {
        let pair = &occurrence.segment.segment;
        assert!(!gone.contains(&occurrence.segment.id), "gone before the question: {pair:?}");
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
    let known = Shared::default();
    put_in(&one, &other, &known, 2).await;
    let began = Instant::now();
    let mut crowd = Vec::new();
    for member in 0..8_usize {
        let (service, second) =
            if member % 2 == 0 { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) };
        let known = Arc::clone(&known);
        crowd.push(tokio::spawn(async move {
            let mut round = 0;
            while round < ROUNDS || began.elapsed() < WHILE {
                round += 1;
                match member {
                    0 => put_in(&service, &second, &known, round).await,
                    1 => change(&service, &known, round).await,
                    2 | 3 => come_and_go(&service, &known, round).await,
                    4 if round.is_multiple_of(5) => {
                        service.prepare_memory(&Progress::none()).await.unwrap();
                        service.save_memory().await;
                    }
                    _ => ask(&service, &known, round + member).await,
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
        known.lock().unwrap().there.iter().map(|(id, token)| (*id, token.clone())).step_by(29).collect();
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
