//! Suggestions for segments to translate: known terms with their translations, and matches from the memory.

mod matches;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{AppError, Service};
use crate::app::blocking::blocking;
use crate::model::{Concept, ConceptId, Lang, Review, Revision, Spotted};
use crate::spot::ProjectFilter;
use crate::suggest::{self, SegmentQuery};
use crate::text::chars::has_japanese;

pub use crate::fuzzy::{Distance, ScoreParts};
pub use crate::suggest::{
    Edit, EditKind, MatchClass, MemoryMatch, Penalty, PenaltyCode, PenaltyPoints, Repair, RepairChange,
    RepairChangeKind, TermOccurrence, Translation,
};

/// The default minimum score: matches above it are, on the whole, more useful than no match.
pub const DEFAULT_FLOOR: u8 = 60;
/// The lowest minimum score that can be requested.
pub const LOWEST_FLOOR: u8 = crate::fuzzy::LOWEST;

/// A segment to translate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AssistText {
    /// The text.
    pub text: String,
    /// The source text of the previous segment, if known.
    pub previous: Option<String>,
    /// The source text of the next segment, if known.
    pub next: Option<String>,
    /// Its identifier in the program it comes from.
    pub key: Option<String>,
    /// Its inline codes that do not stand in the text, as the file writes them.
    pub codes: Vec<String>,
}

/// A request for suggestions.
#[derive(Debug, Clone, PartialEq)]
pub struct AssistQuery {
    /// The segments.
    pub texts: Vec<AssistText>,
    /// Their language.
    pub source_lang: Lang,
    /// The target language.
    pub target_lang: Lang,
    /// Names of projects in rank order; empty for all.
    pub projects: Vec<String>,
    /// The subject field of the segments, if known. Matches from other fields score slightly lower.
    pub field: Option<String>,
    /// The document or series they belong to, if known.
    pub document: Option<String>,
    /// Which segments of the memory to search.
    pub filter: MemoryFilter,
    /// The largest number of terms, and of matches, per segment.
    pub limit: usize,
    /// The minimum score of a match.
    pub floor: u8,
    /// The time limit for finding matches.
    pub budget: Duration,
}

/// Which segments of the memory to search. Empty lists and `None` mean no restriction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemoryFilter {
    /// Only these subject fields.
    pub fields: Vec<String>,
    /// Only these review states. Rejected segments are never searched.
    pub review: Vec<Review>,
    /// Only segments created at this time or later, in seconds since 1970.
    pub since: Option<u32>,
    /// Only segments created before this time.
    pub until: Option<u32>,
}

impl AssistQuery {
    /// A request with the defaults: all projects, no filter.
    #[must_use]
    pub fn new(texts: Vec<AssistText>, source_lang: Lang, target_lang: Lang) -> Self {
        Self {
            texts,
            source_lang,
            target_lang,
            projects: Vec::new(),
            field: None,
            document: None,
            filter: MemoryFilter::default(),
            limit: 10,
            floor: DEFAULT_FLOOR,
            budget: Duration::from_secs(5),
        }
    }
}

/// The suggestions for one segment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suggestion {
    /// Known terms, in the order of the text; at the same position, in rank order of their projects.
    pub terms: Vec<TermOccurrence>,
    /// Matches from the memory, best first.
    pub matches: Vec<MemoryMatch>,
    /// Whether the matches are certain to be the best: `false` if time ran out or the index is still being built.
    pub complete: bool,
}

/// The suggestions for all segments.
#[derive(Debug, Clone, PartialEq)]
pub struct Assistance {
    /// One per segment, in the same order.
    pub suggestions: Vec<Suggestion>,
    /// The revision of the term base that was used.
    pub revision: Revision,
}

/// The assumed language of a segment: Japanese if it contains any Japanese, else English.
#[must_use]
pub fn language_of(text: &str) -> Lang {
    if has_japanese(text) { Lang::JA } else { Lang::EN }
}

/// The known terms of each text.
type Terms = Vec<Vec<TermOccurrence>>;

impl Service {
    /// Suggestions for the segments of `query`, which is returned with them.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn assist(&self, query: AssistQuery) -> Result<(AssistQuery, Assistance), AppError> {
        let until = Instant::now() + query.budget;
        let projects = self.project_ids(&query.projects).await?;
        let base = self.terms().await?;
        let revision = base.revision;
        let (words, terms, chosen) = (self.words().clone(), Arc::clone(&base), Arc::clone(&projects));
        let (query, questions, spots) = blocking("spotting terms", move || {
            let places = |asked: &AssistText| {
                terms.spotter.spots(&asked.text, &query.source_lang, &words, ProjectFilter::Of(&chosen))
            };
            let spots: Vec<Vec<Spotted>> = query.texts.iter().map(places).collect();
            let questions: Vec<SegmentQuery> = query
                .texts
                .iter()
                .map(|asked| {
                    let (from, into) = (query.source_lang.clone(), query.target_lang.clone());
                    let question = SegmentQuery::new(asked.text.clone(), from, into, &words);
                    SegmentQuery {
                        previous: asked.previous.clone(),
                        next: asked.next.clone(),
                        key: asked.key.clone(),
                        field: query.field.clone(),
                        document: query.document.clone(),
                        codes: asked.codes.clone(),
                        ..question
                    }
                })
                .collect();
            (query, questions, spots)
        })
        .await?;
        let texts = query.texts.iter().map(|asked| asked.text.as_str());
        let terms = self.terms_at(texts.zip(&spots), &query).await?;
        let mut questions = questions;
        for (question, terms) in questions.iter_mut().zip(&terms) {
            question.terms.clone_from(terms);
        }
        let found = self.matches(&query, questions, &projects, &base, until).await?;
        let suggestions = terms
            .into_iter()
            .zip(found)
            .map(|(mut terms, (matches, complete))| {
                terms.truncate(query.limit);
                Suggestion { terms, matches, complete }
            })
            .collect();
        Ok((query, Assistance { suggestions, revision }))
    }

    /// The terms at these positions in the texts, each with its translations.
    async fn terms_at<'a>(
        &self,
        places: impl Iterator<Item = (&'a str, &'a Vec<Spotted>)> + Clone,
        query: &AssistQuery,
    ) -> Result<Terms, AppError> {
        let concept_ids: BTreeSet<ConceptId> =
            places.clone().flat_map(|(_, spots)| spots).map(|spot| spot.concept_id).collect();
        let concept_ids: Vec<ConceptId> = concept_ids.into_iter().collect();
        let concepts = self.store().concepts_by_ids(&concept_ids).await?;
        let concepts: BTreeMap<ConceptId, Arc<Concept>> =
            concepts.into_iter().map(|concept| (concept.id, Arc::new(concept))).collect();
        let of_text = |(text, spots): (&str, &Vec<Spotted>)| {
            let mut terms = suggest::term_occurrences(text, spots, &concepts, &query.target_lang);
            terms.sort_by_key(|found| {
                let rank = query.projects.iter().position(|project| *project == found.concept.project);
                (found.span.start, Reverse(found.span.end), rank)
            });
            terms
        };
        Ok(places.map(of_text).collect())
    }
}
