//! Combines named signs into a confidence.

use crate::model::Sign;

/// The confidence of a gloss: the strongest positive sign times each doubt. Doubts are signs below one whose name begins
/// with `doubt_`. The probabilities were measured on 328 annotated glosses.
pub(super) fn confidence(signs: &[Sign]) -> f64 {
    let doubt = |sign: &&Sign| sign.name.starts_with("doubt_");
    // An extended boundary is less certain than the plain run, whatever else agrees.
    let ceiling = signs.iter().filter(|sign| sign.name == "extended").map(|sign| sign.value).fold(1.0, f64::min);
    let best =
        signs.iter().filter(|sign| !doubt(sign)).map(|sign| sign.value).fold(0.0, f64::max).min(ceiling.max(0.0));
    let doubts: f64 = signs.iter().filter(doubt).map(|sign| sign.value).product();
    (best * doubts).clamp(0.0, 0.99)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_sign_counts_less_each_doubt_and_never_more_than_an_extended_boundary() {
        let (agree, sound) = (Sign::new("runs_agree", 0.95), Sign::new("sound_explains_all", 0.98));
        let (extended, doubt) = (Sign::new("extended", 0.79), Sign::new("doubt_abbreviation", 0.5));
        for (signs, want) in [
            (vec![], 0.0),
            (vec![agree.clone()], 0.95),
            (vec![agree.clone(), sound.clone()], 0.98),
            (vec![agree, doubt], 0.475),
            (vec![extended, sound], 0.79),
            (vec![Sign::new("certain", 1.0)], 0.99),
        ] {
            assert!((confidence(&signs) - want).abs() < 1e-9, "{signs:?}");
        }
    }
}
