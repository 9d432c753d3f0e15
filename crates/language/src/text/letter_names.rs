//! How an abbreviation is read aloud in Japanese: letter by letter (CP, シーピー), as a word, or both (K-BEAM, ケイビーム).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::kana;
use super::sound::sounds_like;

/// The names of letters and digits (glossary/letters.csv).
static NAMES: LazyLock<HashMap<char, Vec<Vec<char>>>> = LazyLock::new(|| {
    let rows = include_str!("../../../../glossary/letters.csv").lines().skip(1);
    let rows = rows.filter_map(|row| row.split_once(','));
    rows.filter_map(|(letter, names)| {
        Some((letter.chars().next()?, names.split(' ').map(|name| name.chars().collect()).collect()))
    })
    .collect()
});

/// Abbreviations of more letters are not read aloud.
const LONGEST: usize = 16;

/// Whether a text in katakana is the way to read an abbreviation aloud.
#[must_use]
pub fn reads_aloud(katakana: &str, abbreviation: &str) -> bool {
    let sounds: Vec<char> = kana::katakana(katakana).chars().filter(|c| !c.is_whitespace() && *c != '・').collect();
    let letters: Vec<char> = abbreviation.chars().flat_map(char::to_lowercase).collect();
    if sounds.is_empty() || letters.len() > LONGEST || sounds.len() > 5 * LONGEST || !kana::is_kana(katakana) {
        return false;
    }
    // Which sounds can be behind the first letters, letter by letter.
    let mut reached = vec![vec![false; sounds.len() + 1]; letters.len() + 1];
    reached[0][0] = true;
    for at in 0..letters.len() {
        let word: String = letters[at..].iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        for from in 0..=sounds.len() {
            if !reached[at][from] {
                continue;
            }
            if !letters[at].is_ascii_alphanumeric() {
                reached[at + 1][from] = true;
                continue;
            }
            for name in NAMES.get(&letters[at]).into_iter().flatten() {
                if sounds[from..].starts_with(name) {
                    reached[at + 1][from + name.len()] = true;
                }
            }
            let begins_word = at == 0 || !letters[at - 1].is_ascii_alphabetic();
            if begins_word && word.len() >= 3 {
                for to in from + 2..=sounds.len() {
                    let said: String = sounds[from..to].iter().collect();
                    reached[at + word.len()][to] |= sounds_like(&said, &word);
                }
            }
        }
    }
    reached[letters.len()][sounds.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_read_letter_by_letter_or_as_words() {
        for (katakana, abbreviation, want) in [
            ("シーピー", "CP", true),
            ("ケイビーム", "K-BEAM", true),
            ("アール・エヌ・エー", "RNA", true),
            ("スプリングエイト", "SPring-8", true),
            ("エッチアイブイ", "HIV", true),
            ("シーピー", "CPT", false),
            ("インターロイキン", "IL", false),
            ("", "CP", false),
            ("脳", "NO", false),
        ] {
            assert_eq!(reads_aloud(katakana, abbreviation), want, "{katakana} {abbreviation}");
        }
    }
}
