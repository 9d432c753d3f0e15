//! One decision in; one unit of work with the change and what was before it out, or why it was refused.

use super::act::{Act, Ask};
use super::scene::Scene;
use crate::app::ingest::attach::settle;
use crate::app::ingest::confidence::combined;
use crate::app::{AppError, Service};
use crate::model::{Concept, ConceptId, TermId};
use crate::store::{Deciding, DecisionAbout, DecisionId, StoreError, StoredDecision, Write};

/// What became of a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The decision as it was kept; none where everything was so already.
    pub decision: Option<StoredDecision>,
    /// The concept it was about, as it is now.
    pub concept: Concept,
    /// The concept a split made.
    pub made: Option<ConceptId>,
}

impl Service {
    /// Keeps one decision by `actor`, all of it or nothing. What is so already is left alone, whatever it was made on.
    ///
    /// # Errors
    /// `not_found`, `invalid_request`, `revision_conflict`; those of the database.
    pub async fn decide(&self, ask: &Ask, actor: &str, now: &str) -> Result<Decided, AppError> {
        let mut write = self.store().write(actor, now).await?;
        let scene = Scene::of(&mut write, &ask.act).await?;
        if scene.is_done(&mut write, &ask.act).await? {
            write.rollback();
            return Ok(Decided { decision: None, concept: self.concept(scene.concept.id).await?, made: None });
        }
        scene.check(&mut write, ask).await?;
        Self::allow(&mut write, &scene, &ask.act).await?;
        let summary = scene.summary(&ask.act);
        let about = DecisionAbout {
            project: scene.sense.project_id,
            kind: ask.act.kind(),
            concept: scene.concept.id,
            term: ask.act.term(),
            summary: &summary,
        };
        let mut deciding = Deciding::begin(write, &about).await?;
        let made = self.perform(&mut deciding, &scene, &ask.act).await?;
        match &ask.act {
            Act::Merge { .. } | Act::Split { .. } => {
                for concept in [Some(scene.concept.id), made].into_iter().flatten() {
                    settle(deciding.write(), concept).await?;
                }
            }
            Act::Accept { term } | Act::Edit { term, .. } => {
                settle_term(deciding.write(), scene.concept.id, *term).await?;
            }
            _ => {}
        }
        let (id, _) = deciding.commit().await?;
        let decision = Some(self.stored(id, scene.sense.project_id).await?);
        Ok(Decided { decision, concept: self.concept(scene.concept.id).await?, made })
    }

    async fn stored(&self, id: DecisionId, project: i64) -> Result<StoredDecision, AppError> {
        let found = self.store().review_decisions(&[project], Some(id + 1), 1).await?.pop();
        found.ok_or_else(|| AppError::NotFound { what: "decision", name: id.to_string() })
    }
}

/// Brings the confidence of one term in line with its evidence.
async fn settle_term(write: &mut Write, concept: ConceptId, id: TermId) -> Result<(), StoreError> {
    let concept = write.concept(concept).await?;
    match concept.terms.iter().find(|term| term.id == id) {
        Some(term) if !term.evidence.is_empty() => write.update_term_confidence(id, combined(&term.evidence)).await,
        _ => Ok(()),
    }
}
