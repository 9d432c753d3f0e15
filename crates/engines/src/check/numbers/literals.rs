//! The figures in code between grave accents, which a translation keeps as they are: ``LIMIT 5``, ``2015-06-15 14:30``.

use std::collections::{BTreeMap, HashMap};

use super::quantity::{NumberText, Quantity};
use crate::model::Span;
use crate::text::chars::is_japanese_letter;
use crate::text::placeable::PlaceableKind;

/// The insides of code between grave accents.
pub(super) fn spans(folded: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    while let Some(start) = folded.get(at..).and_then(|rest| rest.find('`')).map(|next| at + next) {
        let marks = folded.bytes().skip(start).take_while(|byte| *byte == b'`').count();
        at = start + marks;
        match open {
            Some((inside, same)) if same == marks => {
                let inside = Span::new(inside, start);
                // A single mark may also hold words, :doc:`2 つ以上 <…>`, and Japanese in code is translated.
                let written = inside.of(folded);
                let is_code = !written.contains(is_japanese_letter) && (marks > 1 || !written.contains(' '));
                found.extend(is_code.then_some(inside));
                open = None;
            }
            Some(_) => {}
            None => open = Some((at, marks)),
        }
    }
    found
}

/// The runs of digits of a text inside of its code and outside of it.
struct Figures<'text> {
    inside: BTreeMap<&'text str, Vec<Span>>,
    outside: HashMap<&'text str, usize>,
}

impl<'text> Figures<'text> {
    fn new(text: &'text NumberText<'_>) -> Self {
        let folded = text.folded.text.as_str();
        let code = spans(folded);
        let mut figures = Self { inside: BTreeMap::new(), outside: HashMap::new() };
        let mut at = 0;
        for run in folded.split(|c: char| !c.is_ascii_digit()) {
            let span = Span::new(at, at + run.len());
            at = span.end + folded.get(span.end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let is_name =
                folded.get(..span.start).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphabetic()));
            if run.is_empty() || is_name {
                continue;
            }
            if super::quantity::overlaps(&code, span, |code| *code) {
                figures.inside.entry(run).or_default().push(span);
            } else {
                *figures.outside.entry(run).or_default() += 1;
            }
        }
        figures
    }

    /// The figures in code that `other` has less often, in its code and beyond what each text has outside.
    fn lacking(&self, other: &Figures<'_>) -> Vec<Quantity> {
        let count = |figures: &Figures<'_>, run: &str| figures.outside.get(run).copied().unwrap_or_default();
        let mut found: Vec<Quantity> = Vec::new();
        for (run, places) in &self.inside {
            let there = other.inside.get(run).map_or(0, Vec::len) + count(other, run).saturating_sub(count(self, run));
            if there < places.len() {
                found.extend(places.iter().map(|span| Quantity::new(*span, PlaceableKind::Number, run)));
            }
        }
        found.sort_by_key(|one| one.span);
        found
    }
}

/// The figures in code that each text has more often than the other, in the order of source and translation.
pub(super) fn uneven(source: &NumberText<'_>, target: &NumberText<'_>) -> (Vec<Quantity>, Vec<Quantity>) {
    let (ours, theirs) = (Figures::new(source), Figures::new(target));
    (ours.lacking(&theirs), theirs.lacking(&ours))
}
