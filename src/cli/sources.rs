//! `sources`: the dictionaries and term bases that were imported, with whose they are, out; one of them removed.

use super::arguments::{Sources, SourcesAction};
use super::exit::Exit;
use super::{Context, json_line, table};
use crate::app::{AppError, Service, clock};

/// Who removes a source at the command line.
const ACTOR: &str = "cli";

pub(super) async fn run(context: &Context, service: &Service, command: &Sources) -> Result<Exit, AppError> {
    let project = &context.config.project;
    if let Some(SourcesAction::Remove { name }) = &command.action {
        let (source, swept) = service.remove_source(project, name, ACTOR, &clock::now()).await?;
        let (terms, concepts) = (swept.terms.len(), swept.concepts.len());
        if context.json {
            json_line(&serde_json::json!({ "removed": source, "terms": terms, "concepts": concepts }))?;
        } else if !context.quiet {
            let name = table::plain(&source.name);
            table::lines(&[format!("{name} is removed; {terms} terms and {concepts} concepts went with it.")])?;
        }
        return Ok(Exit::Ok);
    }
    let heads = ["source", "format", "kept as", "entries", "imported", "licence", "attribution"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for source in service.sources(std::slice::from_ref(project)).await? {
        if context.json {
            json_line(&source)?;
            continue;
        }
        let said = |text: &Option<String>| text.as_deref().map_or_else(|| "not stated".to_owned(), table::plain);
        rows.push(vec![
            table::plain(&source.name),
            source.format.clone(),
            source.kept.as_str().to_owned(),
            source.entries.to_string(),
            source.imported_at.clone(),
            said(&source.facts.licence),
            said(&source.facts.attribution),
        ]);
    }
    if !context.json {
        table::lines(&table::aligned(&rows, &[3]))?;
    }
    Ok(Exit::Ok)
}
