//! `definitions`: adds a definition to a concept; changes and deletes those that people wrote.

use clap::{Args, Subcommand};

use super::Context;
use super::exit::Exit;
use super::review::print_decision;
use crate::app::access::Caller;
use crate::app::review::{Decision, Reference};
use crate::app::{AppError, Service, clock};
use crate::model::DefinitionId;

/// How the help explains references.
const REFERENCES: &str = "CONCEPT is the text of any of its terms, a pair such as `転移 = metastasis`, or its number. `taiyaku terms show`\n\
prints the numbers of definitions. Every change can be undone with `taiyaku review undo`.";

/// The arguments of `definitions`.
#[derive(Debug, Args)]
#[command(after_help = REFERENCES)]
pub(super) struct Definitions {
    /// What to do.
    #[command(subcommand)]
    action: DefinitionsAction,
}

/// What `definitions` can do.
#[derive(Debug, Subcommand)]
enum DefinitionsAction {
    /// Add your definition to a concept; it comes before those that releases print
    Add {
        /// The concept
        #[arg(value_name = "CONCEPT")]
        concept: Reference,
        /// The definition
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
    },
    /// Change a definition that a person wrote; you become its author
    Edit {
        /// Number of the definition
        #[arg(value_name = "NUMBER")]
        definition: DefinitionId,
        /// The new text
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
    },
    /// Delete a definition that a person wrote
    Delete {
        /// Number of the definition
        #[arg(value_name = "NUMBER")]
        definition: DefinitionId,
    },
}

pub(super) async fn run(context: &Context, service: &Service, command: &Definitions) -> Result<Exit, AppError> {
    let project = context.project()?;
    let decision = match &command.action {
        DefinitionsAction::Add { concept, text } => Decision::Define {
            concept: service.referenced_concept(project, concept).await?,
            definition: None,
            text: Some(text.join(" ")),
        },
        DefinitionsAction::Edit { definition, text } => {
            of_definition(service, project, *definition, Some(text.join(" "))).await?
        }
        DefinitionsAction::Delete { definition } => of_definition(service, project, *definition, None).await?,
    };
    let decided = service.decide(&decision.into(), &context.config.actor, &clock::now()).await?;
    print_decision(context, &decided)?;
    Ok(Exit::Ok)
}

async fn of_definition(
    service: &Service,
    project: &str,
    id: DefinitionId,
    text: Option<String>,
) -> Result<Decision, AppError> {
    service.check_visible(&Caller::local_in(project), id).await?;
    Ok(Decision::Define { concept: service.concept_of_definition(id).await?, definition: Some(id), text })
}
