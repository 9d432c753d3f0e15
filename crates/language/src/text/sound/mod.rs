//! How similar katakana and English words sound.
//!
//! Both sides become strings of sounds ([`spelling`]); an English word has several pronunciations, because a loan word may
//! have been read as English, Greek, Latin or German. They are compared by a weighted edit distance ([`distance`]): vowels
//! are close to each other, so are consonants of one class, and the vowels that Japanese inserts cost little. Spellings,
//! classes and costs are data (glossary/sounds.toml). [`matching`] chooses among candidates.

mod costs;
mod distance;
mod matching;
mod spelling;

pub use distance::bounded_similarity;
pub use matching::{SoundMatch, matching_pronunciation};

use spelling::RULES;

/// The possible pronunciations of a word; the one that fits best counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pronunciations {
    pronunciations: Vec<Pronunciation>,
}

/// One pronunciation.
#[derive(Debug, Clone, PartialEq)]
struct Pronunciation {
    /// Letters, `a` = 0.
    sounds: Box<[u8]>,
    /// The cost of each if it has no counterpart.
    costs: Box<[f32]>,
    /// The sum of `costs`.
    total: f32,
}

/// The most sounds of a word; longer words are cut off.
const LONGEST: usize = 64;

impl Pronunciations {
    /// The pronunciation of a word in katakana.
    #[must_use]
    pub fn of_katakana(word: &str) -> Self {
        let sounds = RULES.katakana(word);
        Self { pronunciations: Pronunciation::new(&sounds, &RULES.costs.japanese).into_iter().collect() }
    }

    /// The pronunciations of an English word.
    #[must_use]
    pub fn of_english(word: &str) -> Self {
        let letters: String = word.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
        let mut pronunciations: Vec<Pronunciation> = Vec::new();
        for sounds in RULES.english(&letters) {
            if pronunciations.iter().all(|known| *known.sounds != *sounds) {
                pronunciations.extend(Pronunciation::new(&sounds, &RULES.costs.english));
            }
        }
        Self { pronunciations }
    }

    /// Whether the word has no sounds.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pronunciations.is_empty()
    }
}

impl Pronunciation {
    fn new(sounds: &[u8], costs: &costs::GapCosts) -> Option<Self> {
        let sounds = sounds.get(..LONGEST).unwrap_or(sounds);
        let costs: Box<[f32]> = (0..sounds.len()).map(|at| costs.of(sounds, at)).collect();
        let total: f32 = costs.iter().sum();
        (total > 0.0).then(|| Self { sounds: sounds.into(), costs, total })
    }
}

/// How similar a katakana word and an English word sound, 0 to 1.
#[must_use]
pub fn similarity(katakana: &str, english: &str) -> f64 {
    bounded_similarity(&Pronunciations::of_katakana(katakana), &Pronunciations::of_english(english), 0.0)
}

/// Whether a katakana word sounds enough like an English one for the two to correspond inside longer phrases.
#[must_use]
pub fn sounds_like(katakana: &str, english: &str) -> bool {
    bounded_similarity(
        &Pronunciations::of_katakana(katakana),
        &Pronunciations::of_english(english),
        RULES.acceptance.support,
    ) > 0.0
}

/// The number of morae of a word in katakana: every kana except the small ones, which belong to the one before.
#[must_use]
pub fn morae(katakana: &str) -> usize {
    katakana
        .chars()
        .filter(|c| !matches!(c, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | '・' | ' '))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loan_words_sound_like_their_english_and_others_do_not() {
        for (ja, en) in [
            ("オキシトシン", "oxytocin"),
            ("マクロファージ", "macrophage"),
            ("ケタミン", "ketamine"),
            ("シーケンシング", "sequencing"),
            ("バイオセンサー", "biosensor"),
            ("スクロース", "sucrose"),
            ("ガーネット", "garnet"),
            ("ローテーション", "rotation"),
            ("ロイコトリエン", "leukotriene"),
            ("メカニズム", "mechanism"),
            ("テオフィリン", "theophylline"),
        ] {
            assert!(similarity(ja, en) >= 0.72, "{ja} {en} {}", similarity(ja, en));
        }
        for (ja, en) in
            [("ヒメマス", "kokanee"), ("マクロファージ", "oxytocin"), ("フラックス", "distillation"), ("", "x")]
        {
            assert!(similarity(ja, en) < 0.6, "{ja} {en} {}", similarity(ja, en));
        }
    }

    #[test]
    fn morae_are_kana_but_the_small_ones() {
        for (word, want) in [("ション", 2), ("クォーク", 3), ("センサー", 4), ("マックス", 4), ("", 0)] {
            assert_eq!(morae(word), want, "{word}");
        }
    }
}
