//! The fuzzy index: it gives what a comparison with every segment gives, whatever came, went and was put together.

mod reference;

use proptest::collection::vec;
use proptest::prelude::*;
use reference::{Known, best, query, standing};
use taiyaku::model::{Lang, Revision, SegmentId};
use taiyaku::search::snapshot::{self, SnapshotProblem};
use taiyaku::search::{Index, Scratch};

/// Texts that are alike now and then: pieces of few kinds, in any order.
fn texts(lang: &Lang) -> impl Strategy<Value = String> + use<> {
    let pieces: Vec<&str> = if lang.is_japanese() {
        vec![
            "細胞",
            "の",
            "機能",
            "を",
            "調べ",
            "た",
            "。",
            "マウス",
            "12",
            "3.5",
            "𠮷野",
            "ｶﾞﾝ",
            "、",
            " ",
            "AI",
            "遺伝子",
            "が",
        ]
    } else {
        vec![
            "the ",
            "cell ",
            "cells ",
            "of ",
            "a mouse",
            ". ",
            "42 ",
            "gene",
            "-",
            "Expression ",
            "in ",
            "was ",
            "(",
            ") ",
        ]
    };
    vec(prop::sample::select(pieces), 0..14).prop_map(|pieces| pieces.concat())
}

fn pairs() -> impl Strategy<Value = (Lang, Vec<String>, Vec<String>)> {
    prop::sample::select(vec![Lang::JA, Lang::EN])
        .prop_flat_map(|lang| (Just(lang.clone()), vec(texts(&lang), 0..120), vec(texts(&lang), 1..8)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_index_gives_what_comparing_all_gives(
        (lang, texts, queries) in pairs(), floor in 50_u8..=100, limit in 1_usize..12, cut in 0_usize..120, gone in vec(0_usize..120, 0..20)
    ) {
        let known: Vec<Known> = (1..).zip(&texts).map(|(id, text)| Known::new(id, text, &lang)).collect();
        let cut = cut.min(known.len());
        let entries = |known: &[Known]| known.iter().filter_map(Known::entry).collect::<Vec<_>>();
        let gone: Vec<SegmentId> = gone.iter().filter_map(|at| known.get(*at)).map(|known| SegmentId::new(known.id)).collect();
        let index = Index::new(lang.clone(), Revision::START).changed(&[], entries(&known[..cut]), Revision::new(1));
        let index = index.changed(&gone, entries(&known[cut..]), Revision::new(2));
        let left: Vec<Known> = known.iter().enumerate().filter(|(at, known)| *at >= cut || !gone.contains(&SegmentId::new(known.id))).map(|(_, known)| known.clone()).collect();
        let mut scratch = Scratch::default();
        for text in queries.iter().chain(texts.iter().take(3)) {
            let found = index.find(&query(text, &lang, floor, limit), standing, &|| false, &mut scratch);
            prop_assert!(found.complete);
            prop_assert_eq!(found.hits, best(&left, text, &lang, floor, limit), "{}", text);
        }
    }
}

/// Bytes on a border of eight, as a mapped file has them.
struct Aligned(Vec<u64>, usize);

impl AsRef<[u8]> for Aligned {
    fn as_ref(&self) -> &[u8] {
        &bytemuck::cast_slice(&self.0)[..self.1]
    }
}

fn shared(bytes: &[u8]) -> std::sync::Arc<dyn AsRef<[u8]> + Send + Sync> {
    let mut numbers = vec![0_u64; bytes.len().div_ceil(8)];
    bytemuck::cast_slice_mut::<u64, u8>(&mut numbers)[..bytes.len()].copy_from_slice(bytes);
    std::sync::Arc::new(Aligned(numbers, bytes.len()))
}

fn small_index() -> Index {
    let texts = (1..700).map(|id| {
        Known::new(id, &format!("細胞の機能{}を調べた第{id}の実験", ["と形", "や数", ""][id as usize % 3]), &Lang::JA)
    });
    let entries: Vec<_> = texts.filter_map(|known| known.entry()).collect();
    Index::new(Lang::JA, Revision::new(3)).changed(&[], entries, Revision::new(7)).changed(
        &[5, 6].map(SegmentId::new),
        Vec::new(),
        Revision::new(8),
    )
}

#[test]
fn a_snapshot_gives_the_same_index_and_none_with_other_rules() {
    let index = small_index();
    let mut bytes = Vec::new();
    snapshot::write(&index, "rules 1", "mark", &mut bytes).unwrap();
    let (opened, mark) = snapshot::open(&shared(&bytes), "rules 1").unwrap();
    assert_eq!(mark, "mark");
    assert_eq!((opened.len(), opened.revision(), opened.lang()), (697, Revision::new(8), &Lang::JA));
    let mut scratch = Scratch::default();
    for text in ["細胞の機能と形を調べた第9の実験", "機能を調べた", "𠮷"] {
        let ask = |index: &Index, scratch: &mut Scratch| {
            index.find(&query(text, &Lang::JA, 50, 20), standing, &|| false, scratch)
        };
        assert_eq!(ask(&index, &mut scratch), ask(&opened, &mut scratch), "{text}");
    }
    let other = snapshot::open(&shared(&bytes), "rules 2").unwrap_err();
    assert_eq!(other, SnapshotProblem::OtherRules { found: "rules 1".to_owned() });
}

#[test]
fn a_damaged_snapshot_is_refused_wherever_the_damage_is() {
    let mut bytes = Vec::new();
    snapshot::write(&small_index(), "rules 1", "mark", &mut bytes).unwrap();
    for length in [0, 7, 23, 24, 100, 4_096, bytes.len() / 2, bytes.len() - 64] {
        assert!(snapshot::open(&shared(&bytes[..length]), "rules 1").is_err(), "cut to {length}");
    }
    let (index, _) = snapshot::open(&shared(&bytes), "rules 1").unwrap();
    for at in (0..bytes.len()).step_by(bytes.len() / 997) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        // Only the space between parts means nothing.
        if let Ok((opened, _)) = snapshot::open(&shared(&damaged), "rules 1") {
            let ask = |index: &Index| {
                index.find(
                    &query("細胞の機能を調べた", &Lang::JA, 50, 50),
                    standing,
                    &|| false,
                    &mut Scratch::default(),
                )
            };
            assert_eq!(ask(&opened), ask(&index), "byte {at}");
        }
    }
}

#[test]
fn parts_put_together_give_the_same_and_forget_what_went_meanwhile() {
    let mut index = Index::new(Lang::JA, Revision::START);
    for round in 0..12_i64 {
        let texts = (0..300).map(|at| round * 1_000 + at).map(|id| {
            Known::new(id, &format!("第{id}回の細胞と遺伝子の{}実験", "実".repeat(id as usize % 5)), &Lang::JA)
        });
        index = index.changed(&[], texts.filter_map(|known| known.entry()).collect(), Revision::new(round));
    }
    assert!(index.parts() >= 8);
    let crowd = index.crowded().unwrap();
    let made = crowd.settle();
    let meanwhile = index.changed(&[1_001, 2_002, 99].map(SegmentId::new), Vec::new(), Revision::new(40));
    let settled = meanwhile.settled(&crowd, made);
    assert!(settled.parts() < index.parts());
    assert_eq!((settled.len(), settled.revision()), (meanwhile.len(), Revision::new(40)));
    let ask = |index: &Index| {
        index.find(
            &query("第3回の細胞と遺伝子の実験", &Lang::JA, 60, 5_000),
            standing,
            &|| false,
            &mut Scratch::default(),
        )
    };
    assert_eq!(ask(&settled), ask(&meanwhile));
}

#[test]
fn a_search_can_be_stopped_and_says_so() {
    let index = small_index();
    let found =
        index.find(&query("細胞の機能を調べた実験", &Lang::JA, 50, 5), standing, &|| true, &mut Scratch::default());
    assert!(!found.complete);
}

#[test]
fn odd_questions_are_answered() {
    let index = small_index();
    let mut scratch = Scratch::default();
    for (text, least) in
        [("", 0), (" \u{200b}\r\n", 0), ("👩‍🔬🧬", 0), ("ﾞ", 0), ("ー", 0), ("1", 0), ("細", 0), ("\u{301}\u{3099}", 0)]
    {
        let found = index.find(&query(text, &Lang::JA, 50, 10), standing, &|| false, &mut scratch);
        assert!(found.complete && found.hits.len() >= least, "{text}");
    }
    let long = "細胞の機能を調べた実験。".repeat(8_400);
    assert!(long.chars().count() > 100_000);
    assert!(index.find(&query(&long, &Lang::JA, 50, 10), standing, &|| false, &mut scratch).hits.is_empty());
}
