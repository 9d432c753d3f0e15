//! Puts the numbers, dates, codes and tags of the query into the target of a match.
//!
//! A value is replaced only if there is exactly one way to do it: every occurrence of the old value in the source changes to
//! the same new value, the target has the old value just as often, and the changed target, when read again, has the new value
//! and no other difference. Values that cannot be replaced are counted.

use super::alignment::TokenAlignment;
use super::article::article_fits;
use super::replacement::{Replacement, apply_all};
use crate::model::Lang;
use crate::text::comparison::ComparisonForm;
use crate::text::normal::fold;
use crate::text::placeable::{Placeable, placeables, rewrite};

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
    let places = placeables_of(target, lang);
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
    places: &[Placeable],
    query_text: &str,
    target: &str,
    lang: &Lang,
) -> Option<Vec<Replacement>> {
    let has_value = |place: &&Placeable| place.kind == change.old.kind && place.value == change.old.value;
    let found: Vec<&Placeable> = places.iter().filter(has_value).collect();
    if found.len() != change.occurrences {
        return None;
    }
    let model = change.new.span.of(query_text);
    found
        .into_iter()
        .map(|place| {
            let text = rewrite(place.span.of(target), place.kind, &change.new.value, model, lang)?;
            let fits = !lang.is_english() || article_fits(target, place.span, &text);
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

/// Whether the changed target, when read again, has the new values in their places and is otherwise unchanged.
fn is_verified(replacements: &[Replacement], places: &[Placeable], target: &str, lang: &Lang) -> bool {
    let Some((text, spans)) = apply_all(target, replacements) else { return false };
    let read = placeables_of(&text, lang);
    read.len() == places.len()
        && places.iter().zip(&read).all(|(before, after)| {
            let mut changed =
                replacements.iter().zip(&spans).filter(|(replacement, _)| replacement.target == before.span);
            let fits = match changed.next() {
                Some((replacement, span)) => replacement.value.as_ref() == Some(&after.value) && *span == after.span,
                None => before.value == after.value,
            };
            fits && before.kind == after.kind
        })
}
