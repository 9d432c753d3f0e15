//! The longest common subsequence of two sequences, as pairs of positions.
//!
//! Bit-parallel after Hyyrö (2004): one bit for each symbol of the first sequence and one row of words for each symbol of the
//! second. The rows are stored, so that the subsequence can be traced back. A common start and end are taken off first. Work and
//! memory are bounded: if the rows would need more than [`MOST_WORDS`] words (beyond some 11,000 symbols on both sides), only the
//! common start and end are returned.

use std::collections::HashMap;
use std::hash::Hash;

use crate::text::edit_distance::extend_common;

/// The largest number of 64-bit words for one comparison: 16 MiB.
const MOST_WORDS: usize = 1 << 21;

/// The positions of a longest common subsequence of `one` and `other`.
pub(super) fn longest_common_subsequence<S: Hash + Eq>(one: &[S], other: &[S]) -> Vec<(usize, usize)> {
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one_rest, other_rest) = (&one[start..], &other[start..]);
    let end = one_rest.iter().rev().zip(other_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one_middle, other_middle) = (&one_rest[..one_rest.len() - end], &other_rest[..other_rest.len() - end]);
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    pairs.extend(middle(one_middle, other_middle).into_iter().map(|(a, b)| (start + a, start + b)));
    pairs.extend((0..end).map(|at| (one.len() - end + at, other.len() - end + at)));
    pairs
}

fn middle<S: Hash + Eq>(one: &[S], other: &[S]) -> Vec<(usize, usize)> {
    let words = one.len().div_ceil(64);
    if words == 0 || other.is_empty() || words.saturating_mul(other.len()) > MOST_WORDS {
        return Vec::new();
    }
    let mut masks: HashMap<&S, Vec<u64>> = HashMap::new();
    for (at, symbol) in one.iter().enumerate() {
        masks.entry(symbol).or_insert_with(|| vec![0; words])[at / 64] |= 1 << (at % 64);
    }
    // A bit of row `r` is 0 if its symbol lengthens the longest common subsequence with the first `r + 1` symbols of `other`.
    let mut rows: Vec<u64> = Vec::with_capacity(words * other.len());
    let mut state = vec![!0_u64; words];
    for symbol in other {
        if let Some(mask) = masks.get(symbol) {
            extend_common(&mut state, mask);
        }
        rows.extend_from_slice(&state);
    }
    let adds = |row: usize, at: usize| rows[row * words + at / 64] >> (at % 64) & 1 == 0;
    let (mut at, mut row) = (one.len(), other.len());
    let mut pairs = Vec::new();
    while at > 0 && row > 0 {
        if !adds(row - 1, at - 1) {
            at -= 1;
        } else if row > 1 && adds(row - 2, at - 1) {
            row -= 1;
        } else {
            (at, row) = (at - 1, row - 1);
            pairs.push((at, row));
        }
    }
    pairs.reverse();
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The length of the longest common subsequence, computed with the full table.
    fn length(one: &[u8], other: &[u8]) -> usize {
        let mut row = vec![0; other.len() + 1];
        for a in one {
            let mut diagonal = 0;
            for (at, b) in other.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if a == b { diagonal + 1 } else { above.max(row[at]) };
                diagonal = above;
            }
        }
        row[other.len()]
    }

    proptest! {
        #[test]
        fn the_subsequence_is_as_long_as_possible(
            one in prop::collection::vec(0_u8..5, 0..150),
            other in prop::collection::vec(0_u8..5, 0..150),
        ) {
            let pairs = longest_common_subsequence(&one, &other);
            prop_assert_eq!(pairs.len(), length(&one, &other));
            prop_assert!(pairs.iter().all(|(a, b)| one[*a] == other[*b]));
            prop_assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
        }
    }

    #[test]
    fn of_sequences_too_long_to_compare_only_the_start_and_end_are_given() {
        let one: Vec<u32> = (0..20_000).collect();
        let mut other: Vec<u32> = (0..20_000).rev().collect();
        (other[0], other[19_999]) = (0, 19_999);
        assert_eq!(longest_common_subsequence(&one, &other), [(0, 0), (19_999, 19_999)]);
    }
}
