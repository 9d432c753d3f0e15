//! A trie of patterns that is walked letter by letter.
//!
//! It is a double array (J. Aoe, "An efficient digital search algorithm by using a double-array structure", IEEE Trans. Software
//! Eng. 15, 1989): the child of a node for a letter lies at the node's base plus the letter's number, if the slot there says so.
//! Each letter costs one memory access, whatever the number of patterns. Where only one pattern continues, its remaining letters
//! are stored as a tail, so that the array stays small.

use rustc_hash::FxHashMap;

use super::bases::assign_bases;

/// A node of a [`Trie`]: a slot, or a position in the tails marked with [`TAIL`].
pub(super) type Node = u32;

/// Marks a position in the tails.
const TAIL: u32 = 1 << 31;

/// A trie of patterns.
pub(super) struct Trie {
    letters: Alphabet,
    slots: Vec<Slot>,
    /// For each slot, the first pattern that ends there.
    patterns: Vec<u32>,
    /// The tails of patterns, each followed by [`NONE`] and the pattern's number.
    tails: Vec<u32>,
}

/// A node, or an empty slot.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The child for a letter is in the slot with the number base + number of the letter; 0 if the node has no children. No two nodes share a base. Marked with
    /// [`TAIL`], it is the position of the node's tail.
    base: u32,
    /// The number of the letter that leads to it, marked with [`ENDS`] if a pattern ends here; 0 for an empty slot.
    letter: u32,
}

/// Marks the letter of a node where a pattern ends.
const ENDS: u32 = 1 << 31;

/// No pattern.
const NONE: u32 = u32::MAX;

const EMPTY: Slot = Slot { base: 0, letter: 0 };

impl Trie {
    /// The root.
    pub(super) const ROOT: Node = 0;

    /// Builds the trie of these sorted patterns. A pattern may occur several times; empty ones are ignored.
    pub(super) fn new(patterns: &[String]) -> Self {
        let letters = Alphabet::of(patterns);
        let nodes = TrieBuilder::new(patterns, &letters);
        let bases = assign_bases(&nodes.children, &nodes.letters);
        let (mut slots, mut patterns_of) = (vec![EMPTY], vec![NONE]);
        let mut slot_of = vec![0; nodes.letters.len()];
        for (node, children) in nodes.children.iter().enumerate() {
            // The children of a node come after it, so its slot is known.
            slots[slot_of[node]].base = bases[node] | nodes.tail_starts[node];
            patterns_of[slot_of[node]] = nodes.patterns[node];
            if nodes.patterns[node] != NONE {
                slots[slot_of[node]].letter |= ENDS;
            }
            for child in children.clone() {
                let slot = (bases[node] + nodes.letters[child]) as usize;
                slots.resize(slots.len().max(slot + 1), EMPTY);
                patterns_of.resize(slots.len(), NONE);
                slots[slot].letter = nodes.letters[child];
                slot_of[child] = slot;
            }
        }
        slots.shrink_to_fit();
        patterns_of.shrink_to_fit();
        Self { letters, slots, patterns: patterns_of, tails: nodes.tails }
    }

    /// The child of `node` for `letter`.
    #[inline]
    pub(super) fn step(&self, node: Node, letter: char) -> Option<Node> {
        let base = if node & TAIL == 0 { self.slots[node as usize].base } else { node };
        if base & TAIL != 0 {
            let same = self.tails.get((base & !TAIL) as usize) == Some(&u32::from(letter));
            return same.then_some(base + 1);
        }
        let letter = self.letters.number(letter);
        let child = base + letter;
        let slot = self.slots.get(child as usize)?;
        (slot.letter & !ENDS == letter && letter != 0).then_some(child)
    }

    /// The node that `letters` lead to, if any, and the number of letters that could be followed.
    #[inline]
    pub(super) fn walk(&self, mut node: Node, letters: impl Iterator<Item = char>) -> (usize, Option<Node>) {
        let mut walked = 0;
        for letter in letters {
            let Some(next) = self.step(node, letter) else { return (walked, None) };
            (node, walked) = (next, walked + 1);
        }
        (walked, Some(node))
    }

    /// Whether a pattern ends at `node`.
    #[inline]
    pub(super) fn is_end(&self, node: Node) -> bool {
        match node & TAIL {
            0 => self.slots[node as usize].letter & ENDS != 0,
            _ => self.tails[(node & !TAIL) as usize] == NONE,
        }
    }

    /// The number of the first pattern that ends at `node`.
    #[inline]
    pub(super) fn pattern(&self, node: Node) -> Option<usize> {
        let pattern = if node & TAIL == 0 {
            self.patterns[node as usize]
        } else {
            let at = (node & !TAIL) as usize;
            if self.tails[at] == NONE { self.tails[at + 1] } else { NONE }
        };
        (pattern != NONE).then_some(pattern as usize)
    }
}

/// Numbers the letters from 1, the most frequent first, so that children lie close together.
struct Alphabet {
    basic: Vec<u16>,
    others: FxHashMap<char, u32>,
}

impl Alphabet {
    fn of(patterns: &[String]) -> Self {
        let mut counts: FxHashMap<char, usize> = FxHashMap::default();
        for letter in patterns.iter().flat_map(|pattern| pattern.chars()) {
            *counts.entry(letter).or_default() += 1;
        }
        let mut counts: Vec<(char, usize)> = counts.drain().collect();
        counts.sort_unstable_by_key(|(letter, count)| (std::cmp::Reverse(*count), *letter));
        let mut letters = Self { basic: vec![0; 1 << 16], others: FxHashMap::default() };
        for (number, (letter, _)) in (1..).zip(counts) {
            match (letters.basic.get_mut(letter as usize), u16::try_from(number)) {
                (Some(entry), Ok(number)) => *entry = number,
                _ => drop(letters.others.insert(letter, number)),
            }
        }
        letters
    }

    /// The number of a letter; 0 if no pattern has it.
    #[inline]
    fn number(&self, letter: char) -> u32 {
        match self.basic.get(letter as usize) {
            Some(number) if *number != 0 || self.others.is_empty() => u32::from(*number),
            _ => self.others.get(&letter).copied().unwrap_or_default(),
        }
    }
}

/// The nodes level by level, so that the children of a node are adjacent.
#[derive(Default)]
struct TrieBuilder {
    children: Vec<std::ops::Range<usize>>,
    letters: Vec<u32>,
    patterns: Vec<u32>,
    /// For each node, the position of its tail marked with [`TAIL`]; 0 if it has none.
    tail_starts: Vec<u32>,
    tails: Vec<u32>,
}

impl TrieBuilder {
    fn new(patterns: &[String], letters: &Alphabet) -> Self {
        let mut nodes = Self { letters: vec![0], ..Self::default() };
        let empty = patterns.iter().take_while(|pattern| pattern.is_empty()).count();
        // For each node, the patterns that go through it, and how many of their bytes lead there.
        let mut through = vec![(empty, patterns.len(), 0)];
        while let Some(&(mut from, to, depth)) = through.get(nodes.children.len()) {
            let ending = patterns[from..to].iter().take_while(|pattern| pattern.len() == depth).count();
            nodes.patterns.push(if ending > 0 { u32::try_from(from).unwrap_or(NONE) } else { NONE });
            from += ending;
            let first = through.len();
            nodes.tail_starts.push(0);
            if from < to && patterns[from] == patterns[to - 1] {
                nodes.add_tail(&patterns[from][depth..], from);
                from = to;
            }
            while let Some(letter) = patterns[from..to].first().and_then(|pattern| pattern[depth..].chars().next()) {
                let same = patterns[from..to].partition_point(|pattern| pattern[depth..].starts_with(letter));
                through.push((from, from + same, depth + letter.len_utf8()));
                nodes.letters.push(letters.number(letter));
                from += same;
            }
            nodes.children.push(first..through.len());
        }
        nodes
    }

    /// Gives the last node the tail of the one pattern that continues from it.
    fn add_tail(&mut self, tail: &str, pattern: usize) {
        if let Some(start) = self.tail_starts.last_mut() {
            *start = u32::try_from(self.tails.len()).unwrap_or_default() | TAIL;
        }
        self.tails.extend(tail.chars().map(u32::from));
        self.tails.extend([NONE, u32::try_from(pattern).unwrap_or(NONE)]);
    }
}
