//! "How was this said before?": a piece of text in, the segments of the memory that hold it out, page by page.
//!
//! The index of each language says which segments may hold it; their texts are then read from the base as it is now and
//! looked through, so that nothing is shown that is not there.

mod pieces;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{AppError, Service};
use crate::app::blocking::blocking;
use crate::fuzzy::{Attributes, ContainsQuery, ContainsResult, Index};
use crate::model::{Lang, Review, Revision, SegmentId, Span};
use crate::store::{ProjectId, StoredSegment};
use crate::text::occurrence::Needle;
use crate::text::tokeniser::Tokeniser;
use words::Word;

/// The longest piece that can be asked for, in characters.
pub const LONGEST: usize = 400;
/// The most hits of one page.
pub const MOST: usize = 200;
/// Segments read at once.
const PAGE: usize = 500;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct ConcordanceQuery {
    /// What is looked for.
    pub text: String,
    /// The side to look on; all languages where none is named.
    pub lang: Option<Lang>,
    /// Names of projects; all where none is named.
    pub projects: Vec<String>,
    /// Whether the words are looked for in any order, instead of the text as a whole.
    pub words: bool,
    /// Only segments with a smaller number: [`Concordance::next_before`] of the page before.
    pub before: Option<SegmentId>,
    /// The most hits, 1 to [`MOST`].
    pub limit: usize,
    /// How long it may take.
    pub budget: Duration,
}

/// A segment that holds what was looked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    /// The segment.
    pub segment: StoredSegment,
    /// Name of its project.
    pub project: String,
    /// Where in the source text.
    pub source_spans: Vec<Span>,
    /// Where in the target text.
    pub target_spans: Vec<Span>,
}

/// A page of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Concordance {
    /// The segments, the newest first.
    pub occurrences: Vec<Occurrence>,
    /// How many segments may hold it in all; some of them may hold it only with other numbers.
    pub candidates: usize,
    /// The number to ask for the next page with; none where nothing is left to look at.
    pub next_before: Option<SegmentId>,
    /// Whether everything down to `next_before` was looked at in the time given, in indexes that hold everything.
    pub complete: bool,
    /// The revision of the base.
    pub revision: Revision,
}

/// What is looked for on one side.
enum Pattern {
    Whole(Needle),
    Words(Vec<Word>),
}

/// What is looked for in texts of one language.
struct LanguagePattern {
    lang: Lang,
    wanted: Pattern,
}

/// A question with everything needed to look through texts.
struct ConcordanceSearch {
    text: String,
    sides: Vec<LanguagePattern>,
    projects: BTreeMap<ProjectId, String>,
    words: Tokeniser,
}

impl Service {
    /// Segments whose source or target holds a text, or all of its words; the newest first.
    ///
    /// # Errors
    /// `invalid_request` for an empty or too long text or a limit out of range, `not_found` for an unknown project.
    pub async fn concordance(&self, query: &ConcordanceQuery) -> Result<Concordance, AppError> {
        let needle = check(query)?;
        let until = Instant::now() + query.budget;
        let wanted = self.project_ids(&query.projects).await?;
        let projects = self.store().projects().await?.into_iter().map(|project| (project.id, project.name));
        let projects = projects.filter(|(id, _)| wanted.contains(id)).collect();
        let revision = self.store().revision().await?;
        let mut asked = ConcordanceSearch { text: query.text.clone(), sides: Vec::new(), projects, words: self.words().clone() };
        for lang in self.live().memory.languages().await? {
            if query.lang.as_ref().is_none_or(|wanted| wanted.primary() == lang.primary()) {
                asked.add(lang, query.words, &needle);
            }
        }
        let asked = Arc::new(asked);
        let ContainsResult { mut ids, mut complete } = self.candidates(&asked, until).await?;
        let candidates = ids.len();
        ids.retain(|id| query.before.is_none_or(|before| *id < before));
        let mut occurrences = Vec::new();
        let mut next_before = None;
        for page in ids.chunks(PAGE) {
            // One more than wanted tells whether there is a next page.
            let limit = query.limit + 1 - occurrences.len();
            occurrences.extend(self.look(&asked, page, limit).await?);
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

    /// The segments that may hold what is asked for, by the indexes of all sides; the newest first, each once.
    async fn candidates(&self, asked: &Arc<ConcordanceSearch>, until: Instant) -> Result<ContainsResult, AppError> {
        let mut all = ContainsResult { ids: Vec::new(), complete: true };
        for side in 0..asked.sides.len() {
            let Some(current) = self.live().memory.index(&asked.sides[side].lang).await? else {
                all.complete = false;
                continue;
            };
            let asked = Arc::clone(asked);
            let found = blocking("concordance", move || asked.in_index(side, &current.index, until)).await?;
            all.complete &= current.complete && found.complete;
            all.ids.extend(found.ids);
        }
        all.ids.sort_unstable_by(|one, other| other.cmp(one));
        all.ids.dedup();
        Ok(all)
    }

    /// The first `limit` segments of `ids` that hold what is asked for, the newest first.
    async fn look(&self, asked: &Arc<ConcordanceSearch>, ids: &[SegmentId], limit: usize) -> Result<Vec<Occurrence>, AppError> {
        let segments = self.store().segments_by_ids(ids).await?;
        let asked = Arc::clone(asked);
        blocking("concordance", move || {
            segments.into_iter().rev().filter_map(|segment| asked.in_segment(segment)).take(limit).collect()
        })
        .await
    }
}

impl ConcordanceSearch {
    fn add(&mut self, lang: Lang, by_words: bool, needle: &Needle) {
        let wanted = if by_words {
            Pattern::Words(words::words(&self.text, &lang, &self.words))
        } else {
            Pattern::Whole(needle.clone())
        };
        self.sides.push(LanguagePattern { lang, wanted });
    }

    /// The segments that may hold it, by the index of a side.
    fn in_index(&self, side: usize, index: &Index, until: Instant) -> ContainsResult {
        let side = &self.sides[side];
        let mine: Vec<u32> = self.projects.keys().filter_map(|project| u32::try_from(*project).ok()).collect();
        let wanted = |known: &Attributes| mine.contains(&known.project) && known.review() != Review::Rejected;
        let stop = || Instant::now() > until;
        let mut all = ContainsResult { ids: Vec::new(), complete: true };
        let sought = match &side.wanted {
            Pattern::Whole(_) => pieces::sought(&self.text, &side.lang),
            Pattern::Words(words) => vec![words::sought(words, &side.lang)],
        };
        for sought in sought.iter().filter(|sought| **sought != ContainsQuery::default()) {
            let found = index.containing(sought, wanted, &stop);
            all.ids.extend(found.ids);
            all.complete &= found.complete;
        }
        all
    }

    /// The segment with the places that hold it, if it has any and may be shown.
    fn in_segment(&self, segment: StoredSegment) -> Option<Occurrence> {
        let project = self.projects.get(&segment.project_id).filter(|_| segment.review != Review::Rejected)?.clone();
        let pair = &segment.segment;
        let source_spans = self.places(&pair.source_lang, &pair.source);
        let target_spans = self.places(&pair.target_lang, &pair.target);
        let holds = !source_spans.is_empty() || !target_spans.is_empty();
        holds.then_some(Occurrence { segment, project, source_spans, target_spans })
    }

    /// The places in a text; none where it does not hold all that is looked for.
    fn places(&self, lang: &Lang, text: &str) -> Vec<Span> {
        match self.sides.iter().find(|side| side.lang.primary() == lang.primary()) {
            None => Vec::new(),
            Some(LanguagePattern { wanted: Pattern::Whole(needle), .. }) => needle.occurrences(text),
            Some(LanguagePattern { wanted: Pattern::Words(words), .. }) => words::places(words, text, lang, &self.words),
        }
    }
}

/// What is looked for, if the question can be answered.
fn check(query: &ConcordanceQuery) -> Result<Needle, AppError> {
    let Some(needle) = Needle::new(&query.text) else {
        return invalid("text", "it holds no character a text could be found by".to_owned());
    };
    if query.words && !needle.chars().iter().any(|c| c.is_alphanumeric()) {
        return invalid("text", "it holds no word; look for it as a whole".to_owned());
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
