//! Classes, penalties, and which matches are offered.

use taiyaku_engines::suggest::{MatchClass, PenaltyCode, PenaltyPoints, evaluate};
use taiyaku_language::model::{Neighbours, Review, Usage, fingerprint};
use taiyaku_language::text::tokeniser::Tokeniser;

use super::{match_for, query, stored, term_in};

#[test]
fn the_class_says_in_which_way_two_texts_are_similar() {
    use MatchClass::{Exact, Form, Fuzzy, Placeables};
    for (asked, source, target, class, score) in [
        ("第2世代のマウス", "第2世代のマウス", "second-generation mice", Exact, 100),
        ("第２世代のﾏｳｽ", "第2世代のマウス", "second-generation mice", Form, 99),
        ("脳　と　肝臓", "脳 と 肝臓", "brain and liver", Form, 99),
        ("Set the “timeout”", "set the \"Timeout\"", "「タイムアウト」を設定", Form, 99),
        ("か\u{3099}んの研究", "がんの研究", "Cancer research", Form, 99),
        ("マウス12匹を用いた", "マウス15匹を用いた", "Using 15 mice", Placeables, 98),
        ("2.8億人が参加した", "280,000,000人が参加した", "280 million people took part", Placeables, 98),
        ("マウス12匹を用いた", "マウス15匹を用いた", "Using several mice", Placeables, 97),
        ("1と2と3と4と5と6", "7と8と9と10と11と12", "many", Placeables, 93),
        ("脳の視床下部の研究です", "脳の視床下部の成果です", "Research", Fuzzy, 82),
    ] {
        let offer = match_for(asked, source, target);
        assert_eq!((offer.class, offer.score), (class, score), "{asked} / {source} {:?}", offer.penalties);
    }
    let whole = match_for("同じ", "同じ", "same");
    assert_eq!((whole.base, whole.parts.base), (100, 100));
    assert_eq!(match_for("ﾏｳｽ", "マウス", "mouse").base, 99);
}

#[test]
fn a_match_with_the_same_neighbours_or_the_same_key_scores_101() {
    let text = "概要";
    let penalties = PenaltyPoints::default();
    for (previous, next, unit, class) in [
        (Some("前"), Some("後"), None, MatchClass::Context),
        (None, None, Some("menu.title"), MatchClass::Context),
        (Some("前"), None, None, MatchClass::Exact),
        (Some("前"), Some("別"), Some("other"), MatchClass::Exact),
        (None, None, Some(""), MatchClass::Exact),
        (None, None, None, MatchClass::Exact),
    ] {
        let mut asked = query(text);
        (asked.previous, asked.next, asked.key) =
            (previous.map(str::to_owned), next.map(str::to_owned), unit.map(str::to_owned));
        let mut known = stored(&asked, text, "Overview");
        known.provenance.neighbours = Neighbours { before: Some(fingerprint("前")), after: Some(fingerprint("後")) };
        known.provenance.key = Some(if unit == Some("") { String::new() } else { "menu.title".to_owned() });
        let offer = evaluate(&asked, known, &penalties, &Tokeniser::by_script());
        assert_eq!(offer.class, class, "{previous:?} {next:?} {unit:?}");
        assert_eq!(offer.score, class.score(100));
    }
}

#[test]
fn penalties_are_listed_with_their_points_and_add_up() {
    use PenaltyCode::{
        ForbiddenTerm, OtherField, SeveralTargets, TagsDiffer, UnreviewedAlignment, UnreviewedImport, WeakAlignment,
    };
    let text = "視床下部の<b>研究</b>";
    for (review, origin, confidence, targets, target, fields, want) in [
        (Review::Approved, "ingest", 0.1, 1, "<b>Study</b> of X", (None, None), vec![]),
        (Review::Suggested, "ingest", 0.9, 1, "<b>Study</b> of X", (None, None), vec![(UnreviewedAlignment, 3)]),
        (Review::Candidate, "ingest", 0.39, 1, "<b>Study</b> of X", (None, None), vec![(WeakAlignment, 6)]),
        (Review::Suggested, "old.tmx", 0.1, 1, "<b>Study</b> of X", (None, None), vec![(UnreviewedImport, 2)]),
        (Review::Approved, "old.tmx", 1.0, 3, "<b>Study</b> of X", (None, None), vec![(SeveralTargets, 1)]),
        (Review::Approved, "ingest", 1.0, 1, "<i>Study</i> of X", (None, None), vec![(TagsDiffer, 2)]),
        (Review::Approved, "ingest", 1.0, 1, "Study of X", (None, None), vec![(TagsDiffer, 2)]),
        (
            Review::Approved,
            "ingest",
            1.0,
            1,
            "<b>Study</b> of the diencephalons",
            (None, None),
            vec![(ForbiddenTerm, 5)],
        ),
        (Review::Approved, "ingest", 1.0, 1, "<b>Study</b>", (Some("a"), Some("b")), vec![(OtherField, 1)]),
        (Review::Approved, "ingest", 1.0, 1, "<b>Study</b>", (Some("a"), Some("a")), vec![]),
        (Review::Approved, "ingest", 1.0, 1, "<b>Study</b>", (Some("a"), None), vec![]),
        (
            Review::Suggested,
            "ingest",
            1.0,
            2,
            "Diencephalon",
            (Some("a"), Some("b")),
            vec![(UnreviewedAlignment, 3), (SeveralTargets, 1), (ForbiddenTerm, 5), (TagsDiffer, 2), (OtherField, 1)],
        ),
    ] {
        let mut asked = query(text);
        asked.field = fields.0.map(str::to_owned);
        asked.terms = vec![term_in(
            text,
            "視床下部",
            1,
            &[("hypothalamus", Usage::Preferred), ("diencephalon", Usage::Forbidden)],
        )];
        let mut known = stored(&asked, text, target);
        (known.review, known.provenance.origin, known.target_count) = (review, origin.to_owned(), targets);
        (known.segment.confidence, known.provenance.field) = (confidence, fields.1.map(str::to_owned));
        let offer = evaluate(&asked, known, &PenaltyPoints::default(), &Tokeniser::by_script());
        let got: Vec<_> = offer.penalties.iter().map(|penalty| (penalty.code, penalty.points)).collect();
        assert_eq!(got, want, "{target}");
        assert_eq!(offer.score, 100 - want.iter().map(|(_, points)| points).sum::<u8>());
        assert!(offer.penalties.iter().all(|penalty| penalty.reason.ends_with('.')), "{:?}", offer.penalties);
    }
}

#[test]
fn a_name_that_is_allowed_for_another_concept_is_not_forbidden() {
    let text = "視床下部と間脳";
    let mut asked = query(text);
    asked.terms = vec![
        term_in(text, "視床下部", 1, &[("hypothalamus", Usage::Preferred), ("diencephalon", Usage::Forbidden)]),
        term_in(text, "間脳", 2, &[("diencephalon", Usage::Preferred)]),
    ];
    let known = stored(&asked, text, "the hypothalamus and the diencephalon");
    let offer = evaluate(&asked, known, &PenaltyPoints::default(), &Tokeniser::by_script());
    assert_eq!(offer.penalties, []);
}

#[test]
fn penalty_points_can_be_set() {
    let sizes = PenaltyPoints { unreviewed_import: 0, several_targets: 9, ..PenaltyPoints::default() };
    let asked = query("脳の研究");
    let mut known = stored(&asked, "脳の研究", "Brain research");
    (known.review, known.provenance.origin, known.target_count) = (Review::Suggested, "a.tmx".to_owned(), 2);
    let offer = evaluate(&asked, known, &sizes, &Tokeniser::by_script());
    assert_eq!((offer.score, offer.penalties.len()), (91, 1));
}

#[test]
fn short_segments_are_offered_only_if_similar_enough_and_rejected_ones_never() {
    for (asked, source, floor, want) in [
        ("肝臓", "肝臓", 60, true),
        ("肝細胞", "肝臓", 50, false),
        ("10匹", "12匹", 60, true),
        ("脳の視床下部の研究", "脳の視床下部の成果", 60, true),
        ("脳の視床下部の研究", "脳の視床下部の成果", 99, false),
        ("hypothalamus", "hypothalami", 50, false),
    ] {
        let offer = match_for(asked, source, "x");
        assert_eq!(offer.is_offered(floor), want, "{asked} {source} {}", offer.score);
        let rejected = taiyaku_engines::suggest::MemoryMatch { review: Review::Rejected, ..offer };
        assert!(!rejected.is_offered(0));
    }
}
