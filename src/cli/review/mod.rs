//! `review ..`: what is open, or a decision, in; a list, or what the decision did, out.

mod arguments;
mod history;
mod list;
mod sheet;

pub(super) use arguments::Review;

use arguments::ReviewAction;

use super::exit::Exit;
use super::table::{self, plain};
use super::{Context, complain, json_line};
use crate::app::review::{Act, Ask, Basis, Decided, NoteScope};
use crate::app::{AppError, Service, clock};
use crate::model::{Revision, Usage};

pub(super) async fn run(context: &Context, service: &Service, command: &Review) -> Result<Exit, AppError> {
    let Some(action) = &command.action else { return list::run(context, service, &command.list).await };
    let acts: Vec<Act> = match action {
        ReviewAction::List(options) => return list::run(context, service, options).await,
        ReviewAction::History(options) => return history::run(context, service, options).await,
        ReviewAction::Undo { decision } => return history::undo(context, service, *decision).await,
        ReviewAction::Export(options) => return sheet::export(context, service, options).await,
        ReviewAction::Import { file, dry_run } => return sheet::import(context, service, file, *dry_run).await,
        ReviewAction::Accept { terms } => terms.iter().map(|term| Act::Accept { term: *term }).collect(),
        ReviewAction::Reject { terms } => terms.iter().map(|term| Act::Reject { term: *term }).collect(),
        ReviewAction::Edit { term, text } => vec![Act::Edit { term: *term, text: text.join(" ") }],
        ReviewAction::Merge { into, from } => vec![Act::Merge { into: *into, from: *from }],
        ReviewAction::Split { concept, terms } => vec![Act::Split { concept: *concept, terms: terms.clone() }],
        ReviewAction::Retire { term, replacement } => vec![Act::Retire { term: *term, replacement: *replacement }],
        ReviewAction::Usage { term, usage, replacement } => {
            vec![Act::Usage { term: *term, usage: usage_of(usage)?, replacement: *replacement }]
        }
        ReviewAction::Note { concept, text, field, release } => {
            let scope = match (field, release) {
                (Some(field), _) => NoteScope::Field(field.clone()),
                (None, Some(release)) => NoteScope::Release(*release),
                (None, None) => NoteScope::Project,
            };
            vec![Act::Note { concept: *concept, text: text.join(" "), scope }]
        }
        ReviewAction::Scope { concept, release, .. } => vec![Act::Scope { concept: *concept, release: *release }],
    };
    decide(context, service, acts, command.revision).await
}

/// Keeps each decision by itself; goes on after one that is refused, unless it is the only one.
async fn decide(
    context: &Context,
    service: &Service,
    acts: Vec<Act>,
    revision: Option<Revision>,
) -> Result<Exit, AppError> {
    let (actor, basis, only) =
        (&context.config.actor, revision.map_or(Basis::Present, Basis::Concept), acts.len() == 1);
    let mut exit = Exit::Ok;
    for act in acts {
        match service.decide(&Ask { act, basis }, actor, &clock::now()).await {
            Ok(decided) => show(context, &decided)?,
            Err(error) if only => return Err(error),
            Err(error) => {
                complain(&error, context.json);
                exit = Exit::SomeFailed;
            }
        }
    }
    Ok(exit)
}

fn show(context: &Context, decided: &Decided) -> Result<(), AppError> {
    if context.json {
        return json_line(&serde_json::json!({
            "decision": decided.decision, "concept": decided.concept, "made": decided.made,
        }));
    }
    let line = match &decided.decision {
        Some(decision) => {
            let made = decided.made.map(|made| format!(", made concept {made}")).unwrap_or_default();
            format!("decision {}: {}{made}", decision.id, plain(&decision.summary))
        }
        None => format!("concept {}: it is so already, nothing was done", decided.concept.id),
    };
    table::lines(&[line])
}

fn usage_of(word: &str) -> Result<Usage, AppError> {
    Usage::from_word(word).ok_or_else(|| AppError::InvalidRequest {
        field: "usage",
        problem: format!("`{word}` is none; use `preferred`, `admitted`, `deprecated` or `forbidden`"),
    })
}
