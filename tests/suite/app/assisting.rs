//! What is offered for a segment is what judging every segment of the memory would offer.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use taiyaku::app::Service;
use taiyaku::app::assist::{AssistQuery, AssistText, MemoryFilter, MemoryMatch};
use taiyaku::model::{Lang, Neighbours, Provenance, Review, Segment, SegmentId, fingerprint};
use taiyaku::store::NewSegment;
use taiyaku::suggest::{MemorySegment, PenaltyPoints, SegmentQuery, compare_matches, evaluate};
use taiyaku::text::tokeniser::Tokeniser;

use super::{NOW, PROJECT, service};

/// Random numbers (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    fn any<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// A sentence of few words and numbers, so that many are alike, with a translation that sometimes lacks a number.
fn pair(dice: &mut Dice) -> (String, String) {
    let subjects = [("マウス", "mice"), ("細胞", "cells"), ("𠮷田氏", "Yoshida"), ("ﾗｯﾄ", "rats"), ("遺伝子", "genes")];
    let verbs = [("を調べた", "were studied"), ("が増えた", "increased"), ("は失われた", "were lost")];
    let ((subject, en), (verb, did)) = (subjects[dice.below(5)], verbs[dice.below(3)]);
    let (count, year) = (2 + dice.below(40), 2015 + dice.below(8));
    let tail = dice.any(&["。", "", "と考えられる。", "ことを示した。"]);
    let source = match dice.below(3) {
        0 => format!("{year}年に{count}匹の{subject}{verb}{tail}"),
        1 => format!("{subject}{verb}{tail}"),
        _ => format!("{count}％の{subject}では、脳の{subject}{verb}{tail}"),
    };
    let target = match dice.below(3) {
        0 => format!("In {year}, {count} {en} {did}."),
        1 => format!("{en} {did}"),
        _ => format!("{count}% of {en} {did}, {count} in all ({year})."),
    };
    (source, target)
}

/// A segment, how it is reviewed, and where it comes from.
type Row = (Segment, Review, Provenance);

struct RandomMemory {
    segments: Vec<Row>,
}

fn random_memory(dice: &mut Dice, count: usize) -> RandomMemory {
    let pairs: Vec<(String, String)> = (0..count).map(|_| pair(dice)).collect();
    let segments = (0..count)
        .map(|at| {
            let (source, target) = pairs[at].clone();
            let confidence = [0.2, 0.5, 0.9][dice.below(3)];
            let review = [Review::Approved, Review::Suggested, Review::Suggested, Review::Rejected][dice.below(4)];
            let origin = ["memory.tmx", "ingest"][dice.below(2)];
            let field = [None, Some("physics"), Some("life-sciences")][dice.below(3)];
            let before = at.checked_sub(1).map(|before| fingerprint(&pairs[before].0));
            let after = pairs.get(at + 1).map(|after| fingerprint(&after.0));
            let unit = (dice.below(10) == 0).then(|| format!("unit.{}", dice.below(20)));
            let (source_lang, target_lang) = (Lang::JA, Lang::EN);
            let segment = Segment { source_lang, target_lang, source, target, confidence };
            let provenance = Provenance {
                field: field.map(str::to_owned),
                neighbours: Neighbours { before, after },
                key: unit,
                ..Provenance::of(origin)
            };
            (segment, review, provenance)
        })
        .collect();
    RandomMemory { segments }
}

async fn insert_memory(service: &Service, memory: &RandomMemory) -> Vec<SegmentId> {
    let new: Vec<NewSegment<'_>> = memory
        .segments
        .iter()
        .map(|(segment, review, provenance)| NewSegment {
            segment,
            source_key: &segment.source,
            review: *review,
            provenance,
        })
        .collect();
    let mut write = service.store().write("import", NOW).await.unwrap();
    let project = write.ensure_project(PROJECT).await.unwrap();
    let ids = write.insert_segments(project, None, &new).await.unwrap();
    write.commit().await.unwrap();
    ids
}

/// Every segment judged, the best first, no pair twice.
async fn all_judged(service: &Service, ids: &[SegmentId], query: &AssistQuery, text: &AssistText) -> Vec<MemoryMatch> {
    let words = Tokeniser::by_script();
    let question = SegmentQuery::new(text.text.clone(), query.source_lang.clone(), query.target_lang.clone(), &words);
    let question = SegmentQuery {
        previous: text.previous.clone(),
        next: text.next.clone(),
        key: text.key.clone(),
        field: query.field.clone(),
        ..question
    };
    let stored = service.store().segments_by_ids(ids).await.unwrap();
    let mut targets: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for segment in stored.iter().filter(|segment| segment.review != Review::Rejected) {
        targets.entry(segment.segment.source.clone()).or_default().insert(segment.segment.target.clone());
    }
    let filter = &query.filter;
    let mut matches: Vec<MemoryMatch> = stored
        .into_iter()
        .filter(|segment| segment.review != Review::Rejected)
        .filter(|segment| filter.review.is_empty() || filter.review.contains(&segment.review))
        .filter(|segment| {
            filter.fields.is_empty()
                || segment.provenance.field.as_ref().is_some_and(|field| filter.fields.contains(field))
        })
        .map(|segment| {
            let target_count = targets[&segment.segment.source].len();
            let segment = MemorySegment {
                id: segment.id,
                project: PROJECT.to_owned(),
                release_id: None,
                review: segment.review,
                segment: segment.segment,
                provenance: segment.provenance,
                reversed: false,
                target_count,
                terms: Vec::new(),
            };
            evaluate(&question, segment, &PenaltyPoints::default(), &words)
        })
        .filter(|offer| offer.is_offered(query.floor))
        .collect();
    matches.sort_by(compare_matches);
    let mut seen = BTreeSet::new();
    matches.retain(|offer| seen.insert((offer.source.clone(), offer.target.clone())));
    matches.truncate(query.limit);
    matches
}

#[tokio::test]
async fn offers_are_those_of_judging_every_segment() {
    let mut dice = Dice(7);
    let service = service("").await;
    let memory = random_memory(&mut dice, 700);
    let ids = insert_memory(&service, &memory).await;
    let mut found = 0;
    for round in 0..120 {
        let at = dice.below(memory.segments.len() - 2) + 1;
        let source = |at: usize| memory.segments[at].0.source.clone();
        let text = match dice.below(3) {
            0 => source(at),
            1 => pair(&mut dice).0,
            _ => source(at).replace("細胞", "組織").replace('の', ""),
        };
        let (previous, next) = if round % 2 == 0 { (Some(source(at - 1)), Some(source(at + 1))) } else { (None, None) };
        let unit = (round % 5 == 0).then(|| format!("unit.{}", dice.below(20)));
        let text = AssistText { text, previous, next, key: unit, ..AssistText::default() };
        let filter = MemoryFilter {
            review: if round % 7 == 0 { vec![Review::Approved] } else { Vec::new() },
            fields: if round % 6 == 0 { vec!["physics".to_owned()] } else { Vec::new() },
            ..MemoryFilter::default()
        };
        let query = AssistQuery {
            projects: vec![PROJECT.to_owned()],
            limit: [1, 3, 10, 40][dice.below(4)],
            floor: [50, 60, 70, 90][dice.below(4)],
            field: (round % 3 == 0).then(|| "life-sciences".to_owned()),
            filter,
            budget: Duration::from_secs(120),
            ..AssistQuery::new(vec![text.clone()], Lang::JA, Lang::EN)
        };
        let expected = all_judged(&service, &ids, &query, &text).await;
        let (_, answer) = service.assist(query.clone()).await.unwrap();
        let offered = &answer.suggestions[0];
        assert!(offered.complete, "{query:?}");
        let short = |offers: &[MemoryMatch]| -> Vec<(u8, SegmentId)> {
            offers.iter().map(|offer| (offer.score, offer.segment_id)).collect()
        };
        assert_eq!(short(&offered.matches), short(&expected), "{query:?}");
        found += expected.len();
    }
    assert!(found > 500, "{found}");
}

#[tokio::test]
async fn without_time_an_offer_says_that_it_is_not_complete() {
    let service = service("").await;
    let memory = random_memory(&mut Dice(3), 6_000);
    insert_memory(&service, &memory).await;
    service.prepare_memory(&taiyaku::app::live::memory::Progress::none()).await.unwrap();
    let text = memory.segments[5].0.source.clone();
    let texts = vec![AssistText { text, ..AssistText::default() }; 20];
    let query = AssistQuery { budget: Duration::ZERO, floor: 50, ..AssistQuery::new(texts, Lang::JA, Lang::EN) };
    let (_, answer) = service.assist(query).await.unwrap();
    assert!(answer.suggestions.iter().all(|offered| !offered.complete));
}
