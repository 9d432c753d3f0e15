//! Computes the edit distances between a pattern and many texts, many rows of the table at once.
//!
//! Bit-parallel Levenshtein distance after Myers (JACM 46, 1999) in the form of Hyyrö (2003), in blocks of 64 rows inside
//! the diagonal band a bound allows (Ukkonen 1985); longest common subsequence after Hyyrö (2004). Symbols may be
//! anything: the caller says which row of masks a symbol of the text has.

/// Columns between two looks whether the bound can still be kept.
const LOOK: usize = 32;

/// One sequence, prepared for comparison with many others.
#[derive(Debug, Default, Clone)]
pub struct Pattern {
    length: usize,
    words: usize,
    /// Row `r` holds, from `r * words`, a bit for each place of the pattern with the symbol of that row; row 0 is empty.
    masks: Vec<u64>,
    up: Vec<u64>,
    down: Vec<u64>,
}

impl Pattern {
    /// Prepares for a pattern of `length` symbols.
    pub fn clear(&mut self, length: usize) {
        self.length = length;
        self.words = length.div_ceil(64).max(1);
        self.masks.clear();
        self.masks.resize(self.words, 0);
    }

    /// A new row of masks, for a symbol not seen before. Rows count from 1.
    pub fn add_row(&mut self) -> usize {
        self.masks.resize(self.masks.len() + self.words, 0);
        self.masks.len() / self.words - 1
    }

    /// Notes that the symbol of `row` stands at `place` of the pattern.
    pub fn mark(&mut self, row: usize, place: usize) {
        if let Some(word) = self.masks.get_mut(row * self.words + place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    /// The number of symbols.
    #[must_use]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether there are no symbols.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The Levenshtein distance to `text`, if it is at most `most`. `row` gives the row of a symbol, 0 for one the pattern
    /// does not hold.
    pub fn distance<S: Copy>(&mut self, text: &[S], most: usize, row: impl Fn(S) -> usize) -> Option<usize> {
        if self.length.abs_diff(text.len()) > most {
            return None;
        }
        if self.length == 0 || text.is_empty() {
            return Some(self.length.max(text.len()));
        }
        if self.words == 1 { self.in_one_word(text, most, row) } else { self.in_blocks(text, most, row) }
    }

    fn in_one_word<S: Copy>(&self, text: &[S], most: usize, row: impl Fn(S) -> usize) -> Option<usize> {
        let (mut up, mut down, mut score) = (!0_u64, 0_u64, self.length);
        let last = self.length - 1;
        let mut left = text.len();
        for &symbol in text {
            let equal = self.masks[row(symbol)];
            let diagonal = ((equal & up).wrapping_add(up) ^ up) | equal | down;
            let right_up = down | !(diagonal | up);
            let right_down = diagonal & up;
            score = score + usize::from((right_up >> last) & 1 == 1) - usize::from((right_down >> last) & 1 == 1);
            left -= 1;
            if score > most + left {
                return None;
            }
            let shifted = (right_up << 1) | 1;
            up = (right_down << 1) | !(diagonal | shifted);
            down = shifted & diagonal;
        }
        (score <= most).then_some(score)
    }

    fn in_blocks<S: Copy>(&mut self, text: &[S], most: usize, row: impl Fn(S) -> usize) -> Option<usize> {
        let (rows, columns) = (self.length, text.len());
        // A path of cost `most` leaves the diagonal at most so far: `below` rows under it, `above` columns over it.
        let spare = (most - rows.abs_diff(columns)) / 2;
        let (below, above) = (rows.saturating_sub(columns) + spare, columns.saturating_sub(rows) + spare);
        let height = |block: usize| if block + 1 == self.words { rows - 64 * block } else { 64 };
        self.up.clear();
        self.up.resize(self.words, !0);
        self.down.clear();
        self.down.resize(self.words, 0);
        let mut last = ((below + 1).min(rows) - 1) / 64;
        let mut score: usize = (0..=last).map(height).sum();
        for (column, &symbol) in (1_usize..).zip(text) {
            let first = column.saturating_sub(above + 1) / 64;
            let reach = ((column + below).min(rows) - 1) / 64;
            while last < reach {
                last += 1;
                score += height(last);
            }
            let masks = &self.masks[row(symbol) * self.words..][..self.words];
            let (mut carry_up, mut carry_down) = (1_u64, 0_u64);
            let (mut right_up, mut right_down) = (0_u64, 0_u64);
            for (block, mask) in masks.iter().enumerate().take(last + 1).skip(first.min(last)) {
                let (up, down) = (self.up[block], self.down[block]);
                let equal = mask | carry_down;
                let diagonal = ((equal & up).wrapping_add(up) ^ up) | equal | down;
                right_up = down | !(diagonal | up);
                right_down = diagonal & up;
                let shifted_up = (right_up << 1) | carry_up;
                let shifted_down = (right_down << 1) | carry_down;
                carry_up = right_up >> 63;
                carry_down = right_down >> 63;
                self.up[block] = shifted_down | !(diagonal | shifted_up);
                self.down[block] = shifted_up & diagonal;
            }
            let bottom = height(last) - 1;
            score = score + usize::from((right_up >> bottom) & 1 == 1) - usize::from((right_down >> bottom) & 1 == 1);
            if column % LOOK == 0 && column < columns && self.best(first, last, score, columns - column) > most {
                return None;
            }
        }
        (score <= most).then_some(score)
    }

    /// The least a path through the present column can cost: the value at each row of the band, up from `score` at its
    /// bottom, and the steps by which rows and columns left over differ.
    fn best(&self, first: usize, last: usize, score: usize, columns_left: usize) -> usize {
        let mut value = score;
        let mut at = (64 * (last + 1)).min(self.length);
        let mut best = value + (self.length - at).abs_diff(columns_left);
        for block in (first..=last).rev() {
            let (up, down) = (self.up[block], self.down[block]);
            for bit in (0..at - 64 * block).rev() {
                value = value + usize::from((down >> bit) & 1 == 1) - usize::from((up >> bit) & 1 == 1);
                at -= 1;
                best = best.min(value + (self.length - at).abs_diff(columns_left));
            }
        }
        best
    }

    /// The length of the longest common subsequence with `text`.
    pub fn common<S: Copy>(&mut self, text: &[S], row: impl Fn(S) -> usize) -> usize {
        self.up.clear();
        self.up.resize(self.words, !0);
        for &symbol in text {
            let masks = &self.masks[row(symbol) * self.words..][..self.words];
            let mut carry = false;
            for (state, mask) in self.up.iter_mut().zip(masks) {
                let shared = *state & mask;
                let (sum, one) = state.overflowing_add(shared);
                let (sum, two) = sum.overflowing_add(u64::from(carry));
                carry = one || two;
                *state = sum | (*state & !mask);
            }
        }
        // Places beyond the pattern are never matched and stay ones.
        self.up.iter().map(|word| word.count_zeros() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pattern(text: &[char]) -> (Pattern, Vec<char>) {
        let mut made = Pattern::default();
        made.clear(text.len());
        let mut rows: Vec<char> = vec!['\0'];
        for (place, c) in text.iter().enumerate() {
            let row = rows.iter().skip(1).position(|known| known == c).map(|row| row + 1);
            let row = row.unwrap_or_else(|| {
                rows.push(*c);
                made.add_row()
            });
            made.mark(row, place);
        }
        (made, rows)
    }

    fn check(a: &[char], b: &[char], most: usize) {
        let (mut made, rows) = pattern(a);
        let row = |c: char| rows.iter().skip(1).position(|known| *known == c).map_or(0, |row| row + 1);
        let exact = strsim::generic_levenshtein(&a.to_vec(), &b.to_vec());
        assert_eq!(made.distance(b, most, row), (exact <= most).then_some(exact), "{a:?} {b:?} {most}");
        let mut table = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
        for (i, x) in a.iter().enumerate() {
            for (j, y) in b.iter().enumerate() {
                table[i + 1][j + 1] = if x == y { table[i][j] + 1 } else { table[i][j + 1].max(table[i + 1][j]) };
            }
        }
        assert_eq!(made.common(b, row), table[a.len()][b.len()], "{a:?} {b:?}");
    }

    proptest! {
        #[test]
        fn distances_are_those_of_the_full_table(a in "[ab細胞𠮷]{0,40}", b in "[ab細胞𠮷]{0,40}", most in 0_usize..45) {
            check(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), most);
        }

        #[test]
        fn long_distances_too(a in "[a-d]{60,300}", edits in proptest::collection::vec((0_usize..300, 0_u8..3, "[a-f]"), 0..60), most in 0_usize..120) {
            let a: Vec<char> = a.chars().collect();
            let mut b = a.clone();
            for (at, what, with) in edits {
                let at = at % b.len();
                match what {
                    0 => b[at] = with.chars().next().unwrap(),
                    1 => b.insert(at, with.chars().next().unwrap()),
                    _ => { b.remove(at); }
                }
            }
            check(&a, &b, most);
        }
    }
}
