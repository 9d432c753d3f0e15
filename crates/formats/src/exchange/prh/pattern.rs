//! The regular expression that finds a term in running text, and only where it is a word of its own.
//!
//! A term that begins or ends in katakana or in Latin letters is not found inside a longer word of the same letters: not
//! `サーバ` in `サーバー`, not `tin` in `tinnitus`. A single kanji is not found inside a word of several. What the right term
//! itself contains is not found in it.

/// What stands beside a term that would make it part of a longer word.
fn neighbours(letter: char, is_single: bool) -> Option<&'static str> {
    match letter {
        'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ' | 'ｦ'..='ﾟ' => Some("ァ-ヺーヽヾｦ-ﾟ"),
        c if c.is_ascii_alphanumeric() => Some("A-Za-z0-9_"),
        'À'..='ɏ' => Some("A-Za-z0-9_À-ɏ"),
        '一'..='鿿' | '々' if is_single => Some("一-鿿々"),
        _ => None,
    }
}

/// The pattern of `wrong`, of which `right` is the term to use, between slashes.
pub(super) fn pattern(wrong: &str, right: &str) -> String {
    let is_single = wrong.chars().nth(1).is_none();
    let class = |letter: Option<char>| letter.and_then(|letter| neighbours(letter, is_single));
    let mut pattern = String::from("/");
    if let Some(class) = class(wrong.chars().next()) {
        pattern.push_str(&format!("(?<![{class}])"));
    }
    let (before, after) = right.split_once(wrong).unwrap_or_default();
    if after.is_empty() && !before.is_empty() {
        pattern.push_str(&format!("(?<!{})", escaped(before)));
    }
    pattern.push_str(&escaped(wrong));
    if !after.is_empty() {
        pattern.push_str(&format!("(?!{})", escaped(after)));
    }
    if let Some(class) = class(wrong.chars().next_back()) {
        pattern.push_str(&format!("(?![{class}])"));
    }
    pattern.push('/');
    pattern
}

/// Text as a regular expression of JavaScript. A space stands for any white space, such as a line end.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            ' ' => escaped.push_str("\\s+"),
            '\\' | '^' | '$' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// What prh puts in place of it, in which `$` begins a reference.
pub(super) fn replacement(right: &str) -> String {
    right.replace('$', "$$")
}

/// A term that begins with a small letter, as it stands at the beginning of a sentence.
pub(super) fn capitalised(term: &str) -> Option<String> {
    let first = term.chars().next().filter(char::is_ascii_lowercase)?;
    Some(format!("{}{}", first.to_ascii_uppercase(), &term[1..]))
}

#[cfg(test)]
mod tests {
    use super::{capitalised, pattern, replacement};

    #[test]
    fn a_term_is_found_where_it_is_a_word_of_its_own() {
        for (wrong, right, want) in [
            ("サーバ", "サーバー", "/(?<![ァ-ヺーヽヾｦ-ﾟ])サーバ(?!ー)(?![ァ-ヺーヽヾｦ-ﾟ])/"),
            ("tin", "stannum", "/(?<![A-Za-z0-9_])tin(?![A-Za-z0-9_])/"),
            ("quantum tangle", "entanglement", "/(?<![A-Za-z0-9_])quantum\\s+tangle(?![A-Za-z0-9_])/"),
            ("もつれ", "量子もつれ", "/(?<!量子)もつれ/"),
            ("絡み", "絡み合い", "/絡み(?!合い)/"),
            ("熱", "熱エネルギー", "/(?<![一-鿿々])熱(?!エネルギー)(?![一-鿿々])/"),
            ("a/b (c)", "d", "/(?<![A-Za-z0-9_])a\\/b\\s+\\(c\\)/"),
            ("𠮷野家", "吉野家", "/𠮷野家/"),
        ] {
            assert_eq!(pattern(wrong, right), want);
        }
        assert_eq!(replacement("US$1"), "US$$1");
        assert_eq!(capitalised("quantum tangle").as_deref(), Some("Quantum tangle"));
        assert_eq!(capitalised("量子"), None);
        assert_eq!(capitalised("DNA"), None);
    }
}
