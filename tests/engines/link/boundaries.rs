//! Where a Japanese term begins before its bracket.

use super::dictionary;
use taiyaku_engines::link::left_boundary;
use taiyaku_language::text::tokeniser::Tokeniser;

/// The text before the bracket, the English in it, and the term; an empty term means none.
type Left = (&'static str, &'static str, &'static str);

/// Boundaries that scripts, word lists and the English determine.
const ALWAYS: &[Left] = &[
    ("", "heat", ""),
    ("氷が融けた。", "melting", ""),
    ("これらの", "these", ""),
    ("解糖系", "glycolysis", "解糖系"),
    ("氷が融けた。熱容量", "heat capacity", "熱容量"),
    ("氷が融け、熱容量", "heat capacity", "熱容量"),
    ("（図1）熱容量", "heat capacity", "熱容量"),
    ("東都大学　熱容量", "heat capacity", "熱容量"),
    ("氷では熱容量", "heat capacity", "熱容量"),
    ("新しい触媒反応", "catalytic reaction", "触媒反応"),
    ("従来の蒸留", "distillation", "蒸留"),
    ("いわゆる量子もつれ", "quantum entanglement", "量子もつれ"),
    ("神経細胞である星状膠細胞", "astrocyte", "星状膠細胞"),
    ("約3種類の界面活性剤", "surfactant", "界面活性剤"),
    ("14個の二次構造", "secondary structure", "二次構造"),
    ("20分の仮眠", "nap", "仮眠"),
    ("冷やした図3の相図", "phase diagram", "相図"),
    ("1,200人の認知機能", "cognitive function", "認知機能"),
    ("これはβ遮断薬", "beta blocker", "β遮断薬"),
    ("用いてパッチクランプ法", "patch clamp", "パッチクランプ法"),
    ("スピン・軌道相互作用", "spin-orbit interaction", "スピン・軌道相互作用"),
    ("シングルセルRNAシーケンシング", "single-cell RNA sequencing", "シングルセルRNAシーケンシング"),
    ("細胞でｶﾞｰﾈｯﾄ", "garnet", "ｶﾞｰﾈｯﾄ"),
    ("町の𠮷田効果", "Yoshida effect", "𠮷田効果"),
    ("菌は⻭周病", "periodontal disease", "⻭周病"),
    ("そこで取り込み阻害薬", "uptake inhibitor", "取り込み阻害薬"),
    ("そこでは、う蝕", "dental caries", "う蝕"),
    ("そこでは、せん断応力", "shear stress", "せん断応力"),
    ("そこで差の差分析", "difference-in-differences analysis", "差の差分析"),
    ("これを「縁の下の細胞」", "supporting cell", "縁の下の細胞"),
    ("これを『静かな地震』", "silent earthquake", "静かな地震"),
    ("これを“静かな地震”", "silent earthquake", "静かな地震"),
    // A quotation that is closed, or no name, tells nothing.
    ("これは\"氷\"その場", "place", "場"),
    ("これを“氷が融けた熱容量", "heat capacity", "熱容量"),
    // A quotation this long is a sentence.
    ("これを「とても長い長い長い長い長い長い長い長い長い長い長い長い題の研究」", "long study", ""),
    // A comma belongs to a name only between numbers.
    ("これは水,油", "oil", "油"),
    ("これは1,油層", "oil reservoir", "油層"),
    // One English word explains no second noun, and `red` and `bed` are no participles.
    ("これはグルコースと輸送体", "glucose", "輸送体"),
    ("これは制御された赤", "red state", "赤"),
    ("これは自動化された床", "bed making", "床"),
    ("赤い酸化鉄(III)", "iron(III) oxide", "酸化鉄(III)"),
    ("青い塩化銅（II）", "copper(II) chloride", "塩化銅（II）"),
    ("そこで(S)-ケタミン", "(S)-ketamine", "(S)-ケタミン"),
    ("原料の2,4-ジニトロフェノール", "2,4-dinitrophenol", "2,4-ジニトロフェノール"),
    // The English has more words than the last run of nouns accounts for.
    ("証拠に基づく政策立案", "evidence-based policy making", "証拠に基づく政策立案"),
    ("自動化された意思決定", "automated decision-making", "自動化された意思決定"),
    ("位相の読み取り", "phase picking", "位相の読み取り"),
    ("ソーシャルメディアの利用", "social media use", "ソーシャルメディアの利用"),
    // The Latin name of an organism does not.
    ("川のアユ", "Plecoglossus altivelis", "アユ"),
];

/// Boundaries that only the dictionary determines.
const WITH_DICTIONARY: &[Left] = &[
    ("教師あり学習", "supervised learning", "教師あり学習"),
    ("進んだう蝕", "dental caries", "う蝕"),
    ("強いせん断応力", "shear stress", "せん断応力"),
    ("差があり学習", "learning", "学習"),
    ("その後取り込み阻害薬", "uptake inhibitor", "取り込み阻害薬"),
    ("近年超解像顕微鏡", "super-resolution microscope", "超解像顕微鏡"),
    ("各受容体", "receptor", "受容体"),
    ("名前づけと束縛", "naming and binding", "名前づけと束縛"),
    ("弱い力", "weak force", "弱い力"),
    ("骨の強さ", "strength", "強さ"),
    ("短時間フーリエ変換", "short-time Fourier transform", "短時間フーリエ変換"),
    ("はじめに抗炎症作用", "anti-inflammatory effect", "抗炎症作用"),
    // In a quotation that is still open, all of the text is the term, if it can be a name.
    ("これを“その場", "in-place", "その場"),
    ("これを\"その場", "in-place", "その場"),
];

fn check(rows: &[Left], words: &Tokeniser) {
    let mut wrong = Vec::new();
    for (left, english, want) in rows {
        let got = left_boundary(left, english, words).unwrap_or_default();
        if got != *want {
            wrong.push(format!("{left}（{english}）: got `{got}`, want `{want}`"));
        }
    }
    assert!(wrong.is_empty(), "with {}\n{}\n", words.version(), wrong.join("\n"));
}

#[test]
fn a_term_begins_where_its_nouns_and_its_english_say() {
    check(ALWAYS, &Tokeniser::by_script());
    if let Some(words) = dictionary() {
        check(ALWAYS, &words);
        check(WITH_DICTIONARY, &words);
    }
}
