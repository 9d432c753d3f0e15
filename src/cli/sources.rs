//! `sources`: lists imported dictionaries and term bases with their licences; `sources remove` removes one.

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::{SourceAnswer, SourceRemovalAnswer};
use crate::app::{AppError, Service, clock};

/// The name the history gives to those who remove a source on the command line.
const ACTOR: &str = "cli";

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
    /// Remove a source and the terms that only it supports
    Remove {
        /// Name of the source
        #[arg(value_name = "NAME")]
        name: String,
    },
}

pub(super) async fn run(context: &Context, service: &Service, command: &Sources) -> Result<Exit, AppError> {
    let project = &context.config.project;
    if let Some(SourcesAction::Remove { name }) = &command.action {
        let (source, swept) = service.remove_source(project, name, ACTOR, &clock::now()).await?;
        if context.json {
            json_line(&SourceRemovalAnswer::new(source, &swept))?;
        } else if !context.quiet {
            let (terms, concepts) =
                (table::counted(swept.terms.len(), "term"), table::counted(swept.concepts.len(), "concept"));
            let name = table::plain(&source.name);
            table::lines(&[format!("Removed {name} with {terms} and {concepts}.")])?;
        }
        return Ok(Exit::Ok);
    }
    let heads = ["source", "format", "kept as", "entries", "imported", "licence", "attribution"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for source in service.sources(std::slice::from_ref(project)).await? {
        if context.json {
            json_line(&SourceAnswer::from(source))?;
            continue;
        }
        let or_not_stated =
            |text: &Option<String>| text.as_deref().map_or_else(|| "not stated".to_owned(), table::plain);
        rows.push(vec![
            table::plain(&source.name),
            source.format.as_str().to_owned(),
            source.kept.as_str().to_owned(),
            source.entries.to_string(),
            table::day(&source.imported_at),
            or_not_stated(&source.facts.licence),
            or_not_stated(&source.facts.attribution),
        ]);
    }
    if !context.json {
        table::lines(&table::aligned(&rows, &[3], &[1, 2, 4]))?;
    }
    Ok(Exit::Ok)
}
