//! Computes the edit distances between a pattern and many texts, many rows of the table at once.
//!
//! Bit-parallel Levenshtein distance (G. Myers, "A fast bit-vector algorithm for approximate string matching", J. ACM 46,
//! 1999) in the form of H. Hyyrö ("A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic J.
//! of Computing 10, 2003), in blocks of 64 rows inside the diagonal band a bound allows (Ukkonen 1985); longest common
//! subsequence after Hyyrö (2004). Symbols may be anything: the caller says which row of masks a symbol of the text has.
//! The look-up of terms, the fuzzy matching of segments and the comparison of suggestions all stand on it.

/// Columns between two looks whether the bound can still be kept.
const LOOK: usize = 32;

/// One sequence, prepared for comparison with many others.
#[derive(Debug, Default, Clone)]
pub struct Pattern {
    length: usize,
    words: usize,
    /// Row `r` holds, from `r * words`, a bit for each place of the pattern with the symbol of that row; row 0 is empty.
    masks: Vec<u64>,
    column: Vec<Block>,
    common: Vec<u64>,
}

/// The vertical differences in 64 rows of a column: a bit is set where a cell is one more, or one less, than that above.
#[derive(Debug, Clone, Copy)]
struct Block {
    more: u64,
    less: u64,
}

/// Horizontal differences between two columns: a bit is set where a cell is one more, or one less, than that on its left.
#[derive(Debug, Clone, Copy, Default)]
struct Difference {
    more: u64,
    less: u64,
}

impl Block {
    /// The column before the first symbol: every cell is one more than that above.
    const START: Self = Self { more: !0, less: 0 };

    /// Goes on to the next column, whose symbol stands at the rows of `mask`. `above` holds in its lowest bit the difference
    /// in the row above; the differences in these rows are returned.
    #[inline]
    fn advance(&mut self, mask: u64, above: Difference) -> Difference {
        let Self { more, less } = *self;
        let equal = mask | above.less;
        let diagonal = ((equal & more).wrapping_add(more) ^ more) | equal | less;
        let difference = Difference { more: less | !(diagonal | more), less: diagonal & more };
        let shifted = (difference.more << 1) | above.more;
        self.more = (difference.less << 1) | above.less | !(diagonal | shifted);
        self.less = shifted & diagonal;
        difference
    }
}

impl Difference {
    /// Above the first row every cell is one more than that on its left.
    const TOP: Self = Self { more: 1, less: 0 };

    /// `score` of the left column carried over in row `at` of the block.
    #[inline]
    fn add_to(self, score: usize, at: usize) -> usize {
        score + usize::from((self.more >> at) & 1 == 1) - usize::from((self.less >> at) & 1 == 1)
    }

    /// The difference in the last row, for the block below.
    #[inline]
    fn carry(self) -> Self {
        Self { more: self.more >> 63, less: self.less >> 63 }
    }
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
    #[inline]
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
    #[inline]
    pub fn distance<S: Copy>(&mut self, text: &[S], most: usize, row: impl Fn(S) -> usize) -> Option<usize> {
        self.distance_of_rows(text.iter().map(|symbol| row(*symbol)), text.len(), most)
    }

    /// The Levenshtein distance to a text of `length` symbols, given by their rows, if it is at most `most`.
    #[inline]
    pub fn distance_of_rows(&mut self, rows: impl Iterator<Item = usize>, length: usize, most: usize) -> Option<usize> {
        if self.length.abs_diff(length) > most {
            return None;
        }
        if self.length == 0 || length == 0 {
            return Some(self.length.max(length));
        }
        if self.words == 1 { self.in_one_word(rows, length, most) } else { self.in_blocks(rows, length, most) }
    }

    #[inline]
    fn in_one_word(&self, rows: impl Iterator<Item = usize>, length: usize, most: usize) -> Option<usize> {
        let (mut block, mut score) = (Block::START, self.length);
        let last = self.length - 1;
        // What may be spent now, if every symbol left over saves one.
        let mut limit = most + length;
        for row in rows {
            score = block.advance(self.masks[row], Difference::TOP).add_to(score, last);
            limit -= 1;
            if score > limit {
                return None;
            }
        }
        (score <= most).then_some(score)
    }

    fn in_blocks(&mut self, symbols: impl Iterator<Item = usize>, columns: usize, most: usize) -> Option<usize> {
        let rows = self.length;
        // A path of cost `most` leaves the diagonal at most so far: `below` rows under it, `above` columns over it.
        let spare = (most - rows.abs_diff(columns)) / 2;
        let (below, above) = (rows.saturating_sub(columns) + spare, columns.saturating_sub(rows) + spare);
        let height = |block: usize| if block + 1 == self.words { rows - 64 * block } else { 64 };
        self.column.clear();
        self.column.resize(self.words, Block::START);
        let mut last = ((below + 1).min(rows) - 1) / 64;
        let mut score: usize = (0..=last).map(height).sum();
        for (column, symbol) in (1_usize..).zip(symbols) {
            let first = column.saturating_sub(above + 1) / 64;
            let reach = ((column + below).min(rows) - 1) / 64;
            while last < reach {
                last += 1;
                score += height(last);
            }
            let masks = &self.masks[symbol * self.words..][..self.words];
            let (mut carry, mut difference) = (Difference::TOP, Difference::default());
            let band = first.min(last)..last + 1;
            for (mask, block) in masks[band.clone()].iter().zip(&mut self.column[band]) {
                difference = block.advance(*mask, carry);
                carry = difference.carry();
            }
            score = difference.add_to(score, height(last) - 1);
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
            let Block { more, less } = self.column[block];
            for bit in (0..at - 64 * block).rev() {
                value = value + usize::from((less >> bit) & 1 == 1) - usize::from((more >> bit) & 1 == 1);
                at -= 1;
                best = best.min(value + (self.length - at).abs_diff(columns_left));
            }
        }
        best
    }

    /// The length of the longest common subsequence with `text`.
    pub fn common<S: Copy>(&mut self, text: &[S], row: impl Fn(S) -> usize) -> usize {
        self.common.clear();
        self.common.resize(self.words, !0);
        for &symbol in text {
            let masks = &self.masks[row(symbol) * self.words..][..self.words];
            extend_common(&mut self.common, masks);
        }
        // Places beyond the pattern are never matched and stay ones.
        self.common.iter().map(|word| word.count_zeros() as usize).sum()
    }
}

/// One step of the longest common subsequence, with the next symbol, which stands at the places of `masks`.
///
/// All bits of `state` are set at the start; afterwards a bit is 0 where its place lengthens the subsequence.
#[inline]
pub fn extend_common(state: &mut [u64], masks: &[u64]) {
    let mut carry = false;
    for (state, mask) in state.iter_mut().zip(masks) {
        let shared = *state & mask;
        let (sum, one) = state.overflowing_add(shared);
        let (sum, two) = sum.overflowing_add(u64::from(carry));
        carry = one || two;
        *state = sum | (*state & !mask);
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
