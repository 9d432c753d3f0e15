//! A text in, its letters without their order out; of two such bags the most letters the texts can share.

/// How often letters stand in a text, in 32 heaps.
///
/// Letters of one heap are not told apart, so two bags share at least as many letters as their texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Bag([u8; 32]);

impl Bag {
    /// The bag of `text`.
    pub(super) fn new(text: &str) -> Self {
        let mut heaps = [0_u8; 32];
        for letter in text.chars() {
            let heap = &mut heaps[letter as usize % 32];
            *heap = heap.saturating_add(1);
        }
        Self(heaps)
    }

    /// How many letters of this bag the other has not, at least.
    #[inline]
    pub(super) fn missing_in(&self, other: &Self) -> usize {
        let missing = self.0.iter().zip(&other.0).map(|(own, other)| u16::from(own.saturating_sub(*other)));
        usize::from(missing.sum::<u16>())
    }
}
