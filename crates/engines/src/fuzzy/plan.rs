//! Chooses which posting lists a search reads, and how often a candidate must occur in them, so that the search costs least.

use std::ops::Range;

use super::part::PartView;
use super::postings::{BLOCK, Postings};

/// The cost of checking a candidate, in postings read.
const CANDIDATE_COST: f64 = 24.0;
/// Words of a language occur together: this many times more segments share several of them than chance predicts.
const CO_OCCURRENCE: f64 = 6.0;
/// Grams overlap, so chance is estimated for words of this many grams.
const GRAMS_OF_WORD: usize = 2;
/// The shares (in percent) of the grams a candidate must have in common that are tried as a threshold for the lists read.
const GRAM_SHARES: [usize; 6] = [20, 30, 40, 55, 75, 100];
/// The largest number of common tokens tried as a threshold: beyond this there is nothing to gain.
const MOST_TOKENS: usize = 24;

/// What α leaves to the characters: Lc > 1 − slack. See [`super::search`] for the symbols.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slack {
    percent: Option<usize>,
}

impl Slack {
    /// For a mean of `bar` percent where Lt < `alpha` percent (or ≤, for 100).
    pub(super) fn new(bar: usize, alpha: usize) -> Self {
        Self { percent: (100 + alpha).checked_sub(2 * bar).filter(|slack| alpha == 100 || *slack > 0) }
    }

    /// Whether any text can be similar enough by its characters.
    pub(super) fn is_possible(self) -> bool {
        self.percent.is_some()
    }

    /// The positions whose length allows it for a query of `m` characters: Lc is at most the ratio of lengths.
    pub(super) fn range(self, view: &PartView<'_>, m: usize) -> Range<u32> {
        match self.percent {
            None => 0..0,
            Some(slack) if slack >= 100 => view.of_length(0, usize::MAX),
            Some(slack) => view.of_length(m * (100 - slack) / 100, m * 100 / (100 - slack)),
        }
    }

    /// The fewest grams of `gram` characters that a text must share with a query of `m` characters; 0 if there may be none.
    ///
    /// With M the length of the longer text and d < slack · M edits, M + q − 1 − q·d > m · (1 − q · slack) + q − 1.
    pub(super) fn least_grams(self, m: usize, gram: usize) -> usize {
        let kept = self.percent.and_then(|slack| 100_usize.checked_sub(gram * slack));
        kept.map_or(0, |kept| m * kept / 100 + gram)
    }
}

/// The posting lists of a query's tokens or grams, the shortest first.
pub(super) struct QueryLists<'a> {
    lists: Vec<(usize, Postings<'a>)>,
    /// `read[n]`: postings in the `n` shortest lists.
    read: Vec<usize>,
    range: Range<u32>,
}

/// A plan: which lists are read, and how often a candidate must occur in them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// How often a candidate must occur in the lists read.
    pub(super) need: usize,
    /// The number of lists not read: the longest ones.
    pub(super) skipped: usize,
    /// The number of lists read.
    used: usize,
    /// The number of postings read.
    pub(super) postings: usize,
    /// The cost of reading them and of checking the candidates, in postings.
    cost: f64,
}

impl<'a> QueryLists<'a> {
    /// These lists, restricted to the positions of `range`.
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

    /// The cheapest plan to find what occurs in at least `least` token lists. A higher threshold means fewer candidates, but
    /// more lists to read.
    fn plan_tokens(&self, least: usize) -> Plan {
        let most = least.clamp(1, MOST_TOKENS);
        let plans = (1..=most).map(|need| {
            let plan = self.plan(least, need);
            let often = expected_by_chance(plan.postings, self.range.len(), need) * CO_OCCURRENCE;
            Plan { cost: plan.cost + CANDIDATE_COST * often.min(plan.postings as f64 / need as f64), ..plan }
        });
        plans.min_by(|a, b| a.cost.total_cmp(&b.cost)).unwrap_or_else(|| self.plan(least, 1))
    }

    /// The cheapest plan to find what occurs in at least `least` gram lists.
    pub(super) fn plan_grams(&self, least: usize) -> Plan {
        let plans = GRAM_SHARES.map(|share| {
            let need = (least * share).div_ceil(100).max(2).min(least.max(1));
            let plan = self.plan(least, need);
            let words = plan.need.div_ceil(GRAMS_OF_WORD);
            let often = expected_by_chance(plan.postings / GRAMS_OF_WORD, self.range.len(), words) * CO_OCCURRENCE;
            Plan { cost: plan.cost + CANDIDATE_COST * often.min(plan.postings as f64 / plan.need as f64), ..plan }
        });
        plans.into_iter().min_by(|a, b| a.cost.total_cmp(&b.cost)).unwrap_or_else(|| self.plan(least, 1))
    }

    /// The plan to find what occurs in all of the lists, of which there are `all`.
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

    /// Counts how often each position occurs in the lists of the plan, and calls `call` with each that occurs often enough and
    /// its count. `hits` is all zeros before and after.
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

/// The cheapest α (in percent), with the plan for the tokens; `None` if posting lists cannot help.
pub(super) fn choose_plan(
    bar: usize,
    gram: usize,
    m: usize,
    tokens: &QueryLists<'_>,
    grams: &QueryLists<'_>,
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

/// The expected number of `positions` that get `need` or more of `postings` distributed at random (Poisson).
fn expected_by_chance(postings: usize, positions: usize, need: usize) -> f64 {
    let positions = positions.max(1) as f64;
    let mean = postings as f64 / positions;
    let mut term = (-mean).exp();
    let mut below = 0.0;
    for times in 0..need {
        below += term;
        term *= mean / (times + 1) as f64;
    }
    // Far out in the tail, 1 - sum is lost to rounding; the first term of the tail stands in for it.
    positions * (1.0_f64 - below).max(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The q-gram lemma, with the fewest grams that an allowed number of edits can leave.
    #[test]
    fn a_text_that_is_similar_enough_has_the_grams_that_are_asked_for_and_may_have_no_more() {
        let mut tight = 0;
        for (m, gram, percent) in (1..60).flat_map(|m| (1..4).flat_map(move |gram| (1..50).map(move |p| (m, gram, p))))
        {
            let slack = Slack { percent: Some(percent) };
            // The most edits with Lc > 1 − slack, in texts of one length; a longer text leaves more grams.
            let edits = (1..=m).take_while(|edits| 100 * edits < percent * m).last().unwrap_or(0);
            let left = (m + gram - 1).saturating_sub(gram * edits);
            let least = slack.least_grams(m, gram);
            assert!(least <= left, "m {m}, grams of {gram}, slack {percent}: {least} of {left}");
            tight += usize::from(least == left);
        }
        assert!(tight > 100, "{tight}: the bound could be higher");
    }

    #[test]
    fn a_slack_allows_the_lengths_and_the_similarities_that_its_mean_needs() {
        for (bar, alpha, percent) in
            [(70, 100, Some(60)), (70, 45, Some(5)), (70, 40, None), (100, 100, Some(0)), (100, 95, None)]
        {
            assert_eq!(Slack::new(bar, alpha).percent, percent, "{bar} {alpha}");
        }
    }
}
