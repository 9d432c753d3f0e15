//! The children of the nodes of a tree in; for each node a base out, so that no two children lie in one slot.

use std::cmp::Reverse;
use std::ops::Range;

/// After so many places that did not fit, nodes are no longer tried before the last of them.
const PATIENCE: usize = 100;

/// A base for each node, 0 for those without children. The child of a letter lies at the base plus the letter's number;
/// slot 0 stays free. No two nodes share a base.
pub(super) fn pack(children: &[Range<usize>], letters: &[u32]) -> Vec<u32> {
    let mut bases = vec![0; children.len()];
    // Large families first: the small ones fill the gaps they leave, in the order they are walked in, so that the letters
    // of a word lie close together.
    let mut large: Vec<usize> = (0..children.len()).filter(|node| children[*node].len() > FEW).collect();
    large.sort_by_key(|node| Reverse(children[*node].len()));
    let small = in_order(children).filter(|node| (1..=FEW).contains(&children[*node].len()));
    let mut slots = Slots::default();
    let (mut start, mut was_large) = (1, true);
    let mut numbers = Vec::new();
    for (node, is_large) in large.into_iter().map(|node| (node, true)).chain(small.map(|node| (node, false))) {
        numbers.clear();
        numbers.extend(children[node].clone().map(|child| letters[child] as usize));
        numbers.sort_unstable();
        if was_large && !is_large {
            start = 1;
        }
        was_large = is_large;
        let (mut place, mut tried) = (slots.next_free(start), 0);
        let base = loop {
            match place.checked_sub(numbers[0]) {
                Some(base) if base > 0 && slots.fit(base, &numbers) => break base,
                _ => (place, tried) = (slots.next_free(place + 1), tried + 1),
            }
            if tried == PATIENCE {
                start = place;
            }
        };
        slots.take(base, &numbers);
        bases[node] = u32::try_from(base).unwrap_or_default();
    }
    bases
}

/// The most children of a small family.
const FEW: usize = 4;

/// The nodes, each followed by those below it.
fn in_order(children: &[Range<usize>]) -> impl Iterator<Item = usize> {
    let mut open = if children.is_empty() { Vec::new() } else { vec![0] };
    std::iter::from_fn(move || {
        let node = open.pop()?;
        open.extend(children[node].clone().rev());
        Some(node)
    })
}

/// Which slots and which bases are taken.
#[derive(Debug, Default)]
struct Slots {
    taken: Vec<bool>,
    bases: Vec<bool>,
    /// For a taken slot one after it that may be free.
    after: Vec<usize>,
}

impl Slots {
    /// The first free slot from `place` on.
    fn next_free(&mut self, place: usize) -> usize {
        let mut free = place;
        while self.taken.get(free).is_some_and(|taken| *taken) {
            free = self.after[free];
        }
        // Whoever comes this way again goes there at once.
        let mut at = place;
        while at < free {
            at = std::mem::replace(&mut self.after[at], free);
        }
        free
    }

    fn fit(&self, base: usize, numbers: &[usize]) -> bool {
        let is_free = |taken: &Vec<bool>, at: usize| taken.get(at).is_none_or(|taken| !*taken);
        is_free(&self.bases, base) && numbers.iter().all(|number| is_free(&self.taken, base + number))
    }

    fn take(&mut self, base: usize, numbers: &[usize]) {
        let end = base + numbers.iter().max().copied().unwrap_or_default() + 1;
        if self.taken.len() < end {
            self.after.extend(self.taken.len() + 1..=end);
            self.taken.resize(end, false);
            self.bases.resize(end, false);
        }
        self.bases[base] = true;
        for number in numbers {
            self.taken[base + number] = true;
        }
    }
}
