//! Assigns the bases of a double-array trie, so that no two children share a slot.

use std::cmp::Reverse;
use std::ops::Range;

/// After this many slots that did not fit, the search for later nodes starts at the last of them.
const MOST_TRIES: usize = 100;

/// Returns a base for each node, 0 for those without children. The child for a letter lies at the base plus the letter's number;
/// slot 0 stays empty. No two nodes share a base.
pub(super) fn assign_bases(children: &[Range<usize>], letters: &[u32]) -> Vec<u32> {
    let mut bases = vec![0; children.len()];
    // Nodes with many children come first; the others fill the gaps between them in depth-first order, so that the letters of a
    // word lie close together.
    let mut large: Vec<usize> = (0..children.len()).filter(|node| children[*node].len() > FEW).collect();
    large.sort_by_key(|node| Reverse(children[*node].len()));
    let small = depth_first(children).filter(|node| (1..=FEW).contains(&children[*node].len()));
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
        let (mut slot, mut tries) = (slots.next_free(start), 0);
        let base = loop {
            match slot.checked_sub(numbers[0]) {
                Some(base) if base > 0 && slots.fit(base, &numbers) => break base,
                _ => (slot, tries) = (slots.next_free(slot + 1), tries + 1),
            }
            if tries == MOST_TRIES {
                start = slot;
            }
        };
        slots.take(base, &numbers);
        bases[node] = u32::try_from(base).unwrap_or_default();
    }
    bases
}

/// Nodes with at most this many children fill gaps.
const FEW: usize = 4;

/// The nodes in depth-first order.
fn depth_first(children: &[Range<usize>]) -> impl Iterator<Item = usize> {
    let mut open = if children.is_empty() { Vec::new() } else { vec![0] };
    std::iter::from_fn(move || {
        let node = open.pop()?;
        open.extend(children[node].clone().rev());
        Some(node)
    })
}

/// The slots and the bases in use.
#[derive(Debug, Default)]
struct Slots {
    taken: Vec<bool>,
    bases: Vec<bool>,
    /// For a used slot, a later one that may be free.
    after: Vec<usize>,
}

impl Slots {
    /// The first free slot from `slot` on.
    fn next_free(&mut self, slot: usize) -> usize {
        let mut free = slot;
        while self.taken.get(free).is_some_and(|taken| *taken) {
            free = self.after[free];
        }
        // Compress the path for the next search.
        let mut at = slot;
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
