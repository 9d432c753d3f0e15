//! Keys grouped by length, with their letter counts: the input of the similarity search.

use super::letter_counts::LetterCounts;

/// Keys sorted by their number of characters.
#[derive(Debug, Default)]
pub(super) struct KeysByLength {
    /// For each length, where its keys start in `keys`.
    starts: Vec<u32>,
    keys: Vec<u32>,
    counts: Vec<LetterCounts>,
}

impl KeysByLength {
    /// Groups these keys, numbered from 0.
    pub(super) fn new<'a>(keys: impl Iterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<(usize, u32, LetterCounts)> =
            keys.zip(0..).map(|(key, number)| (key.chars().count(), number, LetterCounts::new(key))).collect();
        sorted.sort_unstable_by_key(|(length, number, _)| (*length, *number));
        let longest = sorted.last().map_or(0, |(length, _, _)| *length);
        let starts = (0..=longest + 1).map(|length| sorted.partition_point(|key| key.0 < length));
        Self {
            starts: starts.map(|start| u32::try_from(start).unwrap_or(u32::MAX)).collect(),
            keys: sorted.iter().map(|(_, number, _)| *number).collect(),
            counts: sorted.into_iter().map(|(_, _, letter_counts)| letter_counts).collect(),
        }
    }

    /// The keys of this length with their letter counts.
    pub(super) fn of(&self, length: usize) -> impl Iterator<Item = (u32, &LetterCounts)> {
        let start = |length: usize| self.starts.get(length).map_or(self.keys.len(), |start| *start as usize);
        let range = start(length)..start(length + 1);
        self.keys[range.clone()].iter().copied().zip(&self.counts[range])
    }
}
