//! Patterns with their numbers in; a tree that is walked letter by letter, and the numbers at each node, out.
//!
//! Nodes are numbered level by level, so that the children of a node, and their letters, stand side by side. A node with
//! few children is searched letter by letter, a crowded one through one table for all of them, the root through a table
//! of its own, because most walks end there.

use rustc_hash::FxHashMap;

/// A node of a [`Trie`].
pub(super) type Node = u32;

/// A node with more children is looked up in the table.
const FEW: usize = 8;

/// A tree of patterns.
pub(super) struct Trie {
    /// The letter that leads to each node.
    letters: Vec<char>,
    /// Where the children of each node begin; those of the next node begin where they end.
    children: Vec<u32>,
    /// Where the values of each node begin, in the same way.
    values_from: Vec<u32>,
    values: Vec<u32>,
    /// The children of the root, by letter; 0 is none.
    first: Vec<Node>,
    /// The children of crowded nodes.
    crowded: FxHashMap<(Node, char), Node>,
}

impl Trie {
    /// The root.
    pub(super) const ROOT: Node = 0;

    /// A tree of these patterns; several may share one text. An empty pattern is left out.
    pub(super) fn new(mut patterns: Vec<(String, u32)>) -> Self {
        patterns.retain(|(text, _)| !text.is_empty());
        patterns.sort_unstable();
        let mut trie = Self {
            letters: vec!['\0'],
            children: Vec::new(),
            values_from: Vec::new(),
            values: Vec::with_capacity(patterns.len()),
            first: vec![0; 1 << 16],
            crowded: FxHashMap::default(),
        };
        // For each node the patterns that go through it, and how many of their bytes lead there.
        let mut passing = vec![(0, patterns.len(), 0)];
        let mut node = 0;
        while let Some(&(mut from, to, depth)) = passing.get(node) {
            trie.values_from.push(number(trie.values.len()));
            while from < to && patterns[from].0.len() == depth {
                trie.values.push(patterns[from].1);
                from += 1;
            }
            let children = passing.len();
            trie.children.push(number(children));
            while let Some(letter) = patterns[from..to].first().and_then(|(text, _)| text[depth..].chars().next()) {
                let same = patterns[from..to].partition_point(|(text, _)| text[depth..].starts_with(letter));
                trie.letters.push(letter);
                passing.push((from, from + same, depth + letter.len_utf8()));
                from += same;
            }
            if node == 0 || passing.len() - children > FEW {
                trie.add_crowd(number(node), children..passing.len());
            }
            node += 1;
        }
        trie.children.push(number(passing.len()));
        trie.values_from.push(number(trie.values.len()));
        trie
    }

    fn add_crowd(&mut self, parent: Node, children: std::ops::Range<usize>) {
        for child in children {
            let letter = self.letters[child];
            match self.first.get_mut(letter as usize) {
                Some(place) if parent == Self::ROOT => *place = number(child),
                _ => drop(self.crowded.insert((parent, letter), number(child))),
            }
        }
    }

    /// The child of the root that `letter` leads to.
    #[inline]
    pub(super) fn begin(&self, letter: char) -> Option<Node> {
        match self.first.get(letter as usize) {
            Some(0) => None,
            Some(child) => Some(*child),
            None => self.crowded.get(&(Self::ROOT, letter)).copied(),
        }
    }

    /// The child of `node` that `letter` leads to.
    #[inline]
    pub(super) fn step(&self, node: Node, letter: char) -> Option<Node> {
        if node == Self::ROOT {
            return self.begin(letter);
        }
        let from = self.children[node as usize];
        let to = self.children[node as usize + 1];
        let children = &self.letters[from as usize..to as usize];
        if children.len() > FEW {
            return self.crowded.get(&(node, letter)).copied();
        }
        (from..to).zip(children).find(|(_, one)| **one == letter).map(|(child, _)| child)
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

    /// The numbers of the patterns that end at `node`.
    #[inline]
    pub(super) fn values(&self, node: Node) -> &[u32] {
        let from = self.values_from[node as usize] as usize;
        let to = self.values_from[node as usize + 1] as usize;
        &self.values[from..to]
    }
}

/// A position as the tree keeps it; no base has 2^32 letters of terms.
fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
