//! Numbers, dates, codes and tags of the query are put into the target or counted, never guessed.

use proptest::prelude::*;
use taiyaku_engines::suggest::{MatchClass, PenaltyCode, RepairChangeKind};
use taiyaku_language::model::Lang;
use taiyaku_language::text::normal::normal;
use taiyaku_language::text::placeable::placeables;

use super::match_for;

#[test]
fn values_replace_the_old_ones_in_the_same_form() {
    for (asked, source, target, want) in [
        ("マウス12匹", "マウス15匹", "15 mice", "12 mice"),
        ("3.1億人が参加", "2.8億人が参加", "280 million took part", "310 million took part"),
        ("2億人が参加", "12,345人が参加", "12,345 took part", "200,000,000 took part"),
        ("２０人が参加", "10人が参加", "10 took part", "20 took part"),
        ("10と20", "20と10", "20 and 10", "10 and 20"),
        ("20と20", "10と10", "10 and 10", "20 and 20"),
        ("2026年11月21日に発表", "2025年4月1日に発表", "Published on April 1, 2025", "Published on November 21, 2026"),
        ("令和8年度の予算", "令和7年度の予算", "Budget of fiscal 2025", "Budget of fiscal 2026"),
        ("4割の人", "3割の人", "30% of people", "40% of people"),
        ("第23回大会", "第21回大会", "The 21st meeting", "The 23rd meeting"),
        ("<i>脳</i>", "<b>脳</b>", "<b>Brain</b>", "<i>Brain</i>"),
        ("%dを見る", "%sを見る", "See %s", "See %d"),
        ("https://b.jp/を見る", "https://a.jp/を見る", "See https://a.jp/.", "See https://b.jp/."),
        ("30 mice of 2027", "15 mice of 2026", "令和8年の１５匹", "令和9年の３０匹"),
        ("12年の8月", "15年の8月", "15 years, August", "12 years, August"),
    ] {
        let offer = match_for(asked, source, target);
        let repaired = offer.repaired.as_ref().unwrap_or_else(|| panic!("{asked} {:?}", offer.penalties));
        assert_eq!(repaired.target, want, "{asked}");
        assert_eq!((offer.class, offer.score, repaired.score), (MatchClass::Placeables, 98, 98), "{asked}");
        assert_eq!((offer.target.as_str(), offer.penalties.len()), (target, 0));
        for change in &repaired.changes {
            assert_eq!(change.kind, RepairChangeKind::Value);
            assert_ne!(change.query.of(asked), "");
            assert_ne!(change.repaired.of(want), change.target.of(target));
        }
    }
}

#[test]
fn values_with_two_possible_places_or_none_are_counted_and_left() {
    for (asked, source, target, left, want) in [
        ("マウス12匹", "マウス15匹", "a score of mice", 1, None),
        ("マウス12匹", "マウス15匹", "15 mice, figure 15", 1, None),
        ("10と20", "10と10", "10 and 10", 1, None),
        ("20と30", "10と10", "10 and 10", 2, None),
        ("20と30", "10と15", "10 and many", 1, None),
        ("11月1日", "11月30日", "30 November", 0, Some("1 November")),
        ("8年の研究", "5年の研究", "a 5-year study", 1, None),
        ("7年の研究", "5年の研究", "a 5-year study", 0, Some("a 7-year study")),
        ("図⑫の説明", "図⑬の説明", "Figure ⑬", 1, None),
        ("11月の研究", "12の研究", "12 studies", 1, None),
    ] {
        let offer = match_for(asked, source, target);
        let counted = offer.penalties.iter().find(|penalty| penalty.code == PenaltyCode::UnplacedValues);
        assert_eq!(counted.map_or(0, |penalty| usize::from(penalty.points)), left, "{asked} {source}");
        assert_eq!(offer.repaired.map(|repaired| repaired.target).as_deref(), want, "{asked} {source}");
    }
}

#[test]
fn values_are_replaced_in_fuzzy_matches_too() {
    let offer = match_for("マウスが12匹である。", "マウスは15匹です", "There are 15 mice");
    assert_eq!(offer.class, MatchClass::Fuzzy);
    let repaired = offer.repaired.unwrap();
    assert_eq!((repaired.target.as_str(), repaired.score), ("There are 12 mice", offer.score));
    // Twelve brains are no livers.
    assert_eq!(match_for("マウス12匹の脳", "マウス15匹の肝臓", "The livers of 15 mice").repaired, None);
    // Added or removed values are already part of the similarity.
    let offer = match_for("マウスの脳を調べた", "マウス15匹の脳を調べた", "We studied 15 brains");
    assert_eq!((offer.repaired, offer.penalties.len()), (None, 0));
}

proptest! {
    #[test]
    fn an_adapted_target_has_every_new_value(
        old in 2_u32..100_000, new in 2_u32..100_000, other in 2_u32..100_000,
        dress in prop::sample::select(&["{} mice, {}", "{} of {} mice", "the {}th and {}", "about {} million and {}"][..]),
    ) {
        prop_assume!(old != other && old != new);
        let target = dress.replacen("{}", &old.to_string(), 1).replacen("{}", &other.to_string(), 1);
        let (asked, source) = (format!("{new}と{other}の例"), format!("{old}と{other}の例"));
        let offer = match_for(&asked, &source, &target);
        let unplaced = offer.penalties.iter().any(|penalty| penalty.code == PenaltyCode::UnplacedValues);
        prop_assert_eq!(unplaced, offer.repaired.is_none());
        if let Some(repaired) = offer.repaired {
            let read = placeables(&normal(&repaired.target), &Lang::EN);
            let values: Vec<&str> = read.iter().map(|found| found.value.as_str()).collect();
            prop_assert_eq!(values, [new.to_string(), other.to_string()]);
        }
    }
}
