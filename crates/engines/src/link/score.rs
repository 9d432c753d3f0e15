//! Combines named signs into a confidence: the share of links with such signs that were right.

use std::sync::LazyLock;

use crate::model::Sign;

/// What the signs say, and how many links with that were right, in rising order: the rows of `glossary/confidence.csv`, fitted to
/// `benches/links/verdicts.tsv`.
static MEASURED: LazyLock<Vec<(f64, f64)>> =
    LazyLock::new(|| read(include_str!("../../../../glossary/confidence.csv")));

/// The confidence of a gloss, from its signs.
pub(super) fn confidence(signs: &[Sign]) -> f64 {
    measured(weight(signs)).clamp(0.0, 0.99)
}

/// The strongest positive sign times each doubt. Doubts are signs below one whose name begins with `doubt_`. The values were
/// measured on 328 annotated glosses.
fn weight(signs: &[Sign]) -> f64 {
    let doubt = |sign: &&Sign| sign.name.starts_with("doubt_");
    // An extended boundary is less certain than the plain run, whatever else agrees.
    let ceiling = signs.iter().filter(|sign| sign.name == "extended").map(|sign| sign.value).fold(1.0, f64::min);
    let best =
        signs.iter().filter(|sign| !doubt(sign)).map(|sign| sign.value).fold(0.0, f64::max).min(ceiling.max(0.0));
    let doubts: f64 = signs.iter().filter(doubt).map(|sign| sign.value).product();
    best * doubts
}

/// The share that is right between the two measured points around `weight`.
fn measured(weight: f64) -> f64 {
    let at = MEASURED.partition_point(|(signs, _)| *signs <= weight);
    match (at.checked_sub(1).and_then(|at| MEASURED.get(at)), MEASURED.get(at)) {
        (Some((low, below)), Some((high, above))) => below + (above - below) * (weight - low) / (high - low),
        (Some((_, last)), None) => *last,
        (None, _) => weight,
    }
}

fn read(table: &str) -> Vec<(f64, f64)> {
    let row = |line: &str| {
        let (signs, right) = line.split_once(',')?;
        Some((signs.parse().ok()?, right.parse().ok()?))
    };
    table.lines().skip(1).filter_map(row).collect()
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
            (vec![Sign::new("certain", 1.0)], 1.0),
        ] {
            assert!((weight(&signs) - want).abs() < 1e-9, "{signs:?}");
        }
        assert!((confidence(&[Sign::new("certain", 1.0)]) - 0.99).abs() < 1e-9, "nothing is quite certain");
    }

    #[test]
    fn a_confidence_is_what_was_right_and_rises_with_the_signs() {
        let rows = MEASURED.as_slice();
        assert_eq!((rows.first(), rows.last()), (Some(&(0.0, 0.0)), Some(&(1.0, 1.0))));
        assert!(rows.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1), "{rows:?}");
        for (weight, right) in [(0.0, 0.0), (0.45, 0.15), (0.675, 0.675), (0.79, 0.89), (1.0, 1.0)] {
            assert!((measured(weight) - right).abs() < 1e-9, "{weight}: {}", measured(weight));
        }
    }
}
