//! The bytes of a sheet in, each row's decisions kept as one unit of work, a verdict for each row out.

use super::row::{acts, is_filled, numbers};
use crate::app::access::Caller;
use crate::app::review::Basis;
use crate::app::{AppError, Service};
use crate::exchange::review_sheet::{Row, read};
use crate::model::{DecisionId, Revision, TermId};

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowVerdict {
    /// It was done; in a dry run, it would be.
    Done,
    /// Everything was so already.
    Unchanged,
    /// Nobody wrote anything into it.
    Skipped,
    /// What it decides on has changed since the sheet was exported; nothing was done.
    Conflict,
    /// It cannot be done; nothing was.
    Problem,
}

/// What became of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowOutcome {
    /// Its line in the sheet, from 1.
    pub line: u64,
    /// The term, where the row names one.
    pub term_id: Option<TermId>,
    /// The Japanese and the English of the row.
    pub japanese: String,
    /// The English.
    pub english: String,
    /// What became of it.
    pub verdict: RowVerdict,
    /// The code and the words of what stood in the way.
    pub code: Option<String>,
    /// What, and what next.
    pub message: Option<String>,
    /// The decisions it made.
    pub decisions: Vec<DecisionId>,
}

/// What became of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetReport {
    /// Whether nothing was to be kept.
    pub dry_run: bool,
    /// Rows that were done.
    pub done: usize,
    /// Rows that changed nothing.
    pub unchanged: usize,
    /// Rows nobody filled in.
    pub skipped: usize,
    /// Rows whose term has changed since.
    pub conflicts: usize,
    /// Rows that cannot be done.
    pub problems: usize,
    /// Every row somebody filled in, in the order of the sheet.
    pub rows: Vec<RowOutcome>,
}

impl Service {
    /// Does what the rows of a sheet say, each row all or nothing, in the encoding and with the delimiter a spreadsheet
    /// wrote it. The same sheet again changes nothing.
    ///
    /// # Errors
    /// `undecodable_text`, `invalid_request` for what is no sheet; those of the database.
    pub async fn import_sheet(
        &self,
        bytes: &[u8],
        actor: &str,
        dry_run: bool,
        now: &str,
    ) -> Result<SheetReport, AppError> {
        self.import_sheet_as(&Caller::local(), bytes, actor, dry_run, now).await
    }

    /// The same for somebody who may see some projects only: terms of others are not there.
    ///
    /// # Errors
    /// As [`Service::import_sheet`].
    pub async fn import_sheet_as(
        &self,
        caller: &Caller,
        bytes: &[u8],
        actor: &str,
        dry_run: bool,
        now: &str,
    ) -> Result<SheetReport, AppError> {
        let text = crate::read::text(bytes)?;
        let rows =
            read(&text).map_err(|error| AppError::InvalidRequest { field: "sheet", problem: error.to_string() })?;
        let mut report =
            SheetReport { dry_run, done: 0, unchanged: 0, skipped: 0, conflicts: 0, problems: 0, rows: Vec::new() };
        // Revisions this very import led to: what it did itself is no conflict.
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
            self.within(caller, term).await?;
            let (concept, revision) = self.store().concept_of_term(term).await?;
            let seen = if own.iter().any(|(from, to)| (*from..=*to).contains(&revision)) { revision } else { seen };
            let concept = self.concept(concept).await?;
            let Some(known) = concept.terms.iter().find(|one| one.id == term) else {
                return Err(AppError::NotFound { what: "term", name: term.to_string() });
            };
            let acts =
                acts(row, &concept, known).map_err(|problem| AppError::InvalidRequest { field: "sheet", problem })?;
            let before = self.revision().await?;
            let decided = self.decide_all(&acts, Basis::Term(seen), actor, dry_run, now).await?;
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
