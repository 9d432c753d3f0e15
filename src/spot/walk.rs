//! Letters and a tree of patterns in; every pattern that stands in the letters where one may begin and end out.
//!
//! All walks take a step before any takes the next: they do not depend on each other, so the memory each waits for is
//! fetched while others wait for theirs.

use super::stream::{BEGINS, ENDS, Stream, TURNS};
use super::trie::{Node, Trie};

/// A text that is searched.
pub(super) trait Reading {
    /// Its letters.
    fn stream(&self) -> &Stream;

    /// Walks the other ways to read the text from a place marked with [`TURNS`]: tells `ahead` what it reaches.
    fn turn(&self, walk: Walk, trie: &Trie, ahead: &mut Ahead);
}

/// A walk down the tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walk {
    /// The letter it began with.
    pub(super) first: u32,
    /// The letter that comes next.
    pub(super) at: u32,
    pub(super) node: Node,
}

/// A node where a pattern ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reached {
    /// The letter the pattern begins with.
    pub(super) first: u32,
    /// The letter it ends with.
    pub(super) last: u32,
    pub(super) node: Node,
    pub(super) way: Way,
}

/// How the text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Letter by letter.
    Straight,
    /// The last word in the singular a key has.
    Singular,
    /// In any other way.
    Other,
}

/// What lies ahead of a walk that turned.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// Patterns reached.
    pub(super) reached: Vec<Reached>,
    /// Walks to go on with.
    pub(super) walks: Vec<Walk>,
}

/// Every pattern in a text.
pub(super) fn search(reading: &impl Reading, trie: &Trie) -> Vec<Reached> {
    let stream = reading.stream();
    let (letters, flags) = (stream.letters(), stream.flags());
    let mut ahead = Ahead { reached: Vec::with_capacity(stream.len() / 2 + 8), walks: Vec::new() };
    let mut walks: Vec<Walk> = Vec::with_capacity(stream.len());
    for (first, flags) in (0..).zip(flags) {
        if flags & BEGINS != 0 {
            walks.push(Walk { first, at: first, node: Trie::ROOT });
        }
    }
    while !walks.is_empty() {
        let mut going = 0;
        for number in 0..walks.len() {
            let walk = walks[number];
            let at = walk.at as usize;
            if flags[at] & TURNS != 0 {
                reading.turn(walk, trie, &mut ahead);
            }
            let Some(node) = trie.step(walk.node, letters[at]) else { continue };
            if flags[at] & ENDS != 0 && trie.is_end(node) {
                ahead.reached.push(Reached { first: walk.first, last: walk.at, node, way: Way::Straight });
            }
            walks[going] = Walk { at: walk.at + 1, node, ..walk };
            going += 1;
        }
        walks.truncate(going);
        walks.append(&mut ahead.walks);
    }
    ahead.reached
}
