//! Decides on all open terms that a query is about, as one act that is undone as one.
//!
//! An act is made of ordinary decisions in transactions of a fraction of a second, so that others can write in between. If the program
//! stops, the act has the decisions made so far.

use std::time::{Duration, Instant};

use super::context::DecisionContext;
use super::decision::{Basis, Decision};
use super::queue::{ReviewItem, ReviewQuery};
use super::standing::standing;
use super::undo::undo_within;
use crate::app::{AppError, Service};
use crate::model::{ActId, DecisionId, DecisionKind, Review, TermId};
use crate::store::{OpenTerm, StoredDecision, Write};

/// The most terms of one act.
pub const MOST_TERMS: usize = 10_000;
/// How many of the terms a plan shows.
const SHOWN: usize = 20;
/// How many terms are read at once to find out how they stand.
const BATCH: usize = 200;
/// About how long one transaction may take.
const TURN: Duration = Duration::from_millis(80);
/// How long others have to write between two transactions.
const PAUSE: Duration = Duration::from_millis(5);

/// What is decided about each term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkKind {
    /// It is accepted.
    Accept,
    /// It is rejected.
    Reject,
}

/// What an act would decide on.
#[derive(Debug, Clone, PartialEq)]
pub struct BulkPlan {
    /// The number of terms.
    pub count: usize,
    /// The first of them.
    pub items: Vec<ReviewItem>,
}

/// A decision that was not made or not undone.
#[derive(Debug)]
pub struct BulkRefusal {
    /// The term.
    pub term: Option<TermId>,
    /// The decision that was not undone.
    pub decision: Option<DecisionId>,
    /// Why.
    pub error: AppError,
}

/// The outcome of an act.
#[derive(Debug)]
pub struct BulkOutcome {
    /// The act.
    pub act: ActId,
    /// The number of decisions made.
    pub done: usize,
    /// The terms that were not decided on.
    pub refused: Vec<BulkRefusal>,
}

/// The outcome of undoing an act.
#[derive(Debug)]
pub struct BulkUndo {
    /// The act.
    pub act: ActId,
    /// The number of decisions undone.
    pub undone: usize,
    /// The decisions that could not be undone.
    pub refused: Vec<BulkRefusal>,
}

impl BulkKind {
    fn decision(self, term: TermId) -> Decision {
        match self {
            Self::Accept => Decision::Accept { term },
            Self::Reject => Decision::Reject { term },
        }
    }

    fn kind(self) -> DecisionKind {
        match self {
            Self::Accept => DecisionKind::Accept,
            Self::Reject => DecisionKind::Reject,
        }
    }
}

impl Service {
    /// What an act about the terms of `query` would decide on. The page of the query does not matter.
    ///
    /// # Errors
    /// `not_found` for an unknown project; `invalid_request` for more than [`MOST_TERMS`] terms; database errors.
    pub async fn plan_bulk(&self, query: &ReviewQuery) -> Result<BulkPlan, AppError> {
        let open = self.open_terms_of(query).await?;
        let items = self.with_details(&open[..open.len().min(SHOWN)]).await?;
        Ok(BulkPlan { count: open.len(), items })
    }

    /// Decides on all open terms of `query` as one act, if there are as many as `expected`. A term on which somebody else decides
    /// meanwhile is left to them.
    ///
    /// # Errors
    /// As [`Service::plan_bulk`]; `selection_changed` if there are more or fewer terms; database errors, which leave the decisions made
    /// so far.
    pub async fn decide_bulk(
        &self,
        query: &ReviewQuery,
        kind: BulkKind,
        expected: usize,
        actor: &str,
        now: &str,
    ) -> Result<BulkOutcome, AppError> {
        let open = self.open_terms_of(query).await?;
        if open.len() != expected {
            return Err(AppError::SelectionChanged { expected, found: open.len() });
        }
        let mut write = self.store().write(actor, now).await?;
        let act = write.insert_act(kind.kind()).await?;
        let mut outcome = BulkOutcome { act, done: 0, refused: Vec::new() };
        let mut began = Instant::now();
        for term in open.iter().map(|open| open.term) {
            write = self.next_turn(write, &mut began, actor, now).await?;
            let context = match open_context(&mut write, term).await {
                Ok(context) => context,
                Err(error) if is_refusal(&error) => {
                    outcome.refused.push(BulkRefusal { term: Some(term), decision: None, error });
                    continue;
                }
                Err(error) => return Err(error),
            };
            let (after, _, made) = self.apply(write, context, &kind.decision(term), Basis::Present).await?;
            write = after;
            if let Some(made) = made {
                write.add_to_act(act, made.id).await?;
                outcome.done += 1;
            }
        }
        write.commit().await?;
        Ok(outcome)
    }

    /// Undoes the decisions of an act that were not undone yet, as far as nothing newer prevents it.
    ///
    /// # Errors
    /// `not_found`; database errors, which leave the rest as it is.
    pub async fn undo_bulk(&self, act: ActId, actor: &str, now: &str) -> Result<BulkUndo, AppError> {
        let decisions = self.store().decisions_of_act(act).await?;
        let mut outcome = BulkUndo { act, undone: 0, refused: Vec::new() };
        let mut undone: Vec<StoredDecision> = Vec::new();
        let mut write = self.store().write(actor, now).await?;
        let mut began = Instant::now();
        for decision in decisions {
            write = self.next_turn(write, &mut began, actor, now).await?;
            match undo_within(&mut write, decision).await {
                Ok((decision, _)) => {
                    outcome.undone += 1;
                    undone.push(decision);
                }
                Err(error) if is_refusal(&error) => {
                    outcome.refused.push(BulkRefusal { term: None, decision: Some(decision), error });
                }
                Err(error) => return Err(error),
            }
        }
        write.commit().await?;
        for decision in &undone {
            self.support_pairs(decision, actor, now).await?;
        }
        Ok(outcome)
    }

    /// Commits and lets others write before the next transaction, if this one has lasted long enough.
    async fn next_turn(&self, write: Write, began: &mut Instant, actor: &str, now: &str) -> Result<Write, AppError> {
        if began.elapsed() <= TURN {
            return Ok(write);
        }
        write.commit().await?;
        tokio::time::sleep(PAUSE).await;
        let write = self.store().write(actor, now).await?;
        *began = Instant::now();
        Ok(write)
    }

    /// The names of the projects an act decided in.
    ///
    /// # Errors
    /// Database errors.
    pub async fn projects_of_act(&self, act: ActId) -> Result<Vec<String>, AppError> {
        Ok(self.store().projects_of_act(act).await?)
    }

    /// All open terms a query is about, in the order of the queue.
    async fn open_terms_of(&self, query: &ReviewQuery) -> Result<Vec<OpenTerm>, AppError> {
        let filter = self.queue_filter(query).await?;
        let too_many = || AppError::InvalidRequest {
            field: "filter",
            problem: format!(
                "it is about more than {MOST_TERMS} terms, which is the limit of one act. Narrow it by `field`, `release` or `status`"
            ),
        };
        let most = u32::try_from(MOST_TERMS).unwrap_or(u32::MAX);
        let Some(wanted) = query.standing else {
            let open = self.store().open_terms(&filter, None, most + 1).await?;
            return if open.len() > MOST_TERMS { Err(too_many()) } else { Ok(open) };
        };
        // The standing depends on the evidence, which the database does not weigh.
        let open = self.store().open_terms(&filter, None, 10 * most + 1).await?;
        if open.len() > 10 * MOST_TERMS {
            return Err(too_many());
        }
        let mut chosen = Vec::new();
        for some in open.chunks(BATCH) {
            let mut ids: Vec<_> = some.iter().map(|open| open.concept).collect();
            ids.sort_unstable();
            ids.dedup();
            let concepts = self.store().concepts_by_ids(&ids).await?;
            let stands = |open: &&OpenTerm| {
                let concept = concepts.iter().find(|concept| concept.id == open.concept);
                let term = concept.and_then(|concept| concept.terms.iter().find(|term| term.id == open.term));
                term.is_some_and(|term| standing(term) == wanted)
            };
            chosen.extend(some.iter().filter(stands).copied());
            if chosen.len() > MOST_TERMS {
                return Err(too_many());
            }
        }
        Ok(chosen)
    }
}

/// The context of a decision about a term that is still open.
async fn open_context(write: &mut Write, term: TermId) -> Result<DecisionContext, AppError> {
    let context = DecisionContext::of_term(write, term).await?;
    if matches!(context.term(term)?.review, Review::Candidate | Review::Suggested) {
        return Ok(context);
    }
    let problem = "somebody has decided on it since the plan was made".to_owned();
    Err(AppError::InvalidRequest { field: "term_id", problem })
}

/// Whether an error is about one term or decision, so that the transaction goes on with the next.
fn is_refusal(error: &AppError) -> bool {
    matches!(error.code(), "not_found" | "invalid_request" | "undo_conflict" | "already_undone")
}
