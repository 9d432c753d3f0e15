//! Carries out decisions, each in one transaction that also records the previous state for undo.

use super::context::DecisionContext;
use super::decision::{Basis, Decision, DecisionRequest};
use crate::app::concepts::refresh::stale_confidence;
use crate::app::{AppError, Service};
use crate::model::{Concept, ConceptId, DecisionId, Revision, Term, TermId};
use crate::store::{NewDecision, ReversibleWrite, StoreError, StoredDecision, Write};

/// The outcome of a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionOutcome {
    /// The stored decision; `None` if there was nothing to change.
    pub decision: Option<StoredDecision>,
    /// The current state of the concept; without terms if it was deleted.
    pub concept: Concept,
    /// The concept created by a split.
    pub made: Option<ConceptId>,
}

/// The outcome of several decisions made together.
pub(super) struct BatchOutcome {
    /// Whether there was anything to change.
    pub(super) any: bool,
    /// The stored decisions; empty in a dry run.
    pub(super) decisions: Vec<DecisionId>,
    /// The resulting revision.
    pub(super) revision: Option<Revision>,
}

/// A decision that has been carried out, inside its transaction.
pub(super) struct AppliedDecision {
    pub(super) id: DecisionId,
    split: Option<ConceptId>,
}

impl Service {
    /// Carries out one decision by `actor`, completely or not at all. If nothing has to change, the basis is not
    /// checked.
    ///
    /// # Errors
    /// `not_found`, `invalid_request`, `revision_conflict`; database errors.
    pub async fn decide(&self, request: &DecisionRequest, actor: &str, now: &str) -> Result<DecisionOutcome, AppError> {
        let write = self.store().write(actor, now).await?;
        let (write, outcome) = self.decide_one(write, &request.decision, request.basis).await?;
        match outcome.decision {
            Some(_) => drop(write.commit().await?),
            None => write.rollback(),
        }
        self.with_current_concept(outcome).await
    }

    /// Carries out several decisions in one transaction, all or none.
    ///
    /// # Errors
    /// As [`Service::decide`].
    pub async fn decide_together(
        &self,
        decisions: &[Decision],
        actor: &str,
        now: &str,
    ) -> Result<Vec<DecisionOutcome>, AppError> {
        let mut write = self.store().write(actor, now).await?;
        let mut made = Vec::with_capacity(decisions.len());
        for decision in decisions {
            let (after, outcome) = self.decide_one(write, decision, Basis::Present).await?;
            write = after;
            made.push(outcome);
        }
        if made.iter().any(|outcome| outcome.decision.is_some()) {
            write.commit().await?;
        } else {
            write.rollback();
        }
        let mut outcomes = Vec::with_capacity(made.len());
        for outcome in made {
            outcomes.push(self.with_current_concept(outcome).await?);
        }
        Ok(outcomes)
    }

    /// Carries out one decision inside a transaction; the outcome has the concept as it was before.
    async fn decide_one(
        &self,
        mut write: Write,
        decision: &Decision,
        basis: Basis,
    ) -> Result<(Write, DecisionOutcome), AppError> {
        let context = DecisionContext::of(&mut write, decision).await?;
        let (mut write, context, made) = self.apply(write, context, decision, basis).await?;
        let decision = match &made {
            Some(made) => Some(write.review_decision(made.id).await?),
            None => None,
        };
        Ok((write, DecisionOutcome { decision, concept: context.concept, made: made.and_then(|made| made.split) }))
    }

    async fn with_current_concept(&self, outcome: DecisionOutcome) -> Result<DecisionOutcome, AppError> {
        let concept = match self.store().concepts_by_ids(&[outcome.concept.id]).await?.pop() {
            Some(concept) => concept,
            None => Concept { terms: Vec::new(), definitions: Vec::new(), ..outcome.concept },
        };
        Ok(DecisionOutcome { concept, ..outcome })
    }

    /// Carries out the decisions that `decisions` makes of the current state of a term and its concept, in one transaction, all or
    /// none. A dry run is rolled back.
    pub(super) async fn decide_on(
        &self,
        term: TermId,
        decisions: impl FnOnce(&Concept, &Term) -> Result<Vec<Decision>, AppError>,
        basis: Basis,
        actor: &str,
        dry_run: bool,
        now: &str,
    ) -> Result<BatchOutcome, AppError> {
        let mut write = self.store().write(actor, now).await?;
        let context = DecisionContext::of_term(&mut write, term).await?;
        let decisions = decisions(&context.concept, context.term(term)?)?;
        // What was read for the first decision is not read again.
        let mut context = Some(context);
        let mut applied = Vec::new();
        for decision in &decisions {
            // After the first decision, any change since the basis is our own.
            let basis = if applied.is_empty() { basis } else { Basis::Present };
            let of_decision = match context.take() {
                Some(context) if decision.term() == Some(term) => context,
                _ => DecisionContext::of(&mut write, decision).await?,
            };
            let (after, _, made) = self.apply(write, of_decision, decision, basis).await?;
            write = after;
            applied.extend(made.map(|made| made.id));
        }
        let any = !applied.is_empty();
        if dry_run || !any {
            write.rollback();
            return Ok(BatchOutcome { any, decisions: Vec::new(), revision: None });
        }
        Ok(BatchOutcome { any, decisions: applied, revision: Some(write.commit().await?) })
    }

    /// Carries out several decisions as part of a transaction; also says whether any of them changed something.
    ///
    /// # Errors
    /// As [`Service::decide`].
    pub(in crate::app) async fn decide_within(
        &self,
        mut write: Write,
        decisions: &[Decision],
    ) -> Result<(Write, bool), AppError> {
        let mut has_changed = false;
        for decision in decisions {
            let context = DecisionContext::of(&mut write, decision).await?;
            let (after, _, made) = self.apply(write, context, decision, Basis::Present).await?;
            write = after;
            has_changed |= made.is_some();
        }
        Ok((write, has_changed))
    }

    /// Carries out one decision, whose context was read in this transaction; does nothing if nothing has to change.
    pub(super) async fn apply(
        &self,
        mut write: Write,
        context: DecisionContext,
        decision: &Decision,
        basis: Basis,
    ) -> Result<(Write, DecisionContext, Option<AppliedDecision>), AppError> {
        if context.is_done(&mut write, decision).await? {
            return Ok((write, context, None));
        }
        context.check(&mut write, basis).await?;
        Self::allow(&mut write, &context, decision).await?;
        let summary = context.summary(decision);
        let about = NewDecision {
            project: context.sense.project_id,
            kind: decision.kind(),
            concept: context.concept.id,
            term: decision.term(),
            summary: &summary,
        };
        let mut deciding = ReversibleWrite::begin(write, &about).await?;
        let split = self.perform(&mut deciding, &context, decision).await?;
        if !matches!(decision, Decision::Note { .. } | Decision::Scope { .. } | Decision::Define { .. }) {
            for concept in [Some(context.concept.id), split].into_iter().flatten() {
                // A concept that was deleted has nothing to update.
                if deciding.write().senses(&[concept]).await?.contains_key(&concept) {
                    refresh_confidence(&mut deciding, concept).await?;
                }
            }
        }
        let (write, id) = deciding.finish().await?;
        Ok((write, context, Some(AppliedDecision { id, split })))
    }
}

/// Updates the other terms of a concept as part of the decision: deciding on one name changes the confidence of
/// inferred names beside it.
async fn refresh_confidence(deciding: &mut ReversibleWrite, concept: ConceptId) -> Result<(), StoreError> {
    let concept = deciding.write().concept(concept).await?;
    for (term, confidence, review) in stale_confidence(&concept) {
        deciding.settle(term, confidence, review).await?;
    }
    Ok(())
}
