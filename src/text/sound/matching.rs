//! A katakana word and candidates for its English in, the one that may be taken for it out.

use super::spelling::RULES;
use super::{Pronunciations, bounded_similarity, morae};

/// A candidate that may be taken for the English of a katakana word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SoundMatch {
    /// Which candidate.
    pub index: usize,
    /// How alike it sounds, 0 to 1.
    pub similarity: f64,
    /// By how much more than the next best.
    pub margin: f64,
}

/// The candidate that sounds like `katakana`, where one does beyond doubt.
///
/// It has to reach a similarity, keep a margin to the runner-up, and the katakana has to have enough morae: short words
/// sound like too many (the three numbers stand in glossary/sounds.toml under `acceptance`). Each candidate should be there
/// once: two that sound the same rival each other.
#[must_use]
pub fn matching_word(katakana: &str, candidates: &[&str]) -> Option<SoundMatch> {
    let sounds: Vec<Pronunciations> = candidates.iter().map(|word| Pronunciations::of_english(word)).collect();
    matching_pronunciation(katakana, &sounds.iter().collect::<Vec<_>>())
}

/// [`matching_word`] for candidates whose sounds are known.
#[must_use]
pub fn matching_pronunciation(katakana: &str, candidates: &[&Pronunciations]) -> Option<SoundMatch> {
    let rule = RULES.acceptance;
    if morae(katakana) < rule.morae {
        return None;
    }
    let ja = Pronunciations::of_katakana(katakana);
    let floor = rule.similarity - rule.margin;
    let mut best: Option<(usize, f64)> = None;
    let mut next = floor;
    for (index, candidate) in candidates.iter().enumerate() {
        let similarity = bounded_similarity(&ja, candidate, next);
        if similarity <= 0.0 {
            continue;
        }
        match best {
            Some((_, most)) if similarity <= most => next = next.max(similarity),
            _ => {
                next = next.max(best.map_or(floor, |(_, most)| most));
                best = Some((index, similarity));
            }
        }
    }
    let (index, similarity) = best?;
    let margin = similarity - next;
    (similarity >= rule.similarity && margin >= rule.margin).then_some(SoundMatch { index, similarity, margin })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_beyond_doubt_is_accepted() {
        let words = ["oxytocin", "macrophage", "microphone", "plasma", "plastic", "sensor", "censor"];
        for (ja, want) in [
            ("オキシトシン", Some("oxytocin")),
            ("マクロファージ", Some("macrophage")),
            ("プラズマ", Some("plasma")),
            ("センサー", None),
            ("ケア", None),
            ("ニュートリノ", None),
            ("", None),
        ] {
            assert_eq!(matching_word(ja, &words).map(|found| words[found.index]), want, "{ja}");
        }
        assert_eq!(matching_word("オキシトシン", &[]), None);
    }
}
