//! The review queue: open terms in order of priority, each with everything needed to decide on it.
//!
//! The priority is use × uncertainty: the number of releases with evidence for the concept, times `4c(1−c)`, where `c`
//! is the confidence of the term. Each conflict moves the uncertainty halfway to 1.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::standing::{STRONG, Standing, standing};
use crate::app::{AppError, Service};
use crate::model::{Concept, ConceptId, Lang, ReleaseId, Review, Term, TermId};
use crate::store::{Note, OpenTerm, QueueFilter, QueuePosition, Rival};

/// The largest number of items per page.
const MOST: usize = 200;

/// Items read per query.
const BATCH: u32 = 200;

/// The most terms, pieces of evidence, definitions and notes of all concepts in one answer.
///
/// Where several items are about one concept, an answer repeats the whole of it, so without a limit it would grow with the
/// square of its names.
pub const MOST_PARTS: usize = 50_000;

/// A position in the queue, written `PRIORITY-TERM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueCursor(QueuePosition);

impl QueueCursor {
    /// Parses a position returned with an earlier page.
    ///
    /// # Errors
    /// `invalid_request`.
    pub fn parse(text: &str) -> Result<Self, AppError> {
        let parts =
            text.split_once('-').and_then(|(priority, term)| Some((priority.parse().ok()?, term.parse().ok()?)));
        let Some((priority, term)) = parts else {
            return Err(AppError::InvalidRequest {
                field: "after",
                problem: format!("`{text}` is not a position in the queue; use `next_after` from an earlier response"),
            });
        };
        Ok(Self(QueuePosition { priority, term }))
    }
}

impl std::fmt::Display for QueueCursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.0.priority, self.0.term)
    }
}

/// What to list.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewQuery {
    /// Names of projects; empty for all.
    pub projects: Vec<String>,
    /// Only concepts of this subject field.
    pub field: Option<String>,
    /// Only terms with evidence from this release.
    pub release: Option<ReleaseId>,
    /// Only terms of this language.
    pub lang: Option<Lang>,
    /// Only terms with this standing: `candidate`, `suggested` or `suggested_strong`.
    pub standing: Option<Standing>,
    /// Where the page starts.
    pub after: Option<QueueCursor>,
    /// The largest number of items, 1 to 200.
    pub limit: usize,
    /// How large the concepts of all items may be together, each counted for every item about it. A page ends before that, but
    /// not before its first item.
    pub most_parts: usize,
}

impl Default for ReviewQuery {
    /// The first page of open English terms in all projects.
    fn default() -> Self {
        Self {
            projects: Vec::new(),
            field: None,
            release: None,
            lang: Some(Lang::EN),
            standing: None,
            after: None,
            limit: 50,
            most_parts: MOST_PARTS,
        }
    }
}

/// A term that has a replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The term.
    pub term_id: TermId,
    /// Its replacement.
    pub replacement_id: TermId,
    /// The text of the replacement.
    pub text: String,
}

/// An open term with everything needed to decide on it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewItem {
    /// The open term.
    pub term: Term,
    /// Its standing.
    pub standing: Standing,
    /// 1000 × use × uncertainty.
    pub priority: i64,
    /// The number of releases with evidence for its concept.
    pub releases: i64,
    /// Its uncertainty, 0 to 1.
    pub uncertainty: f64,
    /// Its concept: terms of both languages, evidence, definitions, conflicts, and the revision to base a decision on.
    pub concept: Arc<Concept>,
    /// The release the concept is limited to, if any.
    pub scope_release_id: Option<ReleaseId>,
    /// Notes on the concept.
    pub notes: Vec<Note>,
    /// English terms of other concepts with the same Japanese term.
    pub rivals: Vec<Rival>,
    /// Replacements for terms of the concept.
    pub replacements: Vec<Replacement>,
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewPage {
    /// The items, by descending priority.
    pub items: Vec<ReviewItem>,
    /// Where the next page starts; `None` on the last page.
    pub next: Option<QueueCursor>,
}

impl Service {
    /// A page of the terms open for review.
    ///
    /// # Errors
    /// `not_found` for an unknown project, `invalid_request`; database errors.
    pub async fn review_queue(&self, query: &ReviewQuery) -> Result<ReviewPage, AppError> {
        let filter = self.queue_filter(query).await?;
        if !(1..=MOST).contains(&query.limit) {
            let problem = format!("{} is not between 1 and {MOST}", query.limit);
            return Err(AppError::InvalidRequest { field: "limit", problem });
        }
        let mut items: Vec<ReviewItem> = Vec::new();
        let mut room = query.most_parts;
        let mut place = query.after.map(|place| place.0);
        // The standing depends on the evidence, so when filtering by it, more items are read than returned.
        let usual = u32::try_from(query.limit).unwrap_or(BATCH);
        let batch = if query.standing.is_some() { BATCH } else { usual };
        loop {
            let open = self.store().open_terms(&filter, place, batch).await?;
            let is_last = u32::try_from(open.len()).is_ok_and(|found| found < batch);
            let sizes = self.store().concept_sizes(&concepts_of(&open)).await?;
            let size = |concept: ConceptId| sizes.get(&concept).copied().unwrap_or_default();
            let mut rest = open.as_slice();
            while let Some(first) = rest.first() {
                if query.standing.is_none() && !items.is_empty() && size(first.concept) > room {
                    return Ok(ReviewPage { next: items.last().map(position_of), items });
                }
                let (some, later) = rest.split_at(beginning(rest, size));
                for item in self.with_details(some).await? {
                    if query.standing.is_some_and(|standing| item.standing != standing) {
                        continue;
                    }
                    let size = size(item.concept.id);
                    if items.len() == query.limit || (size > room && !items.is_empty()) {
                        return Ok(ReviewPage { next: items.last().map(position_of), items });
                    }
                    room = room.saturating_sub(size);
                    items.push(item);
                }
                rest = later;
            }
            if is_last {
                return Ok(ReviewPage { items, next: None });
            }
            if items.len() == query.limit {
                return Ok(ReviewPage { next: items.last().map(position_of), items });
            }
            place = open.last().map(|open| QueuePosition { priority: open.priority, term: open.term });
        }
    }

    /// Which open terms a query is about.
    pub(super) async fn queue_filter(&self, query: &ReviewQuery) -> Result<QueueFilter, AppError> {
        if let Some(decided) = query.standing.filter(|one| matches!(one, Standing::Approved | Standing::Rejected)) {
            let problem =
                format!("`{}` is not open; use `suggested_strong`, `suggested` or `candidate`", decided.as_str());
            return Err(AppError::InvalidRequest { field: "status", problem });
        }
        Ok(QueueFilter {
            projects: self.project_ids(&query.projects).await?.to_vec(),
            field: query.field.clone(),
            release: query.release,
            lang: query.lang.clone(),
            review: query.standing.map(|one| match one {
                Standing::Candidate => Review::Candidate,
                _ => Review::Suggested,
            }),
            least: (query.standing == Some(Standing::SuggestedStrong)).then_some(STRONG),
        })
    }

    /// Open terms with all that belongs to them, in the same order.
    pub(super) async fn with_details(&self, open: &[OpenTerm]) -> Result<Vec<ReviewItem>, AppError> {
        let ids = concepts_of(open);
        let store = self.store();
        let concepts: BTreeMap<ConceptId, Arc<Concept>> =
            store.concepts_by_ids(&ids).await?.into_iter().map(|concept| (concept.id, Arc::new(concept))).collect();
        let (senses, notes, rivals) = (store.senses(&ids).await?, store.notes(&ids).await?, store.rivals(&ids).await?);
        let replacements = store.replacements(&ids).await?;
        let mut items = Vec::with_capacity(open.len());
        for open in open {
            let Some(concept) = concepts.get(&open.concept) else { continue };
            let Some(term) = concept.terms.iter().find(|term| term.id == open.term) else { continue };
            let of = |(term_id, replacement_id, text): &(TermId, TermId, String)| Replacement {
                term_id: *term_id,
                replacement_id: *replacement_id,
                text: text.clone(),
            };
            items.push(ReviewItem {
                term: term.clone(),
                standing: standing(term),
                priority: open.priority,
                releases: open.releases,
                uncertainty: open.uncertainty,
                concept: Arc::clone(concept),
                scope_release_id: senses.get(&concept.id).and_then(|sense| sense.scope_release_id),
                notes: notes.get(&concept.id).cloned().unwrap_or_default(),
                rivals: rivals.get(&concept.id).cloned().unwrap_or_default(),
                replacements: replacements.get(&concept.id).into_iter().flatten().map(of).collect(),
            });
        }
        Ok(items)
    }
}

fn position_of(item: &ReviewItem) -> QueueCursor {
    QueueCursor(QueuePosition { priority: item.priority, term: item.term.id })
}

/// The concepts of open terms, each once.
fn concepts_of(open: &[OpenTerm]) -> Vec<ConceptId> {
    let mut ids: Vec<ConceptId> = open.iter().map(|open| open.concept).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// How many of the open terms, one at least, can be read at once. What several are about is read once.
fn beginning(open: &[OpenTerm], size: impl Fn(ConceptId) -> usize) -> usize {
    let mut seen = BTreeSet::new();
    let sizes = open.iter().scan(0_usize, |sum, open| {
        let own = if seen.insert(open.concept) { size(open.concept) } else { 0 };
        *sum = sum.saturating_add(own);
        Some(*sum)
    });
    sizes.take_while(|sum| *sum <= MOST_PARTS).count().max(1)
}
