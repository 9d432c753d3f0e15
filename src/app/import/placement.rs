//! Where a group of rows goes, and the outcome of each of its rows.

use std::collections::HashMap;

use super::outcome::{MergeRule, Outcome, RowChange, RowOutcome, shortened};
use super::row::TakenRow;
use crate::app::concepts::attach::Attached;
use crate::app::concepts::choice::JoinRule;
use crate::model::{ConceptId, Conflict, Review, Usage};
use crate::store::StatedTerm;

/// The concept of a group of rows, and why.
#[derive(Debug)]
pub(super) struct Placement {
    /// The concept.
    pub(super) concept: ConceptId,
    /// Whether it was made for them.
    pub(super) is_new: bool,
    rule: Option<MergeRule>,
    conflicts: Vec<Conflict>,
}

/// The concepts that the rows of a file made or joined so far.
#[derive(Debug, Default)]
pub(super) struct SeenConcepts(HashMap<ConceptId, Seen>);

#[derive(Debug, Clone, Copy)]
struct Seen {
    /// The line of the first row.
    line: u64,
    /// Whether the file made it.
    is_made: bool,
}

impl SeenConcepts {
    /// Notes the concept of a row on this line.
    pub(super) fn note(&mut self, placement: &Placement, line: u64) {
        self.0.entry(placement.concept).or_insert(Seen { line, is_made: placement.is_new });
    }
}

impl Placement {
    /// The concept the source has for it: from this file, or from an earlier import.
    pub(super) fn known(concept: ConceptId, seen: &SeenConcepts) -> Self {
        let rule = if seen.0.contains_key(&concept) { MergeRule::SameEntry } else { MergeRule::SameSource };
        Self { concept, is_new: false, rule: Some(rule), conflicts: Vec::new() }
    }

    /// A concept that was there already.
    pub(super) fn joins(concept: ConceptId, rule: JoinRule) -> Self {
        let rule = match rule {
            JoinRule::SharedEnglish => MergeRule::SharedEnglish,
            JoinRule::SupportedBefore => MergeRule::SameSource,
            JoinRule::NoEnglishYet => MergeRule::NoEnglishYet,
            JoinRule::OnlyConcept => MergeRule::OnlyConcept,
            JoinRule::SimilarDefinition => MergeRule::SimilarDefinition,
        };
        Self { concept, is_new: false, rule: Some(rule), conflicts: Vec::new() }
    }

    /// A new concept, with what disagrees with it.
    pub(super) fn new(concept: ConceptId, conflicts: Vec<Conflict>) -> Self {
        Self { concept, is_new: true, rule: None, conflicts }
    }
}

/// The names of a row that must not be used, in brackets; empty if there are none.
fn bans(taken: &TakenRow<'_>) -> String {
    let banned = taken.row.names.iter().filter_map(|name| {
        let usage = name.usage.filter(|usage| matches!(usage, Usage::Deprecated | Usage::Forbidden))?;
        Some(format!("{} is {}", shortened(&name.text), usage.as_str()))
    });
    let banned: Vec<String> = banned.collect();
    if banned.is_empty() { String::new() } else { format!(" [{}]", banned.join("; ")) }
}

/// The outcomes of the rows of one group.
#[derive(Debug)]
pub(super) struct GroupReport<'a> {
    placement: &'a Placement,
    attached: &'a Attached,
    outcomes: Vec<RowOutcome>,
}

impl<'a> GroupReport<'a> {
    /// What is known once the terms are stored.
    pub(super) fn new(
        placement: &'a Placement,
        rows: &[TakenRow<'_>],
        attached: &'a Attached,
        seen: &SeenConcepts,
    ) -> Self {
        let of = seen.0.get(&placement.concept);
        let mut report = Self { placement, attached, outcomes: Vec::with_capacity(rows.len()) };
        for (at, taken) in rows.iter().enumerate() {
            let mut outcome = taken.of.outcome(Outcome::Merged);
            outcome.text.push_str(&bans(taken));
            match (at, placement.rule) {
                (0, None) => outcome.outcome = Outcome::Added,
                (0, Some(MergeRule::SameSource)) => {
                    (outcome.outcome, outcome.rule) = (Outcome::Unchanged, placement.rule);
                    outcome.concept = Some(placement.concept);
                }
                (0, rule) => {
                    outcome.rule = rule;
                    outcome.with_line = of.map(|seen| seen.line);
                    outcome.concept = of.is_none_or(|seen| !seen.is_made).then_some(placement.concept);
                }
                (_, rule) => {
                    let is_source = rule == Some(MergeRule::SameSource);
                    outcome.outcome = if is_source { Outcome::Unchanged } else { Outcome::Merged };
                    outcome.rule = Some(if is_source { MergeRule::SameSource } else { MergeRule::SameEntry });
                    outcome.with_line = rows.first().filter(|_| !is_source).map(|first| first.row.line);
                    let is_made = placement.is_new || of.is_some_and(|seen| seen.is_made);
                    outcome.concept = (!is_made).then_some(placement.concept);
                }
            }
            if attached.new_terms.values().any(|row| *row == Some(taken.mark)) {
                outcome.changes.push(RowChange::Term);
            }
            let defined = |other: &TakenRow<'_>, one: &_| other.row.definitions.contains(one);
            let earlier = rows.get(..at).unwrap_or_default();
            if taken.row.definitions.iter().any(|one| !earlier.iter().any(|other| defined(other, one))) {
                outcome.changes.push(RowChange::Definition);
            }
            for (_, text) in attached.rejected.iter().filter(|(row, _)| *row == Some(taken.mark)) {
                outcome.disagreements.push(format!("A person rejected “{text}” for this term, so it is left out."));
            }
            report.outcomes.push(outcome);
        }
        report.disagree(seen);
        report
    }

    /// Tells what disagrees with other concepts, and whether a person rejected the name.
    fn disagree(&mut self, seen: &SeenConcepts) {
        if self.attached.is_rejected {
            for outcome in &mut self.outcomes {
                (outcome.outcome, outcome.code) = (Outcome::Refused, Some("term_rejected"));
                (outcome.rule, outcome.concept, outcome.with_line) = (None, None, None);
                outcome.changes.clear();
                let message = "A person rejected this term. Undo that decision first if the term is to be used.";
                outcome.message = Some(message.to_owned());
            }
            return;
        }
        let Some(first) = self.outcomes.first_mut() else { return };
        for conflict in &self.placement.conflicts {
            first.disagreements.push(format!("{}.", conflict.reason));
            match seen.0.get(&conflict.other).filter(|seen| seen.is_made) {
                Some(seen) => first.with_line = first.with_line.or(Some(seen.line)),
                None => first.concept = first.concept.or(Some(conflict.other)),
            }
        }
    }

    /// A row changes something.
    pub(super) fn changed(&mut self, at: usize, change: RowChange) {
        if let Some(outcome) = self.outcomes.get_mut(at) {
            outcome.changes.push(change);
        }
    }

    /// A row says something else of a term than was said before.
    pub(super) fn stated(&mut self, at: usize, before: &StatedTerm, usage: Option<Usage>, review: Option<Review>) {
        if self.attached.new_terms.contains_key(&before.id) {
            return;
        }
        let usage = usage.filter(|usage| *usage != before.usage);
        let review = review.filter(|review| *review != before.review);
        let Some(outcome) = self.outcomes.get_mut(at) else { return };
        if before.is_decided {
            let said = usage.map(Usage::as_str).into_iter().chain(review.map(Review::as_str));
            let said = said.collect::<Vec<_>>().join(" and ");
            let (was, now) = (before.usage.as_str(), before.review.as_str());
            outcome
                .disagreements
                .push(format!("A person decided that a term is {was} and {now}; the file says {said}."));
            return;
        }
        outcome.changes.extend(usage.map(|_| RowChange::Usage));
        outcome.changes.extend(review.map(|_| RowChange::Review));
    }

    /// A row gives a name another usage than an earlier row, which counts.
    pub(super) fn contradicts(&mut self, at: usize, earlier: usize, name: &str, (said, says): (Usage, Usage)) {
        let line = self.outcomes.get(earlier).map(|outcome| outcome.line);
        let Some(outcome) = self.outcomes.get_mut(at) else { return };
        let (said, says) = (said.as_str(), says.as_str());
        outcome.disagreements.push(format!("“{name}” is {said} in the file before, which counts, and {says} here."));
        outcome.with_line = outcome.with_line.or(line);
    }

    /// The outcomes, in the order of the rows.
    pub(super) fn outcomes(self) -> Vec<RowOutcome> {
        let mut outcomes = self.outcomes;
        for outcome in &mut outcomes {
            outcome.changes.sort_unstable();
            outcome.changes.dedup();
            if outcome.outcome == Outcome::Added {
                // All of it is new.
                outcome.changes.clear();
            }
            match outcome.outcome {
                Outcome::Refused => {}
                _ if !outcome.disagreements.is_empty() => outcome.outcome = Outcome::InConflict,
                Outcome::Unchanged if !outcome.changes.is_empty() => outcome.outcome = Outcome::Changed,
                _ => {}
            }
        }
        outcomes
    }
}
