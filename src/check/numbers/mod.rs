//! The numbers of a pair in; those one text states and the other does not out.
//!
//! Values are compared, not digits: 2.8億 is 280 million, 三種 is `three kinds`, 令和7年 is 2025. A number that is said
//! again may be left out. Words that only may be numbers (once, 両方, the digits of a name) excuse a number of the other
//! side and ask for none.

mod dates;
mod quantity;

use super::note::{finding, listed, shown};
use super::reading::Text;
use crate::model::{Finding, Fix, Place, Replaced, Rule, Severity, Side, Span};
use crate::text::placeable::{PlaceableKind, placeables, rewritten};
use quantity::{Quantity, Stated, plain, stated};

/// Words that take a number below zero.
const MINUS: [&str; 10] = ["minus", "negative", "below", "マイナス", "零下", "氷点下", "負", "減", "▲", "△"];

pub(super) fn findings(source: &Text<'_>, target: &Text<'_>) -> Vec<Finding> {
    let (ours, theirs) = (stated(source), stated(target));
    let signs = has_minus(source) || has_minus(target);
    let missing = unmatched(&ours, &theirs, signs);
    let added = unmatched(&theirs, &ours, signs);
    let (renamed_here, renamed_there) = renamed(&ours, &theirs);
    if missing.is_empty() && added.is_empty() && renamed_here.is_empty() {
        return Vec::new();
    }
    let spans = |found: &[&Quantity], names: &[Span]| -> Vec<Span> {
        found.iter().map(|found| found.span).chain(names.iter().copied()).collect()
    };
    let (here, there) = (spans(&missing, &renamed_here), spans(&added, &renamed_there));
    let words = |text: &Text<'_>, spans: &[Span]| -> Vec<String> {
        spans.iter().map(|span| text.folded.source(*span).of(text.text).to_owned()).collect()
    };
    let (ours, theirs) = (words(source, &here), words(target, &there));
    let listed_shown = |words: &[String]| {
        let all: Vec<String> = words.iter().map(|word| shown(word)).collect();
        listed(&all, "and")
    };
    let message = match (ours.is_empty(), theirs.is_empty()) {
        (false, true) => format!("{} of the source has no equal in the translation.", listed_shown(&ours)),
        (true, false) => format!("{} of the translation has no equal in the source.", listed_shown(&theirs)),
        _ => format!(
            "{} of the source has no equal in the translation, which has {}.",
            listed_shown(&ours),
            listed_shown(&theirs)
        ),
    };
    let parts: Vec<&str> = std::iter::once(source.text).chain(ours.iter().chain(&theirs).map(String::as_str)).collect();
    let mut found = finding(Rule::Numbers, Severity::Warning, message, &parts);
    found.source = super::note::in_order(here.iter().map(|span| source.folded.source(*span)).collect());
    found.target = super::note::in_order(there.iter().map(|span| target.folded.source(*span)).collect());
    if let ([lost], [new]) = (missing.as_slice(), added.as_slice())
        && renamed_here.is_empty()
    {
        found.fixes.extend(mended(source, target, lost, new));
    }
    vec![found]
}

fn has_minus(text: &Text<'_>) -> bool {
    let lower = text.folded.text.to_lowercase();
    MINUS.iter().any(|word| lower.contains(word))
}

/// The quantities the other side would have to state and does not.
fn unmatched<'a>(own: &'a Stated, other: &Stated, signs: bool) -> Vec<&'a Quantity> {
    let answers = |asked: &Quantity| {
        let all = || other.quantities.iter().chain(&other.hints);
        match asked.kind {
            PlaceableKind::Date => dates::is_said(asked, all()),
            _ => all().any(|said| answers_number(asked, said, signs)),
        }
    };
    own.quantities.iter().filter(|asked| asked.is_asked && !answers(asked)).collect()
}

fn answers_number(asked: &Quantity, said: &Quantity, signs: bool) -> bool {
    asked.values.iter().any(|value| {
        said.values.iter().any(|other| {
            let unsigned = |value: &str| value.trim_start_matches('-').to_owned();
            value == other
                || (signs && unsigned(value) == unsigned(other))
                || (said.kind == PlaceableKind::Date && dates::has_part(other, value))
        })
    })
}

/// Names that differ from a name of the other side in their digits alone, where neither side has the other's: IL-6, IL-8.
fn renamed(own: &Stated, other: &Stated) -> (Vec<Span>, Vec<Span>) {
    let shape = |name: &str| -> String { name.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect() };
    let lone = |own: &Stated, other: &Stated| -> Vec<(Span, String)> {
        let missing = own.names.iter().filter(|(_, name)| !other.names.iter().any(|(_, same)| same == name));
        missing.cloned().collect()
    };
    let (here, there) = (lone(own, other), lone(other, own));
    let mut spans = (Vec::new(), Vec::new());
    for (span, name) in &here {
        if let Some((other, _)) = there.iter().find(|(_, other)| shape(other) == shape(name)) {
            spans.0.push(*span);
            spans.1.push(*other);
        }
    }
    spans
}

/// The number of the source written as the translation writes the one it has instead, where that is certain.
fn mended(source: &Text<'_>, target: &Text<'_>, lost: &Quantity, new: &Quantity) -> Option<Fix> {
    if lost.kind != new.kind {
        return None;
    }
    let (from, to) = (source.folded.source(lost.span), target.folded.source(new.span));
    let value = lost.values.first()?;
    let text = rewritten(to.of(target.text), new.kind, value, from.of(source.text), target.lang)?;
    let read = placeables(&text, target.lang);
    let says_it = matches!(read.as_slice(), [only] if plain(&only.value) == *value && only.span.len() == text.len());
    let title = format!("Write {} for {}", shown(&text), shown(to.of(target.text)));
    let place = Place { unit: 0, side: Side::Target, span: to };
    says_it.then(|| Fix { title, changes: vec![Replaced { place, text }] })
}
