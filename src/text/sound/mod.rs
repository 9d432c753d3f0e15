//! Katakana and English words in, how alike they sound out.
//!
//! Both sides become strings of sounds ([`spelling`]): an English word in several pronunciations, for a loan word may have come as
//! English, Greek, Latin or German reads. They are compared by a weighted edit distance ([`distance`]): vowels are near each
//! other, consonants of one class too, the vowels Japanese inserts cost little. Spellings, classes and costs are data
//! (glossary/sounds.toml). Sounds of a word are made once and compared with many.

mod costs;
mod distance;
mod matching;
mod spelling;

pub use distance::bounded_similarity;
pub use matching::{SoundMatch, matching_pronunciation, matching_word};

use spelling::RULES;

/// What a word sounds like: one string of sounds, or some, of which the best counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pronunciations {
    pronunciations: Vec<Pronunciation>,
}

/// One way to read a word.
#[derive(Debug, Clone, PartialEq)]
struct Pronunciation {
    /// Letters, `a` = 0.
    sounds: Box<[u8]>,
    /// What each costs where the other side lacks it.
    costs: Box<[f32]>,
    /// The sum of `costs`.
    total: f32,
}

/// More sounds than any word has; what is longer is cut.
const LONGEST: usize = 64;

impl Pronunciations {
    /// The sounds of a word in katakana.
    #[must_use]
    pub fn of_katakana(word: &str) -> Self {
        let sounds = RULES.katakana(word);
        Self { pronunciations: Pronunciation::new(&sounds, &RULES.costs.japanese).into_iter().collect() }
    }

    /// The sounds of an English word.
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

    /// Whether nothing is to be heard.
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

/// Similarity of a katakana word and an English word, 0 to 1.
#[must_use]
pub fn similarity(katakana: &str, english: &str) -> f64 {
    bounded_similarity(&Pronunciations::of_katakana(katakana), &Pronunciations::of_english(english), 0.0)
}

/// Whether a katakana word sounds enough like an English one to count as said by it where a phrase is compared with another.
#[must_use]
pub fn sounds_like(katakana: &str, english: &str) -> bool {
    bounded_similarity(
        &Pronunciations::of_katakana(katakana),
        &Pronunciations::of_english(english),
        RULES.acceptance.support,
    ) > 0.0
}

/// How many morae a word in katakana has: every kana but the small ones that join the one before.
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
