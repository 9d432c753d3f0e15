//! A part of an index: segments sorted by length, with posting lists of every token and every character gram. Never changed
//! once it is built.

use super::attributes::Attributes;
use super::layout::{ArrayBlock, ArrayName, Bytes};
use super::postings::Postings;
use super::segment::IndexedSegment;
use crate::model::SegmentId;

/// Codes that stand for the start and the end of a text.
pub(super) const BEFORE: u16 = 0;
pub(super) const AFTER: u16 = 1;
/// The code of the first character of the alphabet.
pub(super) const FIRST_CODE: u16 = 2;
/// The code of a character that does not occur in a part.
pub(super) const UNKNOWN: u16 = u16::MAX;
/// The largest number of distinct characters in a part.
pub(super) const MOST_CODES: usize = (UNKNOWN - FIRST_CODE) as usize;

/// A part of an index.
#[derive(Debug, Clone)]
pub(super) struct Part {
    packed: ArrayBlock,
}

/// The posting lists of one kind of key: tokens or grams.
#[derive(Clone, Copy)]
pub(super) struct PostingLists<'a> {
    pub(super) keys: &'a [u64],
    first: &'a [u32],
    start: &'a [u32],
    units: &'a [u16],
    count: usize,
}

impl<'a> PostingLists<'a> {
    /// The positions where `key` occurs more than `times` times.
    pub(super) fn list(&self, key: u64, times: u32) -> Postings<'a> {
        match self.keys.binary_search(&key) {
            Ok(at) => self.list_at(at, times),
            Err(_) => Postings::none(),
        }
    }

    /// The same for the key at this index.
    pub(super) fn list_at(&self, at: usize, times: u32) -> Postings<'a> {
        let (first, next) = (self.first[at], self.first[at + 1]);
        if first + times >= next {
            return Postings::none();
        }
        Postings::of(self.start, self.units, (first + times) as usize, self.count)
    }
}

/// The arrays of a part that searches read.
#[derive(Clone, Copy)]
pub(super) struct PartView<'a> {
    pub(super) alphabet: &'a [u32],
    first_of_length: &'a [u32],
    char_start: &'a [u32],
    chars: &'a [u16],
    token_start: &'a [u32],
    tokens: &'a [u16],
    ranks: &'a [u32],
    pub(super) token_count: &'a [u8],
    pub(super) attributes: &'a [Attributes],
    pub(super) ids: &'a [i64],
    pub(super) token_lists: PostingLists<'a>,
    pub(super) gram_lists: PostingLists<'a>,
}

impl Part {
    /// A part with these arrays.
    pub(super) fn of(packed: ArrayBlock) -> Self {
        Self { packed }
    }

    /// Opens a stored part; `None` if the bytes are not one.
    pub(super) fn open(bytes: Bytes) -> Option<Self> {
        let part = Self { packed: ArrayBlock::open(bytes)? };
        let view = part.view();
        let count = part.len();
        let sound = view.ids.len() == count
            && view.attributes.len() == count
            && view.token_count.len() == count
            && view.char_start.len() == count + 1
            && view.token_start.len() == count + 1
            && part.by_id().len() == count
            && matches!(part.gram(), 2 | 3);
        sound.then_some(part)
    }

    /// The bytes to store.
    pub(super) fn bytes(&self) -> &[u8] {
        self.packed.bytes()
    }

    /// The number of segments, each side of a segment counted once.
    pub(super) fn len(&self) -> usize {
        self.packed.number(0)
    }

    /// The number of characters of a gram.
    pub(super) fn gram(&self) -> usize {
        self.packed.number(1)
    }

    fn by_id(&self) -> &[u32] {
        self.packed.array(ArrayName::ById)
    }

    /// The positions of a segment.
    pub(super) fn positions(&self, id: SegmentId) -> impl Iterator<Item = u32> + '_ {
        let (by_id, ids, id) = (self.by_id(), self.view().ids, id.get());
        let first = by_id.partition_point(|position| ids[*position as usize] < id);
        by_id[first..].iter().copied().take_while(move |position| ids[*position as usize] == id)
    }

    /// The arrays.
    pub(super) fn view(&self) -> PartView<'_> {
        let all = &self.packed;
        PartView {
            alphabet: all.array(ArrayName::Alphabet),
            first_of_length: all.array(ArrayName::FirstOfLength),
            char_start: all.array(ArrayName::CharStart),
            chars: all.array(ArrayName::Chars),
            token_start: all.array(ArrayName::TokenStart),
            tokens: all.array(ArrayName::Tokens),
            ranks: all.array(ArrayName::TokenRanks),
            token_count: all.array(ArrayName::TokenCount),
            attributes: all.array(ArrayName::Attributes),
            ids: all.array(ArrayName::Ids),
            token_lists: PostingLists {
                keys: all.array(ArrayName::Vocabulary),
                first: all.array(ArrayName::TokenLists),
                start: all.array(ArrayName::TokenListStart),
                units: all.array(ArrayName::TokenPostings),
                count: self.len(),
            },
            gram_lists: PostingLists {
                keys: all.array(ArrayName::Grams),
                first: all.array(ArrayName::GramLists),
                start: all.array(ArrayName::GramListStart),
                units: all.array(ArrayName::GramPostings),
                count: self.len(),
            },
        }
    }

    /// The segments as they were added.
    pub(super) fn segments(&self) -> impl Iterator<Item = IndexedSegment> + '_ {
        let view = self.view();
        let mut hashes = vec![0_u64; view.ranks.len()];
        for (rank, hash) in view.ranks.iter().zip(view.token_lists.keys) {
            hashes[*rank as usize] = *hash;
        }
        (0..self.len()).map(move |position| {
            let char_of = |code: &u16| {
                let at = usize::from(code.saturating_sub(FIRST_CODE));
                view.alphabet.get(at).copied().and_then(char::from_u32).unwrap_or_default()
            };
            let mut ranks = Vec::new();
            view.tokens(position, &mut ranks);
            IndexedSegment {
                id: SegmentId::new(view.ids[position]),
                chars: view.chars(position).iter().map(char_of).collect(),
                tokens: ranks.iter().map(|rank| hashes.get(*rank as usize).copied().unwrap_or_default()).collect(),
                attributes: view.attributes[position],
            }
        })
    }
}

impl<'a> PartView<'a> {
    /// The code of a character.
    pub(super) fn code(&self, c: char) -> u16 {
        let at = self.alphabet.binary_search(&u32::from(c)).ok().and_then(|at| u16::try_from(at).ok());
        at.map_or(UNKNOWN, |at| at + FIRST_CODE)
    }

    /// The positions with `shortest` to `longest` characters.
    pub(super) fn of_length(&self, shortest: usize, longest: usize) -> std::ops::Range<u32> {
        let Some(last) = self.first_of_length.len().checked_sub(1) else { return 0..0 };
        let first = |length: usize| self.first_of_length[length.min(last)];
        first(shortest)..first(longest.saturating_add(1)).max(first(shortest))
    }

    /// The characters of a position.
    pub(super) fn chars(&self, position: usize) -> &'a [u16] {
        &self.chars[self.char_start[position] as usize..self.char_start[position + 1] as usize]
    }

    /// The number of characters of a position.
    pub(super) fn length(&self, position: usize) -> usize {
        (self.char_start[position + 1] - self.char_start[position]) as usize
    }

    /// The rank of the token at this index of the vocabulary.
    pub(super) fn rank(&self, at: usize) -> u32 {
        self.ranks[at]
    }

    /// Writes the token ranks of a position into `out`.
    #[inline]
    pub(super) fn tokens(&self, position: usize, out: &mut Vec<u32>) {
        out.clear();
        let units = &self.tokens[self.token_start[position] as usize..self.token_start[position + 1] as usize];
        let mut high = 0;
        for unit in units {
            if *unit >= ESCAPE {
                high = u32::from(unit - ESCAPE + 1) << 15;
            } else {
                out.push(high | u32::from(*unit));
                high = 0;
            }
        }
    }
}

/// Tokens are ranked by frequency, so that most ranks fit into one 16-bit unit: those below this. Larger ranks take two
/// units; the first is this value or more and holds the bits above the lowest fifteen.
const ESCAPE: u16 = 1 << 15;

/// Encodes a rank in one or two units.
pub(super) fn encode_rank(rank: u32) -> impl Iterator<Item = u16> {
    let high = rank >> 15;
    let first = (high > 0).then(|| ESCAPE + u16::try_from(high - 1).unwrap_or(ESCAPE - 1));
    first.into_iter().chain(std::iter::once((rank & 0x7fff) as u16))
}

/// The grams of `size` codes of a text, including those that reach over its start and end: `n + size - 1` grams of `n` codes,
/// unsorted.
pub(super) fn grams(codes: &[u16], size: usize, out: &mut Vec<u64>) {
    let mut window = (0..size).fold(0_u64, |window, _| window << 16 | u64::from(BEFORE));
    let mask = if size >= 4 { u64::MAX } else { (1 << (16 * size)) - 1 };
    let after = std::iter::repeat_n(AFTER, size - 1);
    for code in codes.iter().copied().chain(after) {
        window = (window << 16 | u64::from(code)) & mask;
        out.push(window);
    }
}
