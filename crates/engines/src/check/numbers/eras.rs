//! Years: eras by their names and letters, eras and centuries that carry across a range or a list, decades.

use super::carry::connection;
use super::quantity::{Quantity, around};
use crate::model::{Lang, Span};
use crate::text::placeable::{PlaceableKind, year_of_letter, years_of_era};

/// The latest year of an era.
const LATEST: u32 = 99;

/// The years that are written with the letter of an era: H30年度.
pub(super) fn letters(folded: &str) -> Vec<Quantity> {
    let bytes = folded.as_bytes();
    let mut found = Vec::new();
    for (at, _) in folded.match_indices('年') {
        let tight = folded.get(..at).unwrap_or_default();
        let digits = tight.bytes().rev().take_while(u8::is_ascii_digit).take(3).count();
        let Some(start) = (at - digits).checked_sub(1).filter(|_| matches!(digits, 1 | 2)) else { continue };
        let alone = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        let Some(year) = folded.get(start + 1..at).and_then(|digits| digits.parse().ok()) else { continue };
        if let Some(western) = year_of_letter(char::from(bytes[start]), year).filter(|_| alone) {
            let mut one = Quantity::new(Span::new(start, at), PlaceableKind::Number, &western.to_string());
            one.also_number(&year.to_string());
            found.push(one);
        }
    }
    found
}

/// Adds the Western years of era years, and the years that a range or a list shortens.
pub(super) fn read(folded: &str, lang: &Lang, quantities: &mut Vec<Quantity>) {
    if lang.is_japanese() {
        first_years(folded, quantities);
        in_kanji(folded, quantities);
        let mut era: Option<usize> = None;
        for at in 0..quantities.len() {
            if let Some(end) = end_of_era(folded, &quantities[at]) {
                era = Some(end);
                continue;
            }
            let carried = era.filter(|_| at > 0 && connection(folded, &quantities[at - 1], &quantities[at]));
            let year = quantities[at].whole().filter(|year| *year <= LATEST);
            let western = carried.zip(year).and_then(|(end, year)| {
                let (_, western) = years_of_era(folded.get(..end)?, &[year])?;
                western.first().copied()
            });
            match western {
                Some(western) => quantities[at].also_number(&western.to_string()),
                None => era = None,
            }
        }
    }
    for at in 0..quantities.len() {
        if at > 0 && connection(folded, &quantities[at - 1], &quantities[at]) {
            shortened(quantities, at);
        }
        decade(folded, lang, &mut quantities[at]);
    }
}

/// The end of the name of the era in a year that is written with one.
fn end_of_era(folded: &str, one: &Quantity) -> Option<usize> {
    let ends = one.span.of(folded).char_indices().map(|(at, c)| one.span.start + at + c.len_utf8()).take(4);
    let names = ends.filter(|end| {
        let name = folded.get(one.span.start..*end).unwrap_or_default();
        years_of_era(name, &[]).is_some_and(|(length, _)| length == name.len())
    });
    names.last()
}

/// 令和元〜3年度: the first year of an era before a sign.
fn first_years(folded: &str, quantities: &mut Vec<Quantity>) {
    let mut found = Vec::new();
    for (at, sign) in folded.match_indices('元') {
        let before = folded.get(..at).unwrap_or_default();
        let Some((length, years)) = years_of_era(before, &[1]) else { continue };
        let span = Span::new(at - length, at + sign.len());
        let free = !quantities.iter().any(|one| one.span.overlaps(span));
        found.extend(years.first().filter(|_| free).map(|year| {
            let mut one = Quantity::new(span, PlaceableKind::Number, &year.to_string());
            one.also_number("1");
            one
        }));
    }
    if !found.is_empty() {
        quantities.extend(found);
        quantities.sort_by_key(|one| one.span);
    }
}

/// 令和五・六年度: a year in kanji after the name of an era.
fn in_kanji(folded: &str, quantities: &mut [Quantity]) {
    for one in quantities.iter_mut().filter(|one| one.in_words) {
        let (before, after) = around(folded, one.span);
        let year = one.whole().filter(|year| *year <= LATEST);
        let dated = after.starts_with(['年', '・', '~', '-', '、', ',']) || after.starts_with("から");
        let years = year.filter(|_| dated).and_then(|year| years_of_era(before, &[year]));
        if let Some((length, years)) = years
            && let Some(year) = years.first()
        {
            let span = Span::new(one.span.start - length, one.span.end);
            let mut era = Quantity::new(span, PlaceableKind::Number, &year.to_string());
            era.readings.append(&mut one.readings);
            *one = era;
        }
    }
}

/// 1998〜99: two digits after a year of four.
fn shortened(quantities: &mut [Quantity], at: usize) {
    let year = |one: &Quantity| -> Option<u32> {
        let numbers = one.readings.iter().filter_map(|reading| match reading {
            super::reading::Reading::Number(value) => value.parse::<u32>().ok(),
            _ => None,
        });
        numbers.into_iter().find(|year| (1000..3000).contains(year))
    };
    let (Some(before), Some(short)) = (year(&quantities[at - 1]), quantities[at].whole()) else { return };
    let two_digits = quantities[at].span.len() >= 2 && short < 100;
    let full = before / 100 * 100 + short;
    if two_digits && full > before {
        quantities[at].also_number(&full.to_string());
    }
}

/// 1990年代, the 1990s, 90年代; the 1900s and 20世紀.
fn decade(folded: &str, lang: &Lang, one: &mut Quantity) {
    let Some(number) = one.whole() else { return };
    let after = around(folded, one.span).1;
    let (is_decade, is_century) = if lang.is_japanese() {
        (after.starts_with("年代"), after.starts_with("世紀"))
    } else {
        let century = after.trim_start_matches([' ', '-']);
        (after.starts_with('s'), century.starts_with("century") || century.starts_with("centuries"))
    };
    if is_century && number > 0 {
        one.also_number(&((number - 1) * 100).to_string());
    }
    if !is_decade || !number.is_multiple_of(10) {
        return;
    }
    match number {
        10..=90 => {
            one.also_number(&(1900 + number).to_string());
            one.also_number(&(2000 + number).to_string());
        }
        1000..=2990 => {
            one.also_number(&(number % 100).to_string());
            if number.is_multiple_of(100) {
                one.also_number(&(number / 100 + 1).to_string());
            }
        }
        _ => {}
    }
}
