//! Rule `term_without_translation`: terms of the source for which the term base has no translation, each reported once.

use std::collections::BTreeSet;

use super::analysis::PairAnalysis;
use super::finding::finding;
use super::term_uses::UseOutcome;
use super::wording::quote;
use crate::model::{Finding, Rule, Severity};

pub(super) fn findings(analyses: &[&PairAnalysis]) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (at, analysis) in analyses.iter().enumerate() {
        for used in analysis.uses.iter().filter(|used| used.outcome == UseOutcome::NoTranslation) {
            if !seen.insert(&used.concepts) {
                continue;
            }
            let message = format!("The term base has no translation for {} yet.", quote(&used.written));
            let mut result = finding(Rule::TermWithoutTranslation, Severity::Hint, message, &[&used.written]);
            result.unit = at;
            result.source.clone_from(&used.source);
            result.concept_id = used.concepts.first().copied();
            found.push(result);
        }
    }
    found
}
