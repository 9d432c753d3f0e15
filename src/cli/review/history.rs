//! `review history` lists decisions; `review undo` takes one back.

use super::arguments::History;
use crate::answer::{DecisionAnswer, UndoAnswer};
use crate::app::review::StoredDecision;
use crate::app::{AppError, Service, clock};
use crate::cli::exit::Exit;
use crate::cli::table::{self, plain};
use crate::cli::{Context, json_line};
use crate::model::DecisionId;

/// What a summary is indented by: the width of the number of its decision.
const INDENT: &str = "          ";

pub(super) async fn run(context: &Context, service: &Service, options: &History) -> Result<Exit, AppError> {
    let projects = context.projects();
    let decisions = service.decisions(&projects, None, options.after, options.limit).await?;
    let exit = if decisions.is_empty() { Exit::NothingFound } else { Exit::Ok };
    if context.json {
        for decision in decisions {
            json_line(&DecisionAnswer::from(decision))?;
        }
    } else if decisions.is_empty() {
        table::lines(&[format!("No decisions in project `{}`.", plain(&context.config.project))])?;
    } else {
        let mut rows = vec![["decision", "time", "by", "undone"].map(str::to_owned).to_vec()];
        rows.extend(decisions.iter().map(row));
        let mut aligned = table::aligned(&rows, &[0], &[1]).into_iter();
        let mut lines: Vec<String> = aligned.next().into_iter().collect();
        for (line, decision) in aligned.zip(&decisions) {
            lines.push(line);
            lines.extend(table::wrapped(&format!("{INDENT}{}", plain(&decision.summary)), INDENT));
        }
        table::lines(&lines)?;
    }
    Ok(exit)
}

fn row(decision: &StoredDecision) -> Vec<String> {
    let undone = decision.undone_by.as_deref().map(|actor| format!("by {}", plain(actor))).unwrap_or_default();
    vec![decision.id.to_string(), decision.at.clone(), plain(&decision.actor), undone]
}

pub(super) async fn undo(context: &Context, service: &Service, id: Option<DecisionId>) -> Result<Exit, AppError> {
    let actor = &context.config.actor;
    let id = match id {
        Some(id) => id,
        None => match service.last_decision(context.project()?, Some(actor)).await? {
            Some(decision) => decision.id,
            None => {
                if !context.json {
                    let project = plain(&context.config.project);
                    table::lines(&[format!(
                        "`{}` has no decision left to undo in project `{project}`.",
                        plain(actor)
                    )])?;
                }
                return Ok(Exit::NothingFound);
            }
        },
    };
    let (decision, concepts) = service.undo(id, actor, &clock::now()).await?;
    let is_gone = service.stays_away(&decision, &concepts).await?;
    if context.json {
        json_line(&UndoAnswer::new(decision, concepts))?;
    } else {
        let mut lines = vec![format!("Undid decision {}: {}", decision.id, plain(&decision.summary))];
        if is_gone {
            let what = "Nothing in the base supports it any more, so it is not there. Read its release again with `taiyaku ingest`.";
            lines.push(what.to_owned());
        }
        table::lines(&lines)?;
    }
    Ok(Exit::Ok)
}
