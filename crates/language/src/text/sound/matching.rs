//! Chooses, among candidate English words, the one that a katakana word is surely a transcription of.

use super::spelling::RULES;
use super::{Pronunciations, bounded_similarity, morae};

/// The candidate that a katakana word transcribes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SoundMatch {
    /// Index of the candidate.
    pub index: usize,
    /// How similar it sounds, 0 to 1.
    pub similarity: f64,
    /// Its lead over the next best candidate.
    pub margin: f64,
}

/// The candidate that sounds like `katakana`, if there is exactly one beyond doubt.
///
/// It must reach a minimum similarity and a minimum lead over the runner-up, and the katakana must have a minimum of
/// morae, because short words sound like too many others (the three numbers are in glossary/sounds.toml under
/// `acceptance`). List each candidate once: two that sound the same rule each other out.
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
        let all = words.map(Pronunciations::of_english);
        let sounds: Vec<&Pronunciations> = all.iter().collect();
        for (ja, want) in [
            ("オキシトシン", Some("oxytocin")),
            ("マクロファージ", Some("macrophage")),
            ("プラズマ", Some("plasma")),
            ("センサー", None),
            ("ケア", None),
            ("ニュートリノ", None),
            ("", None),
        ] {
            assert_eq!(matching_pronunciation(ja, &sounds).map(|found| words[found.index]), want, "{ja}");
        }
        assert_eq!(matching_pronunciation("オキシトシン", &[]), None);
    }
}
