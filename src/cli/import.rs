//! `import FILE..`: imports translations into the memory, or dictionaries and term bases; prints a table of the files and the
//! problems in them.

use std::cell::Cell;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::files::DocumentList;
use super::languages::language;
use super::progress::progress_bar;
use super::{Context, files, json_line, plan, table};
use crate::answer::ImportAnswer;
use crate::app::folder::FileKind;
use crate::app::import::{
    Columns, DictionaryOptions, FileFormat, ImportEvent, ImportOptions, ImportReport, ImportStatus, RowProblem,
    TableColumn,
};
use crate::app::ingest::{Input, Submission};
use crate::app::own_files::refuse_own_files;
use crate::app::sources::SourceUse;
use crate::app::{AppError, Service, clock};
use crate::http::end_signal;
use crate::model::{ImportId, Lang, SourceFacts};
use clap::Args;

/// How many problems of a file are printed; `--problems` writes all of them.
const PROBLEMS: usize = 20;

/// What a file from standard input is called.
const STDIN_NAME: &str = "stdin";

/// The arguments of `import`.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// Translations (TMX 1.1 to 1.4, PO, XLIFF, also of Trados Studio and memoQ), terms (TBX, UTX, CSV, TSV, XLSX, ODS, `OmegaT`, EDICT,
    /// `JMdict`), Word documents with tables of either (DOCX), both (JSON Lines), and folders to search for them; `-` reads one
    /// file from standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// You have checked the translations: import them as approved, unless the file marks them as drafts
    #[arg(long)]
    approved: bool,
    /// Source language, where a file does not name it
    #[arg(long, value_name = "LANGUAGE", alias = "source-lang", value_parser = language)]
    from: Option<Lang>,
    /// Target language, where a file does not name it
    #[arg(long, value_name = "LANGUAGE", alias = "target-lang", value_parser = language)]
    into: Option<Lang>,
    /// Read files that were imported before once more
    #[arg(long)]
    again: bool,
    /// Only say what would become of each row, and change nothing
    #[arg(long, alias = "dry-run")]
    plan: bool,
    /// Write every problem, with its file and line, to this file as tab-separated values
    #[arg(long, value_name = "FILE")]
    problems: Option<PathBuf>,
    /// Import terms as `terms` of the project, or as `evidence` that is only looked up [default: evidence for EDICT and
    /// `JMdict`, otherwise terms]
    #[arg(long = "as", value_name = "KIND", value_parser = ["terms", "evidence"])]
    kept: Option<String>,
    /// Columns of a table, by number or name: `ja=1,en=3,reading=読み`
    #[arg(long, value_name = "COLUMNS")]
    map: Option<String>,
    /// Name of the dictionary or term base [default: the file's name]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Its licence, where the file does not state it
    #[arg(long, value_name = "TEXT")]
    licence: Option<String>,
    /// Its author or owner, where the file does not state it
    #[arg(long, value_name = "TEXT")]
    attribution: Option<String>,
    /// Where it was published
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

impl Import {
    /// Whether it only says what an import would do.
    pub(super) fn plans(&self) -> bool {
        self.plan
    }
}

pub(super) async fn run(context: &Context, service: &Service, command: &Import) -> Result<Exit, AppError> {
    let options = ImportOptions {
        project: context.config.project.clone(),
        actor: context.config.actor.clone(),
        approved: command.approved,
        proposed: false,
        source_lang: command.from.clone(),
        target_lang: command.into.clone(),
        again: command.again,
        dictionary: dictionary(command)?,
    };
    let list = files::documents(&command.files, FileKind::Imports, STDIN_NAME, None)?;
    if list.documents.is_empty() {
        files::report_skipped(context, &list.skipped)?;
        let paths = command.files.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join("`, `");
        return Err(AppError::NothingToRead {
            what: "file to import",
            places: paths,
            kinds: "TMX, PO, XLIFF, TBX, UTX, CSV, TSV, XLSX, ODS, DOCX, JSON Lines, EDICT, JMdict",
        });
    }
    if command.plan {
        return plan::run(context, service, &options, list).await;
    }
    if list.documents.iter().any(|file| !matches!(&file.input, Input::File(path) if !path.exists())) {
        context.with_project(service, async || import(context, service, command, &options, list).await).await
    } else {
        import(context, service, command, &options, list).await
    }
}

async fn import(
    context: &Context,
    service: &Service,
    command: &Import,
    options: &ImportOptions,
    DocumentList { documents, skipped }: DocumentList,
) -> Result<Exit, AppError> {
    if let Some(path) = &command.problems {
        refuse_own_files(&context.config.database, path, "problems")?;
    }
    let mut problems = command.problems.as_deref().map(Problems::create).transpose()?;
    let mut reports = Vec::with_capacity(documents.len());
    for Submission { name, input, .. } in documents {
        let (bar, now, begun) = (progress_bar(context, &name), clock::now(), Cell::new(None));
        let imported = service.import(&name, input, options, &now, |event| match event {
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
            ImportEvent::Begun(id) => begun.set(Some(id)),
            ImportEvent::Row(_) => {}
        });
        let imported = tokio::select! {
            imported = imported => Some(imported),
            () = end_signal() => None,
        };
        let Some(imported) = imported else {
            bar.finish_and_clear();
            if let Some(problems) = problems {
                problems.finish()?;
            }
            if !context.json && !reports.is_empty() {
                print_reports(context, &reports)?;
            }
            return stopped(context, service, &name, begun.get()).await;
        };
        let report = imported.map_err(|error| named(&name, error))?;
        bar.finish_and_clear();
        // Printed at once: a line means that the file is in the database, whatever happens next.
        if context.json {
            json_line(&ImportAnswer::from(&report))?;
        }
        reports.push(report);
    }
    if let Some(problems) = problems {
        problems.finish()?;
    }
    if !context.json {
        print_reports(context, &reports)?;
    }
    let is_unreadable = files::report_skipped(context, &skipped)?;
    if reports.iter().any(|report| report.added > 0) {
        // So that the first search does not have to wait for the index.
        tokio::select! {
            prepared = super::memory::prepare(context, service) => prepared?,
            () = end_signal() => {}
        }
    }
    let incomplete = reports.iter().any(|report| report.problem_count > report.doubt_count || report.error.is_some());
    Ok(if incomplete || is_unreadable { Exit::SomeFailed } else { Exit::Ok })
}

/// What becomes of an import that is stopped: without anything stored it leaves no trace, otherwise it can be gone on with.
async fn stopped(context: &Context, service: &Service, name: &str, begun: Option<ImportId>) -> Result<Exit, AppError> {
    let mut err = std::io::stderr();
    let stored = match begun {
        Some(id) => service.import_of_number(id).await?.done,
        None => 0,
    };
    let name = table::plain(name);
    let _ = match begun.filter(|_| stored > 0) {
        Some(id) => writeln!(
            err,
            "Stopped. {stored} units of `{name}` are stored and not used yet: import the file again to go on, or take them out with `taiyaku imports undo {id}`."
        ),
        None => writeln!(err, "Stopped. Nothing of `{name}` was imported."),
    };
    if let Some(id) = begun.filter(|_| stored == 0) {
        service.undo_import(id, &context.config.actor, &clock::now()).await?;
    }
    Ok(Exit::SomeFailed)
}

/// An error of the base with the file it happened to; other errors name their file.
fn named(name: &str, error: AppError) -> AppError {
    match error {
        AppError::Store(_) => AppError::Document { name: name.to_owned(), source: Box::new(error) },
        other => other,
    }
}

/// The options for dictionaries and term bases.
fn dictionary(command: &Import) -> Result<DictionaryOptions, AppError> {
    let columns = command.map.as_deref().map(Columns::parse).transpose();
    Ok(DictionaryOptions {
        kept: command.kept.as_deref().and_then(SourceUse::from_word),
        columns: columns.map_err(|problem| AppError::InvalidRequest { field: "map", problem })?,
        name: command.name.clone(),
        facts: SourceFacts {
            licence: command.licence.clone(),
            attribution: command.attribution.clone(),
            url: command.url.clone(),
        },
    })
}

/// Writes every problem as a line of tab-separated values.
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
        problems.line(&["file", "line", "column", "unit", "code", "message"]);
        Ok(problems)
    }

    fn write(&mut self, file: &str, problem: &RowProblem) {
        let (line, unit) = (problem.line.to_string(), problem.unit.to_string());
        let column = problem.column().map(|column| column.to_string()).unwrap_or_default();
        self.line(&[file, &line, &column, &unit, problem.code(), &problem.fault.to_string()]);
    }

    /// Replaces tabs and line ends in cells, which would make new columns or rows.
    fn line(&mut self, cells: &[&str]) {
        let line = cells.iter().map(|cell| table::plain(cell)).collect::<Vec<_>>().join("\t");
        if let Err(error) = writeln!(self.out, "{line}") {
            self.failed.get_or_insert(error);
        }
    }

    /// Returns the first error of writing.
    fn finish(mut self) -> Result<(), AppError> {
        let flushed = self.out.flush();
        let failed = self.failed.map_or(flushed, Err);
        failed.map_err(|source| AppError::File { name: self.name, source })
    }
}

fn print_reports(context: &Context, reports: &[ImportReport]) -> Result<(), AppError> {
    let languages = reports.iter().filter(|report| !report.languages.is_empty()).map(|report| {
        let pairs: Vec<String> =
            report.languages.iter().map(|pair| format!("{} to {}", pair.source, pair.target)).collect();
        format!("{}: {}", table::plain(&report.name), pairs.join(", "))
    });
    table::lines(&languages.collect::<Vec<_>>())?;
    let heads = ["file", "format", "status", "pairs", "added", "folded", "skipped", "problems"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    rows.extend(reports.iter().map(row));
    table::lines(&table::aligned(&rows, &[3, 4, 5, 6, 7], &[1, 2]))?;
    let mut err = std::io::stderr().lock();
    for report in reports {
        let name = table::plain(&report.name);
        if let Some(at) = report.imported_at.as_ref().filter(|_| !context.quiet) {
            let _ =
                writeln!(err, "{name}: already imported at {at}, nothing to do. Use `--again` to read it once more.");
        }
        if report.resumed_from > 0 && !context.quiet {
            let _ = writeln!(err, "{name}: resumed after pair {}.", report.resumed_from);
        }
        let left_out: Vec<String> =
            report.columns.iter().filter(|column| column.content.is_none()).map(column).collect();
        if !left_out.is_empty() && !context.quiet {
            let columns = left_out.join(", ");
            let _ = writeln!(err, "{name}: left out {columns}: what is in there is not known. `--map` can say it.");
        }
        let printed = if context.quiet { 0 } else { PROBLEMS };
        for problem in report.problems.iter().take(printed) {
            let message = table::plain(&problem.message);
            let _ = writeln!(err, "{name}:{}: unit {}: {}: {message}", problem.line, problem.unit, problem.code);
        }
        let more = report.problem_count.saturating_sub(u64::try_from(printed).unwrap_or_default());
        if more > 0 && !context.quiet {
            let _ = writeln!(
                err,
                "{name}: {} not listed here; `--problems FILE` writes all of them.",
                table::counted(more, "problem")
            );
        }
        if let Some(error) = &report.error {
            let _ = writeln!(err, "{name}: error {}: {}", error.code, table::plain(&error.message));
        }
    }
    Ok(())
}

/// A column by its number and name.
fn column(column: &TableColumn) -> String {
    match column.name.as_str() {
        "" => format!("column {}", column.number),
        name => format!("column {} `{}`", column.number, table::plain(name)),
    }
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
        vec![table::plain(&report.name), report.format.map_or("-", FileFormat::name).to_owned(), status.to_owned()];
    row.extend(numbers.map(|number| number.to_string()));
    row
}
