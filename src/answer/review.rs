//! The queue, decisions and sheets in, their JSON out.

use serde::Serialize;
use utoipa::ToSchema;

use super::concept::ConceptAnswer;
use super::words::{DecidedWord, DecisionWord, ReviewWord, RowWord, StandingWord};
use crate::app::review::sheet::{RowOutcome, RowVerdict, SheetReport};
use crate::app::review::{Note, NoteScope, Replacement, ReviewItem, ReviewPage, Rival, Standing, StoredDecision};
use crate::model::Review;

/// A page of what is open for review.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReviewPage)]
pub(crate) struct ReviewPageAnswer {
    /// The open terms, most worth a look first.
    items: Vec<ReviewItemAnswer>,
    /// What to give as `after` for the next page; `null` on the last.
    pub(crate) next_after: Option<String>,
}

/// One open term, with everything needed to decide on it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReviewItem)]
pub(crate) struct ReviewItemAnswer {
    /// Number of the open term; it stands in `concept.terms`.
    term_id: i64,
    /// How it stands.
    #[schema(value_type = StandingWord)]
    standing: Standing,
    /// A thousand times use × uncertainty; the order of the queue.
    priority: i64,
    /// How many releases speak of its concept.
    releases: i64,
    /// How unsure it is.
    #[schema(minimum = 0, maximum = 1)]
    uncertainty: f64,
    /// Its concept, both sides with their evidence; decide on its `revision`.
    concept: ConceptAnswer,
    /// The one release the sense is kept to; `null` where all may use it.
    scope_release_id: Option<i64>,
    /// What people noted on the concept.
    notes: Vec<NoteAnswer>,
    /// English that other concepts give for the same Japanese term.
    rivals: Vec<RivalAnswer>,
    /// What to use instead of terms of the concept.
    replacements: Vec<ReplacementAnswer>,
}

/// What a person noted on a concept.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Note)]
pub(crate) struct NoteAnswer {
    /// Its number.
    id: i64,
    /// What it says.
    text: String,
    /// The subject field it holds in; `null` with a release or in the whole project.
    field: Option<String>,
    /// The release it holds in; `null` with a field or in the whole project.
    release_id: Option<i64>,
    /// Who wrote it.
    actor: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
}

/// English of another concept with the same Japanese term.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Rival)]
pub(crate) struct RivalAnswer {
    /// The other concept.
    concept_id: i64,
    /// Its term.
    term_id: i64,
    /// The term's text.
    text: String,
    /// Whether a person has looked at it.
    #[schema(value_type = ReviewWord)]
    review: Review,
}

/// What to use instead of a term.
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

/// A decision as it is kept.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Decision)]
pub(crate) struct DecisionAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// Its kind.
    #[schema(value_type = DecisionWord)]
    kind: String,
    /// The concept it was about.
    concept_id: i64,
    /// The term it was about.
    term_id: Option<i64>,
    /// In words, what it did.
    summary: String,
    /// Revision it led to.
    revision: i64,
    /// Who decided.
    actor: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// Who took it back.
    undone_by: Option<String>,
    /// When it was taken back.
    #[schema(format = DateTime)]
    undone_at: Option<String>,
}

/// One page of decisions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DecisionPage {
    /// The decisions, newest first.
    pub(crate) decisions: Vec<DecisionAnswer>,
    /// What to give as `before` for the next page; `null` on the last.
    pub(crate) next_before: Option<i64>,
}

/// What became of each decision of a request.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DecisionResults {
    /// In the order of the request.
    pub(crate) results: Vec<DecisionResult>,
}

/// What became of one decision.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DecisionResult {
    /// What became of it.
    pub(crate) outcome: DecidedWord,
    /// The decision as it was kept.
    pub(crate) decision: Option<DecisionAnswer>,
    /// The concept as it is now; `null` where there is none.
    pub(crate) concept: Option<ConceptAnswer>,
    /// The concept a split made.
    pub(crate) made_concept_id: Option<i64>,
    /// Why it was refused: the code.
    pub(crate) code: Option<&'static str>,
    /// Why it was refused, in words.
    pub(crate) detail: Option<String>,
}

/// What was taken back.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct UndoAnswer {
    /// The decision.
    pub(crate) decision: DecisionAnswer,
    /// The concepts concerned, as they are again.
    pub(crate) concepts: Vec<ConceptAnswer>,
}

/// What became of a sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Sheet)]
pub(crate) struct SheetAnswer {
    /// Whether nothing was to be kept.
    dry_run: bool,
    /// Rows that were done, or would be.
    done: usize,
    /// Rows that changed nothing.
    unchanged: usize,
    /// Rows nobody filled in.
    skipped: usize,
    /// Rows whose term has changed since the sheet was made.
    conflicts: usize,
    /// Rows that cannot be done.
    problems: usize,
    /// Every row somebody filled in.
    rows: Vec<RowAnswer>,
}

/// What became of one row of a sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = SheetRow)]
pub(crate) struct RowAnswer {
    /// Its line, from 1.
    line: u64,
    /// The term.
    term_id: Option<i64>,
    /// What became of it.
    #[schema(value_type = RowWord)]
    verdict: RowVerdict,
    /// The code of what stood in the way.
    code: Option<String>,
    /// What stood in the way, and what next.
    message: Option<String>,
    /// Numbers of the decisions it made.
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
            standing: item.standing,
            priority: item.priority,
            releases: item.releases,
            uncertainty: item.uncertainty,
            concept: item.concept.into(),
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
        Self { concept_id: concept_id.get(), term_id: term_id.get(), text, review }
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
            kind: decision.kind,
            concept_id: decision.concept_id.get(),
            term_id: decision.term_id.map(Into::into),
            summary: decision.summary,
            revision: decision.revision.get(),
            actor: decision.actor,
            at: decision.at,
            undone_by: decision.undone_by,
            undone_at: decision.undone_at,
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
            verdict,
            code,
            message,
            decisions: decisions.into_iter().map(Into::into).collect(),
        }
    }
}
