//! Edit distance between two terms: how many letters must be inserted, left out or replaced.
//!
//! Myers' bit vectors (G. Myers, "A fast bit-vector algorithm for approximate string matching", J. ACM 46, 1999) in the
//! form of H. Hyyrö (2003): one step for each letter of the text, for patterns of up to 64 letters.

/// A pattern.
#[derive(Debug)]
pub(super) struct Pattern {
    text: String,
    length: usize,
    /// Where each letter stands in the pattern, one bit for each place: letters below 128, then all others.
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
}

impl Pattern {
    /// The pattern `text`.
    pub(super) fn new(text: &str) -> Self {
        let length = text.chars().count();
        let mut pattern = Self { text: text.to_owned(), length, ascii: [0; 128], others: Vec::new() };
        for (at, letter) in text.chars().enumerate().take(64) {
            let bit = 1 << at;
            match pattern.ascii.get_mut(letter as usize) {
                Some(places) => *places |= bit,
                None => match pattern.others.iter_mut().find(|(other, _)| *other == letter) {
                    Some((_, places)) => *places |= bit,
                    None => pattern.others.push((letter, bit)),
                },
            }
        }
        pattern
    }

    /// The Levenshtein distance to `text`, in characters.
    pub(super) fn distance(&self, text: &str) -> usize {
        if self.length > 64 {
            return strsim::levenshtein(&self.text, text);
        }
        let last = match self.length.checked_sub(1) {
            Some(last) => 1_u64 << last,
            None => return text.chars().count(),
        };
        let (mut more, mut less, mut distance) = (u64::MAX, 0_u64, self.length);
        for letter in text.chars() {
            let same = self.places(letter);
            let diagonal = (((same & more).wrapping_add(more)) ^ more) | same | less;
            let mut right_more = less | !(diagonal | more);
            let mut right_less = diagonal & more;
            distance += usize::from(right_more & last != 0);
            distance -= usize::from(right_less & last != 0);
            right_more = (right_more << 1) | 1;
            right_less <<= 1;
            more = right_less | !(diagonal | right_more);
            less = right_more & diagonal;
        }
        distance
    }

    #[inline]
    fn places(&self, letter: char) -> u64 {
        match self.ascii.get(letter as usize) {
            Some(places) => *places,
            None => self.others.iter().find(|(other, _)| *other == letter).map_or(0, |(_, places)| *places),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Pattern;

    proptest! {
        #[test]
        fn the_distance_is_that_of_the_textbook(one in "[abc細胞𠮷]{0,70}", other in "[abc細胞𠮷]{0,70}") {
            prop_assert_eq!(Pattern::new(&one).distance(&other), strsim::levenshtein(&one, &other));
        }
    }
}
