//! Text as the base holds it comes in; text every format can carry goes out.
//!
//! XML 1.0 has no way to write most control characters, and a term on two lines is no term to any reader.

/// One line: white-space controls and line separators become a single space, or nothing between two Japanese
/// characters; other control characters go, and so does space at both ends. Ideographic space inside stays.
pub(super) fn line(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut broken = false;
    for letter in text.chars() {
        if is_break(letter) {
            broken = true;
        } else if is_writable(letter) {
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

/// RenderingSide lines: line ends become LF, tabs stay, other control characters go, and so does space at both ends.
pub(super) fn lines(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' | '\t' => clean.push(letter),
            _ if is_break(letter) => clean.push('\n'),
            _ if is_writable(letter) => clean.push(letter),
            _ => {}
        }
    }
    clean.trim().to_owned()
}

/// As it is, without the characters XML has no way to write.
pub(super) fn text(given: &str) -> String {
    given.chars().filter(|letter| matches!(letter, '\t' | '\n' | '\r' | '\u{85}') || is_writable(*letter)).collect()
}

/// A probability from 0 to 1 with at most four decimals; what is no number counts as 0.
pub(super) fn probability(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { (value.clamp(0.0, 1.0) * 10_000.0).round() / 10_000.0 }
}

/// From the radicals on: scripts that are written without space between words, and their punctuation.
fn is_east_asian(letter: char) -> bool {
    letter >= '\u{2e80}'
}

/// Characters that part lines or columns: TAB, LF, VT, FF, CR, NEL and the Unicode separators.
fn is_break(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether XML 1.0 allows the character and a reader can show it.
fn is_writable(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::{line, lines, probability, text};

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
    fn a_remembered_text_keeps_its_white_space() {
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
