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
