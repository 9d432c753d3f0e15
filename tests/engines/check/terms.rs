//! Terms: used in any accepted form or not at all, forbidden, without a translation.

use taiyaku_language::model::{Rule, Severity, Side};

use super::Direction::{self, IntoEnglish, IntoJapanese};
use super::{Base, found, marked, mended, owned};

/// A case: the names of concepts, a pair, and the words of the source whose term is missing (none where all is well).
type Case<'a> = (&'a [&'a [&'a str]], (&'a str, &'a str), &'a str);

#[track_caller]
fn missing(way: Direction, cases: &[Case<'_>]) {
    for (concepts, pair, want) in cases {
        let base = Base::new(way, concepts);
        let found = found(Rule::TermNotUsed, &base, way, &[*pair]);
        let got: Vec<String> = found.iter().map(|finding| marked(finding, Side::Source, &[*pair])).collect();
        assert_eq!(got.join("|"), *want, "{pair:?}");
    }
}

const ATHERO: &[&str] = &["ja:動脈硬化", "en:atherosclerosis"];
const ARTERY: &[&str] = &["ja:動脈", "en:artery"];
const HYPO: &[&str] = &["ja:視床下部", "en:hypothalamus"];
const GENE: &[&str] = &["ja:遺伝子発現", "en:gene expression"];

#[test]
fn any_accepted_name_in_any_form_counts_as_used() {
    missing(
        IntoEnglish,
        &[
            (&[ATHERO], ("動脈硬化の治療", "Treating atherosclerosis"), ""),
            (&[ATHERO], ("動脈硬化の治療", "Treating the disease"), "動脈硬化"),
            (&[ATHERO, ARTERY], ("動脈硬化の治療", "Treating atherosclerosis"), ""),
            (&[ATHERO, ARTERY], ("動脈硬化は動脈の病気", "Atherosclerosis is a disease of vessels"), "動脈"),
            (&[HYPO], ("視床下部の細胞", "Hypothalamic cells"), ""),
            (&[&["ja:療法", "en:therapy"]], ("新しい療法", "A new therapeutic way"), ""),
            (&[&["ja:核", "en:nucleus"]], ("核が並ぶ", "Nuclei line up"), ""),
            (&[&["ja:ミトコンドリア", "en:mitochondrion"]], ("ミトコンドリア病", "Mitochondrial disease"), ""),
            (&[&["ja:腫瘍", "en:tumor"]], ("腫瘍の増殖", "Growth of tumours"), ""),
            (
                &[&["ja:インターフェロンγ", "en:interferon-γ"]],
                ("インターフェロンγを測る", "Interferon gamma was measured"),
                "",
            ),
            (&[&["ja:無細胞合成", "en:cell-free synthesis"]], ("無細胞合成で作る", "Made by cell free synthesis"), ""),
            (&[&["ja:波長", "en:wavelength"]], ("波長を変える", "The wave length is changed"), ""),
            (&[GENE], ("遺伝子発現を調べた", "The expression of the gene was studied"), ""),
            (&[GENE], ("遺伝子発現を調べた", "Gene and protein expression was studied"), ""),
            (&[GENE], ("遺伝子発現を調べた", "The gene was studied. Expression was not"), "遺伝子発現"),
            (
                &[&["ja:孤独", "en:loneliness", "en+:social isolation"]],
                ("孤独の影響", "Effects of social isolation"),
                "",
            ),
            (&[&["ja:孤独", "en:loneliness"], &["ja:孤独", "en:solitude"]], ("孤独の影響", "Effects of solitude"), ""),
            (&[&["ja:孤独", "en:loneliness", "en?:being alone"]], ("孤独の影響", "Effects of being alone"), ""),
            (
                &[&["ja:再取り込み阻害薬", "en:reuptake inhibitor", "en~:SSRI"]],
                ("再取り込み阻害薬を使う", "SSRIs are used"),
                "",
            ),
            (&[HYPO], ("視床下部は大切で、視床下部を守る", "The hypothalamus matters, so protect it"), ""),
            (&[HYPO], ("視床下部の細胞", "視床下部 cells"), "視床下部"),
            (&[&["ja:SHH", "en:SHH"]], ("SHHが働く", "shh works"), "SHH"),
            (&[&["ja:SHH", "en:SHH"]], ("SHHが働く", "The gene SHH works"), ""),
            (&[&["ja:肝細胞", "en:hepatocyte"]], ("𠮷田の肝細胞", "Yoshida's cells"), "肝細胞"),
            (&[&["ja:歯学", "en:dentistry"]], ("⻭学の研究", "Research"), "⻭学"),
            (&[&["ja:ガン", "en:goose"]], ("ｶﾞﾝを見た", "A bird was seen"), "ｶﾞﾝ"),
            (
                &[&["ja:コンピューター", "en:computer"]],
                ("コンピュータで\r\n解く", "Solved with\r\npaper"),
                "コンピュータ",
            ),
            (&[HYPO], ("視床下部の細胞", ""), ""),
        ],
    );
}

#[test]
fn into_japanese_variants_count_and_katakana_is_never_cut() {
    missing(
        IntoJapanese,
        &[
            (&[ATHERO], ("Atherosclerosis was treated", "動脈硬化を治療した"), ""),
            (&[ATHERO], ("Atherosclerosis was treated", "病気を治療した"), "Atherosclerosis"),
            (&[&["en:computer", "ja:コンピューター"]], ("with a computer", "コンピュータで"), ""),
            (&[&["en:protein", "ja:タンパク質"]], ("The protein folds", "蛋白質が折りたたまれる"), ""),
            (&[&["en:word", "ja:ワード"]], ("each word", "各パスワードを"), "word"),
            (&[&["en:cancer", "ja:がん"]], ("cancer cells", "ｶﾞﾝ細胞"), ""),
            (&[&["en:cancer", "ja:がん"]], ("cancer cells", "ｶﾞﾝﾏ線と細胞"), "cancer"),
            (&[&["en:SSRI", "ja:再取り込み阻害薬", "ja~:SSRI"]], ("SSRI is used", "SSRIを使う"), ""),
            (&[&["en:mouse", "ja:マウス"]], ("𠮷 mice ran", "ﾏｳｽが走った"), ""),
        ],
    );
}

#[test]
fn a_term_written_otherwise_is_the_term_in_both_directions() {
    const FILTRATION: &[&str] = &["ja:濾過", "en:filtration"];
    const METHOD: &[&str] = &["ja:髙橋法", "en:Takahashi method"];
    const RODENT: &[&str] = &["ja:げっ歯類", "en:rodent"];
    const HANDLING: &[&str] = &["ja:取り扱い", "en:handling"];
    missing(
        IntoEnglish,
        &[
            (&[FILTRATION], ("溶液をろ過した", "Filtration of the solution"), ""),
            (&[FILTRATION], ("溶液をろ過した", "The solution was cleaned"), "ろ過"),
            (&[METHOD], ("高橋法で測る", "Measured in this way"), "高橋法"),
            (&[RODENT], ("齧歯類の脳", "Brains of animals"), "齧歯類"),
            (&[HANDLING], ("取扱いに注意", "Mind the dose"), "取扱い"),
            (&[FILTRATION], ("10時ごろ過ぎに", "After ten"), ""),
        ],
    );
    missing(
        IntoJapanese,
        &[
            (&[FILTRATION], ("Filtration of the solution", "溶液のろ過"), ""),
            (&[FILTRATION], ("Filtration of the solution", "溶液の沪過"), ""),
            (&[FILTRATION], ("Filtration of the solution", "溶液の精製"), "Filtration"),
            (&[METHOD], ("The Takahashi method", "高橋法"), ""),
            (&[RODENT], ("Brains of rodents", "齧歯類の脳"), ""),
            (&[HANDLING], ("Handling of samples", "試料の取扱い"), ""),
        ],
    );
}

#[test]
fn uncertain_requirements_are_less_severe() {
    for (concept, pair, want) in [
        (HYPO, ("視床下部を見た", "It was seen"), Severity::Warning),
        (&["ja:電子", "en:electron"], ("電子メールを送る", "Sends mail"), Severity::Information),
        (&["ja:電子", "en:electron"], ("電子を送る", "Sends mail"), Severity::Warning),
        (&["ja:細胞", "en:cell"], ("この細胞は減る", "They become fewer"), Severity::Information),
        (&["ja:細胞", "en:cell"], ("細胞内を見た", "The inside was seen"), Severity::Warning),
    ] {
        let base = Base::new(IntoEnglish, &[concept]);
        let found = found(Rule::TermNotUsed, &base, IntoEnglish, &[pair]);
        assert_eq!(found.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [want], "{pair:?}");
    }
    let base = Base::new(IntoJapanese, &[&["en:feature", "ja:特徴量"]]);
    let found = found(Rule::TermNotUsed, &base, IntoJapanese, &[("a new feature", "新機能")]);
    assert_eq!(found[0].severity, Severity::Information);
    assert_eq!(found[0].message, "`feature` is not translated as `特徴量`.");
}

#[test]
fn a_forbidden_name_is_found_where_it_is_used_and_its_fix_keeps_capitals_and_number() {
    let net: &[&str] = &["ja:神経回路網", "en:neural network", "en!:neural net", "en-:nerve net"];
    for (concepts, way, pair, want) in [
        (
            &[net][..],
            IntoEnglish,
            ("神経回路網を使う", "Neural nets are used"),
            "Neural nets>Neural networks are used|error",
        ),
        (&[net], IntoEnglish, ("神経回路網を使う", "Use of a neural net"), "neural net>Use of a neural network|error"),
        (&[net], IntoEnglish, ("神経回路網を使う", "A nerve net"), "nerve net>A neural network|warning"),
        (&[net], IntoEnglish, ("別の話", "A nerve net"), ""),
        (&[net], IntoEnglish, ("別の話", "A neural net"), "neural net>A neural network|warning"),
        (&[net], IntoEnglish, ("神経回路網を使う", "See “A neural net for all”"), ""),
        (&[net], IntoEnglish, ("神経回路網を使う", "See https://example.org/neural-net"), ""),
        (&[&["ja:頭痛", "en:headache", "en!:net"]], IntoEnglish, ("頭痛", "neural netting"), ""),
        (
            &[&["ja:網", "en:mesh", "en!:net"], &["ja:純額", "en:net"]],
            IntoEnglish,
            ("網と純額", "A mesh and the net"),
            "",
        ),
        (&[&["en:word", "ja:単語", "ja!:ワード"]], IntoJapanese, ("each word", "各ワードを"), "ワード>各単語を|error"),
        (&[&["en:word", "ja:単語", "ja!:ワード"]], IntoJapanese, ("each word", "単語とパスワード"), ""),
        (
            &[&["ja:木", "en:tree", "en!:atom"]],
            IntoEnglish,
            ("木を見た", "An atom was seen"),
            "atom>A tree was seen|error",
        ),
    ] {
        let base = Base::new(way, concepts);
        let found = found(Rule::TermForbidden, &base, way, &[pair]);
        let got: Vec<String> = found
            .iter()
            .map(|finding| {
                let after = finding.fixes.first().map(|fix| mended(&owned(&[pair]), fix)[0].1.clone());
                let severity = finding.severity.as_str();
                format!("{}>{}|{severity}", marked(finding, Side::Target, &[pair]), after.unwrap_or_default())
            })
            .collect();
        assert_eq!(got.join(" "), want, "{pair:?}");
    }
}

#[test]
fn a_term_without_english_is_reported_once_and_required_nowhere() {
    let base = Base::new(IntoEnglish, &[&["ja:光操作法", "en?:light thing"], HYPO]);
    let pairs = [("光操作法を使う", "It is used"), ("光操作法と視床下部", "It and the hypothalamus")];
    let found = found(Rule::TermWithoutTranslation, &base, IntoEnglish, &pairs);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].unit, found[0].severity), (0, Severity::Hint));
    assert_eq!(found[0].message, "The term base has no translation for `光操作法` yet.");
    assert!(super::found(Rule::TermNotUsed, &base, IntoEnglish, &pairs).is_empty());
}
