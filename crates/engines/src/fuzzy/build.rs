//! Builds the arrays of an index [`Part`] from segments.

use rustc_hash::FxHashMap;

use super::attributes::Attributes;
use super::layout::{ArrayName, ArrayWriter};
use super::part::{FIRST_CODE, MOST_CODES, Part, encode_rank, grams};
use super::postings::EncodedLists;
use super::segment::IndexedSegment;

/// Builds one part, or several if the segments have more distinct characters than a part can number.
pub(super) fn build(mut segments: Vec<IndexedSegment>, gram: usize) -> Vec<Part> {
    segments.sort_by_key(|segment| (segment.chars.len(), segment.id, segment.attributes.is_reversed()));
    let mut alphabet: Vec<u32> = Vec::new();
    let mut seen = rustc_hash::FxHashSet::default();
    for c in segments.iter().flat_map(|segment| &segment.chars) {
        if seen.insert(*c) {
            alphabet.push(u32::from(*c));
        }
    }
    drop(seen);
    if alphabet.len() > MOST_CODES && segments.len() > 1 {
        let rest = segments.split_off(segments.len() / 2);
        let mut parts = build(segments, gram);
        parts.extend(build(rest, gram));
        return parts;
    }
    alphabet.sort_unstable();
    vec![build_part(&segments, &alphabet, gram)]
}

fn build_part(segments: &[IndexedSegment], alphabet: &[u32], gram: usize) -> Part {
    let count = segments.len();
    let mut arrays = ArrayWriter::new(count, gram);
    arrays.add(ArrayName::Alphabet, alphabet);
    let code_of: FxHashMap<u32, u16> = alphabet.iter().copied().zip(FIRST_CODE..).collect();

    let longest = segments.last().map_or(0, |segment| segment.chars.len());
    let mut first_of_length = vec![0_u32; longest + 2];
    for segment in segments {
        first_of_length[segment.chars.len() + 1] += 1;
    }
    prefix_sums(&mut first_of_length);
    arrays.add(ArrayName::FirstOfLength, &first_of_length);

    arrays.add(ArrayName::CharStart, &starts(segments.iter().map(|segment| segment.chars.len())));
    let codes = |segment: &IndexedSegment| -> Vec<u16> {
        segment.chars.iter().map(|c| code_of.get(&u32::from(*c)).copied().unwrap_or_default()).collect()
    };
    arrays.add(ArrayName::Chars, &segments.iter().flat_map(codes).collect::<Vec<u16>>());

    let lists = ListBuilder::of(count, |position, keys| keys.extend(&segments[position].tokens));
    let ranks = lists.ranks();
    let rank = |hash: &u64| lists.keys.binary_search(hash).ok().map_or(0, |at| ranks[at]);
    let mut token_start = Vec::with_capacity(count + 1);
    let mut tokens: Vec<u16> = Vec::new();
    token_start.push(0);
    for segment in segments {
        tokens.extend(segment.tokens.iter().map(rank).flat_map(encode_rank));
        token_start.push(number(tokens.len()));
    }
    arrays.add(ArrayName::TokenStart, &token_start);
    arrays.add(ArrayName::Tokens, &tokens);
    arrays.add(ArrayName::TokenRanks, &ranks);
    drop((tokens, token_start, ranks));
    let capped_count = |segment: &IndexedSegment| u8::try_from(segment.tokens.len()).unwrap_or(u8::MAX);
    arrays.add(ArrayName::TokenCount, &segments.iter().map(capped_count).collect::<Vec<u8>>());
    arrays.add(ArrayName::Vocabulary, &lists.keys);
    arrays.add(ArrayName::TokenLists, &lists.first);
    let encoded = EncodedLists::new(&lists.start, &lists.postings, count);
    drop(lists);
    arrays.add(ArrayName::TokenListStart, &encoded.start);
    arrays.add(ArrayName::TokenPostings, &encoded.units);

    let lists = ListBuilder::of(count, |position, keys| grams(&codes(&segments[position]), gram, keys));
    arrays.add(ArrayName::Grams, &lists.keys);
    arrays.add(ArrayName::GramLists, &lists.first);
    let encoded = EncodedLists::new(&lists.start, &lists.postings, count);
    drop(lists);
    arrays.add(ArrayName::GramListStart, &encoded.start);
    arrays.add(ArrayName::GramPostings, &encoded.units);
    drop(encoded);

    arrays.add(ArrayName::Ids, &segments.iter().map(|segment| segment.id.get()).collect::<Vec<i64>>());
    let mut by_id: Vec<u32> = (0..number(count)).collect();
    by_id.sort_by_key(|position| segments.get(*position as usize).map(|segment| segment.id));
    arrays.add(ArrayName::ById, &by_id);
    arrays.add(ArrayName::Attributes, &segments.iter().map(|segment| segment.attributes).collect::<Vec<Attributes>>());
    Part::of(arrays.finish())
}

/// Posting lists by key. A key that occurs n times at one position has n lists: of the positions with at least one occurrence,
/// with at least two, and so on.
#[derive(Default)]
struct ListBuilder {
    keys: Vec<u64>,
    first: Vec<u32>,
    start: Vec<u32>,
    postings: Vec<u32>,
}

impl ListBuilder {
    fn of(count: usize, keys_of: impl Fn(usize, &mut Vec<u64>)) -> Self {
        // First number the keys in the order they are met and count how often each occurs at most at one position. The keys
        // of a position are sorted, so that repetitions are adjacent.
        let mut met: FxHashMap<u64, u32> = FxHashMap::default();
        let mut often: Vec<u32> = Vec::new();
        let mut all: Vec<u32> = Vec::new();
        let mut ends: Vec<usize> = Vec::with_capacity(count);
        let mut keys = Vec::new();
        for position in 0..count {
            keys.clear();
            keys_of(position, &mut keys);
            keys.sort_unstable();
            let mut times = 0;
            for (at, key) in keys.iter().enumerate() {
                times = if at > 0 && keys[at - 1] == *key { times + 1 } else { 1 };
                let next = number(met.len());
                let met = *met.entry(*key).or_insert(next);
                if met == next {
                    often.push(0);
                }
                let most = &mut often[met as usize];
                *most = (*most).max(times);
                all.push(met);
            }
            ends.push(all.len());
        }
        let mut order: Vec<(u64, u32)> = met.into_iter().collect();
        order.sort_unstable();
        let mut first = Vec::with_capacity(order.len() + 1);
        let mut first_of = vec![0_u32; often.len()];
        let mut lists = 0;
        for (_, met) in &order {
            first.push(lists);
            first_of[*met as usize] = lists;
            lists += often[*met as usize];
        }
        first.push(lists);
        let mut start = vec![0_u32; lists as usize + 1];
        for_each_key(&all, &ends, |_, met, times| start[(first_of[met as usize] + times) as usize + 1] += 1);
        prefix_sums(&mut start);
        let mut next = start.clone();
        let mut postings = vec![0_u32; all.len()];
        for_each_key(&all, &ends, |position, met, times| {
            let slot = &mut next[(first_of[met as usize] + times) as usize];
            postings[*slot as usize] = position;
            *slot += 1;
        });
        Self { keys: order.into_iter().map(|(key, _)| key).collect(), first, start, postings }
    }

    /// For each key, its rank by the number of positions that have it, the most frequent first.
    fn ranks(&self) -> Vec<u32> {
        let size = |at: &u32| {
            let list = self.first[*at as usize] as usize;
            self.start[list + 1] - self.start[list]
        };
        let mut order: Vec<u32> = (0..number(self.keys.len())).collect();
        order.sort_by_key(|at| (std::cmp::Reverse(size(at)), *at));
        let mut ranks = vec![0; order.len()];
        for (rank, at) in (0..).zip(order) {
            ranks[at as usize] = rank;
        }
        ranks
    }
}

/// Calls `call` with each position, key, and how often the key occurred before at this position.
fn for_each_key(all: &[u32], ends: &[usize], mut call: impl FnMut(u32, u32, u32)) {
    let mut start = 0;
    for (position, end) in ends.iter().enumerate() {
        let mut times = 0;
        for at in start..*end {
            times = if at > start && all[at - 1] == all[at] { times + 1 } else { 0 };
            call(number(position), all[at], times);
        }
        start = *end;
    }
}

fn starts(lengths: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut at = 0;
    let mut starts = vec![0];
    for length in lengths {
        at += number(length);
        starts.push(at);
    }
    starts
}

/// Replaces each number by the sum of all numbers up to it.
fn prefix_sums(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
