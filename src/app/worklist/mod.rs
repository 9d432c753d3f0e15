//! Work lists: terms that need attention, the most urgent first, with where they occur.
//!
//! The lists are computed from the current state of the term base; they change nothing.

mod item;

use std::collections::{BTreeMap, BTreeSet};

use super::{AppError, Service};
use crate::app::blocking::blocking;
use crate::model::{Concept, ConceptId, Lang, ReleaseId, Review, Revision, Span};
use crate::spot::ProjectFilter;
use crate::store::{RenderingSide, WorklistKey};
use crate::text::key::Key;

pub use item::{Occurrence, Rendering, WorkItem};

/// The largest number of items per page.
pub const MOST: u32 = 200;

/// The largest number of occurrences listed per term.
const PLACES: usize = 5;

/// A kind of work list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkList {
    /// Terms of a release without English or with conflicts, by their frequency in its text.
    Release(ReleaseId),
    /// Terms whose English changed after a revision, most recent first.
    Changed(Revision),
    /// Terms without English, by the number of releases they occur in.
    WithoutEnglish,
    /// Japanese terms with several English translations.
    SeveralEnglish,
    /// English terms with several Japanese translations.
    SeveralJapanese,
}

/// The kinds of work list, as requests name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkListKind {
    /// [`WorkList::Release`].
    Release,
    /// [`WorkList::Changed`].
    Changed,
    /// [`WorkList::WithoutEnglish`].
    WithoutEnglish,
    /// [`WorkList::SeveralEnglish`].
    SeveralEnglish,
    /// [`WorkList::SeveralJapanese`].
    SeveralJapanese,
}

impl WorkListKind {
    /// All of them, in the order of the documentation.
    pub const ALL: [Self; 5] =
        [Self::Release, Self::Changed, Self::WithoutEnglish, Self::SeveralEnglish, Self::SeveralJapanese];

    /// The name used in requests.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Changed => "changed",
            Self::WithoutEnglish => "without-english",
            Self::SeveralEnglish => "several-english",
            Self::SeveralJapanese => "several-japanese",
        }
    }

    /// The kind with this name.
    ///
    /// # Errors
    /// `invalid_request` for an unknown name.
    pub fn from_name(name: &str) -> Result<Self, AppError> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::as_str).join(", ");
            AppError::InvalidRequest { field: "kind", problem: format!("`{name}` is not a work list; use {names}") }
        })
    }
}

impl WorkList {
    /// The list of this kind.
    ///
    /// # Errors
    /// `invalid_request` if the list requires a release and none is given.
    pub fn new(kind: WorkListKind, release: Option<ReleaseId>, since: Option<Revision>) -> Result<Self, AppError> {
        Ok(match kind {
            WorkListKind::Release => Self::Release(release.ok_or_else(|| AppError::InvalidRequest {
                field: "release",
                problem: "give the number of the release".to_owned(),
            })?),
            WorkListKind::Changed => Self::Changed(since.unwrap_or(Revision::START)),
            WorkListKind::WithoutEnglish => Self::WithoutEnglish,
            WorkListKind::SeveralEnglish => Self::SeveralEnglish,
            WorkListKind::SeveralJapanese => Self::SeveralJapanese,
        })
    }
}

impl Service {
    /// Up to `limit` items of a list for a project, after the first `skip`.
    ///
    /// # Errors
    /// `not_found` for an unknown project or release; database errors.
    pub async fn worklist(
        &self,
        project: &str,
        list: WorkList,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<WorkItem>, AppError> {
        let limit = limit.min(MOST);
        let id = self.project_id(project).await?;
        let store = self.store();
        match list {
            WorkList::Release(release) => {
                let (skip, limit) = (usize::try_from(skip).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(0));
                Ok(self.open_terms(release).await?.into_iter().skip(skip).take(limit).collect())
            }
            WorkList::Changed(since) => {
                let listed = store.english_changed(id, since, skip, limit).await?;
                self.concept_items(listed.iter().map(|one| (one.concept, one.count)).collect()).await
            }
            WorkList::WithoutEnglish => {
                let listed = store.without_english(id, skip, limit).await?;
                self.concept_items(listed.iter().map(|one| (one.concept, one.count)).collect()).await
            }
            WorkList::SeveralEnglish => {
                let listed = store.several_renderings(id, RenderingSide::English, skip, limit).await?;
                self.key_items(&Lang::JA, listed).await
            }
            WorkList::SeveralJapanese => {
                let listed = store.several_renderings(id, RenderingSide::Japanese, skip, limit).await?;
                self.key_items(&Lang::EN, listed).await
            }
        }
    }

    /// Terms in the text of a release that have no English or have conflicts, most frequent first.
    async fn open_terms(&self, release: ReleaseId) -> Result<Vec<WorkItem>, AppError> {
        let stored = self.store().release(release).await?;
        let (project, name) = (stored.head.project_id, stored.head.source.name.clone());
        let base = self.terms().await?;
        let words = self.words().clone();
        let found = blocking("work list", move || {
            let text = stored.release.text;
            let spots = base.spotter.spots(&text, &Lang::JA, &words, ProjectFilter::Of(&[project]));
            let mut places: BTreeMap<ConceptId, Vec<Span>> = BTreeMap::new();
            for spot in spots {
                let spans = places.entry(spot.concept_id).or_default();
                if spans.last() != Some(&spot.span) {
                    spans.push(spot.span);
                }
            }
            (text, places)
        });
        let (text, places) = found.await?;
        let ids: Vec<ConceptId> = places.keys().copied().collect();
        let mut items = Vec::new();
        for concept in self.store().concepts_by_ids(&ids).await? {
            let spans = places.get(&concept.id).map(Vec::as_slice).unwrap_or_default();
            let mut item = item::of_concept(&concept, i64::try_from(spans.len()).unwrap_or(i64::MAX), PLACES);
            if !item.renderings.is_empty() && item.conflicts.is_empty() {
                continue;
            }
            let place = |span: &Span| item::in_text(&text, *span, release, &name);
            item.occurrences = spans.iter().take(PLACES).map(place).collect();
            items.push((spans.first().map_or(0, |span| span.start), item));
        }
        items.sort_by_key(|(start, item)| (std::cmp::Reverse(item.count), *start));
        Ok(items.into_iter().map(|(_, item)| item).collect())
    }

    /// The items for these concepts, in this order.
    async fn concept_items(&self, listed: Vec<(ConceptId, i64)>) -> Result<Vec<WorkItem>, AppError> {
        let ids: Vec<ConceptId> = listed.iter().map(|(id, _)| *id).collect();
        let concepts = self.store().concepts_by_ids(&ids).await?;
        let count = |id| listed.iter().find(|(other, _)| *other == id).map_or(0, |(_, count)| *count);
        Ok(concepts.iter().map(|concept| item::of_concept(concept, count(concept.id), PLACES)).collect())
    }

    /// The items for terms with several translations, in one or several concepts.
    async fn key_items(&self, lang: &Lang, listed: Vec<WorklistKey>) -> Result<Vec<WorkItem>, AppError> {
        let ids: BTreeSet<ConceptId> = listed.iter().flat_map(|one| one.concepts.iter().copied()).collect();
        let ids: Vec<ConceptId> = ids.into_iter().collect();
        let concepts: BTreeMap<ConceptId, Concept> =
            self.store().concepts_by_ids(&ids).await?.into_iter().map(|concept| (concept.id, concept)).collect();
        let mut items = Vec::with_capacity(listed.len());
        for one in &listed {
            let there: Vec<&Concept> = one.concepts.iter().filter_map(|id| concepts.get(id)).collect();
            let named = |term: &&crate::model::Term| {
                term.lang == *lang
                    && term.review != Review::Rejected
                    && Key::new(&term.text, lang).is_some_and(|key| key.exact == one.key)
            };
            let term = there.iter().flat_map(|concept| &concept.terms).find(named);
            let text = term.map_or_else(|| one.key.clone(), |term| term.text.clone());
            items.push(item::of_key(&text, lang, &there, one.count, PLACES));
        }
        Ok(items)
    }
}
