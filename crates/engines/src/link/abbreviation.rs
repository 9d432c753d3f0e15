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
    let found = &text[likeliest_start(&letters, text, start?, limit)..];
    (found.split_whitespace().count() <= limit && found.chars().count() > abbreviation.chars().count()).then_some(found)
}

/// Words that may have no letter in an abbreviation: limit of detection, LD.
const PASSED_OVER: [&str; 9] = ["a", "an", "and", "for", "in", "of", "on", "the", "to"];

/// Where the long form begins, at `nearest` or at a word before it. Letter matching from the end alone begins too late where a word
/// also ends with the letter of the word before, as in proton pump inhibitor (PPI): of the words it may begin with, the one is chosen
/// that leaves most letters at the beginning of a word and fewest words without a letter, and of equal ones the last.
fn likeliest_start(letters: &[char], text: &str, nearest: usize, most_words: usize) -> usize {
    let words_after = text[nearest..].split_whitespace().count();
    let mut best = (fit(letters, &text[nearest..]), nearest);
    let mut start = nearest;
    for _ in words_after..most_words {
        let before = text[..start].trim_end();
        let word_start = before
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let word = &before[word_start..];
        if word.is_empty() || !word.chars().all(|c| class(c) == Class::Latin || c.is_ascii_digit() || "-'’".contains(c))
        {
            break;
        }
        start = word_start;
        let found = fit(letters, &text[start..]);
        if found > best.0 {
            best = (found, start);
        }
    }
    best.1
}

/// The letters at the beginning of a word, less the words without a letter, if `letters` stand in `text` in their order and the first
/// begins it.
fn fit(letters: &[char], text: &str) -> Option<i32> {
    let mut reached: Vec<Option<i32>> = vec![None; letters.len() + 1];
    reached[0] = Some(0);
    for (place, word) in text.split_whitespace().enumerate() {
        let mut next = vec![None; letters.len() + 1];
        for (from, value) in reached.iter().enumerate().filter_map(|(from, value)| value.map(|value| (from, value))) {
            for (taken, gain) in initials(word, &letters[from..], place == 0).into_iter().enumerate() {
                next[from + taken] = next[from + taken].max(gain.map(|gain| value + gain));
            }
        }
        reached = next;
    }
    reached[letters.len()]
}

/// For each number of the first `letters` that a word can account for, how many of them may begin a part of it.
fn initials(word: &str, letters: &[char], opens_text: bool) -> Vec<Option<i32>> {
    let mut reached: Vec<Option<i32>> = vec![None; letters.len() + 1];
    reached[0] = Some(0);
    let mut before = None;
    for c in word.chars() {
        let opens = !before.is_some_and(char::is_alphanumeric);
        let may_begin = !opens_text || before.is_none();
        for taken in (0..letters.len()).rev() {
            if c.to_lowercase().next() == Some(letters[taken]) && (taken > 0 || may_begin) {
                reached[taken + 1] = reached[taken + 1].max(reached[taken].map(|value| value + i32::from(opens)));
            }
        }
        before = Some(c);
    }
    let idle = !PASSED_OVER.contains(&word.to_lowercase().as_str()) && word.chars().any(char::is_alphanumeric);
    reached[0] = (!opens_text).then_some(-i32::from(idle));
    reached
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
            ("PPI", "proton pump inhibitor", true),
            ("PPI", "pump inhibitor", true),
            ("SSS", "sick sinus syndrome", true),
            ("XFEL", "X-ray free-electron laser", true),
            ("WFH", "working from home", true),
            ("BDNF", "insulin-like growth factor 1", false),
            ("LPS", "the lipopolysaccharide", false),
            // At most ten letters.
            ("ABCDEFGHIJ", "a b c d e f g h i j", true),
            ("ABCDEFGHIJK", "a b c d e f g h i j k", false),
        ] {
            assert_eq!(abbreviates(short, long), want, "{short} {long}");
        }
        for (short, text, want) in [
            ("LOD", "The limit of detection", "limit of detection"),
            ("LD", "Below the limit of detection", "limit of detection"),
            // The word before ends or begins with the same letter.
            ("PPI", "Patients with a proton pump inhibitor", "proton pump inhibitor"),
            ("SSS", "has sick sinus syndrome", "sick sinus syndrome"),
            // A word more has to bring a letter.
            ("DNA", "does not affect deoxyribonucleic acid", "deoxyribonucleic acid"),
            ("CT", "chest computed tomography", "computed tomography"),
            ("PI", "pump. Inhibitor, proton inhibitor", "proton inhibitor"),
            ("STSS", "severe streptococcal toxic shock syndrome", "streptococcal toxic shock syndrome"),
            ("NNK", "the nicotine-derived nitrosamine ketone", "nicotine-derived nitrosamine ketone"),
            ("MMA", "a new methyl-malonic acid", "methyl-malonic acid"),
        ] {
            assert_eq!(long_form(short, text), Some(want), "{short} in {text}");
        }
    }
}
