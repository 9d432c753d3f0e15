//! The search in one part: compares every segment that can be among the best hits, and few others.
//!
//! A segment scores θ or more only if its tokens or its characters are similar enough by themselves. Let Lc and Lt be the
//! similarities of characters and of tokens. For any α,
//!
//! ```text
//! (Lc + Lt) / 2 ≥ θ   ⇒   Lt ≥ α   or   Lc > 2θ − α
//! ```
//!
//! Similar token sequences share tokens: Lt ≥ α requires ⌈α·p⌉ of the query's p tokens, counted with repetition. Similar
//! character sequences share grams: an edit touches at most q grams of q characters (the q-gram lemma, Ukkonen 1992), so d
//! edits leave all but q·d of them. Both are T-occurrence problems over posting lists: the T − n longest lists are not read,
//! and what occurs n times in the others is a candidate (Li, Lu, Lu, ICDE 2008). α is chosen for each query so that the fewest
//! postings are read: it is high for Japanese, whose characters carry more information, and low for English, where long texts
//! share letters by chance.
//!
//! Candidates are compared in order of the best score their counts allow, tokens first (Levenshtein over some ten numbers),
//! then characters within what the tokens leave, until no candidate can beat the worst hit kept.

use std::ops::Range;

use super::attributes::Attributes;
use super::hits::{Hit, TopHits};
use super::part::{Part, PartView, grams};
use super::plan::{Plan, QueryLists, Slack};
use super::postings::Postings;
use super::query::{Query, RankAdjustment};
use super::rows::{CharRows, TokenRows};
use super::score::{Distance, ScoreParts, base};
use crate::model::SegmentId;
use crate::text::edit_distance::Pattern;

/// How many comparisons are made between two calls of `stop`.
const STOP_INTERVAL: usize = 512;

/// Buffers that are reused from one search to the next.
#[derive(Debug, Default)]
pub struct Scratch {
    hits: Vec<u8>,
    found: Vec<u16>,
    ranks: Vec<u32>,
    buckets: Vec<Vec<u32>>,
    char_rows: CharRows,
    chars: Pattern,
    token_rows: TokenRows,
    tokens: Pattern,
    /// How much work the searches did, for benchmarks.
    pub work: WorkCounts,
}

/// Counts of the work done by searches.
#[derive(Debug, Default, Clone, Copy)]
pub struct WorkCounts {
    /// Token postings read.
    pub postings: u64,
    /// Candidates found by tokens.
    pub candidates: u64,
    /// Gram postings read.
    pub grams: u64,
    /// Candidates found by grams.
    pub gram_candidates: u64,
    /// Token distances computed.
    pub tokens: u64,
    /// Character distances computed.
    pub characters: u64,
}

/// A search in one part.
struct PartSearch<'a, F> {
    query: &'a Query,
    view: PartView<'a>,
    removed: &'a [u64],
    adjustment: &'a F,
    /// The numbers of characters and of tokens of the query.
    m: usize,
    p: usize,
}

/// Searches `part` for segments similar to `query` and adds them to `top`. `removed` has a bit for each position; `adjustment`
/// and `stop` are those of [`super::Index::search`]. Returns whether it ran to its end.
pub(super) fn search_part<F: Fn(&Attributes) -> Option<RankAdjustment>>(
    part: &Part,
    removed: &[u64],
    query: &Query,
    adjustment: &F,
    stop: &dyn Fn() -> bool,
    top: &mut TopHits,
    scratch: &mut Scratch,
) -> bool {
    let search =
        PartSearch { query, view: part.view(), removed, adjustment, m: query.chars.len(), p: query.tokens.len() };
    if query.is_empty() || part.len() == 0 {
        return true;
    }
    search.run(part.gram(), stop, top, scratch)
}

impl Scratch {
    fn bucket(&mut self, best: u8, position: usize) {
        if self.buckets.is_empty() {
            self.buckets.resize_with(101, Vec::new);
        }
        if let Some(bucket) = self.buckets.get_mut(usize::from(best)) {
            bucket.push(number(position));
        }
    }
}

impl<F: Fn(&Attributes) -> Option<RankAdjustment>> PartSearch<'_, F> {
    fn run(&self, gram: usize, stop: &dyn Fn() -> bool, top: &mut TopHits, scratch: &mut Scratch) -> bool {
        let (view, m) = (&self.view, self.m);
        let bar = usize::from(top.bar().min(100));
        // Lc ≥ 2θ − 1, and Lc is at most the ratio of the lengths.
        let range = Slack::new(bar, 100).range(view, m);
        if range.is_empty() {
            return true;
        }
        let codes: Vec<u16> = self.query.chars.iter().map(|c| view.code(*c)).collect();
        scratch.char_rows.set(&codes, &mut scratch.chars);
        let indexes = self.token_indexes();
        let ranks: Vec<Option<u32>> = indexes.iter().map(|index| index.map(|index| view.rank(index))).collect();
        scratch.token_rows.set(&ranks, &mut scratch.tokens);
        let token_lists = self.token_lists(indexes, &range);
        let keys = gram_keys(&codes, gram);
        let gram_lists = self.gram_lists(&keys, &range);
        let Some((alpha, plan)) = super::plan::choose_plan(bar, gram, m, &token_lists, &gram_lists) else {
            return self.scan(range, stop, top, scratch);
        };
        self.by_tokens(&token_lists, plan, top, scratch);
        let mut completed = self.compare_buckets(None, top, scratch, stop);
        // Whatever the tokens did not find has Lt < α; the bar may be higher now.
        let slack = Slack::new(usize::from(top.bar().min(100)), alpha);
        if completed && slack.is_possible() {
            let narrow = slack.range(view, m);
            let lists = self.gram_lists(&keys, &narrow);
            self.by_grams(&lists, (slack, alpha), gram, top, scratch);
            completed = self.compare_buckets(Some(alpha), top, scratch, stop);
        }
        completed
    }

    /// Puts segments that share enough tokens into buckets.
    fn by_tokens(&self, lists: &QueryLists<'_>, plan: Plan, top: &TopHits, scratch: &mut Scratch) {
        let bar = top.bar().min(100);
        let mut candidates = 0;
        let (mut hits, mut found) = (std::mem::take(&mut scratch.hits), std::mem::take(&mut scratch.found));
        lists.count(plan, &mut hits, &mut found, |position, hits| {
            candidates += 1;
            let tokens = self.tokens_by_shared(position, at_most(hits, plan));
            let characters = self.characters_by_length(position);
            if reaches(characters, tokens, bar) {
                scratch.bucket(base(characters, tokens), position);
            }
        });
        (scratch.hits, scratch.found) = (hits, found);
        scratch.work.postings += plan.postings as u64;
        scratch.work.candidates += candidates;
    }

    /// Puts segments that share enough grams and have Lt < `alpha` into buckets.
    fn by_grams(
        &self,
        lists: &QueryLists<'_>,
        (slack, alpha): (Slack, usize),
        gram: usize,
        top: &TopHits,
        scratch: &mut Scratch,
    ) {
        let plan = lists.plan_grams(slack.least_grams(self.m, gram));
        let bar = top.bar().min(100);
        let tokens = Distance { edits: number(100 - alpha), longest: 100 };
        let mut candidates = 0;
        let (mut hits, mut found) = (std::mem::take(&mut scratch.hits), std::mem::take(&mut scratch.found));
        lists.count(plan, &mut hits, &mut found, |position, hits| {
            candidates += 1;
            let characters = self.characters_by_grams(position, at_most(hits, plan), gram);
            if reaches(characters, tokens, bar) {
                scratch.bucket(base(characters, tokens), position);
            }
        });
        (scratch.hits, scratch.found) = (hits, found);
        scratch.work.grams += plan.postings as u64;
        scratch.work.gram_candidates += candidates;
    }

    /// Considers every position of a range.
    fn scan(&self, range: Range<u32>, stop: &dyn Fn() -> bool, top: &mut TopHits, scratch: &mut Scratch) -> bool {
        for position in range.map(|position| position as usize) {
            let best = base(self.characters_by_length(position), self.tokens_by_shared(position, None));
            scratch.bucket(best, position);
        }
        self.compare_buckets(None, top, scratch, stop)
    }

    /// Compares the segments in the buckets, the most promising first, until none can be among the best. Leaves the buckets
    /// empty and returns whether it was not stopped. Segments with Lt ≥ `alpha` were compared before.
    fn compare_buckets(
        &self,
        alpha: Option<usize>,
        top: &mut TopHits,
        scratch: &mut Scratch,
        stop: &dyn Fn() -> bool,
    ) -> bool {
        let mut buckets = std::mem::take(&mut scratch.buckets);
        let mut completed = true;
        for (best, bucket) in buckets.iter_mut().enumerate().rev() {
            if completed && best >= usize::from(top.bar().min(100)) {
                bucket.sort_unstable();
                for group in bucket.chunks(STOP_INTERVAL) {
                    group.iter().for_each(|position| self.compare(*position as usize, alpha, top, scratch));
                    completed = completed && !stop();
                }
            }
            bucket.clear();
        }
        scratch.buckets = buckets;
        completed
    }

    /// Compares one segment and adds it to `top` if it is among the best.
    fn compare(&self, position: usize, alpha: Option<usize>, top: &mut TopHits, scratch: &mut Scratch) {
        if self.removed.get(position / 64).is_some_and(|bits| bits >> (position % 64) & 1 == 1) {
            return;
        }
        let attributes = &self.view.attributes[position];
        let Some(adjustment) = (self.adjustment)(attributes) else { return };
        let bar = top.bar().saturating_add(adjustment.penalty);
        if bar > 101 {
            return;
        }
        let bar = u64::from(bar.min(100));
        let chars = self.view.chars(position);
        let mut tokens = std::mem::take(&mut scratch.ranks);
        self.view.tokens(position, &mut tokens);
        self.compare_with(position, (chars, &tokens), (adjustment, bar), alpha, top, scratch);
        scratch.ranks = tokens;
    }

    /// Compares these characters and tokens; `bar` is the base score they must reach.
    fn compare_with(
        &self,
        position: usize,
        (chars, tokens): (&[u16], &[u32]),
        (adjustment, bar): (RankAdjustment, u64),
        alpha: Option<usize>,
        top: &mut TopHits,
        scratch: &mut Scratch,
    ) {
        let (long, many) = (self.m.max(chars.len()), self.p.max(tokens.len()));
        let apart = self.m.abs_diff(chars.len());
        let Some(most) = allowed(many, long, apart, bar) else { return };
        scratch.work.tokens += 1;
        let attributes = &self.view.attributes[position];
        let rows = &scratch.token_rows;
        let Some(edits) = scratch.tokens.distance(tokens, most, |token| rows.row(token)) else { return };
        if alpha.is_some_and(|alpha| 100 * (many - edits) >= alpha * many) {
            return;
        }
        let by_tokens = Distance { edits: number(edits), longest: number(many) };
        let Some(most) = allowed(long, many, edits, bar) else { return };
        scratch.work.characters += 1;
        let rows = &scratch.char_rows;
        let Some(edits) = scratch.chars.distance(chars, most, |code| rows.row(code)) else { return };
        let characters = Distance { edits: number(edits), longest: number(long) };
        let parts = ScoreParts::new(characters, by_tokens);
        let least = (chars.len().min(self.m), tokens.len().min(self.p));
        let score = self.query.score(parts.base, attributes, least).saturating_sub(adjustment.penalty);
        if score == 0 || score < top.bar() {
            return;
        }
        let common = scratch.chars.common(chars, |code| rows.row(code));
        let both = self.m + chars.len();
        top.add(Hit {
            id: SegmentId::new(self.view.ids[position]),
            reversed: attributes.is_reversed(),
            score,
            parts,
            preference: adjustment.preference,
            indel: Distance { edits: number(both - 2 * common), longest: number(both) },
            created: attributes.created,
        });
    }

    /// The indexes of the query's tokens in the vocabulary of this part, in order.
    fn token_indexes(&self) -> Vec<Option<usize>> {
        self.query.tokens.iter().map(|hash| self.view.token_lists.keys.binary_search(hash).ok()).collect()
    }

    /// The posting lists of the tokens, one for each time a token occurs.
    fn token_lists(&self, mut indexes: Vec<Option<usize>>, range: &Range<u32>) -> QueryLists<'_> {
        indexes.sort_unstable();
        let times = |at: usize| indexes[..at].iter().rev().take_while(|index| **index == indexes[at]).count();
        let list = |at: usize| match indexes[at] {
            Some(index) => self.view.token_lists.list_at(index, number(times(at))),
            None => Postings::none(),
        };
        QueryLists::new((0..indexes.len()).map(list), range)
    }

    /// The posting lists of sorted grams.
    fn gram_lists(&self, keys: &[(u64, u32)], range: &Range<u32>) -> QueryLists<'_> {
        QueryLists::new(keys.iter().map(|(key, times)| self.view.gram_lists.list(*key, *times)), range)
    }

    /// A lower bound of the character edits by the lengths.
    fn characters_by_length(&self, position: usize) -> Distance {
        let length = self.view.length(position);
        Distance { edits: number(self.m.abs_diff(length)), longest: number(self.m.max(length)) }
    }

    /// A lower bound of the character edits if at most `shared` grams are shared.
    fn characters_by_grams(&self, position: usize, shared: Option<usize>, gram: usize) -> Distance {
        let by_length = self.characters_by_length(position);
        let Some(shared) = shared else { return by_length };
        let lost = (by_length.longest as usize + gram - 1).saturating_sub(shared);
        Distance { edits: by_length.edits.max(number(lost.div_ceil(gram))), ..by_length }
    }

    /// A lower bound of the token edits if at most `shared` tokens are shared.
    fn tokens_by_shared(&self, position: usize, shared: Option<usize>) -> Distance {
        let capped = usize::from(self.view.token_count[position]);
        // A capped count stands for any larger number; assume the one that shares most.
        let count = if capped == usize::from(u8::MAX) { capped.max(self.p) } else { capped };
        let (many, few) = (self.p.max(count), self.p.min(count));
        let shared = shared.map_or(few, |shared| shared.min(few));
        Distance { edits: number(many - shared), longest: number(many) }
    }
}

/// Whether the mean of two similarities is `bar` percent or more.
fn reaches(one: Distance, other: Distance, bar: u8) -> bool {
    let (a, b) = (u64::from(one.longest), u64::from(other.longest));
    let unchanged = (a - u64::from(one.edits)) * b + (b - u64::from(other.edits)) * a;
    50 * unchanged >= u64::from(bar) * a * b
}

/// The most edits over a length of `long` that leave a mean of `bar` percent if the other similarity, over a length of `other`,
/// has at least `edits`; `None` if not even zero edits do.
fn allowed(long: usize, other: usize, edits: usize, bar: u64) -> Option<usize> {
    let (long, other, edits) = (long as u64, other as u64, edits as u64);
    // 50 · ((long − x) / long + (other − edits) / other) ≥ bar, for x.
    let spare = (50 * (2 * other - edits)).checked_sub(bar * other)?;
    usize::try_from((long * spare / (50 * other)).min(long)).ok()
}

/// The largest number of keys shared by a position that was counted this often; `None` if the count is full, so that it may be
/// any number.
#[inline]
fn at_most(hits: usize, plan: Plan) -> Option<usize> {
    (hits != usize::from(u8::MAX)).then_some(hits + plan.skipped)
}

/// The grams of a text, sorted, each with how often it occurred before.
fn gram_keys(codes: &[u16], gram: usize) -> Vec<(u64, u32)> {
    let mut keys = Vec::with_capacity(codes.len() + gram);
    grams(codes, gram, &mut keys);
    keys.sort_unstable();
    let mut counted: Vec<(u64, u32)> = Vec::with_capacity(keys.len());
    for key in keys {
        let times = counted.last().filter(|(last, _)| *last == key).map_or(0, |(_, times)| times + 1);
        counted.push((key, times));
    }
    counted
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
