//! Imports a review sheet: carries out the decisions of each row in one transaction and reports on every row.

use super::row::{decisions, is_filled, numbers};
use crate::app::access::Caller;
use crate::app::review::Basis;
use crate::app::{AppError, Service};
use crate::exchange::review_sheet::{Row, is_workbook, read, read_workbook};
use crate::model::{Concept, DecisionId, Revision, Term, TermId};

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowVerdict {
    /// Carried out; in a dry run, it would be.
    Done,
    /// There was nothing to change.
    Unchanged,
    /// Nothing was filled in.
    Skipped,
    /// The term has changed since the sheet was exported; nothing was done.
    Conflict,
    /// It cannot be carried out; nothing was done.
    Problem,
}

/// The outcome of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowOutcome {
    /// Its line in the sheet, from 1.
    pub line: u64,
    /// The term, if the row has one.
    pub term_id: Option<TermId>,
    /// The Japanese of the row.
    pub japanese: String,
    /// The English of the row.
    pub english: String,
    /// What happened to it.
    pub verdict: RowVerdict,
    /// The code of the problem.
    pub code: Option<String>,
    /// What the problem is, and what to do.
    pub message: Option<String>,
    /// The stored decisions.
    pub decisions: Vec<DecisionId>,
}

/// The outcome of importing a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetReport {
    /// Whether this was a dry run.
    pub dry_run: bool,
    /// Rows carried out.
    pub done: usize,
    /// Rows with nothing to change.
    pub unchanged: usize,
    /// Rows that were not filled in.
    pub skipped: usize,
    /// Rows whose term has changed since the export.
    pub conflicts: usize,
    /// Rows that cannot be carried out.
    pub problems: usize,
    /// All rows that were filled in, in the order of the sheet.
    pub rows: Vec<RowOutcome>,
}

impl Service {
    /// Carries out the decisions in a sheet, each row completely or not at all. Detects the encoding and the delimiter
    /// the spreadsheet program used. Importing the same sheet again changes nothing.
    ///
    /// Terms of projects that the caller may not see are not found.
    ///
    /// # Errors
    /// `undecodable_text`, `invalid_request` for a file that is not a review sheet; database errors.
    pub async fn import_sheet(
        &self,
        caller: &Caller,
        bytes: &[u8],
        actor: &str,
        dry_run: bool,
        now: &str,
    ) -> Result<SheetReport, AppError> {
        let rows = if is_workbook(bytes) { read_workbook(bytes) } else { read(&crate::read::text(bytes)?) };
        let rows = rows.map_err(|error| AppError::InvalidRequest { field: "sheet", problem: error.to_string() })?;
        let mut report =
            SheetReport { dry_run, done: 0, unchanged: 0, skipped: 0, conflicts: 0, problems: 0, rows: Vec::new() };
        // Revisions created by this import: its own changes are not conflicts.
        let mut own: Vec<(Revision, Revision)> = Vec::new();
        for (line, row) in rows {
            if !is_filled(&row) {
                report.skipped += 1;
                continue;
            }
            let outcome = self.import_row(caller, (line, &row), actor, dry_run, now, &mut own).await?;
            match outcome.verdict {
                RowVerdict::Done => report.done += 1,
                RowVerdict::Unchanged => report.unchanged += 1,
                RowVerdict::Skipped => report.skipped += 1,
                RowVerdict::Conflict => report.conflicts += 1,
                RowVerdict::Problem => report.problems += 1,
            }
            report.rows.push(outcome);
        }
        Ok(report)
    }

    async fn import_row(
        &self,
        caller: &Caller,
        (line, row): (u64, &Row),
        actor: &str,
        dry_run: bool,
        now: &str,
        own: &mut Vec<(Revision, Revision)>,
    ) -> Result<RowOutcome, AppError> {
        let mut outcome = RowOutcome {
            line,
            term_id: None,
            japanese: row.get("japanese").to_owned(),
            english: row.get("english").to_owned(),
            verdict: RowVerdict::Done,
            code: None,
            message: None,
            decisions: Vec::new(),
        };
        let (term, seen) = match numbers(row) {
            Ok(numbers) => numbers,
            Err(problem) => return Ok(outcome.refused("invalid_request", problem)),
        };
        outcome.term_id = Some(term);
        let done = async {
            self.check_visible(caller, term).await?;
            let (_, revision) = self.store().concept_of_term(term).await?;
            let seen = if own.iter().any(|(from, to)| (*from..=*to).contains(&revision)) { revision } else { seen };
            let before = self.revision().await?;
            let filled = |concept: &Concept, known: &Term| {
                decisions(row, concept, known).map_err(|problem| AppError::InvalidRequest { field: "sheet", problem })
            };
            let decided = self.decide_on(term, filled, Basis::Term(seen), actor, dry_run, now).await?;
            Ok::<_, AppError>((before, decided))
        };
        match done.await {
            Ok((before, decided)) => {
                outcome.decisions = decided.decisions;
                if !decided.any {
                    outcome.verdict = RowVerdict::Unchanged;
                }
                own.extend(decided.revision.map(|revision| (before.next(), revision)));
                Ok(outcome)
            }
            Err(error @ AppError::Store(_)) if error.code() != "not_found" && error.code() != "already_exists" => {
                Err(error)
            }
            Err(AppError::InvalidRequest { problem, .. }) => Ok(outcome.refused("invalid_request", problem)),
            Err(error) => {
                let code = error.code().to_owned();
                Ok(outcome.refused(&code, error.to_string()))
            }
        }
    }
}

impl RowOutcome {
    fn refused(mut self, code: &str, message: String) -> Self {
        self.verdict = if code == "revision_conflict" { RowVerdict::Conflict } else { RowVerdict::Problem };
        (self.code, self.message) = (Some(code.to_owned()), Some(message));
        self
    }
}
