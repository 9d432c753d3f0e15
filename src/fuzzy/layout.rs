//! Arrays of numbers in, one block of bytes out that is used in place, in memory or mapped from a file; and back.
//!
//! ```text
//! count, gram, (offset, length in bytes) of each array … | array | array | …      all 64-bit aligned, little-endian
//! ```

use std::ops::Range;
use std::sync::Arc;

use bytemuck::Pod;

/// The arrays of a part, in the order they are stored.
#[derive(Debug, Clone, Copy)]
pub(super) enum Section {
    /// Distinct characters, sorted: their place (plus [`super::part::FIRST_CODE`]) is their code.
    Alphabet,
    /// For each length in characters the first position that is at least as long.
    FirstOfLength,
    /// Where the characters of a position begin.
    CharStart,
    /// Codes of characters.
    Chars,
    /// Where the tokens of a position begin.
    TokenStart,
    /// Ranks of tokens, in units of 16 bits.
    Tokens,
    /// How many tokens a position has, at most 255.
    TokenCount,
    /// Hashes of distinct tokens, sorted.
    Vocabulary,
    /// Their ranks: 0 is the most frequent.
    TokenRanks,
    /// Number of the first list of a token: one for each time it occurs in a segment.
    TokenLists,
    /// Where a list begins.
    TokenListStart,
    /// The lists, see [`super::postings`].
    TokenPostings,
    /// Distinct grams of codes, sorted.
    Grams,
    /// As for tokens.
    GramLists,
    /// As for tokens.
    GramListStart,
    /// As for tokens.
    GramPostings,
    /// Numbers of the segments.
    Ids,
    /// Positions by number of the segment.
    ById,
    /// What is known of each segment.
    Attributes,
}

/// How many sections there are.
const SECTIONS: usize = Section::Attributes as usize + 1;
/// Numbers before the table.
const HEAD: usize = 2;

/// Bytes that are our own or someone else's.
#[derive(Clone)]
pub(super) enum Bytes {
    /// Our own; numbers, so that they are aligned.
    Owned(Arc<Vec<u64>>),
    /// A stretch of something shared, such as a mapped file.
    Shared(Arc<dyn AsRef<[u8]> + Send + Sync>, Range<usize>),
}

impl Bytes {
    /// All of them.
    pub(super) fn get(&self) -> &[u8] {
        match self {
            Self::Owned(numbers) => bytemuck::cast_slice(numbers),
            Self::Shared(whole, range) => (**whole).as_ref().get(range.clone()).unwrap_or_default(),
        }
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = if matches!(self, Self::Owned(_)) { "own" } else { "shared" };
        write!(f, "{} bytes, {kind}", self.get().len())
    }
}

/// Puts arrays together.
pub(super) struct Packer {
    numbers: Vec<u64>,
}

impl Packer {
    /// For `count` segments with grams of `gram` characters.
    pub(super) fn new(count: usize, gram: usize) -> Self {
        let mut numbers = vec![0; HEAD + 2 * SECTIONS];
        numbers[0] = count as u64;
        numbers[1] = gram as u64;
        Self { numbers }
    }

    /// Adds an array.
    pub(super) fn add<T: Pod>(&mut self, section: Section, items: &[T]) {
        let bytes: &[u8] = bytemuck::cast_slice(items);
        let at = HEAD + 2 * section as usize;
        self.numbers[at] = 8 * self.numbers.len() as u64;
        self.numbers[at + 1] = bytes.len() as u64;
        let whole = bytes.len() / 8 * 8;
        self.numbers.reserve_exact(bytes.len().div_ceil(8));
        self.numbers.extend(bytes[..whole].chunks_exact(8).map(|chunk| {
            let mut number = [0; 8];
            number.copy_from_slice(chunk);
            u64::from_ne_bytes(number)
        }));
        if whole < bytes.len() {
            let mut number = [0; 8];
            number[..bytes.len() - whole].copy_from_slice(&bytes[whole..]);
            self.numbers.push(u64::from_ne_bytes(number));
        }
    }

    /// All of it.
    pub(super) fn finish(self) -> Packed {
        Packed { bytes: Bytes::Owned(Arc::new(self.numbers)) }
    }
}

/// Arrays put together.
#[derive(Debug, Clone)]
pub(super) struct Packed {
    bytes: Bytes,
}

impl Packed {
    /// Takes bytes that were packed before; `None` where the table does not fit them or they are not aligned.
    pub(super) fn open(bytes: Bytes) -> Option<Self> {
        let made = Self { bytes };
        let table: &[u64] = bytemuck::try_cast_slice(made.bytes.get().get(..8 * (HEAD + 2 * SECTIONS))?).ok()?;
        let fits = |pair: &[u64]| {
            let (Ok(start), Ok(length)) = (usize::try_from(pair[0]), usize::try_from(pair[1])) else { return false };
            start % 8 == 0 && start.checked_add(length).is_some_and(|end| end <= made.bytes.get().len())
        };
        let sound = table[HEAD..].chunks_exact(2).all(fits);
        sound.then_some(made)
    }

    /// All bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get()
    }

    /// One of the two numbers before the table.
    pub(super) fn number(&self, at: usize) -> usize {
        self.array_at::<u64>(8 * at, 8).first().map_or(0, |number| usize::try_from(*number).unwrap_or(0))
    }

    /// An array.
    pub(super) fn array<T: Pod>(&self, section: Section) -> &[T] {
        let at = 8 * (HEAD + 2 * section as usize);
        match self.array_at::<u64>(at, 16) {
            [start, length] => {
                self.array_at(usize::try_from(*start).unwrap_or(0), usize::try_from(*length).unwrap_or(0))
            }
            _ => &[],
        }
    }

    fn array_at<T: Pod>(&self, start: usize, length: usize) -> &[T] {
        let bytes = self.bytes.get().get(start..start + length).unwrap_or_default();
        bytemuck::try_cast_slice(bytes).unwrap_or_default()
    }
}
