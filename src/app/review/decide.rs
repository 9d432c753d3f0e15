//! One decision, or a few that belong together, in; one unit of work with the change and what was before it out.

use super::context::DecisionContext;
use super::decision::{Basis, Decision, DecisionRequest};
use crate::app::concepts::refresh::stale_confidence;
use crate::app::{AppError, Service};
use crate::model::{Concept, ConceptId, Revision};
use crate::store::{Deciding, DecisionAbout, DecisionId, StoreError, StoredDecision, Write};

/// What became of a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionOutcome {
    /// The decision as it was kept; none where everything was so already.
    pub decision: Option<StoredDecision>,
    /// The concept it was about, as it is now.
    pub concept: Concept,
    /// The concept a split made.
    pub made: Option<ConceptId>,
}

/// What became of decisions that belong together.
pub(super) struct BatchOutcome {
    /// Whether anything was to be done.
    pub(super) any: bool,
    /// The decisions as they were kept; none in a dry run.
    pub(super) decisions: Vec<DecisionId>,
    /// The revision they led to.
    pub(super) revision: Option<Revision>,
}

/// A decision that was made, inside its unit of work.
struct AppliedDecision {
    decision: DecisionId,
    split: Option<ConceptId>,
}

impl Service {
    /// Keeps one decision by `actor`, all of it or nothing. What is so already is left alone, whatever it was made on.
    ///
    /// # Errors
    /// `not_found`, `invalid_request`, `revision_conflict`; those of the database.
    pub async fn decide(&self, ask: &DecisionRequest, actor: &str, now: &str) -> Result<DecisionOutcome, AppError> {
        let write = self.store().write(actor, now).await?;
        let (mut write, scene, made) = self.decide_within(write, &ask.act, ask.basis).await?;
        let decision = match &made {
            Some(made) => Some(write.review_decision(made.decision).await?),
            None => None,
        };
        match made {
            Some(_) => drop(write.commit().await?),
            None => write.rollback(),
        }
        let concept = self.concept(scene.concept.id).await?;
        Ok(DecisionOutcome { decision, concept, made: made.and_then(|made| made.split) })
    }

    /// Keeps decisions of one concept as one unit of work: all of them or none. In a dry run none is kept.
    pub(super) async fn decide_all(
        &self,
        acts: &[Decision],
        basis: Basis,
        actor: &str,
        dry_run: bool,
        now: &str,
    ) -> Result<BatchOutcome, AppError> {
        let mut write = self.store().write(actor, now).await?;
        let mut decisions = Vec::new();
        for act in acts {
            // After the first, what has changed was changed here.
            let basis = if decisions.is_empty() { basis } else { Basis::Present };
            let (after, _, made) = self.decide_within(write, act, basis).await?;
            write = after;
            decisions.extend(made.map(|made| made.decision));
        }
        let any = !decisions.is_empty();
        if dry_run || !any {
            write.rollback();
            return Ok(BatchOutcome { any, decisions: Vec::new(), revision: None });
        }
        Ok(BatchOutcome { any, decisions, revision: Some(write.commit().await?) })
    }

    /// One decision as a part of a unit of work; nothing where everything is so already.
    async fn decide_within(
        &self,
        mut write: Write,
        act: &Decision,
        basis: Basis,
    ) -> Result<(Write, DecisionContext, Option<AppliedDecision>), AppError> {
        let scene = DecisionContext::of(&mut write, act).await?;
        if scene.is_done(&mut write, act).await? {
            return Ok((write, scene, None));
        }
        scene.check(&mut write, basis).await?;
        Self::allow(&mut write, &scene, act).await?;
        let summary = scene.summary(act);
        let about = DecisionAbout {
            project: scene.sense.project_id,
            kind: act.kind(),
            concept: scene.concept.id,
            term: act.term(),
            summary: &summary,
        };
        let mut deciding = Deciding::begin(write, &about).await?;
        let split = self.perform(&mut deciding, &scene, act).await?;
        if !matches!(act, Decision::Note { .. } | Decision::Scope { .. }) {
            for concept in [Some(scene.concept.id), split].into_iter().flatten() {
                refresh_confidence(&mut deciding, concept).await?;
            }
        }
        let (write, decision) = deciding.finish().await?;
        Ok((write, scene, Some(AppliedDecision { decision, split })))
    }
}

/// Brings the terms of a concept in line with their evidence, as a part of the decision: what a person says of one name
/// bears on those that were only proposed beside it.
async fn refresh_confidence(deciding: &mut Deciding, concept: ConceptId) -> Result<(), StoreError> {
    let concept = deciding.write().concept(concept).await?;
    for (term, confidence, review) in stale_confidence(&concept) {
        deciding.settle(term, confidence, review).await?;
    }
    Ok(())
}
