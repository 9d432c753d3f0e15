//! Names, codes and identifiers with digits: IL-6, `v4.2`, 2023-31047.

use super::quantity::{NumberText, Quantity, TextNumbers, overlaps};
use crate::model::Span;
use crate::text::chars::is_japanese_letter;
use crate::text::placeable::{Placeable, PlaceableKind};

/// Identifiers: numbers with hyphens such as 2023-31047 or 03-1234-56789, which must appear unchanged.
pub(super) fn identifiers(folded: &str, own: &[&Placeable]) -> Vec<Quantity> {
    let inside = |c: char| c.is_ascii_digit() || c == '-';
    let mut found = Vec::new();
    let mut at = 0;
    for run in folded.split(|c: char| !inside(c)) {
        let begun = at + (run.len() - run.trim_start_matches('-').len());
        at += run.len();
        at += folded.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let value = run.trim_matches('-');
        let span = Span::new(begun, begun + value.len());
        // 2019-2023 is a range; 2018-7537 is none.
        let last = value.rsplit('-').next().unwrap_or_default();
        let is_year = || last.parse().is_ok_and(|year: u32| (1000..3000).contains(&year));
        let parts = value.split('-').count();
        let is_one =
            parts > 1 && (last.len() >= 5 || (parts == 2 && last.len() == 4 && value.len() == 9 && !is_year()));
        let date = || own.partition_point(|one| one.span.end <= span.start);
        let is_date =
            is_one && own.get(date()).is_some_and(|one| one.kind == PlaceableKind::Date && one.span.overlaps(span));
        if is_one && !is_date {
            found.push(Quantity::new(span, PlaceableKind::Code, value));
        }
    }
    found
}

/// Runs of letters, digits and connecting marks that have both letters and digits and are not part of a number.
pub(super) fn names(folded: &str, taken: &[Span]) -> Vec<(Span, String)> {
    let connects = |c: char| matches!(c, '-' | '.' | '/' | '_');
    let inside = |c: char| (c.is_alphanumeric() && !is_japanese_letter(c)) || connects(c);
    let mut names = Vec::new();
    let mut at = 0;
    for run in folded.split(|c: char| !inside(c)) {
        let begun = at;
        at += run.len();
        at += folded.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let name = run.trim_matches(connects);
        let start = begun + (run.len() - run.trim_start_matches(connects).len());
        let span = Span::new(start, start + name.len());
        let both = name.contains(|c: char| c.is_ascii_digit()) && name.contains(char::is_alphabetic);
        if both && !overlaps(taken, span, |taken| *taken) {
            names.push((span, name.to_lowercase()));
        }
    }
    names
}

/// The digits in a name that both sides have belong to the name.
pub(super) fn drop_shared(own: &mut TextNumbers, other: &NumberText<'_>) {
    let other = other.folded.text.to_lowercase();
    let shared: Vec<Span> =
        own.names.iter().filter(|(_, name)| other.contains(name.as_str())).map(|(span, _)| *span).collect();
    own.hints.retain(|hint| !shared.iter().any(|name| name.contains(hint.span)));
}

/// Names that differ from one of the other side only in their digits, if neither side has the other's: IL-6, IL-8.
pub(super) fn changed(own: &TextNumbers, other: &TextNumbers) -> (Vec<Span>, Vec<Span>) {
    let shape = |name: &str| -> String { name.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect() };
    let lone = |own: &TextNumbers, other: &TextNumbers| -> Vec<(Span, String)> {
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
