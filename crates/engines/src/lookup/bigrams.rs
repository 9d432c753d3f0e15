//! Substring search: an index of letter pairs that finds the keys containing a text.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// Letter pairs (bigrams), each with the numbers of the keys it occurs in. The last letter of a key is paired with [`END`].
#[derive(Debug, Default)]
pub(super) struct BigramIndex {
    /// Sorted.
    pairs: Vec<(char, char)>,
    /// Where the keys of each pair start in `keys`; they end where those of the next pair start.
    starts: Vec<u32>,
    keys: Vec<u32>,
    count: usize,
}

/// Follows the last letter of a key; sorts before all letters and occurs in no key.
const END: char = '\0';

impl BigramIndex {
    /// Indexes these keys, numbered from 0.
    pub(super) fn new<'a>(keys: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut sizes: FxHashMap<(char, char), u32> = FxHashMap::default();
        let mut own = Vec::new();
        let mut count = 0;
        for key in keys.clone() {
            pairs_of(key, &mut own);
            own.iter().for_each(|pair| *sizes.entry(*pair).or_default() += 1);
            count += 1;
        }
        let mut sorted: Vec<((char, char), u32)> = sizes.drain().collect();
        sorted.sort_unstable();
        let mut next = 0;
        let mut starts = Vec::with_capacity(sorted.len() + 1);
        for (pair, size) in &sorted {
            starts.push(next);
            sizes.insert(*pair, next);
            next += size;
        }
        starts.push(next);
        let mut postings = vec![0; next as usize];
        for (number, key) in (0..).zip(keys) {
            pairs_of(key, &mut own);
            for pair in &own {
                if let Some(next) = sizes.get_mut(pair) {
                    postings[*next as usize] = number;
                    *next += 1;
                }
            }
        }
        Self { pairs: sorted.into_iter().map(|(pair, _)| pair).collect(), starts, keys: postings, count }
    }

    /// Calls `emit` with the number of each key that contains `text`, once each. `key` returns the key of a number.
    pub(super) fn containing<'a>(&self, text: &str, key: impl Fn(u32) -> &'a str, mut emit: impl FnMut(u32)) {
        let letters: Vec<char> = text.chars().collect();
        match letters.as_slice() {
            [] => {}
            [only] => {
                let from = self.pairs.partition_point(|pair| pair.0 < *only);
                let to = self.pairs.partition_point(|pair| pair.0 <= *only);
                let mut seen = vec![false; self.count];
                for number in &self.keys[self.keys_of(from).start..self.keys_of(to).start] {
                    if !std::mem::replace(&mut seen[*number as usize], true) {
                        emit(*number);
                    }
                }
            }
            _ => {
                let pairs = letters.windows(2).map(|pair| self.pairs.binary_search(&(pair[0], pair[1])));
                let keys = pairs.map(|pair| pair.map_or(0..0, |pair| self.keys_of(pair)));
                let rarest = keys.min_by_key(Range::len).unwrap_or_default();
                for number in
                    self.keys[rarest].iter().filter(|number| letters.len() == 2 || key(**number).contains(text))
                {
                    emit(*number);
                }
            }
        }
    }

    /// The range in `keys` of the pair at this index; empty beyond the last pair.
    fn keys_of(&self, pair: usize) -> Range<usize> {
        let start = |pair: usize| self.starts.get(pair).map_or(self.keys.len(), |start| *start as usize);
        start(pair)..start(pair + 1)
    }
}

/// Collects the distinct pairs of a key.
fn pairs_of(key: &str, pairs: &mut Vec<(char, char)>) {
    pairs.clear();
    pairs.extend(key.chars().zip(key.chars().skip(1).chain([END])));
    pairs.sort_unstable();
    pairs.dedup();
}
