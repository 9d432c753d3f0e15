//! Dates as they are compared: year, month and day, as far as they are said.

use super::quantity::Quantity;
use crate::text::placeable::PlaceableKind;

/// Year, month and day without zeros before them; none where it is not said.
type Parts = [Option<String>; 3];

/// The parts of a value such as `2026-11-21`, `2026-11`, `--11-21`, `--11`; `None` where it is written another way.
fn parts(value: &str) -> Option<Parts> {
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

/// Whether a date has a number as one of its parts; a month alone has none.
pub(super) fn has_part(date: &str, number: &str) -> bool {
    parts(date)
        .is_some_and(|parts| parts.iter().flatten().count() > 1 && parts.iter().flatten().any(|part| part == number))
}

/// Whether a date is said on the other side: all its parts are, and no other date in their place.
pub(super) fn is_said<'a>(asked: &Quantity, mut said: impl Iterator<Item = &'a Quantity> + Clone) -> bool {
    let Some(value) = asked.values.first() else { return true };
    let Some(wanted) = parts(value) else { return said.any(|other| other.values.contains(value)) };
    let part_said = |part: &String| {
        said.clone().any(|other| {
            let date = other.kind == PlaceableKind::Date;
            let in_date = |value: &str| date && parts(value).is_some_and(|parts| parts.contains(&Some(part.clone())));
            other.values.iter().any(|value| value == part || in_date(value))
        })
    };
    let agrees = |other: &Quantity| {
        let other = other.values.first().filter(|_| other.kind == PlaceableKind::Date).and_then(|value| parts(value));
        other.is_some_and(|other| {
            let both = || wanted.iter().zip(&other).filter_map(|(one, two)| Some((one.as_ref()?, two.as_ref()?)));
            both().count() > 0 && both().all(|(one, two)| one == two)
        })
    };
    let has_dates = said.clone().any(|other| other.kind == PlaceableKind::Date && other.is_asked);
    (!has_dates || said.clone().any(agrees)) && wanted.iter().flatten().all(part_said)
}
