//! Compares dates: year, month and day, as far as they are given.

use std::collections::{HashMap, HashSet};

use super::quantity::{Quantity, overlaps};
use super::reading::Reading;
use crate::model::Span;
use crate::text::placeable::PlaceableKind;

/// So many bytes may lie between a month and its day: 3 and 5 July.
const BESIDE: usize = 24;

/// Year, month and day without leading zeros; `None` if not given.
type DateParts = [Option<String>; 3];

/// The parts of a value such as `2026-11-21`, `2026-11`, `--11-21` or `--11`; `None` if it is written differently.
fn parts(value: &str) -> Option<DateParts> {
    let (year, rest) = match value.strip_prefix("--") {
        Some(rest) => (None, rest),
        None => {
            let (year, rest) = value.split_once('-')?;
            (Some(year), rest)
        }
    };
    let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
    let number = |part: &str| {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.trim_start_matches('0').to_owned())
    };
    let all = [year, Some(month), day];
    if all.iter().flatten().any(|part| number(part).is_none()) {
        return None;
    }
    Some(all.map(|part| part.and_then(number)))
}

/// The numbers that a date may account for: its parts, if it has more than one.
pub(super) fn numbers(date: &str) -> Vec<String> {
    let parts: Vec<String> = parts(date).into_iter().flatten().flatten().collect();
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// The two days that 1/2/2023 may be; none for other dates.
pub(super) fn days(date: &str) -> Vec<String> {
    let parts: Vec<u32> = date.split('/').filter_map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [one, two, year] => {
            vec![format!("{year:04}-{one:02}-{two:02}"), format!("{year:04}-{two:02}-{one:02}")]
        }
        _ => Vec::new(),
    }
}

/// The dates of a text, and its numbers outside of them.
pub(super) struct Dates {
    all: Vec<(DateParts, Span)>,
    years: HashSet<String>,
    numbers: HashMap<String, Vec<Span>>,
    must_match: bool,
}

impl Dates {
    pub(super) fn new(quantities: &[&Quantity]) -> Self {
        let is_date = |one: &&&Quantity| one.kind == PlaceableKind::Date;
        let mut spans: Vec<Span> =
            quantities.iter().filter(is_date).filter(|one| one.must_match).map(|one| one.span).collect();
        spans.sort_unstable();
        let all = quantities
            .iter()
            .filter(is_date)
            .flat_map(|one| std::iter::once(one.value.clone()).chain(days(&one.value)).map(|value| (value, one.span)));
        let all: Vec<(DateParts, Span)> = all.filter_map(|(value, span)| Some((parts(&value)?, span))).collect();
        let others = quantities
            .iter()
            .filter(|one| one.kind != PlaceableKind::Date && !overlaps(&spans, one.span, |date| *date));
        let mut numbers: HashMap<String, Vec<Span>> = HashMap::new();
        for (reading, span) in others.flat_map(|one| one.readings.iter().map(move |reading| (reading, one.span))) {
            if let Reading::Number(value) = reading {
                numbers.entry(value.clone()).or_default().push(span);
            }
        }
        Self {
            years: all.iter().filter_map(|(parts, _)| parts[0].clone()).collect(),
            numbers,
            must_match: !spans.is_empty(),
            all,
        }
    }

    /// Whether the text has a date: as a date that does not contradict it, with the parts it leaves out elsewhere; or, if
    /// the text has no dates, part by part.
    pub(super) fn has(&self, date: &Quantity) -> bool {
        let days = days(&date.value);
        if days.is_empty() { self.has_day(&date.value) } else { days.iter().any(|day| self.has_day(day)) }
    }

    fn has_day(&self, date: &str) -> bool {
        let Some(expected) = parts(date) else { return false };
        let agrees = |(other, place): &(DateParts, Span)| {
            let pairs = || expected.iter().zip(other).enumerate();
            let both = pairs().filter_map(|(_, (one, two))| Some((one.as_ref()?, two.as_ref()?)));
            let (shared, same) = both.fold((0, true), |(count, same), (one, two)| (count + 1, same && one == two));
            let left_out = pairs().filter_map(|(at, (one, two))| Some((at, one.as_ref().filter(|_| two.is_none())?)));
            // A year may be given once for several days; a day stands beside its month.
            let beside = |span: &Span| span.start <= place.end + BESIDE && place.start <= span.end + BESIDE;
            let elsewhere = |at: usize, part: &String| {
                let numbers = self.numbers.get(part);
                numbers.is_some_and(|spans| at < 2 || spans.iter().any(beside))
                    || (at == 0 && self.years.contains(part))
            };
            shared > 0 && same && left_out.into_iter().all(|(at, part)| elsewhere(at, part))
        };
        self.all.iter().any(agrees)
            || (!self.must_match && expected.iter().flatten().all(|part| self.numbers.contains_key(part)))
    }
}
