//! Numbers, dates, codes and tags that differ between a remembered source and the text asked about in; where the target
//! takes the new ones, and how many it cannot take, out.
//!
//! A value is placed only where there is one way to do it: every place of the source that holds it changes to the same
//! new value, the target holds it just as often, and the target with the new value, read again, says that value and
//! nothing else.

use super::alignment::Alignment;
use super::replace::{Replacement, applied};
use crate::model::{Lang, Span};
use crate::text::comparison::ComparisonForm;
use crate::text::normal::fold;
use crate::text::placeable::{Placeable, placeables, rewrite};

/// What can be carried over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Carried {
    /// What the target takes.
    pub(super) replacements: Vec<Replacement>,
    /// How many values differ that it does not take.
    pub(super) left: usize,
}

/// The values of a source that change.
struct Change<'a> {
    old: &'a Placeable,
    new: &'a Placeable,
    /// How many places change.
    places: usize,
}

/// The placeables of a text, in the text as written.
pub(super) fn placeables_of(text: &str, lang: &Lang) -> Vec<Placeable> {
    let folded = fold(text);
    let found = placeables(&folded.text, lang);
    found.into_iter().map(|found| Placeable { span: folded.source(found.span), ..found }).collect()
}

/// What of the values of `query` the target takes in place of those of `source`. `query_text` is the text asked about.
pub(super) fn carried(
    source: &ComparisonForm,
    (query_text, query): (&str, &ComparisonForm),
    alignment: &Alignment,
    (target, lang): (&str, &Lang),
) -> Carried {
    let mut carried = Carried::default();
    let changes = changes(source, query, alignment);
    if changes.is_empty() {
        return carried;
    }
    let places = placeables_of(target, lang);
    for (change, settled) in changes {
        let more = settled.then(|| placed(&change, &places, query_text, target, lang)).flatten();
        let tried = more.map(|more| [carried.replacements.as_slice(), &more].concat());
        match tried.filter(|tried| says(tried, &places, target, lang)) {
            Some(tried) => carried.replacements = tried,
            None => carried.left += change.places,
        }
    }
    carried
}

/// The values that change, each with whether all its places change alike.
fn changes<'a>(
    source: &'a ComparisonForm,
    query: &'a ComparisonForm,
    alignment: &Alignment,
) -> Vec<(Change<'a>, bool)> {
    let same = |one: &Placeable, other: &Placeable| one.kind == other.kind && one.value == other.value;
    let pairs: Vec<(&Placeable, &Placeable)> = alignment
        .placeables
        .iter()
        .filter_map(|(one, other)| Some((source.placeables.get(*one)?, query.placeables.get(*other)?)))
        .collect();
    let mut made: Vec<(Change<'_>, bool)> = Vec::new();
    for &(old, new) in pairs.iter().filter(|(old, new)| !same(old, new)) {
        if let Some((change, _)) = made.iter_mut().find(|(change, _)| same(change.old, old)) {
            change.places += 1;
            continue;
        }
        let alike = pairs.iter().filter(|pair| same(pair.0, old) && same(pair.1, new)).count();
        let settled =
            source.placeables.iter().filter(|known| same(known, old)).count() == alike && old.kind == new.kind;
        made.push((Change { old, new, places: 1 }, settled));
    }
    made
}

/// The new value in every place of the target that holds the old one.
fn placed(
    change: &Change<'_>,
    places: &[Placeable],
    query_text: &str,
    target: &str,
    lang: &Lang,
) -> Option<Vec<Replacement>> {
    let holds = |place: &&Placeable| place.kind == change.old.kind && place.value == change.old.value;
    let found: Vec<&Placeable> = places.iter().filter(holds).collect();
    if found.len() != change.places {
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

/// Whether the target with these replacements says what it should: the new values in their places, all else as before.
fn says(replacements: &[Replacement], places: &[Placeable], target: &str, lang: &Lang) -> bool {
    let Some((text, spans)) = applied(target, replacements) else { return false };
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

/// Whether `a` or `an` before a place goes with what is put there, as it went with what stood there.
pub(super) fn article_fits(text: &str, place: Span, new: &str) -> bool {
    let before = text.get(..place.start).unwrap_or_default();
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let article = word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an");
    !article || !before.ends_with(' ') || sounds_open(place.of(text)) == sounds_open(new)
}

/// Whether a word or number begins with a vowel when it is read out, by its letters: 8, 11, 18, 80 do.
fn sounds_open(text: &str) -> bool {
    let digits: String =
        text.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return text.starts_with(|c: char| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u'));
    }
    let eleven = digits.starts_with("11") || digits.starts_with("18");
    digits.starts_with('8') || (eleven && digits.len() % 3 == 2)
}
