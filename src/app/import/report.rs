//! What became of one imported file: numbers for a table, problems for a reader.

use crate::app::AppError;
use crate::app::ingest::Failure;
use crate::exchange::{FileFormat, RowProblem};

/// How many problems a report lists; all are counted, and an observer is told every one.
pub const LISTED: usize = 1_000;

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStatus {
    /// It was read to its end.
    Finished,
    /// It had been imported before; nothing was done.
    Unchanged,
    /// It cannot be read to its end; all before that is in the memory.
    Broken,
    /// Nothing of it could be read.
    Failed,
}

/// A row that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportProblem {
    /// The line of the file, from 1.
    pub line: u64,
    /// The unit of the file, from 1; 0 before the first.
    pub unit: u64,
    /// The stable name of the kind of problem.
    pub code: &'static str,
    /// What, which, and what next.
    pub message: String,
}

impl From<&RowProblem> for ImportProblem {
    fn from(problem: &RowProblem) -> Self {
        let (line, unit) = (problem.line, problem.unit);
        Self { line, unit, code: problem.code(), message: problem.fault.to_string() }
    }
}

/// What became of one file. Of an import that was gone on with, the numbers are those of the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// Its name.
    pub name: String,
    /// What kind of file it is.
    pub format: Option<FileFormat>,
    /// What became of it.
    pub status: ImportStatus,
    /// Pairs of texts in the file, usable or not: `added + folded + skipped`.
    pub read: u64,
    /// Pairs that were new to the memory.
    pub added: u64,
    /// Pairs that were there already.
    pub folded: u64,
    /// Pairs that were left out: without translation, or with a problem.
    pub skipped: u64,
    /// What a person should look at.
    pub problem_count: u64,
    /// The first [`LISTED`] of it.
    pub problems: Vec<ImportProblem>,
    /// Pairs that an import that was broken off had brought to an end before.
    pub resumed_from: u64,
    /// When it was imported before, RFC 3339, where nothing was done.
    pub imported_at: Option<String>,
    /// Why it failed or broke off.
    pub error: Option<Failure>,
}

impl ImportReport {
    /// A report with nothing in it yet.
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            format: None,
            status: ImportStatus::Finished,
            read: 0,
            added: 0,
            folded: 0,
            skipped: 0,
            problem_count: 0,
            problems: Vec::new(),
            resumed_from: 0,
            imported_at: None,
            error: None,
        }
    }

    /// A file of which nothing could be read.
    pub(super) fn failed(name: &str, code: &str, message: String) -> Self {
        let error = Some(Failure { code: code.to_owned(), message });
        Self { status: ImportStatus::Failed, error, ..Self::new(name) }
    }

    /// A file that could not be opened.
    pub(super) fn refused(name: &str, error: &AppError) -> Self {
        Self::failed(name, error.code(), error.to_string())
    }

    /// Counts a problem and keeps it while there is room.
    pub(super) fn problem(&mut self, problem: &RowProblem) {
        self.problem_count += 1;
        if self.problems.len() < LISTED {
            self.problems.push(problem.into());
        }
    }

    /// The format, once it is known.
    pub(super) fn format(&mut self, format: FileFormat) {
        self.format = Some(format);
    }
}

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file read and kept.
    pub bytes: u64,
    /// Bytes of the file.
    pub size: u64,
    /// Pairs read so far.
    pub read: u64,
}

/// What an observer of an import is told.
#[derive(Debug, Clone, Copy)]
pub enum ImportEvent<'a> {
    /// Everything up to here is on disk.
    Progress(Progress),
    /// A row could not be used.
    Problem(&'a RowProblem),
}
