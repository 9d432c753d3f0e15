//! The report on one imported file: counts and problems.

use super::outcome::{OutcomeCounts, RowOutcome};
use crate::app::AppError;
use crate::app::ingest::Failure;
use crate::exchange::{FileFormat, RowProblem, TableColumn};
use crate::model::{ImportId, LangPair};

/// How many problems a report lists. All are counted, and an observer receives every one.
pub const LISTED: usize = 1_000;

/// How many pairs of languages a report names.
const LANGUAGES: usize = 8;

/// What happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStatus {
    /// It was read to the end.
    Finished,
    /// It had been imported before; nothing was done.
    Unchanged,
    /// It could not be read to the end; everything before that is stored. Of a file of terms nothing is: then it failed.
    Broken,
    /// Nothing of it could be read.
    Failed,
}

/// A row that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportProblem {
    /// The line of the file, from 1.
    pub line: u64,
    /// Where in that line, if that is known: the column of a table, from 1, or the character of another file.
    pub column: Option<u64>,
    /// The unit of the file, from 1; 0 for a problem before the first.
    pub unit: u64,
    /// The stable code of the problem.
    pub code: &'static str,
    /// What happened, and what to do.
    pub message: String,
}

impl From<&RowProblem> for ImportProblem {
    fn from(problem: &RowProblem) -> Self {
        let (line, unit) = (problem.line, problem.unit);
        Self { line, column: problem.column(), unit, code: problem.code(), message: problem.fault.to_string() }
    }
}

/// The report on one file. If an import was resumed, the numbers cover the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// Its name.
    pub name: String,
    /// The format of the file.
    pub format: Option<FileFormat>,
    /// The columns of a table of terms, and what each was read as.
    pub columns: Vec<TableColumn>,
    /// The pairs of languages of its translations, each once, in the order they were met; the first eight.
    pub languages: Vec<LangPair>,
    /// What happened to it.
    pub status: ImportStatus,
    /// Pairs in the file, usable or not: `added + folded + skipped`.
    pub read: u64,
    /// Pairs that were new to the memory.
    pub added: u64,
    /// Pairs that existed already.
    pub folded: u64,
    /// Pairs that were skipped because they have no translation or have a problem.
    pub skipped: u64,
    /// Number of problems.
    pub problem_count: u64,
    /// How many of them are doubts about rows that were imported all the same.
    pub doubt_count: u64,
    /// The first [`LISTED`] problems.
    pub problems: Vec<ImportProblem>,
    /// How many rows had which outcome.
    pub outcomes: OutcomeCounts,
    /// The number of the import; none if nothing of the file could be read.
    pub import: Option<ImportId>,
    /// Pairs stored by an earlier, interrupted import.
    pub resumed_from: u64,
    /// If nothing was done: when it was imported before, RFC 3339.
    pub imported_at: Option<String>,
    /// Why it failed or stopped.
    pub error: Option<Failure>,
}

impl ImportReport {
    /// An empty report.
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            format: None,
            columns: Vec::new(),
            languages: Vec::new(),
            status: ImportStatus::Finished,
            read: 0,
            added: 0,
            folded: 0,
            skipped: 0,
            problem_count: 0,
            doubt_count: 0,
            problems: Vec::new(),
            outcomes: OutcomeCounts::default(),
            import: None,
            resumed_from: 0,
            imported_at: None,
            error: None,
        }
    }

    /// The report on a file of which nothing could be read.
    pub(super) fn failed(name: &str, code: &str, message: String) -> Self {
        let error = Some(Failure { code: code.to_owned(), message });
        Self { status: ImportStatus::Failed, error, ..Self::new(name) }
    }

    /// The report on a file that could not be opened.
    pub(super) fn refused(name: &str, error: &AppError) -> Self {
        Self::failed(name, error.code(), error.to_string())
    }

    /// Counts a problem, and lists it if there is room.
    pub(super) fn problem(&mut self, problem: &RowProblem) {
        self.problem_count += 1;
        self.doubt_count += u64::from(problem.fault.is_doubt());
        if self.problems.len() < LISTED {
            self.problems.push(problem.into());
        }
    }

    /// Adds a pair of languages, unless there are many already.
    pub(super) fn language_pair(&mut self, pair: &LangPair) {
        if self.languages.len() < LANGUAGES && !self.languages.contains(pair) {
            self.languages.push(pair.clone());
        }
    }

    /// The format, once it is known.
    pub(super) fn format(&mut self, format: FileFormat) {
        self.format = Some(format);
    }
}

/// The progress of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file read and stored.
    pub bytes: u64,
    /// Size of the file in bytes.
    pub size: u64,
    /// Pairs read so far.
    pub read: u64,
}

/// An event for the observer of an import.
#[derive(Debug, Clone, Copy)]
pub enum ImportEvent<'a> {
    /// The import has this number.
    Begun(ImportId),
    /// Everything up to here is stored; of a file of terms, it is stored with the end of the file.
    Progress(Progress),
    /// What becomes of a row, in the order of the file. Rows that an interrupted import stored are left out.
    Row(&'a RowOutcome),
    /// A row could not be used.
    Problem(&'a RowProblem),
}
