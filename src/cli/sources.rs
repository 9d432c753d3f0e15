//! `sources`: lists what was imported, dictionaries and term bases with their licences and files of translations;
//! `sources remove` removes one.

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::table::{self, counted, plain};
use super::{Context, json_line};
use crate::answer::{ImportedFileAnswer, SourceAnswer, SourceRemovalAnswer};
use crate::app::sources::{ImportedFile, SourceRemoval, StoredSource};
use crate::app::{AppError, Service, clock};

/// The arguments of `sources`.
#[derive(Debug, Args)]
pub(super) struct Sources {
    /// What to do; lists the sources if nothing is given.
    #[command(subcommand)]
    action: Option<SourcesAction>,
}

/// What `sources` can do.
#[derive(Debug, Subcommand)]
enum SourcesAction {
    /// Remove an imported file, with the terms and segments that only it brought; what people approved stays
    Remove {
        /// Name of the source or file, as the list shows it
        #[arg(value_name = "NAME")]
        name: String,
    },
}

pub(super) async fn run(context: &Context, service: &Service, command: &Sources) -> Result<Exit, AppError> {
    match &command.action {
        None => list(context, service).await,
        Some(SourcesAction::Remove { name }) => {
            let (project, actor) = (context.project()?, &context.config.actor);
            let removal = service.remove_source(project, name, actor, &clock::now()).await?;
            if context.json {
                json_line(&SourceRemovalAnswer::new(name, removal))?;
            } else if !context.quiet {
                table::lines(&report(name, &removal))?;
            }
            Ok(Exit::Ok)
        }
    }
}

/// What is gone and what stays.
fn report(name: &str, removal: &SourceRemoval) -> Vec<String> {
    let segments = &removal.segments;
    let gone = [
        (
            removal.source.is_some(),
            format!("{} and {}", counted(removal.terms, "term"), counted(removal.concepts, "concept")),
        ),
        (segments.imports > 0, counted(segments.removed, "segment")),
    ];
    let gone: Vec<String> = gone.into_iter().filter_map(|(is_told, text)| is_told.then_some(text)).collect();
    let mut lines = vec![format!("Removed {} with {}.", plain(name), gone.join(", and "))];
    let kept = [
        (u64::try_from(removal.kept_terms).unwrap_or(u64::MAX), "term", "something else supports or people decided on"),
        (segments.shared, "segment", "other imports brought too"),
        (segments.kept, "segment", "people decided on or added too"),
    ];
    for (count, noun, why) in kept.into_iter().filter(|(count, ..)| *count > 0) {
        let verb = if count == 1 { "stays" } else { "stay" };
        lines.push(format!("{} that {why} {verb}.", counted(count, noun)));
    }
    lines
}

async fn list(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let projects = context.projects();
    let (sources, files) = (service.sources(&projects).await?, service.imported_files(&projects).await?);
    if context.json {
        sources.into_iter().try_for_each(|source| json_line(&SourceAnswer::from(source)))?;
        files.into_iter().try_for_each(|file| json_line(&ImportedFileAnswer::from(file)))?;
        return Ok(Exit::Ok);
    }
    let heads = ["source", "format", "kept as", "entries", "imported", "licence", "attribution"];
    let mut rows: Vec<Vec<String>> = sources.iter().map(source_row).chain(files.iter().map(file_row)).collect();
    rows.sort();
    rows.insert(0, heads.map(str::to_owned).to_vec());
    table::lines(&table::aligned(&rows, &[3], &[1, 2, 4]))?;
    Ok(Exit::Ok)
}

fn source_row(source: &StoredSource) -> Vec<String> {
    let or_not_stated = |text: &Option<String>| text.as_deref().map_or_else(|| "not stated".to_owned(), plain);
    vec![
        plain(&source.name),
        source.format.as_str().to_owned(),
        source.kept.as_str().to_owned(),
        source.entries.to_string(),
        table::day(&source.imported_at),
        or_not_stated(&source.facts.licence),
        or_not_stated(&source.facts.attribution),
    ]
}

fn file_row(file: &ImportedFile) -> Vec<String> {
    vec![
        plain(&file.name),
        file.format.clone().unwrap_or_else(|| "-".to_owned()),
        "memory".to_owned(),
        file.segments.to_string(),
        table::day(&file.imported_at),
        "-".to_owned(),
        "-".to_owned(),
    ]
}
