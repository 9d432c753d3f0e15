//! Converts spellings of katakana and English words to sounds, by the rules in glossary/sounds.toml.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::costs::{Costs, CostsFile};
use crate::text::kana;

/// The contents of glossary/sounds.toml.
#[derive(Debug, Default, Deserialize)]
struct SoundsFile {
    katakana: SpellingsFile,
    english: EnglishFile,
    costs: CostsFile,
    acceptance: Acceptance,
}

#[derive(Debug, Default, Deserialize)]
struct SpellingsFile {
    spellings: Vec<(String, String)>,
}

#[derive(Debug, Default, Deserialize)]
struct EnglishFile {
    spellings: Vec<(String, String)>,
    pronunciations: Vec<SpellingsFile>,
}

/// The conditions under which an English word counts as the origin of a katakana word.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Acceptance {
    /// Minimum similarity.
    pub(super) similarity: f64,
    /// Minimum lead over the next best candidate.
    pub(super) margin: f64,
    /// Minimum number of morae.
    pub(super) morae: usize,
    /// Minimum similarity if other words of a phrase support the pair too.
    pub(super) support: f64,
}

/// The rules, ready to use.
#[derive(Debug, Default)]
pub(super) struct Rules {
    katakana: Spellings,
    pronunciations: Vec<Spellings>,
    pub(super) costs: Costs,
    pub(super) acceptance: Acceptance,
}

/// The shipped rules. A test parses the file, so an unreadable one never ships.
pub(super) static RULES: LazyLock<Rules> =
    LazyLock::new(|| read(include_str!("../../../../../glossary/sounds.toml")).unwrap_or_default());

fn read(file: &str) -> Result<Rules, toml::de::Error> {
    let file: SoundsFile = toml::from_str(file)?;
    let pronunciations = file.english.pronunciations.iter();
    Ok(Rules {
        katakana: Spellings::new(&[&file.katakana.spellings]),
        pronunciations: pronunciations.map(|way| Spellings::new(&[&file.english.spellings, &way.spellings])).collect(),
        costs: Costs::new(&file.costs),
        acceptance: file.acceptance,
    })
}

impl Rules {
    /// The sounds of a word in katakana, `a` = 0.
    pub(super) fn katakana(&self, word: &str) -> Vec<u8> {
        let plain: String = word.chars().filter(|c| !matches!(c, 'ー' | 'ッ' | '・')).collect();
        let letters: String = kana::romaji(&plain).chars().filter(char::is_ascii_lowercase).collect();
        self.katakana.read(&letters)
    }

    /// The sounds of a word in lower-case Latin letters, one string for each pronunciation.
    pub(super) fn english<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = Vec<u8>> + 'a {
        self.pronunciations.iter().map(move |way| way.read(letters))
    }
}

/// Spellings and their sounds.
#[derive(Debug, Default)]
struct Spellings {
    sounds: FxHashMap<String, String>,
    longest: usize,
}

impl Spellings {
    /// Merges lists of spellings; a later list overrides an earlier one.
    fn new(lists: &[&Vec<(String, String)>]) -> Self {
        let sounds: FxHashMap<String, String> = lists.iter().flat_map(|list| list.iter().cloned()).collect();
        let longest = lists.iter().flat_map(|list| list.iter()).map(|(spelling, _)| spelling.len()).max();
        Self { sounds, longest: longest.unwrap_or_default() }
    }

    /// Reads lower-case Latin letters from left to right, the longest spelling first.
    fn read(&self, letters: &str) -> Vec<u8> {
        let word = format!("^{letters}$");
        let mut out: Vec<u8> = Vec::with_capacity(word.len() + 4);
        let mut push = |sound: u8| {
            if sound.is_ascii_lowercase() && out.last() != Some(&(sound - b'a')) {
                out.push(sound - b'a');
            }
        };
        let mut at = 0;
        while at < word.len() {
            let longest = self.longest.min(word.len() - at);
            let known =
                (1..=longest).rev().find_map(|length| Some((length, self.sounds.get(word.get(at..at + length)?)?)));
            match known {
                Some((length, sounds)) => {
                    sounds.bytes().for_each(&mut push);
                    at += length;
                }
                None => {
                    word.as_bytes().get(at).copied().into_iter().for_each(&mut push);
                    at += 1;
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sounds: &[u8]) -> String {
        sounds.iter().map(|sound| char::from(sound + b'a')).collect()
    }

    #[test]
    fn the_shipped_rules_parse_and_are_written_in_small_letters() {
        let file: SoundsFile = toml::from_str(include_str!("../../../../../glossary/sounds.toml")).unwrap();
        let lists = file.english.pronunciations.iter().chain([&file.katakana]).map(|list| &list.spellings);
        for list in lists.chain([&file.english.spellings]) {
            let mut seen = std::collections::BTreeSet::new();
            for (spelling, sounds) in list {
                assert!(spelling.bytes().all(|c| c.is_ascii_lowercase() || matches!(c, b'^' | b'$')), "{spelling}");
                assert!(sounds.bytes().all(|c| c.is_ascii_lowercase()), "{spelling} {sounds}");
                assert!(seen.insert(spelling), "{spelling} stands twice");
            }
            assert!(!list.is_empty());
        }
        assert!(read(include_str!("../../../../../glossary/sounds.toml")).unwrap().acceptance.similarity > 0.5);
    }

    #[test]
    fn words_are_read_from_left_to_right_the_longest_spelling_first() {
        for (word, want) in [("シーズン", "sizun"), ("チッチ", "titi"), ("ヴィーナス", "binasu"), ("", ""), ("ー", "")]
        {
            assert_eq!(shown(&RULES.katakana(word)), want, "{word}");
        }
        for (word, want) in
            [("rotation", "rotasyon"), ("knee", "ni"), ("phosphate", "fosfat"), ("xenon", "ksenon"), ("", "")]
        {
            assert!(RULES.english(word).any(|sounds| shown(&sounds) == want), "{word}");
        }
    }
}
