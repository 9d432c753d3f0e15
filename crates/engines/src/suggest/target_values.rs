//! The numbers of a stored target that its source does not have: totals, multiples and shares that a translator added, which
//! would no longer be true beside new numbers.

use super::replacement::Replacement;
use super::value_repair::placeables_of;
use crate::model::{Lang, Span};
use crate::text::normal::fold;
use crate::text::placeable::{Placeable, PlaceableKind, hints, word_numbers};

/// Whether every number of the target is one of the source, or is replaced by one. A number in words counts too, unless it is
/// neither the old value of a replacement nor the sum, the difference or the ratio of two of the source.
pub(super) fn accounts_for_all(
    (source, source_lang): (&str, &Lang),
    (target, target_lang): (&str, &Lang),
    replacements: &[Replacement],
) -> bool {
    if replacements.is_empty() {
        return true;
    }
    let is_number = |found: &Placeable| matches!(found.kind, PlaceableKind::Number | PlaceableKind::Date);
    let of_source: Vec<Placeable> = placeables_of(source, source_lang).into_iter().filter(is_number).collect();
    let folded_source = fold(source).text;
    let spelled = word_numbers(&folded_source, source_lang).into_iter().map(|word| word.number);
    let in_words: Vec<String> = spelled.chain(hints(&folded_source, source_lang)).map(|found| found.value).collect();
    let has_number = |value: &str| {
        of_source.iter().any(|own| own.value == value || parts(&own.value).any(|part| part == value))
            || in_words.iter().any(|own| own == value)
    };
    // A date may be a date of the source, or be put together from its numbers.
    let has = |value: &str| has_number(value) || (parts(value).count() > 0 && parts(value).all(&has_number));
    let is_replaced = |span: Span| replacements.iter().any(|one| one.target.overlaps(span));
    let of_target: Vec<Placeable> = placeables_of(target, target_lang).into_iter().filter(is_number).collect();
    if of_target.iter().any(|found| !is_replaced(found.span) && !has(&found.value)) {
        return false;
    }
    let old: Vec<&str> = replacements
        .iter()
        .filter_map(|one| of_source.iter().find(|own| own.span == one.source).map(|own| own.value.as_str()))
        .collect();
    let numbers: Vec<f64> = of_source.iter().filter_map(|own| number(&own.value)).collect();
    let folded = fold(target);
    let spelled = word_numbers(&folded.text, target_lang).into_iter().map(|word| word.number);
    let words = spelled.chain(hints(&folded.text, target_lang));
    let is_derived = |word: &Placeable| {
        let span = folded.source(word.span);
        let taken = of_target.iter().any(|found| found.span.overlaps(span));
        !taken && !has(&word.value) && (old.contains(&word.value.as_str()) || is_result(&word.value, &numbers))
    };
    !words.into_iter().any(|word| is_derived(&word))
}

/// The year, month and day of a date, without leading zeros; none of a number.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    let is_date = value.trim_start_matches('-').contains('-') || value.starts_with("--");
    let parts = value.split('-').map(|part| part.trim_start_matches('0')).filter(|part| !part.is_empty());
    parts.filter(move |_| is_date)
}

/// Whether a value is the sum, the difference or the ratio of two of the numbers.
fn is_result(value: &str, numbers: &[f64]) -> bool {
    let Some(value) = number(value) else { return false };
    let near = |result: f64| (result - value).abs() < 1e-9 * value.abs().max(1.0);
    let pairs =
        numbers.iter().enumerate().flat_map(|(at, one)| numbers.iter().skip(at + 1).map(move |other| (*one, *other)));
    pairs
        .take(MOST)
        .any(|(one, other)| near(one + other) || near((one - other).abs()) || near(one / other) || near(other / one))
}

/// The largest number of pairs of numbers that are compared.
const MOST: usize = 500;

fn number(value: &str) -> Option<f64> {
    value.trim_end_matches('%').parse().ok()
}
