//! Entries in, the arrays of a [`Part`] out.

use rustc_hash::FxHashMap;

use super::entry::{Attributes, Entry};
use super::layout::{Packer, Section};
use super::part::{FIRST_CODE, MOST_CODES, Part, grams, rank_units};
use super::postings::Encoded;

/// The parts these entries make: one, or several where they hold more distinct characters than one can number.
pub(super) fn build(mut entries: Vec<Entry>, gram: usize) -> Vec<Part> {
    entries.sort_by_key(|entry| (entry.chars.len(), entry.id, entry.attributes.is_reversed()));
    let mut alphabet: Vec<u32> = Vec::new();
    let mut known = rustc_hash::FxHashSet::default();
    for c in entries.iter().flat_map(|entry| &entry.chars) {
        if known.insert(*c) {
            alphabet.push(u32::from(*c));
        }
    }
    drop(known);
    if alphabet.len() > MOST_CODES && entries.len() > 1 {
        let rest = entries.split_off(entries.len() / 2);
        let mut parts = build(entries, gram);
        parts.extend(build(rest, gram));
        return parts;
    }
    alphabet.sort_unstable();
    vec![one(&entries, &alphabet, gram)]
}

fn one(entries: &[Entry], alphabet: &[u32], gram: usize) -> Part {
    let count = entries.len();
    let mut pack = Packer::new(count, gram);
    pack.add(Section::Alphabet, alphabet);
    let code_of: FxHashMap<u32, u16> = alphabet.iter().copied().zip(FIRST_CODE..).collect();

    let longest = entries.last().map_or(0, |entry| entry.chars.len());
    let mut first_of_length = vec![0_u32; longest + 2];
    for entry in entries {
        first_of_length[entry.chars.len() + 1] += 1;
    }
    add_up(&mut first_of_length);
    pack.add(Section::FirstOfLength, &first_of_length);

    pack.add(Section::CharStart, &starts(entries.iter().map(|entry| entry.chars.len())));
    let codes = |entry: &Entry| -> Vec<u16> {
        entry.chars.iter().map(|c| code_of.get(&u32::from(*c)).copied().unwrap_or_default()).collect()
    };
    pack.add(Section::Chars, &entries.iter().flat_map(codes).collect::<Vec<u16>>());

    let lists = Lists::of(count, |position, keys| keys.extend(&entries[position].tokens));
    let ranks = lists.ranks();
    let rank = |hash: &u64| lists.keys.binary_search(hash).ok().map_or(0, |at| ranks[at]);
    let mut token_start = Vec::with_capacity(count + 1);
    let mut tokens: Vec<u16> = Vec::new();
    token_start.push(0);
    for entry in entries {
        tokens.extend(entry.tokens.iter().map(rank).flat_map(rank_units));
        token_start.push(number(tokens.len()));
    }
    pack.add(Section::TokenStart, &token_start);
    pack.add(Section::Tokens, &tokens);
    pack.add(Section::TokenRanks, &ranks);
    drop((tokens, token_start, ranks));
    let few = |entry: &Entry| u8::try_from(entry.tokens.len()).unwrap_or(u8::MAX);
    pack.add(Section::TokenCount, &entries.iter().map(few).collect::<Vec<u8>>());
    pack.add(Section::Vocabulary, &lists.keys);
    pack.add(Section::TokenLists, &lists.first);
    let encoded = Encoded::new(&lists.start, &lists.postings, count);
    drop(lists);
    pack.add(Section::TokenListStart, &encoded.start);
    pack.add(Section::TokenPostings, &encoded.units);

    let lists = Lists::of(count, |position, keys| grams(&codes(&entries[position]), gram, keys));
    pack.add(Section::Grams, &lists.keys);
    pack.add(Section::GramLists, &lists.first);
    let encoded = Encoded::new(&lists.start, &lists.postings, count);
    drop(lists);
    pack.add(Section::GramListStart, &encoded.start);
    pack.add(Section::GramPostings, &encoded.units);
    drop(encoded);

    pack.add(Section::Ids, &entries.iter().map(|entry| entry.id.get()).collect::<Vec<i64>>());
    let mut by_id: Vec<u32> = (0..number(count)).collect();
    by_id.sort_by_key(|position| entries.get(*position as usize).map(|entry| entry.id));
    pack.add(Section::ById, &by_id);
    pack.add(Section::Attributes, &entries.iter().map(|entry| entry.attributes).collect::<Vec<Attributes>>());
    Part::of(pack.finish())
}

/// Lists of positions: for each key one for each time it occurs at one position.
#[derive(Default)]
struct Lists {
    keys: Vec<u64>,
    first: Vec<u32>,
    start: Vec<u32>,
    postings: Vec<u32>,
}

impl Lists {
    fn of(count: usize, keys_of: impl Fn(usize, &mut Vec<u64>)) -> Self {
        // First the keys in the order they are met, with how often each occurs at most; positions keep theirs sorted, so
        // that the times a key occurs stand side by side.
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
        each(&all, &ends, |_, met, times| start[(first_of[met as usize] + times) as usize + 1] += 1);
        add_up(&mut start);
        let mut next = start.clone();
        let mut postings = vec![0_u32; all.len()];
        each(&all, &ends, |position, met, times| {
            let place = &mut next[(first_of[met as usize] + times) as usize];
            postings[*place as usize] = position;
            *place += 1;
        });
        Self { keys: order.into_iter().map(|(key, _)| key).collect(), first, start, postings }
    }

    /// For each key its rank by the number of positions that have it, the most first.
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

/// Calls with the position, the key and how often it came before at this position.
fn each(all: &[u32], ends: &[usize], mut call: impl FnMut(u32, u32, u32)) {
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

/// Each number becomes the sum of all up to it.
fn add_up(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
