//! Two numbers that changed places in the translation, each beside the words of the other: 30 controls and 45 treated
//! animals for 45 controls and 30 treated ones.
//!
//! It is judged only where each number has a clause to itself in both texts, and in each clause stands a word whose translation
//! is known and occurs once: a term of the base, or a word of the translation table. Everywhere else nothing is said.

use super::quantity::{NumberText, Quantity, TextNumbers};
use crate::model::Span;
use crate::text::placeable::PlaceableKind;

use super::anchors::Anchor;
/// A number that stands once in each text.
#[derive(Debug, Clone, Copy)]
struct SharedNumber {
    source: Span,
    target: Span,
}

/// The largest number of shared numbers that are compared.
const MOST: usize = 40;

/// The two numbers that changed places, as spans of the texts as written: those of the source, then those of the target.
pub(super) fn exchanged(
    (source, target): (&NumberText<'_>, &NumberText<'_>),
    numbers: &(TextNumbers, TextNumbers),
    anchors: &[Anchor],
) -> Option<[[Span; 2]; 2]> {
    if anchors.len() < 2 {
        return None;
    }
    let shared = shared_numbers((source, target), numbers, anchors);
    if shared.len() < 2 || shared.len() > MOST {
        return None;
    }
    let sides = |of: fn(&SharedNumber) -> Span| -> Vec<Span> { shared.iter().map(of).collect() };
    let (in_source, in_target) = (sides(|one| one.source), sides(|one| one.target));
    let (of_source, of_target) = (clauses(source, &in_source), clauses(target, &in_target));
    for (at, one) in shared.iter().enumerate() {
        for (other_at, other) in shared.iter().enumerate().skip(at + 1) {
            let here = [*of_source.get(at)?, *of_source.get(other_at)?];
            let there = [*of_target.get(at)?, *of_target.get(other_at)?];
            let ([Some(first), Some(second)], [Some(in_first), Some(in_second)]) = (here, there) else { continue };
            // Where the words of the source's two clauses stand in the translation: beside their own number, or the other's.
            let votes = |clause: Span, own: Span, others: Span| {
                let words = anchors.iter().filter(move |anchor| clause.contains(anchor.0));
                words.fold((0, 0), move |(right, wrong), anchor| {
                    (right + usize::from(own.contains(anchor.1)), wrong + usize::from(others.contains(anchor.1)))
                })
            };
            let (one_right, one_wrong) = votes(first, in_first, in_second);
            let (other_right, other_wrong) = votes(second, in_second, in_first);
            if one_right + other_right == 0 && one_wrong > 0 && other_wrong > 0 {
                return Some([[one.source, other.source], [one.target, other.target]]);
            }
        }
    }
    None
}

/// The numbers that stand once in each text, in order of the source.
fn shared_numbers(
    (source, target): (&NumberText<'_>, &NumberText<'_>),
    (ours, theirs): &(TextNumbers, TextNumbers),
    anchors: &[Anchor],
) -> Vec<SharedNumber> {
    let numbers = |side: &[Quantity]| -> Vec<Quantity> {
        let all = side.iter().filter(|one| one.kind == PlaceableKind::Number && !one.is_list_item);
        all.cloned().collect()
    };
    let (ours, theirs) = (numbers(&ours.quantities), numbers(&theirs.quantities));
    let is_free = |span: Span, of: fn(&Anchor) -> Span| !anchors.iter().any(|anchor| of(anchor).overlaps(span));
    let has = |one: &Quantity, other: &Quantity| one.readings.iter().any(|reading| other.readings.contains(reading));
    let only = |one: &Quantity, side: &[Quantity]| -> Option<Quantity> {
        let mut same = side.iter().filter(|other| has(one, other));
        same.next().filter(|_| same.next().is_none()).cloned()
    };
    let mut shared: Vec<SharedNumber> = ours
        .iter()
        .filter(|one| ours.iter().filter(|other| has(one, other)).count() == 1)
        .filter_map(|one| {
            let other = only(one, &theirs)?;
            only(&other, &ours)?;
            Some(SharedNumber { source: source.folded.source(one.span), target: target.folded.source(other.span) })
        })
        .filter(|one| is_free(one.source, |anchor| anchor.0) && is_free(one.target, |anchor| anchor.1))
        .collect();
    shared.sort_by_key(|one| one.source);
    shared
}

/// For each number the clause it stands in, if no other of these numbers stands there.
fn clauses(text: &NumberText<'_>, numbers: &[Span]) -> Vec<Option<Span>> {
    let breaks = breaks(text.text, text.lang.is_japanese(), numbers);
    let clause = |number: &Span| {
        let start = breaks.iter().filter(|at| at.end <= number.start).map(|at| at.end).max().unwrap_or(0);
        let end = breaks.iter().filter(|at| at.start >= number.end).map(|at| at.start).min().unwrap_or(text.text.len());
        let clause = Span::new(start, end);
        (numbers.iter().filter(|other| clause.overlaps(**other)).count() == 1).then_some(clause)
    };
    numbers.iter().map(clause).collect()
}

/// Where one clause ends and the next begins.
fn breaks(text: &str, is_japanese: bool, numbers: &[Span]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let digits = |c: Option<char>| c.is_some_and(|c| c.is_numeric());
        let in_number = digits(text.get(..at).and_then(|text| text.chars().next_back()))
            && digits(text.get(end..).and_then(|text| text.chars().next()));
        let is_break = match c {
            '、' | '。' | '，' | '；' | ';' | '・' | '\n' => true,
            ',' | '.' | ':' => !in_number,
            // 27名と31名: と joins two counted things, but not として.
            'と' if is_japanese => {
                let rest = text.get(end..).unwrap_or_default();
                !rest.starts_with(['し', 'な', 'い', 'き', 'こ']) && !rest.starts_with('も')
            }
            _ => false,
        };
        if is_break {
            found.push(Span::new(at, end));
        }
    }
    if !is_japanese {
        for word in [" and ", " but ", " while ", " whereas ", " versus ", " vs ", " or ", " against "] {
            found.extend(text.match_indices(word).map(|(at, word)| Span::new(at, at + word.len())));
        }
    }
    found.retain(|at| !numbers.iter().any(|number| number.overlaps(*at)));
    found.sort_unstable();
    found
}
