//! Symbols of a question in; for each symbol of a text the row of masks it has in a [`Pattern`] out.

use super::levenshtein::Pattern;
use super::part::UNKNOWN;

/// Rows of character codes: a table over all codes.
#[derive(Debug, Default)]
pub(super) struct CharRows {
    rows: Vec<u16>,
    set: Vec<u16>,
}

impl CharRows {
    /// Forgets the last question and takes `codes`.
    pub(super) fn set(&mut self, codes: &[u16], pattern: &mut Pattern) {
        self.rows.resize(usize::from(u16::MAX) + 1, 0);
        for code in self.set.drain(..) {
            self.rows[usize::from(code)] = 0;
        }
        pattern.clear(codes.len());
        for (place, code) in codes.iter().enumerate().filter(|(_, code)| **code != UNKNOWN) {
            let row = &mut self.rows[usize::from(*code)];
            if *row == 0 {
                *row = u16::try_from(pattern.add_row()).unwrap_or_default();
                self.set.push(*code);
            }
            pattern.mark(usize::from(*row), place);
        }
    }

    #[inline]
    pub(super) fn row(&self, code: u16) -> usize {
        usize::from(self.rows[usize::from(code)])
    }
}

/// Rows of token numbers: a small table with open addressing, as there are far more tokens than a question has.
#[derive(Debug, Default)]
pub(super) struct TokenRows {
    /// Number and row; row 0 is a free place.
    places: Vec<(u32, u32)>,
}

impl TokenRows {
    /// Forgets the last question and takes `tokens`; `None` is a token no text holds.
    pub(super) fn set(&mut self, tokens: &[Option<u32>], pattern: &mut Pattern) {
        pattern.clear(tokens.len());
        self.places.clear();
        self.places.resize((4 * tokens.len()).next_power_of_two().max(16), (0, 0));
        for (place, token) in tokens.iter().enumerate() {
            let Some(token) = *token else { continue };
            let at = self.place(token);
            if self.places[at].1 == 0 {
                self.places[at] = (token, u32::try_from(pattern.add_row()).unwrap_or_default());
            }
            pattern.mark(self.places[at].1 as usize, place);
        }
    }

    /// The row of a token, 0 where it has none.
    #[inline]
    pub(super) fn row(&self, token: u32) -> usize {
        self.places[self.place(token)].1 as usize
    }

    #[inline]
    fn place(&self, token: u32) -> usize {
        let mask = self.places.len() - 1;
        let mut at = (token.wrapping_mul(0x9E37_79B1) >> 8) as usize & mask;
        while self.places[at].1 != 0 && self.places[at].0 != token {
            at = (at + 1) & mask;
        }
        at
    }
}
