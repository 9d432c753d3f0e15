//! Variants of single characters (glossary/characters.csv) and the kana of kanji that are often written in kana
//! (glossary/kana.csv).

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::kana::katakana;

/// Variants of characters and their common forms.
static PLAIN: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let rows = include_str!("../../../../../glossary/characters.csv").lines().skip(1);
    let pairs = rows.filter_map(|row| row.split_once(','));
    pairs.flat_map(|(common, variants)| variants.chars().zip(common.chars().cycle())).collect()
});

/// Kanji and their kana.
static KANA: LazyLock<FxHashMap<char, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("../../../../../glossary/kana.csv").lines().skip(1);
    let pairs = rows.filter_map(|row| row.split_once(','));
    pairs.flat_map(|(kana, kanji)| kanji.chars().map(move |kanji| (kanji, kana))).collect()
});

/// The hiragana of [`KANA`] in katakana, each with its hiragana, without what some kanji has as katakana (リン).
static KATAKANA: LazyLock<FxHashMap<String, &'static str>> = LazyLock::new(|| {
    let kept: FxHashSet<&str> = KANA.values().copied().collect();
    let pairs = KANA.values().map(|kana| (katakana(kana), *kana));
    pairs.filter(|(katakana, _)| !kept.contains(katakana.as_str())).collect()
});

/// The common form of a character: 髙 becomes 高, 﨑 崎, 體 体, ヶ ケ.
#[must_use]
#[inline]
pub fn plain(c: char) -> char {
    match c {
        'ヶ' => 'ケ',
        'ヵ' => 'カ',
        '\u{3400}'.. => PLAIN.get(&c).copied().unwrap_or(c),
        _ => c,
    }
}

/// The kana in which a kanji, in its common form, compares: ろ for 濾, リン for 燐; `None` for most kanji.
#[must_use]
#[inline]
pub fn kana_of(kanji: char) -> Option<&'static str> {
    if kanji < '\u{3400}' { None } else { KANA.get(&kanji).copied() }
}

/// The hiragana of a run of katakana that may stand for a kanji beside another: ロ in ロ過.
#[must_use]
pub fn reads_as_kanji(run: &str) -> Option<&'static str> {
    if run.len() > LONGEST { None } else { KATAKANA.get(run).copied() }
}

/// The longest kana of a kanji, in bytes: four letters.
const LONGEST: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::chars::{Class, class};

    #[test]
    fn no_character_has_two_forms_or_two_readings() {
        let mut seen = std::collections::BTreeSet::new();
        for row in include_str!("../../../../../glossary/characters.csv").lines().skip(1) {
            let (common, variants) = row.split_once(',').unwrap();
            assert_eq!(common.chars().count(), 1, "{row}");
            for c in common.chars().chain(variants.chars()) {
                assert!(class(c) == Class::Kanji && seen.insert(c), "{c} in {row}");
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        for row in include_str!("../../../../../glossary/kana.csv").lines().skip(1) {
            let (kana, kanji) = row.split_once(',').unwrap();
            assert!(kana.len() <= LONGEST && crate::text::kana::is_kana(kana), "{row}");
            for c in kanji.chars() {
                assert!(class(c) == Class::Kanji && plain(c) == c && seen.insert(c), "{c} in {row}");
            }
        }
    }
}
