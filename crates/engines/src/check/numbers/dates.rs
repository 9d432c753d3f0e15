//! Compares dates: year, month and day, as far as they are given.

use super::quantity::Quantity;
use crate::model::Span;
use crate::text::placeable::PlaceableKind;

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

/// Whether a number is one of the parts of a date; a month alone does not count.
pub(super) fn has_part(date: &str, number: &str) -> bool {
    parts(date)
        .is_some_and(|parts| parts.iter().flatten().count() > 1 && parts.iter().flatten().any(|part| part == number))
}

/// Whether the other side has a date: as a date that does not contradict it, with the parts it leaves out elsewhere; or, if the
/// other side has no dates, part by part.
pub(super) fn is_matched<'a>(date: &Quantity, others: &(impl Iterator<Item = &'a Quantity> + Clone)) -> bool {
    let Some(value) = date.values.first() else { return true };
    let Some(expected) = parts(value) else { return others.clone().any(|other| other.values.contains(value)) };
    let of_date = |other: &Quantity| {
        other.values.first().filter(|_| other.kind == PlaceableKind::Date).and_then(|value| parts(value))
    };
    let dates: Vec<Span> =
        others.clone().filter(|one| one.kind == PlaceableKind::Date && one.must_match).map(|one| one.span).collect();
    let by_number = |part: &String| {
        others.clone().any(|other| {
            let apart =
                other.kind != PlaceableKind::Date && !dates.iter().any(|other_date| other_date.overlaps(other.span));
            apart && other.values.contains(part)
        })
    };
    let by_any_date = |part: &String| others.clone().filter_map(of_date).any(|parts| parts[0].as_ref() == Some(part));
    let agrees = |other: &DateParts| {
        let pairs = || expected.iter().zip(other).enumerate();
        let both = pairs().filter_map(|(_, (one, two))| Some((one.as_ref()?, two.as_ref()?)));
        let (shared, same) = both.fold((0, true), |(count, same), (one, two)| (count + 1, same && one == two));
        let left_out = pairs().filter_map(|(at, (one, two))| Some((at, one.as_ref().filter(|_| two.is_none())?)));
        // A year may be given once for several days.
        shared > 0 && same && left_out.into_iter().all(|(at, part)| by_number(part) || (at == 0 && by_any_date(part)))
    };
    if others.clone().filter_map(of_date).any(|other| agrees(&other)) {
        return true;
    }
    dates.is_empty() && expected.iter().flatten().all(by_number)
}
