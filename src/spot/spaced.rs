//! A text of a language that is written with spaces in, the letters it is searched by out.
//!
//! ```text
//! Cell-free neural networks, γ   →  cell·free|neural|network(s),|gamma     · hyphen   | space   (s) or without
//! ```
//!
//! Spaces and hyphens are no letters, so that cell-free, cell free and cellfree meet; where the words of a term and of a
//! place meet is compared afterwards ([`super::joints`]), so that therapist is not found in "the rapist". English is spelt
//! the American way, and the last word of a place is read in the singular too.

use std::ops::Range;

use crate::model::Span;
use crate::text::english;

use super::cells::{Cell, each_cell};
use super::joints::{Gap, Joints};
use super::stream::{BEGINS, ENDS, HYPHEN, ORDINARY, PLAIN, PLURAL, SPACE, Stream, TURNS};
use super::trie::Trie;
use super::units::{Unit, end_of_unit};
use super::walk::{Ahead, Reached, Reading, Walk, Way};

/// A text as it is searched.
#[derive(Debug, Default)]
pub(super) struct Spaced {
    stream: Stream,
    turns: Vec<Turn>,
    /// Letters of the turns.
    letters: String,
}

/// Another way to read a word.
#[derive(Debug, Clone)]
struct Turn {
    /// The letter of the stream it begins before.
    at: usize,
    /// The letters the word has in the stream.
    word: Range<usize>,
    /// The letters it has from there on instead.
    letters: Range<usize>,
    /// Whether the text may go on after it.
    goes_on: bool,
    way: Way,
}

/// What stands before a unit.
#[derive(Debug, Clone, Copy)]
struct Before {
    /// What parts two words.
    gap: Gap,
    /// Whether anything stands between the units.
    is_parted: bool,
    /// Whether that is written as it is compared.
    is_plain: bool,
}

impl Spaced {
    /// Reads a text.
    pub(super) fn new(text: &str, is_english: bool) -> Self {
        let mut cells = Vec::with_capacity(text.len());
        each_cell(text, |cell| cells.push(cell));
        let mut read = Self { stream: Stream::with_capacity(text.len() + 8), ..Self::default() };
        let start = Before { gap: Gap::None, is_parted: false, is_plain: true };
        let (mut at, mut before, mut after_word, mut word) = (0, start, false, String::new());
        while let Some(cell) = cells.get(at) {
            let gap = match cell.letter {
                ' ' => Some(Gap::Space),
                '_' | '/' if is_english => Some(Gap::Space),
                '-' => Some(Gap::Hyphen),
                _ => None,
            };
            if let Some(gap) = gap {
                let is_plain = before.is_plain && cell.is_source;
                before = Before { gap: gap.max(before.gap), is_parted: true, is_plain };
                at += 1;
                continue;
            }
            let end = end_of_unit(&cells, at);
            let unit = Unit::new(&cells[at..end], cells.get(end));
            if !(unit.is_word && after_word) {
                before.gap = Gap::None;
            }
            let first = read.stream.len();
            read.add(&cells[at..end], unit, before, &mut word);
            if is_english && unit.is_word {
                read.spell(&cells[at..end], unit, first, &word);
                if unit.ends && english::may_be_plural(&word) {
                    let touches = at > 0 && !before.is_parted;
                    read.add_singulars(unit, first..read.stream.len(), &word, touches);
                }
            }
            if unit.ends {
                read.stream.set(read.stream.len() - 1, ENDS);
            }
            (at, before, after_word) = (end, start, unit.is_word);
        }
        read.turns.sort_by_key(|turn| turn.at);
        read.stream.close();
        for turn in &read.turns {
            read.stream.set(turn.at, TURNS);
        }
        read
    }

    /// Adds the letters of a unit, also to `word`.
    fn add(&mut self, cells: &[Cell], unit: Unit, before: Before, word: &mut String) {
        word.clear();
        let mut flags = match before.gap {
            Gap::None => 0,
            Gap::Hyphen => HYPHEN,
            Gap::Space => SPACE,
        };
        flags |= if unit.begins { BEGINS } else { 0 };
        flags |= if unit.is_ordinary && before.is_plain { ORDINARY } else { 0 };
        let ordinary = if unit.is_ordinary { ORDINARY } else { 0 };
        for cell in cells {
            if cell.letter.is_ascii() {
                let small = cell.letter.to_ascii_lowercase();
                let plain = if cell.is_source && small == cell.letter { PLAIN } else { 0 };
                self.stream.push(small, flags | plain, cell.start, cell.end, 1);
                word.push(small);
                flags = ordinary;
                continue;
            }
            let name = english::greek_names(cell.letter.encode_utf8(&mut [0; 4])).to_lowercase();
            for letter in name.chars() {
                self.stream.push(letter, flags, cell.start, cell.end, 1);
                flags = 0;
            }
            word.push_str(&name);
        }
    }

    /// Spells the last word, which begins with the letter `first`, as keys do.
    fn spell(&mut self, cells: &[Cell], unit: Unit, first: usize, word: &str) {
        if !english::is_british(word) {
            return;
        }
        let (Some(start), Some(end)) = (cells.first(), cells.last()) else { return };
        let mut flags = self.stream.flags()[first] & !PLAIN;
        self.stream.truncate(first);
        for letter in english::american(word).chars() {
            self.stream.push(letter, flags, start.start, end.end, 1);
            flags &= ORDINARY;
        }
        if unit.may_be_symbol {
            // Symbols have a case, so their British spelling may not be seen by a key.
            self.add_turn(first..self.stream.len(), word, Way::Other, true);
        }
    }

    /// Adds what the last word, which ends in s, may be the plural of.
    fn add_singulars(&mut self, unit: Unit, place: Range<usize>, word: &str, touches: bool) {
        let (stem, ending) = english::singular_parts(word);
        if stem.len() < word.len() {
            let singular = english::american(&format!("{stem}{ending}"));
            self.add_turn(place.clone(), &singular, Way::Singular, false);
            self.stream.set(place.end - 1, PLURAL);
        }
        if unit.is_many_symbols {
            self.add_turn(place.clone(), &word[..word.len() - 1], Way::Other, false);
        }
        if touches && word.len() <= 4 {
            // A key takes a word together with the marks right before it, which make it longer.
            let longer = english::singular(&format!("____{word}"));
            self.add_turn(place, &longer[4..], Way::Other, false);
        }
    }

    /// Adds another way to read the last word: from where it differs.
    fn add_turn(&mut self, place: Range<usize>, other: &str, way: Way, goes_on: bool) {
        let letters = &self.stream.letters()[place.clone()];
        let same = letters.iter().zip(other.chars()).take_while(|(letter, other)| **letter == *other);
        let (count, bytes) = same.fold((0, 0), |(count, bytes), (letter, _)| (count + 1, bytes + letter.len_utf8()));
        let from = self.letters.len();
        self.letters.push_str(&other[bytes..]);
        let letters = from..self.letters.len();
        self.turns.push(Turn { at: place.start + count, word: place, letters, goes_on, way });
    }

    /// Whether the whole of a text of this length is ordinary English words, one space or hyphen between them.
    pub(super) fn is_ordinary(&self, length: usize) -> bool {
        let last = self.stream.len().checked_sub(1);
        let is_whole = |last| self.stream.span(0, last) == Span::new(0, length);
        last.is_some_and(|last| is_whole(last) && self.stream.is_ordinary(0, last))
    }

    /// Where the words of the whole text meet.
    pub(super) fn joints(&self) -> Joints {
        self.stream.len().checked_sub(1).map_or_else(Joints::default, |last| self.stream.joints(0, last))
    }
}

impl Reading for Spaced {
    fn stream(&self) -> &Stream {
        &self.stream
    }

    fn turn(&self, walk: Walk, trie: &Trie, ahead: &mut Ahead) {
        let at = walk.at as usize;
        let from = self.turns.partition_point(|turn| turn.at < at);
        for turn in self.turns[from..].iter().take_while(|turn| turn.at == at) {
            if walk.first as usize > turn.word.start {
                continue;
            }
            let Some(node) = trie.walk(walk.node, self.letters[turn.letters.clone()].chars()).1 else { continue };
            let end = u32::try_from(turn.word.end).unwrap_or(u32::MAX);
            if self.stream.flags()[turn.word.end - 1] & ENDS != 0 && trie.is_end(node) {
                ahead.reached.push(Reached { first: walk.first, last: end - 1, node, way: turn.way });
            }
            if turn.goes_on {
                ahead.walks.push(Walk { at: end, node, ..walk });
            }
        }
    }
}
