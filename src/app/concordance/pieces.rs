//! Computes which pieces of text an index must contain for a segment to be able to contain a given text.
//!
//! An index replaces numbers and dates by slots, and what belongs to a number depends on the context: 億円 is indexed as
//! `□円` in 2.8億円 and as itself in 数億円; `May` is a word or part of a date. So the text is combined with neighbours of
//! every kind that can turn its ends into part of a number or a date, and each resulting form is searched for.
//!
//! URLs, code, tags and English number words are found only as a whole, not by a part.

use std::collections::BTreeSet;

use crate::fuzzy::ContainsQuery;
use crate::model::{Lang, Span};
use crate::text::comparison::SLOT;
use crate::text::english::MONTHS;
use crate::text::normal::normal;
use crate::text::placeable::placeables;

/// What may come before and after the text, by language.
struct Neighbours {
    before: &'static [&'static str],
    after: &'static [&'static str],
}

#[rustfmt::skip]
const JAPANESE: Neighbours = Neighbours {
    before: &[
        "", "A", "A2", "A-", "A2.", "2", "2 ", "二", "百", "2億", "2,0", "2024", "2024年", "2024年4", "2024-4", "2024/4", "4月", "4月2", "令", "平", "昭", "大",
        "明", "令和", "令和元", "3割", "3割5", "2パ", "2パー", "2パーセ", "2パーセン",
    ],
    after: &[
        "", "A", "2", "2年", "2年4月", "年", "年4月", "元年", "月", "月2日", "4月2日", "日", "種", "万", "百種", "割", "分", "%", " %",
        "パーセント", " 億", ",000", ".5",
        "00", "000", "和2", "成2", "正2", "治2", "ーセント", "セント", "ント", "ト",
    ],
};

#[rustfmt::skip]
const ENGLISH: Neighbours = Neighbours {
    before: &[
        "", "A", "A2", "A-", "A2.", "2", "2 ", "2,0", "two ", "two hundred ", "two hundred and ", "two thousand ", "twenty-", "two thousand twenty-",
        "2 per ", "May ", "May 2", "May 2,", "May 2, ", "2 of ", "2024-4", "2024/4",
    ],
    after: &[
        "", "A", "2", " 2", ". 2", " 2, 2024", ", 2024", " 2024", " million", " hundred", "-two million", " fifty", " and fifty",
        " percent", " cent", "%", " %", "th", " May", " of May", ",000", ".5", "00", "000",
    ],
};

const OTHER: Neighbours =
    Neighbours { before: &["", "A", "A-", "2", "2,", "2."], after: &["", "A", "2", ",2", ".2", "%"] };

/// Texts up to this length can be part of one number together with both neighbours (two hundred `and` fifty).
const SHORT: usize = 6;

/// The index queries for a text: every text that contains it satisfies at least one of them.
pub(super) fn contains_queries(text: &str, lang: &Lang) -> Vec<ContainsQuery> {
    let text = normal(text);
    let neighbours = match lang.primary() {
        "ja" => JAPANESE,
        "en" => ENGLISH,
        _ => OTHER,
    };
    let mut forms: BTreeSet<Vec<Vec<char>>> = BTreeSet::new();
    for spelling in spellings(&text) {
        // The text before a longer text does not affect its end, so one neighbour of each kind is enough.
        let is_short = spelling.chars().count() <= SHORT;
        let before = distinct_neighbours(neighbours.before, is_short, |before| stretches(before, &spelling, "", lang));
        let after = distinct_neighbours(neighbours.after, is_short, |after| stretches("", &spelling, after, lang));
        for (before, after) in before.iter().flat_map(|before| after.iter().map(move |after| (before, after))) {
            let form = stretches(before, &spelling, after, lang);
            if form.is_empty() {
                // The whole text is a number here: it is indexed as a slot, or literally inside a word (IL-6).
                forms.insert(vec![vec![SLOT]]);
                forms.insert(apart(vec![lower(&text)], lang));
            } else {
                forms.insert(form);
            }
        }
    }
    let mut forms: Vec<Vec<Vec<char>>> = forms.into_iter().collect();
    forms.sort_by_key(|form| form.iter().map(Vec::len).sum::<usize>());
    let mut kept: Vec<ContainsQuery> = Vec::new();
    for pieces in forms {
        if !kept.iter().any(|less| is_implied(&less.pieces, &pieces)) {
            kept.push(ContainsQuery { pieces, words: Vec::new() });
        }
    }
    kept
}

/// The neighbours to try: all, or the first of those with the same effect.
fn distinct_neighbours<'a>(neighbours: &[&'a str], all: bool, left: impl Fn(&str) -> Vec<Vec<char>>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    neighbours.iter().copied().filter(|neighbour| all || seen.insert(left(neighbour))).collect()
}

/// The spellings to try. Month names are recognised only with a capital, so case matters, and the text may be written
/// differently from the query.
fn spellings(text: &str) -> BTreeSet<String> {
    let each_word = |change: fn(&str) -> bool| -> String {
        let lower = text.to_lowercase();
        let words = lower.split_inclusive(|c: char| !c.is_alphanumeric()).map(|word| {
            let letters = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let mut chars = word.chars();
            match chars.next().filter(|_| change(letters)) {
                Some(first) => first.to_uppercase().chain(chars).collect(),
                None => word.to_owned(),
            }
        });
        words.collect()
    };
    let is_month = |word: &str| word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word));
    let (months, all) = (each_word(is_month), each_word(|_| true));
    BTreeSet::from([text.to_owned(), text.to_lowercase(), text.to_uppercase(), months, all])
}

/// The stretches of `text` between its numbers, in lower case, when it is surrounded by `before` and `after`. A number
/// that extends beyond an end becomes a slot, because it is one in every text that contains it like this.
fn stretches(before: &str, text: &str, after: &str, lang: &Lang) -> Vec<Vec<char>> {
    let whole = format!("{before}{text}{after}");
    let inside = Span::new(before.len(), before.len() + text.len());
    let mut stretches: Vec<Vec<char>> = vec![Vec::new()];
    let mut at = inside.start;
    let mut add = |piece: &[char], apart: bool| {
        if apart {
            stretches.push(Vec::new());
        }
        if let Some(last) = stretches.last_mut() {
            last.extend_from_slice(piece);
        }
    };
    for placeable in placeables(&whole, lang) {
        let span = placeable.span;
        if span.end <= inside.start || span.start >= inside.end {
            continue;
        }
        if span.start > at {
            add(&lower(Span::new(at, span.start).of(&whole)), false);
        }
        if span.start < inside.start || span.end > inside.end {
            add(&[SLOT], false);
        } else {
            add(&[], true);
        }
        at = span.end.min(inside.end);
    }
    add(&lower(Span::new(at, inside.end).of(&whole)), false);
    apart(stretches, lang)
}

/// Removes empty stretches, and splits Japanese ones at spaces, because the comparison form drops spaces beside
/// Japanese.
fn apart(stretches: Vec<Vec<char>>, lang: &Lang) -> Vec<Vec<char>> {
    let at_spaces = |stretch: Vec<char>| match lang.is_japanese() {
        true => stretch.split(|c| *c == ' ').map(<[char]>::to_vec).collect(),
        false => vec![stretch],
    };
    stretches.into_iter().flat_map(at_spaces).filter(|stretch: &Vec<char>| !stretch.is_empty()).collect()
}

fn lower(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Whether every text that contains all of `more` contains all of `less`.
fn is_implied(less: &[Vec<char>], more: &[Vec<char>]) -> bool {
    let stands = |piece: &Vec<char>| more.iter().any(|other| other.windows(piece.len()).any(|part| part == piece));
    less.iter().all(stands)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::text::comparison::ComparisonForm;
    use crate::text::occurrence::Needle;
    use crate::text::placeable::PlaceableKind;
    use crate::text::tokeniser::Tokeniser;

    fn shown(text: &str, lang: &Lang) -> Vec<String> {
        let show = |query: ContainsQuery| {
            let pieces: Vec<String> =
                query.pieces.iter().map(|piece| String::from_iter(piece).replace(SLOT, "□")).collect();
            pieces.join(" … ")
        };
        contains_queries(text, lang).into_iter().map(show).collect()
    }

    #[test]
    fn ends_that_may_belong_to_a_number_are_looked_for_as_one_too() {
        for (lang, text, want) in [
            (Lang::JA, "細胞の機能", vec!["細胞の機能"]),
            (Lang::JA, "ＤＮＡ修復", vec!["dna修復"]),
            (Lang::JA, "12匹のマウス", vec!["匹のマウス"]),
            (Lang::JA, "12", vec!["□", "12"]),
            (Lang::JA, "億円を投資", vec!["億円を投資", "□円を投資"]),
            (Lang::JA, "月1日に", vec!["□に", "月 … 日に"]),
            (Lang::JA, "は令和", vec!["は□", "は令和"]),
            (Lang::EN, "Cell cycle", vec!["cell cycle"]),
            (Lang::EN, "million people", vec!["□ people", "million people"]),
            (Lang::EN, "in may", vec!["in □", "in may"]),
            (Lang::EN, "in 19 patients", vec!["in  …  patients"]),
            (Lang::parse("de").unwrap(), "% der Zellen", vec!["% der zellen", "□ der zellen"]),
        ] {
            assert_eq!(shown(text, &lang), want, "{text}");
        }
    }

    /// Texts full of numbers, dates and words that look like them.
    #[rustfmt::skip]
    fn texts(lang: &Lang) -> impl Strategy<Value = String> + use<> {
        let pieces: &[&str] = if lang.is_japanese() {
            &[
                "細胞", "の", "を", "は", "。", "12", "3.5", "1,200", "億", "万", "円", "2.8億円", "三", "二千", "十", "種", "人",
                "2024年4月1日", "令和6年", "令和元年", "4月", "年", "月", "日", "3割5分", "割", "30%", " ", "IL-6", "CYP7A1", "PM2.5",
                "iPS", "mRNA", "-5", "5G", "第２", "ｶﾞﾝ", "𠮷", "五百人", "パーセント", "10mg", "〇", "一つ", "分",
            ]
        } else {
            &[
                "cell ", "of ", "the ", "in ", "and ", "12 ", "3.5 ", "1,200 ", "two ", "hundred ", "million ", "fifty ", "percent ",
                "May ", "may ", "5, 2024 ", "April 1, 2024 ", "21st ", "of May ", "IL-6 ", "COVID-19 ", "p53 ", "30% ", "per cent ",
                "twenty-five ", ". ", "-5 ", "(", ") ", "Nov. ", "10mg ", "thousand ", "2024 ", "280 million ", "one ", "third ",
            ]
        };
        vec(prop::sample::select(pieces), 1..9).prop_map(|pieces| pieces.concat())
    }

    /// A text, and a part of it: of words in English.
    fn cases() -> impl Strategy<Value = (Lang, String, String)> {
        prop::sample::select(vec![Lang::JA, Lang::EN]).prop_flat_map(|lang| {
            (Just(lang.clone()), texts(&lang), 0..64_usize, 1..24_usize).prop_map(|(lang, text, start, length)| {
                let parts: Vec<&str> = if lang.is_japanese() {
                    text.split("").filter(|part| !part.is_empty()).collect()
                } else {
                    text.split_inclusive([' ']).collect()
                };
                let start = start % parts.len();
                let end = (start + length).min(parts.len());
                let part = parts[start..end].concat();
                (lang, text.clone(), part)
            })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3000, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn wherever_a_text_stands_the_index_has_what_is_looked_for((lang, text, part) in cases(), upper in any::<bool>()) {
            let part = if upper { part.to_uppercase() } else { part };
            let Some(needle) = Needle::new(&part) else { return Ok(()) };
            let form = ComparisonForm::new(&text, &lang, &Tokeniser::by_script());
            let is_plain = form.placeables.iter().all(|found| matches!(found.kind, PlaceableKind::Number | PlaceableKind::Date));
            prop_assume!(is_plain && !needle.occurrences(&text).is_empty());
            let form = lower(&String::from_iter(form.chars));
            let holds = |query: &ContainsQuery| is_implied(&query.pieces, std::slice::from_ref(&form));
            prop_assert!(contains_queries(&part, &lang).iter().any(holds), "{:?} in {:?}: {:?}", part, text, shown(&part, &lang));
        }
    }
}
