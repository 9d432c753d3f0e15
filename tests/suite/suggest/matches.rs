//! Classes, penalties and what is shown.

use taiyaku::model::segment::fingerprint;
use taiyaku::model::{Neighbours, Review, Usage};
use taiyaku::suggest::{MatchClass, Penalties, PenaltyCode, judge, shown};
use taiyaku::text::tokeniser::Tokeniser;

use super::{found, judged, question, remembered};

#[test]
fn the_class_says_in_which_way_two_texts_are_alike() {
    use MatchClass::{Exact, Form, Fuzzy, Placeables};
    for (asked, source, target, class, score) in [
        ("第2世代のマウス", "第2世代のマウス", "second-generation mice", Exact, 100),
        ("第２世代のﾏｳｽ", "第2世代のマウス", "second-generation mice", Form, 99),
        ("脳　と　肝臓", "脳 と 肝臓", "brain and liver", Form, 99),
        ("Set the “timeout”", "set the \"Timeout\"", "「タイムアウト」を設定", Form, 99),
        ("か\u{3099}んの研究", "がんの研究", "Cancer research", Form, 99),
        ("マウス12匹を用いた", "マウス15匹を用いた", "Using 15 mice", Placeables, 98),
        ("2.8億人が参加した", "280,000,000人が参加した", "280 million people took part", Placeables, 98),
        ("マウス12匹を用いた", "マウス15匹を用いた", "Using fifteen mice", Placeables, 97),
        ("1と2と3と4と5と6", "7と8と9と10と11と12", "many", Placeables, 93),
        ("脳の視床下部の研究です", "脳の視床下部の成果です", "Research", Fuzzy, 82),
    ] {
        let offer = judged(asked, source, target);
        assert_eq!((offer.class, offer.score), (class, score), "{asked} / {source} {:?}", offer.penalties);
    }
    let whole = judged("同じ", "同じ", "same");
    assert_eq!((whole.base, whole.parts.base), (100, 100));
    assert_eq!(judged("ﾏｳｽ", "マウス", "mouse").base, 99);
}

#[test]
fn between_the_same_texts_or_under_the_same_key_a_match_is_worth_101() {
    let text = "概要";
    let penalties = Penalties::default();
    for (previous, next, unit, class) in [
        (Some("前"), Some("後"), None, MatchClass::Context),
        (None, None, Some("menu.title"), MatchClass::Context),
        (Some("前"), None, None, MatchClass::Exact),
        (Some("前"), Some("別"), Some("other"), MatchClass::Exact),
        (None, None, Some(""), MatchClass::Exact),
        (None, None, None, MatchClass::Exact),
    ] {
        let mut asked = question(text);
        (asked.previous, asked.next, asked.key) =
            (previous.map(str::to_owned), next.map(str::to_owned), unit.map(str::to_owned));
        let mut known = remembered(&asked, text, "Overview");
        known.provenance.neighbours = Neighbours { before: Some(fingerprint("前")), after: Some(fingerprint("後")) };
        known.provenance.key = Some(if unit == Some("") { String::new() } else { "menu.title".to_owned() });
        let offer = judge(&asked, known, &penalties, &Tokeniser::by_script());
        assert_eq!(offer.class, class, "{previous:?} {next:?} {unit:?}");
        assert_eq!(offer.score, class.score(100));
    }
}

#[test]
fn what_is_taken_off_is_listed_with_its_points_and_adds_up() {
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
        let mut asked = question(text);
        asked.field = fields.0.map(str::to_owned);
        asked.terms =
            vec![found(text, "視床下部", 1, &[("hypothalamus", Usage::Preferred), ("diencephalon", Usage::Forbidden)])];
        let mut known = remembered(&asked, text, target);
        (known.review, known.provenance.origin, known.how_many_targets) = (review, origin.to_owned(), targets);
        (known.segment.confidence, known.provenance.field) = (confidence, fields.1.map(str::to_owned));
        let offer = judge(&asked, known, &Penalties::default(), &Tokeniser::by_script());
        let got: Vec<_> = offer.penalties.iter().map(|penalty| (penalty.code, penalty.points)).collect();
        assert_eq!(got, want, "{target}");
        assert_eq!(offer.score, 100 - want.iter().map(|(_, points)| points).sum::<u8>());
        assert!(offer.penalties.iter().all(|penalty| penalty.reason.ends_with('.')), "{:?}", offer.penalties);
    }
}

#[test]
fn a_term_that_another_concept_may_be_called_is_not_forbidden() {
    let text = "視床下部と間脳";
    let mut asked = question(text);
    asked.terms = vec![
        found(text, "視床下部", 1, &[("hypothalamus", Usage::Preferred), ("diencephalon", Usage::Forbidden)]),
        found(text, "間脳", 2, &[("diencephalon", Usage::Preferred)]),
    ];
    let known = remembered(&asked, text, "the hypothalamus and the diencephalon");
    let offer = judge(&asked, known, &Penalties::default(), &Tokeniser::by_script());
    assert_eq!(offer.penalties, []);
}

#[test]
fn sizes_of_penalties_can_be_set_and_nothing_else() {
    let sizes: Penalties = toml::from_str("unreviewed_import = 0\nseveral_targets = 9").unwrap();
    assert_eq!((sizes.unreviewed_import, sizes.several_targets, sizes.forbidden_term), (0, 9, 5));
    assert!(serde_json::from_str::<Penalties>("{\"unknown\": 1}").is_err());
    let asked = question("脳の研究");
    let mut known = remembered(&asked, "脳の研究", "Brain research");
    (known.review, known.provenance.origin, known.how_many_targets) = (Review::Suggested, "a.tmx".to_owned(), 2);
    let offer = judge(&asked, known, &sizes, &Tokeniser::by_script());
    assert_eq!((offer.score, offer.penalties.len()), (91, 1));
}

#[test]
fn short_segments_count_only_when_they_are_alike_enough_and_rejected_ones_never() {
    for (asked, source, floor, want) in [
        ("肝臓", "肝臓", 60, true),
        ("肝細胞", "肝臓", 50, false),
        ("10匹", "12匹", 60, true),
        ("脳の視床下部の研究", "脳の視床下部の成果", 60, true),
        ("脳の視床下部の研究", "脳の視床下部の成果", 99, false),
        ("hypothalamus", "hypothalami", 50, false),
    ] {
        let offer = judged(asked, source, "x");
        assert_eq!(shown(&offer, floor), want, "{asked} {source} {}", offer.score);
        let rejected = taiyaku::suggest::MemoryMatch { review: Review::Rejected, ..offer };
        assert!(!shown(&rejected, 0));
    }
}

#[test]
fn a_match_reads_back_from_json_as_it_was() {
    let offer = judged("マウス12匹と視床下部", "マウス15匹の視床下部", "15 mice of the hypothalamus");
    let json = serde_json::to_string(&offer).unwrap();
    assert_eq!(serde_json::from_str::<taiyaku::suggest::MemoryMatch>(&json).unwrap(), offer);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&value["class"], &value["near"]), (&"fuzzy".into(), &"elsewhere".into()));
}
