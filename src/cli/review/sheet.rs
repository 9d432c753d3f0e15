//! `review export` writes open terms to a sheet; `review import` reads the decisions filled in on one.

use std::io::Write;
use std::path::Path;

use super::arguments::Export;
use super::list::query;
use crate::answer::SheetAnswer;
use crate::app::access::Caller;
use crate::app::own_files::refuse_own_files;
use crate::app::review::sheet::{RowVerdict, SheetFormat, SheetReport};
use crate::app::{AppError, Service, clock};
use crate::cli::exit::Exit;
use crate::cli::table::{self, plain};
use crate::cli::{Context, files, json_line};

pub(super) async fn export(context: &Context, service: &Service, options: &Export) -> Result<Exit, AppError> {
    if let Some(path) = &options.out {
        refuse_own_files(&context.config.database, path, "out")?;
        // A person may have filled in decisions on it.
        if !options.force && std::fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() > 0) {
            return Err(AppError::FileExists { path: path.clone() });
        }
    }
    let query = query(context, service, &options.filter).await?;
    let named = options.out.as_deref().and_then(Path::extension).and_then(|extension| extension.to_str());
    let named = named.map(str::to_lowercase).filter(|extension| extension == SheetFormat::Xlsx.name());
    let format = options.format.as_ref().or(named.as_ref()).and_then(|name| SheetFormat::from_name(name));
    let sheet = service.review_sheet(&query, format.unwrap_or_default(), &clock::now()).await?;
    match &options.out {
        Some(path) => {
            let file = |source| AppError::File { name: path.display().to_string(), source };
            std::fs::write(path, sheet).map_err(file)?;
        }
        None => std::io::stdout().lock().write_all(&sheet).map_err(AppError::Output)?,
    }
    Ok(Exit::Ok)
}

pub(super) async fn import(context: &Context, service: &Service, file: &Path, dry_run: bool) -> Result<Exit, AppError> {
    let bytes = files::content(file)?;
    let project = context.project()?;
    service.project_id(project).await?;
    let caller = Caller::local_in(project);
    let report = service.import_sheet(&caller, &bytes, &context.config.actor, dry_run, &clock::now()).await?;
    if context.json {
        json_line(&SheetAnswer::from(report.clone()))?;
    } else {
        print_report(context, file, &report)?;
    }
    Ok(if report.conflicts + report.problems > 0 { Exit::SomeFailed } else { Exit::Ok })
}

fn print_report(context: &Context, file: &Path, report: &SheetReport) -> Result<(), AppError> {
    let mut rows = vec![["line", "Japanese", "English", "verdict"].map(str::to_owned).to_vec()];
    rows.extend(report.rows.iter().map(|row| {
        vec![
            row.line.to_string(),
            plain(&row.japanese),
            plain(&row.english),
            word(row.verdict, report.dry_run).to_owned(),
        ]
    }));
    let mut lines = if report.rows.is_empty() { Vec::new() } else { table::aligned(&rows, &[0], &[]) };
    let (done, unchanged, skipped) = (report.done, report.unchanged, report.skipped);
    let (conflicts, problems) =
        (table::counted(report.conflicts, "conflict"), table::counted(report.problems, "problem"));
    let what = if report.dry_run { "would be done" } else { "done" };
    lines.push(format!("{done} {what}, {unchanged} unchanged, {conflicts}, {problems}, {skipped} not filled in"));
    table::lines(&lines)?;
    if context.quiet {
        return Ok(());
    }
    let name = plain(&file.display().to_string());
    let mut err = std::io::stderr().lock();
    for row in &report.rows {
        if let (Some(code), Some(message)) = (&row.code, &row.message) {
            let _ = writeln!(err, "{name}:{}: {code}: {}", row.line, plain(message));
        }
    }
    Ok(())
}

fn word(verdict: RowVerdict, dry_run: bool) -> &'static str {
    match verdict {
        RowVerdict::Done if dry_run => "would be done",
        RowVerdict::Done => "done",
        RowVerdict::Unchanged => "unchanged",
        RowVerdict::Skipped => "not filled in",
        RowVerdict::Conflict => "conflict",
        RowVerdict::Problem => "problem",
    }
}
