//! The facts of a draft in; terms of the source the base has no translation for out, each once.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::note::{finding, shown};
use super::uses::Outcome;
use crate::model::{Finding, Rule, Severity};

pub(super) fn findings(facts: &[&Facts]) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (at, facts) in facts.iter().enumerate() {
        for used in facts.uses.iter().filter(|used| used.outcome == Outcome::Unknown) {
            if !seen.insert(&used.concepts) {
                continue;
            }
            let message = format!("The term base has no translation for {} yet.", shown(&used.written));
            let mut one = finding(Rule::TermWithoutTranslation, Severity::Hint, message, &[&used.written]);
            one.unit = at;
            one.source.clone_from(&used.source);
            one.concept_id = used.concepts.first().copied();
            found.push(one);
        }
    }
    found
}
