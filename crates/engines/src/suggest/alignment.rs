//! Aligns the tokens of a stored source text with those of the query.

use super::subsequence::longest_common_subsequence;
use crate::text::comparison::{ComparisonForm, SLOT};

/// The tokens that correspond to each other in the stored source text and in the query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct TokenAlignment {
    /// Tokens that are equal in N2, in order.
    pub(super) tokens: Vec<TokenPair>,
    /// The placeables among them, by index.
    pub(super) placeables: Vec<(usize, usize)>,
}

/// Two corresponding tokens, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TokenPair {
    /// The token of the stored source.
    pub(super) source: usize,
    /// The token of the query.
    pub(super) query: usize,
    /// Whether they are placeables with different values.
    pub(super) changed: bool,
}

impl TokenAlignment {
    /// Aligns as many equal tokens as possible.
    pub(super) fn new(source: &ComparisonForm, query: &ComparisonForm) -> Self {
        let same = longest_common_subsequence(&texts(source), &texts(query));
        let (in_source, in_query) = (slots(source), slots(query));
        let mut alignment = Self::default();
        for (one, other) in same {
            let slots = in_source.get(one).copied().flatten().zip(in_query.get(other).copied().flatten());
            let differ = |(one, other): (usize, usize)| {
                let (one, other) = (source.placeables.get(one), query.placeables.get(other));
                one.zip(other).is_some_and(|(one, other)| one.kind != other.kind || one.value != other.value)
            };
            alignment.tokens.push(TokenPair { source: one, query: other, changed: slots.is_some_and(differ) });
            alignment.placeables.extend(slots);
        }
        alignment
    }

    /// Whether the positions before token `source` and token `query` correspond: no change reaches across them.
    pub(super) fn meets(&self, source: usize, query: usize) -> bool {
        let next = self.tokens.partition_point(|pair| pair.source < source);
        let before = next.checked_sub(1).and_then(|at| self.tokens.get(at));
        let begins = before.map_or((0, 0), |pair| (pair.source + 1, pair.query + 1)) == (source, query);
        begins || self.tokens.get(next).is_some_and(|pair| (pair.source, pair.query) == (source, query))
    }

    /// Whether both positions are the ends of the texts, or [`TokenAlignment::meets`].
    pub(super) fn meets_or_ends(&self, position: (usize, usize), lengths: (usize, usize)) -> bool {
        position == lengths || self.meets(position.0, position.1)
    }
}

fn texts(form: &ComparisonForm) -> Vec<&str> {
    form.tokens.iter().map(|token| token.text.as_str()).collect()
}

/// For each token, the index of the placeable it stands for.
fn slots(form: &ComparisonForm) -> Vec<Option<usize>> {
    let mut next = 0;
    let mut number = |text: &str| {
        let is_slot = text.chars().eq([SLOT]);
        next += usize::from(is_slot);
        is_slot.then(|| next - 1)
    };
    form.tokens.iter().map(|token| number(&token.text)).collect()
}
