//! Puts the numbers, dates, codes and tags of the query into the target of a match.
//!
//! Numbers in English words are replaced by words: four projects, the third lecture. A value is replaced only if there is exactly one way to do it: every occurrence of the old value in the source changes to
//! the same new value, the target has the old value just as often, and the changed target, when read again, has the new value
//! and no other difference. Values that cannot be replaced are counted.

use super::alignment::TokenAlignment;
use super::article::article_fits;
use super::replacement::{Replacement, apply_all};
use crate::model::{Lang, Span};
use crate::text::comparison::ComparisonForm;
use crate::text::normal::fold;
use crate::text::placeable::{Placeable, number_words, placeables, rewrite, rewrite_word};

/// The result of putting new values into a target.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct ValueRepair {
    /// The replacements in the target.
    pub(super) replacements: Vec<Replacement>,
    /// The number of different values that could not be placed.
    pub(super) unplaced: usize,
}

/// A value that changes from the source to the query.
struct ValueChange<'a> {
    old: &'a Placeable,
    new: &'a Placeable,
    /// How often it occurs.
    occurrences: usize,
}

/// The placeables of a text, as spans of the text as written.
pub(super) fn placeables_of(text: &str, lang: &Lang) -> Vec<Placeable> {
    let folded = fold(text);
    let found = placeables(&folded.text, lang);
    found.into_iter().map(|found| Placeable { span: folded.source(found.span), ..found }).collect()
}

/// A value of a target, and whether it is written in words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TargetValue {
    place: Placeable,
    in_words: bool,
}

/// The placeables and number words of a target, in order, as spans of the text as written.
fn target_values(text: &str, lang: &Lang) -> Vec<TargetValue> {
    let folded = fold(text);
    let found = placeables(&folded.text, lang);
    let free = |word: &Placeable| !found.iter().any(|place| place.span.overlaps(word.span));
    let words: Vec<Placeable> = number_words(&folded.text, lang).into_iter().filter(free).collect();
    let as_written = |place: Placeable| Placeable { span: folded.source(place.span), ..place };
    let mut values: Vec<TargetValue> =
        found.into_iter().map(|place| TargetValue { place: as_written(place), in_words: false }).collect();
    values.extend(words.into_iter().map(|place| TargetValue { place: as_written(place), in_words: true }));
    values.sort_by_key(|value| value.place.span);
    values
}

/// Replaces the values of `source` in the target by those of `query`, where that is certain.
pub(super) fn repair_values(
    source: &ComparisonForm,
    (query_text, query): (&str, &ComparisonForm),
    alignment: &TokenAlignment,
    (target, lang): (&str, &Lang),
) -> ValueRepair {
    let mut result = ValueRepair::default();
    let changes = changes(source, query, alignment);
    if changes.is_empty() {
        return result;
    }
    let places = target_values(target, lang);
    for (change, is_uniform) in changes {
        let replacements = is_uniform.then(|| replacements(&change, &places, query_text, target, lang)).flatten();
        let tried = replacements.map(|new| [result.replacements.as_slice(), &new].concat());
        match tried.filter(|tried| is_verified(tried, &places, target, lang)) {
            Some(tried) => result.replacements = tried,
            None => result.unplaced += change.occurrences,
        }
    }
    result
}

/// The values that change, each with whether all its occurrences change in the same way.
fn changes<'a>(
    source: &'a ComparisonForm,
    query: &'a ComparisonForm,
    alignment: &TokenAlignment,
) -> Vec<(ValueChange<'a>, bool)> {
    let same = |one: &Placeable, other: &Placeable| one.kind == other.kind && one.value == other.value;
    let pairs: Vec<(&Placeable, &Placeable)> = alignment
        .placeables
        .iter()
        .filter_map(|(one, other)| Some((source.placeables.get(*one)?, query.placeables.get(*other)?)))
        .collect();
    let mut made: Vec<(ValueChange<'_>, bool)> = Vec::new();
    for &(old, new) in pairs.iter().filter(|(old, new)| !same(old, new)) {
        if let Some((change, _)) = made.iter_mut().find(|(change, _)| same(change.old, old)) {
            change.occurrences += 1;
            continue;
        }
        let changing = pairs.iter().filter(|pair| same(pair.0, old) && same(pair.1, new)).count();
        let is_uniform =
            source.placeables.iter().filter(|known| same(known, old)).count() == changing && old.kind == new.kind;
        made.push((ValueChange { old, new, occurrences: 1 }, is_uniform));
    }
    made
}

/// Replaces every occurrence of the old value in the target by the new one.
fn replacements(
    change: &ValueChange<'_>,
    places: &[TargetValue],
    query_text: &str,
    target: &str,
    lang: &Lang,
) -> Option<Vec<Replacement>> {
    let has_value = |value: &&TargetValue| value.place.kind == change.old.kind && value.place.value == change.old.value;
    let found: Vec<&TargetValue> = places.iter().filter(has_value).collect();
    if found.len() != change.occurrences {
        return None;
    }
    let model = change.new.span.of(query_text);
    found
        .into_iter()
        .map(|TargetValue { place, in_words }| {
            let written = place.span.of(target);
            let text = match in_words {
                true => rewrite_word(written, &change.new.value)?,
                false => rewrite(written, place.kind, &change.new.value, model, lang)?,
            };
            let fits = !lang.is_english()
                || (article_fits(target, place.span, &text)
                    && number_fits((target, place.span), &change.old.value, &change.new.value));
            fits.then(|| Replacement {
                target: place.span,
                text,
                query: change.new.span,
                source: change.old.span,
                value: Some(change.new.value.clone()),
            })
        })
        .collect()
}

/// Whether the words around a number still fit it: one mouse, but two mice; no hour after the twelfth before `p.m.`, and no
/// minute after the fifty-ninth. Only a number that no word follows can become one or cease to be one.
fn number_fits((target, place): (&str, Span), old: &str, new: &str) -> bool {
    let before = target.get(..place.start).unwrap_or_default();
    let rest = target.get(place.end..).unwrap_or_default();
    let number: Option<u32> = new.parse().ok();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let is_minute = before.ends_with(':') && digit(before.chars().rev().nth(1));
    let is_hour = rest.starts_with(':') && digit(rest.chars().nth(1));
    let clock = rest.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()).trim_start().to_ascii_lowercase();
    let is_half_day = ["am", "a.m", "pm", "p.m"].iter().any(|mark| clock.starts_with(mark));
    if is_minute {
        return number.is_some_and(|number| number < 60);
    }
    if is_half_day {
        return number.is_some_and(|number| (1..=12).contains(&number));
    }
    if is_hour {
        return number.is_some_and(|number| number <= 24);
    }
    (old == "1") == (new == "1") || !rest.trim_start_matches([' ', '-']).starts_with(char::is_alphabetic)
}

/// Whether the changed target, when read again, has the new values in their places and is otherwise unchanged.
fn is_verified(replacements: &[Replacement], places: &[TargetValue], target: &str, lang: &Lang) -> bool {
    let Some((text, spans)) = apply_all(target, replacements) else { return false };
    let read = target_values(&text, lang);
    read.len() == places.len()
        && places.iter().zip(&read).all(|(before, after)| {
            let mut changed =
                replacements.iter().zip(&spans).filter(|(replacement, _)| replacement.target == before.place.span);
            let fits = match changed.next() {
                Some((replacement, span)) => {
                    replacement.value.as_ref() == Some(&after.place.value) && *span == after.place.span
                }
                None => before.place.value == after.place.value,
            };
            fits && before.place.kind == after.place.kind && before.in_words == after.in_words
        })
}
