//! Writes a date in the format of another one that has the same parts; texts are in the normal form N1.

use super::date;
use super::number_words::{EnglishWord, NUMBER_WORDS};
use super::rewrite_number::{era_year, ordinal_ending};
use crate::model::Lang;
use crate::text::english::MONTHS;

/// The parts of a date that are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct DateParts {
    year: Option<u32>,
    month: u32,
    day: Option<u32>,
}

impl DateParts {
    /// Reads `2026-11-21`, `2026-11`, `--11-21` or `--11`.
    fn read(value: &str) -> Option<Self> {
        let (year, rest) = match value.strip_prefix("--") {
            Some(rest) => (None, rest),
            None => {
                let (year, rest) = value.split_once('-')?;
                (Some(year.parse().ok()?), rest)
            }
        };
        let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
        let day = match day {
            Some(day) => Some(day.parse().ok()?),
            None => None,
        };
        Some(Self { year, month: month.parse().ok().filter(|month| (1..=12).contains(month))?, day })
    }
}

/// The date `value` in the format of `written`.
pub(super) fn date(written: &str, value: &str, lang: &Lang) -> Option<String> {
    let parts = DateParts::read(value)?;
    let signs = written.chars().find(|c| matches!(c, '/' | '.' | '-'));
    let in_figures = written.chars().all(|c| c.is_ascii_digit() || Some(c) == signs);
    if in_figures {
        return date::in_figures(written, 0)
            .filter(|read| read.end == written.len())
            .and_then(|_| figures(written, parts));
    }
    match lang.is_japanese() {
        true => written.contains('月').then(|| japanese(written, parts))?,
        false => english(written, parts),
    }
}

/// 2026-11-21, 11/21/2026.
fn figures(written: &str, parts: DateParts) -> Option<String> {
    let order: &[u8] = if written.bytes().take_while(u8::is_ascii_digit).count() == 4 {
        b"ymd"
    } else {
        let value = date::in_figures(written, 0)?.value;
        let month = DateParts::read(&value)?.month;
        if written.split('/').next()?.parse() == Ok(month) { b"mdy" } else { b"dmy" }
    };
    let mut order = order.iter();
    replace_figures(written, |old, _| match order.next()? {
        b'y' => parts.year.map(|year| year.to_string()),
        b'm' => Some(pad_like(old, parts.month)),
        _ => Some(pad_like(old, parts.day?)),
    })
}

/// 2026年11月21日, 令和8年11月, 11月21日.
fn japanese(written: &str, parts: DateParts) -> Option<String> {
    let words = &NUMBER_WORDS.japanese;
    let (head, rest) = match (words.split_era(written), parts.year) {
        (Some(_), Some(year)) => {
            let (old, rest) = written.split_once('年')?;
            let era = words.era_of(year, Some(parts.month), parts.day)?;
            let figures = words.split_era(old)?.1.trim_start();
            (format!("{}{}年", era.name, era_year(era.year(year)?, figures)?), rest)
        }
        _ => (String::new(), written),
    };
    let rest = replace_figures(rest, |old, after| match after.trim_start_matches(' ').chars().next()? {
        '年' => parts.year.map(|year| year.to_string()),
        '月' => Some(pad_like(old, parts.month)),
        '日' => Some(pad_like(old, parts.day?)),
        _ => None,
    })?;
    Some(head + &rest)
}

/// November 21, 2026; 21st of Nov. 2026; November.
fn english(written: &str, parts: DateParts) -> Option<String> {
    let mut out = String::new();
    let mut rest = written;
    let mut named = false;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| c.is_alphabetic() == first.is_alphabetic() && c.is_ascii_digit() == first.is_ascii_digit();
        let run = rest.get(..rest.find(|c| !same(c)).unwrap_or(rest.len()))?;
        rest = rest.get(run.len()..)?;
        if first.is_ascii_digit() && run.len() == 4 {
            out.push_str(&parts.year?.to_string());
        } else if first.is_ascii_digit() {
            let day = parts.day?;
            out.push_str(&pad_like(run, day));
            let ending = date::ordinal(rest);
            if ending > 0 {
                out.push_str(ordinal_ending(day.into()));
                rest = rest.get(ending..)?;
            }
        } else if let Some(EnglishWord::Month(..)) = NUMBER_WORDS.english.word(run) {
            named = true;
            let name = month_name(parts.month, run.len() <= 4 && !MONTHS.contains(&run.to_ascii_lowercase().as_str()))?;
            if rest.starts_with('.') && name.len() == MONTHS.get(parts.month as usize - 1)?.len() {
                // May has no short form, so no full stop either.
                rest = rest.get(1..)?;
            }
            out.push_str(&name);
        } else {
            out.push_str(run);
        }
    }
    named.then_some(out)
}

/// The capitalised name of a month, in full or in three letters.
fn month_name(month: u32, short: bool) -> Option<String> {
    let name = MONTHS.get(month as usize - 1)?;
    let name = if short { name.get(..3)? } else { name };
    Some(format!("{}{}", name.get(..1)?.to_ascii_uppercase(), name.get(1..)?))
}

/// Replaces every run of digits with the result of `change`, which gets the run and the text after it.
fn replace_figures(text: &str, mut change: impl FnMut(&str, &str) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(rest.get(..start)?);
        let tail = rest.get(start..)?;
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let (digits, after) = tail.split_at(end);
        out.push_str(&change(digits, after)?);
        rest = after;
    }
    Some(out + rest)
}

/// A number with a leading zero if the old one has one.
fn pad_like(old: &str, number: u32) -> String {
    if old.starts_with('0') { format!("{number:02}") } else { number.to_string() }
}
