//! A file of translations in, a fuller memory and a report out; a file of terms in, a fuller term base ([`terms`]).
//!
//! A thread reads the file ([`batch`]), each of its batches is one unit of work, and how far the file has come is kept
//! in the same unit of work. Stopped at any moment, what was told is on disk and nothing is there twice; the same
//! import asked for again goes on from there and ends with the same memory. The problems of the part that was kept
//! before are told again, so that a report is always that of the whole file.

mod batch;
mod report;
mod terms;

use std::time::Duration;

use tokio::sync::mpsc;

use super::blocking::blocking;
use super::ingest::{Failure, Input};
use super::{AppError, Service};
use crate::exchange::read::{self, Options};
use crate::model::{Lang, SourceFacts};
use crate::store::{
    ImportState, ImportStep, KeptAs, Merged, NewImport, NewSegment, NewSource, StoreError, StoredImport,
};
use batch::{Batch, ReadJob};

pub use crate::exchange::read::{Columns, RowProblem};
pub(in crate::app) use batch::DRAFT;
pub use terms::{DICTIONARY, METHOD};

pub use report::{ImportEvent, ImportProblem, ImportReport, ImportStatus, LISTED, Progress};

/// Batches that may wait for the store, beside the one that is being read.
const AHEAD: usize = 1;

/// Left between two units of work where one waits already, so that other programs come to their turn.
const PAUSE: Duration = Duration::from_millis(20);

/// How often a turn is waited for anew: others may be importing too.
const TURNS: u32 = 20;

/// How to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOptions {
    /// Name of the project; made where there is none.
    pub project: String,
    /// Whether a person says that the translations are right.
    pub approved: bool,
    /// Whether what nobody says is right waits for review, whatever the file says.
    pub proposed: bool,
    /// The language translated from, where the file does not say.
    pub source_lang: Option<Lang>,
    /// The language translated into, where the file does not say.
    pub target_lang: Option<Lang>,
    /// Whether to read a file again that was imported before.
    pub again: bool,
    /// What is known of a file of terms.
    pub dictionary: DictionaryOptions,
}

/// How to import a dictionary or term base; by itself as its format is usually kept, under the name of its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DictionaryOptions {
    /// What becomes of its entries.
    pub kept: Option<KeptAs>,
    /// What the columns of a table hold.
    pub columns: Option<Columns>,
    /// What the source is called.
    pub name: Option<String>,
    /// Whose it is, where the file does not say or says wrongly.
    pub facts: SourceFacts,
}

impl ImportOptions {
    /// What comes of a file depends on this: with anything else it is another import.
    fn fingerprint(&self) -> String {
        let lang = |lang: &Option<Lang>| lang.as_ref().map(Lang::to_string).unwrap_or_default();
        let (source, target) = (lang(&self.source_lang), lang(&self.target_lang));
        let version = read::VERSION;
        let mut read = format!("reader {version}; approved {}; source {source}; target {target}", self.approved);
        if self.proposed {
            read.push_str("; proposed");
        }
        let DictionaryOptions { kept, columns, name, facts: _ } = &self.dictionary;
        if kept.is_some() || columns.is_some() || name.is_some() {
            read.push_str(&format!("; as {kept:?}; columns {columns:?}; name {name:?}"));
        }
        read
    }
}

impl Service {
    /// Takes the translations of one file into the memory; `observe` is told how far it is and every problem. A file
    /// that cannot be read is a report with its error, not an error.
    ///
    /// # Errors
    /// `import_in_progress` when another program imports the same file; those of the database. What was told before
    /// is kept.
    pub async fn import(
        &self,
        name: &str,
        input: Input,
        options: &ImportOptions,
        now: &str,
        mut observe: impl FnMut(ImportEvent<'_>),
    ) -> Result<ImportReport, AppError> {
        let shown = name.to_owned();
        let hashed = blocking(name, move || {
            let hashed = batch::hash(&input, &shown);
            (input, hashed)
        });
        let (input, hashed) = hashed.await?;
        let (hash, size) = match hashed {
            Ok(hashed) => hashed,
            Err(error) => return Ok(ImportReport::refused(name, &error)),
        };
        let begun = self.begin_import(name, &hash, options, now).await?;
        let mut report = ImportReport::new(name);
        if begun.state == ImportState::Finished {
            (report.status, report.imported_at) = (ImportStatus::Unchanged, Some(begun.updated_at));
            (report.read, report.added, report.folded) = (begun.done, begun.added, begun.folded);
            report.skipped = begun.done.saturating_sub(begun.added + begun.folded);
            return Ok(report);
        }
        report.resumed_from = begun.done;
        (report.added, report.folded) = (begun.added, begun.folded);
        let work = ReadJob {
            input,
            options: Options {
                name: name.to_owned(),
                source_lang: options.source_lang.clone(),
                target_lang: options.target_lang.clone(),
                columns: options.dictionary.columns.clone(),
            },
            approved: options.approved,
            proposed: options.proposed,
            kept: options.dictionary.kept,
            done: begun.done,
        };
        let (sender, mut batches) = mpsc::channel(AHEAD);
        let reading = tokio::task::spawn_blocking(move || batch::read(&work, &sender));
        let mut ended = false;
        while let Some(batch) = batches.recv().await {
            ended = batch.ends;
            for problem in &batch.problems {
                report.problem(problem);
                observe(ImportEvent::Problem(problem));
            }
            if let Some(format) = batch.format {
                report.format(format);
            }
            let from = report.read;
            report.read += batch.items;
            if !batch.kept_before {
                let merged = self.keep_batch(&begun, (name, options), &batch, from, now).await?;
                report.added += merged.added;
                report.folded += merged.folded;
            }
            if let Some(broken) = &batch.broken {
                observe(ImportEvent::Problem(broken));
                let kept = report.added + report.folded > 0 || report.read > 0;
                report.status = if kept { ImportStatus::Broken } else { ImportStatus::Failed };
                report.error = Some(Failure { code: broken.code().to_owned(), message: broken.to_string() });
            }
            observe(ImportEvent::Progress(Progress { bytes: batch.taken, size, read: report.read }));
            if !batches.is_empty() {
                tokio::time::sleep(PAUSE).await;
            }
        }
        reading.await.map_err(|_| AppError::Stopped { name: name.to_owned() })?;
        if !ended {
            return Err(AppError::Stopped { name: name.to_owned() });
        }
        report.skipped = report.read.saturating_sub(report.added + report.folded);
        Ok(report)
    }

    /// The import of these bytes: a new one, or where it stands.
    async fn begin_import(
        &self,
        name: &str,
        hash: &str,
        options: &ImportOptions,
        now: &str,
    ) -> Result<StoredImport, AppError> {
        let read_like = options.fingerprint();
        let mut write = self.turn(now).await?;
        let project = write.ensure_project(&options.project).await?;
        let new = NewImport { project, name, content_hash: hash, options: &read_like };
        let mut begun = write.ensure_import(&new).await?;
        if options.again && begun.state != ImportState::Running {
            write.restart_import(begun.id).await?;
            begun = write.ensure_import(&new).await?;
        }
        let dictionary = &options.dictionary;
        if dictionary.facts != SourceFacts::default() {
            // A file that was imported before is left alone, but what is said of it now counts.
            let called = dictionary.name.as_deref().unwrap_or(name);
            write.describe_source(project, called, &dictionary.facts).await?;
        }
        write.commit().await?;
        Ok(begun)
    }

    /// Keeps a batch whose first item is number `from` of the file, counted from 0.
    async fn keep_batch(
        &self,
        import: &StoredImport,
        (name, options): (&str, &ImportOptions),
        batch: &Batch,
        from: u64,
        now: &str,
    ) -> Result<Merged, AppError> {
        let segments: Vec<NewSegment<'_>> = batch.rows.iter().map(|row| row.as_new(name)).collect();
        let state = match (batch.ends, &batch.broken) {
            (_, Some(_)) => ImportState::Broken,
            (true, None) => ImportState::Finished,
            (false, None) => ImportState::Running,
        };
        let mut write = self.turn(now).await?;
        let mut merged = write.merge_segments(import.project_id, &segments).await?;
        if let Some(format) = batch.format.filter(|format| format.holds_terms() && !batch.terms.is_empty()) {
            let dictionary = &options.dictionary;
            let new = NewSource {
                project: import.project_id,
                name: dictionary.name.as_deref().unwrap_or(name),
                format: format.name(),
                kept: dictionary.kept.unwrap_or_else(|| terms::usually_kept(format)),
                facts: &dictionary.facts.clone().or(batch.facts.clone()),
            };
            let (kept, source) = self.keep_terms(&mut write, &new, &batch.terms).await?;
            write.tie_import(import.id, source).await?;
            merged = kept;
        }
        let step = ImportStep { from, to: from + batch.items, merged, state };
        if !write.advance_import(import.id, &step).await? {
            write.rollback();
            return Err(AppError::ImportInProgress { name: name.to_owned() });
        }
        write.commit().await?;
        Ok(merged)
    }

    /// A unit of work, waited for as long as others that import may need.
    async fn turn(&self, now: &str) -> Result<crate::store::Write, AppError> {
        let mut tried = 1;
        loop {
            match self.store().write("import", now).await {
                Err(StoreError::Busy(_)) if tried < TURNS => tried += 1,
                turn => return Ok(turn?),
            }
        }
    }
}
