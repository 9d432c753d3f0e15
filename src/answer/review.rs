//! The review queue, decisions and review sheets.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use super::concept::ConceptAnswer;
use super::words::{DecisionOutcomeWord, DecisionWord, ReviewWord, RowOutcomeWord, StandingWord};
use crate::app::review::sheet::{RowOutcome, SheetReport};
use crate::app::review::{
    DecisionOutcome, Note, NoteScope, Replacement, ReviewItem, ReviewPage, Rival, StoredDecision,
};
use crate::model::Concept;

/// One page of terms open for review.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReviewPage)]
pub(crate) struct ReviewPageAnswer {
    /// The open terms, the most important first.
    items: Vec<ReviewItemAnswer>,
    /// `after` of the next request; `null` on the last page.
    pub(crate) next_after: Option<String>,
}

/// An open term, with everything needed to decide on it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReviewItem)]
pub(crate) struct ReviewItemAnswer {
    /// Number of the open term in `concept.terms`.
    term_id: i64,
    /// Its review state.
    standing: StandingWord,
    /// 1,000 × use × uncertainty; the queue is ordered by it.
    priority: i64,
    /// Number of releases that mention its concept.
    releases: i64,
    /// How uncertain it is.
    #[schema(minimum = 0, maximum = 1)]
    uncertainty: f64,
    /// Its concept, with terms and evidence in both languages. Send its `revision` with the decision.
    concept: ConceptAnswer,
    /// The only release that uses the term in this sense; `null` where all may use it.
    scope_release_id: Option<i64>,
    /// Notes on the concept.
    notes: Vec<NoteAnswer>,
    /// English terms of other concepts for the same Japanese term, at most 50.
    rivals: Vec<RivalAnswer>,
    /// Replacements for terms of the concept.
    replacements: Vec<ReplacementAnswer>,
}

/// A note on a concept.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Note)]
pub(crate) struct NoteAnswer {
    /// Its number.
    id: i64,
    /// Its text.
    text: String,
    /// The subject field it applies to; `null` if it applies to a release or to the whole project.
    field: Option<String>,
    /// The release it applies to; `null` if it applies to a subject field or to the whole project.
    release_id: Option<i64>,
    /// Who wrote it.
    actor: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
}

/// An English term of another concept for the same Japanese term.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Rival)]
pub(crate) struct RivalAnswer {
    /// The other concept.
    concept_id: i64,
    /// Its term.
    term_id: i64,
    /// The term's text.
    text: String,
    /// Its review state.
    review: ReviewWord,
}

/// A replacement for a term.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Replacement)]
pub(crate) struct ReplacementAnswer {
    /// The term.
    term_id: i64,
    /// The one to use instead.
    replacement_id: i64,
    /// Its text.
    text: String,
}

/// A decision.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Decision)]
pub(crate) struct DecisionAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// Its kind.
    kind: DecisionWord,
    /// The concept it was about.
    concept_id: i64,
    /// The term it was about.
    term_id: Option<i64>,
    /// What it did, in words.
    summary: String,
    /// Revision it led to.
    revision: i64,
    /// Who decided.
    actor: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// Who undid it.
    undone_by: Option<String>,
    /// When it was undone.
    #[schema(format = DateTime)]
    undone_at: Option<String>,
    /// The act of several decisions that it is part of; `null` for one on its own.
    act_id: Option<i64>,
}

/// One page of decisions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DecisionPage {
    /// The decisions, newest first.
    pub(crate) decisions: Vec<DecisionAnswer>,
    /// `before` of the next request; `null` on the last page.
    pub(crate) next_before: Option<i64>,
}

/// Results of the decisions of a request.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DecisionResults {
    /// In the order of the request.
    pub(crate) results: Vec<DecisionResult>,
}

/// Result of a decision.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DecisionResult {
    /// What happened to it.
    pub(crate) outcome: DecisionOutcomeWord,
    /// The decision; `null` where nothing changed.
    pub(crate) decision: Option<DecisionAnswer>,
    /// The concept in its present state, where there is one; `null` also where many results are about very large concepts.
    pub(crate) concept: Option<ConceptAnswer>,
    /// Number of the concept that a split created.
    pub(crate) made_concept_id: Option<i64>,
    /// Code of the reason why it was refused.
    pub(crate) code: Option<&'static str>,
    /// Why it was refused.
    pub(crate) detail: Option<String>,
}

/// A decision that was undone.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct UndoAnswer {
    /// The decision.
    pub(crate) decision: DecisionAnswer,
    /// The concepts it was about, in their restored state.
    pub(crate) concepts: Vec<ConceptAnswer>,
}

/// Results of importing a review sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Sheet)]
pub(crate) struct SheetAnswer {
    /// Whether this was only a trial.
    dry_run: bool,
    /// Number of rows that were done, or would be.
    done: usize,
    /// Number of rows that changed nothing.
    unchanged: usize,
    /// Number of rows that are not filled in.
    skipped: usize,
    /// Number of rows whose term has changed since the sheet was exported.
    conflicts: usize,
    /// Number of rows that cannot be done.
    problems: usize,
    /// All rows that are filled in.
    rows: Vec<RowAnswer>,
}

/// Result of a row of a review sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = SheetRow)]
pub(crate) struct RowAnswer {
    /// Its line, from 1.
    line: u64,
    /// The term.
    term_id: Option<i64>,
    /// What happened to it.
    verdict: RowOutcomeWord,
    /// Code of the problem.
    code: Option<String>,
    /// The problem, and what to do.
    message: Option<String>,
    /// Numbers of its decisions.
    decisions: Vec<i64>,
}

impl From<ReviewPage> for ReviewPageAnswer {
    fn from(page: ReviewPage) -> Self {
        let next_after = page.next.map(|place| place.to_string());
        Self { items: page.items.into_iter().map(Into::into).collect(), next_after }
    }
}

impl From<ReviewItem> for ReviewItemAnswer {
    fn from(item: ReviewItem) -> Self {
        Self {
            term_id: item.term.id.get(),
            standing: item.standing.into(),
            priority: item.priority,
            releases: item.releases,
            uncertainty: item.uncertainty,
            concept: Arc::unwrap_or_clone(item.concept).into(),
            scope_release_id: item.scope_release_id.map(Into::into),
            notes: item.notes.into_iter().map(Into::into).collect(),
            rivals: item.rivals.into_iter().map(Into::into).collect(),
            replacements: item.replacements.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Note> for NoteAnswer {
    fn from(note: Note) -> Self {
        let (field, release_id) = match note.scope {
            NoteScope::Project => (None, None),
            NoteScope::Field(field) => (Some(field), None),
            NoteScope::Release(release) => (None, Some(release.get())),
        };
        Self { id: note.id.get(), text: note.text, field, release_id, actor: note.actor, at: note.at }
    }
}

impl From<Rival> for RivalAnswer {
    fn from(rival: Rival) -> Self {
        let Rival { concept_id, term_id, text, review } = rival;
        Self { concept_id: concept_id.get(), term_id: term_id.get(), text, review: review.into() }
    }
}

impl From<Replacement> for ReplacementAnswer {
    fn from(replacement: Replacement) -> Self {
        let Replacement { term_id, replacement_id, text } = replacement;
        Self { term_id: term_id.get(), replacement_id: replacement_id.get(), text }
    }
}

impl From<StoredDecision> for DecisionAnswer {
    fn from(decision: StoredDecision) -> Self {
        Self {
            id: decision.id.get(),
            kind: decision.kind.into(),
            concept_id: decision.concept_id.get(),
            term_id: decision.term_id.map(Into::into),
            summary: decision.summary,
            revision: decision.revision.get(),
            actor: decision.actor,
            at: decision.at,
            undone_by: decision.undone_by,
            undone_at: decision.undone_at,
            act_id: decision.act_id.map(Into::into),
        }
    }
}

impl From<SheetReport> for SheetAnswer {
    fn from(report: SheetReport) -> Self {
        let SheetReport { dry_run, done, unchanged, skipped, conflicts, problems, rows } = report;
        Self {
            dry_run,
            done,
            unchanged,
            skipped,
            conflicts,
            problems,
            rows: rows.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<RowOutcome> for RowAnswer {
    fn from(row: RowOutcome) -> Self {
        let RowOutcome { line, term_id, verdict, code, message, decisions, .. } = row;
        Self {
            line,
            term_id: term_id.map(Into::into),
            verdict: verdict.into(),
            code,
            message,
            decisions: decisions.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<DecisionOutcome> for DecisionResult {
    fn from(decided: DecisionOutcome) -> Self {
        Self {
            outcome: if decided.decision.is_some() {
                DecisionOutcomeWord::Done
            } else {
                DecisionOutcomeWord::Unchanged
            },
            decision: decided.decision.map(Into::into),
            concept: Some(decided.concept.into()),
            made_concept_id: decided.made.map(Into::into),
            code: None,
            detail: None,
        }
    }
}

impl UndoAnswer {
    /// The decision that was undone, and the concepts it was about.
    pub(crate) fn new(decision: StoredDecision, concepts: Vec<Concept>) -> Self {
        Self { decision: decision.into(), concepts: concepts.into_iter().map(Into::into).collect() }
    }
}
