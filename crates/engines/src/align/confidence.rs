//! The probability that two groups of sentences are translations of each other.

/// Shares of words in common, and the precision of the beads with that share, measured on annotated texts.
const MEASURED: [(f32, f32); 6] = [(0.0, 0.50), (0.1, 0.70), (0.3, 0.86), (0.5, 0.93), (0.7, 0.95), (0.9, 0.99)];
/// A pair is less certain if its lengths differ by more than this (a negative logarithm).
const STRANGE: f32 = 6.0;

/// The probability that a bead is right: interpolated between the measured values, and less if the lengths are unusual.
pub(super) fn confidence(lexical: f32, length: f32) -> f64 {
    let mut sure = MEASURED[MEASURED.len() - 1].1;
    for pair in MEASURED.windows(2) {
        let &[(from, low), (to, high)] = pair else { continue };
        if lexical < to {
            sure = low + (high - low) * ((lexical - from) / (to - from)).max(0.0);
            break;
        }
    }
    let strange = ((length - STRANGE) / 20.0).clamp(0.0, 0.3);
    f64::from(sure * (1.0 - strange)).min(0.99)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_in_common_is_surer_and_strange_lengths_are_less_sure() {
        let shares: Vec<f64> = (0..=20).map(|step| confidence(step as f32 / 20.0, 0.0)).collect();
        assert!(shares.windows(2).all(|pair| pair[0] <= pair[1]), "{shares:?}");
        assert!(shares[0] >= 0.5 && shares[20] > 0.98);
        assert!(confidence(0.5, 20.0) < confidence(0.5, 2.0));
    }
}
