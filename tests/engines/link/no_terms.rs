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

#[test]
fn contacts_people_funding_and_embargoes_are_no_terms() {
    const FACTS: &[Fact] = &[
        (
            "an address that goes on in the next line",
            "【お問い合わせ】\n架空大学広報室（Public Relations Office）\nFAX（fax）：00-0000-0003\n\
             受付時間（Office Hours）：9時から\n道順（Access Map）",
            &[
                "架空大学広報室 = Public Relations Office, inline_gloss organisation",
                "受付時間 = Office Hours, inline_gloss related",
                "道順 = Access Map, inline_gloss related",
            ],
        ),
        ("a clerk", "担当：大森（Omori）", &["大森 = Omori, inline_gloss person"]),
        ("an author", "論文著者：大川（Okawa）", &["大川 = Okawa, inline_gloss person"]),
        (
            "a name in running text",
            "装置は渡辺花子（Hanako Watanabe）が作った。",
            &["渡辺花子 = Hanako Watanabe, inline_gloss person"],
        ),
        ("a name and an office", "発表者：渡辺花子（Hanako Watanabe）　教授（Professor）", &[]),
        ("a place to meet", "会場：架空会館（Kaku Hall）", &["架空会館 = Kaku Hall, inline_gloss organisation"]),
        (
            "a grant",
            "■研究助成\n新学術領域研究（Grant-in-Aid for Scientific Research on Innovative Areas）「膜の科学（Membrane Science）」",
            &[
                "新学術領域研究 = Grant-in-Aid for Scientific Research on Innovative Areas, inline_gloss grant",
                "膜の科学 = Membrane Science, inline_gloss grant",
            ],
        ),
        (
            "a programme in a sentence",
            "本研究は、戦略的創造研究推進事業（CREST）の支援を受けました。",
            &["戦略的創造研究推進事業 = CREST, inline_gloss grant"],
        ),
        ("an embargo", "＊解禁日時（embargo）：5月1日", &["解禁日時 = embargo, inline_gloss related"]),
        (
            "a term in a sentence after such lines",
            "＜発表者＞\n渡辺花子\n\n研究では水流（water flow）を調べた。",
            &["水流 = water flow, inline_gloss equivalent"],
        ),
        (
            "a cognitive map",
            "認知地図（cognitive map）が働く。",
            &["認知地図 = cognitive map, inline_gloss equivalent"],
        ),
    ];
    check_always(FACTS);
}
