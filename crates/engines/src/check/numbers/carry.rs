//! Ranges and lists, in which a unit, a percent sign or a power of ten is said once: 10〜20%, two to three million, 1、2 mm.

use super::quantity::Quantity;
use super::reading::{Reading, plain};
use crate::text::placeable::PlaceableKind;

/// Signs and words between the numbers of a range or a list.
const CONNECTORS: [&str; 33] = [
    "~",
    "-",
    "から",
    ",",
    "、",
    "・",
    "/",
    "to",
    "and",
    "or",
    "と",
    "または",
    "又は",
    "ないし",
    "及び",
    "および",
    "あるいは",
    "もしくは",
    "か",
    "や",
    "through",
    "until",
    "till",
    "&",
    "up to",
    ", and",
    ", or",
    "から約",
    "~約",
    "to about",
    "and about",
    "そして",
    "続いて",
];

/// The longest range whose members are told.
const LONGEST_RANGE: u32 = 10;

/// What may stand between a number and such a sign.
const TAILS: [&str; 9] = ["年度", "年代", "年", "月", "日", "s", "回", "人", "度"];

/// Whether two numbers are members of one range or list.
pub(super) fn connection(folded: &str, one: &Quantity, next: &Quantity) -> bool {
    let between = folded.get(one.span.end..next.span.start).unwrap_or_default();
    if between.len() > 24 {
        return false;
    }
    let between = between.trim();
    let is_sign = |text: &str| CONNECTORS.contains(&text.trim());
    is_sign(between) || TAILS.iter().any(|tail| between.strip_prefix(tail).is_some_and(is_sign))
}

/// Adds to each number what the number after it says for both.
pub(super) fn read(folded: &str, quantities: &mut [Quantity]) {
    let percent = |one: &Quantity| {
        one.readings.iter().any(|reading| matches!(reading, Reading::Number(value) if value.ends_with('%')))
    };
    for at in (0..quantities.len().saturating_sub(1)).rev() {
        let (before, rest) = quantities.split_at_mut(at + 1);
        let (Some(one), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        if !connection(folded, one, next) || one.kind != PlaceableKind::Number {
            continue;
        }
        if next.kind == PlaceableKind::Date {
            month(one, next);
            continue;
        }
        if percent(next) && !percent(one) && one.unit.is_none() {
            let share = format!("{}%", one.value);
            one.also_number(&share);
        } else if let (Some(zeros), None) = (zeros_of(folded, next), &one.unit) {
            let scaled = shifted(&one.value, zeros);
            one.also_number(&scaled);
        }
        if let (None, Some(unit), Some(amount)) = (&one.unit, &next.unit, one.amount) {
            let mut unit = unit.clone();
            if !unit.is_compound {
                let values =
                    unit.readings.iter().filter_map(|reading| Some((reading.dimension, amount.times(reading.size)?)));
                one.readings.extend(values.map(|(dimension, value)| Reading::Measure(dimension, value)));
            }
            unit.is_sure = false;
            one.unit = Some(unit);
        }
    }
}

/// The whole numbers inside of short ranges, which may be told one by one: 0から3個, zero, one, two or three.
pub(super) fn covered(folded: &str, quantities: &[Quantity]) -> Vec<Quantity> {
    let mut found = Vec::new();
    for pair in quantities.windows(2) {
        let [one, next] = pair else { continue };
        let between = folded.get(one.span.end..next.span.start).unwrap_or_default().trim();
        let Some((first, last)) = one.whole().zip(next.whole()) else { continue };
        if matches!(between, "~" | "-" | "から" | "to" | "through") && first < last && last - first <= LONGEST_RANGE {
            let inside = (first + 1..last).map(|number| {
                let hint = Quantity::new(one.span.cover(next.span), PlaceableKind::Number, &number.to_string());
                Quantity { must_match: false, in_words: true, ..hint }
            });
            found.extend(inside);
        }
    }
    found
}

/// 4〜6月: a month before another one.
fn month(one: &mut Quantity, next: &Quantity) {
    let Some(month) = one.whole().filter(|month| (1..=12).contains(month)) else { return };
    let is_month = match next.value.strip_prefix("--") {
        Some(rest) => rest.len() == 2,
        None => next.value.len() == 7,
    };
    if is_month {
        one.also(Reading::Number(format!("--{month:02}")));
    }
}

/// The zeros by which a number exceeds the figures it begins with: 8 for 2億, 6 for three million, 1 for 三十.
fn zeros_of(folded: &str, one: &Quantity) -> Option<usize> {
    let written = one.span.of(folded);
    let figures: String = written.chars().take_while(|c| c.is_ascii_digit() || *c == '.' || *c == ',').collect();
    let figures = if figures.is_empty() { leading_digits(&one.value) } else { plain(&figures.replace(',', "")) };
    if written == figures {
        return None;
    }
    (1..=16).find(|zeros| plain(&shifted(&figures, *zeros)) == one.value)
}

/// A number without the zeros at its end.
fn leading_digits(value: &str) -> String {
    value.trim_end_matches('0').to_owned()
}

/// A number with its decimal point moved to the right.
fn shifted(number: &str, zeros: usize) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = fraction.chars().chain(std::iter::repeat('0'));
    let moved: String = digits.by_ref().take(zeros).collect();
    let rest: String = fraction.chars().skip(zeros).collect();
    if rest.is_empty() { format!("{whole}{moved}") } else { format!("{whole}{moved}.{rest}") }
}
