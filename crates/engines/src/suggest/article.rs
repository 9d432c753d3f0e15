//! Whether the English article before a place still fits after a replacement.
//!
//! It compares the old and the new word by their letters, numbers included; the checks, which write an article themselves,
//! judge only words whose sound is certain.

use crate::model::Span;

/// Whether `a` or `an` before a place fits the new text as it fitted the old one. True if there is no article.
pub(super) fn article_fits(text: &str, place: Span, new: &str) -> bool {
    let before = text.get(..place.start).unwrap_or_default();
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let article = word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an");
    !article || !before.ends_with(' ') || starts_with_vowel_sound(place.of(text)) == starts_with_vowel_sound(new)
}

/// Whether a word or number starts with a vowel sound, judged by its letters or digits: 8, 11, 18 and 80 do.
fn starts_with_vowel_sound(text: &str) -> bool {
    let digits: String =
        text.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return text.starts_with(|c: char| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u'));
    }
    let eleven = digits.starts_with("11") || digits.starts_with("18");
    digits.starts_with('8') || (eleven && digits.len() % 3 == 2)
}
