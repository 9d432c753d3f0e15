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
        assert_eq!(composed('か', '\u{3099}'), Some('が'));
        assert_eq!(composed('ハ', 'ﾟ'), Some('パ'));
        assert_eq!(composed('か', 'が'), None);
    }
}
