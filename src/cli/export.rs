//! `export`: a project in, a file of its term base or its memory out.

use std::fs::File;
use std::path::Path;

use super::arguments::Export;
use super::exit::Exit;
use super::{Context, json_line};
use crate::app::transfer::{self, ExportFormat, Profile};
use crate::app::{AppError, Service, clock};
use crate::model::LangPair;

pub(super) async fn run(context: &Context, service: &Service, command: &Export) -> Result<Exit, AppError> {
    let profile = Profile::from_name(&command.profile).ok_or_else(|| AppError::InvalidRequest {
        field: "profile",
        problem: format!("`{}` is none; use `standard` or `omegat`", command.profile),
    })?;
    let format = match &command.format {
        Some(name) => name.parse()?,
        None => by_ending(command.out.as_deref()),
    };
    let project = context.config.project.clone();
    let languages = LangPair::parse(&command.languages)
        .map_err(|error| AppError::InvalidRequest { field: "languages", problem: error.to_string() })?;
    let (candidates, approved) = (command.candidates, command.approved);
    let export = transfer::Export { project, format, profile, candidates, approved, languages };
    let now = clock::now();
    let Some(path) = &command.out else {
        service.export(&export, std::io::stdout().lock(), &now).await?;
        return Ok(Exit::Ok);
    };
    // Written beside and moved there when whole, so that nobody ever reads half a file.
    let file = |source| AppError::File { name: path.display().to_string(), source };
    let beside = path.with_extension(format!("{}.part", format.extension()));
    let written = service.export(&export, File::create(&beside).map_err(file)?, &now).await;
    let moved = written.and_then(|count| std::fs::rename(&beside, path).map(|()| count).map_err(file));
    if moved.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    let count = moved?;
    if context.json {
        json_line(&serde_json::json!({ "file": path, "format": format.name(), held(format): count }))?;
    } else if !context.quiet {
        super::table::lines(&[format!("{count} {} in {} ({format})", held(format), path.display())])?;
    }
    Ok(Exit::Ok)
}

/// What a file of the format holds.
fn held(format: ExportFormat) -> &'static str {
    if format.holds_segments() { "segments" } else { "concepts" }
}

/// `.tbx` files are the version tools read; everything else is CSV.
fn by_ending(path: Option<&Path>) -> ExportFormat {
    match path.and_then(Path::extension).and_then(|ending| ending.to_str()) {
        Some("tbx" | "xml") => ExportFormat::Tbx2,
        Some("utf8") => ExportFormat::OmegaT,
        Some("tmx") => ExportFormat::Tmx,
        _ => ExportFormat::Csv,
    }
}
