//! The memory layout of an index part: arrays of numbers in one block of bytes that is used in place, in memory or mapped from
//! a file.
//!
//! ```text
//! count, gram, (offset, length in bytes) of each array … | array | array | …      all 64-bit aligned, little-endian
//! ```

use std::ops::Range;
use std::sync::Arc;

use bytemuck::Pod;

/// The arrays of a part, in the order they are stored.
#[derive(Debug, Clone, Copy)]
pub(super) enum ArrayName {
    /// Distinct characters, sorted: the index of a character plus [`super::part::FIRST_CODE`] is its code.
    Alphabet,
    /// For each length in characters, the first position that is at least as long.
    FirstOfLength,
    /// Where the characters of each position start.
    CharStart,
    /// Character codes.
    Chars,
    /// Where the tokens of each position start.
    TokenStart,
    /// Token ranks, in 16-bit units.
    Tokens,
    /// The number of tokens of each position, capped at 255.
    TokenCount,
    /// Hashes of distinct tokens, sorted.
    Vocabulary,
    /// The rank of each of them: 0 is the most frequent.
    TokenRanks,
    /// The number of the first list of each token; a token has one list for each time it occurs in a segment.
    TokenLists,
    /// Where each list starts.
    TokenListStart,
    /// The lists; see [`super::postings`].
    TokenPostings,
    /// Distinct grams of codes, sorted.
    Grams,
    /// As for tokens.
    GramLists,
    /// As for tokens.
    GramListStart,
    /// As for tokens.
    GramPostings,
    /// Segment identifiers.
    Ids,
    /// Positions sorted by segment identifier.
    ById,
    /// Attributes of each segment.
    Attributes,
}

/// The number of arrays.
const ARRAYS: usize = ArrayName::Attributes as usize + 1;
/// The number of values before the table of arrays.
const HEADER: usize = 2;

/// A block of bytes, owned or borrowed from something shared.
#[derive(Clone)]
pub(super) enum Bytes {
    /// Owned; stored as numbers so that it is aligned.
    Owned(Arc<Vec<u64>>),
    /// A range of something shared, such as a mapped file.
    Shared(Arc<dyn AsRef<[u8]> + Send + Sync>, Range<usize>),
}

impl Bytes {
    /// The bytes.
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

/// Writes arrays into one block.
pub(super) struct ArrayWriter {
    numbers: Vec<u64>,
}

impl ArrayWriter {
    /// Starts a block for `count` segments with grams of `gram` characters.
    pub(super) fn new(count: usize, gram: usize) -> Self {
        let mut numbers = vec![0; HEADER + 2 * ARRAYS];
        numbers[0] = count as u64;
        numbers[1] = gram as u64;
        Self { numbers }
    }

    /// Adds an array.
    pub(super) fn add<T: Pod>(&mut self, name: ArrayName, items: &[T]) {
        let bytes: &[u8] = bytemuck::cast_slice(items);
        let at = HEADER + 2 * name as usize;
        self.numbers[at] = 8 * self.numbers.len() as u64;
        self.numbers[at + 1] = bytes.len() as u64;
        let aligned = bytes.len() / 8 * 8;
        self.numbers.reserve_exact(bytes.len().div_ceil(8));
        self.numbers.extend(bytes[..aligned].chunks_exact(8).map(|chunk| {
            let mut number = [0; 8];
            number.copy_from_slice(chunk);
            u64::from_ne_bytes(number)
        }));
        if aligned < bytes.len() {
            let mut number = [0; 8];
            number[..bytes.len() - aligned].copy_from_slice(&bytes[aligned..]);
            self.numbers.push(u64::from_ne_bytes(number));
        }
    }

    /// The finished block.
    pub(super) fn finish(self) -> ArrayBlock {
        ArrayBlock { bytes: Bytes::Owned(Arc::new(self.numbers)) }
    }
}

/// A block of arrays.
#[derive(Debug, Clone)]
pub(super) struct ArrayBlock {
    bytes: Bytes,
}

impl ArrayBlock {
    /// Opens a block that was written before; `None` if its table does not match the bytes or they are not aligned.
    pub(super) fn open(bytes: Bytes) -> Option<Self> {
        let block = Self { bytes };
        let table: &[u64] = bytemuck::try_cast_slice(block.bytes.get().get(..8 * (HEADER + 2 * ARRAYS))?).ok()?;
        let fits = |pair: &[u64]| {
            let (Ok(start), Ok(length)) = (usize::try_from(pair[0]), usize::try_from(pair[1])) else { return false };
            start % 8 == 0 && start.checked_add(length).is_some_and(|end| end <= block.bytes.get().len())
        };
        let sound = table[HEADER..].chunks_exact(2).all(fits);
        sound.then_some(block)
    }

    /// All bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get()
    }

    /// One of the two values before the table.
    pub(super) fn number(&self, at: usize) -> usize {
        self.array_at::<u64>(8 * at, 8).first().map_or(0, |number| usize::try_from(*number).unwrap_or(0))
    }

    /// An array.
    pub(super) fn array<T: Pod>(&self, name: ArrayName) -> &[T] {
        let at = 8 * (HEADER + 2 * name as usize);
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
