//! `export`: writes the term base or the memory of a project in a format other tools read.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::languages::{direction, language};
use super::{Context, json_line};
use crate::answer::ExportAnswer;
use crate::app::export::{self, ExportFormat, Profile};
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
    /// Only terms and segments a person approved
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
        None => format_of(command.out.as_deref()),
    };
    let project = context.config.project.clone();
    let languages = direction(command.from.as_ref(), command.into.as_ref(), Lang::JA)?;
    let (candidates, approved) = (command.candidates, command.approved);
    let export = export::Export { project, format, profile, candidates, approved, languages };
    let now = clock::now();
    let Some(path) = &command.out else {
        service.export(&export, std::io::stdout().lock(), &now).await?;
        return Ok(Exit::Ok);
    };
    // Written to a temporary file and renamed, so that nobody ever reads half a file.
    let file = |source| AppError::File { name: path.display().to_string(), source };
    let beside = path.with_extension(format!("{}.part", format.extension()));
    let written = service.export(&export, File::create(&beside).map_err(file)?, &now).await;
    let moved = written.and_then(|count| std::fs::rename(&beside, path).map(|()| count).map_err(file));
    if moved.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    let count = moved?;
    if context.json {
        json_line(&ExportAnswer::new(path.display().to_string(), format, count))?;
    } else if !context.quiet {
        let exported = super::table::counted(count, held(format));
        super::table::lines(&[format!("Exported {exported} to {} ({format}).", path.display())])?;
    }
    Ok(Exit::Ok)
}

/// What a file of the format holds, in the singular.
fn held(format: ExportFormat) -> &'static str {
    if format.holds_segments() { "segment" } else { "concept" }
}

/// The format a file name stands for: `.tbx` means the version most tools read; any unknown ending means CSV.
fn format_of(path: Option<&Path>) -> ExportFormat {
    match path.and_then(Path::extension).and_then(|ending| ending.to_str()) {
        Some("tbx" | "xml") => ExportFormat::Tbx2,
        Some("utf8") => ExportFormat::OmegaT,
        Some("tmx") => ExportFormat::Tmx,
        _ => ExportFormat::Csv,
    }
}
