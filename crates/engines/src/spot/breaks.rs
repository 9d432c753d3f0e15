//! Where the words of a term or a match are separated, so that "therapist" does not match "the rapist".

/// What separates two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Separator {
    None,
    Hyphen,
    Space,
}

/// The word breaks of a text: one bit for each number of letters before a break, the last bit for all beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct WordBreaks {
    all: u64,
    spaces: u64,
}

impl WordBreaks {
    /// Adds a break after this many letters.
    pub(super) fn add(&mut self, letters: usize, separator: Separator) {
        let bit = 1 << letters.min(63);
        if separator != Separator::None {
            self.all |= bit;
        }
        if separator == Separator::Space {
            self.spaces |= bit;
        }
    }

    /// Whether both have the same breaks. A hyphen may replace a space or be left out.
    pub(super) fn is_compatible_with(self, other: Self) -> bool {
        self.spaces & !other.all == 0 && other.spaces & !self.all == 0
    }
}
