//! Segments in; the known terms in each, with what to offer, and remembered translations out.

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

pub use crate::fuzzy::score::{Distance, ScoreParts};
pub use crate::suggest::{
    Edit, EditKind, MatchClass, MemoryMatch, Penalty, PenaltyCode, PenaltyPoints, Repair, RepairChange,
    RepairChangeKind, TermOccurrence, Translation,
};

/// The lowest score of a match that is worth showing, where the asker does not say: what it finds is, on the whole, nearer
/// to the translation wanted than to nothing.
pub const USUAL_FLOOR: u8 = 60;
/// The lowest that can be asked for.
pub const LOWEST_FLOOR: u8 = crate::fuzzy::LOWEST;

/// A segment to offer something for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AssistText {
    /// The text.
    pub text: String,
    /// The source text before it in its document, where known.
    pub previous: Option<String>,
    /// The source text after it.
    pub next: Option<String>,
    /// Its key in the program it comes from.
    pub key: Option<String>,
}

/// What to offer something for, and what is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct AssistQuery {
    /// The segments.
    pub texts: Vec<AssistText>,
    /// Their language.
    pub source_lang: Lang,
    /// The language to translate into.
    pub target_lang: Lang,
    /// Names of projects in rank order; empty for all.
    pub projects: Vec<String>,
    /// The subject field of the segments, where known: matches from others are worth a little less.
    pub field: Option<String>,
    /// The document or series they stand in, where known.
    pub document: Option<String>,
    /// Which segments of the memory count.
    pub filter: MemoryFilter,
    /// The most terms, and the most matches, for each segment.
    pub limit: usize,
    /// The lowest score of a match.
    pub floor: u8,
    /// How long looking for matches may take.
    pub budget: Duration,
}

/// Which segments of the memory count; empty lists and `None` leave nothing out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemoryFilter {
    /// Only of these fields.
    pub fields: Vec<String>,
    /// Only of these review states; rejected segments never count.
    pub review: Vec<Review>,
    /// Only made at this time or later, in seconds since 1970.
    pub since: Option<u32>,
    /// Only made before this time.
    pub until: Option<u32>,
}

impl AssistQuery {
    /// Everything that may help with these texts.
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
            floor: USUAL_FLOOR,
            budget: Duration::from_secs(5),
        }
    }
}

/// What is offered for one segment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suggestion {
    /// Known terms in it, in order of the text; at one place those of the project named first come first.
    pub terms: Vec<TermOccurrence>,
    /// Remembered translations of it and of segments like it, best first.
    pub matches: Vec<MemoryMatch>,
    /// Whether the matches are surely the best there are: `false` where time ran out, or the index is being built.
    pub complete: bool,
}

/// What is offered for all segments.
#[derive(Debug, Clone, PartialEq)]
pub struct Assistance {
    /// One for each segment, in the order asked.
    pub suggestions: Vec<Suggestion>,
    /// Revision of the base the terms were looked for in.
    pub revision: Revision,
}

/// The language a segment is taken to be in where nobody says: Japanese if it holds any, else English.
#[must_use]
pub fn language_of(text: &str) -> Lang {
    if has_japanese(text) { Lang::JA } else { Lang::EN }
}

/// Known terms of texts, by the place of the text.
type Terms = Vec<Vec<TermOccurrence>>;

impl Service {
    /// What to offer for the segments of `query`, which is given back.
    ///
    /// # Errors
    /// `not_found` when there is no project of a given name; those of the database.
    pub async fn assist(&self, query: AssistQuery) -> Result<(AssistQuery, Assistance), AppError> {
        let until = Instant::now() + query.budget;
        let projects = self.project_ids(&query.projects).await?;
        let known = self.terms().await?;
        let revision = known.revision;
        let (words, terms, chosen) = (self.words().clone(), Arc::clone(&known), Arc::clone(&projects));
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
        let found = self.matches(&query, questions, &projects, &known, until).await?;
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

    /// The terms at these places of these texts, with what to offer for each.
    async fn terms_at<'a>(
        &self,
        places: impl Iterator<Item = (&'a str, &'a Vec<Spotted>)> + Clone,
        query: &AssistQuery,
    ) -> Result<Terms, AppError> {
        let wanted: BTreeSet<ConceptId> =
            places.clone().flat_map(|(_, spots)| spots).map(|spot| spot.concept_id).collect();
        let wanted: Vec<ConceptId> = wanted.into_iter().collect();
        let concepts = self.store().concepts_by_ids(&wanted).await?;
        let concepts: BTreeMap<ConceptId, Concept> =
            concepts.into_iter().map(|concept| (concept.id, concept)).collect();
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
