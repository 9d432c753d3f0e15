//! The terms of a pair in; those no accepted name of which the translation uses out.
//!
//! Any one accepted name of any concept the term may name is enough, in any form of its words, once in the pair: what is
//! said again may be a pronoun or nothing.

use super::known::{Concepts, Name};
use super::note::{finding, listed, shown};
use super::uses::{Outcome, Use};
use crate::model::{Finding, Review, Rule, Severity};

/// The most names a message lists.
const MOST_NAMES: usize = 4;

pub(super) fn findings(uses: &[Use], concepts: &Concepts) -> Vec<Finding> {
    uses.iter().filter(|used| used.outcome == Outcome::Missing).map(|used| missing(used, concepts)).collect()
}

fn missing(used: &Use, concepts: &Concepts) -> Finding {
    let known = used.concepts.iter().filter_map(|id| Some((*id, concepts.get(*id)?)));
    let mut names: Vec<&Name> = Vec::new();
    let mut concept_id = None;
    for (id, known) in known {
        for name in known.target.iter().filter(|name| name.is_wanted()) {
            concept_id = concept_id.or(Some(id));
            if names.iter().all(|other| other.text != name.text) {
                names.push(name);
            }
        }
    }
    // What nobody has approved cannot be asked for as firmly.
    let approved = names.iter().any(|name| name.review == Review::Approved);
    let usual = if approved { Severity::Warning } else { Severity::Information };
    // Nor what may be said in many ways, or may be another term.
    let lower = if approved { Severity::Information } else { Severity::Hint };
    let severity = if used.is_everyday || used.compound.is_some() { lower } else { usual };
    let more = if names.len() > MOST_NAMES { " or another of its names" } else { "" };
    let list: Vec<String> = names.iter().take(MOST_NAMES).map(|name| shown(&name.text)).collect();
    let whole = used.compound.as_ref().map_or_else(String::new, |whole| format!(" of {}", shown(whole)));
    let term = format!("{}{whole}", shown(&used.written));
    let message = format!("{term} is rendered neither as {}{more}.", listed(&list, "nor"));
    let message = if list.len() == 1 { format!("{term} is not rendered as {}.", list[0]) } else { message };
    let wanted = names.first().map(|name| name.text.as_str()).unwrap_or_default();
    let mut found = finding(Rule::TermNotUsed, severity, message, &[&used.written, wanted]);
    found.source.clone_from(&used.source);
    found.concept_id = concept_id;
    found
}
