//! What the words of two terms say for or against a gloss that its place in the text suggests.

use super::account::Account;
use super::coverage::content_words;
use super::entities::shares_digits;
use crate::model::{Relation, Sign};
use crate::text::chars::folded;
use crate::text::word_lists::WORD_LISTS;
use crate::text::word_pairs;

/// The judgement on a gloss: what the two sides are to each other, and the signs for and against it.
pub(super) struct Judgement {
    pub(super) relation: Relation,
    pub(super) signs: Vec<Sign>,
}

/// Weighs a Japanese term against its English gloss.
pub(super) fn weigh(ja: &str, en: &str, account: Account) -> Judgement {
    let related = |name: &str| Judgement { relation: Relation::Related, signs: vec![Sign::new(name, 0.4)] };
    if ja.contains('を') {
        return Judgement { relation: Relation::Equivalent, signs: vec![Sign::new("doubt_clause", 0.4)] };
    }
    let sign =
        |name: &str, value: f64| Judgement { relation: Relation::Equivalent, signs: vec![Sign::new(name, value)] };
    if repeats_only(ja, en, account) {
        return related("doubt_only_a_part");
    }
    let is_class = WORD_LISTS.class.contains(folded(ja).as_str()) && account.explained == 0;
    if is_class || names_a_member(ja, en) {
        return related("doubt_member");
    }
    // ビルド = fakeroot debian/rules: the name of a file that the katakana does not sound like.
    if account.unheard > 0 && account.explained == 0 && en.contains('/') {
        return related("doubt_unheard");
    }
    if !account.fits() {
        // ソース = pristine source: what is heard is all there is, and the rest of the English belongs to words further left.
        let spelled_out = account.heard + account.same > 0 && account.room == 0;
        return if spelled_out { related("doubt_left_over") } else { sign("doubt_left_over", 0.7) };
    }
    if account.unheard > 0 && account.explained == 0 {
        // クリーンルーム = chroot
        return sign("doubt_unheard", 0.65);
    }
    // プログラムのビルド = debian/rules build: katakana left over on one side, other words on the other.
    if account.unheard > 0 && account.left_over() > account.kanji && account.heard > 0 {
        return sign("doubt_unheard_part", 0.45);
    }
    if account.is_full() {
        // ウイルス粒子 = virus: half of the term has no English.
        return if account.room >= 2 { sign("doubt_half_said", 0.4) } else { sign("words_explained", 0.97) };
    }
    if unsaid_qualifier(ja, en) {
        return sign("doubt_qualifier", 0.45);
    }
    Judgement { relation: Relation::Equivalent, signs: Vec::new() }
}

/// Whether the English has a common adjective (new, long) of which the Japanese has no sign: バージョン, `new version`.
fn unsaid_qualifier(ja: &str, en: &str) -> bool {
    content_words(en).iter().any(|word| {
        let mut kanji = word_pairs::adjectives_of(word).peekable();
        kanji.peek().is_some() && !kanji.any(|kanji| ja.contains(kanji))
    })
}

/// Whether the gloss only repeats Latin words of the term, so that the rest of it has no English: sourceパッケージ（source）.
fn repeats_only(ja: &str, en: &str, account: Account) -> bool {
    let ja = folded(ja).to_lowercase();
    account.heard == 0
        && account.room > 0
        && account.is_full()
        && content_words(en).iter().all(|word| ja.contains(&word.to_lowercase()))
}

/// Whether a word of the gloss ends in a number that the term does not have, as names of members do: binary-i386, sensor-a1.
fn names_a_member(ja: &str, en: &str) -> bool {
    en.split_whitespace().any(|word| {
        word.ends_with(|c: char| c.is_ascii_digit())
            && word.starts_with(|c: char| c.is_ascii_lowercase())
            && !shares_digits(word, ja)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokeniser::Tokeniser;

    #[test]
    fn a_gloss_that_its_term_cannot_hold_is_none() {
        for (ja, en, relation) in [
            ("誤検出率", "false discovery rate", Relation::Equivalent),
            ("セロトニン", "5-hydroxytryptamine", Relation::Equivalent),
            ("カスパーゼ3", "caspase-3", Relation::Equivalent),
            ("アーキテクチャ", "binary-i386", Relation::Related),
            ("sourceパッケージ", "source", Relation::Related),
            ("アップロード", "porter upload", Relation::Related),
            ("ビルド", "fakeroot debian/rules", Relation::Related),
            ("ツール", "newt", Relation::Related),
            // There is room for one of the words that are left over, so the gloss may belong to more than this term.
            ("膜ソース", "thin lipid pristine source", Relation::Equivalent),
        ] {
            let account = Account::of(ja, en, &Tokeniser::by_script());
            assert_eq!(weigh(ja, en, account).relation, relation, "{ja} {en} {account:?}");
        }
    }

    #[test]
    fn doubts_have_names() {
        for (ja, en, name) in [
            ("ウイルス粒子", "virus", "doubt_half_said"),
            ("クリーンルーム", "chroot", "doubt_unheard"),
            ("説明文", "long description", "doubt_qualifier"),
            ("ゲノム", "genome", "words_explained"),
            ("膜", "thin membrane", "doubt_left_over"),
            ("膜を薄く", "thin membrane", "doubt_clause"),
            ("プログラムのビルド", "debian/rules build", "doubt_unheard_part"),
        ] {
            let signs = weigh(ja, en, Account::of(ja, en, &Tokeniser::by_script())).signs;
            assert_eq!(signs.first().map(|sign| sign.name.as_str()), Some(name), "{ja} {en}");
        }
    }
}
