//! Examines an installation: database, files, disk, dictionary, PDF engines, and what in the base deserves attention. Changes
//! nothing on disk.

use std::fs;
use std::path::{Path, PathBuf};

use super::health::Readiness;
use super::live::memory::{SavedIndex, saved_indexes};
use super::live::saved_files;
use super::pdf::pdf_options;
use super::private_file::{folder_of, with_ending};
use super::{AppError, Service};
use crate::config::{Config, others_can_read};
use crate::store::{Inspection, Store, StoreError, free_space, is_writable};

/// As users count them.
const MEGABYTE: u64 = 1_000_000;

/// Free space, beside that for a copy of the base, below which a disk is nearly full, in bytes.
const LITTLE_SPACE: u64 = 256 << 20;

/// Size from which a write-ahead log is conspicuous, in bytes. It is cut back to a sixteenth of this.
const LARGE_LOG: u64 = 256 << 20;

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckStatus {
    /// In order.
    Ok,
    /// Everything works, but somebody should look at it.
    Warning,
    /// Something does not work.
    Problem,
}

impl CheckStatus {
    /// The word used in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Problem => "problem",
        }
    }
}

/// One check of an installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstallationCheck {
    /// What is checked.
    pub name: &'static str,
    /// How it ended.
    pub status: CheckStatus,
    /// What was found.
    pub message: String,
    /// What to do; empty if there is nothing to do.
    pub advice: String,
}

/// The checks made so far.
#[derive(Debug, Default)]
struct Report(Vec<InstallationCheck>);

impl Report {
    fn ok(&mut self, name: &'static str, message: impl Into<String>) {
        self.add(name, CheckStatus::Ok, message, "");
    }

    fn add(&mut self, name: &'static str, status: CheckStatus, message: impl Into<String>, advice: impl Into<String>) {
        self.0.push(InstallationCheck { name, status, message: message.into(), advice: advice.into() });
    }

    /// A warning if `count` is not 0; what is counted is said of one and of several.
    fn count(&mut self, name: &'static str, count: u64, (one, several): (&str, &str), advice: &str) {
        match count {
            0 => self.ok(name, "none"),
            1 => self.add(name, CheckStatus::Warning, format!("1 {one}"), advice),
            _ => self.add(name, CheckStatus::Warning, format!("{count} {several}"), advice),
        }
    }
}

/// Examines the installation these settings describe.
///
/// # Errors
/// A background task that stopped.
pub async fn examine(config: &Config) -> Result<Vec<InstallationCheck>, AppError> {
    let mut report = Report::default();
    match &config.file {
        Some(file) => report.ok("configuration", file.display().to_string()),
        None => report.ok("configuration", format!("no file at {}", config.default_file.display())),
    }
    let database = &config.database;
    let opened = match database.try_exists() {
        Ok(false) => None,
        _ => Some(Store::open_read_only(database).await),
    };
    // Whether the base can be used at all; what else is wrong with it can only be said then.
    let is_usable = matches!(opened, Some(Ok(_) | Err(StoreError::Unwritable(_))));
    let store = match opened {
        None if config.has_default_database() => {
            report.ok("database", format!("none yet at {}", database.display()));
            Store::memory().await?
        }
        None => {
            let error = StoreError::Missing { path: database.clone() };
            report.add("database", CheckStatus::Problem, error.to_string(), "Correct `--database` or the setting.");
            Store::memory().await?
        }
        Some(Err(StoreError::Unwritable(_))) => {
            let message = format!("{} was last used by an older version of the program", database.display());
            let advice = "The next command brings it up to date; make a backup first: `taiyaku backup FILE`.";
            report.add("database", CheckStatus::Warning, message, advice);
            Store::memory().await?
        }
        Some(Err(error)) => {
            let advice = format!("See `{}` in docs/ERRORS.md.", error.code());
            report.add("database", CheckStatus::Problem, error.to_string(), advice);
            Store::memory().await?
        }
        Some(Ok(store)) => store,
    };
    let service = Service::over(store, config).await?;
    let readiness = service.readiness().await;
    if service.store().path().is_some() {
        check_database(&mut report, database, &readiness);
        if readiness.ready {
            check_content(&mut report, &service.store().inspect(&service.extractor_version()).await?);
            check_indexes(&mut report, &service).await?;
        }
    }
    check_files(&mut report, config);
    if is_usable && !is_writable(database) {
        let advice = "If the base is to be changed, give yourself permission to write to the file and to its folder.";
        report.add("writing", CheckStatus::Warning, "the base can only be read", advice);
    }
    check_disk(&mut report, database, &readiness);
    check_tools(&mut report, config, &readiness);
    service.store().close().await;
    Ok(report.0)
}

fn check_database(report: &mut Report, database: &Path, readiness: &Readiness) {
    let advice = "Restore a backup, or rescue what is readable with `sqlite3 FILE .recover`.";
    match (&readiness.database, &readiness.database_problem) {
        (Some(health), _) => {
            let message = format!("{}, schema {}, revision {}", database.display(), health.schema, health.revision);
            report.ok("database", message);
            report.ok("integrity", "every page was read and is sound");
        }
        (None, problem) => {
            report.add("integrity", CheckStatus::Problem, problem.clone().unwrap_or_default(), advice);
        }
    }
}

fn check_content(report: &mut Report, inspection: &Inspection) {
    let Inspection {
        dangling_rows,
        empty_concepts,
        unsupported_terms,
        old_releases,
        unfinished_imports,
        unfinished_undos,
    } = *inspection;
    let bug = "The base works, but this should not happen; please report it.";
    let dangling = ("row refers to a row that does not exist", "rows refer to rows that do not exist");
    report.count("references", dangling_rows, dangling, bug);
    let empty = ("concept has no term that is not rejected", "concepts have no term that is not rejected");
    let swept =
        "The base works, and they go when a release is next deleted or read again; if they stay, please report it.";
    report.count("empty concepts", empty_concepts, empty, swept);
    report.count("unsupported terms", unsupported_terms, ("term has no evidence", "terms have no evidence"), bug);
    let again = "Read the files again with `taiyaku ingest`; decisions stay.";
    let old =
        ("release was read by another version or dictionary", "releases were read by another version or dictionary");
    report.count("older releases", old_releases, old, again);
    let resume = "If none is running, import the same files again; each goes on where it stopped.";
    let unfinished = ("import has not come to its end", "imports have not come to their end");
    report.count("unfinished imports", unfinished_imports, unfinished, resume);
    let finish =
        "If none is being undone now, `taiyaku imports undo NUMBER` goes on, and so does a server when it starts.";
    let undone = (
        "import is being undone, or its undo was broken off",
        "imports are being undone, or their undo was broken off",
    );
    report.count("unfinished undos", unfinished_undos, undone, finish);
}

async fn check_indexes(report: &mut Report, service: &Service) -> Result<(), AppError> {
    let indexes = saved_indexes(service.store(), service.words()).await?;
    if indexes.is_empty() {
        report.ok("memory index", "the memory is empty");
    }
    for (lang, index) in indexes {
        match index {
            SavedIndex::Missing => report.ok("memory index", format!("{lang}: built at the next search")),
            SavedIndex::Usable { behind: 0 } => report.ok("memory index", format!("{lang}: current")),
            SavedIndex::Usable { behind: 1 } => {
                report.ok("memory index", format!("{lang}: 1 change behind, added at the next search"));
            }
            SavedIndex::Usable { behind } => {
                report.ok("memory index", format!("{lang}: {behind} changes behind, added at the next search"));
            }
            SavedIndex::Unusable { problem } => {
                let advice = "It is built again at the next search; nothing to do.";
                report.add("memory index", CheckStatus::Warning, format!("{lang}: {problem}"), advice);
            }
        }
    }
    Ok(())
}

/// Who can read the files, and how long the log is.
fn check_files(report: &mut Report, config: &Config) {
    let database = &config.database;
    let mut files: Vec<PathBuf> = ["", "-wal", "-shm"].iter().map(|ending| with_ending(database, ending)).collect();
    files.extend(saved_files(database));
    let exposed: Vec<String> =
        files.iter().filter(|file| others_can_read(file)).map(|file| file.display().to_string()).collect();
    match exposed.as_slice() {
        [] => report.ok("permissions", "only their owner can read the files"),
        _ => {
            let advice = format!("Run `chmod 600 {}`.", exposed.join(" "));
            report.add("permissions", CheckStatus::Warning, format!("others can read {}", exposed.join(", ")), advice);
        }
    }
    let log = fs::metadata(with_ending(database, "-wal")).map_or(0, |log| log.len());
    if log < LARGE_LOG {
        report.ok("log", format!("{} MB", log / MEGABYTE));
    } else {
        let advice = "Stop the programs that have the base open, then start one of them again.";
        report.add(
            "log",
            CheckStatus::Warning,
            format!("{} MB wait to be copied into the database", log / MEGABYTE),
            advice,
        );
    }
}

fn check_disk(report: &mut Report, database: &Path, readiness: &Readiness) {
    let size = readiness.database.as_ref().map_or(0, |health| health.bytes);
    // The folder may not exist yet.
    let free = folder_of(database).ancestors().find_map(free_space);
    match free {
        None => report.ok("disk", "the system does not say how much is free"),
        Some(free) if free >= size + LITTLE_SPACE => report.ok("disk", format!("{} MB are free", free / MEGABYTE)),
        Some(free) => {
            let advice = "Free some disk space; a restore or a migration needs as much as the base.";
            report.add("disk", CheckStatus::Warning, format!("only {} MB are free", free / MEGABYTE), advice);
        }
    }
}

fn check_tools(report: &mut Report, config: &Config, readiness: &Readiness) {
    match &readiness.dictionary_problem {
        None => report.ok("dictionary", format!("{} ({})", config.dictionary.display(), readiness.words)),
        Some(problem) => {
            let advice = "Until then, text is split by script, which is less exact. `./taiyaku-setup dictionary` builds one, too.";
            report.add("dictionary", CheckStatus::Warning, problem.clone(), advice);
        }
    }
    let engines = readiness.pdf_engines.join(", ");
    if readiness.pdf_engines.len() > 1 {
        report.ok("PDF engines", engines);
    } else {
        let advice =
            "Install poppler-utils and poppler-data for `pdftotext`, or name a pdfium library with `--pdfium`.";
        report.add("PDF engines", CheckStatus::Warning, format!("only {engines}"), advice);
    }
    let pdf = pdf_options(config);
    match crate::read::ocr_engine(&pdf.ocr, pdf.pdfium.as_deref()) {
        Ok(engine) => report.ok("OCR", engine),
        // Scanned pages are refused by name, so that this is no fault of the installation.
        Err(advice) => report.ok("OCR", format!("scanned pages are not read. {advice}")),
    }
}
