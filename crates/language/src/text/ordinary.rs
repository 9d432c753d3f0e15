//! The ordinary character for one that a font, an encoding or vertical setting put in its place.
//!
//! Radicals become ideographs, half-width kana and punctuation full-width, vertical forms horizontal. Unlike the normal
//! form ([`normal`](crate::text::normal)), which is for comparison only, the result is what a person would have typed.

use unicode_normalization::char::compose;

use crate::text::radicals::ideograph;

/// The full-width forms of U+FF61 to U+FF9F.
const FULL_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

/// Vertical forms (Unicode blocks Vertical Forms and CJK Compatibility Forms) and the characters they stand for.
const HORIZONTAL: &[(char, char)] = &[
    ('︐', '，'),
    ('︑', '、'),
    ('︒', '。'),
    ('︓', '：'),
    ('︔', '；'),
    ('︕', '！'),
    ('︖', '？'),
    ('︗', '〖'),
    ('︘', '〗'),
    ('︙', '…'),
    ('︰', '‥'),
    ('︱', '—'),
    ('︲', '–'),
    ('︳', '＿'),
    ('︵', '（'),
    ('︶', '）'),
    ('︷', '｛'),
    ('︸', '｝'),
    ('︹', '〔'),
    ('︺', '〕'),
    ('︻', '【'),
    ('︼', '】'),
    ('︽', '《'),
    ('︾', '》'),
    ('︿', '〈'),
    ('﹀', '〉'),
    ('﹁', '「'),
    ('﹂', '」'),
    ('﹃', '『'),
    ('﹄', '』'),
    ('﹇', '［'),
    ('﹈', '］'),
];

/// The ordinary form of `c`; most characters are their own.
#[must_use]
pub fn ordinary(c: char) -> char {
    match c {
        '\u{2E80}'..='\u{2FD5}' => ideograph(c),
        '\u{FF61}'..='\u{FF9F}' => {
            let at = usize::try_from(u32::from(c) - 0xFF61).unwrap_or(usize::MAX);
            FULL_WIDTH.chars().nth(at).unwrap_or(c)
        }
        '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE48}' => {
            HORIZONTAL.iter().find(|(vertical, _)| *vertical == c).map_or(c, |(_, horizontal)| *horizontal)
        }
        c => c,
    }
}

/// `text` with full-width Latin letters and digits in the usual width, and with them the signs between two of them: `ＡＴＰ`, `ＮＦ－κＢ`.
#[must_use]
pub fn in_usual_width(text: &str) -> String {
    if !text.contains(|c: char| matches!(c, '！'..='～')) {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let is_wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let is_letter =
        |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(|&c| is_wide(c) || is_narrow_letter(c));
    let usual = |(at, &c): (usize, &char)| match c {
        c if is_wide(c) => narrow(c),
        '＋' if is_letter(at.checked_sub(1)) => '+',
        '－' | '．' | '／' | '＆' | '＇' | '，' if is_letter(at.checked_sub(1)) && is_letter(Some(at + 1)) => {
            narrow(c)
        }
        c => c,
    };
    characters.iter().enumerate().map(usual).collect()
}

fn is_narrow_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{370}'..='\u{3FF}')
}

/// The ASCII character for a full-width one.
fn narrow(c: char) -> char {
    char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
}

/// The one character for a letter and the mark after it, if there is one: か and U+3099, ハ and ﾟ.
#[must_use]
pub fn composed(letter: char, mark: char) -> Option<char> {
    let mark = match mark {
        '\u{FF9E}' => '\u{3099}',
        '\u{FF9F}' => '\u{309A}',
        '\u{300}'..='\u{36F}' | '\u{3099}' | '\u{309A}' => mark,
        _ => return None,
    };
    compose(letter, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_half_width_character_has_its_full_width_form() {
        assert_eq!(FULL_WIDTH.chars().count(), 0xFF9F - 0xFF61 + 1);
        for (given, want) in
            [('｡', '。'), ('ｱ', 'ア'), ('ﾝ', 'ン'), ('ｰ', 'ー'), ('･', '・'), ('⾯', '面'), ('︵', '（'), ('𠮷', '𠮷')]
        {
            assert_eq!(ordinary(given), want);
        }
        for (given, want) in [
            ("ＡＴＰ", "ATP"),
            ("ｈｕｍａｎ ＥＳ ｃｅｌｌ", "human ES cell"),
            ("ＮＦ－κＢ（核内）", "NF-κB（核内）"),
            ("Ｎａ＋", "Na+"),
            ("甲／乙－丙", "甲／乙－丙"),
            ("𠮷ｐ５３", "𠮷p53"),
        ] {
            assert_eq!(in_usual_width(given), want);
        }
        assert_eq!(composed('か', '\u{3099}'), Some('が'));
        assert_eq!(composed('ハ', 'ﾟ'), Some('パ'));
        assert_eq!(composed('か', 'が'), None);
    }
}
