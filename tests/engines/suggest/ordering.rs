//! The order of matches is total, the same on every run and page.

use std::cmp::Ordering;

use proptest::prelude::*;
use taiyaku_engines::suggest::{MemoryMatch, Nearness, compare_matches};
use taiyaku_language::model::{Review, SegmentId};

use super::match_for;

/// What decides, and how to make a match worse in it.
type Spoiler = (&'static str, fn(&mut MemoryMatch));

fn base() -> MemoryMatch {
    match_for("脳の視床下部の研究", "脳の視床下部の成果", "Results")
}

#[test]
fn the_criteria_apply_in_this_order() {
    let worse: &[Spoiler] = &[
        ("score", |offer| offer.score -= 1),
        ("base", |offer| offer.parts.base -= 1),
        ("review", |offer| offer.review = Review::Suggested),
        ("document", |offer| offer.near = Nearness::Field),
        ("likeness", |offer| offer.indel.edits += 1),
        ("date", |offer| offer.provenance.created_at = Some("2025-01-01T00:00:00Z".to_owned())),
        ("number", |offer| offer.segment_id = SegmentId::new(offer.segment_id.get() + 1)),
        ("side", |offer| offer.reversed = true),
    ];
    let mut best = base();
    (best.near, best.provenance.created_at) = (Nearness::Document, Some("2026-01-01T00:00:00+09:00".to_owned()));
    for (at, (name, spoil)) in worse.iter().enumerate() {
        // Better in all that comes after, worse in this: still worse.
        let (mut one, mut other) = (best.clone(), best.clone());
        spoil(&mut one);
        for (_, later) in &worse[at + 1..] {
            later(&mut other);
        }
        assert_eq!(
            (compare_matches(&other, &one), compare_matches(&one, &other)),
            (Ordering::Less, Ordering::Greater),
            "{name}"
        );
    }
    assert_eq!(compare_matches(&best, &best.clone()), Ordering::Equal);
    let mut undated = best.clone();
    undated.provenance.created_at = None;
    assert_eq!(compare_matches(&best, &undated), Ordering::Less);
    let mut nearer = best.clone();
    (nearer.near, best.near) = (Nearness::Field, Nearness::Elsewhere);
    assert_eq!(compare_matches(&nearer, &best), Ordering::Less);
}

fn any_match() -> impl Strategy<Value = MemoryMatch> {
    let dates = prop::sample::select(
        &[None, Some("2026-01-01T00:00:00Z"), Some("2026-01-01T09:00:00+09:00"), Some("soon")][..],
    );
    let near = prop::sample::select(&[Nearness::Elsewhere, Nearness::Field, Nearness::Document][..]);
    let review = prop::sample::select(&[Review::Approved, Review::Suggested, Review::Candidate][..]);
    ((0_u8..3, 0_u8..3), (0_u32..3, 0_u32..4), 0_i64..3, any::<bool>(), dates, near, review).prop_map(
        |(scores, indel, id, reversed, date, near, review)| {
            let mut offer = base();
            (offer.score, offer.parts.base) = scores;
            (offer.indel.edits, offer.indel.longest) = indel;
            (offer.segment_id, offer.reversed, offer.near, offer.review) = (SegmentId::new(id), reversed, near, review);
            offer.provenance.created_at = date.map(str::to_owned);
            offer
        },
    )
}

proptest! {
    #[test]
    fn any_three_matches_have_one_order(a in any_match(), b in any_match(), c in any_match()) {
        prop_assert_eq!(compare_matches(&a, &b), compare_matches(&b, &a).reverse());
        if compare_matches(&a, &b) != Ordering::Greater && compare_matches(&b, &c) != Ordering::Greater {
            prop_assert_ne!(compare_matches(&a, &c), Ordering::Greater);
        }
        let same = (a.segment_id, a.reversed) == (b.segment_id, b.reversed);
        prop_assert!(compare_matches(&a, &b) != Ordering::Equal || same);
    }
}
