//! Tells whole sentences from pieces of sentences and from labels, and the language of a sentence.

use crate::model::Lang;
use crate::text::chars::{Class, class, is_japanese_letter, superscript_digit};

/// English words that a sentence about anything has.
const STOPS: [&str; 22] = [
    "the", "of", "to", "and", "is", "are", "for", "that", "with", "this", "you", "your", "which", "from", "be", "by",
    "can", "if", "not", "or", "see", "will",
];

/// A sentence without the bullet of the list it is in.
pub(super) fn without_bullet(text: &str) -> &str {
    let bullet =
        |c: char| matches!(c, '•' | '‣' | '⁃' | '●' | '○' | '■' | '□' | '◆' | '◇' | '▪' | '・' | '·' | '\u{f0b7}');
    let raised = |c: char| superscript_digit(c).is_some();
    let bare = text.trim_start_matches(|c: char| bullet(c) || raised(c) || class(c) == Class::Space);
    let dashed = bare.strip_prefix(['-', '–', '—', '*', '+']).filter(|rest| rest.starts_with(' '));
    dashed.unwrap_or(bare).trim_start()
}

/// Whether a text is a whole sentence, or introduces a list: its end is printed, and no bracket closes that it does not open.
pub(in crate::extract) fn is_whole(text: &str) -> bool {
    let closer = |c: char| matches!(c, ')' | '）' | '」' | '』' | '"' | '”' | '’' | '\'' | ']' | '］' | ' ');
    let bare = text.trim_end_matches(closer);
    let ends = bare.ends_with(['。', '．', '.', '!', '?', '！', '？', '｡', ':', '：', '…']);
    ends && bare.chars().any(char::is_alphabetic) && opens_well(text) && !is_listing(text)
}

/// Whether a text begins as a sentence may: not with what only continues one, nor inside a bracket.
fn opens_well(text: &str) -> bool {
    let begins = |c: char| {
        !matches!(
            c,
            '、' | '。' | ',' | '.' | ')' | '）' | '」' | '』' | ']' | 'ー' | 'っ' | 'ッ' | 'ん' | 'を' | ';' | ':'
        )
    };
    if !text.starts_with(begins) || goes_on(text) {
        return false;
    }
    let mut depth = 0_i32;
    let closes_unopened = text.chars().any(|c| {
        depth += i32::from(matches!(c, '(' | '（' | '「' | '『')) - i32::from(matches!(c, ')' | '）' | '」' | '』'));
        depth < 0
    });
    // `a)` and `1)` mark items of lists.
    let mark = text.split([')', '）']).next().unwrap_or_default();
    !closes_unopened || (1..=2).contains(&mark.len()) && mark.chars().all(|c| c.is_ascii_alphanumeric())
}

/// Whether a text begins with what only goes on: a particle before what it cannot stand before, a small kana, or a word in small letters
/// that begins no sentence.
fn goes_on(text: &str) -> bool {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    let particle = matches!(
        first,
        'に' | 'は' | 'が' | 'で' | 'へ' | 'と' | 'の' | 'も' | 'い' | 'る' | 'す' | 'く' | 'し' | 'て' | 'り'
    );
    let word = text.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    matches!(first, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ャ' | 'ュ' | 'ョ' | 'ゃ' | 'ゅ' | 'ょ')
        || particle && second.is_none_or(|c| class(c) != Class::Hiragana && class(c) != Class::Kanji)
        || STOPS.contains(&word)
}

/// Whether a text is rather a listing than a sentence: commands, paths, tables of signs.
fn is_listing(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let signs = text
        .chars()
        .filter(|c| matches!(c, '$' | '{' | '}' | '\\' | '|' | '=' | '<' | '>' | '_' | '#' | '@' | '%' | '├' | '│'))
        .count();
    text.starts_with(['$', '#', '%', '>', '{', '}', '|']) || signs * 8 > letters
}

/// The language of a sentence; `None` if it is a mixture, or has hardly a letter.
pub(super) fn language(text: &str) -> Option<Lang> {
    let plain = outside_brackets(text);
    let japanese = plain.chars().filter(|c| is_japanese_letter(*c)).count();
    let latin = plain.chars().filter(|c| class(*c) == Class::Latin).count();
    let stops = plain.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| STOPS.contains(word)).count();
    let last = plain.chars().rev().find(|c| is_japanese_letter(*c) || class(*c) == Class::Latin);
    let ends_japanese = last.is_some_and(is_japanese_letter) || plain.contains('。');
    match (japanese, latin) {
        (0, 0) => None,
        (0, _) => (latin >= 3).then_some(Lang::EN),
        _ if ends_japanese && japanese >= 2 => (stops < if latin > japanese { 2 } else { 3 }).then_some(Lang::JA),
        _ if stops == 0 && 2 * japanese >= latin => Some(Lang::JA),
        _ if 3 * japanese <= latin => Some(Lang::EN),
        _ => None,
    }
}

/// A text without what stands in its brackets; the whole text if everything does.
fn outside_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    if outside.chars().any(char::is_alphabetic) { outside } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_labels_are_no_sentences() {
        for (text, want) in [
            ("測定は朝に行う。", true),
            ("（詳しくは手引きを参照。）", true),
            ("次のものが要ります:", true),
            ("装置の準備", false),
            ("アル）は、湖の水を測る。", false),
            ("、そして測る。", false),
            ("ォーマットを選ぶ。", false),
            ("に lake を測る。", false),
            ("とても冷たい。", true),
            ("to measure the lake.", false),
            ("a) 測る。", true),
            ("The water is cold.", true),
            ("Writing the records", false),
            ("$ lake-sensor --port 3.", false),
            ("3.", false),
        ] {
            assert_eq!(is_whole(text), want, "{text}");
        }
        assert_eq!(without_bullet("• - 測る。"), "測る。");
    }

    #[test]
    fn a_sentence_has_the_language_in_which_it_ends() {
        for (text, want) in [
            ("詳しくは lake-sensor-manual(1) を参照。", Some(Lang::JA)),
            ("See the guide (測定の手引き) for details.", Some(Lang::EN)),
            ("how to measure the water of the lake and that of the river 測定の前に確かめる。", None),
            ("測定", Some(Lang::JA)),
            ("42", None),
        ] {
            assert_eq!(language(text), want, "{text}");
        }
    }
}
