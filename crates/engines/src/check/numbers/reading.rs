//! What a number may stand for.

use crate::text::measure::{Decimal, Dimension};

/// One reading of a number or a date; two quantities are the same if they have one in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Reading {
    /// A number, a percentage or a date, in the form of placeables.
    Number(String),
    /// A quantity in the base unit of its dimension.
    Measure(Dimension, Decimal),
    /// A quantity per day.
    Rate(Dimension, Decimal),
    /// A time of the day in minutes.
    Clock(u32),
    /// What is made of what was there: 2 for 2倍 and for an increase by 100%.
    Multiple(Decimal),
}

/// The readings of a value by itself; hundredths are shares of a whole.
pub(super) fn readings_of(value: &str) -> Vec<Reading> {
    let mut readings = vec![Reading::Number(value.to_owned())];
    let share = match value.strip_suffix('%') {
        Some(percent) => Decimal::parse(percent).and_then(|percent| percent.divided(2)),
        None if value.starts_with("0.") => Decimal::parse(value),
        None => None,
    };
    readings.extend(share.map(|share| Reading::Measure(Dimension::ratio(), share.shortest())));
    readings
}

/// A value in its compared form: without leading zeros and without zeros at the end of a fraction.
pub(super) fn plain(value: &str) -> String {
    let (number, percent) = value.strip_suffix('%').map_or((value, ""), |number| (number, "%"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (sign, size) = number.strip_prefix('-').map_or(("", number), |size| ("-", size));
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    if !digits(whole) || !(fraction.is_empty() || digits(fraction)) {
        return value.to_owned();
    }
    let whole = whole.trim_start_matches('0');
    let (whole, fraction) = (if whole.is_empty() { "0" } else { whole }, fraction.trim_end_matches('0'));
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}{percent}")
}
