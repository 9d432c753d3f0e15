//! Two comparable forms in; which tokens, and which placeables among them, stand in the same place out.

use super::common::common;
use crate::text::comparison::{ComparisonForm, SLOT};

/// What stands in the same place in a remembered source text and in the text asked about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Alignment {
    /// Tokens that are the same in N2, in order.
    pub(super) tokens: Vec<Pair>,
    /// Numbers of the placeables among them.
    pub(super) placeables: Vec<(usize, usize)>,
}

/// Two tokens in the same place, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// In the remembered text.
    pub(super) source: usize,
    /// In the text asked about.
    pub(super) query: usize,
    /// Whether they are placeables that say something else.
    pub(super) changed: bool,
}

impl Alignment {
    /// Lays the two side by side so that as many tokens as can be are the same.
    pub(super) fn new(source: &ComparisonForm, query: &ComparisonForm) -> Self {
        let same = common(&texts(source), &texts(query));
        let (in_source, in_query) = (slots(source), slots(query));
        let mut made = Self::default();
        for (one, other) in same {
            let slots = in_source.get(one).copied().flatten().zip(in_query.get(other).copied().flatten());
            let differ = |(one, other): (usize, usize)| {
                let (one, other) = (source.placeables.get(one), query.placeables.get(other));
                one.zip(other).is_some_and(|(one, other)| one.kind != other.kind || one.value != other.value)
            };
            made.tokens.push(Pair { source: one, query: other, changed: slots.is_some_and(differ) });
            made.placeables.extend(slots);
        }
        made
    }

    /// Whether the places before token `source` of the one and token `query` of the other are the same place: nothing
    /// that was changed reaches over it.
    pub(super) fn meets(&self, source: usize, query: usize) -> bool {
        let next = self.tokens.partition_point(|pair| pair.source < source);
        let before = next.checked_sub(1).and_then(|at| self.tokens.get(at));
        let begins = before.map_or((0, 0), |pair| (pair.source + 1, pair.query + 1)) == (source, query);
        begins || self.tokens.get(next).is_some_and(|pair| (pair.source, pair.query) == (source, query))
    }

    /// Whether the ends of the two texts lie at these tokens, or [`Alignment::meets`].
    pub(super) fn meets_or_ends(&self, place: (usize, usize), lengths: (usize, usize)) -> bool {
        place == lengths || self.meets(place.0, place.1)
    }
}

fn texts(form: &ComparisonForm) -> Vec<&str> {
    form.tokens.iter().map(|token| token.text.as_str()).collect()
}

/// For each token the number of the placeable it stands for.
fn slots(form: &ComparisonForm) -> Vec<Option<usize>> {
    let mut next = 0;
    let mut number = |text: &str| {
        let is_slot = text.chars().eq([SLOT]);
        next += usize::from(is_slot);
        is_slot.then(|| next - 1)
    };
    form.tokens.iter().map(|token| number(&token.text)).collect()
}
