//! Undoes decisions, and lists the history of decisions.

use std::collections::BTreeSet;

use crate::app::concepts::refresh::refresh_confidence;
use crate::app::{AppError, Service};
use crate::model::{Concept, ConceptId, DecisionId, DecisionKind, Lang};
use crate::store::{Obstacle, StoreError, StoredDecision, Write};
use crate::text::key::Key;

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
        let (decision, mut concepts) = undo_within(&mut write, id).await?;
        write.commit().await?;
        concepts.extend(self.support_pairs(&decision, actor, now).await?);
        concepts.sort_unstable();
        concepts.dedup();
        Ok((decision, self.store().concepts_by_ids(&concepts).await?))
    }

    /// Reads again what releases say of the pairs of an undone decision, where they were read while the pair was rejected; gives
    /// the concepts of the pairs then.
    pub(super) async fn support_pairs(
        &self,
        decision: &StoredDecision,
        actor: &str,
        now: &str,
    ) -> Result<Vec<ConceptId>, AppError> {
        let (project, pairs) = (decision.project_id, self.store().decided_pairs(decision.id).await?);
        let mut releases = BTreeSet::new();
        for (ja_key, en_key) in &pairs {
            releases.extend(self.store().unread_releases(project, ja_key, en_key, decision.revision).await?);
        }
        if releases.is_empty() {
            return Ok(Vec::new());
        }
        for release in releases {
            self.support_again(release, now).await?;
        }
        let (mut write, mut concepts) = (self.store().write(actor, now).await?, Vec::new());
        for (ja_key, _) in &pairs {
            let found = write.concepts_with_key(project, &Lang::JA, ja_key).await?;
            concepts.extend(found.into_iter().map(|concept| concept.id));
        }
        write.rollback();
        Ok(concepts)
    }

    /// Whether what a rejection took away is not back although the rejection was undone, because nothing supports it any more;
    /// `concepts` are those that [`Service::undo`] gave.
    ///
    /// # Errors
    /// Database errors.
    pub async fn stays_away(&self, decision: &StoredDecision, concepts: &[Concept]) -> Result<bool, AppError> {
        if decision.kind != DecisionKind::Reject {
            return Ok(false);
        }
        let pairs = self.store().decided_pairs(decision.id).await?;
        let mut terms = concepts.iter().flat_map(|concept| &concept.terms);
        Ok(!terms.any(|term| {
            let key = Key::new(&term.text, &term.lang).map(|key| key.exact).unwrap_or_default();
            pairs.iter().any(|(ja_key, en_key)| key == *(if en_key.is_empty() { ja_key } else { en_key }))
        }))
    }

    /// Up to `limit` decisions before `before`, newest first, of these projects or of all; by `actor`, if given.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn decisions(
        &self,
        projects: &[String],
        actor: Option<&str>,
        before: Option<DecisionId>,
        limit: u32,
    ) -> Result<Vec<StoredDecision>, AppError> {
        let projects = self.project_ids(projects).await?;
        Ok(self.store().review_decisions(&projects, actor, before, limit).await?)
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

/// Undoes a decision as part of a transaction; gives the decision and the concepts it was about. If it is refused, nothing was changed.
pub(super) async fn undo_within(
    write: &mut Write,
    id: DecisionId,
) -> Result<(StoredDecision, Vec<ConceptId>), AppError> {
    let concepts = match write.undo_decision(id).await? {
        Ok(concepts) => concepts,
        Err(obstacle) => return Err(refusal(write, id, obstacle).await?),
    };
    let mut lacks_evidence = false;
    for concept in &concepts {
        refresh_confidence(write, *concept).await?;
        let terms = write.concept(*concept).await?.terms;
        lacks_evidence |= terms.is_empty() || terms.iter().any(|term| term.evidence.is_empty());
    }
    let decision = write.review_decision(id).await?;
    if lacks_evidence {
        write.sweep_unsupported(decision.project_id).await?;
    }
    Ok((decision, concepts))
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
