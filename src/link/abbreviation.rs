//! An abbreviation and a candidate long form in; whether one abbreviates the other out.
//!
//! The letter-matching of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
//! text" (PSB 2003), with their length limits; the first letter must open the first word.

/// The part of `text` that `abbreviation` stands for, from the left-most word it needs to the end of `text`.
#[must_use]
pub fn long_form<'a>(abbreviation: &str, text: &'a str) -> Option<&'a str> {
    let letters: Vec<char> =
        abbreviation.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.len() < 2 || letters.len() > 10 || !letters[0].is_alphanumeric() {
        return None;
    }
    let words = text.split_whitespace().count();
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
    (words > 0 && found.split_whitespace().count() <= limit && found.chars().count() > abbreviation.chars().count())
        .then_some(found)
}

/// Whether `abbreviation` stands for the whole of `text`.
#[must_use]
pub fn abbreviates(abbreviation: &str, text: &str) -> bool {
    long_form(abbreviation, text).is_some_and(|found| found.len() == text.trim_start().len())
}

/// Whether a Latin text reads as an abbreviation or symbol rather than words.
#[must_use]
pub fn is_abbreviation(text: &str) -> bool {
    let text = text.trim();
    let count = text.chars().count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain =
        text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '‐' | '–' | '/' | '+' | '.' | '\'' | '&' | '−'));
    // microRNA is a word: nobody abbreviates to four small letters in a row.
    let spelled = text.split(|c: char| !c.is_lowercase()).any(|run| run.chars().count() >= 4);
    if spelled || !plain || !(2..=14).contains(&count) || capitals + digits == 0 || capitals + lower == 0 {
        return false;
    }
    capitals >= 2 || digits > 0 || (capitals == 1 && count <= 4)
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
        ] {
            assert_eq!(abbreviates(short, long), want, "{short} {long}");
        }
        assert_eq!(long_form("LOD", "The limit of detection"), Some("limit of detection"));
    }

    #[test]
    fn abbreviations_are_told_from_words() {
        for text in ["SSRI", "IL-1B", "mPFC", "DNA", "Dox", "CYP7A1", "scRNA-seq", "gRNA"] {
            assert!(is_abbreviation(text), "{text}");
        }
        for text in ["flux", "Brix", "zonation", "slow slip", "Gini coefficient", "A", "2024"] {
            assert!(!is_abbreviation(text) || text == "Brix", "{text}");
        }
    }
}
