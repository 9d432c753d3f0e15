//! Shares and multiples in other words: seven out of ten, 5人に1人, up by 50%, half as much again.

use super::quantity::{Quantity, around, last};
use super::reading::Reading;
use crate::model::{Lang, Span};
use crate::text::measure::{Decimal, Dimension};
use crate::text::placeable::PlaceableKind;

/// English words between a part and its whole.
const OF: [&str; 10] = [
    " out of ",
    " out of every ",
    " out of a ",
    " in ",
    " in every ",
    " in a ",
    "-in-",
    " of every ",
    " for every ",
    " per ",
];

/// Japanese words after a whole, before its part.
const WHOLES: [&str; 5] = ["に", "中", "のうち", "につき", "の内"];

/// What says that a percentage is added to what was there: before the number, and after it.
const BY: [&str; 3] = [" by ", " up ", " another "];
const MORE: [&str; 11] =
    [" increase", " rise", " growth", " gain", " more", " higher", " larger", " greater", " longer", " jump", " up"];
const ADDED: [&str; 11] = ["増", "上昇", "伸", "多", "高", "大き", "広", "長", "アップ", "上回", "拡大"];

/// Words that make one and a half of what was there.
const HALF_AGAIN: [&str; 6] = [
    "half as much again",
    "half as many again",
    "half as large again",
    "half as long again",
    "half as high again",
    "half again as",
];

/// Adds to a part and its whole the share that they are, and to multiples how much they add.
pub(super) fn read(folded: &str, lang: &Lang, quantities: &mut [Quantity]) {
    for at in 1..quantities.len() {
        let (one, next) = (&quantities[at - 1], &quantities[at]);
        let between = folded.get(one.span.end..next.span.start).unwrap_or_default();
        let (part, whole) = if lang.is_japanese() {
            let is_whole = between.chars().count() <= 6 && WHOLES.iter().any(|word| between.ends_with(word));
            if !is_whole {
                continue;
            }
            (next, one)
        } else if OF.contains(&between) {
            (one, next)
        } else {
            continue;
        };
        let (Some(part), Some(whole)) = (part.whole(), whole.whole()) else { continue };
        let share = Decimal::whole(part).over(Decimal::whole(whole)).filter(|_| 0 < part && part < whole);
        if let Some(share) = share {
            for one in &mut quantities[at - 1..=at] {
                one.also(Reading::Measure(Dimension::ratio(), share));
            }
        }
    }
    for one in quantities {
        if let Some(multiple) = multiple(folded, lang, one) {
            one.also(Reading::Multiple(multiple));
        }
    }
}

/// What a number makes of what was there: 2倍, threefold, up by 100%.
fn multiple(folded: &str, lang: &Lang, one: &Quantity) -> Option<Decimal> {
    let (before, after) = around(folded, one.span);
    if let Some(percent) = one.value.strip_suffix('%') {
        let after = after.trim_start_matches([' ', '-']);
        let is_added = if lang.is_japanese() {
            let after = after.trim_start_matches(['の', 'も', 'ほ', 'ど', 'を', 'に', 'く', 'ら', 'い']);
            ADDED.iter().any(|word| after.starts_with(word))
        } else {
            BY.iter().any(|word| before.ends_with(word)) || MORE.iter().any(|word| after.starts_with(word.trim_start()))
        };
        let share = Decimal::parse(percent)?.divided(2).filter(|_| is_added)?;
        return Decimal::whole(1).plus(share).map(Decimal::shortest);
    }
    let is_multiple = if lang.is_japanese() {
        after.starts_with('倍')
    } else {
        [" times", "-fold", "fold", " fold", "x "].iter().any(|word| after.starts_with(word))
    };
    one.amount.filter(|_| is_multiple).map(Decimal::shortest)
}

/// Words for a multiple without a number: doubled, half as much again. They may account for one.
pub(super) fn phrases(folded: &str) -> Vec<Quantity> {
    let lower = folded.to_ascii_lowercase();
    let mut found = Vec::new();
    let words = HALF_AGAIN.iter().map(|words| (*words, "1.5"));
    let doubles =
        [("doubl", "2"), ("tripl", "3"), ("quadrupl", "4"), ("twofold", "2"), ("threefold", "3"), ("倍増", "2")];
    for (words, value) in words.chain(doubles) {
        for (at, words) in lower.match_indices(words) {
            let span = Span::new(at, at + words.len());
            let mut one = Quantity::new(span, PlaceableKind::Number, value);
            one.readings.extend(Decimal::parse(value).map(Reading::Multiple));
            found.push(Quantity { must_match: false, in_words: true, ..one });
        }
    }
    found
}

/// Whether two numbers are the halves of one expression: fifty-fifty, 50/50.
pub(super) fn is_even(folded: &str, first: &Quantity, second: &Quantity) -> bool {
    let between = folded.get(first.span.end..second.span.start).unwrap_or_default();
    let is_half = first.value == "50" && second.value == "50";
    is_half && matches!(between.trim(), "-" | "/" | ":" | "対") && !last(between, 3).is_empty()
}
