//! The spelling in which Japanese texts compare: variants of characters, of kanji and kana, and of okurigana become one.
//!
//! ```text
//! 髙濃度の燐酸を濾過   →  高濃度のリン酸をろ過      old and variant characters (glossary/characters.csv), kanji that are
//! 取り扱い, 取扱い     →  取扱                     often written in kana (glossary/kana.csv), words (glossary/japanese.csv)
//! ```
//!
//! The kana for a kanji is not unique: 嚢腫 and 膿腫 become one text, although only のう腫 may stand for either. So two
//! words that compare equal are also asked whether they [`contradict`] each other.

mod characters;
mod words;

use super::chars::{Class, class};

pub use characters::{kana_of, plain, reads_as_kanji};
pub use words::{Rewrite, rewrite, rewrites};

/// A Japanese text with variants of characters, and of kanji and kana, folded to one. Katakana keeps its form, except where
/// a whole run beside a kanji stands for a kanji: ロ過 becomes ろ過.
#[must_use]
pub fn characters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let mut before_run: Option<Class> = None;
    let mut previous: Option<char> = None;
    for c in text.chars() {
        let here = class(c);
        if here == Class::Katakana {
            if run.is_empty() {
                before_run = previous.map(class);
            }
            run.push(c);
        } else {
            if !run.is_empty() {
                end_run(&mut out, &mut run, before_run, Some(here));
            }
            push(&mut out, c, previous);
        }
        previous = Some(c);
    }
    end_run(&mut out, &mut run, before_run, None);
    out
}

fn push(out: &mut String, c: char, previous: Option<char>) {
    let c = match (c, previous) {
        ('々', Some(previous)) if class(previous) == Class::Kanji => previous,
        _ => c,
    };
    let c = plain(c);
    match kana_of(c) {
        Some(kana) => out.push_str(kana),
        None => out.push(c),
    }
}

fn end_run(out: &mut String, run: &mut String, before: Option<Class>, after: Option<Class>) {
    let beside_kanji = before == Some(Class::Kanji) || after == Some(Class::Kanji);
    match beside_kanji.then(|| reads_as_kanji(run)).flatten() {
        Some(hiragana) => out.push_str(hiragana),
        None => out.push_str(run),
    }
    run.clear();
}

/// Whether two texts that compare equal are not spellings of one word.
///
/// They are written with different kanji that share their kana (嚢腫, 膿腫), or one of them in kana only where the other has a
/// single kanji for it (はい, 胚).
#[must_use]
pub fn contradict(one: &str, other: &str) -> bool {
    let (ours, theirs) = (folded_kanji(one), folded_kanji(other));
    if ours.is_empty() && theirs.is_empty() {
        return false;
    }
    let missing = |own: &[char], others: &[char]| -> Vec<char> {
        own.iter().filter(|kanji| !others.contains(kanji)).copied().collect()
    };
    let (only_ours, only_theirs) = (missing(&ours, &theirs), missing(&theirs, &ours));
    let clash = only_ours.iter().any(|one| only_theirs.iter().any(|other| kana_of(*one) == kana_of(*other)));
    let is_lone =
        |kanji: &[char], written: &str| kanji.len() == 1 && !written.chars().any(|c| class(c) == Class::Kanji);
    clash || is_lone(&ours, other) || is_lone(&theirs, one)
}

/// The kanji of a text that compare as kana, outside words that are listed as a whole.
fn folded_kanji(text: &str) -> Vec<char> {
    let mut plain_text = String::with_capacity(text.len());
    let mut previous = None;
    for c in text.chars() {
        let c = if c == '々' { previous.unwrap_or(c) } else { plain(c) };
        previous = Some(c);
        plain_text.push(c);
    }
    words::listed(&plain_text).chars().filter(|c| kana_of(*c).is_some()).collect()
}

/// The spelling by which Japanese texts compare, before katakana is folded.
#[must_use]
pub fn fold(text: &str) -> String {
    rewrite(&super::kana::variant_fold(&characters(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether two writings are one word.
    fn same(one: &str, other: &str) -> bool {
        fold(one) == fold(other) && !contradict(one, other)
    }

    #[test]
    fn kanji_and_kana_of_one_word_compare_equal() {
        for (one, other) in [
            ("濾過", "ろ過"),
            ("濾過", "ロ過"),
            ("濾過", "沪過"),
            ("齧歯類", "げっ歯類"),
            ("囓歯類", "齧歯類"),
            ("鹸化", "けん化"),
            ("鹸化", "ケン化"),
            ("鹼化", "鹸化"),
            ("橋梁", "橋りょう"),
            ("腫瘍", "腫よう"),
            ("脳腫瘍", "脳しゅよう"),
            ("潰瘍", "潰よう"),
            ("脳梗塞", "脳梗そく"),
            ("燐酸", "リン酸"),
            ("りん酸", "燐酸"),
            ("硼素", "ホウ素"),
            ("ほう素", "硼素"),
            ("砒素", "ヒ素"),
            ("弗素樹脂", "フッ素樹脂"),
            ("沃素", "ヨウ素"),
            ("珪素", "ケイ素"),
            ("珪藻土", "けい藻土"),
            ("螢光", "けい光"),
            ("螺子", "ネジ"),
            ("鍍金", "めっき"),
            ("剪断応力", "せん断応力"),
            ("頸椎", "けい椎"),
            ("攪拌", "かくはん"),
            ("撹拌", "かく拌"),
            ("癌", "がん"),
            ("癲癇", "てんかん"),
            ("痙攣", "けいれん"),
            ("褥瘡", "褥そう"),
            ("圃場", "ほ場"),
            ("褶曲", "しゅう曲"),
            ("蛋白質分解", "たんぱく質分解"),
            ("肺癌", "肺がん"),
            ("螺旋構造", "らせん構造"),
            ("喘息", "ぜんそく"),
            ("葡萄糖", "ブドウ糖"),
        ] {
            assert!(same(one, other), "{one} {} {other} {}", fold(one), fold(other));
        }
    }

    #[test]
    fn old_and_variant_characters_compare_equal() {
        for (one, other) in [
            ("髙橋法", "高橋法"),
            ("山﨑模型", "山崎模型"),
            ("渡邉係数", "渡辺係数"),
            ("渡邊係数", "渡邉係数"),
            ("齋藤効果", "斎藤効果"),
            ("齊藤効果", "斉藤効果"),
            ("𠮷野川", "吉野川"),
            ("國體", "国体"),
            ("澤田", "沢田"),
            ("濱口", "浜口"),
            ("廣島", "広島"),
            ("醗酵", "発酵"),
            ("醱酵", "発酵"),
            ("沈澱", "沈殿"),
            ("稀釈", "希釈"),
            ("附着", "付着"),
            ("螢光", "蛍光"),
            ("個々", "個個"),
            ("函数", "関数"),
            ("熔融", "溶融"),
            ("輻輳", "ふくそう"),
            ("3ヶ月", "3か月"),
        ] {
            assert!(same(one, other), "{one} {} {other} {}", fold(one), fold(other));
        }
    }

    #[test]
    fn okurigana_may_be_written_or_left_out() {
        for (one, other) in [
            ("取扱", "取り扱い"),
            ("取扱い", "取り扱い"),
            ("遺伝子組換え", "遺伝子組み換え"),
            ("組みかえ", "組み換え"),
            ("組換え体", "組換体"),
            ("重ね合わせ", "重ね合せ"),
            ("組み合わせ", "組合せ"),
            ("組み合わせ", "組み合せ"),
            ("切替え", "切り換え"),
            ("書き込み", "書込み"),
            ("受け入れ", "受入れ"),
            ("立ち上がり", "立上り"),
            ("割り当て", "割当"),
            ("繰り返し", "繰返し"),
            ("繰り返し", "くり返し"),
            ("取り込み", "とりこみ"),
            ("取り付け", "取りつけ"),
            ("書き換え", "書きかえ"),
            ("貼り付け", "貼付け"),
            ("取り付け", "取付"),
            ("切り換え", "切替"),
            ("押し出し成形", "押出成形"),
            ("組み換え", "くみ換え"),
            ("噛み合い", "噛合い"),
            ("折りたたみ", "折り畳み"),
        ] {
            assert!(same(one, other), "{one} {} {other} {}", fold(one), fold(other));
        }
    }

    #[test]
    fn old_print_without_small_kana_compares_equal() {
        for (one, other) in [
            ("フイルター", "フィルター"),
            ("ストツプウオツチ", "ストップウォッチ"),
            ("シヤーレ", "シャーレ"),
            ("ウヰスキー", "ウイスキー"),
            ("ジヨウント", "ジョウント"),
        ] {
            assert!(same(one, other), "{one} {} {other} {}", fold(one), fold(other));
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (one, other) in [
            ("科学", "化学"),
            ("製作", "制作"),
            ("機械", "器械"),
            ("起因", "基因"),
            ("体型", "体形"),
            // Two surnames: 斎 is 齋, 斉 is 齊.
            ("斎藤", "斉藤"),
            ("繊維化", "線維化"),
            ("きかん", "器官"),
            ("きかん", "期間"),
            ("かがく", "化学"),
            // A single kanji is a word of its own only as it is written.
            ("はい", "胚"),
            ("のう", "膿"),
            ("べき", "冪"),
            // Different kanji for the same kana.
            ("嚢腫", "膿腫"),
            ("頚部", "脛部"),
            ("喉頭", "咬頭"),
            ("組合", "組み合わせ"),
            ("重合", "重ね合わせ"),
            ("割合", "割り当て"),
            ("動き", "動悸"),
            ("ガンマ線", "がんマ線"),
            ("滲出", "浸出"),
        ] {
            assert!(!same(one, other), "{one} {other}: {}", fold(one));
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["濾過", "重ね合わせ", "取り扱い", "蛋白質", "髙濃度の燐酸", "ストツプウオツチ", "ケン化", "函数"]
        {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }
}
