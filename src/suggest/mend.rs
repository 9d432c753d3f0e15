//! Known terms that differ between a remembered source and the text asked about in; what the target says instead out.
//!
//! A term is put in only where there is one way to do it: both sides are known terms in the same place of the sentence,
//! the old one stands once in the source, what it is called stands once in the target, and the base knows one best name
//! for the new one. Capital and plural go along; where the form would have to be guessed nothing is done.

use super::alignment::Alignment;
use super::carry::article_fits;
use super::occurrences::{Occurrence, occurrences};
use super::replace::Replacement;
use super::terms::{FoundTerm, Translation};
use crate::model::{ConceptId, Lang, Span, TermKind, Usage};
use crate::text::comparison::ComparisonForm;
use crate::text::english;
use crate::text::key::Key;
use crate::text::tokeniser::Tokeniser;

/// The most terms that are replaced in one target.
const MOST: usize = 2;

/// A remembered source and its terms, or the text asked about and its terms.
#[derive(Clone, Copy)]
pub(super) struct WithTerms<'a> {
    pub(super) form: &'a ComparisonForm,
    pub(super) terms: &'a [FoundTerm],
}

/// What the target says instead of the old terms; nothing where more than two differ.
pub(super) fn mended(
    source: WithTerms<'_>,
    query: WithTerms<'_>,
    alignment: &Alignment,
    (target, lang): (&str, &Lang),
    words: &Tokeniser,
) -> Vec<Replacement> {
    let places = places(source, query, alignment);
    if places.is_empty() || places.len() > MOST {
        return Vec::new();
    }
    let all: Vec<&FoundTerm> = source.terms.iter().filter(|found| !found.nested).collect();
    let found = occurrences(&all, target, lang, words);
    let replaced = places.iter().filter_map(|(old, new)| {
        let occurrence = only_place(*old, source.terms, &found)?;
        let name = best_name(*new, query.terms, occurrence.term.kind)?;
        let text = inflected(occurrence.span.of(target), &occurrence.term.text, &name.text, lang)?;
        let fits = !lang.is_english() || article_fits(target, occurrence.span, &text);
        fits.then_some(Replacement { target: occurrence.span, text, query: *new, source: *old, value: None })
    });
    replaced.collect()
}

/// Places of known terms that stand in the same place of both texts and differ.
fn places(source: WithTerms<'_>, query: WithTerms<'_>, alignment: &Alignment) -> Vec<(Span, Span)> {
    let lengths = (source.form.tokens.len(), query.form.tokens.len());
    let mut places: Vec<(Span, Span)> = Vec::new();
    for old in source.terms.iter().filter(|found| !found.nested) {
        for new in query.terms.iter().filter(|found| !found.nested) {
            let (Some(one), Some(other)) = (tokens_of(source.form, old.span), tokens_of(query.form, new.span)) else {
                continue;
            };
            let same_place = alignment.meets_or_ends((one.0, other.0), lengths)
                && alignment.meets_or_ends((one.1, other.1), lengths);
            let texts = |form: &ComparisonForm, (start, end): (usize, usize)| {
                form.tokens[start..end].iter().map(|token| token.text.clone()).collect::<Vec<_>>()
            };
            let differs = texts(source.form, one) != texts(query.form, other);
            if same_place && differs && !places.contains(&(old.span, new.span)) {
                places.push((old.span, new.span));
            }
        }
    }
    places
}

/// The numbers of the tokens that fill a span: the first, and one past the last.
fn tokens_of(form: &ComparisonForm, span: Span) -> Option<(usize, usize)> {
    let start = form.tokens.iter().position(|token| token.source.start == span.start)?;
    let end = form.tokens.iter().rposition(|token| token.source.end == span.end)?;
    (start <= end).then_some((start, end + 1))
}

/// Where the target says the term of `place`: once, and nothing else the source names.
fn only_place<'a>(place: Span, terms: &[FoundTerm], found: &[Occurrence<'a>]) -> Option<Occurrence<'a>> {
    let of_place: Vec<ConceptId> = terms.iter().filter(|term| term.span == place).map(|term| term.concept.id).collect();
    let elsewhere = |term: &FoundTerm| term.span != place && of_place.contains(&term.concept.id);
    if terms.iter().any(elsewhere) {
        return None;
    }
    let mut hits = found.iter().filter(|occurrence| of_place.contains(&occurrence.concept_id));
    let first = hits.next()?;
    let once = hits.all(|other| other.span == first.span);
    let mine = found.iter().all(|other| other.span != first.span || of_place.contains(&other.concept_id));
    (once && mine).then_some(*first)
}

/// The one name the base knows best for the term of a place.
fn best_name(place: Span, terms: &[FoundTerm], kind: TermKind) -> Option<&Translation> {
    let here = terms.iter().filter(|found| found.span == place && !found.nested);
    let mut best = here.filter_map(|found| name_of(found, kind));
    let first = best.next()?;
    best.all(|other| other.text == first.text).then_some(first)
}

/// The best name of a concept that may be used; short where the old one is short, in full where it is not, if there is one.
fn name_of(found: &FoundTerm, kind: TermKind) -> Option<&Translation> {
    let is_short = |kind: TermKind| matches!(kind, TermKind::Abbreviation | TermKind::Symbol);
    let usable =
        || found.translations.iter().filter(|name| !matches!(name.usage, Usage::Deprecated | Usage::Forbidden));
    usable().find(|name| is_short(name.kind) == is_short(kind)).or_else(|| usable().next())
}

/// The new name in the form the old one has in the target: its capital and its number. `None` where that is a guess.
fn inflected(place: &str, old: &str, new: &str, lang: &Lang) -> Option<String> {
    if !lang.is_english() {
        return Some(new.to_owned());
    }
    let last = |text: &str| text.rsplit([' ', '-']).next().unwrap_or_default().to_lowercase();
    let (place_last, old_last) = (last(place), last(old));
    let plural = place_last != old_last
        && english::singular(&place_last) == english::singular(&old_last)
        && place_last.ends_with('s');
    let singular =
        place_last != old_last && !plural && old_last.ends_with('s') && english::singular(&old_last) == place_last;
    if singular {
        return None;
    }
    let text = if plural { format!("{new}s") } else { new.to_owned() };
    let regular = !new.ends_with(['s', 'x', 'z', 'y', 'h', 'o', ')'])
        && Key::new(new, lang)?.variant == Key::new(&text, lang)?.variant;
    if plural && !regular {
        return None;
    }
    let upper = |text: &str| text.starts_with(char::is_uppercase);
    if !upper(place) || upper(old) {
        return Some(text);
    }
    let first = text.chars().next()?;
    Some(first.to_uppercase().collect::<String>() + text.get(first.len_utf8()..)?)
}
