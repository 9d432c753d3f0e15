//! Quantities with units: their values in base units, sums (1時間30分), rates (時速60キロ), and units without a number (an hour).

use super::quantity::{Quantity, UnitUse, around, last};
use super::reading::Reading;
use crate::model::{Lang, Span};
use crate::text::measure::{Decimal, Dimension, Unit, unit_at};
use crate::text::placeable::PlaceableKind;

/// Seconds in a day.
const DAY: u32 = 86_400;

/// Words after a unit of a rate, and the seconds it is told for.
const PER: [(&str, u32); 24] = [
    ("/h", 3_600),
    ("/hr", 3_600),
    ("/時", 3_600),
    ("/s", 1),
    ("/sec", 1),
    ("/秒", 1),
    ("/min", 60),
    ("/分", 60),
    ("/d", DAY),
    ("/day", DAY),
    ("/日", DAY),
    (" per hour", 3_600),
    (" an hour", 3_600),
    (" per second", 1),
    (" a second", 1),
    (" per minute", 60),
    (" a minute", 60),
    (" per day", DAY),
    (" a day", DAY),
    ("毎時", 3_600),
    ("毎分", 60),
    ("毎秒", 1),
    ("/week", 7 * DAY),
    (" per week", 7 * DAY),
];

/// Words before the number of a rate.
const EVERY: [(&str, u32); 7] =
    [("時速", 3_600), ("毎時", 3_600), ("分速", 60), ("毎分", 60), ("秒速", 1), ("毎秒", 1), ("毎日", DAY)];

/// Adds the units of numbers and what they measure.
pub(super) fn read(folded: &str, lang: &Lang, quantities: &mut [Quantity]) {
    for at in 0..quantities.len() {
        let one = &mut quantities[at];
        let Some(unit) = unit_of(folded, lang, one) else { continue };
        let (before, parts) = (one.readings.len(), one.parts);
        measure(folded, one, unit);
        let added = one.readings.get(before..).unwrap_or_default().to_vec();
        for part in &mut quantities[at.saturating_sub(parts)..at] {
            part.readings.extend(added.iter().cloned());
        }
    }
    sums(folded, quantities);
}

/// The unit after a number, unless it makes the number a year, a decade or a part of a whole.
fn unit_of(folded: &str, lang: &Lang, one: &Quantity) -> Option<Unit> {
    let amount = one.amount?;
    let rest = folded.get(one.tail..)?;
    let is_year = one.span.of(folded).len() == 4 && amount.small().is_some_and(|year| (1000..3000).contains(&year));
    let is_decade = rest.starts_with('s') && amount.small().is_some_and(|decade| decade.is_multiple_of(10));
    let is_share = lang.is_japanese()
        && rest.strip_prefix("分の").is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千万億".contains(c))
        });
    // Half past ten is no quantity.
    let before = around(folded, one.span).0;
    if let Some(unit) = money(before, lang).or_else(|| degrees(before, rest, lang)) {
        return Some(unit);
    }
    let unit = unit_at(rest, lang).filter(|_| !is_decade && !is_share)?;
    let word = rest.get(..unit.length)?;
    (!(is_year && (word.contains('年') || word.contains("year")))).then_some(unit)
}

/// The currency whose sign stands before a number.
fn money(before: &str, lang: &Lang) -> Option<Unit> {
    let codes = [('$', "USD"), ('€', "EUR"), ('£', "GBP"), ('¥', "JPY")];
    let (_, code) = codes.iter().find(|(sign, _)| before.ends_with(*sign))?;
    unit_at(code, lang).map(|unit| Unit { length: 0, ..unit })
}

/// The degrees of 摂氏100度 and 氷点下20度.
fn degrees(before: &str, rest: &str, lang: &Lang) -> Option<Unit> {
    let scales = [("摂氏", "°C"), ("華氏", "°F"), ("氷点下", "°C"), ("零下", "°C")];
    let before = before.trim_end().trim_end_matches("マイナス").trim_end_matches('約');
    let (_, sign) = scales.iter().find(|(word, _)| before.ends_with(word))?;
    let length = ["度", " 度"].iter().find(|word| rest.starts_with(**word))?.len();
    unit_at(sign, lang).map(|unit| Unit { length, ..unit })
}

fn measure(folded: &str, one: &mut Quantity, unit: Unit) {
    let Some(amount) = one.amount else { return };
    let (before, _) = around(folded, one.span);
    let end = one.tail + unit.length;
    let after = folded.get(end..).unwrap_or_default();
    let every = EVERY.iter().find(|(word, _)| last(before, 4).trim_end().ends_with(word));
    let per = PER.iter().rev().find(|(word, _)| {
        after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
    });
    let seconds = every.or(per).map(|(_, seconds)| *seconds);
    let is_compound = seconds.is_some()
        || after.starts_with(['/', '⋅', '・'])
        || after.starts_with(" per ")
        || after.strip_prefix([' ', '-']).is_some_and(|rest| rest.starts_with("1 ") || rest.starts_with("per "));
    for reading in unit.readings {
        let Some(value) = amount.times(reading.size) else { continue };
        match seconds {
            None if is_compound => {}
            None if reading.dimension == Dimension::count() => one.also_number(&value.to_string()),
            None => one.also(Reading::Measure(reading.dimension, value)),
            Some(seconds) => {
                let rate = value.times(Decimal::whole(DAY)).and_then(|value| value.over(Decimal::whole(seconds)));
                one.readings.extend(rate.map(|rate| Reading::Rate(reading.dimension, rate)));
            }
        }
    }
    one.unit = Some(UnitUse {
        readings: unit.readings,
        is_sure: !unit.is_vague && !is_compound,
        is_compound,
        span: Span::new(one.tail, end),
    });
}

/// 1時間30分, 5 feet 7 inches: quantities of one dimension side by side, each of a smaller unit.
fn sums(folded: &str, quantities: &mut [Quantity]) {
    let mut start = 0;
    let mut sum: Option<(Dimension, Decimal)> = None;
    for at in 1..quantities.len() {
        let (one, next) = (&quantities[at - 1], &quantities[at]);
        let joined = smaller_unit(folded, one, next);
        let Some((dimension, size, next_size)) = joined else {
            (start, sum) = (at, None);
            continue;
        };
        let own = || one.amount.and_then(|amount| amount.times(size));
        let before = sum.filter(|(known, _)| *known == dimension).map(|(_, value)| value).or_else(own);
        let added = next.amount.and_then(|amount| amount.times(next_size));
        let total = before.zip(added).and_then(|(before, added)| before.plus(added)).map(Decimal::shortest);
        let Some(total) = total else { continue };
        for one in &mut quantities[start..=at] {
            one.also(Reading::Measure(dimension, total));
        }
        sum = Some((dimension, total));
    }
}

fn smaller_unit(folded: &str, one: &Quantity, next: &Quantity) -> Option<(Dimension, Decimal, Decimal)> {
    let (unit, smaller) = (one.unit.as_ref()?, next.unit.as_ref()?);
    let between = folded.get(unit.span.end..next.span.start)?.trim();
    if !matches!(between, "" | "and" | "と" | ",") || unit.is_compound || smaller.is_compound {
        return None;
    }
    unit.readings.iter().find_map(|large| {
        let small = smaller.readings.iter().find(|small| small.dimension == large.dimension)?;
        let is_smaller = large.size.over(small.size).is_none_or(|share| share.reaches(0) && share != Decimal::whole(1));
        is_smaller.then_some((large.dimension, large.size, small.size))
    })
}

/// Units without a number: an hour, half an hour, 半日, 四半世紀. They may account for a quantity.
pub(super) fn phrases(folded: &str, lang: &Lang) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut push = |start: usize, at: usize, share: &str| {
        let Some((unit, share)) = unit_at(folded.get(at..).unwrap_or_default(), lang).zip(Decimal::parse(share)) else {
            return;
        };
        // A year and a half.
        let end = at + unit.length;
        let is_more = share == Decimal::whole(1)
            && folded.get(end..).is_some_and(|rest| rest.starts_with(" and a half") || rest.starts_with("-and-a-half"));
        let share = Decimal::parse("1.5").filter(|_| is_more).unwrap_or(share);
        let span = Span::new(start, end);
        let mut one = Quantity {
            must_match: false,
            in_words: true,
            readings: Vec::new(),
            ..Quantity::new(span, PlaceableKind::Number, share.to_string().as_str())
        };
        let values = unit.readings.iter().filter_map(|reading| Some((reading.dimension, share.times(reading.size)?)));
        one.readings = is_more
            .then(|| Reading::Number("1.5".to_owned()))
            .into_iter()
            .chain(values.map(|(dimension, value)| Reading::Measure(dimension, value)))
            .collect();
        found.push(one);
    };
    if lang.is_japanese() {
        for (word, share) in [("半", "0.5"), ("四半", "0.25"), ("毎", "1"), ("丸", "1"), ("まる", "1")] {
            for (at, word) in folded.match_indices(word) {
                push(at, at + word.len(), share);
            }
        }
        return found;
    }
    for (phrase, share) in PHRASES {
        for (at, words) in folded.match_indices(phrase) {
            let alone = !folded.get(..at).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric());
            if alone && folded.get(at + words.len()..).is_some_and(|rest| rest.starts_with([' ', '-'])) {
                push(at, at + words.len(), share);
            }
        }
    }
    found
}

/// English words before a unit, and how many units they make.
const PHRASES: [(&str, &str); 20] = [
    ("a", "1"),
    ("A", "1"),
    ("an", "1"),
    ("An", "1"),
    ("one", "1"),
    ("each", "1"),
    ("per", "1"),
    ("every", "1"),
    ("Every", "1"),
    ("half a", "0.5"),
    ("Half a", "0.5"),
    ("half an", "0.5"),
    ("Half an", "0.5"),
    ("half", "0.5"),
    ("half of a", "0.5"),
    ("quarter", "0.25"),
    ("quarter of a", "0.25"),
    ("quarter of an", "0.25"),
    ("a dozen", "12"),
    ("a couple of", "2"),
];
