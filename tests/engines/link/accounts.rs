//! Glosses whose words must account for each other, and marks of an index, of code and of lists that are no translations.

use super::{Fact, check, check_always, dictionary};

#[test]
fn what_cannot_be_the_english_of_a_term_is_no_translation() {
    const FACTS: &[Fact] = &[
        ("a file", "設定ファイル（.confrc）を読む。", &[]),
        ("an option", "短い書式（prog -v）で動かす。", &[]),
        ("a folder", "親の場所（~/papers/yoshi）に置く。", &[]),
        ("a list of commands", "手順（begin, halt, verify）を踏む。", &[]),
        ("names joined by a conjunction", "道具（alpha および beta）を使う。", &[]),
        ("examples of one shape", "特定のセンサー（gauge-x1、gauge-x2 など）で測る。", &[]),
        ("a member with a number", "セット（model-k9）を買う。", &["セット = model-k9, inline_gloss related"]),
        ("what the term prints itself", "alphaセット（alpha）を買う。", &["alphaセット = alpha, inline_gloss related"]),
        ("one word for two", "あるセット（frozen set）を買う。", &["セット = frozen set, inline_gloss related"]),
        ("the end of an address", "http://www.example.jp/menu/021.htm（見本の頁）を見る。", &[]),
        ("a reference in an index", "alpha（see 𠮷の膜）を見る。", &[]),
        ("an abbreviation read aloud", "CP（シーピー）対称性とK-BEAM（ケイビーム）を見る。", &[]),
        (
            "a person with a middle name and a remark",
            "地震学者チャールズ・ミホン（Charles Francis Mihon、英語読みではマイオン）が考えた。",
            &["地震学者チャールズ・ミホン = Charles Francis Mihon, inline_gloss person"],
        ),
        ("an element", "スカンジウム（Sc）を足す。", &["スカンジウム = Sc, inline_gloss symbol"]),
        (
            "a grant",
            "科研費（Grant-in-Aid for Imaginary Research）で行う。",
            &["科研費 = Grant-in-Aid for Imaginary Research, inline_gloss grant"],
        ),
    ];
    check_always(FACTS);
}

#[test]
fn the_glosses_of_one_document_judge_each_other() {
    const FACTS: &[Fact] = &[
        (
            "members of a class",
            "流量図（alpha）と流量図（beta）と流量図（gamma）を選ぶ。",
            &[
                "流量図 = alpha, inline_gloss related",
                "流量図 = beta, inline_gloss related",
                "流量図 = gamma, inline_gloss related",
            ],
        ),
        (
            "forms of one word",
            "推奨（Recommends）と推奨（recommend）を選ぶ。",
            &["推奨 = Recommends, inline_gloss equivalent", "推奨 = recommend, inline_gloss equivalent"],
        ),
        (
            "a chapter, an author, a key and a page of a manual",
            "第7章（GUI environment）とKnuth 著（Imaginary House）と削除（Control+u）と書式（regex(7)）を見る。",
            &[],
        ),
        ("a remark in English", "故障の確率（especially discs）を見る。", &[]),
        ("a remark in Japanese", "alpha beta（2.6以降）を見る。", &[]),
    ];
    check_always(FACTS);
}

#[test]
fn glosses_of_every_shape_give_their_english() {
    const FACTS: &[Fact] = &[
        (
            "an abbreviation used from here on",
            "情報は背側層（dorsal layer, 以下DLSと略）に届く。",
            &["背側層 = dorsal layer [DLS], inline_gloss equivalent"],
        ),
        (
            "one in quotes",
            "情報は腹側層（ventral layer、以下「VLS」という）に届く。",
            &["腹側層 = ventral layer [VLS], inline_gloss equivalent"],
        ),
        (
            "a bracket in the bracket",
            "膜の経膜抵抗（TMR（transmembrane resistance））を測る。",
            &["経膜抵抗 = transmembrane resistance [TMR], inline_gloss equivalent"],
        ),
        (
            "a sign after the name",
            "光の最大積（maximum product, (BH)max）を測る。",
            &["最大積 = maximum product, inline_gloss equivalent"],
        ),
        ("a reading before the name", "海の潮汐（ちょうせき tide）を測る。", &["潮汐 = tide, inline_gloss equivalent"]),
        (
            "two in one head",
            "用語解説\n\n*1 大型風洞（LWT）の低速部（LSS）\n風の速さが毎秒30メートルまでの部分。\n",
            &["大型風洞 = LWT, head_gloss abbreviation_of", "低速部 = LSS, head_gloss abbreviation_of"],
        ),
        (
            "a number that measures",
            "星までの3,500万光年（light-year）を測る。",
            &["光年 = light-year, inline_gloss equivalent"],
        ),
        (
            "an adverb of time",
            "装置は一定期間試験版（beta version）を使う。",
            &["試験版 = beta version, inline_gloss equivalent"],
        ),
        (
            "a term that stands alone elsewhere",
            "まず安定版（stable）を配る。\n\n次に直後安定版（stable）を配る。",
            &["安定版 = stable, inline_gloss equivalent"],
        ),
    ];
    check_always(FACTS);
}

#[test]
fn words_at_the_left_border_belong_to_a_term_if_its_english_says_them() {
    const FACTS: &[Fact] = &[
        (
            "an adjective said",
            "短い要約文（short abstract）を付ける。",
            &["短い要約文 = short abstract, inline_gloss equivalent"],
        ),
        (
            "an adjective not said",
            "低い誤検出率（false discovery rate）を示す。",
            &["誤検出率 = false discovery rate, inline_gloss equivalent"],
        ),
        (
            "a noun said",
            "新規会員申請（new membership applications）を受ける。",
            &["新規会員申請 = new membership applications, inline_gloss equivalent"],
        ),
        (
            "a noun not said",
            "その結果安定版（stable version）を配る。",
            &["安定版 = stable version, inline_gloss equivalent"],
        ),
        ("an adverb", "これを一旦不安定版（unstable）に置く。", &["不安定版 = unstable, inline_gloss equivalent"]),
        ("a name not said", "sampleメンター（mentors）に聞く。", &["メンター = mentors, inline_gloss equivalent"]),
        (
            "katakana unknown to the dictionary",
            "動的デカップリング（dynamical decoupling）を使う。",
            &["動的デカップリング = dynamical decoupling, inline_gloss equivalent"],
        ),
    ];
    if let Some(words) = dictionary() {
        check(FACTS, &words);
    }
}
