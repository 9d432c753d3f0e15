//! Stores the batches of one file: terms in one transaction, a memory in many short ones that are seen together.

use std::time::Instant;

use super::batch::{Batch, Row};
use super::outcome::{Outcome, OutcomeCounts, RowChange, RowOutcome};
use super::placement::SeenConcepts;
use super::turns::{IMPORT, PAUSE, TurnSize};
use super::{ImportOptions, terms};
use crate::app::{AppError, Service};
use crate::exchange::FileFormat;
use crate::store::{ImportState, ImportStep, MergeCounts, NewSegment, NewSource, PairFate, StoredImport, Write};

/// The import of a file under way.
pub(super) struct ImportRun<'a> {
    service: &'a Service,
    import: StoredImport,
    name: &'a str,
    options: &'a ImportOptions,
    now: &'a str,
    /// The transaction of a file of terms.
    whole: Option<Write>,
    format: Option<FileFormat>,
    seen: SeenConcepts,
    merged: MergeCounts,
    outcomes: OutcomeCounts,
    /// Items whose fate is known.
    done: u64,
    /// Segments in the next transaction.
    size: TurnSize,
}

impl<'a> ImportRun<'a> {
    /// Goes on with an import where it stands.
    pub(super) fn new(
        service: &'a Service,
        import: StoredImport,
        name: &'a str,
        options: &'a ImportOptions,
        now: &'a str,
    ) -> Self {
        Self {
            service,
            name,
            options,
            now,
            whole: None,
            format: None,
            seen: SeenConcepts::default(),
            merged: MergeCounts { added: import.added, folded: import.folded },
            outcomes: OutcomeCounts::from_json(&import.outcomes),
            done: import.done,
            size: TurnSize::new(IMPORT),
            import,
        }
    }

    /// What became of the items so far.
    pub(super) fn merged(&self) -> MergeCounts {
        self.merged
    }

    /// How many rows had which outcome so far.
    pub(super) fn outcomes(&self) -> OutcomeCounts {
        self.outcomes
    }

    /// Whether the file holds terms, alone or beside texts.
    pub(super) fn is_of_terms(&self) -> bool {
        self.format.and_then(terms::source_format).is_some()
    }

    /// Stores a batch whose first item is number `from` of the file, counted from 0. Gives the outcome of each row, in order.
    pub(super) async fn store(&mut self, batch: &Batch, from: u64) -> Result<Vec<RowOutcome>, AppError> {
        self.format = self.format.or(batch.format);
        self.done = from;
        let mut outcomes = match self.is_of_terms() {
            true => self.store_terms(batch).await?,
            false => self.store_pairs(batch).await?,
        };
        outcomes.sort_by_key(|outcome| outcome.row);
        Ok(outcomes)
    }

    fn count(&mut self, outcomes: &[RowOutcome], merged: MergeCounts) {
        outcomes.iter().for_each(|outcome| self.outcomes.count(outcome.outcome));
        self.merged.added += merged.added;
        self.merged.folded += merged.folded;
    }

    /// Stores terms in the one transaction of the file, which ends with its last batch.
    async fn store_terms(&mut self, batch: &Batch) -> Result<Vec<RowOutcome>, AppError> {
        let mut write = match self.whole.take() {
            Some(write) => write,
            None => {
                let mut write = self.service.turn(self.now).await?;
                write.store_for(self.import.id).await?;
                write
            }
        };
        let mut outcomes: Vec<RowOutcome> =
            batch.refused.iter().map(|(row, problem)| RowOutcome::unreadable(*row, problem)).collect();
        let mut merged = MergeCounts::default();
        let format = self.format.filter(|_| !batch.terms.is_empty());
        if let Some((format, source_format)) = format.and_then(|format| Some((format, terms::source_format(format)?))) {
            let dictionary = &self.options.dictionary;
            let new = NewSource {
                project: self.import.project_id,
                name: dictionary.name.as_deref().unwrap_or(self.name),
                format: source_format,
                kept: dictionary.kept.unwrap_or_else(|| terms::default_use(format)),
                facts: &dictionary.facts.clone().or(batch.facts.clone()),
            };
            let source;
            (merged, source) =
                self.service.store_terms(&mut write, &new, &batch.terms, &mut self.seen, &mut outcomes).await?;
            write.tie_import(self.import.id, source).await?;
        }
        if !batch.rows.is_empty() {
            // XLIFF holds texts beside its glossary.
            let segments: Vec<NewSegment<'_>> = batch.rows.iter().map(|row| row.as_new()).collect();
            let pairs = write.merge_imported_segments(self.import.project_id, &segments, self.import.id).await?;
            outcomes.extend(batch.rows.iter().zip(pairs.fates).map(|(row, fate)| outcome_of(row, fate)));
            merged.added += pairs.counts.added;
            merged.folded += pairs.counts.folded;
        }
        self.count(&outcomes, merged);
        if batch.broken.is_some() {
            // All or nothing.
            write.rollback();
            self.merged = MergeCounts { added: self.import.added, folded: self.import.folded };
            self.outcomes = OutcomeCounts::from_json(&self.import.outcomes);
            let mut write = self.service.turn(self.now).await?;
            write.break_import(self.import.id).await?;
            write.commit().await?;
            return Ok(outcomes);
        }
        if !batch.ends {
            write.flush_log().await?;
            self.whole = Some(write);
            return Ok(outcomes);
        }
        let merged = MergeCounts {
            added: self.merged.added - self.import.added,
            folded: self.merged.folded - self.import.folded,
        };
        let step =
            ImportStep { from: self.import.done, to: self.done + batch.items, merged, state: ImportState::Finished };
        self.end_step(write, &step).await?;
        Ok(outcomes)
    }

    /// Stores pairs in transactions of their own, each as large as its time allows.
    async fn store_pairs(&mut self, batch: &Batch) -> Result<Vec<RowOutcome>, AppError> {
        let mut outcomes = Vec::with_capacity(batch.rows.len() + batch.refused.len());
        let (mut rows, mut refused) = (batch.rows.as_slice(), batch.refused.as_slice());
        let end = self.done + batch.items;
        loop {
            let (some, rest) = rows.split_at(self.size.rows().min(rows.len()));
            let is_last = rest.is_empty();
            let to = if is_last { end } else { some.last().map_or(end, |row| row.number) };
            let before = refused.partition_point(|(row, _)| is_last || *row <= to);
            let (now, later) = refused.split_at(before);
            let state = match (batch.ends && is_last, &batch.broken) {
                (true, Some(_)) => ImportState::Broken,
                (true, None) => ImportState::Finished,
                (false, _) => ImportState::Running,
            };
            let mut stored: Vec<RowOutcome> =
                now.iter().map(|(row, problem)| RowOutcome::unreadable(*row, problem)).collect();
            self.store_some(some, to, state, &mut stored).await?;
            outcomes.extend(stored);
            (rows, refused) = (rest, later);
            if is_last {
                return Ok(outcomes);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn store_some(
        &mut self,
        rows: &[Row],
        to: u64,
        state: ImportState,
        outcomes: &mut Vec<RowOutcome>,
    ) -> Result<(), AppError> {
        let segments: Vec<NewSegment<'_>> = rows.iter().map(|row| row.as_new()).collect();
        let mut write = self.service.turn(self.now).await?;
        let began = Instant::now();
        if self.import.run.is_none() && self.import.state == ImportState::Running {
            self.import.run = Some(write.begin_run(self.import.id).await?);
        }
        let merged = write.merge_imported_segments(self.import.project_id, &segments, self.import.id).await?;
        outcomes.extend(rows.iter().zip(merged.fates).map(|(row, fate)| outcome_of(row, fate)));
        self.count(outcomes, merged.counts);
        if let Some(format) = self.format {
            write.set_import_format(self.import.id, format.name()).await?;
        }
        let step = ImportStep { from: self.done, to, merged: merged.counts, state };
        self.end_step(write, &step).await?;
        self.done = to;
        self.size.settle(rows.len(), began);
        Ok(())
    }

    /// Commits a transaction, with how far the import has come.
    async fn end_step(&self, mut write: Write, step: &ImportStep) -> Result<(), AppError> {
        write.set_import_outcomes(self.import.id, &self.outcomes.to_json()).await?;
        if let Some(format) = self.format.filter(|_| step.state == ImportState::Finished) {
            write.set_import_format(self.import.id, format.name()).await?;
        }
        if !write.advance_import(self.import.id, step).await? {
            write.rollback();
            return Err(AppError::ImportInProgress { name: self.name.to_owned() });
        }
        if step.state != ImportState::Running {
            write.show_import(self.import.id).await?;
        }
        write.commit().await?;
        Ok(())
    }
}

/// The outcome of a pair of texts.
fn outcome_of(row: &Row, fate: PairFate) -> RowOutcome {
    let of = |outcome| RowOutcome::new(row.number, row.line, outcome, row.text());
    match fate {
        PairFate::Added => of(Outcome::Added),
        PairFate::Unchanged => of(Outcome::Unchanged),
        PairFate::Changed(what) => {
            let changes = what.into_iter().map(|what| match what {
                "review" => RowChange::Review,
                "confidence" => RowChange::Confidence,
                _ => RowChange::Provenance,
            });
            RowOutcome { changes: changes.collect(), ..of(Outcome::Changed) }
        }
        PairFate::Rejected => {
            let said = "A person rejected this translation, which stands.".to_owned();
            RowOutcome { disagreements: vec![said], ..of(Outcome::InConflict) }
        }
    }
}
