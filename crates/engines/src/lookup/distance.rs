//! Edit distance between two terms: how many letters must be inserted, left out or replaced.
//!
//! The distance itself is in [`crate::text::edit_distance`]; this gives each letter its row of masks.

use crate::text::edit_distance::Pattern;

/// The letters of a key whose masks fit into one word. Longer keys are rare, and `strsim` compares them.
const ONE_WORD: usize = 64;

/// A key prepared for comparison with many others.
#[derive(Debug)]
pub(super) struct KeyPattern {
    key: String,
    length: usize,
    pattern: Pattern,
    /// The row of each letter: letters below 128, 0 for those the key does not hold, then all others.
    ascii: [usize; 128],
    others: Vec<(char, usize)>,
}

impl KeyPattern {
    /// Prepares `key`.
    pub(super) fn new(key: &str) -> Self {
        let length = key.chars().count();
        let (key_text, pattern) = (key.to_owned(), Pattern::default());
        let mut made = Self { key: key_text, length, pattern, ascii: [0; 128], others: Vec::new() };
        if length > ONE_WORD {
            return made;
        }
        made.pattern.clear(length);
        for (place, letter) in key.chars().enumerate() {
            let mut row = row(&made.ascii, &made.others, letter);
            if row == 0 {
                row = made.pattern.add_row();
                match made.ascii.get_mut(letter as usize) {
                    Some(own) => *own = row,
                    None => made.others.push((letter, row)),
                }
            }
            made.pattern.mark(row, place);
        }
        made
    }

    /// The Levenshtein distance to `key` of `length` characters, if it is at most `most`.
    pub(super) fn distance(&mut self, key: &str, length: usize, most: usize) -> Option<usize> {
        if self.length > ONE_WORD {
            return Some(strsim::levenshtein(&self.key, key)).filter(|distance| *distance <= most);
        }
        let Self { pattern, ascii, others, .. } = self;
        pattern.distance_of_rows(key.chars().map(|letter| row(ascii, others, letter)), length, most)
    }
}

#[inline]
fn row(ascii: &[usize; 128], others: &[(char, usize)], letter: char) -> usize {
    match ascii.get(letter as usize) {
        Some(row) => *row,
        None => others.iter().find(|(other, _)| *other == letter).map_or(0, |(_, row)| *row),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::KeyPattern;

    proptest! {
        #[test]
        fn the_distance_is_that_of_the_textbook(
            one in "[abc細胞𠮷]{0,70}",
            other in "[abc細胞𠮷]{0,70}",
            most in 0_usize..80,
        ) {
            let exact = strsim::levenshtein(&one, &other);
            let got = KeyPattern::new(&one).distance(&other, other.chars().count(), most);
            prop_assert_eq!(got, (exact <= most).then_some(exact));
        }
    }
}
