//! Maps the symbols of a text to the mask rows of a [`Pattern`]: character codes by a table, token ranks by a small hash table.

use super::part::UNKNOWN;
use crate::text::edit_distance::Pattern;

/// The rows of character codes: a table over all codes.
#[derive(Debug, Default)]
pub(super) struct CharRows {
    rows: Vec<u16>,
    set: Vec<u16>,
}

impl CharRows {
    /// Prepares for the query `codes`.
    pub(super) fn set(&mut self, codes: &[u16], pattern: &mut Pattern) {
        self.rows.resize(usize::from(u16::MAX) + 1, 0);
        for code in self.set.drain(..) {
            self.rows[usize::from(code)] = 0;
        }
        pattern.clear(codes.len());
        for (index, code) in codes.iter().enumerate().filter(|(_, code)| **code != UNKNOWN) {
            let row = &mut self.rows[usize::from(*code)];
            if *row == 0 {
                *row = u16::try_from(pattern.add_row()).unwrap_or_default();
                self.set.push(*code);
            }
            pattern.mark(usize::from(*row), index);
        }
    }

    #[inline]
    pub(super) fn row(&self, code: u16) -> usize {
        usize::from(self.rows[usize::from(code)])
    }
}

/// The rows of token ranks: a small table with open addressing, because there are far more tokens than a query has.
#[derive(Debug, Default)]
pub(super) struct TokenRows {
    /// Rank and row; row 0 marks a free slot.
    slots: Vec<(u32, u32)>,
}

impl TokenRows {
    /// Prepares for the query `tokens`; `None` is a token that occurs in no text.
    pub(super) fn set(&mut self, tokens: &[Option<u32>], pattern: &mut Pattern) {
        pattern.clear(tokens.len());
        self.slots.clear();
        self.slots.resize((4 * tokens.len()).next_power_of_two().max(16), (0, 0));
        for (index, token) in tokens.iter().enumerate() {
            let Some(token) = *token else { continue };
            let at = self.slot(token);
            if self.slots[at].1 == 0 {
                self.slots[at] = (token, u32::try_from(pattern.add_row()).unwrap_or_default());
            }
            pattern.mark(self.slots[at].1 as usize, index);
        }
    }

    /// The row of a token, 0 if it has none.
    #[inline]
    pub(super) fn row(&self, token: u32) -> usize {
        self.slots[self.slot(token)].1 as usize
    }

    #[inline]
    fn slot(&self, token: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (token.wrapping_mul(0x9E37_79B1) >> 8) as usize & mask;
        while self.slots[at].1 != 0 && self.slots[at].0 != token {
            at = (at + 1) & mask;
        }
        at
    }
}
