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
