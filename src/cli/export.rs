//! `export`: writes the term base or the memory of a project in a format other tools read.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::languages::{direction, language};
use super::{Context, json_line};
use crate::answer::ExportAnswer;
use crate::app::export::{self, ExportFormat, ExportReport, Omission, Profile};
use crate::app::{AppError, Service, clock};
use crate::model::Lang;

/// The arguments of `export`.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// Format: `csv`, `csv_excel`, `tbx2`, `tbx3` or `omegat` for terms, `tmx` for the memory [default: by the file name, else csv]
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    /// File to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Variant of the format: `standard` or `omegat`
    #[arg(long, value_name = "NAME", default_value = "standard")]
    profile: String,
    /// Include terms and segments with too little evidence
    #[arg(long, conflicts_with = "approved")]
    candidates: bool,
    /// Only terms and segments a person approved; a concept that is approved in one of its languages only is left out
    #[arg(long)]
    approved: bool,
    /// Source language, for formats that have a direction [default: ja]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    from: Option<Lang>,
    /// Target language, for formats that have a direction [default: en, or ja from another language]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    into: Option<Lang>,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Export) -> Result<Exit, AppError> {
    let profile = Profile::from_name(&command.profile).ok_or_else(|| AppError::InvalidRequest {
        field: "profile",
        problem: format!("`{}` is not a profile; use `standard` or `omegat`", command.profile),
    })?;
    let format = match &command.format {
        Some(name) => name.parse()?,
        None if is_special(command.out.as_deref()) => ExportFormat::Csv,
        None => format_of(command.out.as_deref())?,
    };
    let projects = context.projects();
    let languages = direction(command.from.as_ref(), command.into.as_ref(), Lang::JA)?;
    let (candidates, approved) = (command.candidates, command.approved);
    let export = export::Export { projects, format, profile, candidates, approved, languages };
    let now = clock::now();
    let Some(path) = &command.out else {
        let report = service.export(&export, std::io::stdout().lock(), &now).await?;
        report_omissions(context, &report)?;
        return Ok(Exit::Ok);
    };
    let report = write_file(service, &export, path, &now).await?;
    if context.json {
        json_line(&ExportAnswer::new(path.display().to_string(), format, &report))?;
    } else if !context.quiet {
        let exported = super::table::counted(report.written, held(format));
        super::table::lines(&[format!("Exported {exported} to {} ({format}).", path.display())])?;
    }
    report_omissions(context, &report)?;
    Ok(Exit::Ok)
}

/// Says on standard error which concepts are not in the file, why, and what to do.
fn report_omissions(context: &Context, report: &ExportReport) -> Result<(), AppError> {
    if context.quiet {
        return Ok(());
    }
    let mut err = std::io::stderr().lock();
    for (omission, count) in &report.left_out {
        let concepts = super::table::counted(*count, "concept");
        let reason = match omission {
            Omission::Unapproved => "approved in one language only. Approve the other with `taiyaku review`.",
            Omission::Candidates => "with too little evidence in one language. Include them with `--candidates`.",
            Omission::Discouraged => "with only deprecated or forbidden terms in one language.",
            Omission::SameTerm => {
                "whose source terms are those of other concepts, too. The file holds one translation for each term."
            }
            Omission::Untranslated => "in one language only. The file holds pairs.",
        };
        writeln!(err, "Left out {concepts} {reason}").map_err(AppError::Output)?;
    }
    Ok(())
}

/// What a file of the format holds, in the singular.
fn held(format: ExportFormat) -> &'static str {
    if format.holds_segments() { "segment" } else { "concept" }
}

/// The format a file name stands for: `.tbx` means the version most tools read; any unknown ending means CSV.
fn format_of(path: Option<&Path>) -> Result<ExportFormat, AppError> {
    let extension = path.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    Ok(match extension.as_deref() {
        Some("tbx" | "xml") => ExportFormat::Tbx2,
        None | Some("csv" | "txt") => ExportFormat::Csv,
        // Tables with tabs come in several forms, of which none is the usual one.
        Some(other) => {
            if let Some(format) = ExportFormat::of_extension(other).filter(|_| other != "tsv") {
                return Ok(format);
            }
            let problem = format!(
                "no format writes `.{other}` files; name one with --format, or write .csv, .xlsx, .tbx, .utf8 or .tmx"
            );
            return Err(AppError::InvalidRequest { field: "out", problem });
        }
    })
}

/// Whether there is something at a path that is no ordinary file.
fn is_special(path: Option<&Path>) -> bool {
    path.is_some_and(|path| std::fs::symlink_metadata(path).is_ok_and(|kind| !kind.is_file()))
}

/// Writes the export to a file.
async fn write_file(
    service: &Service,
    export: &export::Export,
    path: &Path,
    now: &str,
) -> Result<ExportReport, AppError> {
    let file = |source| AppError::File { name: path.display().to_string(), source };
    // A device, a pipe or a link is written through: it must not be replaced by a file.
    if is_special(Some(path)) {
        let open = File::options().write(true).create(true).truncate(true).open(path).map_err(file)?;
        return service.export(export, open, now).await;
    }
    // Written to a temporary file and renamed, so that nobody ever reads half a file.
    let beside = path.with_extension(format!("{}.part", export.format.extension()));
    let written = service.export(export, File::create(&beside).map_err(file)?, now).await;
    let moved = written.and_then(|report| std::fs::rename(&beside, path).map(|()| report).map_err(file));
    if moved.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    moved
}
