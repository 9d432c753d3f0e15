//! Japanese texts have no spaces, so scripts and dictionaries decide where words end.

use taiyaku_engines::spot::ProjectFilter;
use taiyaku_language::model::{Lang, Span};
use taiyaku_language::text::tokeniser::Tokeniser;

use super::{found, spotter};

#[test]
fn terms_are_found_whole_and_never_inside_another_word() {
    for (terms, text, want) in [
        // Katakana runs are words.
        (&["グルー"][..], "研究グループは", &[][..]),
        (&["セロ"], "セロトニンの放出", &[]),
        (&["セロ"], "楽器のセロを弾く", &["セロ"]),
        (&["ループ"], "グループ", &[]),
        (&["セロト"], "セロトー、セロトニン", &["セロトー"]),
        // Hiragana without a dictionary only between other scripts.
        (&["おい"], "日本においては", &[]),
        (&["がん"], "「がん」と", &["がん"]),
        (&["がん"], "肺がんは", &[]),
        // Kanji compounds have words inside.
        (&["細胞", "肝細胞"], "肝細胞の細胞", &["肝細胞", "[細胞]", "細胞"]),
        (&["間葉系幹細胞", "幹細胞", "細胞"], "間葉系幹細胞", &["間葉系幹細胞", "[幹細胞]", "[細胞]"]),
        // Of two that overlap the first stays.
        (&["視床下部", "部位"], "視床下部位", &["視床下部"]),
        // One character stands alone or not at all.
        (&["鉄"], "鉄の酸化", &["鉄"]),
        (&["鉄"], "鉄鋼と製鉄", &[]),
        (&["𠮷"], "𠮷の字、𠮷野", &["𠮷"]),
        (&["𠮷野家"], "𠮷野家では", &["𠮷野家"]),
        // Latin letters and digits.
        (&["DNA"], "DNaseとDNAとｍDNA", &["DNA"]),
        (&["DNA"], "DNA¹", &["DNA"]),
        (&["IL-1"], "IL-10とIL-1β", &[]),
        (&["IL-1", "IL-1β"], "IL-10とIL-1β、IL-1", &["IL-1β", "IL-1"]),
        (&["Cdkn1a"], "CDKN1AとCdkn1a", &["Cdkn1a"]),
        (&["5G"], "次世代5Gと15G", &["5G"]),
        (&["Tリンパ球"], "Tリンパ球", &["Tリンパ球"]),
    ] {
        assert_eq!(found(&Lang::JA, terms, text), want, "{terms:?} in {text}");
    }
}

#[test]
fn other_spellings_of_a_term_are_found_as_they_are_written() {
    for (terms, text, want) in [
        (&["ガーネット型"][..], "ｶﾞｰﾈｯﾄ型の", &["ｶﾞｰﾈｯﾄ型"][..]),
        (&["カー"], "ｶﾞｰ", &[]),
        (&["医歯学"], "医⻭学部", &["医⻭学"]),
        (&["LDLコレステロール"], "ＬＤＬ コレステロール値", &["ＬＤＬ コレステロール"]),
        (&["LDLコレステロール"], "LDL-コレステロール", &["LDL-コレステロール"]),
        (&["LDLコレステロール"], "ldlコレステロール", &[]),
        (&["コンピュータ"], "コンピューターで", &["コンピューター"]),
        (&["サイトカイン・ストーム"], "サイトカインストームが", &["サイトカインストーム"]),
        (&["TNF-α"], "TNF-alpha", &["TNF-alpha"]),
        (&["葛城"], "葛\u{E0100}城", &["葛\u{E0100}城"]),
        (&["株"], "㈱", &[]),
        // A PDF may part the letters or break the line inside a term.
        (&["視床下部"], "視 床 下 部", &["視 床 下 部"]),
        (&["視床下部"], "視床\r\n下部の", &["視床\r\n下部"]),
        (&["エクソソーム"], "エクソ\u{3000}ソーム", &["エクソ\u{3000}ソーム"]),
        (&["マウス", "ラット"], "マウス\nラット", &["マウス", "ラット"]),
        (&["IL-1 シグナル"], "IL-1シグナル", &["IL-1シグナル"]),
    ] {
        assert_eq!(found(&Lang::JA, terms, text), want, "{terms:?} in {text}");
    }
}

#[test]
fn two_concepts_with_one_spelling_are_both_reported_the_exact_spelling_first() {
    let spots = spotter(&Lang::JA, &["コンピュータ", "コンピューター", "計算"]).spots(
        "コンピューター",
        &Lang::JA,
        &Tokeniser::by_script(),
        ProjectFilter::All,
    );
    let terms: Vec<_> =
        spots.iter().map(|spot| (spot.term_id.get(), spot.concept_id.get(), spot.span, spot.nested)).collect();
    let place = Span::new(0, 21);
    assert_eq!(terms, [(2, 102, place, false), (1, 101, place, false)]);
}

#[test]
fn nothing_is_found_in_another_language_or_without_terms() {
    assert!(found(&Lang::JA, &[], "細胞").is_empty());
    assert!(found(&Lang::JA, &["\u{200B}", " "], "細胞").is_empty());
    assert!(found(&Lang::JA, &["細胞"], "").is_empty());
    let spots = spotter(&Lang::EN, &["cell"]).spots("cell", &Lang::JA, &Tokeniser::by_script(), ProjectFilter::All);
    assert!(spots.is_empty());
}

#[test]
fn variants_of_japanese_writing_are_found_as_they_are_written() {
    for (terms, text, want) in [
        // Kanji that are often written in kana, whichever way the term is written.
        (&["濾過"][..], "溶液をろ過した", &["ろ過"][..]),
        (&["濾過"], "溶液を沪過した", &["沪過"]),
        (&["ろ過"], "溶液を濾過した", &["濾過"]),
        (&["濾過"], "加圧ロ過を行う", &["ロ過"]),
        (&["齧歯類"], "げっ歯類では", &["げっ歯類"]),
        (&["げっ歯類"], "齧歯類では", &["齧歯類"]),
        (&["脳腫瘍"], "小児の脳腫ようは", &["脳腫よう"]),
        (&["鹸化"], "エステルのけん化は", &["けん化"]),
        (&["鹸化"], "エステルのケン化は", &["ケン化"]),
        (&["リン酸"], "燐酸とりん酸", &["燐酸", "りん酸"]),
        (&["燐酸"], "リン酸の", &["リン酸"]),
        (&["硼素"], "ホウ素とほう素", &["ホウ素", "ほう素"]),
        (&["ホウ素"], "硼素を", &["硼素"]),
        (&["珪素"], "実験ではケイ素を", &["ケイ素"]),
        (&["珪藻土"], "けい藻土とケイ藻土", &["けい藻土", "ケイ藻土"]),
        (&["砒素"], "ヒ素とひ素", &["ヒ素", "ひ素"]),
        (&["鍍金"], "クロムめっき層", &["めっき"]),
        (&["めっき"], "クロム鍍金層", &["鍍金"]),
        (&["橋梁"], "老朽化した橋りょうの", &["橋りょう"]),
        (&["圃場"], "試験ほ場で", &["ほ場"]),
        (&["剪断応力"], "せん断応力が", &["せん断応力"]),
        (&["癌細胞"], "がん細胞とガン細胞", &["がん細胞", "ガン細胞"]),
        // Old and variant characters.
        (&["髙橋法", "山﨑模型", "𠮷野川"], "高橋法、山崎模型、吉野川", &["高橋法", "山崎模型", "吉野川"]),
        (&["高橋法"], "髙橋法", &["髙橋法"]),
        (&["発酵"], "醗酵と醱酵", &["醗酵", "醱酵"]),
        (&["沈殿"], "沈澱した", &["沈澱"]),
        (&["渡辺係数"], "渡邉係数と渡邊係数", &["渡邉係数", "渡邊係数"]),
        // Okurigana.
        (&["取り扱い"], "取扱いと取扱、取り扱い", &["取扱い", "取扱", "取り扱い"]),
        (&["遺伝子組換え"], "遺伝子組み換えと遺伝子組みかえ", &["遺伝子組み換え", "遺伝子組みかえ"]),
        // Old print.
        (&["フィルター"], "紙のフイルター", &["フイルター"]),
        (&["ストップウォッチ"], "ストツプウオツチで", &["ストツプウオツチ"]),
    ] {
        assert_eq!(found(&Lang::JA, terms, text), want, "{terms:?} in {text}");
    }
}

#[test]
fn what_only_looks_or_sounds_like_a_variant_is_not_found() {
    for (terms, text) in [
        (&["胚"][..], "はい、そうです"),
        (&["器官", "期間"], "「きかん」と"),
        (&["斎藤"], "斉藤は"),
        (&["線維化"], "繊維化と"),
        (&["嚢腫"], "膿腫と"),
        (&["濾過"], "10時ごろ過ぎ"),
        (&["播種"], "これは種の違い"),
        (&["砥石"], "木と石"),
        (&["残渣"], "痕跡を残さない"),
        (&["残渣"], "証拠を残さず"),
        (&["組合"], "組み合わせて"),
        (&["重合"], "重ね合わせて"),
        (&["組換え"], "遺伝子を組み換える"),
        (&["眼窩"], "左眼か右眼か"),
        (&["化学"], "科学の"),
    ] {
        assert!(found(&Lang::JA, terms, text).is_empty(), "{terms:?} in {text}: {:?}", found(&Lang::JA, terms, text));
    }
}

#[test]
fn terms_that_begin_with_each_other_again_and_again_are_found_within_a_bound() {
    let terms: Vec<String> = (1..200).map(|count| "細胞".repeat(count)).collect();
    let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
    let text = "細胞".repeat(2_000);
    let spots = found(&Lang::JA, &terms, &text);
    assert!(spots.len() <= 4 * text.chars().count(), "{}", spots.len());
    assert_eq!(spots[0], "細胞".repeat(199), "the longest is the one that is kept");
    let few = found(&Lang::JA, &terms[..5], "細胞細胞細胞");
    assert_eq!(few.len(), 6, "nothing is left out of an ordinary text: {few:?}");
}
