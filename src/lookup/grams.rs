//! Keys in; for each pair of letters that stand side by side the keys that have it; the keys that contain a text out.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// Pairs of letters and the numbers of the keys they stand in. The last letter of a key is paired with [`END`].
#[derive(Debug, Default)]
pub(super) struct Grams {
    /// Sorted.
    pairs: Vec<(char, char)>,
    /// Where the keys of each pair begin; those of the next begin where they end.
    starts: Vec<u32>,
    keys: Vec<u32>,
    count: usize,
}

/// Stands after the last letter; sorts before all others and is in no key.
const END: char = '\0';

impl Grams {
    /// The pairs of these keys, which are numbered from 0.
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
                if let Some(place) = sizes.get_mut(pair) {
                    postings[*place as usize] = number;
                    *place += 1;
                }
            }
        }
        Self { pairs: sorted.into_iter().map(|(pair, _)| pair).collect(), starts, keys: postings, count }
    }

    /// Gives the numbers of the keys that contain `text`, each once. `key` gives the key of a number.
    pub(super) fn containing<'a>(&self, text: &str, key: impl Fn(u32) -> &'a str, mut take: impl FnMut(u32)) {
        let letters: Vec<char> = text.chars().collect();
        match letters.as_slice() {
            [] => {}
            [only] => {
                let from = self.pairs.partition_point(|pair| pair.0 < *only);
                let to = self.pairs.partition_point(|pair| pair.0 <= *only);
                let mut seen = vec![false; self.count];
                for number in &self.keys[self.keys_of(from).start..self.keys_of(to).start] {
                    if !std::mem::replace(&mut seen[*number as usize], true) {
                        take(*number);
                    }
                }
            }
            _ => {
                let places = letters.windows(2).map(|pair| self.pairs.binary_search(&(pair[0], pair[1])));
                let keys = places.map(|place| place.map_or(0..0, |place| self.keys_of(place)));
                let rarest = keys.min_by_key(Range::len).unwrap_or_default();
                for number in
                    self.keys[rarest].iter().filter(|number| letters.len() == 2 || key(**number).contains(text))
                {
                    take(*number);
                }
            }
        }
    }

    /// The places of the keys of a pair; of those after the last, none.
    fn keys_of(&self, place: usize) -> Range<usize> {
        let start = |place: usize| self.starts.get(place).map_or(self.keys.len(), |start| *start as usize);
        start(place)..start(place + 1)
    }
}

/// The pairs of a key, none twice.
fn pairs_of(key: &str, pairs: &mut Vec<(char, char)>) {
    pairs.clear();
    pairs.extend(key.chars().zip(key.chars().skip(1).chain([END])));
    pairs.sort_unstable();
    pairs.dedup();
}
