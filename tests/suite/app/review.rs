//! Review: decisions are stored, survive reading releases again, and can be undone exactly.

use taiyaku::app::review::{
    Basis, Decision, DecisionOutcome, DecisionRequest, NoteScope, ReviewQuery, Standing, standing,
};
use taiyaku::app::{AppError, Service};
use taiyaku::model::{Concept, ConceptId, Entity, Lang, ReleaseId, Review, Revision, TermId, Usage};
use taiyaku::store::Store;

use super::{NOW, PROJECT, english, ingest, named, on, release, service};

pub(super) const WHO: &str = "山田";

pub(super) async fn decide(service: &Service, decision: Decision) -> DecisionOutcome {
    service.decide(&decision.into(), WHO, NOW).await.unwrap()
}

/// All concepts without the numbers that every change moves.
pub(super) async fn state(service: &Service) -> Vec<Concept> {
    let mut all = service.concepts(PROJECT, None, 1_000).await.unwrap();
    for concept in &mut all {
        concept.revision = Revision::START;
    }
    all
}

/// Two senses of one word, in two releases, one of them with two English terms, and a word of its own.
pub(super) async fn filled(rules: &str) -> Service {
    let service = service(rules).await;
    fill(&service).await;
    service
}

pub(super) async fn fill(service: &Service) {
    for (name, bytes) in releases() {
        ingest(service, name, bytes).await;
    }
}

pub(super) fn releases() -> [(&'static str, Vec<u8>); 4] {
    [
        ("1.txt", release("転移", "metastasis", "がん細胞が血管を通って別の臓器に移り、そこで増えること。")),
        ("2.txt", release("転移", "transfer", "ある課題で学んだ知識を別の課題の学習に役立てる手法。")),
        ("3.txt", release("光遺伝学", "optogenetic", "光で神経細胞の活動を操る技術。")),
        ("4.txt", release("光遺伝学", "optogenetic", "光を使って神経の働きを操る技術。")),
    ]
}

pub(super) async fn term_of(service: &Service, ja: &str, en: &str) -> (ConceptId, TermId) {
    let all = named(service, ja).await;
    let found = all.iter().find_map(|concept| english(concept, en).map(|term| (concept.id, term.id)));
    found.unwrap_or_else(|| panic!("no {en} of {ja}"))
}

pub(super) fn japanese(concept: &Concept, text: &str) -> TermId {
    concept.terms.iter().find(|term| term.lang == Lang::JA && term.text == text).unwrap().id
}

/// A term in short, with the number of its evidence.
type ShortTerm = (TermId, String, Usage, Review, usize);

#[tokio::test]
async fn a_page_of_the_queue_ends_where_its_concepts_would_be_too_large() {
    let service = filled("").await;
    let whole = service.review_queue(&ReviewQuery::default()).await.unwrap().items;
    let sizes: Vec<usize> = whole.iter().map(|item| item.concept.size()).collect();
    assert!(whole.len() > 2 && sizes.iter().all(|size| *size > 1), "{sizes:?}");
    // Filtered by their standing, items are counted after they were read, otherwise before.
    for standing in [None, Some(whole[0].standing)] {
        let wanted = whole.iter().filter(|item| standing.is_none_or(|standing| item.standing == standing));
        let wanted: Vec<TermId> = wanted.map(|item| item.term.id).collect();
        for most_parts in [0, 1, sizes[0], sizes[0] + sizes[1]] {
            let (mut found, mut after) = (Vec::new(), None);
            loop {
                let query = ReviewQuery { most_parts, standing, after, ..ReviewQuery::default() };
                let page = service.review_queue(&query).await.unwrap();
                let parts: usize = page.items.iter().map(|item| item.concept.size()).sum();
                assert!(page.items.len() <= 1 || parts <= most_parts, "{parts} of {most_parts}");
                found.extend(page.items.iter().map(|item| item.term.id));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(found, wanted, "{most_parts} {standing:?}");
        }
    }
}

#[tokio::test]
async fn an_accepted_pair_is_approved_on_both_sides_and_leaves_the_queue() {
    let service = filled("").await;
    let (concept, term) = term_of(&service, "光遺伝学", "optogenetic").await;
    let open = service.review_queue(&ReviewQuery::default()).await.unwrap();
    assert!(open.items.iter().any(|item| item.term.id == term));
    let decided = decide(&service, Decision::Accept { term }).await;
    let decision = decided.decision.unwrap();
    assert_eq!((decision.kind.as_str(), decision.actor.as_str(), decision.at.as_str()), ("accept", WHO, NOW));
    assert_eq!(decision.summary, "accepted `optogenetic` for `光遺伝学`");
    for term in &decided.concept.terms {
        assert_eq!(term.review, Review::Approved, "{}", term.text);
    }
    let open = service.review_queue(&ReviewQuery::default()).await.unwrap();
    assert!(open.items.iter().all(|item| item.concept.id != concept));
    let again = decide(&service, Decision::Accept { term }).await;
    assert_eq!(again.decision, None, "what is so already is no decision");
    let change = service.changes(Revision::new(decision.revision.get() - 10), 100).await.unwrap();
    let of_term =
        change.iter().rev().find(|change| change.entity == Entity::Term && change.entity_id == term.get()).unwrap();
    assert_eq!((of_term.actor.as_str(), of_term.detail["decision"].as_i64()), (WHO, Some(decision.id.get())));
    assert_eq!(of_term.detail["before"]["review"], "suggested");
}

#[tokio::test]
async fn the_queue_starts_with_the_most_used_and_least_certain_terms_and_pages_through_all() {
    let service = filled("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    let mut query = ReviewQuery { limit: 200, ..ReviewQuery::default() };
    let mut seen = Vec::new();
    loop {
        let page = service.review_queue(&query).await.unwrap();
        seen.extend(page.items);
        match page.next {
            Some(next) => query.after = Some(next),
            None => break,
        }
    }
    assert!(seen.is_sorted_by_key(|item| (-item.priority, item.term.id)), "{:?}", seen.first());
    assert!(seen.iter().all(|item| item.term.lang.is_english() && item.standing == standing(&item.term)));
    let mut ids: Vec<_> = seen.iter().map(|item| item.term.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), seen.len(), "each once");
    let disputed = seen.iter().find(|item| item.term.text == "metastasis" && item.releases > 0).unwrap();
    assert!(!disputed.concept.conflicts.is_empty());
    assert!(disputed.uncertainty > 0.5, "a conflict makes it worth a look");
    assert!(disputed.rivals.iter().any(|rival| rival.text == "transfer"));
    for wanted in [Standing::Candidate, Standing::Suggested, Standing::SuggestedStrong] {
        let query = ReviewQuery { standing: Some(wanted), limit: 200, ..ReviewQuery::default() };
        let some = service.review_queue(&query).await.unwrap();
        assert!(some.items.iter().all(|item| item.standing == wanted), "{wanted:?}");
    }
    let strong = ReviewQuery { standing: Some(Standing::SuggestedStrong), ..ReviewQuery::default() };
    assert!(!service.review_queue(&strong).await.unwrap().items.is_empty(), "starter and release together are strong");
    let release = disputed.term.evidence.iter().find_map(|one| one.release_id).unwrap();
    let of_release = ReviewQuery { release: Some(release), ..ReviewQuery::default() };
    let of_release = service.review_queue(&of_release).await.unwrap();
    assert!(of_release.items.iter().all(|item| item.term.evidence.iter().any(|one| one.release_id == Some(release))));
    assert!(!of_release.items.is_empty());
    for (query, code) in [
        (ReviewQuery { limit: 0, ..ReviewQuery::default() }, "invalid_request"),
        (ReviewQuery { standing: Some(Standing::Approved), ..ReviewQuery::default() }, "invalid_request"),
        (ReviewQuery { projects: vec!["無".to_owned()], ..ReviewQuery::default() }, "not_found"),
    ] {
        assert_eq!(service.review_queue(&query).await.unwrap_err().code(), code);
    }
}

#[tokio::test]
async fn a_decision_on_an_outdated_state_is_rejected_and_says_who_changed_it() {
    let service = filled("").await;
    let (concept, term) = term_of(&service, "光遺伝学", "optogenetic").await;
    let seen = service.concept(concept).await.unwrap().revision;
    service
        .decide(&Decision::Usage { term, usage: Usage::Admitted, replacement: None }.into(), "佐藤", NOW)
        .await
        .unwrap();
    let late = DecisionRequest { decision: Decision::Reject { term }, basis: Basis::Concept(seen) };
    match service.decide(&late, WHO, NOW).await.unwrap_err() {
        AppError::RevisionConflict { concept: which, given, found, actor, .. } => {
            assert_eq!((which, given, actor.as_str()), (concept, seen, "佐藤"));
            assert!(found > seen);
            let again = DecisionRequest { decision: Decision::Reject { term }, basis: Basis::Concept(found) };
            assert!(service.decide(&again, WHO, NOW).await.unwrap().decision.is_some());
        }
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn each_language_has_one_preferred_term_and_a_retired_one_names_its_replacement() {
    let service = filled("").await;
    let (concept, first) = term_of(&service, "転移", "metastasis").await;
    let (other, second) = term_of(&service, "転移", "transfer").await;
    decide(&service, Decision::Merge { into: concept, from: other }).await;
    decide(&service, Decision::Usage { term: second, usage: Usage::Preferred, replacement: None }).await;
    let merged = service.concept(concept).await.unwrap();
    let preferred: Vec<_> =
        merged.terms.iter().filter(|term| term.lang == Lang::EN && term.usage == Usage::Preferred).collect();
    assert_eq!(preferred.iter().map(|term| term.id).collect::<Vec<_>>(), [second]);
    decide(&service, Decision::Retire { term: second, replacement: Some(first) }).await;
    let retired = service.concept(concept).await.unwrap();
    assert_eq!(english(&retired, "transfer").unwrap().usage, Usage::Deprecated);
    assert_eq!(english(&retired, "metastasis").unwrap().usage, Usage::Preferred);
    for (decision, code) in [
        (Decision::Usage { term: first, usage: Usage::Preferred, replacement: Some(second) }, "invalid_request"),
        (Decision::Retire { term: first, replacement: Some(first) }, "invalid_request"),
        (Decision::Retire { term: TermId::new(9_999), replacement: None }, "not_found"),
        (Decision::Merge { into: concept, from: concept }, "invalid_request"),
        (Decision::Merge { into: concept, from: ConceptId::new(9_999) }, "not_found"),
        (Decision::Split { concept, terms: vec![] }, "invalid_request"),
        (Decision::Edit { term: first, text: " ".to_owned() }, "invalid_request"),
        (Decision::Edit { term: first, text: "transfer".to_owned() }, "invalid_request"),
        (Decision::Note { concept, text: String::new(), scope: NoteScope::Project }, "invalid_request"),
        (Decision::Scope { concept, release: Some(ReleaseId::new(9_999)) }, "invalid_request"),
    ] {
        let before = state(&service).await;
        let error = service.decide(&decision.clone().into(), WHO, NOW).await.unwrap_err();
        assert_eq!(error.code(), code, "{decision:?}: {error}");
        assert_eq!(state(&service).await, before, "{decision:?} leaves nothing behind");
    }
}

#[tokio::test]
async fn every_decision_survives_reading_the_releases_again_with_newer_rules() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("base.db")).await.unwrap();
    let old = on(store.clone(), "old");
    fill(&old).await;
    let (cancer, metastasis) = term_of(&old, "転移", "metastasis").await;
    let (learning, transfer) = term_of(&old, "転移", "transfer").await;
    let (optics, optogenetic) = term_of(&old, "光遺伝学", "optogenetic").await;
    decide(&old, Decision::Edit { term: optogenetic, text: "optogenetics".to_owned() }).await;
    let ja = japanese(&old.concept(optics).await.unwrap(), "光遺伝学");
    decide(&old, Decision::Edit { term: ja, text: "光遺伝学法".to_owned() }).await;
    decide(&old, Decision::Merge { into: cancer, from: learning }).await;
    decide(&old, Decision::Reject { term: transfer }).await;
    decide(
        &old,
        Decision::Note { concept: cancer, text: "医学".to_owned(), scope: NoteScope::Field("medicine".to_owned()) },
    )
    .await;
    decide(&old, Decision::Usage { term: metastasis, usage: Usage::Preferred, replacement: None }).await;
    let terms = |all: &[Concept]| -> Vec<(ConceptId, Vec<ShortTerm>)> {
        all.iter()
            .map(|concept| {
                let mut terms: Vec<_> = concept
                    .terms
                    .iter()
                    // What was rejected may lose its evidence, nothing else may.
                    .map(|term| {
                        let proofs = if term.review == Review::Rejected { 0 } else { term.evidence.len() };
                        (term.id, term.text.clone(), term.usage, term.review, proofs)
                    })
                    .collect();
                terms.sort();
                (concept.id, terms)
            })
            .collect()
    };
    let before = terms(&state(&old).await);
    let new = on(store, "new");
    fill(&new).await;
    assert_eq!(terms(&state(&new).await), before);
    assert_eq!(new.concept(cancer).await.unwrap().notes, ["医学"]);
    ingest(&new, "5.txt", release("光遺伝学", "optogenetic", "光で神経細胞の活動を操る新しい技術。")).await;
    let optics = new.concept(optics).await.unwrap();
    assert!(named(&new, "光遺伝学").await.is_empty(), "the corrected name takes what documents say of the old one");
    assert_eq!(
        english(&optics, "optogenetics").unwrap().evidence.iter().filter(|one| one.release_id.is_some()).count(),
        3
    );
}

#[tokio::test]
async fn a_split_sense_keeps_its_release_when_it_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("base.db")).await.unwrap();
    let old = on(store.clone(), "old");
    fill(&old).await;
    let (cancer, _) = term_of(&old, "転移", "metastasis").await;
    let (learning, transfer) = term_of(&old, "転移", "transfer").await;
    decide(&old, Decision::Merge { into: cancer, from: learning }).await;
    let made = decide(&old, Decision::Split { concept: cancer, terms: vec![transfer] }).await.made.unwrap();
    let facts = async |service: &Service| {
        let mut facts = Vec::new();
        for id in [cancer, made] {
            let concept = service.concept(id).await.unwrap();
            let terms: Vec<_> = concept.terms.iter().map(|term| (term.id, term.text.clone(), term.review)).collect();
            let definitions: Vec<_> = concept.definitions.iter().map(|one| one.text.clone()).collect();
            facts.push((terms, definitions));
        }
        facts
    };
    let before = facts(&old).await;
    assert_eq!(before[1].0.iter().map(|(_, text, _)| text.as_str()).collect::<Vec<_>>(), ["転移", "transfer"]);
    assert!(before[1].1[0].starts_with("ある課題"), "the definition goes with its release");
    let new = on(store, "new");
    fill(&new).await;
    assert_eq!(facts(&new).await, before);
    assert_eq!(named(&new, "転移").await.len(), 2);
}

#[tokio::test]
async fn a_concept_limited_to_one_release_is_not_joined_by_others() {
    let service = filled("").await;
    let (concept, term) = term_of(&service, "光遺伝学", "optogenetic").await;
    let release_id = service.concept(concept).await.unwrap().terms[0].evidence[0].release_id;
    decide(&service, Decision::Scope { concept, release: release_id }).await;
    ingest(&service, "5.txt", release("光遺伝学", "optogenetic", "光で神経細胞の活動を操る技術のこと。")).await;
    assert_eq!(named(&service, "光遺伝学").await.len(), 2, "another release has a sense of its own");
    assert_eq!(term_of(&service, "光遺伝学", "optogenetic").await, (concept, term));
    let item = service.review_queue(&ReviewQuery::default()).await.unwrap().items;
    let item = item.into_iter().find(|item| item.term.id == term).unwrap();
    assert_eq!(item.scope_release_id, release_id);
}

#[tokio::test]
async fn a_rejected_pair_returns_only_with_a_new_type_of_evidence() {
    let service = service("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    let (concept, term) = term_of(&service, "転移", "metastasis").await;
    let review = async || english(&service.concept(concept).await.unwrap(), "metastasis").unwrap().review;
    decide(&service, Decision::Reject { term }).await;
    ingest(&service, "1.txt", release("光遺伝学", "optogenetics", "光で操る技術。")).await;
    assert_eq!(review().await, Review::Rejected);
    ingest(&service, "2.txt", release("転移", "metastasis", "がん細胞が別の臓器に移り、そこで増えること。")).await;
    assert_eq!(term_of(&service, "転移", "metastasis").await, (concept, term), "a gloss is new, so it is open again");
    assert!(matches!(review().await, Review::Suggested));
    let open = service.concept(concept).await.unwrap();
    assert!(english(&open, "metastasis").unwrap().evidence.iter().any(|one| one.release_id.is_some()));
    decide(&service, Decision::Reject { term }).await;
    ingest(&service, "3.txt", release("転移", "metastasis", "がん細胞が血管で運ばれて別の臓器で増えること。")).await;
    assert_eq!(review().await, Review::Rejected, "now a gloss is nothing new");
    assert!(named(&service, "転移").await.iter().all(|one| one.id == concept || english(one, "metastasis").is_none()));
}

#[tokio::test]
async fn a_rejected_japanese_term_does_not_come_back() {
    let service = filled("").await;
    let (concept, _) = term_of(&service, "光遺伝学", "optogenetic").await;
    let term = japanese(&service.concept(concept).await.unwrap(), "光遺伝学");
    let rejected = decide(&service, Decision::Reject { term }).await.decision.unwrap();
    ingest(&service, "5.txt", release("光遺伝学", "optogenetic", "光で神経細胞の活動を操る技術のこと。")).await;
    assert_eq!(named(&service, "光遺伝学").await.len(), 1, "no concept beside the one that has it as rejected");
    service.undo(rejected.id, WHO, NOW).await.unwrap();
    ingest(&service, "6.txt", release("光遺伝学", "optogenetic", "光で神経細胞の活動を操る技術の名。")).await;
    let after = named(&service, "光遺伝学").await;
    assert_eq!(after.len(), 1);
    assert!(after[0].definitions.iter().any(|one| one.text.ends_with("技術の名。")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_concurrent_decisions_on_one_state_one_succeeds_and_the_others_are_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("base.db")).await.unwrap();
    let service = on(store, "");
    fill(&service).await;
    let (concept, term) = term_of(&service, "光遺伝学", "optogenetic").await;
    let seen = service.concept(concept).await.unwrap().revision;
    let deciders = (0..8).map(|number| {
        let service = service.clone();
        tokio::spawn(async move {
            let edit = Decision::Edit { term, text: format!("optogenetics {number}") };
            service
                .decide(
                    &DecisionRequest { decision: edit, basis: Basis::Concept(seen) },
                    &format!("decider {number}"),
                    NOW,
                )
                .await
        })
    });
    let mut won = Vec::new();
    for decider in deciders.collect::<Vec<_>>() {
        match decider.await.unwrap() {
            Ok(decided) => won.push(decided.concept),
            Err(error) => assert_eq!(error.code(), "revision_conflict"),
        }
    }
    assert_eq!(won.len(), 1);
    let concept_after = service.concept(concept).await.unwrap();
    assert_eq!(concept_after.terms, won[0].terms);
}
