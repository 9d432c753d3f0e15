//! The indel distance of two texts (insertions and deletions of characters), which breaks ties between matches.

use std::collections::HashMap;

use crate::fuzzy::Distance;
use crate::text::edit_distance::Pattern;

/// The number of insertions and deletions that turn one into the other, relative to the sum of both lengths.
pub(super) fn indel(one: &[char], other: &[char]) -> Distance {
    let mut pattern = Pattern::default();
    pattern.clear(one.len());
    let mut rows: HashMap<char, usize> = HashMap::new();
    for (place, symbol) in one.iter().enumerate() {
        let row = *rows.entry(*symbol).or_insert_with(|| pattern.add_row());
        pattern.mark(row, place);
    }
    let common = pattern.common(other, |symbol| rows.get(&symbol).copied().unwrap_or_default());
    let number = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
    let both = one.len() + other.len();
    Distance { edits: number(both.saturating_sub(2 * common)), longest: number(both) }
}
