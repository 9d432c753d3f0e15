//! Reads a text as folded characters, each with its source bytes and whether a word may begin before it.
//!
//! The folding is that of [`crate::text::normal`]; most characters take a table look-up.

use crate::text::normal::normal;

use super::traits::{self, CharTraits};

/// A folded character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FoldedChar {
    /// The character in comparison form; a space stands for any run of white space.
    pub(super) letter: char,
    /// Its properties.
    pub(super) traits: CharTraits,
    /// Whether a word may begin before it: it is the first character of its source, and not in the middle of a word.
    pub(super) begins: bool,
    /// Whether its source is the character itself.
    pub(super) is_unchanged: bool,
    /// The first byte of its source.
    pub(super) start: u32,
    /// The byte after its source.
    pub(super) end: u32,
}

/// Calls `emit` with every folded character of `text`, in order. A word may end wherever one may begin, and at the end of the
/// text.
pub(super) fn for_each_folded(text: &str, mut emit: impl FnMut(FoldedChar)) {
    let table = traits::table();
    let mut chars = text.char_indices().map(|(at, c)| (at, c, traits::traits_of(table, c)));
    let mut previous = CharTraits::default();
    let mut next = chars.next();
    while let Some((start, base, base_traits)) = next {
        next = chars.next();
        let mut joined = false;
        while next.is_some_and(|(_, _, after)| after.is_combining()) {
            next = chars.next();
            joined = true;
        }
        if base_traits.is_ignorable() {
            continue;
        }
        let mut begins = !previous.runs_into(base_traits);
        previous = base_traits;
        let source_end = next.map_or(text.len(), |(at, _, _)| at);
        let (start, end) = (number(start), number(source_end));
        if (base_traits.is_unfolded() || base == ' ') && !joined {
            emit(FoldedChar { letter: base, traits: base_traits, begins, is_unchanged: true, start, end });
            continue;
        }
        let source = &text[start as usize..source_end];
        let folded = normal(source);
        if folded.is_empty() && base.is_whitespace() {
            emit(FoldedChar { letter: ' ', traits: base_traits, begins, is_unchanged: false, start, end });
        }
        for letter in folded.chars() {
            let traits = traits::traits_of(table, letter);
            emit(FoldedChar { letter, traits, begins, is_unchanged: false, start, end });
            begins = false;
        }
    }
}

/// A byte offset; texts are shorter than 2^32 bytes.
fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
