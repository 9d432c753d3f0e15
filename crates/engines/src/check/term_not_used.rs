//! Rule `term_not_used`: the translation uses none of the accepted names of a term in the source.
//!
//! One accepted name of one concept that the term may mean is enough, in any form and once in the pair: repetitions may be
//! replaced by pronouns or left out.

use super::finding::finding;
use super::term_uses::{TermUse, UseOutcome};
use super::terminology::{Name, Terminology};
use super::wording::{join, quote};
use crate::model::{Finding, Review, Rule, Severity};

/// The largest number of names in a message.
const MOST_NAMES: usize = 4;

pub(super) fn findings(uses: &[TermUse], terminology: &Terminology) -> Vec<Finding> {
    uses.iter().filter(|used| used.outcome == UseOutcome::Missing).map(|used| missing(used, terminology)).collect()
}

fn missing(used: &TermUse, terminology: &Terminology) -> Finding {
    let concepts = used.concepts.iter().filter_map(|id| Some((*id, terminology.get(*id)?)));
    let mut names: Vec<&Name> = Vec::new();
    let (mut concept_id, mut approved) = (None, false);
    for (id, concept) in concepts {
        for name in concept.target.iter().filter(|name| name.is_recommended()) {
            concept_id = concept_id.or(Some(id));
            approved |= name.review == Review::Approved;
            // One more than are listed shows that there are more.
            if names.len() <= MOST_NAMES && names.iter().all(|other| other.text != name.text) {
                names.push(name);
            }
        }
    }
    // Less severe if none of the names has been approved.
    let usual = if approved { Severity::Warning } else { Severity::Information };
    // Less severe if it can be translated in many ways, or may be part of another term.
    let lower = if approved { Severity::Information } else { Severity::Hint };
    let severity = if used.is_flexible || used.compound.is_some() { lower } else { usual };
    let more = if names.len() > MOST_NAMES { " or any of its other names" } else { "" };
    let list: Vec<String> = names.iter().take(MOST_NAMES).map(|name| quote(&name.text)).collect();
    let compound = used.compound.as_ref().map_or_else(String::new, |compound| format!(" in {}", quote(compound)));
    let term = format!("{}{compound}", quote(&used.written));
    let message = format!("{term} is not translated as {}{more}.", join(&list, "or"));
    let first = names.first().map(|name| name.text.as_str()).unwrap_or_default();
    let mut found = finding(Rule::TermNotUsed, severity, message, &[&used.written, first]);
    found.source.clone_from(&used.source);
    found.concept_id = concept_id;
    found
}
