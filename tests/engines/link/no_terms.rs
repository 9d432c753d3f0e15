//! Brackets without a translation: organisations, people, instances, examples, quantities, references.

use super::{Fact, check_always};

#[test]
fn organisations_are_no_terms() {
    const FACTS: &[Fact] = &[
        (
            "a university",
            "分析は東都大学（Toto University）が行った。",
            &["東都大学 = Toto University, inline_gloss organisation"],
        ),
        (
            "a school of one",
            "分析は東都大学大学院（Graduate School of Science, Toto University）が行った。",
            &["東都大学大学院 = Graduate School of Science, Toto University, inline_gloss organisation"],
        ),
        (
            "an institute and its abbreviation",
            "分析は架空計測研究機構（Imaginary Institute of Metrology: IIM）が行った。",
            &["架空計測研究機構 = Imaginary Institute of Metrology [IIM], inline_gloss organisation"],
        ),
        (
            "an abbreviation alone",
            "分析は架空計測研究機構（IIM）が行った。",
            &["架空計測研究機構 = IIM, inline_gloss organisation"],
        ),
        (
            "a company",
            "試薬は南洋薬品株式会社（Nanyo Pharma）が供給した。",
            &["南洋薬品株式会社 = Nanyo Pharma, inline_gloss organisation"],
        ),
        (
            "in English text",
            "The enzyme came from the University of Toto (東都大学).",
            &["東都大学 = University of Toto, inline_gloss organisation"],
        ),
    ];
    check_always(FACTS);
}

#[test]
fn instances_are_related_at_most_and_formulas_and_journals_are_pairs_of_their_own() {
    const FACTS: &[Fact] = &[
        ("a member of a class", "血中のサイトカイン（IL-6）が増えた。", &["サイトカイン = IL-6, inline_gloss related"]),
        ("a gene", "変異した遺伝子（CDKN1A）を除いた。", &["遺伝子 = CDKN1A, inline_gloss related"]),
        ("a formula", "焼いた化合物（LiCoO2）を量った。", &["化合物 = LiCoO2, inline_gloss symbol"]),
        (
            "a journal",
            "成果は国際誌（Imaginary Science）に載る。",
            &["国際誌 = Imaginary Science, inline_gloss publication"],
        ),
        ("an oxidation number", "赤い酸化鉄（III）を混ぜた。", &[]),
        ("a unit", "光の波長350ナノメートル（nm）を選んだ。", &[]),
    ];
    check_always(FACTS);
}

#[test]
fn brackets_that_hold_something_else_prove_nothing() {
    const FACTS: &[Fact] = &[
        ("a person", "研究は佐藤花子（Hanako Sato）教授が率いた。", &[]),
        ("a person in English text", "The work was led by Hanako Sato (佐藤 花子).", &[]),
        ("a place", "The strain came from Kyoto (京都).", &[]),
        ("a figure", "観測した分子雲（図2）は暗い。", &[]),
        ("a quantity", "赤い培養液（10 mL）に加えた。", &[]),
        ("a statistic", "集めた試料（n = 24）を調べた。", &[]),
        ("a year", "測定は翌年（2023年）に終えた。", &[]),
        ("a citation", "先の論文（Sato et al. 2021）と合う。", &[]),
        ("an address", "値は公開場所（https://example.jp/data）にある。", &[]),
        ("an example", "細かな細胞（例えば HeLa cells）を使った。", &[]),
        ("examples", "湖の細菌（photosynthetic bacteria など）を集めた。", &[]),
        ("a reading", "魚の耳石（じせき）を切った。", &[]),
        ("a note mark", "魚の耳石（注1）を切った。", &[]),
        ("a bracket left open", "魚の耳石（otolithを切った。\n\n次の段落（図）。", &[]),
        ("only an English word and its abbreviation", "値はHRV（heart rate variability）である。", &[]),
    ];
    check_always(FACTS);
}
