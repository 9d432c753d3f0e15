//! A question and a part in, hits in [`Top`] out: every segment that can belong to the best is compared, few others are.
//!
//! A segment scores θ or more only if its tokens or its characters are alike enough by themselves. For any α,
//!
//! ```text
//! (Lc + Lt) / 2 ≥ θ   ⇒   Lt ≥ α   or   Lc > 2θ − α
//! ```
//!
//! Alike tokens are shared tokens: Lt ≥ α asks for ⌈α·p⌉ of the question's p tokens, counted with repetition. Alike
//! characters are shared grams: an edit touches at most q grams of q characters (the q-gram lemma, Ukkonen 1992), so
//! d edits leave all but q·d of them. Both are T-occurrence problems over posting lists: the T − n longest lists are not
//! read, and what occurs n times in the others is a candidate (Li, Lu, Lu, ICDE 2008). α is chosen for each question so
//! that the fewest postings are read: for Japanese, whose characters say more, it is high; for English, where long
//! texts share letters by chance, it is low.
//!
//! Candidates are taken by the best score their counts allow, tokens first (Levenshtein over some ten numbers), then
//! characters within what the tokens leave, until no candidate can reach the worst hit kept.

use std::ops::Range;

use super::entry::Attributes;
use super::levenshtein::Pattern;
use super::part::{Part, View, grams};
use super::plan::{Lists, Plan, Slack};
use super::postings::Postings;
use super::query::{Query, Standing};
use super::rows::{CharRows, TokenRows};
use super::score::{Distance, Parts, base};
use super::top::{Hit, Top};
use crate::model::SegmentId;

/// Comparisons between two looks whether to stop.
const PATIENCE: usize = 512;

/// Memory that searches share, one after the other.
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
    /// What was done, for whoever measures.
    pub work: Work,
}

/// How much a search had to do.
#[derive(Debug, Default, Clone, Copy)]
pub struct Work {
    /// Postings of tokens read.
    pub postings: u64,
    /// Candidates by tokens.
    pub candidates: u64,
    /// Postings of grams read.
    pub grams: u64,
    /// Candidates by grams.
    pub gram_candidates: u64,
    /// Token distances computed.
    pub tokens: u64,
    /// Character distances computed.
    pub characters: u64,
}

/// One search in one part.
struct Search<'a, F> {
    query: &'a Query,
    view: View<'a>,
    removed: &'a [u64],
    standing: &'a F,
    /// Number of characters and of tokens of the question.
    m: usize,
    p: usize,
}

/// Finds in `part` what is like `query`. `removed` holds a bit for each position that is gone; `standing` gives what a
/// segment starts with, or `None` where it is not wanted; `stop` is asked now and then. Gives whether it got through.
pub(super) fn find<F: Fn(&Attributes) -> Option<Standing>>(
    part: &Part,
    removed: &[u64],
    query: &Query,
    standing: &F,
    stop: &dyn Fn() -> bool,
    top: &mut Top,
    scratch: &mut Scratch,
) -> bool {
    let search = Search { query, view: part.view(), removed, standing, m: query.chars.len(), p: query.tokens.len() };
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

impl<F: Fn(&Attributes) -> Option<Standing>> Search<'_, F> {
    fn run(&self, gram: usize, stop: &dyn Fn() -> bool, top: &mut Top, scratch: &mut Scratch) -> bool {
        let (view, m) = (&self.view, self.m);
        let bar = usize::from(top.bar().min(100));
        // Lc ≥ 2θ − 1, and Lc is at most the ratio of lengths.
        let range = Slack::new(bar, 100).range(view, m);
        if range.is_empty() {
            return true;
        }
        let codes: Vec<u16> = self.query.chars.iter().map(|c| view.code(*c)).collect();
        scratch.char_rows.set(&codes, &mut scratch.chars);
        let places = self.token_places();
        let ranks: Vec<Option<u32>> = places.iter().map(|place| place.map(|place| view.rank(place))).collect();
        scratch.token_rows.set(&ranks, &mut scratch.tokens);
        let token_lists = self.token_lists(places, &range);
        let keys = gram_keys(&codes, gram);
        let gram_lists = self.gram_lists(&keys, &range);
        let Some((alpha, plan)) = super::plan::choose(bar, gram, m, &token_lists, &gram_lists) else {
            return self.scan(range, stop, top, scratch);
        };
        self.by_tokens(&token_lists, plan, top, scratch);
        let mut through = self.judge(None, top, scratch, stop);
        // What tokens did not find has Lt < α; the bar may be higher now.
        let slack = Slack::new(usize::from(top.bar().min(100)), alpha);
        if through && slack.is_possible() {
            let narrow = slack.range(view, m);
            let lists = self.gram_lists(&keys, &narrow);
            self.by_grams(&lists, (slack, alpha), gram, top, scratch);
            through = self.judge(Some(alpha), top, scratch, stop);
        }
        through
    }

    /// Puts what shares enough tokens into buckets.
    fn by_tokens(&self, lists: &Lists<'_>, plan: Plan, top: &Top, scratch: &mut Scratch) {
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

    /// Puts what shares enough grams, and has Lt < `alpha`, into buckets.
    fn by_grams(
        &self,
        lists: &Lists<'_>,
        (slack, alpha): (Slack, usize),
        gram: usize,
        top: &Top,
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

    /// Looks at every position of a range.
    fn scan(&self, range: Range<u32>, stop: &dyn Fn() -> bool, top: &mut Top, scratch: &mut Scratch) -> bool {
        for position in range.map(|position| position as usize) {
            let best = base(self.characters_by_length(position), self.tokens_by_shared(position, usize::MAX));
            scratch.bucket(best, position);
        }
        self.judge(None, top, scratch, stop)
    }

    /// Compares what is in the buckets, the most promising first, until none can be among the best; gives whether it got
    /// to the end, and leaves the buckets empty. What has Lt ≥ `alpha` was judged before.
    fn judge(&self, alpha: Option<usize>, top: &mut Top, scratch: &mut Scratch, stop: &dyn Fn() -> bool) -> bool {
        let mut buckets = std::mem::take(&mut scratch.buckets);
        let mut through = true;
        for (best, bucket) in buckets.iter_mut().enumerate().rev() {
            if through && best >= usize::from(top.bar().min(100)) {
                bucket.sort_unstable();
                for group in bucket.chunks(PATIENCE) {
                    group.iter().for_each(|position| self.compare(*position as usize, alpha, top, scratch));
                    through = through && !stop();
                }
            }
            bucket.clear();
        }
        scratch.buckets = buckets;
        through
    }

    /// Compares one segment and keeps it if it is among the best.
    fn compare(&self, position: usize, alpha: Option<usize>, top: &mut Top, scratch: &mut Scratch) {
        if self.removed.get(position / 64).is_some_and(|bits| bits >> (position % 64) & 1 == 1) {
            return;
        }
        let known = &self.view.attributes[position];
        let Some(standing) = (self.standing)(known) else { return };
        let bar = top.bar().saturating_add(standing.penalty);
        if bar > 101 {
            return;
        }
        let bar = u64::from(bar.min(100));
        let chars = self.view.chars(position);
        let mut tokens = std::mem::take(&mut scratch.ranks);
        self.view.tokens(position, &mut tokens);
        self.compare_with(position, (chars, &tokens), (standing, bar), alpha, top, scratch);
        scratch.ranks = tokens;
    }

    /// Compares with these characters and tokens; `bar` is what the base must reach.
    fn compare_with(
        &self,
        position: usize,
        (chars, tokens): (&[u16], &[u32]),
        (standing, bar): (Standing, u64),
        alpha: Option<usize>,
        top: &mut Top,
        scratch: &mut Scratch,
    ) {
        let (long, many) = (self.m.max(chars.len()), self.p.max(tokens.len()));
        let apart = self.m.abs_diff(chars.len());
        let Some(most) = allowed(many, long, apart, bar) else { return };
        scratch.work.tokens += 1;
        let known = &self.view.attributes[position];
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
        let parts = Parts::new(characters, by_tokens);
        let least = (chars.len().min(self.m), tokens.len().min(self.p));
        let score = self.query.score(parts.base, known, least).saturating_sub(standing.penalty);
        if score == 0 || score < top.bar() {
            return;
        }
        let common = scratch.chars.common(chars, |code| rows.row(code));
        let both = self.m + chars.len();
        top.add(Hit {
            id: SegmentId::new(self.view.ids[position]),
            reversed: known.is_reversed(),
            score,
            parts,
            preference: standing.preference,
            indel: Distance { edits: number(both - 2 * common), longest: number(both) },
            created: known.created,
        });
    }

    /// The places the tokens of the question have in the vocabulary of this part, in order.
    fn token_places(&self) -> Vec<Option<usize>> {
        self.query.tokens.iter().map(|hash| self.view.token_lists.keys.binary_search(hash).ok()).collect()
    }

    /// The lists of the tokens, one for each time a token occurs.
    fn token_lists(&self, mut places: Vec<Option<usize>>, range: &Range<u32>) -> Lists<'_> {
        places.sort_unstable();
        let times = |at: usize| places[..at].iter().rev().take_while(|place| **place == places[at]).count();
        let list = |at: usize| match places[at] {
            Some(place) => self.view.token_lists.list_at(place, number(times(at))),
            None => Postings::none(),
        };
        Lists::new((0..places.len()).map(list), range)
    }

    /// The lists of sorted grams.
    fn gram_lists(&self, keys: &[(u64, u32)], range: &Range<u32>) -> Lists<'_> {
        Lists::new(keys.iter().map(|(key, times)| self.view.gram_lists.list(*key, *times)), range)
    }

    /// The least edits of characters, by the lengths.
    fn characters_by_length(&self, position: usize) -> Distance {
        let length = self.view.length(position);
        Distance { edits: number(self.m.abs_diff(length)), longest: number(self.m.max(length)) }
    }

    /// The least edits of characters, where at most `shared` grams are shared.
    fn characters_by_grams(&self, position: usize, shared: usize, gram: usize) -> Distance {
        let by_length = self.characters_by_length(position);
        let lost = (by_length.longest as usize + gram - 1).saturating_sub(shared);
        Distance { edits: by_length.edits.max(number(lost.div_ceil(gram))), ..by_length }
    }

    /// The least edits of tokens, where at most `shared` are shared.
    fn tokens_by_shared(&self, position: usize, shared: usize) -> Distance {
        let few = usize::from(self.view.token_count[position]);
        // A text of many tokens may have any number from there on: then as many as share everything.
        let count = if few == usize::from(u8::MAX) { few.max(self.p) } else { few };
        let (many, shared) = (self.p.max(count), shared.min(self.p.min(count)));
        Distance { edits: number(many - shared), longest: number(many) }
    }
}

/// Whether the mean of two similarities is `bar` percent or more.
fn reaches(one: Distance, other: Distance, bar: u8) -> bool {
    let (a, b) = (u64::from(one.longest), u64::from(other.longest));
    let kept = (a - u64::from(one.edits)) * b + (b - u64::from(other.edits)) * a;
    50 * kept >= u64::from(bar) * a * b
}

/// The most edits of one side of length `long` that leave a mean of `bar` percent, when the other side, of length
/// `other`, has at least `edits`; `None` where there are none.
fn allowed(long: usize, other: usize, edits: usize, bar: u64) -> Option<usize> {
    let (long, other, edits) = (long as u64, other as u64, edits as u64);
    // 50 · ((long − x) / long + (other − edits) / other) ≥ bar, for x.
    let spare = (50 * (2 * other - edits)).checked_sub(bar * other)?;
    usize::try_from((long * spare / (50 * other)).min(long)).ok()
}

/// The most keys that can be shared by what was counted so often.
fn at_most(hits: usize, plan: Plan) -> usize {
    if hits == usize::from(u8::MAX) { usize::MAX } else { hits + plan.skipped }
}

/// The grams of a text, sorted, each with how often it came before.
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
