//! The fuzzy match score of two segments and its parts.
//!
//! The score is the mean of two normalised Levenshtein similarities, of characters and of tokens, both over the form N2
//! ([`crate::text::comparison`]), in whole percent rounded down. Means of metrics rank memory matches better than any single
//! one (Vanallemeersch and Vandeghinste, EAMT 2015). `strsim` computes the same distances and is the reference in tests.

use rustc_hash::FxHashMap;

use crate::text::comparison::ComparisonForm;
use crate::text::edit_distance::Pattern;

/// An edit distance and the length it is relative to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Distance {
    /// Insertions, deletions and substitutions.
    pub edits: u32,
    /// Length of the longer side, in symbols.
    pub longest: u32,
}

impl Distance {
    /// The similarity, 0 to 1; 1 if both sides are empty.
    #[must_use]
    pub fn similarity(self) -> f64 {
        if self.longest == 0 { 1.0 } else { 1.0 - f64::from(self.edits) / f64::from(self.longest) }
    }

    /// The number of symbols that need no edit.
    fn unchanged(self) -> u64 {
        u64::from(self.longest.saturating_sub(self.edits))
    }
}

/// The parts of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ScoreParts {
    /// The distance of the characters.
    pub characters: Distance,
    /// The distance of the tokens.
    pub tokens: Distance,
    /// Their mean similarity in whole percent, rounded down: 0 to 100, and 100 only if both texts are the same in N2.
    pub base: u8,
}

impl ScoreParts {
    /// The score of these two distances.
    #[must_use]
    pub fn new(characters: Distance, tokens: Distance) -> Self {
        Self { characters, tokens, base: base(characters, tokens) }
    }
}

/// The mean of two similarities in whole percent, rounded down. Computed in integers, so that nothing is lost.
#[must_use]
pub fn base(characters: Distance, tokens: Distance) -> u8 {
    let (long, many) = (u64::from(characters.longest.max(1)), u64::from(tokens.longest.max(1)));
    let (alike, shared) = (
        if characters.longest == 0 { 1 } else { characters.unchanged() },
        if tokens.longest == 0 { 1 } else { tokens.unchanged() },
    );
    u8::try_from(50 * (alike * many + shared * long) / (long * many)).unwrap_or(100)
}

/// Scores the similarity of two segments.
#[must_use]
pub(crate) fn score_parts(one: &ComparisonForm, other: &ComparisonForm) -> ScoreParts {
    let characters = distance(&one.chars, &other.chars);
    let of = |side: &ComparisonForm| side.tokens.iter().map(|token| token.text.clone()).collect::<Vec<_>>();
    ScoreParts::new(characters, distance(&of(one), &of(other)))
}

/// The edit distance between two sequences.
fn distance<S: std::hash::Hash + Eq>(one: &[S], other: &[S]) -> Distance {
    let mut pattern = Pattern::default();
    pattern.clear(one.len());
    let mut rows: FxHashMap<&S, usize> = FxHashMap::default();
    for (place, symbol) in one.iter().enumerate() {
        let row = *rows.entry(symbol).or_insert_with(|| pattern.add_row());
        pattern.mark(row, place);
    }
    let longest = one.len().max(other.len());
    let numbers: Vec<usize> = other.iter().map(|symbol| rows.get(symbol).copied().unwrap_or_default()).collect();
    let edits = pattern.distance(&numbers, longest, |row| row).unwrap_or(longest);
    Distance { edits: number(edits), longest: number(longest) }
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Lang;
    use crate::text::tokeniser::Tokeniser;

    proptest! {
        #[test]
        fn the_score_is_the_mean_of_the_reference_similarities(a in "[細胞の機能 abc、。1-3]{0,30}", b in "[細胞の機能 abc、。1-3]{0,30}") {
            let words = Tokeniser::by_script();
            let (one, other) = (ComparisonForm::new(&a, &Lang::JA, &words), ComparisonForm::new(&b, &Lang::JA, &words));
            let got = score_parts(&one, &other);
            let of = |side: &ComparisonForm| side.tokens.iter().map(|token| token.text.clone()).collect::<Vec<_>>();
            prop_assert_eq!(got.characters.edits as usize, strsim::generic_levenshtein(&one.chars, &other.chars));
            prop_assert_eq!(got.tokens.edits as usize, strsim::generic_levenshtein(&of(&one), &of(&other)));
            let mean = 50.0 * (got.characters.similarity() + got.tokens.similarity());
            prop_assert!((f64::from(got.base) - mean).abs() < 1.0 + 1e-9 && f64::from(got.base) <= mean + 1e-9);
            prop_assert_eq!(got.base == 100, one.chars == other.chars && of(&one) == of(&other));
        }
    }
}
