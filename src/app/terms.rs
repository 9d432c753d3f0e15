//! The base's terms in; a spotter for them, built once per revision and shared, out.

use std::collections::VecDeque;
use std::sync::{Arc, PoisonError, RwLock};

use super::{AppError, Service};
use crate::model::{Concept, ConceptId, Review, Revision};
use crate::spot::{KnownTerm, Spotter};
use crate::store::ProjectId;

/// How many spotters are kept: one for each selection of projects that was asked for lately.
const KEPT: usize = 8;

/// The spotters built lately. Readers never wait for one another, nor for a spotter that is being built.
#[derive(Debug, Default)]
pub(super) struct SpotterCache {
    kept: RwLock<VecDeque<Kept>>,
    building: tokio::sync::Mutex<()>,
}

#[derive(Debug, Clone)]
struct Kept {
    projects: Arc<[ProjectId]>,
    revision: Revision,
    spotter: Arc<Spotter>,
}

impl SpotterCache {
    fn get(&self, projects: &[ProjectId], revision: Revision) -> Option<Arc<Spotter>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().find(|kept| *kept.projects == *projects && kept.revision == revision)?;
        Some(Arc::clone(&known.spotter))
    }

    fn keep(&self, new: Kept) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|old| old.projects != new.projects);
        kept.push_front(new);
        kept.truncate(KEPT);
    }
}

impl Service {
    /// The numbers of the projects of these names, in this order; of all projects where none is named.
    ///
    /// # Errors
    /// `not_found`; those of the database.
    pub(super) async fn project_ids(&self, names: &[String]) -> Result<Arc<[ProjectId]>, AppError> {
        let all = self.store().projects().await?;
        if names.is_empty() {
            return Ok(all.iter().map(|project| project.id).collect());
        }
        let number = |name: &String| {
            let project = all.iter().find(|project| project.name == *name);
            project.map(|project| project.id).ok_or_else(|| AppError::NotFound { what: "project", name: name.clone() })
        };
        names.iter().map(number).collect()
    }

    /// Up to `limit` concepts of the projects of these names after the number `after`; of all where none is named.
    ///
    /// # Errors
    /// `not_found` for an unknown project; those of the database.
    pub async fn concepts_of(
        &self,
        projects: &[String],
        after: ConceptId,
        limit: usize,
    ) -> Result<Vec<Concept>, AppError> {
        let projects = self.project_ids(projects).await?;
        Ok(self.store().concepts(&projects, after, limit).await?)
    }

    /// A spotter for the terms of these projects, and the revision whose terms it holds.
    ///
    /// Terms that a person rejected or that have too little evidence to be offered are not looked for.
    ///
    /// # Errors
    /// Those of the database.
    pub(super) async fn spotter(&self, projects: &Arc<[ProjectId]>) -> Result<(Revision, Arc<Spotter>), AppError> {
        let cache = self.spotters();
        let revision = self.store().revision().await?;
        if let Some(spotter) = cache.get(projects, revision) {
            return Ok((revision, spotter));
        }
        let _turn = cache.building.lock().await;
        // Whoever had the turn before may have built the same; changes since then count too.
        let revision = self.store().revision().await?;
        if let Some(spotter) = cache.get(projects, revision) {
            return Ok((revision, spotter));
        }
        let terms = self.store().all_term_keys(projects, None).await?;
        let offered = |review: Review| matches!(review, Review::Suggested | Review::Approved);
        let spotter = tokio::task::spawn_blocking(move || {
            Spotter::new(terms.into_iter().filter(|term| offered(term.review)).map(|term| KnownTerm {
                term_id: term.term_id,
                concept_id: term.concept_id,
                lang: term.lang,
                text: term.text,
            }))
        })
        .await
        .map_err(|_| AppError::Stopped { name: "known terms".to_owned() })?;
        let spotter = Arc::new(spotter);
        cache.keep(Kept { projects: Arc::clone(projects), revision, spotter: Arc::clone(&spotter) });
        Ok((revision, spotter))
    }
}
