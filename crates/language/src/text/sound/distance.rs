//! How similar two words sound: a weighted edit distance that stops as soon as it exceeds a limit.

use super::spelling::RULES;
use super::{LONGEST, Pronunciation, Pronunciations};

/// How similar a katakana word and an English word sound, 0 to 1; 0 if the similarity is below `floor`.
///
/// It is one minus the distance divided by the cost of two words that have no sound in common. Nothing is allocated.
#[must_use]
pub fn bounded_similarity(katakana: &Pronunciations, english: &Pronunciations, floor: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, reason = "costs are small numbers with two digits")]
    let mut best = floor.max(0.0) as f32;
    let mut found = false;
    for one in &katakana.pronunciations {
        for other in &english.pronunciations {
            if let Some(alike) = compare(one, other, best) {
                found = true;
                best = best.max(alike);
            }
        }
    }
    if found { f64::from(best) } else { 0.0 }
}

/// The similarity of two pronunciations, if it reaches `floor`.
fn compare(one: &Pronunciation, other: &Pronunciation, floor: f32) -> Option<f32> {
    let total = one.total + other.total;
    let limit = (1.0 - floor) * total + 1e-4;
    let substitution = &RULES.costs.substitution;
    let mut row = [0.0_f32; LONGEST + 1];
    let row = row.get_mut(..=other.sounds.len())?;
    let mut sum = 0.0;
    for (cell, cost) in row.iter_mut().skip(1).zip(&other.costs) {
        sum += cost;
        *cell = sum;
    }
    for (&x, &lacking) in one.sounds.iter().zip(&one.costs) {
        let costs = substitution.get(usize::from(x))?;
        let mut diagonal = *row.first()?;
        let mut left = diagonal + lacking;
        *row.first_mut()? = left;
        let mut least = left;
        for ((cell, &y), &cost) in row.iter_mut().skip(1).zip(&other.sounds).zip(&other.costs) {
            let replaced = diagonal + costs.get(usize::from(y)).copied().unwrap_or(1.0);
            diagonal = *cell;
            left = replaced.min(*cell + lacking).min(left + cost);
            *cell = left;
            least = least.min(left);
        }
        if least > limit {
            return None;
        }
    }
    let distance = *row.last()?;
    (distance <= limit).then(|| (1.0 - distance / total).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_floor_changes_nothing_above_it(ja in "[ァ-ヺー・]{0,12}", en in "[a-zA-Z𠮷 -]{0,80}", floor in 0.0..1.0_f64) {
            let (ja, en) = (Pronunciations::of_katakana(&ja), Pronunciations::of_english(&en));
            let whole = bounded_similarity(&ja, &en, 0.0);
            prop_assert!((0.0..=1.0).contains(&whole));
            let cut = bounded_similarity(&ja, &en, floor);
            prop_assert!(cut == 0.0 || (cut - whole).abs() < 1e-4 , "{cut} {whole}");
            prop_assert!(cut > 0.0 || whole < floor + 1e-3, "{whole} {floor}");
        }
    }
}
