//! Concordance: finds the segments of the memory that contain a text, page by page.
//!
//! The index of each language gives candidates; their current texts are then read and searched, so that every result
//! really contains the text.

mod pieces;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{AppError, Service};
use crate::app::blocking::blocking;
use crate::fuzzy::{Attributes, ContainsQuery, ContainsResult, Index};
use crate::model::{Lang, ProjectId, Review, Revision, SegmentId, Span};
use crate::store::StoredSegment;
use crate::text::occurrence::Needle;
use crate::text::tokeniser::Tokeniser;
use words::Word;

/// The longest text to search for, in characters.
pub const LONGEST: usize = 400;
/// The largest number of results per page.
pub const MOST: usize = 200;
/// Segments read per query.
const PAGE: usize = 500;

/// A concordance request.
#[derive(Debug, Clone, PartialEq)]
pub struct ConcordanceQuery {
    /// The text to search for.
    pub text: String,
    /// The language to search in; `None` for all.
    pub lang: Option<Lang>,
    /// Names of projects; empty for all.
    pub projects: Vec<String>,
    /// Whether to search for the words in any order, and not for the text as a whole.
    pub words: bool,
    /// Only segments before this one: [`Concordance::next_before`] of the previous page.
    pub before: Option<SegmentId>,
    /// The largest number of results, 1 to [`MOST`].
    pub limit: usize,
    /// The time limit.
    pub budget: Duration,
}

/// A segment that contains the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    /// The segment.
    pub segment: StoredSegment,
    /// Name of its project.
    pub project: String,
    /// Where in the source text it occurs.
    pub source_spans: Vec<Span>,
    /// Where in the target text it occurs.
    pub target_spans: Vec<Span>,
}

/// A page of results.
#[derive(Debug, Clone, PartialEq)]
pub struct Concordance {
    /// The segments, newest first.
    pub occurrences: Vec<Occurrence>,
    /// Number of candidates in the index; some of them may contain the text only with other numbers.
    pub candidates: usize,
    /// The value of `before` for the next page; `None` on the last page.
    pub next_before: Option<SegmentId>,
    /// Whether everything down to `next_before` was searched: time did not run out, and the indexes were up to date.
    pub complete: bool,
    /// The revision of the database.
    pub revision: Revision,
}

/// What to search for in one language.
enum Pattern {
    Whole(Needle),
    Words(Vec<Word>),
}

/// A language to search in.
struct LanguagePattern {
    lang: Lang,
    pattern: Pattern,
}

/// A request with everything needed to search texts.
struct ConcordanceSearch {
    text: String,
    sides: Vec<LanguagePattern>,
    projects: BTreeMap<ProjectId, String>,
    words: Tokeniser,
}

impl Service {
    /// The segments whose source or target contains a text, or all of its words; newest first.
    ///
    /// # Errors
    /// `invalid_request` for a text that is empty or too long or a limit out of range, `not_found` for an unknown
    /// project.
    pub async fn concordance(&self, query: &ConcordanceQuery) -> Result<Concordance, AppError> {
        let needle = check(query)?;
        let until = Instant::now() + query.budget;
        let project_ids = self.project_ids(&query.projects).await?;
        let projects = self.store().projects().await?.into_iter().map(|project| (project.id, project.name));
        let projects = projects.filter(|(id, _)| project_ids.contains(id)).collect();
        let revision = self.store().revision().await?;
        let mut search =
            ConcordanceSearch { text: query.text.clone(), sides: Vec::new(), projects, words: self.words().clone() };
        for lang in self.live().memory.languages().await? {
            if query.lang.as_ref().is_none_or(|own| own.primary() == lang.primary()) {
                search.add(lang, query.words, &needle);
            }
        }
        let search = Arc::new(search);
        let ContainsResult { mut ids, mut complete } = self.candidates(&search, until).await?;
        let candidates = ids.len();
        ids.retain(|id| query.before.is_none_or(|before| *id < before));
        let mut occurrences = Vec::new();
        let mut next_before = None;
        for page in ids.chunks(PAGE) {
            // One more than requested shows whether there is a next page.
            let limit = query.limit + 1 - occurrences.len();
            occurrences.extend(self.matching_segments(&search, page, limit).await?);
            if occurrences.len() > query.limit {
                occurrences.truncate(query.limit);
                next_before = occurrences.last().map(|last: &Occurrence| last.segment.id);
                break;
            }
            if Instant::now() > until && page.last() != ids.last() {
                (complete, next_before) = (false, page.last().copied());
                break;
            }
        }
        Ok(Concordance { occurrences, candidates, next_before, complete, revision })
    }

    /// The candidates in the indexes of all languages, newest first, without duplicates.
    async fn candidates(&self, search: &Arc<ConcordanceSearch>, until: Instant) -> Result<ContainsResult, AppError> {
        let mut all = ContainsResult { ids: Vec::new(), complete: true };
        for side in 0..search.sides.len() {
            let Some(current) = self.live().memory.index(&search.sides[side].lang).await? else {
                all.complete = false;
                continue;
            };
            let search = Arc::clone(search);
            let found = blocking("concordance", move || search.in_index(side, &current.index, until)).await?;
            all.complete &= current.complete && found.complete;
            all.ids.extend(found.ids);
        }
        all.ids.sort_unstable_by(|one, other| other.cmp(one));
        all.ids.dedup();
        Ok(all)
    }

    /// The first `limit` segments of `ids` that really contain the text, newest first.
    async fn matching_segments(
        &self,
        search: &Arc<ConcordanceSearch>,
        ids: &[SegmentId],
        limit: usize,
    ) -> Result<Vec<Occurrence>, AppError> {
        let segments = self.store().segments_by_ids(ids).await?;
        let search = Arc::clone(search);
        blocking("concordance", move || {
            segments.into_iter().rev().filter_map(|segment| search.in_segment(segment)).take(limit).collect()
        })
        .await
    }
}

impl ConcordanceSearch {
    fn add(&mut self, lang: Lang, by_words: bool, needle: &Needle) {
        let pattern = if by_words {
            Pattern::Words(words::words(&self.text, &lang, &self.words))
        } else {
            Pattern::Whole(needle.clone())
        };
        self.sides.push(LanguagePattern { lang, pattern });
    }

    /// The candidates in the index of one language.
    fn in_index(&self, side: usize, index: &Index, until: Instant) -> ContainsResult {
        let side = &self.sides[side];
        let mine: Vec<u32> = self.projects.keys().filter_map(|project| u32::try_from(project.get()).ok()).collect();
        let is_eligible =
            |segment: &Attributes| mine.contains(&segment.project) && segment.review() != Review::Rejected;
        let stop = || Instant::now() > until;
        let mut all = ContainsResult { ids: Vec::new(), complete: true };
        let queries = match &side.pattern {
            Pattern::Whole(_) => pieces::contains_queries(&self.text, &side.lang),
            Pattern::Words(words) => vec![words::contains_query(words, &side.lang)],
        };
        for query in queries.iter().filter(|query| **query != ContainsQuery::default()) {
            let found = index.containing(query, is_eligible, &stop);
            all.ids.extend(found.ids);
            all.complete &= found.complete;
        }
        all
    }

    /// The segment with all occurrences, if it has any and belongs to the requested projects.
    fn in_segment(&self, segment: StoredSegment) -> Option<Occurrence> {
        let project = self.projects.get(&segment.project_id).filter(|_| segment.review != Review::Rejected)?.clone();
        let pair = &segment.segment;
        let source_spans = self.places(&pair.source_lang, &pair.source);
        let target_spans = self.places(&pair.target_lang, &pair.target);
        let holds = !source_spans.is_empty() || !target_spans.is_empty();
        holds.then_some(Occurrence { segment, project, source_spans, target_spans })
    }

    /// The occurrences in a text; empty unless it contains everything searched for.
    fn places(&self, lang: &Lang, text: &str) -> Vec<Span> {
        match self.sides.iter().find(|side| side.lang.primary() == lang.primary()) {
            None => Vec::new(),
            Some(LanguagePattern { pattern: Pattern::Whole(needle), .. }) => needle.occurrences(text),
            Some(LanguagePattern { pattern: Pattern::Words(words), .. }) => {
                words::places(words, text, lang, &self.words)
            }
        }
    }
}

/// Validates a request.
fn check(query: &ConcordanceQuery) -> Result<Needle, AppError> {
    let Some(needle) = Needle::new(&query.text) else {
        return invalid("text", "it has no letter or digit to search for".to_owned());
    };
    if query.words && !needle.chars().iter().any(|c| c.is_alphanumeric()) {
        return invalid("text", "it has no word; search for it as a whole".to_owned());
    }
    if needle.chars().len() > LONGEST {
        return invalid("text", format!("it has more than {LONGEST} characters"));
    }
    if !(1..=MOST).contains(&query.limit) {
        return invalid("limit", format!("{} is not between 1 and {MOST}", query.limit));
    }
    Ok(needle)
}

fn invalid<T>(field: &'static str, problem: String) -> Result<T, AppError> {
    Err(AppError::InvalidRequest { field, problem })
}
