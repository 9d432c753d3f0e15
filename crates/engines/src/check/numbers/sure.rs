//! Words that surely are a number where they stand: twice a week, 正午, Phase III, 一つ目.

use super::quantity::{Quantity, around, last, overlaps};
use super::reading::Reading;
use crate::model::{Lang, Span};
use crate::text::placeable::PlaceableKind;

/// Minutes from midnight to noon.
const NOON: u32 = 720;

/// Words before a Roman numeral that numbers them.
const LABELS: [&str; 9] = ["World War ", "Phase ", "phase ", "Phases ", "Chapter ", "Volume ", "Part ", "Stage ", "第"];

/// Adds such words to the numbers of a text.
pub(super) fn read(folded: &str, lang: &Lang, quantities: &mut Vec<Quantity>) {
    let mut found = roman(folded);
    if lang.is_japanese() {
        for one in quantities.iter_mut().filter(|one| one.in_words) {
            let (before, after) = around(folded, one.span);
            let is_place = ["つ目", "番目", "つめの"].iter().any(|word| after.starts_with(word));
            one.must_match |= is_place && !before.ends_with(['数', '何', '幾', 'も', 'う']);
        }
        let noon = folded
            .match_indices("正午")
            .filter(|(at, _)| !folded.get(..*at).is_some_and(|before| before.ends_with("時の")));
        found.extend(noon.map(|(at, word)| clock(Span::new(at, at + word.len()), "12", NOON)));
    } else if lang.is_english() {
        found.extend(how_often(folded));
        for (word, value, time) in [("noon", "12", NOON), ("midnight", "0", 0)] {
            for (at, word) in folded.match_indices(word) {
                let span = Span::new(at, at + word.len());
                let (before, after) = around(folded, span);
                let timed = ["at ", "until ", "till ", "by ", "before ", "after ", "around "];
                let is_time = timed.iter().any(|word| last(before, 8).ends_with(word))
                    && !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
                if is_time {
                    let mut one = clock(span, value, time);
                    if time == 0 {
                        one.also_number("24");
                        one.also(Reading::Clock(2 * NOON));
                    }
                    found.push(one);
                }
            }
        }
    }
    quantities.sort_by_key(|one| one.span);
    found.retain(|one| !overlaps(quantities, one.span, |own| own.span));
    quantities.extend(found);
    quantities.sort_by_key(|one| one.span);
}

fn word(span: Span, value: &str) -> Quantity {
    Quantity { in_words: true, in_digits: false, ..Quantity::new(span, PlaceableKind::Number, value) }
}

fn clock(span: Span, value: &str, minutes: u32) -> Quantity {
    let mut one = word(span, value);
    one.amount = None;
    one.also(Reading::Clock(minutes));
    one
}

/// Twice a week.
fn how_often(folded: &str) -> Vec<Quantity> {
    let lower = folded.to_ascii_lowercase();
    let mut found = Vec::new();
    for (often, value) in [("twice ", "2"), ("thrice ", "3")] {
        for (at, words) in lower.match_indices(often) {
            let rest = lower.get(at + words.len()..).unwrap_or_default();
            let each = ["a ", "per ", "each ", "every "].iter().find_map(|word| rest.strip_prefix(word));
            let is_time = each.is_some_and(|rest| {
                ["hour", "day", "week", "month", "year", "minute", "second"].iter().any(|time| rest.starts_with(time))
            });
            if is_time {
                found.push(word(Span::new(at, at + words.len() - 1), value));
            }
        }
    }
    found
}

/// World War II, 第III相.
fn roman(folded: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    for label in LABELS {
        for (at, label) in folded.match_indices(label) {
            let start = at + label.len();
            let rest = folded.get(start..).unwrap_or_default();
            let numeral = rest.get(..rest.bytes().take_while(|byte| b"IVX".contains(byte)).count()).unwrap_or_default();
            let cut =
                rest.get(numeral.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
            if let Some(value) = value(numeral).filter(|_| !cut) {
                found.push(word(Span::new(start, start + numeral.len()), &value.to_string()));
            }
        }
    }
    found.sort_by_key(|one| one.span);
    found
}

/// The value of a Roman numeral up to twelve.
fn value(numeral: &str) -> Option<usize> {
    let all = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    all.iter().position(|known| *known == numeral).map(|at| at + 1)
}
