//! Character properties: which script a character belongs to, and folding variants of it to one plain form.

use super::ordinary::ordinary;
use super::radicals::ideograph;

/// Script classes, as fine as Japanese text needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Kanji, with 々 〆 ヶ.
    Kanji,
    /// Hiragana.
    Hiragana,
    /// Katakana with ー and half-width forms.
    Katakana,
    /// Latin letters, also full-width and accented.
    Latin,
    /// Greek letters.
    Greek,
    /// Digits, also full-width.
    Digit,
    /// White space, including the ideographic space.
    Space,
    /// Everything else: punctuation, brackets, symbols.
    Other,
}

/// The class of `c`.
#[must_use]
pub fn class(c: char) -> Class {
    match c {
        'a'..='z'
        | 'A'..='Z'
        | 'ａ'..='ｚ'
        | 'Ａ'..='Ｚ'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{24F}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2160}'..='\u{217F}'
        | '\u{FB00}'..='\u{FB06}' => Class::Latin,
        '0'..='9' | '０'..='９' => Class::Digit,
        '\u{370}'..='\u{3FF}' | 'µ' => Class::Greek,
        '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{309F}' => Class::Hiragana,
        '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{FF66}'..='\u{FF9F}'
        | '\u{3099}'
        | '\u{309A}' => Class::Katakana,
        '々'
        | '〆'
        | '〇'
        | '\u{2E80}'..='\u{2FD5}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Class::Kanji,
        c if c.is_whitespace() || is_invisible(c) => Class::Space,
        _ => Class::Other,
    }
}

/// Whether `c` has no width and no meaning for comparison (zero-width space, joiners, BOM, soft hyphen).
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Kanji, kana or Japanese punctuation: characters that are written without spaces between them.
#[must_use]
pub fn is_japanese(c: char) -> bool {
    matches!(class(c), Class::Kanji | Class::Hiragana | Class::Katakana) || is_wide_punctuation(c)
}

/// Kanji or kana.
#[must_use]
pub fn is_japanese_letter(c: char) -> bool {
    matches!(class(c), Class::Kanji | Class::Hiragana | Class::Katakana)
}

/// Full-width punctuation such as 、。「」（）.
#[must_use]
fn is_wide_punctuation(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303F}' | '\u{30FB}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

/// Whether `text` has at least one kanji or kana.
#[must_use]
pub fn has_japanese(text: &str) -> bool {
    text.chars().any(is_japanese_letter)
}

/// Whether `text` has at least one Latin letter.
#[must_use]
pub fn has_latin(text: &str) -> bool {
    text.chars().any(|c| class(c) == Class::Latin)
}

/// Folds one character to one character, for recognising structure.
///
/// Full-width forms become ASCII, radicals become ideographs, and all kinds of dash, quote or space become one.
/// Circled and superscript digits stay, because they mark notes.
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' | '\t' => ' ',
        '〔' | '︹' | '﹇' => '[',
        '〕' | '︺' | '﹈' => ']',
        '︵' | '⦅' => '(',
        '︶' | '⦆' => ')',
        '｡' | '︒' => '。',
        '､' | '︑' => '、',
        '･' | '•' | '·' | '\u{2027}' => '・',
        '｢' | '﹁' => '「',
        '｣' | '﹂' => '」',
        '﹃' => '『',
        '﹄' => '』',
        '〈' | '≪' | '《' | '«' | '︿' | '︽' => '<',
        '〉' | '≫' | '》' | '»' | '﹀' | '︾' => '>',
        '〖' | '︻' | '︗' => '【',
        '〗' | '︼' | '︘' => '】',
        '∗' | '⁎' | '✱' | '﹡' => '*',
        '♯' => '#',
        '‐' | '‑' | '‒' | '–' | '−' | '﹣' | '︲' => '-',
        '—' | '―' | '─' | '━' | '︱' => '―',
        '⋯' | '‥' | '︙' | '︰' => '…',
        '﹕' | '∶' | '︓' | '꞉' => ':',
        '︔' => ';',
        '︕' => '!',
        '︖' => '?',
        '∕' | '⁄' => '/',
        '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE48}' if ordinary(c) != c => fold(ordinary(c)),
        _ => ideograph(c),
    }
}

/// `text` with every character folded by [`fold`].
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// The number a circled, parenthesised or superscript digit stands for.
#[must_use]
pub fn enclosed_number(c: char) -> Option<u32> {
    let code = u32::from(c);
    match c {
        '①'..='⑳' => Some(code - 0x2460 + 1),
        '⑴'..='⒇' => Some(code - 0x2474 + 1),
        '⒈'..='⒛' => Some(code - 0x2488 + 1),
        '❶'..='❿' => Some(code - 0x2776 + 1),
        '➀'..='➉' => Some(code - 0x2780 + 1),
        '➊'..='➓' => Some(code - 0x278A + 1),
        '⓵'..='⓾' => Some(code - 0x24F5 + 1),
        '⓪' => Some(0),
        _ => None,
    }
}

/// The digit a superscript digit stands for.
#[must_use]
pub fn superscript_digit(c: char) -> Option<u32> {
    match c {
        '⁰' => Some(0),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(u32::from(c) - 0x2070),
        _ => None,
    }
}

/// The letter a superscript letter stands for, of those that notes are counted with.
#[must_use]
pub fn superscript_letter(c: char) -> Option<char> {
    const LETTERS: [(char, char); 15] = [
        ('ᵃ', 'a'),
        ('ᵇ', 'b'),
        ('ᶜ', 'c'),
        ('ᵈ', 'd'),
        ('ᵉ', 'e'),
        ('ᶠ', 'f'),
        ('ᵍ', 'g'),
        ('ʰ', 'h'),
        ('ⁱ', 'i'),
        ('ʲ', 'j'),
        ('ᵏ', 'k'),
        ('ˡ', 'l'),
        ('ᵐ', 'm'),
        ('ᵛ', 'v'),
        ('ˣ', 'x'),
    ];
    LETTERS.iter().find(|(raised, _)| *raised == c).map(|(_, letter)| *letter)
}
