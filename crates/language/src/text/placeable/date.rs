//! Reads a date at a position of a text.
//!
//! The value follows ISO 8601, with hyphens for missing parts: `2026-11-21`, `2026-11`, `--11-21`, `--11`. A year alone is
//! a number (2026年 and 2026 are both `2026`); the year of an era becomes the Western year.

use super::kanji;
use super::number::{ParsedValue, digits_end};
use super::number_words::{EnglishWord, NUMBER_WORDS};

/// A date in figures at `at`: 2026-11-21, 2026/11/21, 2026.11.21, 11/21/2026. If it may be either of two days
/// (11/12/2026), its value is the text as written.
pub(super) fn in_figures(text: &str, at: usize) -> Option<ParsedValue> {
    let bytes = text.as_bytes();
    let first_end = digits_end(bytes, at);
    let sign = *bytes.get(first_end).filter(|sign| matches!(sign, b'-' | b'/' | b'.'))?;
    let second_end = digits_end(bytes, first_end + 1);
    if bytes.get(second_end) != Some(&sign) {
        return None;
    }
    let end = digits_end(bytes, second_end + 1);
    let goes_on = bytes.get(end) == Some(&sign) && digits_end(bytes, end + 1) > end + 1;
    let letter = bytes.get(end).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
    if goes_on || letter {
        return None;
    }
    let part = |from: usize, to: usize| Some((text.get(from..to)?, text.get(from..to)?.parse::<u32>().ok()?));
    let (first, second, third) = (part(at, first_end)?, part(first_end + 1, second_end)?, part(second_end + 1, end)?);
    let short = |part: &str| part.len() <= 2;
    if first.0.len() == 4 && short(second.0) && short(third.0) {
        return Some(ParsedValue { end, value: day(Some(first.1), second.1, third.1)? });
    }
    if sign != b'/' || third.0.len() != 4 || !short(first.0) || !short(second.0) {
        return None;
    }
    let value = match (day(Some(third.1), first.1, second.1), day(Some(third.1), second.1, first.1)) {
        (Some(american), Some(british)) if american != british => text.get(at..end)?.to_owned(),
        (Some(value), _) | (None, Some(value)) => value,
        (None, None) => return None,
    };
    Some(ParsedValue { end, value })
}

/// A Japanese date or month that begins with the digits at `at`: 2026年11月21日, 11月21日, 2026年11月. After the name of
/// an era, the year is converted to the Western year.
pub(super) fn japanese(text: &str, at: usize) -> Option<ParsedValue> {
    let (first, end) = figure(text, at)?;
    if let Some(after) = sign(text, end, '年') {
        let year = if end - at == 4 { first } else { western(text, at, first)?.0 };
        return from_month(text, after, Some(year));
    }
    from_month(text, at, None)
}

/// The Western year of the era year `year` at `at`, and the start of the era's name; `None` without an era.
pub(super) fn western(text: &str, at: usize, year: u32) -> Option<(u32, usize)> {
    let before = text.get(..at)?.trim_end_matches(' ');
    let era = NUMBER_WORDS.japanese.era_before(before)?;
    // The names of old eras are other words too: 文化3施設.
    let after = text.get(at..)?.trim_start_matches(|c: char| c.is_ascii_digit() || c == '元' || kanji::is_numeral(c));
    let named = era.is_modern() || after.trim_start_matches(' ').starts_with('年');
    Some((era.western(year).filter(|_| named)?, before.len() - era.name.len()))
}

/// 元年: the first year of the era whose name ends at `at`, and the start of that name.
pub(super) fn first_year(text: &str, at: usize) -> Option<(ParsedValue, usize)> {
    let end = at + '元'.len_utf8();
    sign(text, end, '年')?;
    let (year, start) = western(text, at, 1)?;
    Some((ParsedValue { end, value: year.to_string() }, start))
}

/// The month at `at`, with the day if there is one, of a known year.
pub(super) fn from_month(text: &str, at: usize, year: Option<u32>) -> Option<ParsedValue> {
    let at = at + usize::from(year.is_some() && text.get(at..)?.starts_with(' '));
    let (month, end) = figure(text, at)?;
    let end = sign(text, end, '月').filter(|_| (1..=12).contains(&month))?;
    let space = usize::from(text.get(end..)?.starts_with(' '));
    let with_day = figure(text, end + space).and_then(|(number, day_end)| {
        let day_end =
            sign(text, day_end, '日').filter(|end| !text.get(*end..).is_some_and(|rest| rest.starts_with('間')))?;
        Some(ParsedValue { end: day_end, value: day(year, month, number)? })
    });
    let year = year.map_or("-".to_owned(), |year| format!("{year:04}"));
    Some(with_day.unwrap_or_else(|| ParsedValue { end, value: format!("{year}-{month:02}") }))
}

/// An English date that begins with the day at `at`: 21 November 2026, 21st of November.
pub(super) fn from_day(text: &str, at: usize) -> Option<ParsedValue> {
    let (number, end) = figure(text, at)?;
    let rest = text.get(end..)?;
    let rest = rest.get(ordinal(rest)..)?;
    let rest = rest.strip_prefix(" of ").or_else(|| rest.strip_prefix(' '))?;
    let (month, _, length) = month(rest)?;
    let end = text.len() - rest.len() + length;
    let value = day(None, month, number)?;
    match year(text, end) {
        Some((year, end)) => Some(ParsedValue { end, value: day(Some(year), month, number)? }),
        None => Some(ParsedValue { end, value }),
    }
}

/// An English date that begins with the month at `at`: November 21, 2026, Nov. 21, November 2026, November.
pub(super) fn from_month_name(text: &str, at: usize) -> Option<ParsedValue> {
    let (month, alone, length) = month(text.get(at..)?)?;
    let month_end = at + length;
    if let Some((year, end)) = year(text, month_end) {
        return Some(ParsedValue { end, value: format!("{year:04}-{month:02}") });
    }
    let after = text.get(month_end..)?;
    let dated = after.strip_prefix(' ').and_then(|_| figure(text, month_end + 1)).and_then(|(number, end)| {
        let rest = text.get(end..)?;
        let end = end + ordinal(rest);
        let glued = text.get(end..)?.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let fraction = text.get(end..)?.starts_with('.') && digits_end(text.as_bytes(), end + 1) > end + 1;
        let value = day(None, month, number).filter(|_| !glued && !fraction)?;
        match year(text, end) {
            Some((year, end)) => Some(ParsedValue { end, value: day(Some(year), month, number)? }),
            None => Some(ParsedValue { end, value }),
        }
    });
    dated.or_else(|| alone.then(|| ParsedValue { end: month_end, value: format!("--{month:02}") }))
}

/// The length of the ordinal ending that `rest` begins with: the st of 21st.
pub(super) fn ordinal(rest: &str) -> usize {
    let found = ["st", "nd", "rd", "th"].iter().any(|ending| rest.starts_with(ending));
    let ends = !rest.get(2..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
    if found && ends { 2 } else { 0 }
}

/// The month that `rest` begins with, whether its name is a month even without a number, and the length of the name.
fn month(rest: &str) -> Option<(u32, bool, usize)> {
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let Some(EnglishWord::Month(month, alone)) = NUMBER_WORDS.english.word(rest.get(..length)?) else { return None };
    let after = rest.get(length..)?;
    if after.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let short = length <= 4 && after.starts_with(". ");
    Some((month, alone, length + usize::from(short)))
}

/// The four-digit year after a date, and where it ends.
fn year(text: &str, at: usize) -> Option<(u32, usize)> {
    let rest = text.get(at..)?;
    let rest = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' '))?;
    let start = text.len() - rest.len();
    let end = digits_end(text.as_bytes(), start);
    let number: u32 = text.get(start..end)?.parse().ok()?;
    let rest = text.get(end..)?;
    let range = rest.starts_with('-') && digits_end(text.as_bytes(), end + 1) > end + 1;
    let cut = range || rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    (end - start == 4 && (1000..3000).contains(&number) && !cut).then_some((number, end))
}

/// One to four digits at `at`, and where they end.
fn figure(text: &str, at: usize) -> Option<(u32, usize)> {
    let end = digits_end(text.as_bytes(), at);
    (end - at <= 4).then_some(())?;
    Some((text.get(at..end)?.parse().ok()?, end))
}

/// The end of the sign `wanted` if it comes at `at`, possibly after one space.
fn sign(text: &str, at: usize, wanted: char) -> Option<usize> {
    let rest = text.get(at..)?;
    let rest = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix(wanted)?;
    Some(text.len() - rest.len())
}

/// A day in ISO 8601, if there is such a day.
fn day(year: Option<u32>, month: u32, day: u32) -> Option<String> {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    };
    let year = year.map_or("-".to_owned(), |year| format!("{year:04}"));
    (1..=longest).contains(&day).then(|| format!("{year}-{month:02}-{day:02}"))
}
