//! Pieces of text, or words, in; the numbers of all segments that contain them out.

use super::entry::Attributes;
use super::index::Index;
use super::part::{Part, UNKNOWN, View};
use super::plan::Lists;
use super::postings::Postings;
use crate::model::SegmentId;

/// Lists of grams that are put against each other: the rarest leave few segments to look at.
const LOOKED_UP: usize = 6;

/// Positions between two looks whether to stop.
const PATIENCE: usize = 1 << 14;

/// What a text must hold to be found: all of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Sought {
    /// Stretches of the form N2 without a gap, in lower case; they stand for upper case too.
    pub pieces: Vec<Vec<char>>,
    /// Words: for each the tokens of N2 it may be.
    pub words: Vec<Vec<String>>,
}

/// Segments that contain what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Containing {
    /// Their numbers, the newest first, each once.
    pub ids: Vec<SegmentId>,
    /// Whether everything was looked at; `false` where the search was stopped.
    pub complete: bool,
}

impl Index {
    /// The segments that hold what is sought, of those `wanted`. `stop` is asked now and then whether time is up.
    pub fn containing(
        &self,
        sought: &Sought,
        wanted: impl Fn(&Attributes) -> bool,
        stop: &dyn Fn() -> bool,
    ) -> Containing {
        let hash = |token: &String| xxhash_rust::xxh3::xxh3_64(token.as_bytes());
        let words: Vec<Vec<u64>> = sought.words.iter().map(|forms| forms.iter().map(hash).collect()).collect();
        let mut found = Containing { ids: Vec::new(), complete: true };
        for slice in &self.parts {
            let view = slice.part.view();
            let Some(pieces) = Pieces::new(&sought.pieces, &view) else { continue };
            let look = |position: usize| {
                let gone = slice.removed[position / 64] >> (position % 64) & 1 == 1;
                if !gone && wanted(&view.attributes[position]) && pieces.stand_in(view.chars(position)) {
                    found.ids.push(SegmentId::new(view.ids[position]));
                }
            };
            let few = if words.is_empty() { pieces.candidates(&slice.part) } else { with_words(&slice.part, &words) };
            found.complete = match few {
                Some(positions) => each(positions.into_iter(), stop, look),
                None => each(0..slice.part.len(), stop, look),
            };
            if !found.complete {
                break;
            }
        }
        found.ids.sort_unstable_by(|one, other| other.cmp(one));
        found.ids.dedup();
        found
    }
}

/// Calls with each position until it is time to stop; gives whether it got through.
fn each(positions: impl Iterator<Item = usize>, stop: &dyn Fn() -> bool, mut call: impl FnMut(usize)) -> bool {
    for (looked, position) in positions.enumerate() {
        if looked.is_multiple_of(PATIENCE) && stop() {
            return false;
        }
        call(position);
    }
    true
}

/// Pieces in the codes of a part: of each character the code of its lower and of its upper case, twice the same where
/// the part holds only one of them.
struct Pieces(Vec<Vec<[u16; 2]>>);

impl Pieces {
    /// `None` where the part does not hold one of the characters.
    fn new(pieces: &[Vec<char>], view: &View<'_>) -> Option<Self> {
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

    /// Whether all of them stand in a text.
    fn stand_in(&self, text: &[u16]) -> bool {
        self.0.iter().all(|piece| {
            let places = (text.len() + 1).saturating_sub(piece.len());
            (0..places).any(|at| piece.iter().zip(&text[at..]).all(|(codes, code)| codes.contains(code)))
        })
    }

    /// The positions that may hold the pieces, by the rarest of their grams; `None` where no piece has a whole gram.
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
            return Some(in_any_of(rarest.1.iter().copied(), part.len()));
        }
        let single = lists.iter().filter(|(_, lists)| lists.len() == 1).flat_map(|(_, lists)| lists.iter().copied());
        Some(in_all_of(single.take(LOOKED_UP), part.len()))
    }
}

/// The upper case of a character in lower case, where there is one that has no other lower case.
fn upper(c: char) -> Option<char> {
    let mut upper = c.to_uppercase();
    let first = upper.next().filter(|first| *first != c && first.to_lowercase().eq([c]))?;
    upper.next().is_none().then_some(first)
}

/// The keys of a gram, one for each way to write it.
fn in_either_case(gram: &[[u16; 2]]) -> Vec<u64> {
    let mut keys = vec![0_u64];
    for [one, other] in gram {
        let with = |code: u16| keys.iter().map(move |key| key << 16 | u64::from(code));
        keys = if one == other { with(*one).collect() } else { with(*one).chain(with(*other)).collect() };
    }
    keys
}

/// The positions that have a token of each word.
fn with_words(part: &Part, words: &[Vec<u64>]) -> Option<Vec<usize>> {
    let view = part.view();
    let mut left: Option<Vec<usize>> = None;
    for forms in words {
        let found = in_any_of(forms.iter().map(|token| view.token_lists.list(*token, 0)), part.len());
        left = Some(match left {
            None => found,
            Some(left) => left.into_iter().filter(|position| found.binary_search(position).is_ok()).collect(),
        });
    }
    left
}

/// The positions that are in any of these lists, in order.
fn in_any_of<'a>(lists: impl Iterator<Item = Postings<'a>>, count: usize) -> Vec<usize> {
    let mut found: Vec<usize> = lists.flat_map(|list| in_all_of(std::iter::once(list), count)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The positions that are in all of these lists.
fn in_all_of<'a>(lists: impl Iterator<Item = Postings<'a>>, count: usize) -> Vec<usize> {
    let range = 0..u32::try_from(count).unwrap_or(u32::MAX);
    let lists: Vec<Postings<'_>> = lists.collect();
    let all = lists.len();
    let lists = Lists::new(lists.into_iter(), &range);
    let (mut hits, mut found, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    lists.count(lists.plan_all(all), &mut hits, &mut found, |position, _| shared.push(position));
    shared
}
