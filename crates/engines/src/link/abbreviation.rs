//! Recognises whether a text abbreviates another.
//!
//! Uses the letter matching of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
//! biomedical text" (PSB 2003), with their length limits; the first letter must begin the first word.

/// The end of `text` that `abbreviation` stands for, beginning with the first word it needs.
#[must_use]
pub(super) fn long_form<'a>(abbreviation: &str, text: &'a str) -> Option<&'a str> {
    let letters: Vec<char> =
        abbreviation.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.len() < 2 || letters.len() > 10 {
        return None;
    }
    let limit = (letters.len() + 5).min(letters.len() * 2);
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = chars.len();
    let mut start = None;
    for (index, &letter) in letters.iter().enumerate().rev() {
        loop {
            at = at.checked_sub(1)?;
            let (byte, c) = chars[at];
            let same = c.to_lowercase().next() == Some(letter);
            let opens = at == 0 || !chars[at - 1].1.is_alphanumeric();
            if same && (index > 0 || opens) {
                start = Some(byte);
                break;
            }
        }
    }
    let found = &text[start?..];
    (found.split_whitespace().count() <= limit && found.chars().count() > abbreviation.chars().count()).then_some(found)
}

/// Whether `abbreviation` stands for the whole of `text`.
#[must_use]
pub(super) fn abbreviates(abbreviation: &str, text: &str) -> bool {
    long_form(abbreviation, text).is_some_and(|found| found.len() == text.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_find_their_long_form() {
        for (short, long, want) in [
            ("SSRI", "selective serotonin reuptake inhibitor", true),
            ("IGF-1", "insulin-like growth factor 1", true),
            ("mPFC", "medial prefrontal cortex", true),
            ("HybISS", "Hybridization-based in situ sequencing", true),
            ("LOD", "limit of detection", true),
            ("WFH", "working from home", true),
            ("BDNF", "insulin-like growth factor 1", false),
            ("LPS", "the lipopolysaccharide", false),
            // At most ten letters.
            ("ABCDEFGHIJ", "a b c d e f g h i j", true),
            ("ABCDEFGHIJK", "a b c d e f g h i j k", false),
        ] {
            assert_eq!(abbreviates(short, long), want, "{short} {long}");
        }
        assert_eq!(long_form("LOD", "The limit of detection"), Some("limit of detection"));
    }
}
