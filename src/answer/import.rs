//! Results of importing a file.

use serde::Serialize;
use utoipa::ToSchema;

use super::problem::FailureAnswer;
use super::words::{FileFormatWord, ImportOutcomeWord};
use crate::app::import::{ImportProblem, ImportReport, OutcomeCounts, TableColumn};
use crate::model::LangPair;

/// What happened to an imported file. After an interrupted import the numbers are those of the whole file.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportReport)]
pub(crate) struct ImportAnswer {
    /// Its file name.
    name: String,
    /// Its format; `null` where it is not known.
    format: Option<FileFormatWord>,
    /// The columns of a table of terms, and what each was read as; empty for other files.
    columns: Vec<ImportColumnAnswer>,
    /// The pairs of languages its translations are in, each once, the first eight; empty for terms, and for a file that was
    /// imported before.
    languages: Vec<ImportLanguages>,
    /// What happened to it.
    outcome: ImportOutcomeWord,
    /// Number of units in the file: `added + folded + skipped`.
    read: u64,
    /// Number of units that were new.
    added: u64,
    /// Number of units that were there already.
    folded: u64,
    /// Number of units left out: without translation, or with a problem.
    skipped: u64,
    /// Number of problems.
    problem_count: u64,
    /// The first 1,000 problems.
    problems: Vec<ImportProblemAnswer>,
    /// How many rows had which outcome.
    outcomes: ImportOutcomesAnswer,
    /// Number of the import; `null` for a plan, or if nothing could be read.
    import: Option<i64>,
    /// Number of units an interrupted import had finished before.
    resumed_from: u64,
    /// When it was imported before, where nothing was done.
    #[schema(format = DateTime)]
    imported_at: Option<String>,
    /// Why it failed or broke off.
    error: Option<FailureAnswer>,
}

/// How many rows had which outcome.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = ImportOutcomes)]
pub(crate) struct ImportOutcomesAnswer {
    /// New concepts, segments or entries.
    added: u64,
    /// Rows that say something else of what their source, or the memory, has already.
    changed: u64,
    /// Rows that join a concept.
    merged: u64,
    /// Rows that disagree with a concept, a decision or an earlier row.
    in_conflict: u64,
    /// Rows that are not used.
    refused: u64,
    /// Rows that say nothing new.
    unchanged: u64,
}

impl From<OutcomeCounts> for ImportOutcomesAnswer {
    fn from(counts: OutcomeCounts) -> Self {
        let OutcomeCounts { added, changed, merged, in_conflict, refused, unchanged } = counts;
        Self { added, changed, merged, in_conflict, refused, unchanged }
    }
}

/// A column of an imported table.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportColumn)]
pub(crate) struct ImportColumnAnswer {
    /// Its number, from 1.
    number: usize,
    /// Its name in the first row; empty where there is none.
    name: String,
    /// What it was read as, in the words of `--map`; `null` if it was left out.
    content: Option<String>,
}

/// The languages of translations in an imported file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ImportLanguages {
    /// Language of the source texts (BCP 47).
    source_lang: String,
    /// Language of the translations (BCP 47).
    target_lang: String,
}

impl From<&LangPair> for ImportLanguages {
    fn from(pair: &LangPair) -> Self {
        Self { source_lang: pair.source.to_string(), target_lang: pair.target.to_string() }
    }
}

/// A row or unit that could not be used, or that a person should look at.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportProblem)]
pub(crate) struct ImportProblemAnswer {
    /// Line of the file, from 1.
    line: u64,
    /// Where in that line, from 1: the column of a table, or the character of another file; `null` if that is not known.
    column: Option<u64>,
    /// Unit of the file, from 1; 0 before the first.
    unit: u64,
    /// Stable code of the kind of problem.
    code: String,
    /// What is wrong, and what to do.
    message: String,
}

impl From<&ImportReport> for ImportAnswer {
    fn from(report: &ImportReport) -> Self {
        Self {
            name: report.name.clone(),
            format: report.format.map(Into::into),
            columns: report.columns.iter().map(Into::into).collect(),
            languages: report.languages.iter().map(ImportLanguages::from).collect(),
            outcome: report.status.into(),
            read: report.read,
            added: report.added,
            folded: report.folded,
            skipped: report.skipped,
            problem_count: report.problem_count,
            problems: report.problems.iter().map(Into::into).collect(),
            outcomes: report.outcomes.into(),
            import: report.import.map(crate::model::ImportId::get),
            resumed_from: report.resumed_from,
            imported_at: report.imported_at.clone(),
            error: report.error.clone().map(Into::into),
        }
    }
}

impl From<&TableColumn> for ImportColumnAnswer {
    fn from(column: &TableColumn) -> Self {
        let TableColumn { number, name, content } = column.clone();
        Self { number, name, content: content.map(str::to_owned) }
    }
}

impl From<&ImportProblem> for ImportProblemAnswer {
    fn from(problem: &ImportProblem) -> Self {
        let ImportProblem { line, column, unit, code, message } = problem.clone();
        Self { line, column, unit, code: code.to_owned(), message }
    }
}
