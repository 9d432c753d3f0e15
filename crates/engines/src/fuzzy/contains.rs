//! Finds every segment that contains given pieces of text or words: the index side of a concordance search.

use super::attributes::Attributes;
use super::index::Index;
use super::part::{Part, PartView, UNKNOWN};
use super::plan::QueryLists;
use super::postings::Postings;
use crate::model::SegmentId;

/// How many posting lists are intersected: the rarest ones leave few segments to check.
const INTERSECTED: usize = 6;

/// How many positions are checked between two calls of `stop`.
const STOP_INTERVAL: usize = 1 << 14;

/// What a text must contain: all of the pieces and all of the words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ContainsQuery {
    /// Contiguous pieces of the comparable form N2 in lower case; they also match upper case.
    pub pieces: Vec<Vec<char>>,
    /// Words, each given as the N2 tokens that count as it.
    pub words: Vec<Vec<String>>,
}

/// The segments that satisfy a [`ContainsQuery`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContainsResult {
    /// Their identifiers, the newest first, each once.
    pub ids: Vec<SegmentId>,
    /// Whether the search ran to its end; `false` if it was stopped.
    pub complete: bool,
}

impl Index {
    /// The segments that satisfy `query` and for which `filter` is true. `stop` is called now and then; the search ends early
    /// once it returns true.
    pub fn containing(
        &self,
        query: &ContainsQuery,
        filter: impl Fn(&Attributes) -> bool,
        stop: &dyn Fn() -> bool,
    ) -> ContainsResult {
        let hash = |token: &String| xxhash_rust::xxh3::xxh3_64(token.as_bytes());
        let words: Vec<Vec<u64>> = query.words.iter().map(|forms| forms.iter().map(hash).collect()).collect();
        let mut result = ContainsResult { ids: Vec::new(), complete: true };
        for live in &self.parts {
            let view = live.part.view();
            let Some(pieces) = EncodedPieces::new(&query.pieces, &view) else { continue };
            let check = |position: usize| {
                let is_removed = live.removed[position / 64] >> (position % 64) & 1 == 1;
                if !is_removed && filter(&view.attributes[position]) && pieces.occur_in(view.chars(position)) {
                    result.ids.push(SegmentId::new(view.ids[position]));
                }
            };
            let candidates =
                if words.is_empty() { pieces.candidates(&live.part) } else { with_words(&live.part, &words) };
            result.complete = match candidates {
                Some(positions) => for_each_position(positions.into_iter(), stop, check),
                None => for_each_position(0..live.part.len(), stop, check),
            };
            if !result.complete {
                break;
            }
        }
        result.ids.sort_unstable_by(|one, other| other.cmp(one));
        result.ids.dedup();
        result
    }
}

/// Calls `call` with each position until `stop` returns true; returns whether it got to the end.
fn for_each_position(
    positions: impl Iterator<Item = usize>,
    stop: &dyn Fn() -> bool,
    mut call: impl FnMut(usize),
) -> bool {
    for (count, position) in positions.enumerate() {
        if count.is_multiple_of(STOP_INTERVAL) && stop() {
            return false;
        }
        call(position);
    }
    true
}

/// Pieces in the character codes of a part. Each character has the codes of its lower and its upper case, or the same code
/// twice if the part has only one of them.
struct EncodedPieces(Vec<Vec<[u16; 2]>>);

impl EncodedPieces {
    /// `None` if the part lacks one of the characters.
    fn new(pieces: &[Vec<char>], view: &PartView<'_>) -> Option<Self> {
        let codes = |c: &char| {
            let upper = upper(*c).map_or(UNKNOWN, |upper| view.code(upper));
            match (view.code(*c), upper) {
                (UNKNOWN, UNKNOWN) => None,
                (UNKNOWN, code) | (code, UNKNOWN) => Some([code, code]),
                (code, other) => Some([code, other]),
            }
        };
        pieces.iter().map(|piece| piece.iter().map(codes).collect()).collect::<Option<_>>().map(Self)
    }

    /// Whether all of them occur in a text.
    fn occur_in(&self, text: &[u16]) -> bool {
        self.0.iter().all(|piece| {
            let starts = (text.len() + 1).saturating_sub(piece.len());
            (0..starts).any(|at| piece.iter().zip(&text[at..]).all(|(codes, code)| codes.contains(code)))
        })
    }

    /// The positions that may contain the pieces, found by their rarest grams; `None` if no piece is as long as a gram.
    fn candidates(&self, part: &Part) -> Option<Vec<usize>> {
        let view = part.view();
        let everything = 0..u32::try_from(part.len()).unwrap_or(u32::MAX);
        let mut grams: Vec<Vec<u64>> =
            self.0.iter().flat_map(|piece| piece.windows(part.gram())).map(in_either_case).collect();
        grams.sort_unstable();
        grams.dedup();
        let mut lists: Vec<(usize, Vec<Postings<'_>>)> = grams
            .iter()
            .map(|keys| {
                let lists: Vec<Postings<'_>> = keys.iter().map(|key| view.gram_lists.list(*key, 0)).collect();
                (lists.iter().map(|list| list.count(&everything)).sum(), lists)
            })
            .collect();
        lists.sort_by_key(|(count, _)| *count);
        let rarest = lists.first()?;
        if rarest.1.len() > 1 {
            return Some(union(rarest.1.iter().copied(), part.len()));
        }
        let single = lists.iter().filter(|(_, lists)| lists.len() == 1).flat_map(|(_, lists)| lists.iter().copied());
        Some(intersection(single.take(INTERSECTED), part.len()))
    }
}

/// The upper case of a lower-case character, if it is a single character that maps back to it.
fn upper(c: char) -> Option<char> {
    let mut upper = c.to_uppercase();
    let first = upper.next().filter(|first| *first != c && first.to_lowercase().eq([c]))?;
    upper.next().is_none().then_some(first)
}

/// The keys of a gram, one for each combination of cases.
fn in_either_case(gram: &[[u16; 2]]) -> Vec<u64> {
    let mut keys = vec![0_u64];
    for [one, other] in gram {
        let with = |code: u16| keys.iter().map(move |key| key << 16 | u64::from(code));
        keys = if one == other { with(*one).collect() } else { with(*one).chain(with(*other)).collect() };
    }
    keys
}

/// The positions that have a token of every word.
fn with_words(part: &Part, words: &[Vec<u64>]) -> Option<Vec<usize>> {
    let view = part.view();
    let mut left: Option<Vec<usize>> = None;
    for forms in words {
        let found = union(forms.iter().map(|token| view.token_lists.list(*token, 0)), part.len());
        left = Some(match left {
            None => found,
            Some(left) => left.into_iter().filter(|position| found.binary_search(position).is_ok()).collect(),
        });
    }
    left
}

/// The union of these lists, in order.
fn union<'a>(lists: impl Iterator<Item = Postings<'a>>, count: usize) -> Vec<usize> {
    let mut found: Vec<usize> = lists.flat_map(|list| intersection(std::iter::once(list), count)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The intersection of these lists.
fn intersection<'a>(lists: impl Iterator<Item = Postings<'a>>, count: usize) -> Vec<usize> {
    let range = 0..u32::try_from(count).unwrap_or(u32::MAX);
    let lists: Vec<Postings<'_>> = lists.collect();
    let all = lists.len();
    let lists = QueryLists::new(lists.into_iter(), &range);
    let (mut hits, mut found, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    lists.count(lists.plan_all(all), &mut hits, &mut found, |position, _| shared.push(position));
    shared
}
