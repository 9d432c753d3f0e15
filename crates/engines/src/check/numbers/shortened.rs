//! Thousands, millions and billions in a letter or two after figures: 10k people, €2.5m, $3bn.

use super::quantity::{Quantity, around};
use crate::model::Span;
use crate::text::measure::Decimal;
use crate::text::placeable::PlaceableKind;

/// The letters, and the zeros they stand for.
const LETTERS: [(&str, u32); 12] = [
    ("k", 3),
    ("K", 3),
    ("m", 6),
    ("M", 6),
    ("mn", 6),
    ("mln", 6),
    ("bn", 9),
    ("b", 9),
    ("B", 9),
    ("tn", 12),
    ("trn", 12),
    ("T", 12),
];

/// Signs of money before a number.
pub(super) const MONEY: [char; 6] = ['$', '€', '£', '¥', '₩', '₹'];

/// What is counted in such numbers, so that the letter is no metre.
const COUNTED: [&str; 22] = [
    "people",
    "users",
    "residents",
    "copies",
    "records",
    "cases",
    "visitors",
    "subscribers",
    "downloads",
    "doses",
    "views",
    "households",
    "jobs",
    "yen",
    "dollars",
    "euros",
    "pounds",
    "tokens",
    "words",
    "images",
    "samples",
    "customers",
];

/// Reads them, and adds to numbers that were read with the letter as a unit what they stand for.
pub(super) fn read(folded: &str, quantities: &mut [Quantity]) -> Vec<Quantity> {
    let bytes = folded.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_digit() || (*byte == b'.' && at > start)) {
            at += 1;
        }
        if at == start {
            at += 1;
            continue;
        }
        let span = Span::new(start, at);
        let (before, after) = around(folded, span);
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ',')) {
            continue;
        }
        let letters = after.get(..after.bytes().take_while(u8::is_ascii_alphabetic).count()).unwrap_or_default();
        let rest = after.get(letters.len()..).unwrap_or_default();
        let Some((_, zeros)) = LETTERS.iter().find(|(known, _)| *known == letters) else { continue };
        let is_money = before.ends_with(MONEY);
        let is_counted = || COUNTED.iter().any(|word| rest.trim_start().starts_with(word));
        let is_sure = is_money || is_counted();
        if !is_sure && !matches!(letters, "k" | "K" | "bn" | "mn" | "mln" | "tn" | "trn") {
            continue;
        }
        let value = Decimal::parse(span.of(folded)).and_then(|figures| figures.scaled(*zeros));
        let Some(value) = value.map(Decimal::shortest) else { continue };
        let whole = Span::new(start, at + letters.len());
        match quantities.iter_mut().find(|one| one.span.overlaps(whole)) {
            Some(one) => {
                one.also_number(&value.to_string());
                one.unit = None;
                one.amount = Some(value);
                one.tail = whole.end;
            }
            None => {
                let one = Quantity::new(whole, PlaceableKind::Number, &value.to_string());
                found.push(Quantity { must_match: false, in_words: true, ..one });
            }
        }
    }
    found
}
