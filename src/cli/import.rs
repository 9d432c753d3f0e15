//! `import FILE..`: files of translations or of terms in, a table of what became of each out, problems with their lines below it.

use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::Import;
use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::ImportAnswer;
use crate::app::import::{
    Columns, DictionaryOptions, ImportEvent, ImportOptions, ImportReport, ImportStatus, RowProblem, UnitFormat,
};
use crate::app::ingest::Input;
use crate::app::sources::KeptAs;
use crate::app::{AppError, Service, clock};
use crate::model::{Lang, SourceFacts};

/// How many problems of a file are shown; `--problems` writes all.
const SHOWN: usize = 20;

pub(super) async fn run(context: &Context, service: &Service, command: &Import) -> Result<Exit, AppError> {
    let options = ImportOptions {
        project: context.config.project.clone(),
        approved: command.approved,
        proposed: false,
        source_lang: language("source-lang", command.source_lang.as_deref())?,
        target_lang: language("target-lang", command.target_lang.as_deref())?,
        again: command.again,
        dictionary: dictionary(command)?,
    };
    let mut problems = command.problems.as_deref().map(Problems::create).transpose()?;
    let mut reports = Vec::with_capacity(command.files.len());
    for path in &command.files {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let (bar, now) = (progress_bar(context, &name), clock::now());
        let imported = service.import(&name, Input::File(path.clone()), &options, &now, |event| match event {
            ImportEvent::Progress(progress) => {
                bar.set_length(progress.size);
                bar.set_position(progress.bytes);
                bar.set_prefix(progress.read.to_string());
            }
            ImportEvent::Problem(problem) => {
                if let Some(problems) = &mut problems {
                    problems.write(&name, problem);
                }
            }
        });
        let report = imported.await?;
        bar.finish_and_clear();
        // Told at once: whoever reads the lines knows what is on disk, whatever happens next.
        if context.json {
            json_line(&ImportAnswer::from(&report))?;
        }
        reports.push(report);
    }
    if let Some(problems) = problems {
        problems.finish()?;
    }
    if !context.json {
        show(context, &reports)?;
    }
    if reports.iter().any(|report| report.added > 0) {
        // So that the first question after it need not wait.
        super::memory::prepare(context, service).await?;
    }
    let spoilt = reports.iter().any(|report| report.problem_count > 0 || report.error.is_some());
    Ok(if spoilt { Exit::SomeFailed } else { Exit::Ok })
}

fn language(field: &'static str, given: Option<&str>) -> Result<Option<Lang>, AppError> {
    let invalid = |error: crate::model::lang::LangError| AppError::InvalidRequest {
        field,
        problem: error.to_string().trim_end_matches('.').to_owned(),
    };
    given.map(|tag| Lang::parse(tag).map_err(invalid)).transpose()
}

/// What is said of a file of terms.
fn dictionary(command: &Import) -> Result<DictionaryOptions, AppError> {
    let columns = command.map.as_deref().map(Columns::parse).transpose();
    Ok(DictionaryOptions {
        kept: command.kept.as_deref().and_then(KeptAs::from_word),
        columns: columns.map_err(|problem| AppError::InvalidRequest { field: "map", problem })?,
        name: command.name.clone(),
        facts: SourceFacts {
            licence: command.licence.clone(),
            attribution: command.attribution.clone(),
            url: command.url.clone(),
        },
    })
}

/// A bar on a terminal; elsewhere one that shows nothing.
fn progress_bar(context: &Context, name: &str) -> ProgressBar {
    if context.quiet || context.json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    let template = "{bytes}/{total_bytes} {wide_bar} {eta} {prefix} pairs {msg:.30}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(table::plain(name));
    bar
}

/// Every problem as a line of tab-separated values.
struct Problems {
    name: String,
    out: BufWriter<File>,
    failed: Option<std::io::Error>,
}

impl Problems {
    fn create(path: &Path) -> Result<Self, AppError> {
        let name = path.display().to_string();
        let file = File::create(path).map_err(|source| AppError::File { name: name.clone(), source })?;
        let mut problems = Self { name, out: BufWriter::new(file), failed: None };
        problems.line(&["file", "line", "unit", "code", "message"]);
        Ok(problems)
    }

    fn write(&mut self, file: &str, problem: &RowProblem) {
        let (line, unit) = (problem.line.to_string(), problem.unit.to_string());
        self.line(&[file, &line, &unit, problem.code(), &problem.fault.to_string()]);
    }

    /// A tab or line end in a cell would be another column or row.
    fn line(&mut self, cells: &[&str]) {
        let line = cells.iter().map(|cell| table::plain(cell)).collect::<Vec<_>>().join("\t");
        if let Err(error) = writeln!(self.out, "{line}") {
            self.failed.get_or_insert(error);
        }
    }

    /// Says what could not be written, at the latest now.
    fn finish(mut self) -> Result<(), AppError> {
        let flushed = self.out.flush();
        let failed = self.failed.map_or(flushed, Err);
        failed.map_err(|source| AppError::File { name: self.name, source })
    }
}

fn show(context: &Context, reports: &[ImportReport]) -> Result<(), AppError> {
    let heads = ["file", "format", "status", "pairs", "added", "folded", "skipped", "problems"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    rows.extend(reports.iter().map(row));
    table::lines(&table::aligned(&rows, &[3, 4, 5, 6, 7]))?;
    let mut err = std::io::stderr().lock();
    for report in reports {
        let name = table::plain(&report.name);
        if let Some(at) = report.imported_at.as_ref().filter(|_| !context.quiet) {
            let _ = writeln!(err, "{name}: imported at {at} already, nothing was done. `--again` reads it once more.");
        }
        if report.resumed_from > 0 && !context.quiet {
            let _ = writeln!(err, "{name}: went on after pair {}.", report.resumed_from);
        }
        let shown = if context.quiet { 0 } else { SHOWN };
        for problem in report.problems.iter().take(shown) {
            let message = table::plain(&problem.message);
            let _ = writeln!(err, "{name}:{}: unit {}: {}: {message}", problem.line, problem.unit, problem.code);
        }
        let more = report.problem_count.saturating_sub(u64::try_from(shown).unwrap_or_default());
        if more > 0 && !context.quiet {
            let _ = writeln!(err, "{name}: and {more} more problems; `--problems FILE` writes them all.");
        }
        if let Some(error) = &report.error {
            let _ = writeln!(err, "{name}: error {}: {}", error.code, table::plain(&error.message));
        }
    }
    Ok(())
}

fn row(report: &ImportReport) -> Vec<String> {
    let status = match report.status {
        ImportStatus::Finished if report.resumed_from > 0 => "resumed",
        ImportStatus::Finished => "finished",
        ImportStatus::Unchanged => "unchanged",
        ImportStatus::Broken => "broken",
        ImportStatus::Failed => "failed",
    };
    let numbers = [report.read, report.added, report.folded, report.skipped, report.problem_count];
    let mut row =
        vec![table::plain(&report.name), report.format.map_or("-", UnitFormat::name).to_owned(), status.to_owned()];
    row.extend(numbers.map(|number| number.to_string()));
    row
}
