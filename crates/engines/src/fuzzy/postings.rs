//! Posting lists: ascending positions in a compact encoding that is read block by block.
//!
//! Positions are processed in blocks of 65,536, so that the counters of a block stay in the nearest cache. A long list stores
//! two bytes for each position and where each block starts; a short one stores the positions as they are.
//!
//! ```text
//! short   position, position, …                                 32 bits each
//! long    where each block starts, and the end | low halves     32 bits each | 16 bits each
//! ```

use std::ops::Range;

/// The number of positions in a block.
pub(super) const BLOCK: usize = 1 << 16;

/// Marks the start of a long list.
const LONG: u32 = 1 << 31;

/// A list of positions.
#[derive(Debug, Clone, Copy)]
pub(super) enum Postings<'a> {
    /// The positions.
    Short(&'a [u32]),
    /// Where each block starts in the low halves, and the low halves.
    Long(&'a [u32], &'a [u16]),
}

/// Encoded lists, one after the other: where each starts, and their content in 16-bit units.
#[derive(Debug, Default)]
pub(super) struct EncodedLists {
    pub(super) start: Vec<u32>,
    pub(super) units: Vec<u16>,
}

impl EncodedLists {
    /// Encodes lists over `count` positions. `all` holds them one after the other; each starts at the index in `start` and ends
    /// where the next one starts.
    pub(super) fn new(start: &[u32], all: &[u32], count: usize) -> Self {
        let blocks = count.div_ceil(BLOCK);
        let mut made = Self { start: Vec::with_capacity(start.len()), units: Vec::with_capacity(all.len()) };
        for ends in start.windows(2) {
            made.push(&all[ends[0] as usize..ends[1] as usize], blocks);
        }
        made.start.push(made.at());
        made.units.shrink_to_fit();
        made
    }

    fn at(&self) -> u32 {
        u32::try_from(self.units.len() / 2).unwrap_or(LONG - 1)
    }

    fn push(&mut self, list: &[u32], blocks: usize) {
        if list.len() <= 2 * (blocks + 1) {
            self.start.push(self.at());
            self.units.extend_from_slice(bytemuck::cast_slice(list));
            return;
        }
        self.start.push(self.at() | LONG);
        let mut offsets = vec![0_u32; blocks + 1];
        for position in list {
            offsets[*position as usize / BLOCK + 1] += 1;
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        self.units.extend_from_slice(bytemuck::cast_slice(&offsets));
        self.units.extend(list.iter().map(|position| (position & 0xffff) as u16));
        if list.len() % 2 == 1 {
            self.units.push(0);
        }
    }
}

impl<'a> Postings<'a> {
    /// The list with this number.
    pub(super) fn of(start: &[u32], units: &'a [u16], at: usize, count: usize) -> Self {
        let (first, next) = (start[at], start[at + 1] & !LONG);
        let bytes = &units[2 * (first & !LONG) as usize..2 * next as usize];
        if first & LONG == 0 {
            return Self::Short(bytemuck::cast_slice(bytes));
        }
        let blocks = count.div_ceil(BLOCK);
        let (offsets, lows) = bytes.split_at(2 * (blocks + 1));
        Self::Long(bytemuck::cast_slice(offsets), lows)
    }

    /// The empty list.
    pub(super) fn none() -> Self {
        Self::Short(&[])
    }

    /// The number of its positions in `range`.
    pub(super) fn count(&self, range: &Range<u32>) -> usize {
        match self {
            Self::Short(list) => {
                let start = list.partition_point(|position| *position < range.start);
                list[start..].partition_point(|position| *position < range.end)
            }
            Self::Long(offsets, lows) => {
                let before = |position: u32| {
                    let block = position as usize / BLOCK;
                    let Some(end) = offsets.get(block + 1) else { return offsets[offsets.len() - 1] as usize };
                    let first = offsets[block] as usize;
                    let low = position as usize % BLOCK;
                    first + lows[first..*end as usize].partition_point(|other| usize::from(*other) < low)
                };
                before(range.end).saturating_sub(before(range.start))
            }
        }
    }

    /// Calls `call` with each position of `range` that lies in `block`, relative to the start of the block.
    #[inline]
    pub(super) fn each(&self, block: usize, range: &Range<u32>, mut call: impl FnMut(u16)) {
        let (first, last) = (block * BLOCK, (block + 1) * BLOCK - 1);
        let (start, end) = (range.start as usize, range.end as usize);
        match self {
            Self::Short(list) => {
                let from = u32::try_from(first.max(start)).unwrap_or(u32::MAX);
                let to = u32::try_from((last + 1).min(end)).unwrap_or(u32::MAX);
                let skipped = list.partition_point(|position| *position < from);
                for position in list[skipped..].iter().take_while(|position| **position < to) {
                    call((position & 0xffff) as u16);
                }
            }
            Self::Long(offsets, lows) => {
                let mut lows = &lows[offsets[block] as usize..offsets[block + 1] as usize];
                if last >= end {
                    lows = &lows[..lows.partition_point(|low| first + usize::from(*low) < end)];
                }
                if first < start {
                    lows = &lows[lows.partition_point(|low| first + usize::from(*low) < start)..];
                }
                for low in lows {
                    call(*low);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_give_back_what_was_put_in(
            mut lists in proptest::collection::vec(proptest::collection::btree_set(0_u32..200_000, 0..60), 0..6),
            ends in (0_u32..200_001, 0_u32..200_001)
        ) {
            lists.push((0..400).map(|at| at * 499).collect());
            let mut start = vec![0];
            let mut all = Vec::new();
            for list in &lists {
                all.extend(list.iter().copied());
                start.push(u32::try_from(all.len()).unwrap());
            }
            let made = EncodedLists::new(&start, &all, 200_000);
            let range = ends.0.min(ends.1)..ends.0.max(ends.1);
            for (at, list) in lists.iter().enumerate() {
                let read = Postings::of(&made.start, &made.units, at, 200_000);
                let want: Vec<u32> = list.iter().copied().filter(|position| range.contains(position)).collect();
                prop_assert_eq!(read.count(&range), want.len());
                let mut got = Vec::new();
                for block in 0..4 {
                    read.each(block, &range, |low| got.push(u32::try_from(block * BLOCK).unwrap() + u32::from(low)));
                }
                prop_assert_eq!(got, want);
            }
        }
    }
}
