//! What becomes of the rows of a file, the imports of a base, and what goes when one is undone.

use serde::Serialize;
use utoipa::ToSchema;

use super::import::{ImportAnswer, ImportOutcomesAnswer, ImportProblemAnswer};
use super::problem::FailureAnswer;
use super::review::SheetAnswer;
use super::words::{ImportStateWord, MergeRuleWord, PlannedOutcomeWord, RowChangeWord};
use crate::app::import::{ImportState, ImportUndo, OutcomeCounts, Progress, RowOutcome, StoredImport};

/// What becomes of a row of a file, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportRow)]
pub(crate) struct ImportRowAnswer {
    /// Its number in the file, from 1.
    row: u64,
    /// The line it begins on, from 1.
    line: u64,
    /// Where in that line the reason for its outcome stands, from 1: the column of a table, or the character of another file;
    /// `null` if that is not known.
    column: Option<u64>,
    /// What becomes of it.
    outcome: PlannedOutcomeWord,
    /// The row in one line, shortened; empty if it cannot be read.
    text: String,
    /// By which rule it joins a concept; `null` if it does not.
    rule: Option<MergeRuleWord>,
    /// The concept it joins or disagrees with, if it was there before the import.
    concept: Option<i64>,
    /// The line of an earlier row of the file that it joins or disagrees with.
    with_line: Option<u64>,
    /// What it changes of what is there.
    changes: Vec<RowChangeWord>,
    /// What disagrees, in sentences.
    disagreements: Vec<String>,
    /// Why it is not used: a stable code.
    code: Option<String>,
    /// Why it is not used, and what to do.
    message: Option<String>,
}

impl ImportRowAnswer {
    /// Its number in the file.
    pub(crate) fn number(&self) -> u64 {
        self.row
    }
}

impl From<&RowOutcome> for ImportRowAnswer {
    fn from(row: &RowOutcome) -> Self {
        let RowOutcome {
            row,
            line,
            column,
            outcome,
            text,
            rule,
            concept,
            with_line,
            changes,
            disagreements,
            code,
            message,
        } = row.clone();
        Self {
            row,
            line,
            column,
            outcome: outcome.into(),
            text,
            rule: rule.map(Into::into),
            concept: concept.map(crate::model::ConceptId::get),
            with_line,
            changes: changes.into_iter().map(Into::into).collect(),
            disagreements,
            code: code.map(str::to_owned),
            message,
        }
    }
}

/// What an import would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ImportPlan {
    /// All counts, and what an import would report.
    pub(crate) report: ImportAnswer,
    /// Rows of the file, in order.
    pub(crate) rows: Vec<ImportRowAnswer>,
    /// Value of `after` for more rows; `null` if there are none.
    pub(crate) next_after: Option<u64>,
}

/// What is known at once of a file that was sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "documentation only: the answer is one of the two")]
pub(crate) enum ImportReply {
    /// What an import would do.
    Plan(Box<ImportPlan>),
    /// What became of the rows of a review sheet.
    Sheet(SheetAnswer),
}

/// A row of a plan, with its file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PlannedRow {
    /// The name of the file.
    pub(crate) file: String,
    /// The row.
    #[serde(flatten)]
    pub(crate) row: ImportRowAnswer,
}

/// A file that was imported, or is being imported.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Import)]
pub(crate) struct StoredImportAnswer {
    /// Its number.
    id: i64,
    /// Name of the project.
    project: String,
    /// Name of the file.
    name: String,
    /// Its format; `null` if nothing of it has been read, or it was imported by an older version.
    format: Option<String>,
    /// Who imported it; `null` if it was imported by an older version.
    actor: Option<String>,
    /// How it stands.
    state: ImportStateWord,
    /// When it began.
    #[schema(format = DateTime)]
    started_at: String,
    /// When it last moved.
    #[schema(format = DateTime)]
    updated_at: String,
    /// Number of rows that have been stored or refused.
    done: u64,
    /// How many rows had which outcome; all 0 if it was imported by an older version.
    outcomes: ImportOutcomesAnswer,
}

impl From<StoredImport> for StoredImportAnswer {
    fn from(import: StoredImport) -> Self {
        let outcomes = OutcomeCounts::from_json(&import.outcomes).into();
        let StoredImport { id, project, name, format, actor, state, started_at, updated_at, done, .. } = import;
        Self { id: id.get(), project, name, format, actor, state: state.into(), started_at, updated_at, done, outcomes }
    }
}

/// All imports.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ImportList {
    /// The imports, newest first.
    pub(crate) imports: Vec<StoredImportAnswer>,
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(crate) struct ImportProgress {
    /// Bytes of the file that have been read.
    bytes: u64,
    /// Size of the file in bytes.
    size: u64,
    /// Number of rows that have been read.
    rows: u64,
}

/// An import and how far it has come.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportJob)]
pub(crate) struct ImportJobAnswer {
    /// The import.
    import: StoredImportAnswer,
    /// How far it has come; `null` if this server does not know.
    progress: Option<ImportProgress>,
    /// Number of problems so far; those of an import are known when it has ended.
    problem_count: u64,
    /// The first 1,000 problems.
    problems: Vec<ImportProblemAnswer>,
    /// Why it failed or broke off.
    error: Option<FailureAnswer>,
}

/// What is known of an import beside what the base has: progress, problems with their number, and an error.
#[derive(Debug, Clone, Default)]
pub(crate) struct ImportNews {
    /// Whether it is being carried out here.
    pub(crate) is_running: bool,
    /// How far it has come.
    pub(crate) progress: Option<Progress>,
    /// How many problems there are.
    pub(crate) problem_count: u64,
    /// The first of them.
    pub(crate) problems: Vec<crate::app::import::ImportProblem>,
    /// Why it failed or broke off.
    pub(crate) error: Option<crate::app::ingest::Failure>,
}

impl ImportJobAnswer {
    /// An import with what is known of it beside.
    pub(crate) fn new(mut import: StoredImport, news: ImportNews) -> Self {
        // Who sees it finished does not ask again, so it is finished when all is known of it.
        if news.is_running {
            import.state = ImportState::Running;
        }
        Self {
            import: import.into(),
            progress: news.progress.map(|Progress { bytes, size, read }| ImportProgress { bytes, size, rows: read }),
            problem_count: news.problem_count,
            problems: news.problems.iter().map(Into::into).collect(),
            error: news.error.map(Into::into),
        }
    }
}

/// An import that was undone.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportUndo)]
pub(crate) struct ImportUndoAnswer {
    /// The import as it was.
    import: StoredImportAnswer,
    /// Number of terms removed with it.
    terms: usize,
    /// Number of concepts removed with it.
    concepts: usize,
    /// Number of its terms that stay, because something else supports them or a person decided on them.
    kept_terms: usize,
    /// Number of terms that were there before, of which is back what it had changed.
    restored_terms: u64,
    /// Number of terms that were there before and stay as it left them, because they were changed since.
    changed_terms: u64,
    /// Number of its rows that stay, because another import of the same source had them too.
    shared_rows: u64,
    /// Number of segments removed with it.
    segments: u64,
    /// Number of its segments that stay, because another import brought them too.
    shared_segments: u64,
    /// Number of its segments that stay, because a person decided on them or they were added otherwise too.
    kept_segments: u64,
    /// Number of segments that were there before, of which is back what it had changed.
    restored_segments: u64,
    /// Number of segments that were there before and stay as it left them, because they were changed since.
    changed_segments: u64,
}

impl From<ImportUndo> for ImportUndoAnswer {
    fn from(undo: ImportUndo) -> Self {
        let ImportUndo { import, terms, segments } = undo;
        Self {
            import: import.into(),
            terms: terms.swept.terms.len(),
            concepts: terms.swept.concepts.len(),
            kept_terms: terms.supported.saturating_sub(terms.swept.terms.len()),
            restored_terms: terms.restored,
            changed_terms: terms.changed_since,
            shared_rows: terms.shared_rows,
            segments: segments.removed,
            shared_segments: segments.shared,
            kept_segments: segments.kept,
            restored_segments: segments.restored,
            changed_segments: segments.changed_since,
        }
    }
}
