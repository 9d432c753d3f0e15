//! Undoes decisions, and lists the history of decisions.

use crate::app::concepts::refresh::refresh_confidence;
use crate::app::{AppError, Service};
use crate::model::{Concept, DecisionId};
use crate::store::{Obstacle, StoreError, StoredDecision, Write};

impl Service {
    /// Undoes a decision: restores everything it changed. Returns the decision and the concepts affected.
    ///
    /// # Errors
    /// `not_found`; `already_undone`; `undo_conflict` if something newer changed the same things; those of the
    /// database.
    pub async fn undo(
        &self,
        id: DecisionId,
        actor: &str,
        now: &str,
    ) -> Result<(StoredDecision, Vec<Concept>), AppError> {
        let mut write = self.store().write(actor, now).await?;
        let concepts = match write.undo_decision(id).await? {
            Ok(concepts) => concepts,
            Err(obstacle) => return Err(refusal(&mut write, id, obstacle).await?),
        };
        let mut lacks_evidence = false;
        for concept in &concepts {
            refresh_confidence(&mut write, *concept).await?;
            lacks_evidence |= write.concept(*concept).await?.terms.iter().any(|term| term.evidence.is_empty());
        }
        let decision = write.review_decision(id).await?;
        if lacks_evidence {
            write.sweep_unsupported(decision.project_id).await?;
        }
        write.commit().await?;
        Ok((decision, self.store().concepts_by_ids(&concepts).await?))
    }

    /// Up to `limit` decisions before `before`, newest first, of these projects or of all.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn decisions(
        &self,
        projects: &[String],
        before: Option<DecisionId>,
        limit: u32,
    ) -> Result<Vec<StoredDecision>, AppError> {
        let projects = self.project_ids(projects).await?;
        Ok(self.store().review_decisions(&projects, before, limit).await?)
    }

    /// The last decision of a project that has not been undone; by `actor`, if given.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn last_decision(&self, project: &str, actor: Option<&str>) -> Result<Option<StoredDecision>, AppError> {
        let project = self.project_id(project).await?;
        Ok(self.store().last_decision(project, actor).await?)
    }
}

async fn refusal(write: &mut Write, id: DecisionId, obstacle: Obstacle) -> Result<AppError, StoreError> {
    Ok(match obstacle {
        Obstacle::Undone(decision) => AppError::AlreadyUndone {
            id,
            actor: decision.undone_by.unwrap_or_default(),
            at: decision.undone_at.unwrap_or_default(),
        },
        Obstacle::Newer(newer) => AppError::UndoConflict {
            id,
            problem: format!(
                "decision `{}` by `{}` at {} ({}) was made later and changed the same things; undo that one first",
                newer.id, newer.actor, newer.at, newer.summary
            ),
        },
        Obstacle::Changed(concept) => {
            let sense = write.senses(&[concept]).await?.remove(&concept);
            let who = match sense {
                Some(sense) => write.who_changed(sense.revision).await?,
                None => None,
            };
            let (actor, at) = who.unwrap_or_else(|| ("somebody".to_owned(), "an unknown time".to_owned()));
            let problem =
                format!("`{actor}` changed concept `{concept}` at {at}; split or merge its current state instead");
            AppError::UndoConflict { id, problem }
        }
        Obstacle::Taken(concept, text) => AppError::UndoConflict {
            id,
            problem: format!("concept `{concept}` now has another term `{text}`; reject that one first"),
        },
    })
}
