//! Links proven by the heads and definitions of glossary entries.

use super::{Fact, check_always, links};
use taiyaku_language::text::tokeniser::Tokeniser;

#[test]
fn heads_and_definitions_give_english() {
    const FACTS: &[Fact] = &[
        (
            "a gloss in the head",
            "【用語解説】\n注1）解糖系（glycolysis）：糖を分ける道筋。\n",
            &["解糖系 = glycolysis, head_gloss equivalent"],
        ),
        (
            "English and abbreviation in the head",
            "【用語解説】\n注1）熱容量（heat capacity: HC）：温まりにくさ。\n",
            &["熱容量 = heat capacity [HC], head_gloss equivalent", "熱容量 = HC, head_gloss abbreviation_of"],
        ),
        (
            "an abbreviation as head",
            "【用語解説】\n注1）DVT（深部静脈血栓症：deep vein thrombosis）：脚の病気のこと。\n",
            &["深部静脈血栓症 = deep vein thrombosis [DVT], head_gloss equivalent", "DVT = DVT, identity equivalent"],
        ),
        (
            "an abbreviation and its Japanese",
            "【用語解説】\n注1）DVT（深部静脈血栓症）：脚の病気のこと。\n",
            &["深部静脈血栓症 = DVT, head_gloss abbreviation_of", "DVT = DVT, identity equivalent"],
        ),
        (
            "a reading and English",
            "【用語解説】\n注1）耳石（じせき、otolith）：魚の耳にある石。\n",
            &["耳石 = otolith, head_gloss equivalent"],
        ),
        (
            "English after a slash",
            "【用語解説】\n注1）反実仮想 / counterfactual：起きなかったことを考えること。\n",
            &["反実仮想 = counterfactual, head_gloss equivalent"],
        ),
        (
            "an English head",
            "【用語解説】\n注1）Biosensor (バイオセンサー)：生体の分子を測る装置。\n",
            &["バイオセンサー = Biosensor, head_gloss equivalent"],
        ),
        (
            "a gloss in a definition",
            "【用語解説】\n注1）脂質異常症：動脈硬化（arteriosclerosis）を招く病気。\n",
            &["動脈硬化 = arteriosclerosis, definition_gloss equivalent"],
        ),
        (
            "what an abbreviation is short for",
            "【用語解説】\n注1）核磁気共鳴：NMRはnuclear magnetic resonanceの略。核を見る。\n",
            &["核磁気共鳴 = nuclear magnetic resonance [NMR], definition_gloss equivalent"],
        ),
        (
            "what it translates",
            "【用語解説】\n注1）肝オルガノイド：liver organoidの訳。小さな肝臓。\n",
            &["肝オルガノイド = liver organoid, definition_gloss equivalent"],
        ),
        (
            "another name with its English",
            "【用語解説】\n注1）もつれ：量子の強い相関で、エンタングルメント（entanglement）とも。\n",
            &[
                "エンタングルメント = entanglement, definition_gloss equivalent",
                "もつれ = entanglement, definition_gloss equivalent",
            ],
        ),
        (
            "units, formulas and signs",
            "【用語解説】\n注1）比表面積（m2/g）：重さあたりの面積。\n注2）水（H2O）：液体。\n注3）半減期（T1/2）：半分になる時間。\n",
            &["比表面積 = m2/g, head_gloss symbol", "水 = H2O, head_gloss symbol", "半減期 = T1/2, head_gloss symbol"],
        ),
        (
            "initials",
            "【用語解説】\n注1）核磁気共鳴：nuclear magnetic resonanceの頭文字でNMRと書く。\n",
            &["核磁気共鳴 = nuclear magnetic resonance, definition_gloss equivalent"],
        ),
        (
            "what it is called in English",
            "【用語解説】\n注1）粒界：英語では grain boundary という。結晶の境目。\n",
            &["粒界 = grain boundary, definition_gloss equivalent"],
        ),
        (
            "a separator and an invisible character after the English",
            "【用語解説】\n注1）粒界：英語ではgrain boundary/\u{200b}という。結晶の境目。\n",
            &["粒界 = grain boundary, definition_gloss equivalent"],
        ),
        (
            "a separator and a space after the English",
            "【用語解説】\n注1）粒界：英語ではgrain boundary / という。結晶の境目。\n",
            &["粒界 = grain boundary, definition_gloss equivalent"],
        ),
        (
            "a separator before what is spelled out",
            "【用語解説】\n注1）核磁気共鳴：NMRは/nuclear magnetic resonance –の略。核を見る。\n",
            &["核磁気共鳴 = nuclear magnetic resonance [NMR], definition_gloss equivalent"],
        ),
        ("several terms in a head", "【用語解説】\n注1）電子スピン、量子ビット：量子計算の部品。\n", &[]),
        ("an oxidation number in the head", "【用語解説】\n注1）酸化鉄(III)：赤いさびの成分。\n", &[]),
    ];
    check_always(FACTS);
}

#[test]
fn a_symbol_is_the_same_in_both_languages_and_a_word_is_not() {
    for (head, same) in [
        ("CYP7A1", true),
        ("IL-6", true),
        ("DNA", true),
        ("mRNA", true),
        ("p53", true),
        ("TNF-α", true),
        ("Wi-Fi", true),
        ("glycolysis", false),
        ("slow slip", false),
        ("RNA干渉", false),
        ("解糖系", false),
    ] {
        let text = format!("【用語解説】\n注1）{head}：ここで説明される語。\n注2）別の語：これも説明される語。\n");
        let found = links(&text, &Tokeniser::by_script());
        let identity = found.iter().any(|link| link.ja == head && link.en == head);
        assert_eq!(identity, same, "{head}: {found:?}");
    }
}

#[test]
fn a_link_of_an_entry_knows_it_and_its_place() {
    let text = "細胞で解糖系（glycolysis）注1）を見た。\n\n【用語解説】\n注1）解糖系：英語ではglycolysisという。\n注2）熱容量（heat capacity）：温まりにくさ。\n";
    let found = links(text, &Tokeniser::by_script());
    let places: Vec<(&str, Option<usize>, &str)> =
        found.iter().map(|link| (link.ja.as_str(), link.entry, link.span.of(text))).collect();
    assert_eq!(places, [("解糖系", Some(0), "解糖系（glycolysis）"), ("熱容量", Some(1), "熱容量（heat capacity）")]);
}
