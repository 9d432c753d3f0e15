//! Names and values of cells: `C5`, numbers as a spreadsheet shows them, dates.

use time::{Date, Duration, Month};

/// The most digits a format asks for.
const MOST_DIGITS: usize = 30;

/// The name of a cell by the index of its column, from 0, and the number of its row.
pub(super) fn cell_name(column: usize, row: u64) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    format!("{}{row}", letters.iter().rev().collect::<String>())
}

/// The index of the column and the number of the row a cell is named after.
pub(super) fn position(name: &str) -> Option<(usize, u64)> {
    let name = name.as_bytes();
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = name
        .iter()
        .take(letters)
        .fold(0, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = std::str::from_utf8(name.get(letters..)?).ok()?.parse().ok().filter(|row| *row > 0)?;
    Some((column - 1, row))
}

/// A number with the fifteen digits a spreadsheet calculates with: `0.3`, not `0.30000000000000004`.
pub(super) fn number(written: &str) -> String {
    let written = written.trim();
    if written.bytes().all(|byte| byte.is_ascii_digit()) && written.len() <= 15 {
        return written.to_owned();
    }
    match written.parse::<f64>() {
        Ok(value) if value.is_finite() && value.abs() < 1e18 => {
            let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
            rounded.to_string()
        }
        _ => written.to_owned(),
    }
}

/// A whole number with zeros in front, as a format such as `000` shows it.
pub(super) fn padded(number: &str, digits: usize) -> String {
    let (sign, plain) = number.strip_prefix('-').map_or(("", number), |plain| ("-", plain));
    if plain.is_empty() || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    format!("{sign}{plain:0>digits$}")
}

/// Whether a text is this number with zeros in front.
pub(super) fn is_padded(text: &str, number: &str) -> bool {
    text.len() > number.len()
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.trim_start_matches('0') == number.trim_start_matches('0')
}

/// With how many digits at least a format of numbers shows a whole number: `000`; none for any other format.
pub(super) fn least_digits(code: &str) -> Option<usize> {
    // The second part is for negative numbers.
    let code = code.split(';').next().unwrap_or_default();
    (code.len() > 1 && code.len() <= MOST_DIGITS && code.bytes().all(|byte| byte == b'0')).then_some(code.len())
}

/// The date or time that a number of days stands for; none for a number that is no date.
pub(super) fn date(written: &str, from_1904: bool) -> Option<String> {
    let days: f64 = written.trim().parse().ok().filter(|days: &f64| (0.0..3_000_000.0).contains(days))?;
    let seconds = (days.fract() * 86_400.0).round();
    // Excel counts a 29 February 1900, as Lotus did.
    let start = match (from_1904, days < 60.0) {
        (true, _) => Date::from_calendar_date(1904, Month::January, 1),
        (false, true) => Date::from_calendar_date(1899, Month::December, 31),
        (false, false) => Date::from_calendar_date(1899, Month::December, 30),
    };
    let (days, seconds) = (days.trunc().to_string().parse().ok()?, seconds.to_string().parse().ok()?);
    let moment = start.ok()?.midnight().checked_add(Duration::days(days))?.checked_add(Duration::seconds(seconds))?;
    let (day, time) = (moment.date(), moment.time());
    let clock = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    Some(match (days, seconds) {
        (0, _) if !from_1904 => clock,
        (_, 0) => day.to_string(),
        _ => format!("{day} {clock}"),
    })
}

/// Whether a format of numbers shows dates: `yyyy"年"m"月"`, `[$-411]ggge`.
pub(super) fn is_date_format(code: &str) -> bool {
    let (mut quoted, mut bracket, mut escaped) = (false, false, false);
    // The second part is for negative numbers.
    for letter in code.chars().take_while(|letter| *letter != ';') {
        match letter {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' => bracket = false,
            'y' | 'm' | 'd' | 'h' | 's' | 'e' | 'g' | 'Y' | 'M' | 'D' | 'H' | 'S' if !quoted && !bracket => {
                return !code.eq_ignore_ascii_case("general");
            }
            // `0.00E+00`
            '0' | '#' | '?' if !quoted && !bracket => return false,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{cell_name, date, is_date_format, is_padded, least_digits, number, padded, position};

    #[test]
    fn cells_have_names() {
        for (name, place) in [("A1", (0, 1)), ("Z9", (25, 9)), ("AA10", (26, 10)), ("XFD1048576", (16_383, 1_048_576))]
        {
            assert_eq!((position(name), cell_name(place.0, place.1)), (Some(place), name.to_owned()));
        }
        for name in ["", "1", "A", "A0", "ABCD1", "A-1", "あ1", "A1B"] {
            assert_eq!(position(name), None, "{name}");
        }
    }

    #[test]
    fn numbers_are_written_as_a_sheet_shows_them() {
        for (written, want) in [
            ("1", "1"),
            ("1.0", "1"),
            ("0.30000000000000004", "0.3"),
            ("9.3000000000000005E-1", "0.93"),
            ("-2.5", "-2.5"),
            ("1E+300", "1E+300"),
            ("1E3", "1000"),
            ("123456789012345678", "123456789012346000"),
            ("x", "x"),
        ] {
            assert_eq!(number(written), want, "{written}");
        }
    }

    #[test]
    fn zeros_in_front_of_a_number_are_shown_where_its_format_asks_for_them() {
        for (code, number, want) in [
            ("000", "7", "007"),
            ("000", "1234", "1234"),
            ("00;-00", "-7", "-07"),
            ("0000", "0", "0000"),
            ("000", "0.5", "0.5"),
            ("0", "7", "7"),
            ("0.00", "7", "7"),
            ("#,##0", "7", "7"),
            ("General", "7", "7"),
        ] {
            assert_eq!(least_digits(code).map_or(number.to_owned(), |digits| padded(number, digits)), want, "{code}");
        }
        for (text, number, want) in [
            ("007", "7", true),
            ("000", "0", true),
            ("7", "7", false),
            ("070", "7", false),
            ("0.70", "0.7", false),
            ("００7", "7", false),
        ] {
            assert_eq!(is_padded(text, number), want, "{text}");
        }
    }

    #[test]
    fn days_are_dates() {
        for (days, from_1904, want) in [
            ("1", false, Some("1900-01-01")),
            ("61", false, Some("1900-03-01")),
            ("45383", false, Some("2024-04-01")),
            ("45383.5", false, Some("2024-04-01 12:00:00")),
            ("0.25", false, Some("06:00:00")),
            ("0", true, Some("1904-01-01")),
            ("-1", false, None),
            ("1E9", false, None),
            ("NaN", false, None),
        ] {
            assert_eq!(date(days, from_1904).as_deref(), want, "{days}");
        }
        for (code, want) in [
            ("yyyy/m/d", true),
            ("yyyy\"年\"m\"月\"d\"日\"", true),
            ("[$-411]ggge\"年\"", true),
            ("[h]:mm", true),
            ("General", false),
            ("0.00E+00", false),
            ("#,##0\"mm\"", false),
            ("@", false),
            ("\"d\"0", false),
            ("[Red]0", false),
        ] {
            assert_eq!(is_date_format(code), want, "{code}");
        }
    }
}
