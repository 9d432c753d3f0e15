//! Links proven by glosses in running text, by the content of the bracket and the side of the term.

use super::{Fact, check_always, links, short};
use taiyaku_language::text::tokeniser::Tokeniser;

#[test]
fn a_bracket_after_a_japanese_term_gives_its_english() {
    const FACTS: &[Fact] = &[
        ("one word", "この酵素は解糖系（glycolysis）で働く。", &["解糖系 = glycolysis, inline_gloss equivalent"]),
        (
            "several words",
            "水面で熱容量（heat capacity）を測った。",
            &["熱容量 = heat capacity, inline_gloss equivalent"],
        ),
        (
            "narrow brackets",
            "水面で熱容量 (heat capacity) を測った。",
            &["熱容量 = heat capacity, inline_gloss equivalent"],
        ),
        (
            "a gloss the page cut",
            "水面で熱容量\n（heat\ncapacity）を測った。",
            &["熱容量 = heat capacity, inline_gloss equivalent"],
        ),
        (
            "two terms in a sentence",
            "島皮質（insular cortex）と扁桃体（amygdala）を結ぶ。",
            &["島皮質 = insular cortex, inline_gloss equivalent", "扁桃体 = amygdala, inline_gloss equivalent"],
        ),
        (
            "a term of several scripts",
            "リチウムイオン電池（lithium-ion battery）を使う。",
            &["リチウムイオン電池 = lithium-ion battery, inline_gloss equivalent"],
        ),
        ("full-width Latin in the term", "鉱物にＸ線（X-ray）を当てた。", &["X線 = X-ray, inline_gloss equivalent"]),
        ("half-width kana", "炉でｶﾞｰﾈｯﾄ（garnet）を育てた。", &["ガーネット = garnet, inline_gloss equivalent"]),
        (
            "a radical for an ideograph",
            "菌は⻭周病（periodontal disease）を招く。",
            &["歯周病 = periodontal disease, inline_gloss equivalent"],
        ),
        (
            "a character beyond the first plane",
            "実験で𠮷田効果（Yoshida effect）を見た。",
            &["𠮷田効果 = Yoshida effect, inline_gloss equivalent"],
        ),
        (
            "an organism's Latin name",
            "畑のシロイヌナズナ（Arabidopsis thaliana）を調べた。",
            &["シロイヌナズナ = Arabidopsis thaliana, inline_gloss equivalent"],
        ),
        (
            "quotes around the term",
            "これを「静かな地震」（silent earthquake）と呼ぶ。",
            &["静かな地震 = silent earthquake, inline_gloss equivalent"],
        ),
        (
            "a reading before the English",
            "魚の耳石（じせき、otolith）を切った。",
            &["耳石 = otolith, inline_gloss equivalent"],
        ),
        (
            "a reading after the English",
            "分子の光異性化（photoisomerization、ひかりいせいか）が進む。",
            &["光異性化 = photoisomerization, inline_gloss equivalent"],
        ),
        (
            "a note mark in the bracket",
            "空洞で黒体放射（注1、blackbody radiation）を測る。",
            &["黒体放射 = blackbody radiation, inline_gloss equivalent"],
        ),
        (
            "a note mark after the bracket",
            "空洞で黒体放射（blackbody radiation）［2］を測る。",
            &["黒体放射 = blackbody radiation, inline_gloss equivalent"],
        ),
        (
            "a citation before the bracket",
            "空洞で黒体放射[1]（blackbody radiation）を測る。",
            &["黒体放射 = blackbody radiation, inline_gloss equivalent"],
        ),
        (
            "a caption",
            "図2　黒体放射（blackbody radiation）の分布",
            &["黒体放射 = blackbody radiation, caption_gloss equivalent"],
        ),
    ];
    check_always(FACTS);
}

#[test]
fn an_abbreviation_stands_beside_the_english_or_for_it() {
    const FULL: &[&str] = &["深部静脈血栓症 = deep vein thrombosis [DVT], inline_gloss equivalent"];
    const FACTS: &[Fact] = &[
        ("after a colon", "患者は深部静脈血栓症（deep vein thrombosis: DVT）だった。", FULL),
        ("after a wide colon", "患者は深部静脈血栓症（deep vein thrombosis：DVT）だった。", FULL),
        ("after a comma", "患者は深部静脈血栓症（deep vein thrombosis, DVT）だった。", FULL),
        ("after a wide comma", "患者は深部静脈血栓症（deep vein thrombosis、DVT）だった。", FULL),
        ("after a semicolon", "患者は深部静脈血栓症（deep vein thrombosis; DVT）だった。", FULL),
        ("before the English", "患者は深部静脈血栓症（DVT; deep vein thrombosis）だった。", FULL),
        (
            "with words that announce it",
            "患者は深部静脈血栓症（英語名: deep vein thrombosis、略称: DVT）だった。",
            FULL,
        ),
        ("outside, both names inside", "患者はDVT（深部静脈血栓症：deep vein thrombosis）だった。", FULL),
        ("alone", "患者は深部静脈血栓症（DVT）だった。", &["深部静脈血栓症 = DVT, inline_gloss abbreviation_of"]),
        (
            "alone, in full width",
            "患者は深部静脈血栓症（ＤＶＴ）だった。",
            &["深部静脈血栓症 = DVT, inline_gloss abbreviation_of"],
        ),
        (
            "outside, the Japanese name inside",
            "患者はDVT（深部静脈血栓症）だった。",
            &["深部静脈血栓症 = DVT, inline_gloss abbreviation_of"],
        ),
        (
            "with a number both sides share",
            "血中のインターロイキン-6（interleukin-6: IL-6）を測った。",
            &["インターロイキン-6 = interleukin-6 [IL-6], inline_gloss equivalent"],
        ),
    ];
    check_always(FACTS);
}

#[test]
fn an_english_term_takes_its_japanese_from_the_bracket() {
    const FACTS: &[Fact] = &[
        (
            "in English text",
            "We measured the heat capacity (熱容量) of ice.",
            &["熱容量 = heat capacity, inline_gloss_en equivalent"],
        ),
        (
            "a preposition inside the term",
            "We reached a limit of detection (検出限界) of 3 nM.",
            &["検出限界 = limit of detection, inline_gloss_en equivalent"],
        ),
        (
            "hyphens inside the term",
            "A signal-to-noise ratio (信号対雑音比) of 10 was reached.",
            &["信号対雑音比 = signal-to-noise ratio, inline_gloss_en equivalent"],
        ),
        (
            "an abbreviation beside it",
            "They had deep vein thrombosis (DVT; 深部静脈血栓症) at night.",
            &["深部静脈血栓症 = deep vein thrombosis [DVT], inline_gloss_en equivalent"],
        ),
        (
            "in Japanese text",
            "この酵素はproteasome（プロテアソーム）と呼ばれる。",
            &["プロテアソーム = proteasome, inline_gloss_en equivalent"],
        ),
        (
            "a hyphen the page cut",
            "Below the melting point we measured the elec-\ntric resistance (電気抵抗) of ice.",
            &["電気抵抗 = electric resistance, inline_gloss_en equivalent"],
        ),
    ];
    check_always(FACTS);
}

#[test]
fn a_pair_printed_often_is_one_link_with_its_strongest_proof_and_an_abbreviation_from_any() {
    let text = "図1　熱容量（heat capacity）の値\n\n水面で熱容量（Heat Capacity; HC）を測った。熱容量（heat capacity）は大きい。\n";
    let found = links(text, &Tokeniser::by_script());
    let got: Vec<String> = found.iter().map(short).collect();
    assert_eq!(got.len(), 1, "{got:?}");
    assert_eq!(found[0].abbr.as_deref(), Some("HC"));
}

#[test]
fn a_noun_after_a_clause_may_be_only_a_part_of_what_the_english_names() {
    let words = Tokeniser::by_script();
    for (text, sure) in [
        ("右巻きの構造をもつ磁性体（chiral magnet）を冷やした。", false),
        ("冷やした磁性体（magnet）を量った。", true),
        ("冷やした水素結合（hydrogen bond）を量った。", true),
    ] {
        let found = links(text, &words);
        let signs: Vec<bool> =
            found.iter().map(|link| !link.signs.iter().any(|sign| sign.name == "doubt_clause_before")).collect();
        assert_eq!(signs, [sure], "{text} {found:?}");
        assert!(sure || found[0].confidence < 0.8, "{found:?}");
    }
}

#[test]
fn of_a_scientific_and_a_common_name_the_common_one_is_the_translation() {
    const FACTS: &[Fact] = &[
        (
            "a fish",
            "川のニホンウナギ（Anguilla japonica, Japanese eel）を数えた。",
            &["ニホンウナギ = Japanese eel, inline_gloss equivalent"],
        ),
        (
            "the other way round",
            "川のニホンウナギ（Japanese eel, Anguilla japonica）を数えた。",
            &["ニホンウナギ = Japanese eel, inline_gloss equivalent"],
        ),
        (
            "a scientific name alone",
            "川のニホンウナギ（Anguilla japonica）を数えた。",
            &["ニホンウナギ = Anguilla japonica, inline_gloss equivalent"],
        ),
    ];
    check_always(FACTS);
}
