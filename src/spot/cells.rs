//! A text in, its folded characters one by one out, with their source and whether a word may begin or end there.
//!
//! The folding is that of [`crate::text::normal`], done for most characters by a look into a table.

use crate::text::normal::normal;

use super::traits::{self, Traits};

/// A folded character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// The character in comparison form; a space stands for any run of white space.
    pub(super) letter: char,
    /// What is known of it.
    pub(super) traits: Traits,
    /// Whether a word may begin before it: it is the first character of its source, and no word runs into it.
    pub(super) begins: bool,
    /// Whether its source is the character itself.
    pub(super) is_source: bool,
    /// The first byte of its source.
    pub(super) start: u32,
    /// The byte after its source.
    pub(super) end: u32,
}

/// Gives every folded character of `text` to `take`, in order. A word may end before a cell where one may begin, and at
/// the end of the text.
pub(super) fn each_cell(text: &str, mut take: impl FnMut(Cell)) {
    let known = traits::table();
    let mut chars = text.char_indices().map(|(at, c)| (at, c, traits::look_up(known, c)));
    let mut previous = Traits::default();
    let mut next = chars.next();
    while let Some((start, base, of_base)) = next {
        next = chars.next();
        let mut joined = false;
        while next.is_some_and(|(_, _, after)| after.joins()) {
            next = chars.next();
            joined = true;
        }
        if of_base.is_nothing() {
            continue;
        }
        let mut begins = !previous.runs_into(of_base);
        previous = of_base;
        let source_end = next.map_or(text.len(), |(at, _, _)| at);
        let (start, end) = (number(start), number(source_end));
        if (of_base.is_plain() || base == ' ') && !joined {
            take(Cell { letter: base, traits: of_base, begins, is_source: true, start, end });
            continue;
        }
        let source = &text[start as usize..source_end];
        let folded = normal(source);
        if folded.is_empty() && base.is_whitespace() {
            take(Cell { letter: ' ', traits: of_base, begins, is_source: false, start, end });
        }
        for letter in folded.chars() {
            let traits = traits::look_up(known, letter);
            take(Cell { letter, traits, begins, is_source: false, start, end });
            begins = false;
        }
    }
}

/// A position as cells keep it; texts are shorter than 2^32 bytes.
fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
