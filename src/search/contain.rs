//! Pieces of text, or words, in; the numbers of all segments that contain them out.

use super::entry::Attributes;
use super::index::Index;
use super::part::{Part, UNKNOWN, grams};
use super::plan::Lists;
use super::postings::Postings;
use crate::model::SegmentId;

/// Grams of a piece that are looked up: the rarest of them leave few segments to look at.
const LOOKED_UP: usize = 6;

/// Positions between two looks whether to stop.
const PATIENCE: usize = 1 << 14;

/// Segments that contain what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Containing {
    /// Their numbers, the newest first, each once.
    pub ids: Vec<SegmentId>,
    /// Whether everything was looked at; `false` where the search was stopped.
    pub complete: bool,
}

impl Index {
    /// The segments whose form N2 contains every one of `pieces`, of those `wanted`. No pieces are contained in all.
    pub fn containing(
        &self,
        pieces: &[Vec<char>],
        wanted: impl Fn(&Attributes) -> bool,
        stop: &dyn Fn() -> bool,
    ) -> Containing {
        self.gather(wanted, stop, |part, call| by_pieces(part, pieces, call))
    }

    /// The segments that have at least one token of each group, of those `wanted`. Tokens are given in the form N2.
    pub fn with_tokens(
        &self,
        groups: &[Vec<String>],
        wanted: impl Fn(&Attributes) -> bool,
        stop: &dyn Fn() -> bool,
    ) -> Containing {
        let hashes: Vec<Vec<u64>> = groups
            .iter()
            .map(|group| group.iter().map(|token| xxhash_rust::xxh3::xxh3_64(token.as_bytes())).collect())
            .collect();
        self.gather(wanted, stop, |part, call| by_tokens(part, &hashes, call))
    }

    fn gather(
        &self,
        wanted: impl Fn(&Attributes) -> bool,
        stop: &dyn Fn() -> bool,
        find: impl Fn(&Part, &mut dyn FnMut(usize) -> bool) -> bool,
    ) -> Containing {
        let mut ids = Vec::new();
        let mut complete = true;
        for slice in self.parts.iter().filter(|_| !self.is_empty()) {
            let view = slice.part.view();
            let mut looked = 0_usize;
            complete &= find(&slice.part, &mut |position| {
                let gone = slice.removed[position / 64] >> (position % 64) & 1 == 1;
                if !gone && wanted(&view.attributes[position]) {
                    ids.push(view.ids[position]);
                }
                looked += 1;
                !looked.is_multiple_of(PATIENCE) || !stop()
            });
            if stop() {
                complete = false;
                break;
            }
        }
        ids.sort_unstable_by(|one, other| other.cmp(one));
        ids.dedup();
        Containing { ids, complete }
    }
}

/// Calls with each position that contains all pieces, as long as that says to go on; gives whether it got through.
fn by_pieces(part: &Part, pieces: &[Vec<char>], call: &mut dyn FnMut(usize) -> bool) -> bool {
    let view = part.view();
    let coded: Vec<Vec<u16>> = pieces.iter().map(|piece| piece.iter().map(|c| view.code(*c)).collect()).collect();
    if coded.iter().flatten().any(|code| *code == UNKNOWN) {
        return true;
    }
    let contains = |position: usize| coded.iter().all(|piece| holds(view.chars(position), piece));
    let mut keys: Vec<u64> = Vec::new();
    for piece in coded.iter().filter(|piece| piece.len() >= part.gram()) {
        let mut all = Vec::new();
        grams(piece, part.gram(), &mut all);
        // Without those that reach before and beyond the piece.
        keys.extend_from_slice(&all[part.gram() - 1..piece.len()]);
    }
    keys.sort_unstable();
    keys.dedup();
    let everything = 0..u32::try_from(part.len()).unwrap_or(u32::MAX);
    let mut lists: Vec<Postings<'_>> = keys.iter().map(|key| view.gram_lists.list(*key, 0)).collect();
    lists.sort_by_key(|list| list.count(&everything));
    lists.truncate(LOOKED_UP);
    if lists.is_empty() {
        return (0..part.len()).filter(|position| contains(*position)).all(call);
    }
    shared_by_all(lists, part.len()).into_iter().filter(|position| contains(*position)).all(call)
}

/// Calls with each position that has a token of each group.
fn by_tokens(part: &Part, groups: &[Vec<u64>], call: &mut dyn FnMut(usize) -> bool) -> bool {
    let view = part.view();
    let mut left: Option<Vec<usize>> = None;
    for group in groups {
        let mut found: Vec<usize> =
            group.iter().flat_map(|token| shared_by_all(vec![view.token_lists.list(*token, 0)], part.len())).collect();
        found.sort_unstable();
        found.dedup();
        left = Some(match left {
            None => found,
            Some(left) => left.into_iter().filter(|position| found.binary_search(position).is_ok()).collect(),
        });
    }
    left.unwrap_or_default().into_iter().all(call)
}

/// The positions that are in all of these lists.
fn shared_by_all(lists: Vec<Postings<'_>>, count: usize) -> Vec<usize> {
    let all = lists.len();
    let range = 0..u32::try_from(count).unwrap_or(u32::MAX);
    let lists = Lists::new(lists.into_iter(), &range);
    let (mut hits, mut found, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    lists.count(lists.plan_all(all), &mut hits, &mut found, |position, _| shared.push(position));
    shared
}

/// Whether `text` holds `piece` without a gap.
fn holds(text: &[u16], piece: &[u16]) -> bool {
    match piece {
        [] => true,
        [one] => text.contains(one),
        [first, ..] => {
            let last = (text.len() + 1).saturating_sub(piece.len());
            (0..last).any(|at| text[at] == *first && text[at..].starts_with(piece))
        }
    }
}
