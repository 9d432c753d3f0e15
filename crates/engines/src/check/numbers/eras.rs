//! Years: eras by their names and letters, eras and centuries that carry across a range or a list, decades.

use super::carry::connection;
use super::quantity::{Quantity, around, overlaps};
use crate::model::{Lang, Span};
use crate::text::placeable::{EraName, PlaceableKind, year_of_letter};

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
        let mut era: Option<EraName> = None;
        for at in 0..quantities.len() {
            if let Some(own) = era_of(folded, &quantities[at]) {
                era = Some(own);
                in_era(folded, &mut quantities[at], own);
                continue;
            }
            let carried = era.filter(|_| at > 0 && connection(folded, &quantities[at - 1], &quantities[at]));
            let year = quantities[at].whole().filter(|year| *year <= LATEST);
            match carried.zip(year).and_then(|(era, year)| era.western(year)) {
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
        without_century(folded, &mut quantities[at]);
    }
}

/// The first and last years of eras that are named without a year: 享保年間. They may account for a number.
pub(super) fn phrases(folded: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    for word in ["年間", "時代", "期", "初", "末", "中", "の", "以"] {
        for (at, _) in folded.match_indices(word) {
            let Some(era) = EraName::before(folded.get(..at).unwrap_or_default()) else { continue };
            for year in [era.first, era.last] {
                let span = Span::new(at - era.length, at);
                let one = Quantity::new(span, PlaceableKind::Number, &year.to_string());
                found.push(Quantity { must_match: false, in_words: true, ..one });
            }
        }
    }
    found
}

/// The era in a year that is written with one.
fn era_of(folded: &str, one: &Quantity) -> Option<EraName> {
    let written = one.span.of(folded);
    let names = written.char_indices().map(|(at, c)| at + c.len_utf8()).take(4);
    let names = names.filter_map(|end| EraName::before(written.get(..end)?).filter(|era| era.length == end));
    names.last()
}

/// Adds the year of the era, and what 昭和20年代 covers.
fn in_era(folded: &str, one: &mut Quantity, era: EraName) {
    let year = |value: &str| value.get(..4.min(value.len()))?.parse::<u32>().ok();
    let Some(western) = year(&one.value).filter(|western| *western >= era.first) else { return };
    let own = western - era.first + 1;
    one.also_number(&own.to_string());
    if own.is_multiple_of(10) && around(folded, one.span).1.starts_with("年代") {
        for year in [western / 10 * 10, western.div_ceil(10) * 10, western + 9] {
            one.also_number(&year.to_string());
        }
    }
}

/// '98年, '98: a year without its century.
fn without_century(folded: &str, one: &mut Quantity) {
    let before = around(folded, one.span).0;
    let quoted =
        before.strip_suffix('\'').is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() && c.is_ascii()));
    if let Some(year) = one.whole().filter(|year| quoted && *year < 100 && one.span.len() == 2) {
        one.also_number(&(1900 + year).to_string());
        one.also_number(&(2000 + year).to_string());
    }
}

/// 令和元〜3年度: the first year of an era before a sign.
fn first_years(folded: &str, quantities: &mut Vec<Quantity>) {
    let mut found = Vec::new();
    for (at, sign) in folded.match_indices('元') {
        let Some(era) = EraName::before(folded.get(..at).unwrap_or_default()) else { continue };
        let span = Span::new(at - era.length, at + sign.len());
        if !overlaps(quantities, span, |one| one.span) {
            found.push(Quantity::new(span, PlaceableKind::Number, &era.first.to_string()));
        }
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
        let dated = after.starts_with(['年', '・', '~', '-', '、', ',']) || after.starts_with("から");
        let era = EraName::before(before).filter(|_| dated);
        let year = one.whole().filter(|year| *year <= LATEST);
        if let Some((era, western)) = era.zip(year).and_then(|(era, year)| Some((era, era.western(year)?))) {
            let span = Span::new(one.span.start - era.length, one.span.end);
            let own = Quantity::new(span, PlaceableKind::Number, &western.to_string());
            let readings = std::mem::take(&mut one.readings);
            *one = own;
            one.readings.extend(readings);
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
        1000..=2990 if number.is_multiple_of(100) => one.also_number(&(number / 100 + 1).to_string()),
        _ => {}
    }
}
