//! Segments in; the known terms in each, with what to offer, and remembered translations out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{AppError, Service};
use crate::model::{Concept, ConceptId, Lang, Revision, Spotted};
use crate::spot::Projects;
use crate::store::ProjectId;
use crate::suggest::{self, Remembered};
use crate::text::key::Key;

pub use crate::suggest::{FoundTerm, MemoryMatch, Translation};

/// How many remembered segments of one key are looked at.
const MOST_REMEMBERED: u32 = 50;

/// What to offer something for.
#[derive(Debug, Clone, PartialEq)]
pub struct AssistQuery {
    /// The segments.
    pub texts: Vec<String>,
    /// Their language.
    pub source_lang: Lang,
    /// The language to translate into.
    pub target_lang: Lang,
    /// Names of projects in rank order; empty for all.
    pub projects: Vec<String>,
    /// The most terms, and the most matches, for each segment.
    pub limit: usize,
}

/// What is offered for one segment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suggestion {
    /// Known terms in it, in order of the text; at one place those of the project named first come first.
    pub terms: Vec<FoundTerm>,
    /// Remembered translations of it.
    pub matches: Vec<MemoryMatch>,
}

/// What is offered for all segments.
#[derive(Debug, Clone, PartialEq)]
pub struct Assistance {
    /// One for each segment, in the order asked.
    pub suggestions: Vec<Suggestion>,
    /// Revision of the base the terms were looked for in.
    pub revision: Revision,
}

impl Service {
    /// What to offer for the segments of `query`, which is given back.
    ///
    /// # Errors
    /// `not_found` when there is no project of a given name; those of the database.
    pub async fn assist(&self, query: AssistQuery) -> Result<(AssistQuery, Assistance), AppError> {
        let projects = self.project_ids(&query.projects).await?;
        let terms = self.terms().await?;
        let revision = terms.revision;
        let words = self.words().clone();
        let chosen = Arc::clone(&projects);
        let (query, spots) = tokio::task::spawn_blocking(move || {
            let projects = Projects::Of(&chosen);
            let spots = |text: &String| terms.spotter.spots(text, &query.source_lang, &words, projects);
            let spots: Vec<Vec<Spotted>> = query.texts.iter().map(spots).collect();
            (query, spots)
        })
        .await
        .map_err(|_| AppError::Stopped { name: "segments".to_owned() })?;
        let wanted: BTreeSet<ConceptId> = spots.iter().flatten().map(|spot| spot.concept_id).collect();
        let wanted: Vec<ConceptId> = wanted.into_iter().collect();
        let concepts = self.store().concepts_by_ids(&wanted).await?;
        let concepts: BTreeMap<ConceptId, Concept> =
            concepts.into_iter().map(|concept| (concept.id, concept)).collect();
        let mut suggestions = Vec::with_capacity(query.texts.len());
        for (text, spots) in query.texts.iter().zip(&spots) {
            let mut terms = suggest::found_terms(text, spots, &concepts, &query.target_lang);
            terms.sort_by_key(|found| {
                let rank = query.projects.iter().position(|project| *project == found.concept.project);
                (found.span.start, Reverse(found.span.end), rank)
            });
            terms.truncate(query.limit);
            let mut matches = self.remembered(text, &query, &projects).await?;
            matches.truncate(query.limit);
            suggestions.push(Suggestion { terms, matches });
        }
        Ok((query, Assistance { suggestions, revision }))
    }

    async fn remembered(
        &self,
        text: &str,
        query: &AssistQuery,
        projects: &Arc<[ProjectId]>,
    ) -> Result<Vec<MemoryMatch>, AppError> {
        let Some(key) = Key::new(text, &query.source_lang) else { return Ok(Vec::new()) };
        let known = self.store().segments_by_key(projects, &query.source_lang, &key.exact, MOST_REMEMBERED).await?;
        let known = known
            .into_iter()
            .map(|stored| Remembered {
                id: stored.id,
                release_id: stored.release_id,
                review: stored.review,
                origin: stored.origin,
                segment: stored.segment,
            })
            .collect();
        Ok(suggest::exact_matches(known, &query.target_lang))
    }
}
