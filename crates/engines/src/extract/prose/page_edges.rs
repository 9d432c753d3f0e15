//! Finds running heads and feet that hold the number of their page beside other words, in the first and last rows of pages.

use std::collections::{BTreeMap, HashSet};

use super::super::document::Document;
use crate::text::chars::fold;

/// Pages that a counter must agree with.
const PAGES: usize = 3;

/// The rows that are running heads or feet: the number they begin or end with counts with the pages.
pub(super) fn rows(document: &Document<'_>) -> HashSet<usize> {
    let edges = edges(document);
    let mut offsets: BTreeMap<i64, HashSet<u32>> = BTreeMap::new();
    let numbered: Vec<(usize, u32, Vec<i64>)> = edges
        .iter()
        .map(|&row| {
            let text: String = document.rows[row].line.span.of(document.text).chars().map(fold).collect();
            (row, document.rows[row].line.page, numbers(&text))
        })
        .collect();
    for (_, page, numbers) in &numbered {
        for number in numbers {
            offsets.entry(number - i64::from(*page)).or_default().insert(*page);
        }
    }
    let counts =
        |page: u32, number: i64| offsets.get(&(number - i64::from(page))).is_some_and(|pages| pages.len() >= PAGES);
    let is_running = |(_, page, numbers): &&(usize, u32, Vec<i64>)| numbers.iter().any(|number| counts(*page, *number));
    numbered.iter().filter(is_running).map(|(row, ..)| *row).collect()
}

/// The first and the last row of every page, if there are several pages.
fn edges(document: &Document<'_>) -> Vec<usize> {
    let page = |row: usize| document.rows[row].line.page;
    let last = document.rows.len().saturating_sub(1);
    if document.marked || document.rows.is_empty() || page(0) == page(last) {
        return Vec::new();
    }
    (0..=last)
        .filter(|&row| row == 0 || row == last || page(row - 1) != page(row) || page(row + 1) != page(row))
        .filter(|&row| document.rows[row].line.width <= 110)
        .collect()
}

/// The numbers that a row begins or ends with, in digits or Roman.
fn numbers(text: &str) -> Vec<i64> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '|')).filter(|word| !word.is_empty()).collect();
    let mut ends: Vec<&str> = words.first().into_iter().chain(words.last()).copied().collect();
    if words.len() >= 2 && text.contains('/') {
        ends.extend(words.get(words.len() - 2));
    }
    ends.into_iter()
        .filter_map(|word| word.parse::<i64>().ok().filter(|number| (1..2000).contains(number)).or_else(|| roman(word)))
        .collect()
}

/// A Roman number in small letters, as a value that never meets one in digits.
fn roman(word: &str) -> Option<i64> {
    const APART: i64 = 100_000;
    let value = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let values: Vec<i64> = word.chars().map(value).collect::<Option<_>>()?;
    let sum: i64 = values
        .iter()
        .enumerate()
        .map(|(at, own)| if values.get(at + 1).is_some_and(|next| next > own) { -own } else { *own })
        .sum();
    (!values.is_empty()).then_some(sum + APART)
}
