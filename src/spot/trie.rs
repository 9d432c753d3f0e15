//! Sorted patterns in; a tree that is walked letter by letter, and at each node the patterns that end there, out.
//!
//! A double array (J. Aoe, "An efficient digital search algorithm by using a double-array structure", IEEE Trans. Software
//! Eng. 15, 1989): the child of a node that a letter leads to lies at the node's base plus the letter's number, if what
//! lies there says so. One look into memory for each letter, whatever the number of patterns. From where only one pattern
//! goes on, its rest is kept as it is, so that the tree stays small.

use rustc_hash::FxHashMap;

use super::packing::pack;

/// A node of a [`Trie`]: a slot, or with [`REST`] a place in the rests.
pub(super) type Node = u32;

/// Marks a place in the rests.
const REST: u32 = 1 << 31;

/// A tree of patterns.
pub(super) struct Trie {
    letters: Letters,
    slots: Vec<Slot>,
    /// For each slot the first pattern that ends there.
    patterns: Vec<u32>,
    /// The letters of patterns from where nothing else goes on, each followed by [`NONE`] and the pattern's number.
    rests: Vec<u32>,
}

/// A node, or a gap where none is.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// Its children lie at the base plus the number of their letter; none where it is 0. No two nodes share a base. With
    /// [`REST`] the place where its one way on is kept.
    base: u32,
    /// The number of the letter that leads to it, with [`ENDS`] where a pattern ends; 0 for a gap.
    letter: u32,
}

/// Marks the letter of a node where a pattern ends.
const ENDS: u32 = 1 << 31;

/// No pattern.
const NONE: u32 = u32::MAX;

const GAP: Slot = Slot { base: 0, letter: 0 };

impl Trie {
    /// The root.
    pub(super) const ROOT: Node = 0;

    /// A tree of these patterns, which are sorted; one may stand there several times, empty ones lead nowhere.
    pub(super) fn new(patterns: &[String]) -> Self {
        let letters = Letters::of(patterns);
        let nodes = Nodes::new(patterns, &letters);
        let bases = pack(&nodes.children, &nodes.letters);
        let (mut slots, mut patterns_of) = (vec![GAP], vec![NONE]);
        let mut places = vec![0; nodes.letters.len()];
        for (node, children) in nodes.children.iter().enumerate() {
            // The children of a node come after it, so its place is known.
            slots[places[node]].base = bases[node] | nodes.rests_from[node];
            patterns_of[places[node]] = nodes.patterns[node];
            if nodes.patterns[node] != NONE {
                slots[places[node]].letter |= ENDS;
            }
            for child in children.clone() {
                let place = (bases[node] + nodes.letters[child]) as usize;
                slots.resize(slots.len().max(place + 1), GAP);
                patterns_of.resize(slots.len(), NONE);
                slots[place].letter = nodes.letters[child];
                places[child] = place;
            }
        }
        slots.shrink_to_fit();
        patterns_of.shrink_to_fit();
        Self { letters, slots, patterns: patterns_of, rests: nodes.rests }
    }

    /// The child of `node` that `letter` leads to.
    #[inline]
    pub(super) fn step(&self, node: Node, letter: char) -> Option<Node> {
        let way = if node & REST == 0 { self.slots[node as usize].base } else { node };
        if way & REST != 0 {
            let same = self.rests.get((way & !REST) as usize) == Some(&u32::from(letter));
            return same.then_some(way + 1);
        }
        let letter = self.letters.number(letter);
        let child = way + letter;
        let slot = self.slots.get(child as usize)?;
        (slot.letter & !ENDS == letter && letter != 0).then_some(child)
    }

    /// The node `letters` lead to, and how many of them there was a way for.
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
        match node & REST {
            0 => self.slots[node as usize].letter & ENDS != 0,
            _ => self.rests[(node & !REST) as usize] == NONE,
        }
    }

    /// The number of the first pattern that ends at `node`.
    #[inline]
    pub(super) fn pattern(&self, node: Node) -> Option<usize> {
        let pattern = if node & REST == 0 {
            self.patterns[node as usize]
        } else {
            let place = (node & !REST) as usize;
            if self.rests[place] == NONE { self.rests[place + 1] } else { NONE }
        };
        (pattern != NONE).then_some(pattern as usize)
    }
}

/// The numbers of letters: from 1, the most frequent first, so that children lie close together.
struct Letters {
    basic: Vec<u16>,
    others: FxHashMap<char, u32>,
}

impl Letters {
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
                (Some(place), Ok(number)) => *place = number,
                _ => drop(letters.others.insert(letter, number)),
            }
        }
        letters
    }

    /// The number of a letter; 0 where no pattern has it.
    #[inline]
    fn number(&self, letter: char) -> u32 {
        match self.basic.get(letter as usize) {
            Some(number) if *number != 0 || self.others.is_empty() => u32::from(*number),
            _ => self.others.get(&letter).copied().unwrap_or_default(),
        }
    }
}

/// The nodes level by level, so that the children of a node stand side by side.
#[derive(Default)]
struct Nodes {
    children: Vec<std::ops::Range<usize>>,
    letters: Vec<u32>,
    patterns: Vec<u32>,
    /// For each node the place of its rest, with [`REST`]; 0 where it has none.
    rests_from: Vec<u32>,
    rests: Vec<u32>,
}

impl Nodes {
    fn new(patterns: &[String], letters: &Letters) -> Self {
        let mut nodes = Self { letters: vec![0], ..Self::default() };
        let empty = patterns.iter().take_while(|pattern| pattern.is_empty()).count();
        // For each node the patterns that go through it, and how many of their bytes lead there.
        let mut through = vec![(empty, patterns.len(), 0)];
        while let Some(&(mut from, to, depth)) = through.get(nodes.children.len()) {
            let ending = patterns[from..to].iter().take_while(|pattern| pattern.len() == depth).count();
            nodes.patterns.push(if ending > 0 { u32::try_from(from).unwrap_or(NONE) } else { NONE });
            from += ending;
            let first = through.len();
            nodes.rests_from.push(0);
            if from < to && patterns[from] == patterns[to - 1] {
                nodes.add_rest(&patterns[from][depth..], from);
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

    /// Gives the last node the rest of the one pattern that goes on from it.
    fn add_rest(&mut self, rest: &str, pattern: usize) {
        if let Some(place) = self.rests_from.last_mut() {
            *place = u32::try_from(self.rests.len()).unwrap_or_default() | REST;
        }
        self.rests.extend(rest.chars().map(u32::from));
        self.rests.extend([NONE, u32::try_from(pattern).unwrap_or(NONE)]);
    }
}
