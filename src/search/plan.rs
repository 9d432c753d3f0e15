//! Posting lists in; which of them to read, and what occurs often enough in them, out.

use std::ops::Range;

use super::part::View;

/// Candidates must occur at least so often in the lists that are read, where that can be asked, ...
const FEW_TOKENS: usize = 2;
/// ... and at least in this share (in percent) of what the whole must share.
const SHARE_TOKENS: usize = 40;
/// The same for grams.
const FEW_GRAMS: usize = 8;
const SHARE_GRAMS: usize = 40;

/// What α leaves to the characters: Lc > 1 − slack.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slack {
    percent: Option<usize>,
}

impl Slack {
    /// For a mean of `bar` percent where Lt < `alpha` percent (or ≤, for 100).
    pub(super) fn new(bar: usize, alpha: usize) -> Self {
        Self { percent: (100 + alpha).checked_sub(2 * bar).filter(|slack| alpha == 100 || *slack > 0) }
    }

    /// Whether any characters are alike enough.
    pub(super) fn is_possible(self) -> bool {
        self.percent.is_some()
    }

    /// The positions whose length allows it, for a question of `m` characters: Lc is at most the ratio of lengths.
    pub(super) fn range(self, view: &View<'_>, m: usize) -> Range<u32> {
        match self.percent {
            None => 0..0,
            Some(slack) if slack >= 100 => view.of_length(0, usize::MAX),
            Some(slack) => view.of_length(m * (100 - slack) / 100, m * 100 / (100 - slack)),
        }
    }

    /// The fewest grams of `gram` characters a text shares with a question of `m` characters; 0 where it may be none.
    ///
    /// With M the longer of both and d < slack · M edits, M + q − 1 − q·d > m · (1 − q · slack) + q − 1.
    pub(super) fn least_grams(self, m: usize, gram: usize) -> usize {
        let kept = self.percent.and_then(|slack| 100_usize.checked_sub(gram * slack));
        kept.map_or(0, |kept| m * kept / 100 + gram)
    }
}

/// The lists of one kind, shortest first.
pub(super) struct Lists<'a> {
    lists: Vec<&'a [u32]>,
    /// `read[n]`: postings in the `n` shortest lists.
    read: Vec<usize>,
}

/// Which lists are read, and how often a candidate must occur in them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// How often a candidate must occur in the lists read.
    pub(super) need: usize,
    /// Lists not read: the longest.
    pub(super) skipped: usize,
    /// Lists read.
    used: usize,
    /// Postings read.
    pub(super) cost: usize,
}

impl<'a> Lists<'a> {
    /// Lists, cut to the positions of `range`.
    pub(super) fn new(lists: impl Iterator<Item = &'a [u32]>, range: &Range<u32>) -> Self {
        let mut lists: Vec<&[u32]> = lists.map(|list| within(list, range)).collect();
        lists.sort_unstable_by_key(|list| list.len());
        let mut sum = 0;
        let mut read = vec![0];
        read.extend(lists.iter().map(|list| {
            sum += list.len();
            sum
        }));
        Self { lists, read }
    }

    /// A plan to find what occurs in `least` lists of tokens.
    fn plan_tokens(&self, least: usize) -> Plan {
        self.plan(least, FEW_TOKENS.max(least * SHARE_TOKENS / 100))
    }

    /// A plan to find what occurs in `least` lists of grams.
    pub(super) fn plan_grams(&self, least: usize) -> Plan {
        self.plan(least, FEW_GRAMS.max(least * SHARE_GRAMS / 100))
    }

    fn plan(&self, least: usize, need: usize) -> Plan {
        let need = need.clamp(1, least.clamp(1, usize::from(u8::MAX) - 1));
        let skipped = least.saturating_sub(need).min(self.lists.len());
        let used = self.lists.len() - skipped;
        Plan { need, skipped, used, cost: self.read[used] }
    }

    /// Counts how often each position of `range` occurs in the lists of the plan, and lists those that do often enough.
    pub(super) fn count(&self, plan: Plan, range: &Range<u32>, hits: &mut Vec<u8>, found: &mut Vec<u32>) {
        found.clear();
        if hits.len() < range.len() {
            hits.resize(range.len(), 0);
        }
        let need = u8::try_from(plan.need).unwrap_or(u8::MAX);
        for list in &self.lists[..plan.used] {
            for position in *list {
                let hit = &mut hits[(position - range.start) as usize];
                *hit = hit.saturating_add(1);
                if *hit == need {
                    found.push(*position);
                }
            }
        }
    }

    /// Makes the counts zero again.
    pub(super) fn uncount(&self, plan: Plan, range: &Range<u32>, hits: &mut [u8]) {
        if plan.cost * 16 > range.len() {
            hits[..range.len()].fill(0);
            return;
        }
        for position in self.lists[..plan.used].iter().copied().flatten() {
            hits[(position - range.start) as usize] = 0;
        }
    }
}

/// The α (in percent) that reads least, with the plan for the tokens; `None` where lists cannot help.
pub(super) fn choose(
    bar: usize,
    gram: usize,
    m: usize,
    tokens: &Lists<'_>,
    grams: &Lists<'_>,
) -> Option<(usize, Plan)> {
    let mut best: Option<(usize, usize, Plan)> = None;
    for alpha in (5..=95).step_by(5) {
        let slack = Slack::new(bar, alpha);
        let by_grams = if slack.is_possible() {
            let least = slack.least_grams(m, gram);
            if least == 0 {
                break;
            }
            grams.plan_grams(least).cost
        } else {
            0
        };
        let by_tokens = tokens.plan_tokens((alpha * tokens.lists.len()).div_ceil(100));
        let cost = by_tokens.cost + by_grams;
        if best.is_none_or(|(_, least, _)| cost < least) {
            best = Some((alpha, cost, by_tokens));
        }
    }
    best.map(|(alpha, _, plan)| (alpha, plan))
}

fn within<'a>(list: &'a [u32], range: &Range<u32>) -> &'a [u32] {
    let start = list.partition_point(|position| *position < range.start);
    let length = list[start..].partition_point(|position| *position < range.end);
    &list[start..start + length]
}
