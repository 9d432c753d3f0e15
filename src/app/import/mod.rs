//! Imports files of translations into the memory, and files of terms into the term base ([`terms`]).
//!
//! A thread reads the file ([`batch`]). A file of terms is stored in one transaction. A memory is stored in many short ones, each
//! with how far the import has come ([`run`]), and nobody sees its segments before the last. If interrupted, running the same
//! import again continues from there and ends with the same result. Problems in the part that was stored before are reported
//! again, so that a report always covers the whole file.
//!
//! A plan is the same import in a draft beside the base ([`Service::draft`]), so that it cannot decide otherwise.

mod batch;
mod outcome;
mod placement;
mod report;
mod row;
mod run;
mod statements;
mod terms;
mod turns;
mod undo;

use tokio::sync::mpsc;

use super::blocking::blocking;
use super::ingest::{Failure, Input};
use super::projects::ensure_project;
use super::{AppError, Service};
use crate::exchange::{FileHint, READER_VERSION};
use crate::model::{Lang, SourceFacts};
use crate::store::{NewImport, SourceUse, StoreError};
use batch::ReadJob;
use run::ImportRun;

pub use crate::exchange::{Columns, FileFormat, RowProblem, TableColumn, format_of_file};
pub(in crate::app) use batch::DRAFT;
pub use terms::DICTIONARY;

pub use crate::store::{ImportState, StoredImport};
pub use outcome::{MergeRule, Outcome, OutcomeCounts, RowChange, RowOutcome};
pub use undo::ImportUndo;

pub use report::{ImportEvent, ImportProblem, ImportReport, ImportStatus, LISTED, Progress};

/// Batches waiting to be stored. With the one being read, at most two are ahead of the store.
const AHEAD: usize = 1;

/// How often to wait again for a write transaction: other processes may be importing too.
const TURNS: u32 = 20;

/// How to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOptions {
    /// Name of the project, created if it does not exist.
    pub project: String,
    /// By whom, as the list of imports shows it.
    pub actor: String,
    /// Whether the translations count as approved.
    pub approved: bool,
    /// Whether everything waits for review, whatever the file says.
    pub proposed: bool,
    /// The source language, if the file does not say.
    pub source_lang: Option<Lang>,
    /// The target language, if the file does not say.
    pub target_lang: Option<Lang>,
    /// Whether to import a file again that was imported before.
    pub again: bool,
    /// Options for a file of terms.
    pub dictionary: DictionaryOptions,
}

/// How to import a dictionary or term base. The defaults depend on its format; the default name is that of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DictionaryOptions {
    /// Whether its entries become concepts or are only looked up.
    pub kept: Option<SourceUse>,
    /// What the columns of a table contain.
    pub columns: Option<Columns>,
    /// The name of the source.
    pub name: Option<String>,
    /// Owner and licence, if the file does not state them or states them wrongly.
    pub facts: SourceFacts,
}

impl ImportOptions {
    /// Everything the result of an import depends on besides the file. With another fingerprint it is a different
    /// import.
    fn fingerprint(&self) -> String {
        let lang = |lang: &Option<Lang>| lang.as_ref().map(Lang::to_string).unwrap_or_default();
        let (source, target) = (lang(&self.source_lang), lang(&self.target_lang));
        let version = READER_VERSION;
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
    /// Imports one file. `observe` is called with the progress and with every problem. If the file cannot be read, that
    /// is reported in the result and is not an error.
    ///
    /// # Errors
    /// `import_in_progress` if another process is importing the same file; database errors. Everything reported
    /// before that is stored.
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
        if size == 0 {
            return Ok(ImportReport::refused(name, &AppError::EmptyFile { name: name.to_owned() }));
        }
        let begun = self.begin_import(name, &hash, options, now).await?;
        observe(ImportEvent::Begun(begun.id));
        let mut report = ImportReport::new(name);
        (report.import, report.outcomes) = (Some(begun.id), OutcomeCounts::from_json(&begun.outcomes));
        if begun.state == ImportState::Finished {
            (report.status, report.imported_at) = (ImportStatus::Unchanged, Some(begun.updated_at));
            (report.read, report.added, report.folded) = (begun.done, begun.added, begun.folded);
            report.skipped = begun.done.saturating_sub(begun.added + begun.folded);
            report.outcomes = OutcomeCounts { unchanged: begun.done, ..OutcomeCounts::default() };
            return Ok(report);
        }
        report.resumed_from = begun.done;
        (report.added, report.folded) = (begun.added, begun.folded);
        let work = ReadJob {
            input,
            hint: FileHint {
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
        let mut run = ImportRun::new(self, begun, name, options, now);
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
            if report.columns.is_empty() {
                report.columns.clone_from(&batch.columns);
            }
            batch.languages.iter().for_each(|pair| report.language_pair(pair));
            let from = report.read;
            report.read += batch.items;
            if !batch.kept_before {
                let outcomes = run.store(&batch, from).await?;
                outcomes.iter().for_each(|outcome| observe(ImportEvent::Row(outcome)));
                (report.added, report.folded) = (run.merged().added, run.merged().folded);
                report.outcomes = run.outcomes();
            }
            if let Some(broken) = &batch.broken {
                observe(ImportEvent::Problem(broken));
                let has_content = !run.is_of_terms() && (report.added + report.folded > 0 || report.read > 0);
                report.status = if has_content { ImportStatus::Broken } else { ImportStatus::Failed };
                report.error = Some(Failure { code: broken.code().to_owned(), message: broken.to_string() });
            }
            observe(ImportEvent::Progress(Progress { bytes: batch.taken, size, read: report.read }));
        }
        reading.await.map_err(|_| AppError::Stopped { name: name.to_owned() })?;
        if !ended {
            return Err(AppError::Stopped { name: name.to_owned() });
        }
        report.skipped = report.read.saturating_sub(report.added + report.folded);
        if run.is_of_terms() {
            self.index_stored_terms().await;
        }
        Ok(report)
    }

    /// Imports one file into a draft: reports what an import would do, and changes nothing.
    ///
    /// # Errors
    /// As [`Service::import`].
    pub async fn plan_import(
        &self,
        name: &str,
        input: Input,
        options: &ImportOptions,
        now: &str,
        observe: impl FnMut(ImportEvent<'_>),
    ) -> Result<ImportReport, AppError> {
        let draft = self.draft().await?;
        let report = draft.import(name, input, options, now, observe).await;
        draft.store().close().await;
        // The draft's number of the import means nothing.
        report.map(|report| ImportReport { import: None, ..report })
    }

    /// Starts an import of this content, or finds the existing one and how far it has come.
    async fn begin_import(
        &self,
        name: &str,
        hash: &str,
        options: &ImportOptions,
        now: &str,
    ) -> Result<StoredImport, AppError> {
        let read_like = options.fingerprint();
        if let Some(finished) = self.finished_import(hash, &read_like, options).await? {
            return Ok(finished);
        }
        let mut write = self.turn(now).await?;
        let project = ensure_project(&mut write, &options.project).await?;
        let new = NewImport { project, name, content_hash: hash, options: &read_like, actor: &options.actor };
        let mut begun = write.ensure_import(&new).await?;
        if begun.state == ImportState::Undoing {
            // Its undo was broken off, or another program is at it; what it leaves is a base without this file.
            write.rollback();
            self.finish_undo(&begun, now).await?;
            write = self.turn(now).await?;
            begun = write.ensure_import(&new).await?;
        }
        if options.again && begun.state != ImportState::Running {
            write.restart_import(begun.id).await?;
            begun = write.ensure_import(&new).await?;
        }
        let dictionary = &options.dictionary;
        if dictionary.facts != SourceFacts::default() {
            // A file that was imported before is left unchanged, but facts stated about it now are recorded.
            let called = dictionary.name.as_deref().unwrap_or(name);
            write.describe_source(project, called, &dictionary.facts).await?;
        }
        write.commit().await?;
        Ok(begun)
    }

    /// The import of these bytes where it is finished and there is nothing to change, so that nobody's turn is waited
    /// for.
    async fn finished_import(
        &self,
        hash: &str,
        read_like: &str,
        options: &ImportOptions,
    ) -> Result<Option<StoredImport>, AppError> {
        if options.again || options.dictionary.facts != SourceFacts::default() {
            return Ok(None);
        }
        let Some(project) = self.store().project(&options.project).await? else { return Ok(None) };
        let imports = self.store().imports(project.id).await?;
        let same = |import: &StoredImport| import.content_hash == hash && import.options == read_like;
        Ok(imports.into_iter().find(|import| same(import) && import.state == ImportState::Finished))
    }

    /// Starts a write transaction, waiting as long as other imports may need.
    pub(in crate::app) async fn turn(&self, now: &str) -> Result<crate::store::Write, AppError> {
        self.turn_of("import", now).await
    }

    /// Starts a write transaction by `actor`, waiting as long as other imports may need.
    async fn turn_of(&self, actor: &str, now: &str) -> Result<crate::store::Write, AppError> {
        let mut tried = 1;
        loop {
            match self.store().write(actor, now).await {
                Err(StoreError::Busy(_)) if tried < TURNS => tried += 1,
                turn => return Ok(turn?),
            }
        }
    }
}
