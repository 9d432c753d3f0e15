//! The characters a text may hold, in every format and in both directions.
//!
//! XML 1.0 has no way to write most control characters, and neither a term nor a translation needs them. They are left out
//! when a file is read and when one is written.

use std::borrow::Cow;

/// Whether a text may hold the character: no control character except TAB, LF and CR, and no byte order mark or
/// noncharacter of the first plane.
pub(super) fn is_text(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => true,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => !letter.is_control(),
    }
}

/// Adds `text` to `clean` without the characters a text may not hold.
pub(super) fn push_clean(clean: &mut String, text: &str) {
    if text.chars().all(is_text) {
        clean.push_str(text);
    } else {
        clean.extend(text.chars().filter(|letter| is_text(*letter)));
    }
}

/// Whether there is nothing to see.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{2060}'))
}

/// The text without white space at its ends; none if nothing is left.
pub(super) fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The text without the line ends and indents a printer of XML has put around it.
pub(super) fn without_indent(text: &str) -> &str {
    let start = text.trim_start();
    let text = if text[..text.len() - start.len()].contains('\n') { start } else { text };
    let end = text.trim_end();
    if text[end.len()..].contains('\n') { end } else { text }
}

/// The text without line ends, each of which becomes a space.
pub(super) fn in_one_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r']) {
        Cow::Owned(text.replace("\r\n", " ").replace(['\n', '\r'], " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// A term on one line: line and column separators become one space, or nothing between two Japanese characters; white
/// space at the ends is removed. Ideographic space inside stays.
pub(super) fn line(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut broken = false;
    for letter in text.chars() {
        if is_separator(letter) {
            broken = true;
        } else if is_text(letter) {
            let after_japanese = clean.chars().next_back().is_some_and(is_east_asian);
            if broken && !clean.is_empty() && !(after_japanese && is_east_asian(letter)) {
                clean.push(' ');
            }
            broken = false;
            clean.push(letter);
        }
    }
    clean.trim().to_owned()
}

/// A text of several lines: line ends become LF, tabs stay, white space at the ends is removed.
pub(super) fn lines(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\t' => clean.push(letter),
            _ if is_separator(letter) => clean.push('\n'),
            _ if is_text(letter) => clean.push(letter),
            _ => {}
        }
    }
    clean.trim().to_owned()
}

/// A translation as it is, without the characters XML has no way to write. NEL, which XML can write, stays.
pub(super) fn text(given: &str) -> String {
    given.chars().filter(|letter| *letter == '\u{85}' || is_text(*letter)).collect()
}

/// A probability from 0 to 1 with at most four decimals; what is not a number counts as 0.
pub(super) fn probability(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { (value.clamp(0.0, 1.0) * 10_000.0).round() / 10_000.0 }
}

/// From the radicals on: scripts that are written without spaces between words, and their punctuation.
fn is_east_asian(letter: char) -> bool {
    letter >= '\u{2e80}'
}

/// Characters that separate lines or columns: TAB, LF, VT, FF, CR, NEL and the separators of Unicode.
fn is_separator(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{is_blank, line, lines, probability, push_clean, text, without_indent};

    #[test]
    fn control_characters_are_left_out_and_everything_else_stays() {
        for (given, want) in [
            ("𠮷野家の⻭車", "𠮷野家の⻭車"),
            ("a\u{1}\u{1f}b\u{7f}\u{85}", "ab"),
            ("\u{feff}ｶﾅﾞ\tー\r\n\u{ffff}", "ｶﾅﾞ\tー\r\n"),
        ] {
            let mut clean = String::new();
            push_clean(&mut clean, given);
            assert_eq!(clean, want, "{given:?}");
        }
    }

    #[test]
    fn indents_are_removed_and_spaces_a_translator_typed_stay() {
        for (given, want) in [
            ("\n      脳の一部。\n    ", "脳の一部。"),
            ("名前： ", "名前： "),
            ("　字下げ", "　字下げ"),
            ("\r\n\ta b", "a b"),
            ("a\nb", "a\nb"),
            ("\n", ""),
            ("", ""),
        ] {
            assert_eq!(without_indent(given), want, "{given:?}");
        }
        assert!(is_blank(" 　\u{200b}\n") && !is_blank("ー"));
    }

    #[test]
    fn a_term_becomes_one_line_without_control_characters() {
        for (given, want) in [
            ("𠮷野家", "𠮷野家"),
            (" 量子\r\nもつれ　", "量子もつれ"),
            ("DNA\nメチル化", "DNA メチル化"),
            ("stem\ncell", "stem cell"),
            ("ｶﾅ\nﾞ𠮷", "ｶﾅﾞ𠮷"),
            ("全角　空白", "全角　空白"),
            ("a\u{c}\n\tb", "a b"),
            ("\u{0}\u{8}ﾞ\u{feff}ー\u{ffff}", "ﾞー"),
            ("\n", ""),
        ] {
            assert_eq!(line(given), want, "{given:?}");
        }
    }

    #[test]
    fn a_definition_keeps_its_lines() {
        for (given, want) in [("一\r\n二\r三\n四", "一\n二\n三\n四"), ("a\tb\u{1}", "a\tb"), ("x\u{2028}y\n\n", "x\ny")]
        {
            assert_eq!(lines(given), want, "{given:?}");
        }
    }

    #[test]
    fn a_translation_keeps_its_white_space() {
        for (given, want) in [(" a\r\n\tb　", " a\r\n\tb　"), ("𠮷\u{0}ﾞ\u{b}\u{ffff}", "𠮷ﾞ")] {
            assert_eq!(text(given), want, "{given:?}");
        }
    }

    #[test]
    fn a_confidence_is_a_short_number_from_0_to_1() {
        for (given, want) in
            [(0.93, "0.93"), (1.0, "1"), (f64::NAN, "0"), (7.0, "1"), (-0.5, "0"), (1.0 / 3.0, "0.3333")]
        {
            assert_eq!(probability(given).to_string(), want, "{given}");
        }
    }
}
