//! Recognises whether a text abbreviates another.
//!
//! Uses the letter matching of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
//! biomedical text" (PSB 2003), with their length limits; the first letter must begin the first word.

use crate::text::chars::{Class, class};
use crate::text::kana;
use crate::text::normal::normal;
use crate::text::tokeniser::Tokeniser;

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

/// Whether the first sounds of a term's words are among the letters of an abbreviation, in their order. Only of terms of two or
/// more katakana or Latin words and nothing else; `None` for any other: フリーソフトウェアガイドライン and FSG, but not SPRG.
#[must_use]
pub(super) fn initials_agree(ja: &str, abbreviation: &str, words: &Tokeniser) -> Option<bool> {
    let folded = normal(ja);
    let tokens: Vec<&str> =
        words.surfaces(&folded).into_iter().map(|span| span.of(&folded)).filter(|word| *word != "・").collect();
    let spelled = |c: char| matches!(class(c), Class::Katakana | Class::Latin);
    if tokens.len() < 2 || !tokens.iter().all(|word| word.chars().all(spelled)) {
        return None;
    }
    let letters = abbreviation.to_lowercase();
    let mut rest = letters.chars();
    Some(tokens.into_iter().map(first_letters).all(|first| rest.any(|letter| first.contains(&letter))))
}

/// Whether a term begins with a loan word of three kana or more whose first sound is not that of the abbreviation's first letter: マウス
/// and GPM. Native words in katakana (タンパク質, PP2A) do so too, so that it is only a doubt.
#[must_use]
pub(super) fn begins_otherwise(ja: &str, abbreviation: &str) -> bool {
    let folded = normal(ja);
    let word: String = folded.chars().take_while(|c| class(*c) == Class::Katakana).collect();
    let first = abbreviation.chars().next().map(|c| c.to_ascii_lowercase());
    word.chars().count() >= 3
        && first.is_some_and(|first| first.is_ascii_lowercase() && !first_letters(&word).contains(&first))
}

/// The letters with which the original of a loan word may begin.
fn first_letters(word: &str) -> Vec<char> {
    let Some(first) = kana::romaji(word).to_lowercase().chars().next() else { return Vec::new() };
    if word.starts_with(|c: char| class(c) == Class::Latin) {
        return vec![first];
    }
    let more = match first {
        'k' => "cqx",
        's' => "ctpz",
        'z' | 'j' => "gjzdx",
        't' => "tc",
        'c' => "tcs",
        'h' => "fw",
        // Only before a small kana: ファージ for phage.
        'f' if word.chars().nth(1).is_some_and(|c| matches!(c, 'ァ' | 'ィ' | 'ェ' | 'ォ' | 'ュ')) => "hp",
        'f' => "h",
        'b' => "v",
        'r' => "lw",
        'u' => "wov",
        'w' => "uov",
        'i' => "yeh",
        'e' => "aix",
        'a' => "uoeh",
        'o' => "ahu",
        'y' => "ui",
        'n' => "kg",
        _ => "",
    };
    std::iter::once(first).chain(more.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_compared_where_every_word_is_a_loan() {
        // Without a dictionary, words part only where the script changes.
        let agree = |ja, short| initials_agree(ja, short, &Tokeniser::by_script());
        assert_eq!(agree("Debianガイドライン", "DG"), Some(true));
        assert_eq!(agree("Sampleガイドライン", "PRG"), Some(false));
        assert_eq!(agree("Écoleガイドライン", "ÉG"), Some(true));
        assert_eq!(agree("ガイドライン", "G"), None);
        assert_eq!(agree("管理システム", "VCS"), None);
        for (ja, short, otherwise) in [
            ("マウス", "GPM", true),
            ("ウイルス様粒子", "VLP", false),
            ("脳波", "EEG", false),
            ("ファージ", "P", false),
        ] {
            assert_eq!(begins_otherwise(ja, short), otherwise, "{ja} {short}");
        }
    }

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
