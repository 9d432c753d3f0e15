//! The letters a text is searched by, each with its source bytes.
//!
//! A letter is not always a character of the text: α becomes five letters, a final ー none. So each letter records the bytes it
//! comes from and whether a term may begin before it or end after it.

use crate::model::Span;

use super::breaks::{Separator, WordBreaks};

/// The letters of a text.
#[derive(Debug, Default)]
pub(super) struct LetterStream {
    letters: Vec<char>,
    flags: Vec<u8>,
    sources: Vec<LetterSource>,
    /// Words that are compared in the singular although a term goes on after them, in order.
    heads: Vec<Head>,
}

/// A plural within a term: nuclei of cells.
#[derive(Debug, Clone, Copy)]
struct Head {
    /// Its last letter.
    last: usize,
    /// How many letters it has, and how many in the singular.
    letters: (usize, usize),
}

/// A term may begin before the letter.
pub(super) const BEGINS: u8 = 1;
/// A term may end after the letter.
pub(super) const ENDS: u8 = 1 << 1;
/// An alternative reading of the text starts before the letter.
pub(super) const ALTERNATIVE: u8 = 1 << 2;
/// The letter begins a word and follows a hyphen after another word.
pub(super) const HYPHEN: u8 = 1 << 3;
/// The letter begins a word and follows a space after another word.
pub(super) const SPACE: u8 = 1 << 4;
/// The letter ends a plural; keys have the singular.
pub(super) const PLURAL: u8 = 1 << 5;
/// The letter is its source, byte by byte.
pub(super) const LITERAL: u8 = 1 << 6;
/// The letter belongs to an ordinary word (see [`super::tokens::Token::is_ordinary`]).
pub(super) const ORDINARY: u8 = 1 << 7;

/// The source of a letter.
#[derive(Debug, Clone, Copy)]
struct LetterSource {
    start: u32,
    end: u32,
    /// How many letters up to this one are not literal or not adjacent to the letter before.
    altered: u32,
    /// How many letters up to this one are not ordinary or too far from the letter before.
    irregular: u32,
}

/// Follows the last letter; no term has it.
const END: char = '\0';

impl LetterStream {
    /// With room for this many letters.
    pub(super) fn with_capacity(letters: usize) -> Self {
        Self {
            letters: Vec::with_capacity(letters + 1),
            flags: Vec::with_capacity(letters + 1),
            sources: Vec::with_capacity(letters + 1),
            heads: Vec::new(),
        }
    }

    /// Adds a letter from these bytes of the text. It counts as regular if at most `gap` bytes separate it from the letter before.
    #[inline]
    pub(super) fn push(&mut self, letter: char, flags: u8, start: u32, end: u32, gap: u32) {
        let (mut altered, mut irregular, mut before) = (0, 0, 0);
        if let Some(last) = self.sources.last() {
            (altered, irregular, before) = (last.altered, last.irregular, last.end);
        }
        altered += u32::from(flags & LITERAL == 0 || start != before);
        irregular += u32::from(flags & ORDINARY == 0 || start > before + gap);
        self.letters.push(letter);
        self.flags.push(flags);
        self.sources.push(LetterSource { start, end, altered, irregular });
    }

    /// Drops the letters from `at` on.
    pub(super) fn truncate(&mut self, at: usize) {
        self.letters.truncate(at);
        self.flags.truncate(at);
        self.sources.truncate(at);
    }

    /// Sets a flag of a letter, or of the end.
    pub(super) fn set(&mut self, at: usize, flag: u8) {
        if let Some(flags) = self.flags.get_mut(at) {
            *flags |= flag;
        }
    }

    /// Notes that the last word, of `letters` letters, is compared in the singular, of `singular` letters, also within a term.
    pub(super) fn add_head(&mut self, letters: usize, singular: usize) {
        self.heads.push(Head { last: self.len().saturating_sub(1), letters: (letters, singular) });
    }

    /// Ends the stream.
    pub(super) fn close(&mut self) {
        self.letters.push(END);
        self.flags.push(0);
    }

    /// The number of letters.
    pub(super) fn len(&self) -> usize {
        self.sources.len()
    }

    /// The letters, followed by one that no term has after [`LetterStream::close`].
    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    /// The flags of the letters.
    pub(super) fn flags(&self) -> &[u8] {
        &self.flags
    }

    /// The bytes of the text from one letter to another, inclusive.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.sources[first].start as usize, self.sources[last].end as usize)
    }

    /// Whether two letters may come from one character.
    pub(super) fn may_be_one(&self, first: usize, last: usize) -> bool {
        self.sources[first].start == self.sources[last].start
    }

    /// Whether the letters from one to another are the bytes of the text.
    pub(super) fn is_literal(&self, first: usize, last: usize) -> bool {
        self.flags[first] & LITERAL != 0 && self.sources[first].altered == self.sources[last].altered
    }

    /// Whether the letters from one to another form ordinary words, separated by single bytes.
    pub(super) fn is_ordinary(&self, first: usize, last: usize) -> bool {
        self.flags[first] & ORDINARY != 0 && self.sources[first].irregular == self.sources[last].irregular
    }

    /// The word breaks between one letter and another, counted in the letters of the singular of heads.
    pub(super) fn breaks(&self, first: usize, last: usize) -> WordBreaks {
        let mut breaks = WordBreaks::default();
        let mut heads = self.heads[self.heads.partition_point(|head| head.last < first)..].iter().peekable();
        let (mut more, mut fewer) = (0, 0);
        for (letters, flags) in self.flags[first..=last].iter().enumerate().skip(1) {
            while let Some(head) = heads.next_if(|head| head.last < first + letters) {
                (more, fewer) = (more + head.letters.1, fewer + head.letters.0);
            }
            if flags & (HYPHEN | SPACE) != 0 {
                let separator = if flags & SPACE != 0 { Separator::Space } else { Separator::Hyphen };
                breaks.add((letters + more).saturating_sub(fewer), separator);
            }
        }
        breaks
    }
}
