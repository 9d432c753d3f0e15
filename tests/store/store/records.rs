//! What is stored can be read back: releases with everything found in them, segments, decisions, concepts.

use taiyaku_language::model::{
    Concept, ConceptId, Conflict, ConflictKind, Definition, Evidence, Lang, PartOfSpeech, ProjectId, Provenance,
    Reading, ReadingOrigin, ReleaseId, Review, Revision, SegmentId, TermId, TermKind, Usage,
};
use taiyaku_store::store::{NewSegment, NewTerm, ReleaseFilter, TermKeys, Verdict};

use super::sample::{
    AT, LATER, doubts, entry, evidence, link, metadata, new_release, put_concept, put_findings, put_release, put_term,
    reference, release, segment, store, term, write,
};

#[tokio::test]
async fn a_release_and_all_found_in_it_come_back_as_they_went_in() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    assert_eq!(unit.ensure_project("既定").await.unwrap(), project);
    let id = put_release(&mut unit, project, "a").await;
    let (entry_id, link_id) = put_findings(&mut unit, project, id).await;
    unit.decide_pair(project, ("視床下部", "視床下部"), ("hypothalamus", "Hypothalamus"), Verdict::Rejected)
        .await
        .unwrap();
    let head = unit.release_by_hash(project, "a").await.unwrap().unwrap();
    assert!(unit.release_by_hash(project, "b").await.unwrap().is_none());
    unit.commit().await.unwrap();

    let kept = store.release(id).await.unwrap();
    assert_eq!(kept.release, release("a.html"));
    assert_eq!(kept.head, head);
    assert_eq!((kept.head.metadata, kept.head.doubts), (metadata(), doubts()));
    assert_eq!((kept.head.project.as_str(), kept.head.size, kept.head.ingested_at.as_str()), ("既定", 4_242, AT));
    let entries = store.entries_of(id).await.unwrap();
    assert_eq!((entries[0].id, &entries[0].entry), (entry_id, &entry("視床下部")));
    let references = store.references_of(id).await.unwrap();
    assert_eq!((&references[0].marker, references[0].entry_id), (&reference().marker, Some(entry_id)));
    let links = store.links_of(id).await.unwrap();
    assert_eq!((links[0].id, &links[0].link), (link_id, &link("視床下部", "hypothalamus", Some(0))));
    assert_eq!((links[0].entry_id, links[0].verdict), (Some(entry_id), Some(Verdict::Rejected)));
    let segments = store.segments_of(id).await.unwrap();
    assert_eq!(segments[0].segment, segment("脳の一部。", "Part of the brain."));
    let decisions = store.decisions(project).await.unwrap();
    assert_eq!((decisions[0].en.as_str(), decisions[0].decided_by.as_str()), ("Hypothalamus", "ingest"));
    store.check_integrity().await.unwrap();
}

#[tokio::test]
async fn an_entry_without_marker_comes_back_without_one() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let id = put_release(&mut unit, project, "a").await;
    let mut bare = entry("⻭車");
    bare.marker = None;
    let new = taiyaku_store::store::NewEntry { entry: &bare, term_key: "歯車" };
    unit.insert_entries(id, &[new]).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.entries_of(id).await.unwrap()[0].entry, bare);
}

#[tokio::test]
async fn a_concept_comes_back_whole_with_japanese_and_preferred_terms_first() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let source = put_release(&mut unit, project, "a").await;
    let (id, ja, en) = put_concept(&mut unit, project, Some(source)).await;
    let mut spelled = term(Lang::JA, "𠮷");
    spelled.usage = Usage::Deprecated;
    spelled.kind = TermKind::Variant;
    spelled.part_of_speech = Some(PartOfSpeech::Noun);
    spelled.reading = Some(Reading { kana: "キチ".to_owned(), origin: ReadingOrigin::Printed });
    let keys = TermKeys { key: "𠮷", variant_key: "吉", reading_key: Some("キチ") };
    let variant = unit.insert_term(id, &NewTerm::of(&spelled, keys)).await.unwrap();
    let other = unit.insert_concept(project, None, Some(source)).await.unwrap();
    let reason = "「脳の一部」 against 「星の名」".to_owned();
    let conflict = Conflict { other, kind: ConflictKind::Definition, reason };
    unit.insert_conflict(id, &conflict).await.unwrap();
    unit.insert_conflict(id, &conflict).await.unwrap();
    let seen = unit.concepts_with_key(project, &Lang::JA, "視床下部").await.unwrap();
    assert!(unit.concepts_with_key(project, &Lang::EN, "視床下部").await.unwrap().is_empty());
    unit.commit().await.unwrap();

    let concept = store.concept(id).await.unwrap();
    // Only files cite the releases behind a concept.
    let exported = store.snapshot().await.unwrap().concepts(&[project], None, 1).await.unwrap().remove(0);
    assert_eq!(exported.releases.iter().map(|note| note.id).collect::<Vec<_>>(), [source]);
    assert_eq!(exported.releases[0].publication.date.as_deref(), Some("2026-04-01"));
    assert_eq!(concept, Concept { releases: Vec::new(), ..exported });
    assert_eq!(seen.first(), Some(&concept));
    assert_eq!(concept.terms.iter().map(|term| term.id).collect::<Vec<_>>(), [ja, variant, en]);
    spelled.id = variant;
    assert_eq!(concept.terms[1], spelled);
    let given = evidence(Some(source));
    let proof = Evidence {
        id: concept.terms[0].evidence[0].id,
        term_id: ja,
        kind: given.kind,
        method: given.method,
        release_id: given.release_id,
        source: "a.html".to_owned(),
        span: given.span,
        snippet: given.snippet.map(str::to_owned),
        confidence: given.confidence,
        work: Some("架空大学 2026-04-01".to_owned()),
        origin: None,
        url: Some("https://press.example/2026/a.html".to_owned()),
    };
    assert_eq!(concept.terms[0].evidence, [proof]);
    let definition = &concept.definitions[0];
    assert_eq!((definition.text.as_str(), definition.source.as_str()), ("脳の一部。", "a.html"));
    assert_eq!(concept.conflicts, [conflict]);
    assert_eq!(store.concept(other).await.unwrap().conflicts[0].other, id);
}

#[tokio::test]
async fn a_long_definition_comes_back_to_the_last_character() {
    let (_folder, store) = store().await;
    let text = "𠮷⻭ｶﾅﾞー１２\r\n".repeat(40_000);
    assert!(text.len() > 1_000_000);
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let id = unit.insert_concept(project, None, None).await.unwrap();
    let long = Definition {
        id: None,
        lang: Lang::JA,
        text,
        release_id: None,
        source: "輸入.csv".to_owned(),
        author: None,
        origin: None,
    };
    unit.insert_definition(id, &long, None).await.unwrap();
    put_term(&mut unit, id, Lang::JA, "長い").await;
    unit.commit().await.unwrap();
    let stored = store.concept(id).await.unwrap().definitions;
    assert_eq!(stored, [Definition { id: stored[0].id, ..long }]);
}

#[tokio::test]
async fn what_is_not_there_has_a_named_error_and_the_unit_of_work_goes_on() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let (text, meta) = (release("b"), metadata());
    let new = new_release(project, "a", &text, &meta, &[]);
    let term = term(Lang::JA, "視床下部");
    let keys = TermKeys { key: "", variant_key: "", reading_key: None };
    let (release, concept, term_id, segment) =
        (ReleaseId::new(99), ConceptId::new(99), TermId::new(99), SegmentId::new(99));
    let errors = [
        unit.replace_release(release, &new).await.map(|_| ()),
        unit.delete_release(release).await.map(|_| ()),
        unit.insert_term(concept, &NewTerm::of(&term, keys)).await.map(|_| ()),
        unit.insert_evidence(term_id, &evidence(None)).await.map(|_| ()),
        unit.decide_term(term_id, Usage::Preferred, Review::Approved).await,
        unit.correct_term(term_id, &NewTerm::of(&term, keys)).await,
        unit.update_term_confidence(term_id, 0.5).await,
        unit.decide_segment(segment, Review::Approved, None).await,
        unit.delete_term(term_id).await,
        unit.delete_concept(concept).await,
        unit.concept(concept).await.map(|_| ()),
    ];
    for (number, error) in errors.into_iter().enumerate() {
        assert_eq!(error.unwrap_err().code(), "not_found", "step {number}");
    }
    assert_eq!(unit.commit().await.unwrap(), Revision::START);
    let error = store.release(ReleaseId::new(99)).await.unwrap_err();
    let want = "No release with id `99`. It may have been deleted; list the releases to see which exist.";
    assert_eq!(error.to_string(), want);
    assert_eq!(store.concept(ConceptId::new(99)).await.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn what_the_database_refuses_has_a_named_error_and_nothing_of_the_unit_of_work_is_kept() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    put_release(&mut unit, project, "a").await;
    let (concept, ja, _) = put_concept(&mut unit, project, None).await;
    let revision = unit.commit().await.unwrap();
    let (text, meta) = (release("b"), metadata());
    let keys = TermKeys { key: "", variant_key: "", reading_key: None };
    let mut sure = evidence(None);
    sure.confidence = 1.5;
    let same = Conflict { other: concept, kind: ConflictKind::English, reason: String::new() };
    for step in 0..9 {
        let mut unit = write(&store).await;
        put_release(&mut unit, project, "c").await;
        let (twin, empty) = (term(Lang::JA, "視床下部"), term(Lang::JA, ""));
        let (again, stray) =
            (new_release(project, "a", &text, &meta, &[]), new_release(ProjectId::new(99), "d", &text, &meta, &[]));
        let (result, code) = match step {
            0 => (unit.insert_release(&again).await.map(|_| ()), "already_exists"),
            1 => (unit.insert_release(&stray).await.map(|_| ()), "database_refused"),
            2 => (unit.insert_term(concept, &NewTerm::of(&twin, keys)).await.map(|_| ()), "already_exists"),
            3 => (unit.insert_term(concept, &NewTerm::of(&empty, keys)).await.map(|_| ()), "database_refused"),
            4 => (unit.insert_evidence(ja, &sure).await.map(|_| ()), "database_refused"),
            5 => (unit.insert_evidence(ja, &evidence(Some(ReleaseId::new(99)))).await.map(|_| ()), "database_refused"),
            6 => (unit.ensure_project("").await.map(|_| ()), "database_refused"),
            7 => (unit.insert_conflict(concept, &same).await, "database_refused"),
            _ => (unit.insert_references(ReleaseId::new(99), &[reference()], &[]).await, "database_refused"),
        };
        assert_eq!(result.unwrap_err().code(), code, "step {step}");
        assert_eq!(unit.commit().await.unwrap_err().code(), "unit_of_work_failed", "step {step}");
        assert_eq!(store.revision().await.unwrap(), revision, "step {step}");
    }
    let counts = store.counts(None).await.unwrap();
    assert_eq!((counts.releases, counts.terms, counts.evidence), (1, 2, 2));
}

#[tokio::test]
async fn releases_are_listed_by_project_institution_name_and_day() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let first = unit.ensure_project("一").await.unwrap();
    let second = unit.ensure_project("二").await.unwrap();
    for (project, hash, institution, date) in [
        (first, "脳", Some("架空大学"), Some("2026-01-31")),
        (first, "星%_", Some("別大学"), Some("2026-02-01")),
        (second, "脳", None, None),
    ] {
        let mut facts = metadata();
        facts.institution = institution.map(str::to_owned);
        facts.date = date.map(str::to_owned);
        let text = release(&format!("{hash}.pdf"));
        unit.insert_release(&new_release(project, hash, &text, &facts, &[])).await.unwrap();
    }
    unit.commit().await.unwrap();
    let filter = |change: fn(&mut ReleaseFilter)| {
        let mut filter = ReleaseFilter::default();
        change(&mut filter);
        filter
    };
    for (project, filter, want) in [
        (None, ReleaseFilter::default(), vec![1, 2, 3]),
        (Some(first), ReleaseFilter::default(), vec![1, 2]),
        (None, filter(|filter| filter.institution = Some("別大学".to_owned())), vec![2]),
        (None, filter(|filter| filter.name = Some("脳".to_owned())), vec![1, 3]),
        (None, filter(|filter| filter.name = Some("%_".to_owned())), vec![2]),
        (Some(second), filter(|filter| filter.name = Some("星".to_owned())), vec![]),
        (None, filter(|filter| filter.from = Some("2026-02-01".to_owned())), vec![2]),
        (None, filter(|filter| filter.until = Some("2026-01-31".to_owned())), vec![1]),
    ] {
        let found = store.releases(project, None, 10, &filter).await.unwrap();
        assert_eq!(found.iter().map(|head| head.id.get()).collect::<Vec<_>>(), want, "{project:?} {filter:?}");
    }
    assert_eq!(
        store.releases(None, Some(ReleaseId::new(1)), 1, &ReleaseFilter::default()).await.unwrap()[0].id.get(),
        2
    );
}

#[tokio::test]
async fn a_new_decision_takes_the_place_of_the_old_one_and_may_be_taken_back() {
    let (_folder, store) = store().await;
    let mut unit = store.write("花子", AT).await.unwrap();
    let project = unit.ensure_project("既定").await.unwrap();
    unit.decide_pair(project, ("脳", "脳"), ("brain", "brain"), Verdict::Rejected).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = store.write("太郎", LATER).await.unwrap();
    unit.decide_pair(project, ("脳", "脳"), ("brain", "brain"), Verdict::Accepted).await.unwrap();
    let decisions = unit.decisions(project).await.unwrap();
    assert_eq!(decisions.len(), 1);
    assert_eq!((decisions[0].verdict, decisions[0].decided_by.as_str()), (Verdict::Accepted, "太郎"));
    assert!(unit.forget_decision(project, "脳", "brain").await.unwrap());
    assert!(!unit.forget_decision(project, "脳", "brain").await.unwrap());
}

#[tokio::test]
async fn segments_without_a_release_are_an_import() {
    let (_folder, store) = store().await;
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    let (doubtful, sure) = (segment("脳。", "A brain."), segment("脳。", "The brain."));
    for (segment, review) in [(&doubtful, Review::Rejected), (&doubtful, Review::Suggested), (&sure, Review::Approved)]
    {
        let new = NewSegment { segment, source_key: "脳", review, provenance: &Provenance::of("memory.tmx") };
        unit.insert_segments(project, None, &[new]).await.unwrap();
    }
    unit.commit().await.unwrap();
    let found = store.snapshot().await.unwrap().segments(&[project], None, 9).await.unwrap();
    let reviews: Vec<_> = found.iter().map(|segment| segment.review).collect();
    assert_eq!(reviews, [Review::Rejected, Review::Suggested, Review::Approved]);
    assert_eq!((found[0].provenance.origin.as_str(), found[0].release_id), ("memory.tmx", None));
    assert_eq!(store.snapshot().await.unwrap().segments(&[project], Some(found[1].id), 9).await.unwrap().len(), 1);
}
