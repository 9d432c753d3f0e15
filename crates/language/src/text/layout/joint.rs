//! What comes between two lines when they are joined: nothing in Japanese, a space between words, and nothing in place of the
//! hyphen of a word split in two.

use crate::text::chars::{Class, class};

/// What comes between two lines that are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Nothing: one of them is Japanese there.
    Nothing,
    /// A space between words.
    Space,
    /// Nothing, and the hyphen at the end of the first is left out.
    WithoutHyphen,
}

/// What comes between the line that ends `before` and the line `next`.
#[must_use]
pub fn joint(before: &str, next: &str) -> Joint {
    let (Some(last), Some(first)) = (before.chars().next_back(), next.chars().next()) else { return Joint::Nothing };
    if last == '\n' {
        return Joint::Nothing;
    }
    if last == '-' && first.is_lowercase() && ends_in_hyphenated_word(before) && starts_with_word_part(next) {
        return Joint::WithoutHyphen;
    }
    let wordy = |c: char| {
        matches!(class(c), Class::Latin | Class::Digit | Class::Greek)
            || matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | '%' | '"' | '”' | '’')
    };
    let opens =
        |c: char| matches!(class(c), Class::Latin | Class::Digit | Class::Greek) || matches!(c, '(' | '"' | '“' | '‘');
    let hanging_hyphen = last == '-' && before[..before.len() - 1].ends_with([' ', ',']);
    if (wordy(last) && opens(first)) || hanging_hyphen { Joint::Space } else { Joint::Nothing }
}

/// Whether a text ends in part of a lower-case word and a hyphen, so that the hyphen may come from the line break.
fn ends_in_hyphenated_word(text: &str) -> bool {
    let word: String = text.chars().rev().skip(1).take_while(|c| c.is_alphabetic() && c.is_ascii()).collect();
    // Prefixes keep their hyphen: pre-, non- and anti- more often have one of their own than end a line.
    let reversed: String = word.chars().rev().collect();
    let stem = reversed.to_lowercase();
    word.len() >= 3
        && reversed.chars().skip(1).all(char::is_lowercase)
        && !matches!(
            stem.as_str(),
            "pre"
                | "non"
                | "anti"
                | "self"
                | "high"
                | "low"
                | "long"
                | "short"
                | "well"
                | "cross"
                | "multi"
                | "semi"
                | "post"
                | "half"
                | "near"
                | "free"
                | "wide"
                | "single"
                | "double"
                | "two"
                | "three"
                | "time"
                | "real"
                | "large"
                | "small"
                | "based"
                | "aware"
                | "type"
        )
}

/// Whether a line begins with the rest of a word: at least two lower-case letters.
fn starts_with_word_part(line: &str) -> bool {
    line.chars().take(2).filter(|c| c.is_ascii_lowercase()).count() == 2
}
