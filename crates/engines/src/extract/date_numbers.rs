//! Numbers of dates in other ways than digits, and years that are printed twice: 二〇二六年十月三日, 2026年（令和8年）.

use std::borrow::Cow;

/// The longest part of a date around 年, in characters.
const LONGEST: usize = 24;

/// The kanji with which the numbers of dates are written.
pub(super) const NUMERALS: &str = "〇零一二三四五六七八九十";

/// A compact text with the numbers before 年, 月 and 日 in digits: 二〇二六年十月三日.
pub(super) fn in_digits(text: &str) -> Cow<'_, str> {
    if !text.contains('年') || !text.contains(|c: char| NUMERALS.contains(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut numerals = String::new();
    for c in text.chars() {
        if NUMERALS.contains(c) {
            numerals.push(c);
            continue;
        }
        let number = matches!(c, '年' | '月' | '日').then(|| value(&numerals)).flatten();
        out += &number.map_or_else(|| numerals.clone(), |number| number.to_string());
        numerals.clear();
        out.push(c);
    }
    Cow::Owned(out + &numerals)
}

/// The value of a number in kanji, digit by digit or with 十.
fn value(numerals: &str) -> Option<u32> {
    let digit = |c: char| NUMERALS.chars().position(|numeral| numeral == c).and_then(|at| u32::try_from(at).ok());
    let digits = |text: &str| {
        let digits = text.chars().map(|c| digit(c).map(|at| at.saturating_sub(1)));
        digits.collect::<Option<Vec<u32>>>().map(|digits| digits.iter().fold(0, |number, digit| number * 10 + digit))
    };
    match numerals.split_once('十') {
        _ if numerals.is_empty() || numerals.chars().count() > 4 => None,
        Some((tens, ones)) if !ones.contains('十') && tens.chars().count() <= 1 && ones.chars().count() <= 1 => {
            Some(if tens.is_empty() { 1 } else { digits(tens)? } * 10 + digits(ones)?)
        }
        Some(_) => None,
        None => digits(numerals),
    }
}

/// The first characters of a text, as many as a date has.
pub(super) fn beginning(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

/// The last characters of a text, as many as a date has.
pub(super) fn ending(text: &str) -> &str {
    text.char_indices().rev().nth(LONGEST).map_or(text, |(at, c)| &text[at + c.len_utf8()..])
}

/// The longest year in brackets beside another, in bytes: （令和８年）.
const LONGEST_YEAR: usize = 20;

/// A text without the year in brackets that it begins with: (令和8年)10月3日.
pub(super) fn after_other_year(text: &str) -> &str {
    let other = text.strip_prefix('(').and_then(|inside| inside.split_once(')'));
    other.filter(|(inside, _)| inside.len() <= LONGEST_YEAR && inside.ends_with('年')).map_or(text, |(_, rest)| rest)
}

/// A text without the year in brackets that it ends with: 2026(令和8).
pub(super) fn before_other_year(text: &str) -> &str {
    let other = text.strip_suffix(')').and_then(|inside| inside.rsplit_once('('));
    let is_year = |inside: &str| inside.len() <= LONGEST_YEAR && inside.ends_with(|c: char| c.is_ascii_digit());
    other.filter(|(_, inside)| is_year(inside)).map_or(text, |(before, _)| before)
}
