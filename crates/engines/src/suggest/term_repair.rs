//! Puts the terms of the query into the target of a match.
//!
//! A term is replaced only if there is exactly one way to do it: both source texts have a term in the same position of the
//! sentence, the old term occurs once in the source and its translation once in the target, and the term base has one best
//! translation of the new term. Capitals and plurals are carried over; nothing is done where the form would be a guess.
//! The checks inflect a name too, but change articles, which a repair nobody asked for does not.

use super::alignment::TokenAlignment;
use super::article::article_fits;
use super::noun_number::noun_fits;
use super::replacement::Replacement;
use super::target_terms::{TargetTerm, target_terms};
use super::terms::{TermOccurrence, Translation};
use crate::model::{ConceptId, Lang, Span, TermKind, Usage};
use crate::text::comparison::ComparisonForm;
use crate::text::english;
use crate::text::plural::plural;
use crate::text::tokeniser::Tokeniser;

/// The largest number of terms replaced in one target.
const MOST: usize = 2;

/// A source text with its terms.
#[derive(Clone, Copy)]
pub(super) struct TextWithTerms<'a> {
    pub(super) form: &'a ComparisonForm,
    pub(super) terms: &'a [TermOccurrence],
}

/// The replacements of old terms in the target; none if more than two terms differ.
pub(super) fn replace_terms(
    source: TextWithTerms<'_>,
    query: TextWithTerms<'_>,
    alignment: &TokenAlignment,
    (target, lang): (&str, &Lang),
    words: &Tokeniser,
) -> Vec<Replacement> {
    let changes = changed_terms(source, query, alignment);
    if changes.is_empty() || changes.len() > MOST {
        return Vec::new();
    }
    let all: Vec<&TermOccurrence> = source.terms.iter().filter(|found| !found.nested).collect();
    let found = target_terms(&all, target, lang, words);
    let replaced = changes.iter().filter_map(|(old, new)| {
        let occurrence = only_translation(*old, source.terms, &found)?;
        let name = best_translation(*new, query.terms, occurrence.term.kind)?;
        let text = inflected(occurrence.span.of(target), &occurrence.term.text, &name.text, lang)?;
        let is_plural = text.to_lowercase() != name.text.to_lowercase();
        let fits = !lang.is_english()
            || (article_fits(target, occurrence.span, &text)
                && noun_fits(target, occurrence.span, &name.text, is_plural));
        fits.then_some(Replacement { target: occurrence.span, text, query: *new, source: *old, value: None })
    });
    replaced.collect()
}

/// The spans of different terms in corresponding positions of both texts.
fn changed_terms(source: TextWithTerms<'_>, query: TextWithTerms<'_>, alignment: &TokenAlignment) -> Vec<(Span, Span)> {
    let lengths = (source.form.tokens.len(), query.form.tokens.len());
    let mut changes: Vec<(Span, Span)> = Vec::new();
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
            if same_place && differs && !changes.contains(&(old.span, new.span)) {
                changes.push((old.span, new.span));
            }
        }
    }
    changes
}

/// The range of tokens that fill a span.
fn tokens_of(form: &ComparisonForm, span: Span) -> Option<(usize, usize)> {
    let start = form.tokens.iter().position(|token| token.source.start == span.start)?;
    let end = form.tokens.iter().rposition(|token| token.source.end == span.end)?;
    (start <= end).then_some((start, end + 1))
}

/// The translation of the term at `place` in the target, if it occurs once and is not also that of another term of the source.
fn only_translation<'a>(place: Span, terms: &[TermOccurrence], found: &[TargetTerm<'a>]) -> Option<TargetTerm<'a>> {
    let of_place: Vec<ConceptId> = terms.iter().filter(|term| term.span == place).map(|term| term.concept.id).collect();
    let elsewhere = |term: &TermOccurrence| term.span != place && of_place.contains(&term.concept.id);
    if terms.iter().any(elsewhere) {
        return None;
    }
    let mut hits = found.iter().filter(|term| of_place.contains(&term.concept_id));
    let first = hits.next()?;
    let once = hits.all(|other| other.span == first.span);
    let mine = found.iter().all(|other| other.span != first.span || of_place.contains(&other.concept_id));
    (once && mine).then_some(*first)
}

/// The best translation of the term at a place, if all concepts there agree on it.
fn best_translation(place: Span, terms: &[TermOccurrence], kind: TermKind) -> Option<&Translation> {
    let here = terms.iter().filter(|found| found.span == place && !found.nested);
    let mut best = here.filter_map(|found| translation_of(found, kind));
    let first = best.next()?;
    best.all(|other| other.text == first.text).then_some(first)
}

/// The best usable translation of a term; preferably an abbreviation if the old one is, a full form if it is not.
fn translation_of(found: &TermOccurrence, kind: TermKind) -> Option<&Translation> {
    let is_short = |kind: TermKind| matches!(kind, TermKind::Abbreviation | TermKind::Symbol);
    let usable =
        || found.translations.iter().filter(|name| !matches!(name.usage, Usage::Deprecated | Usage::Forbidden));
    usable().find(|name| is_short(name.kind) == is_short(kind)).or_else(|| usable().next())
}

/// The new term in the form of the old one in the target: with its capital and its number. `None` if that would be a guess.
fn inflected(place: &str, old: &str, new: &str, lang: &Lang) -> Option<String> {
    if !lang.is_english() {
        return Some(new.to_owned());
    }
    let last = |text: &str| text.rsplit([' ', '-']).next().unwrap_or_default().to_lowercase();
    let (place_last, old_last) = (last(place), last(old));
    let is_plural_of = |several: &str, one: &str| {
        several != one && (english::singular(several) == one || english::second_singular(several) == Some(one))
    };
    if is_plural_of(&old_last, &place_last) {
        return None;
    }
    let text = if is_plural_of(&place_last, &old_last) { plural(new)? } else { new.to_owned() };
    let upper = |text: &str| text.starts_with(char::is_uppercase);
    if !upper(place) || upper(old) {
        return Some(text);
    }
    Some(english::capitalised(&text))
}
