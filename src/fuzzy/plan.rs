//! Posting lists in; which of them to read, and what occurs often enough in them, out.

use std::ops::Range;

use super::part::View;
use super::postings::{BLOCK, Postings};

/// What looking at a candidate costs, in postings read.
const CANDIDATE: f64 = 24.0;
/// Words of one language keep company: so many times more segments share several than chance would have.
const COMPANY: f64 = 6.0;
/// Grams overlap: several of them are one word, so chance is reckoned with words of so many grams.
const GRAMS_OF_WORD: usize = 2;
/// Shares (in percent) of what the whole must share that are tried for the lists of grams that are read.
const SHARES: [usize; 6] = [20, 30, 40, 55, 75, 100];
/// Not more tokens than this are asked for in the lists that are read: there is nothing left to gain.
const MANY_TOKENS: usize = 24;

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
    lists: Vec<(usize, Postings<'a>)>,
    /// `read[n]`: postings in the `n` shortest lists.
    read: Vec<usize>,
    range: Range<u32>,
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
    pub(super) postings: usize,
    /// What reading them and looking at the candidates costs, in postings.
    cost: f64,
}

impl<'a> Lists<'a> {
    /// Lists, cut to the positions of `range`.
    pub(super) fn new(lists: impl Iterator<Item = Postings<'a>>, range: &Range<u32>) -> Self {
        let mut lists: Vec<(usize, Postings<'_>)> = lists.map(|list| (list.count(range), list)).collect();
        lists.sort_by_key(|(count, _)| *count);
        let mut sum = 0;
        let mut read = vec![0];
        read.extend(lists.iter().map(|(count, _)| {
            sum += *count;
            sum
        }));
        Self { lists, read, range: range.clone() }
    }

    /// The cheapest plan to find what occurs in `least` lists of tokens: the more often a candidate must occur, the fewer
    /// there are, and the more lists must be read.
    fn plan_tokens(&self, least: usize) -> Plan {
        let most = least.clamp(1, MANY_TOKENS);
        let plans = (1..=most).map(|need| {
            let plan = self.plan(least, need);
            let often = chance(plan.postings, self.range.len(), need) * COMPANY;
            Plan { cost: plan.cost + CANDIDATE * often.min(plan.postings as f64 / need as f64), ..plan }
        });
        plans.min_by(|a, b| a.cost.total_cmp(&b.cost)).unwrap_or_else(|| self.plan(least, 1))
    }

    /// The cheapest plan to find what occurs in `least` lists of grams.
    pub(super) fn plan_grams(&self, least: usize) -> Plan {
        let plans = SHARES.map(|share| {
            let need = (least * share).div_ceil(100).max(2).min(least.max(1));
            let plan = self.plan(least, need);
            let words = plan.need.div_ceil(GRAMS_OF_WORD);
            let often = chance(plan.postings / GRAMS_OF_WORD, self.range.len(), words) * COMPANY;
            Plan { cost: plan.cost + CANDIDATE * often.min(plan.postings as f64 / plan.need as f64), ..plan }
        });
        plans.into_iter().min_by(|a, b| a.cost.total_cmp(&b.cost)).unwrap_or_else(|| self.plan(least, 1))
    }

    /// A plan to find what occurs in all of the lists, of which there are `all`.
    pub(super) fn plan_all(&self, all: usize) -> Plan {
        self.plan(all, all)
    }

    fn plan(&self, least: usize, need: usize) -> Plan {
        let need = need.clamp(1, least.clamp(1, usize::from(u8::MAX) - 1));
        let skipped = least.saturating_sub(need).min(self.lists.len());
        let used = self.lists.len() - skipped;
        let postings = self.read[used];
        Plan { need, skipped, used, postings, cost: postings as f64 }
    }

    /// Counts how often each position occurs in the lists of the plan; calls with each that does often enough and with how
    /// often it does. `hits` holds zeros before and after.
    pub(super) fn count(
        &self,
        plan: Plan,
        hits: &mut Vec<u8>,
        found: &mut Vec<u16>,
        mut call: impl FnMut(usize, usize),
    ) {
        if plan.used == 0 || self.range.is_empty() {
            return;
        }
        hits.resize(BLOCK, 0);
        let need = u8::try_from(plan.need).unwrap_or(u8::MAX);
        let lists = &self.lists[..plan.used];
        let (first, last) = (self.range.start as usize / BLOCK, (self.range.end as usize - 1) / BLOCK);
        for block in first..=last {
            found.clear();
            let mut read = 0;
            for (_, list) in lists {
                list.each(block, &self.range, |low| {
                    let hit = &mut hits[usize::from(low)];
                    *hit = hit.saturating_add(1);
                    if *hit == need {
                        found.push(low);
                    }
                    read += 1;
                });
            }
            for low in found.iter() {
                call(block * BLOCK + usize::from(*low), usize::from(hits[usize::from(*low)]));
            }
            if read > BLOCK / 32 {
                hits.fill(0);
            } else {
                for (_, list) in lists {
                    list.each(block, &self.range, |low| hits[usize::from(low)] = 0);
                }
            }
        }
    }
}

/// The α (in percent) that costs least, with the plan for the tokens; `None` where lists cannot help.
pub(super) fn choose(
    bar: usize,
    gram: usize,
    m: usize,
    tokens: &Lists<'_>,
    grams: &Lists<'_>,
) -> Option<(usize, Plan)> {
    let mut best: Option<(usize, f64, Plan)> = None;
    for alpha in (5..=95).step_by(5) {
        let slack = Slack::new(bar, alpha);
        let by_grams = if slack.is_possible() {
            let least = slack.least_grams(m, gram);
            if least == 0 {
                break;
            }
            grams.plan_grams(least).cost
        } else {
            0.0
        };
        let by_tokens = tokens.plan_tokens((alpha * tokens.lists.len()).div_ceil(100));
        let cost = by_tokens.cost + by_grams;
        if best.is_none_or(|(_, least, _)| cost < least) {
            best = Some((alpha, cost, by_tokens));
        }
    }
    best.map(|(alpha, _, plan)| (alpha, plan))
}

/// How many of `positions` occur `need` times or more among `postings` thrown at them (Poisson).
fn chance(postings: usize, positions: usize, need: usize) -> f64 {
    let positions = positions.max(1) as f64;
    let mean = postings as f64 / positions;
    let mut term = (-mean).exp();
    let mut below = 0.0;
    for times in 0..need {
        below += term;
        term *= mean / (times + 1) as f64;
    }
    // What is far out is lost between 1 and the sum; the first term of the rest stands for it.
    positions * (1.0_f64 - below).max(term)
}
