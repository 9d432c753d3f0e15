//! The fuzzy index gives what a comparison with every segment gives, whatever was added, removed or merged.

mod bounds;
mod reference;

use proptest::collection::vec;
use proptest::prelude::*;
use reference::{Sample, adjustment, best, query};
use taiyaku_engines::fuzzy::{Index, Scratch, SnapshotProblem, open_snapshot, write_snapshot};
use taiyaku_language::model::{Lang, Revision, SegmentId};

/// Texts that are sometimes similar: a few kinds of pieces in any order.
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
    #![proptest_config(crate::factor::cases(300))]

    #[test]
    fn the_index_gives_what_comparing_all_segments_gives(
        (lang, texts, queries) in pairs(), floor in 50_u8..=100, limit in 1_usize..12, cut in 0_usize..120, removed in vec(0_usize..120, 0..20)
    ) {
        let samples: Vec<Sample> = (1..).zip(&texts).map(|(id, text)| Sample::new(id, text, &lang)).collect();
        let cut = cut.min(samples.len());
        let indexed = |samples: &[Sample]| samples.iter().filter_map(Sample::indexed).collect::<Vec<_>>();
        let removed: Vec<SegmentId> = removed.iter().filter_map(|at| samples.get(*at)).map(|sample| SegmentId::new(sample.id)).collect();
        let index = Index::new(lang.clone(), Revision::START).with_changes(&[], indexed(&samples[..cut]), Revision::new(1));
        let index = index.with_changes(&removed, indexed(&samples[cut..]), Revision::new(2));
        let left: Vec<Sample> = samples.iter().enumerate().filter(|(at, sample)| *at >= cut || !removed.contains(&SegmentId::new(sample.id))).map(|(_, sample)| sample.clone()).collect();
        let mut scratch = Scratch::default();
        for text in queries.iter().chain(texts.iter().take(3)) {
            let result = index.search(&query(text, &lang, floor, limit), adjustment, &|| false, &mut scratch);
            prop_assert!(result.complete);
            prop_assert_eq!(result.hits, best(&left, text, &lang, floor, limit), "{}", text);
        }
    }
}

/// Bytes aligned to eight, as in a mapped file.
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
        Sample::new(id, &format!("細胞の機能{}を調べた第{id}の実験", ["と形", "や数", ""][id as usize % 3]), &Lang::JA)
    });
    let entries: Vec<_> = texts.filter_map(|sample| sample.indexed()).collect();
    Index::new(Lang::JA, Revision::new(3)).with_changes(&[], entries, Revision::new(7)).with_changes(
        &[5, 6].map(SegmentId::new),
        Vec::new(),
        Revision::new(8),
    )
}

#[test]
fn a_snapshot_gives_the_same_index_and_none_with_other_rules() {
    let index = small_index();
    let mut bytes = Vec::new();
    write_snapshot(&index, "rules 1", "mark", &mut bytes).unwrap();
    let (opened, mark) = open_snapshot(&shared(&bytes), "rules 1").unwrap();
    assert_eq!(mark, "mark");
    assert_eq!((opened.len(), opened.revision(), opened.lang()), (697, Revision::new(8), &Lang::JA));
    let mut scratch = Scratch::default();
    for text in ["細胞の機能と形を調べた第9の実験", "機能を調べた", "𠮷"] {
        let ask = |index: &Index, scratch: &mut Scratch| {
            index.search(&query(text, &Lang::JA, 50, 20), adjustment, &|| false, scratch)
        };
        assert_eq!(ask(&index, &mut scratch), ask(&opened, &mut scratch), "{text}");
    }
    let other = open_snapshot(&shared(&bytes), "rules 2").unwrap_err();
    assert_eq!(other, SnapshotProblem::OtherRules { found: "rules 1".to_owned() });
}

#[test]
fn a_damaged_snapshot_is_refused_wherever_the_damage_is() {
    let mut bytes = Vec::new();
    write_snapshot(&small_index(), "rules 1", "mark", &mut bytes).unwrap();
    for length in [0, 7, 23, 24, 100, 4_096, bytes.len() / 2, bytes.len() - 64] {
        assert!(open_snapshot(&shared(&bytes[..length]), "rules 1").is_err(), "cut to {length}");
    }
    let (index, _) = open_snapshot(&shared(&bytes), "rules 1").unwrap();
    for at in (0..bytes.len()).step_by(bytes.len() / 997) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        // Only the padding between parts has no meaning.
        if let Ok((opened, _)) = open_snapshot(&shared(&damaged), "rules 1") {
            let ask = |index: &Index| {
                index.search(
                    &query("細胞の機能を調べた", &Lang::JA, 50, 50),
                    adjustment,
                    &|| false,
                    &mut Scratch::default(),
                )
            };
            assert_eq!(ask(&opened), ask(&index), "byte {at}");
        }
    }
}

#[test]
fn merged_parts_give_the_same_results_without_what_was_removed_meanwhile() {
    let mut index = Index::new(Lang::JA, Revision::START);
    for round in 0..12_i64 {
        let texts = (0..300).map(|at| round * 1_000 + at).map(|id| {
            Sample::new(id, &format!("第{id}回の細胞と遺伝子の{}実験", "実".repeat(id as usize % 5)), &Lang::JA)
        });
        index = index.with_changes(&[], texts.filter_map(|sample| sample.indexed()).collect(), Revision::new(round));
    }
    assert!(index.parts() >= 8);
    let compaction = index.compaction().unwrap();
    let merged = compaction.merge();
    let meanwhile = index.with_changes(&[1_001, 2_002, 99].map(SegmentId::new), Vec::new(), Revision::new(40));
    let compacted = meanwhile.compacted(&compaction, merged);
    assert!(compacted.parts() < index.parts());
    assert_eq!((compacted.len(), compacted.revision()), (meanwhile.len(), Revision::new(40)));
    let ask = |index: &Index| {
        index.search(
            &query("第3回の細胞と遺伝子の実験", &Lang::JA, 60, 5_000),
            adjustment,
            &|| false,
            &mut Scratch::default(),
        )
    };
    assert_eq!(ask(&compacted), ask(&meanwhile));
}

#[test]
fn a_search_can_be_stopped_and_says_so() {
    let index = small_index();
    let result =
        index.search(&query("細胞の機能を調べた実験", &Lang::JA, 50, 5), adjustment, &|| true, &mut Scratch::default());
    assert!(!result.complete);
}

#[test]
fn odd_queries_are_answered() {
    let index = small_index();
    let mut scratch = Scratch::default();
    for (text, least) in
        [("", 0), (" \u{200b}\r\n", 0), ("👩‍🔬🧬", 0), ("ﾞ", 0), ("ー", 0), ("1", 0), ("細", 0), ("\u{301}\u{3099}", 0)]
    {
        let result = index.search(&query(text, &Lang::JA, 50, 10), adjustment, &|| false, &mut scratch);
        assert!(result.complete && result.hits.len() >= least, "{text}");
    }
    let long = "細胞の機能を調べた実験。".repeat(8_400);
    assert!(long.chars().count() > 100_000);
    assert!(index.search(&query(&long, &Lang::JA, 50, 10), adjustment, &|| false, &mut scratch).hits.is_empty());
}
