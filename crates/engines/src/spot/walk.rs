//! Finds every pattern of the trie in the letters of a text.
//!
//! All walks take one step before any takes the next. They are independent, so the memory that one walk waits for is fetched
//! while the others proceed.

use super::stream::{ALTERNATIVE, BEGINS, ENDS, LetterStream};
use super::trie::{Node, Trie};

/// A text that can be searched.
pub(super) trait SearchText {
    /// Its letters.
    fn stream(&self) -> &LetterStream;

    /// Follows the alternative readings that start at a letter marked with [`ALTERNATIVE`] and adds what they reach to `found`.
    fn walk_alternatives(&self, walk: Walk, trie: &Trie, found: &mut Continuation);
}

/// A walk down the trie.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walk {
    /// The letter it started at.
    pub(super) first: u32,
    /// The next letter.
    pub(super) at: u32,
    pub(super) node: Node,
    /// Whether it has taken an alternative reading.
    pub(super) is_altered: bool,
}

/// A pattern that occurs in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct PatternMatch {
    /// Its first letter.
    pub(super) first: u32,
    /// Its last letter.
    pub(super) last: u32,
    pub(super) node: Node,
    pub(super) form: MatchForm,
}

/// The reading of the text that matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MatchForm {
    /// The letters as they are.
    Literal,
    /// With the last word in the singular, as keys have it.
    Singular,
    /// Any other reading.
    Other,
}

/// What has been found so far, and the walks that continue after an alternative reading.
#[derive(Debug, Default)]
pub(super) struct Continuation {
    /// The patterns found.
    pub(super) matches: Vec<PatternMatch>,
    /// Walks to continue.
    pub(super) walks: Vec<Walk>,
}

/// If a text has more matches than this for each letter, only the longest from each letter are returned. Texts have fewer than
/// one; only terms that each begin with the next shorter one, again and again, reach it.
const MATCHES_PER_LETTER: usize = 6;
/// The most matches from one letter in such a text.
const LONGEST_PER_LETTER: u8 = 4;

/// Every pattern in a text, within [`MATCHES_PER_LETTER`].
pub(super) fn find_patterns(text: &impl SearchText, trie: &Trie) -> Vec<PatternMatch> {
    let stream = text.stream();
    let (letters, flags) = (stream.letters(), stream.flags());
    let mut found = Continuation { matches: Vec::with_capacity(stream.len() / 2 + 8), walks: Vec::new() };
    let mut walks: Vec<Walk> = Vec::with_capacity(stream.len());
    for (first, flags) in (0..).zip(flags) {
        if flags & BEGINS != 0 {
            walks.push(Walk { first, at: first, node: Trie::ROOT, is_altered: false });
        }
    }
    let most = stream.len().saturating_mul(MATCHES_PER_LETTER).saturating_add(1_024);
    let mut is_crowded = false;
    while !walks.is_empty() {
        let mut continuing = 0;
        for number in 0..walks.len() {
            let walk = walks[number];
            let at = walk.at as usize;
            if flags[at] & ALTERNATIVE != 0 {
                text.walk_alternatives(walk, trie, &mut found);
            }
            let Some(node) = trie.step(walk.node, letters[at]) else { continue };
            if flags[at] & ENDS != 0 && trie.is_end(node) {
                let form = if walk.is_altered { MatchForm::Other } else { MatchForm::Literal };
                found.matches.push(PatternMatch { first: walk.first, last: walk.at, node, form });
            }
            walks[continuing] = Walk { at: walk.at + 1, node, ..walk };
            continuing += 1;
        }
        walks.truncate(continuing);
        walks.append(&mut found.walks);
        if found.matches.len() > most {
            keep_longest(&mut found.matches, stream.len());
            is_crowded = true;
        }
    }
    if is_crowded {
        keep_longest(&mut found.matches, stream.len());
    }
    found.matches
}

/// Drops all matches but the longest from each letter. The longest are the last, because all walks proceed together.
fn keep_longest(matches: &mut Vec<PatternMatch>, letters: usize) {
    let mut counts = vec![0_u8; letters];
    matches.reverse();
    matches.retain(|found| {
        let count = &mut counts[found.first as usize];
        *count = count.saturating_add(1);
        *count <= LONGEST_PER_LETTER
    });
    matches.reverse();
}
