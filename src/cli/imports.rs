//! `imports`: lists imports with what became of their rows; `imports undo` undoes one.

use std::io::IsTerminal;

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::table::{self, counted, plain};
use super::{Context, json_line};
use crate::answer::{ImportUndoAnswer, StoredImportAnswer};
use crate::app::import::{ImportUndo, OutcomeCounts, StoredImport};
use crate::app::{AppError, Service, clock};
use crate::model::ImportId;

/// The arguments of `imports`.
#[derive(Debug, Args)]
pub(super) struct Imports {
    /// What to do; lists the imports if nothing is given.
    #[command(subcommand)]
    action: Option<ImportsAction>,
}

/// What `imports` can do.
#[derive(Debug, Subcommand)]
enum ImportsAction {
    /// Undo an import: what only it brought goes, what it changed is put back; what people decided on stays
    Undo {
        /// Number of the import, as the list shows it
        #[arg(value_name = "NUMBER", value_parser = clap::value_parser!(i64).range(1..))]
        number: i64,
    },
}

pub(super) async fn run(context: &Context, service: &Service, command: &Imports) -> Result<Exit, AppError> {
    match &command.action {
        None => list(context, service).await,
        Some(ImportsAction::Undo { number }) => {
            let undo = service.undo_import(ImportId::new(*number), &context.config.actor, &clock::now()).await?;
            if context.json {
                json_line(&ImportUndoAnswer::from(undo))?;
            } else if !context.quiet {
                table::lines(&report(&undo))?;
            }
            Ok(Exit::Ok)
        }
    }
}

/// What is gone, what is back and what stays.
fn report(undo: &ImportUndo) -> Vec<String> {
    let ImportUndo { import, terms, segments } = undo;
    let size = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let gone = match import.source {
        Some(_) => {
            let terms_gone = counted(terms.swept.terms.len(), "term");
            let concepts_gone = counted(terms.swept.concepts.len(), "concept");
            match segments.removed {
                0 => format!("{terms_gone} and {concepts_gone}"),
                removed => format!("{terms_gone}, {concepts_gone} and {}", counted(removed, "segment")),
            }
        }
        None => counted(segments.removed, "segment"),
    };
    let mut lines = vec![format!("Undid import {} of {}: removed {gone}.", import.id, plain(&import.name))];
    let rest = [
        (terms.restored, "term", "the import had changed", ("is as before", "are as before")),
        (segments.restored, "segment", "the import had changed", ("is as before", "are as before")),
        (terms.changed_since, "term", "the import had changed, and somebody else since,", ("stays", "stay")),
        (segments.changed_since, "segment", "the import had changed, and somebody else since,", ("stays", "stay")),
        (
            size(terms.supported.saturating_sub(terms.swept.terms.len())),
            "term",
            "something else supports or people decided on",
            ("stays", "stay"),
        ),
        (terms.shared_rows, "row", "other imports of the same source had too", ("stays", "stay")),
        (segments.shared, "segment", "other imports brought too", ("stays", "stay")),
        (segments.kept, "segment", "people decided on or added too", ("stays", "stay")),
    ];
    for (count, noun, which, (one, many)) in rest.into_iter().filter(|(count, ..)| *count > 0) {
        let verb = if count == 1 { one } else { many };
        lines.push(format!("{} that {which} {verb}.", counted(count, noun)));
    }
    lines
}

async fn list(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let imports = service.imports(&context.projects()).await?;
    if context.json {
        imports.into_iter().try_for_each(|import| json_line(&StoredImportAnswer::from(import)))?;
        return Ok(Exit::Ok);
    }
    let heads = [
        "import",
        "file",
        "format",
        "project",
        "by",
        "when",
        "state",
        "added",
        "changed",
        "merged",
        "in conflict",
        "refused",
        "unchanged",
    ];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    rows.extend(imports.iter().map(row));
    // Another program wants whole names.
    let whole: &[usize] = if std::io::stdout().is_terminal() { &[2, 3, 4, 5, 6] } else { &[1, 2, 3, 4, 5, 6] };
    table::lines(&table::aligned(&rows, &[0, 7, 8, 9, 10, 11, 12], whole))?;
    Ok(Exit::Ok)
}

fn row(import: &StoredImport) -> Vec<String> {
    let counts = OutcomeCounts::from_json(&import.outcomes);
    let or_none = |text: &Option<String>| text.as_deref().map_or_else(|| "-".to_owned(), plain);
    let mut row = vec![
        import.id.to_string(),
        plain(&import.name),
        or_none(&import.format),
        plain(&import.project),
        or_none(&import.actor),
        import.updated_at.clone(),
        import.state.as_str().to_owned(),
    ];
    let numbers = [counts.added, counts.changed, counts.merged, counts.in_conflict, counts.refused, counts.unchanged];
    row.extend(numbers.map(|number| number.to_string()));
    row
}
