//! Adapts the target of a match to the query: new values and terms, the score of the result, and what was changed.

use super::alignment::TokenAlignment;
use super::penalty::PenaltyPoints;
use super::query::{MemorySegment, SegmentQuery};
use super::replacement::{Replacement, apply_all};
use super::target_values::accounts_for_all;
use super::term_repair::{TextWithTerms, replace_terms};
use super::value_repair::ValueRepair;
use super::wording::is_same_wording;
use crate::fuzzy::score_parts;
use crate::model::Span;
use crate::text::comparison::ComparisonForm;
use crate::text::tokeniser::Tokeniser;

/// A target adapted to the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The adapted target.
    pub target: String,
    /// Its score. If only values were replaced, the score of the match. If terms were replaced, two less than the similarity of
    /// the query and the source text with its terms replaced, at most 97, less all penalties.
    pub score: u8,
    /// The changes, in order of the query.
    pub changes: Vec<RepairChange>,
}

/// A change in a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairChange {
    /// Whether a term or a value was replaced.
    pub kind: RepairChangeKind,
    /// The new text, in the query.
    pub query: Span,
    /// The text it differs from, in the stored source.
    pub source: Span,
    /// The replaced text, in the stored target.
    pub target: Span,
    /// The new text, in the adapted target.
    pub repaired: Span,
}

/// What was replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RepairChangeKind {
    /// A number, date, code or tag.
    Value,
    /// A term.
    Term,
}

/// The input of a repair.
pub(super) struct RepairInput<'a> {
    pub(super) query: &'a SegmentQuery,
    pub(super) stored: &'a MemorySegment,
    /// The comparable form of the stored source.
    pub(super) form: &'a ComparisonForm,
    pub(super) alignment: &'a TokenAlignment,
    /// The replacements of values, and how many could not be placed.
    pub(super) values: ValueRepair,
    pub(super) points: &'a PenaltyPoints,
    /// The score of the match.
    pub(super) score: u8,
    /// The sum of its penalties.
    pub(super) deduction: u8,
}

impl RepairInput<'_> {
    /// Replaces values and terms; `None` if there is nothing to replace, or if the result might state what the query does not:
    /// a value or term that differs stays, the wording differs elsewhere, or the target has a number of its own.
    pub(super) fn repair(self, words: &Tokeniser) -> Option<Repair> {
        let target = (self.stored.segment.target.as_str(), &self.query.target_lang);
        let source = TextWithTerms { form: self.form, terms: &self.stored.terms };
        let query = TextWithTerms { form: &self.query.form, terms: &self.query.terms };
        if self.values.unplaced > 0 {
            return None;
        }
        let terms = replace_terms(source, query, self.alignment, target, words);
        let values = &self.values.replacements;
        let all = [values.as_slice(), &terms].concat();
        let sides = (self.form, &self.query.form);
        let lang = &self.query.source_lang;
        if all.is_empty()
            || !is_same_wording(sides, lang, self.alignment, &all)
            || !accounts_for_all((&self.stored.segment.source, lang), target, values)
        {
            return None;
        }
        let (text, spans) = apply_all(target.0, &all)?;
        if terms.is_empty() {
            return Some(described(text, self.score, &all, &spans));
        }
        let similarity = self.similarity(&terms, words)?;
        let capped = similarity.saturating_sub(self.points.mended).min(self.points.mended_most);
        Some(described(text, capped.saturating_sub(self.deduction), &all, &spans))
    }

    /// The similarity of the query and the stored source with its terms replaced.
    fn similarity(&self, terms: &[Replacement], words: &Tokeniser) -> Option<u8> {
        let text_of = |term: &Replacement| term.query.of(&self.query.text).to_owned();
        let in_source: Vec<Replacement> =
            terms.iter().map(|term| Replacement { target: term.source, text: text_of(term), ..term.clone() }).collect();
        let (text, _) = apply_all(&self.stored.segment.source, &in_source)?;
        Some(score_parts(&self.query.form, &ComparisonForm::new(&text, &self.query.source_lang, words)).base)
    }
}

fn described(target: String, score: u8, replacements: &[Replacement], places: &[Span]) -> Repair {
    let change = |(replacement, repaired): (&Replacement, &Span)| RepairChange {
        kind: if replacement.value.is_none() { RepairChangeKind::Term } else { RepairChangeKind::Value },
        query: replacement.query,
        source: replacement.source,
        target: replacement.target,
        repaired: *repaired,
    };
    let mut changes: Vec<RepairChange> = replacements.iter().zip(places).map(change).collect();
    changes.sort_by_key(|change| (change.query, change.target));
    Repair { target, score, changes }
}
