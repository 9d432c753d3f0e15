//! Acts: what they are about, and what became of them.

use serde::Serialize;
use utoipa::ToSchema;

use super::review::ReviewItemAnswer;
use crate::app::review::{BulkOutcome, BulkPlan, BulkRefusal, BulkUndo};

/// What an act would decide on.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = BulkPlan)]
pub(crate) struct BulkPlanAnswer {
    /// Number of terms. Send it as `expected`.
    count: usize,
    /// The first 20 of them, in the order of the queue.
    items: Vec<ReviewItemAnswer>,
}

/// An act that was carried out.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = BulkAct)]
pub(crate) struct BulkActAnswer {
    /// Number of the act, to undo it.
    act: i64,
    /// Number of decisions made.
    done: usize,
    /// The terms that were not decided on.
    refused: Vec<BulkRefusalAnswer>,
}

/// An act that was undone.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = BulkUndo)]
pub(crate) struct BulkUndoAnswer {
    /// Number of the act.
    act: i64,
    /// Number of decisions undone.
    undone: usize,
    /// The decisions that could not be undone.
    refused: Vec<BulkRefusalAnswer>,
}

/// A decision that was not made or not undone.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = BulkRefusal)]
pub(crate) struct BulkRefusalAnswer {
    /// The term that was not decided on.
    term_id: Option<i64>,
    /// The decision that was not undone.
    decision_id: Option<i64>,
    /// Code of the reason.
    code: &'static str,
    /// The reason.
    detail: String,
}

impl From<BulkPlan> for BulkPlanAnswer {
    fn from(plan: BulkPlan) -> Self {
        let BulkPlan { count, items } = plan;
        Self { count, items: items.into_iter().map(Into::into).collect() }
    }
}

impl From<BulkOutcome> for BulkActAnswer {
    fn from(outcome: BulkOutcome) -> Self {
        let BulkOutcome { act, done, refused } = outcome;
        Self { act: act.get(), done, refused: refused.into_iter().map(Into::into).collect() }
    }
}

impl From<BulkUndo> for BulkUndoAnswer {
    fn from(outcome: BulkUndo) -> Self {
        let BulkUndo { act, undone, refused } = outcome;
        Self { act: act.get(), undone, refused: refused.into_iter().map(Into::into).collect() }
    }
}

impl From<BulkRefusal> for BulkRefusalAnswer {
    fn from(refusal: BulkRefusal) -> Self {
        let BulkRefusal { term, decision, error } = refusal;
        Self {
            term_id: term.map(Into::into),
            decision_id: decision.map(Into::into),
            code: error.code(),
            detail: error.to_string(),
        }
    }
}
