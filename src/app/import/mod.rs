//! Imports files of translations into the memory, and files of terms into the term base ([`terms`]).
//!
//! A thread reads the file ([`batch`]). Each batch is stored in one transaction, together with how far the import has
//! come. If interrupted, everything reported is on disk and nothing is stored twice; running the same import again
//! continues from there and ends with the same result. Problems in the part that was stored before are reported again,
//! so that a report always covers the whole file.

mod batch;
mod report;
mod terms;

use std::time::Duration;

use tokio::sync::mpsc;

use super::blocking::blocking;
use super::ingest::{Failure, Input};
use super::projects::ensure_project;
use super::{AppError, Service};
use crate::exchange::{FileHint, READER_VERSION};
use crate::model::{Lang, SourceFacts};
use crate::store::{
    ImportState, ImportStep, MergeCounts, NewImport, NewSegment, NewSource, SourceUse, StoreError, StoredImport,
};
use batch::{Batch, ReadJob};

pub use crate::exchange::{Columns, FileFormat, RowProblem, TableColumn, format_of_file};
pub(in crate::app) use batch::DRAFT;
pub use terms::DICTIONARY;

pub use report::{ImportEvent, ImportProblem, ImportReport, ImportStatus, LISTED, Progress};

/// Batches waiting to be stored. With the one being read, at most two are ahead of the store.
const AHEAD: usize = 1;

/// Pause between two transactions if another batch is waiting already, so that other processes can write.
const PAUSE: Duration = Duration::from_millis(20);

/// How often to wait again for a write transaction: other processes may be importing too.
const TURNS: u32 = 20;

/// How to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOptions {
    /// Name of the project, created if it does not exist.
    pub project: String,
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
                let merged = self.store_batch(&begun, (name, options), &batch, from, now).await?;
                report.added += merged.added;
                report.folded += merged.folded;
            }
            if let Some(broken) = &batch.broken {
                observe(ImportEvent::Problem(broken));
                let has_content = report.added + report.folded > 0 || report.read > 0;
                report.status = if has_content { ImportStatus::Broken } else { ImportStatus::Failed };
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
        let new = NewImport { project, name, content_hash: hash, options: &read_like };
        let mut begun = write.ensure_import(&new).await?;
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

    /// Stores a batch whose first item is number `from` of the file, counted from 0.
    async fn store_batch(
        &self,
        import: &StoredImport,
        (name, options): (&str, &ImportOptions),
        batch: &Batch,
        from: u64,
        now: &str,
    ) -> Result<MergeCounts, AppError> {
        let segments: Vec<NewSegment<'_>> = batch.rows.iter().map(|row| row.as_new()).collect();
        let state = match (batch.ends, &batch.broken) {
            (_, Some(_)) => ImportState::Broken,
            (true, None) => ImportState::Finished,
            (false, None) => ImportState::Running,
        };
        let mut write = self.turn(now).await?;
        let mut merged = write.merge_imported_segments(import.project_id, &segments, import.id).await?;
        if let Some(format) = batch.format {
            write.set_import_format(import.id, format.name()).await?;
        }
        let format = batch.format.filter(|_| !batch.terms.is_empty());
        if let Some((format, source_format)) = format.and_then(|format| Some((format, terms::source_format(format)?))) {
            let dictionary = &options.dictionary;
            let new = NewSource {
                project: import.project_id,
                name: dictionary.name.as_deref().unwrap_or(name),
                format: source_format,
                kept: dictionary.kept.unwrap_or_else(|| terms::default_use(format)),
                facts: &dictionary.facts.clone().or(batch.facts.clone()),
            };
            let (counts, source) = self.store_terms(&mut write, &new, &batch.terms).await?;
            write.tie_import(import.id, source).await?;
            merged = MergeCounts { added: merged.added + counts.added, folded: merged.folded + counts.folded };
        }
        let step = ImportStep { from, to: from + batch.items, merged, state };
        if !write.advance_import(import.id, &step).await? {
            write.rollback();
            return Err(AppError::ImportInProgress { name: name.to_owned() });
        }
        write.commit().await?;
        Ok(merged)
    }

    /// Starts a write transaction, waiting as long as other imports may need.
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
