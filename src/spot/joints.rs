//! Where the words of a place and of a term meet in; whether they meet in the same places out.

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Hyphen,
    Space,
}

/// Where words meet: bits by the number of letters before, the last for all beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Joints {
    all: u64,
    spaces: u64,
}

impl Joints {
    /// Adds where two words meet after so many letters.
    pub(super) fn add(&mut self, letters: usize, gap: Gap) {
        let bit = 1 << letters.min(63);
        if gap != Gap::None {
            self.all |= bit;
        }
        if gap == Gap::Space {
            self.spaces |= bit;
        }
    }

    /// Whether words meet in the same places. A hyphen may stand for a space and may be left out.
    pub(super) fn agree(self, other: Self) -> bool {
        self.spaces & !other.all == 0 && other.spaces & !self.all == 0
    }
}
