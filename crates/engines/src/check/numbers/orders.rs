//! Numbers told by their order only: 数十万, tens of thousands, several million.

use super::quantity::{NumberText, Quantity};
use crate::model::Span;
use crate::text::placeable::PlaceableKind;

/// The powers of ten of kanji.
const SMALL: [(char, u32); 3] = [('十', 1), ('百', 2), ('千', 3)];
const LARGE: [(char, u32); 3] = [('万', 4), ('億', 8), ('兆', 12)];

/// English words for some, and the zeros they add.
const SOME: [(&str, u32); 12] = [
    ("tens of ", 1),
    ("hundreds of ", 2),
    ("thousands of ", 3),
    ("several ", 0),
    ("a few ", 0),
    ("some ", 0),
    ("millions of ", 6),
    ("billions of ", 9),
    ("dozens of ", 1),
    ("scores of ", 1),
    ("trillions of ", 12),
    ("many ", 0),
];

/// What they say some of, and its zeros.
const SCALES: [(&str, u32); 8] = [
    ("hundred ", 2),
    ("thousands ", 3),
    ("thousand ", 3),
    ("millions ", 6),
    ("million ", 6),
    ("billions ", 9),
    ("billion ", 9),
    ("trillion ", 12),
];

/// The two such numbers of a pair, if each text has one and they are of different orders.
pub(super) fn differing(source: &NumberText<'_>, target: &NumberText<'_>) -> Option<(Quantity, Quantity)> {
    let (ours, theirs) = (only(source)?, only(target)?);
    let quantity = |span: Span| Quantity { in_words: true, ..Quantity::new(span, PlaceableKind::Code, "") };
    (ours.1 != theirs.1).then(|| (quantity(ours.0), quantity(theirs.0)))
}

/// The only number of a text that is told by its order, with its zeros.
fn only(text: &NumberText<'_>) -> Option<(Span, u32)> {
    let folded = text.folded.text.as_str();
    let found = if text.lang.is_japanese() { japanese(folded) } else { english(folded) };
    match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

fn japanese(folded: &str) -> Vec<(Span, u32)> {
    let signs = folded.match_indices(['数', '何', '幾']);
    let found = signs.filter_map(|(at, sign)| {
        let start = at + sign.len();
        let mut rest = folded.get(start..)?;
        let mut zeros = 0;
        for list in [SMALL, LARGE] {
            let next = rest.chars().next();
            if let Some((c, more)) = list.into_iter().find(|(c, _)| next == Some(*c)) {
                zeros += more;
                rest = rest.get(c.len_utf8()..)?;
            }
        }
        (zeros > 0).then(|| (Span::new(at, folded.len() - rest.len()), zeros))
    });
    found.collect()
}

fn english(folded: &str) -> Vec<(Span, u32)> {
    let lower = folded.to_ascii_lowercase();
    let mut found: Vec<(Span, u32)> = Vec::new();
    for (words, some) in SOME {
        for (at, _) in lower.match_indices(words) {
            let mut end = at + words.len();
            let mut zeros = some;
            for _ in 0..2 {
                let rest = lower.get(end..).unwrap_or_default();
                let Some((word, more)) = SCALES.iter().find(|(word, _)| rest.starts_with(word)) else { break };
                (end, zeros) = (end + word.len(), zeros + more);
            }
            let alone = !lower.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
            if alone && zeros > 0 {
                found.push((Span::new(at, end - 1), zeros));
            }
        }
    }
    // Hundreds of thousands of people: the longest of those that overlap.
    found.sort_unstable_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    found.dedup_by(|later, earlier| later.0.overlaps(earlier.0));
    found
}
