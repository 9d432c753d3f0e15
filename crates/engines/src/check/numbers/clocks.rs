//! Times of the day: 午前10時半, 15:00, 3 p.m., half past ten.

use super::quantity::{Quantity, around, last};
use super::reading::Reading;
use crate::model::Lang;

const NOON: u32 = 12 * 60;

/// The half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DayHalf {
    Morning,
    Afternoon,
}

/// Adds the time of the day to its hours and minutes.
pub(super) fn read(folded: &str, lang: &Lang, quantities: &mut [Quantity]) {
    if lang.is_english() {
        before_and_past(folded, quantities);
    }
    for at in 0..quantities.len() {
        let Some(hour) = quantities[at].whole().filter(|hour| *hour <= 29 && quantities[at].unit.is_none()) else {
            continue;
        };
        let clock = if lang.is_japanese() { japanese(folded, quantities, at) } else { english(folded, quantities, at) };
        let Some((minutes, parts, half)) = clock.or_else(|| in_figures(folded, lang, quantities, at)) else { continue };
        let time = hour * 60 + minutes;
        let times = match half {
            Some(DayHalf::Morning) if hour == 12 => vec![minutes],
            Some(DayHalf::Afternoon) if hour < 12 => vec![time + NOON],
            None if (1..=12).contains(&hour) => vec![time, (time + NOON) % (2 * NOON)],
            // 25時 is an hour after midnight.
            _ if time >= 2 * NOON => vec![time, time - 2 * NOON],
            _ => vec![time],
        };
        // Open from 9 to 5: an hour of the afternoon may be told without saying so.
        if lang.is_japanese() && half.is_none() && minutes == 0 && (13..24).contains(&hour) {
            quantities[at].also_number(&(hour - 12).to_string());
        }
        for one in &mut quantities[at..at + parts] {
            for time in &times {
                one.also(Reading::Clock(*time));
            }
        }
    }
}

/// A quarter to nine, ten past nine.
fn before_and_past(folded: &str, quantities: &mut [Quantity]) {
    for at in 0..quantities.len() {
        let Some(hour) = quantities[at].whole().filter(|hour| (1..=12).contains(hour)) else { continue };
        let before = last(around(folded, quantities[at].span).0, 14).to_lowercase();
        let is_before = [" to ", " before ", " till ", " of "].iter().any(|word| before.ends_with(word));
        if !is_before && ![" past ", " after "].iter().any(|word| before.ends_with(word)) {
            continue;
        }
        let minutes = at.checked_sub(1).filter(|at| quantities[*at].in_words).and_then(|at| {
            let between = folded.get(quantities[at].span.end..quantities[at + 1].span.start)?;
            let minutes = quantities[at].whole().filter(|minutes| matches!(minutes, 5 | 10 | 20 | 25))?;
            matches!(between, " to " | " before " | " till " | " past " | " after ").then_some(minutes)
        });
        let is_quarter =
            ["quarter to ", "quarter before ", "quarter of ", "quarter till ", "quarter past ", "quarter after "]
                .iter()
                .any(|words| before.ends_with(words));
        let first = if minutes.is_some() { at - 1 } else { at };
        let Some(minutes) = minutes.or_else(|| is_quarter.then_some(15)) else { continue };
        let time = hour % 12 * 60 + NOON;
        let time = if is_before { time - minutes } else { time + minutes } % NOON;
        for one in &mut quantities[first..=at] {
            one.also(Reading::Clock(time));
            one.also(Reading::Clock(time + NOON));
        }
    }
}

/// The minutes, the number of numbers and the half of the day of 午後3時15分 and 10時半.
fn japanese(folded: &str, quantities: &[Quantity], at: usize) -> Option<(u32, usize, Option<DayHalf>)> {
    let (before, after) = around(folded, quantities[at].span);
    let rest = after.strip_prefix('時').filter(|rest| !rest.starts_with(['間', '点', '代', '期', '速', '給']))?;
    let before = last(before, 6);
    let half = if ["午前", "朝", "未明", "早朝", "深夜", "AM"].iter().any(|word| before.trim_end().ends_with(word))
    {
        Some(DayHalf::Morning)
    } else if ["午後", "夕方", "夜", "昼", "PM"].iter().any(|word| before.trim_end().ends_with(word)) {
        Some(DayHalf::Afternoon)
    } else {
        None
    };
    if rest.starts_with('半') {
        return Some((30, 1, half));
    }
    let start = folded.len() - rest.len();
    let minutes =
        quantities.get(at + 1).filter(|next| next.span.start == start && around(folded, next.span).1.starts_with('分'));
    match minutes.and_then(Quantity::whole).filter(|minutes| *minutes < 60) {
        Some(minutes) => Some((minutes, 2, half)),
        None => Some((0, 1, half)),
    }
}

/// 10:30, 3:15 p.m.
fn in_figures(folded: &str, lang: &Lang, quantities: &[Quantity], at: usize) -> Option<(u32, usize, Option<DayHalf>)> {
    let (one, next) = (&quantities[at], quantities.get(at + 1)?);
    let apart = folded.get(one.span.end..next.span.start)?;
    let minutes = next.span.of(folded);
    let minutes = minutes.parse().ok().filter(|number| minutes.len() == 2 && *number < 60)?;
    if apart != ":" {
        return None;
    }
    let half = if lang.is_japanese() {
        let before = last(around(folded, one.span).0, 6);
        let named = |word: &str| before.trim_end().ends_with(word);
        if named("午前") { Some(DayHalf::Morning) } else { named("午後").then_some(DayHalf::Afternoon) }
    } else {
        half_after(around(folded, next.span).1)
    };
    Some((minutes, 2, half))
}

/// Three o'clock, 3 p.m., half past ten.
fn english(folded: &str, quantities: &[Quantity], at: usize) -> Option<(u32, usize, Option<DayHalf>)> {
    let (before, after) = around(folded, quantities[at].span);
    let half = half_after(after);
    let before = last(before, 14).to_lowercase();
    if before.ends_with("half past ") {
        return Some((30, 1, half));
    }
    if before.ends_with("quarter past ") {
        return Some((15, 1, half));
    }
    (half.is_some() || after.starts_with(" o'clock")).then_some((0, 1, half))
}

/// The half of the day that a text begins with: p.m., in the afternoon.
fn half_after(after: &str) -> Option<DayHalf> {
    let after: String = after.chars().take(24).collect::<String>().to_lowercase();
    let after = after.trim_start().trim_start_matches("o'clock").trim_start();
    let begins = |words: &[&str]| {
        words.iter().any(|word| {
            after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        })
    };
    if begins(&["a.m", "am", "in the morning", "midnight"]) {
        Some(DayHalf::Morning)
    } else if begins(&["p.m", "pm", "in the afternoon", "in the evening", "at night", "noon"]) {
        Some(DayHalf::Afternoon)
    } else {
        None
    }
}
