//! The fuzzy index: it gives what a comparison with every segment gives, whatever came, went and was put together.

mod reference;

use proptest::collection::vec;
use proptest::prelude::*;
use reference::{Known, best, query, standing};
use taiyaku::model::Lang;
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
        let gone: Vec<i64> = gone.iter().filter_map(|at| known.get(*at)).map(|known| known.id).collect();
        let index = Index::new(lang.clone(), 0).changed(&[], entries(&known[..cut]), 1);
        let index = index.changed(&gone, entries(&known[cut..]), 2);
        let left: Vec<Known> = known.iter().enumerate().filter(|(at, known)| *at >= cut || !gone.contains(&known.id)).map(|(_, known)| known.clone()).collect();
        let mut scratch = Scratch::default();
        for text in queries.iter().chain(texts.iter().take(3)) {
            let found = index.find(&query(text, &lang, floor, limit), standing, &|| false, &mut scratch);
            prop_assert!(found.complete);
            prop_assert_eq!(found.hits, best(&left, text, &lang, floor, limit), "{}", text);
        }
    }
}
