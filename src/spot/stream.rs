//! The letters a text is searched by in, one by one; their way back to the text out.
//!
//! A letter is not always a character of the text: α is five letters, a final ー none. So each knows which bytes it comes
//! from, and whether a term may begin before it and end after it.

use crate::model::Span;

use super::joints::{Gap, Joints};

/// The letters of a text.
#[derive(Debug, Default)]
pub(super) struct Stream {
    letters: Vec<char>,
    flags: Vec<u8>,
    marks: Vec<Mark>,
}

/// A term may begin before the letter.
pub(super) const BEGINS: u8 = 1;
/// A term may end after the letter.
pub(super) const ENDS: u8 = 1 << 1;
/// Before the letter the text can also be read in another way.
pub(super) const TURNS: u8 = 1 << 2;
/// The letter begins a word, and a hyphen stands between it and the word before.
pub(super) const HYPHEN: u8 = 1 << 3;
/// The letter begins a word, and a space stands between it and the word before.
pub(super) const SPACE: u8 = 1 << 4;
/// The letter ends a plural; a key has the singular.
pub(super) const PLURAL: u8 = 1 << 5;
/// The letter is the very bytes of its source.
pub(super) const PLAIN: u8 = 1 << 6;
/// The letter belongs to a word without riddles (see [`super::units::Unit::is_ordinary`]).
pub(super) const ORDINARY: u8 = 1 << 7;

/// Where a letter comes from.
#[derive(Debug, Clone, Copy)]
struct Mark {
    start: u32,
    end: u32,
    /// How many letters up to this one are not plain or not close to the letter before.
    odd: u32,
    /// How many letters up to this one are not ordinary or not close to the letter before.
    riddles: u32,
}

/// Stands after the last letter; no term has it.
const END: char = '\0';

impl Stream {
    /// Room for the letters of so many bytes.
    pub(super) fn with_capacity(letters: usize) -> Self {
        Self {
            letters: Vec::with_capacity(letters + 1),
            flags: Vec::with_capacity(letters + 1),
            marks: Vec::with_capacity(letters + 1),
        }
    }

    /// Adds a letter from these bytes of the text. `room` bytes may part it from the letter before in a close text.
    #[inline]
    pub(super) fn push(&mut self, letter: char, flags: u8, start: u32, end: u32, room: u32) {
        let (mut odd, mut riddles, mut before) = (0, 0, 0);
        if let Some(last) = self.marks.last() {
            (odd, riddles, before) = (last.odd, last.riddles, last.end);
        }
        odd += u32::from(flags & PLAIN == 0 || start != before);
        riddles += u32::from(flags & ORDINARY == 0 || start > before + room);
        self.letters.push(letter);
        self.flags.push(flags);
        self.marks.push(Mark { start, end, odd, riddles });
    }

    /// Drops the letters from `place` on.
    pub(super) fn truncate(&mut self, place: usize) {
        self.letters.truncate(place);
        self.flags.truncate(place);
        self.marks.truncate(place);
    }

    /// Sets a flag of a letter, or of the end.
    pub(super) fn set(&mut self, place: usize, flag: u8) {
        if let Some(flags) = self.flags.get_mut(place) {
            *flags |= flag;
        }
    }

    /// Ends the stream.
    pub(super) fn close(&mut self) {
        self.letters.push(END);
        self.flags.push(0);
    }

    /// The number of letters.
    pub(super) fn len(&self) -> usize {
        self.marks.len()
    }

    /// The letters, after [`Stream::close`] with one more that no term has.
    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    /// The flags of the letters.
    pub(super) fn flags(&self) -> &[u8] {
        &self.flags
    }

    /// The bytes of the text from one letter to another, both included.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.marks[first].start as usize, self.marks[last].end as usize)
    }

    /// Whether two letters may come from one character.
    pub(super) fn may_be_one(&self, first: usize, last: usize) -> bool {
        self.marks[first].start == self.marks[last].start
    }

    /// Whether the letters from one to another are the very bytes of the text.
    pub(super) fn is_plain(&self, first: usize, last: usize) -> bool {
        self.flags[first] & PLAIN != 0 && self.marks[first].odd == self.marks[last].odd
    }

    /// Whether the letters from one to another are those of ordinary words, one byte between them.
    pub(super) fn is_ordinary(&self, first: usize, last: usize) -> bool {
        self.flags[first] & ORDINARY != 0 && self.marks[first].riddles == self.marks[last].riddles
    }

    /// Where words meet between one letter and another.
    pub(super) fn joints(&self, first: usize, last: usize) -> Joints {
        let mut joints = Joints::default();
        for (letters, flags) in self.flags[first..=last].iter().enumerate().skip(1) {
            if flags & (HYPHEN | SPACE) != 0 {
                joints.add(letters, if flags & SPACE != 0 { Gap::Space } else { Gap::Hyphen });
            }
        }
        joints
    }
}
