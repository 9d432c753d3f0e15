//! The words beside numbers by which one can tell whether two numbers changed places: terms of the base, words of the
//! translation table, letters and names such as A and IL-6, years and dates.

use super::super::spots::PairSpots;
use super::quantity::{NumberText, Quantity, TextNumbers};
use crate::model::{ConceptId, Span, Spotted};
use crate::text::placeable::PlaceableKind;

/// A word of the source and its translation, as spans of the texts as written. Each stands once in its text.
pub(super) type Anchor = (Span, Span);

/// Everything that stands once in each text of a pair and means the same.
pub(super) fn anchors(
    (source, target): (&NumberText<'_>, &NumberText<'_>),
    (ours, theirs): &(TextNumbers, TextNumbers),
    spots: &PairSpots,
) -> Vec<Anchor> {
    let mut anchors = spots.words.clone();
    anchors.extend(terms(spots));
    let names = |text: &NumberText<'_>, numbers: &TextNumbers| -> Vec<(Span, String)> {
        let names = numbers.names.iter().map(|(span, name)| (text.folded.source(*span), name.clone()));
        names.chain(capitals(text)).chain(times(text, numbers)).collect()
    };
    let (ours, theirs) = (names(source, ours), names(target, theirs));
    anchors.extend(ours.iter().filter_map(|(span, name)| {
        only(&ours, name)?;
        Some((*span, only(&theirs, name)?))
    }));
    anchors
}

/// The span of the only item with this name.
fn only(items: &[(Span, String)], name: &str) -> Option<Span> {
    let mut same = items.iter().filter(|(_, other)| other == name);
    same.next().filter(|_| same.next().is_none()).map(|(span, _)| *span)
}

/// Terms of one concept that both texts have once.
fn terms(spots: &PairSpots) -> Vec<Anchor> {
    let places = |side: &[Spotted], concept: ConceptId| -> Vec<Span> {
        let mut spans: Vec<Span> =
            side.iter().filter(|spot| !spot.nested && spot.concept_id == concept).map(|spot| spot.span).collect();
        spans.dedup();
        spans
    };
    let mut concepts: Vec<ConceptId> = spots.source.iter().map(|spot| spot.concept_id).collect();
    concepts.sort_unstable();
    concepts.dedup();
    let pairs = concepts.into_iter().filter_map(|concept| {
        match (places(&spots.source, concept).as_slice(), places(&spots.target, concept).as_slice()) {
            ([here], [there]) => Some((*here, *there)),
            _ => None,
        }
    });
    pairs.collect()
}

/// Single capitals that name a thing: A群, group A. An English sentence may begin with the article.
fn capitals(text: &NumberText<'_>) -> Vec<(Span, String)> {
    let letters = text.text.char_indices().filter(|(_, c)| c.is_ascii_uppercase());
    let apart = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/'));
    let alone = letters.filter(|(at, _)| {
        let (before, after) = (text.text.get(..*at).unwrap_or_default(), text.text.get(at + 1..).unwrap_or_default());
        apart(before.chars().next_back()) && apart(after.chars().next())
    });
    alone.map(|(at, letter)| (Span::new(at, at + 1), letter.to_string())).collect()
}

/// Dates, and years written as such in the Japanese text.
fn times(text: &NumberText<'_>, numbers: &TextNumbers) -> Vec<(Span, String)> {
    let is_year = |one: &Quantity| {
        let digits = one.value.len() == 4 && one.value.bytes().all(|c| c.is_ascii_digit());
        let rest = text.folded.text.get(one.span.end..).unwrap_or_default().trim_start();
        digits && (rest.starts_with('年') || !text.lang.is_japanese())
    };
    let times = numbers.quantities.iter().filter(|one| one.kind == PlaceableKind::Date || is_year(one));
    times.map(|one| (text.folded.source(one.span), one.value.clone())).collect()
}
