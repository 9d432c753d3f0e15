//! Dates as translation tools write them.

/// `20260401T090000Z` or `2026-04-01T09:00:00Z` as RFC 3339; none for anything else. A time without zone is taken for UTC, as
/// TMX asks.
pub(super) fn rfc3339(date: &str) -> Option<String> {
    let digits: String = date.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let digits = digits.strip_suffix('Z').unwrap_or(&digits);
    let (day, hour) = digits.split_once('T').unwrap_or((digits, "000000"));
    if day.len() != 8 || hour.len() != 6 {
        return None;
    }
    let part = |text: &str, from: usize, to: usize| text.get(from..to).and_then(number);
    written(
        [part(day, 0, 4)?, part(day, 4, 6)?, part(day, 6, 8)?],
        [part(hour, 0, 2)?, part(hour, 2, 4)?, part(hour, 4, 6)?],
    )
}

/// `04/01/2026 09:00:00`, month first, as Trados Studio writes it, as RFC 3339; none for anything else.
pub(super) fn month_first(date: &str) -> Option<String> {
    let (day, hour) = date.split_once(' ')?;
    let three = |text: &str, separator: char| {
        let mut numbers = text.split(separator).map(number);
        let three = [numbers.next()??, numbers.next()??, numbers.next()??];
        numbers.next().is_none().then_some(three)
    };
    let [month, monthday, year] = three(day, '/')?;
    written([year, month, monthday], three(hour, ':')?)
}

fn number(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// The moment, if there is such a one.
fn written([year, month, day]: [u32; 3], [hours, minutes, seconds]: [u32; 3]) -> Option<String> {
    let is_valid = year < 10_000
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hours < 24
        && minutes < 60
        && seconds <= 60;
    is_valid.then(|| format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}Z"))
}

#[cfg(test)]
mod tests {
    use super::{month_first, rfc3339};

    #[test]
    fn dates_of_every_tool_are_read_and_anything_else_is_left_out() {
        for (given, want) in [
            ("20260401T090000Z", Some("2026-04-01T09:00:00Z")),
            ("20260401T090000", Some("2026-04-01T09:00:00Z")),
            ("2026-04-01T09:00:00Z", Some("2026-04-01T09:00:00Z")),
            ("20260401", Some("2026-04-01T00:00:00Z")),
            ("20261301T090000Z", None),
            ("20260401T250000Z", None),
            ("昨日", None),
            ("2026０401", None),
            ("", None),
        ] {
            assert_eq!(rfc3339(given).as_deref(), want, "{given}");
        }
        for (given, want) in [
            ("04/01/2026 09:00:00", Some("2026-04-01T09:00:00Z")),
            ("4/1/2026 9:00:00", Some("2026-04-01T09:00:00Z")),
            ("01/13/2026 09:00:00", Some("2026-01-13T09:00:00Z")),
            ("13/01/2026 09:00:00", None),
            ("04/01/2026", None),
            ("04/01/2026 09:00:00:00", None),
            ("０4/01/2026 09:00:00", None),
        ] {
            assert_eq!(month_first(given).as_deref(), want, "{given}");
        }
    }
}
