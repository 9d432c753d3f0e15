//! Suggestions for segments to translate: known terms with their translations, and matches from the memory.

mod leading;
mod matches;
mod prefilter;

use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{AppError, Service};
use crate::app::blocking::blocking;
use crate::model::{Concept, ConceptId, Lang, Review, Revision};
use crate::spot::ProjectFilter;
use crate::suggest::{self, SegmentQuery};
use crate::text::chars::has_japanese;
use leading::LeadingSpots;

pub use crate::fuzzy::{Distance, ScoreParts};
pub use crate::suggest::{
    Edit, EditKind, MatchClass, MemoryMatch, Penalty, PenaltyCode, PenaltyPoints, Repair, RepairChange,
    RepairChangeKind, TermOccurrence, Translation,
};

/// The default minimum score: matches above it are, on the whole, more useful than no match.
pub const DEFAULT_FLOOR: u8 = 60;
/// The lowest minimum score that can be requested.
pub const LOWEST_FLOOR: u8 = crate::fuzzy::LOWEST;

/// So many terms of a text, from its beginning, can be replaced in a match, however few are asked for.
const REPLACEABLE: usize = 200;

/// A segment to translate.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
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
    /// The number of terms beyond the limit.
    pub more_terms: usize,
    /// Matches from the memory, best first.
    pub matches: Vec<MemoryMatch>,
    /// Whether the matches are certain to be the best: `false` if time ran out, the index is still being built, or more
    /// segments seem equally good than are compared.
    pub complete: bool,
}

/// The suggestions for all segments.
#[derive(Debug, Clone, PartialEq)]
pub struct Assistance {
    /// One per segment, in the same order. Segments with the same text and context share theirs.
    pub suggestions: Vec<Arc<Suggestion>>,
    /// The revision of the term base that was used.
    pub revision: Revision,
}

/// The assumed language of a segment: Japanese if it contains any Japanese, else English.
#[must_use]
pub fn language_of(text: &str) -> Lang {
    if has_japanese(text) { Lang::JA } else { Lang::EN }
}

impl Service {
    /// Suggestions for the segments of `query`, which is returned with them. What is asked for more than once is answered once.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn assist(&self, query: AssistQuery) -> Result<(AssistQuery, Assistance), AppError> {
        let until = Instant::now() + query.budget;
        let projects = self.project_ids(&query.projects).await?;
        let base = self.terms().await?;
        let revision = base.revision;
        let (words, terms, chosen) = (self.words().clone(), Arc::clone(&base), Arc::clone(&projects));
        let most = query.limit.max(REPLACEABLE);
        let (query, numbers, questions, spots) = blocking("spotting terms", move || {
            let (numbers, distinct) = distinct(&query.texts);
            let places = |asked: &&AssistText| {
                let spots = terms.spotter.spots(&asked.text, &query.source_lang, &words, ProjectFilter::Of(&chosen));
                LeadingSpots::new(spots, most)
            };
            let spots: Vec<LeadingSpots> = distinct.iter().map(places).collect();
            let questions: Vec<SegmentQuery> = distinct
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
            (query, numbers, questions, spots)
        })
        .await?;
        let mut questions = questions;
        let terms = self.terms_at(questions.iter().map(|asked| asked.text.as_str()).zip(&spots), &query).await?;
        for (question, terms) in questions.iter_mut().zip(&terms) {
            question.terms.clone_from(terms);
        }
        let found = self.matches(&query, questions, &projects, &base, until).await?;
        let answers: Vec<Arc<Suggestion>> = terms
            .into_iter()
            .zip(&spots)
            .zip(found)
            .map(|((mut terms, spots), (matches, complete))| {
                let all = terms.len() + spots.more;
                terms.truncate(query.limit);
                Arc::new(Suggestion { more_terms: all - terms.len(), terms, matches, complete })
            })
            .collect();
        let suggestions = numbers.into_iter().filter_map(|number| answers.get(number).cloned()).collect();
        Ok((query, Assistance { suggestions, revision }))
    }

    /// The terms at these positions in the texts, each with its translations.
    async fn terms_at<'a>(
        &self,
        places: impl Iterator<Item = (&'a str, &'a LeadingSpots)> + Clone,
        query: &AssistQuery,
    ) -> Result<Vec<Vec<TermOccurrence>>, AppError> {
        let concept_ids: BTreeSet<ConceptId> =
            places.clone().flat_map(|(_, spots)| &spots.spots).map(|spot| spot.concept_id).collect();
        let concept_ids: Vec<ConceptId> = concept_ids.into_iter().collect();
        let concepts = self.store().concepts_by_ids(&concept_ids).await?;
        let concepts: BTreeMap<ConceptId, Arc<Concept>> =
            concepts.into_iter().map(|concept| (concept.id, Arc::new(concept))).collect();
        let mut offers = suggest::Offers::new(&concepts, &query.target_lang);
        let mut of_text = |(text, spots): (&str, &LeadingSpots)| {
            let mut terms = suggest::term_occurrences(text, &spots.spots, &mut offers);
            terms.sort_by_key(|found| {
                let rank = query.projects.iter().position(|project| *project == found.concept.project);
                (found.span.start, Reverse(found.span.end), rank)
            });
            terms
        };
        Ok(places.map(&mut of_text).collect())
    }
}

/// The number of the answer of each text, and the texts to answer: each once.
fn distinct(texts: &[AssistText]) -> (Vec<usize>, Vec<&AssistText>) {
    let mut known: HashMap<&AssistText, usize> = HashMap::with_capacity(texts.len());
    let mut distinct = Vec::new();
    let numbers = texts.iter().map(|text| match known.entry(text) {
        Entry::Occupied(known) => *known.get(),
        Entry::Vacant(new) => {
            distinct.push(text);
            *new.insert(distinct.len() - 1)
        }
    });
    (numbers.collect(), distinct)
}
