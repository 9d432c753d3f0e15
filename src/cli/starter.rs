//! `starter`: lists the fields of the starter term base, adds them to the project and removes them.

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::StarterAnswer;
use crate::app::starter::starter_counts;
use crate::app::{AppError, Service, clock};

/// The arguments of `starter`.
#[derive(Debug, Args)]
pub(super) struct Starter {
    /// What to do; lists the fields if nothing is given.
    #[command(subcommand)]
    action: Option<StarterAction>,
}

/// What `starter` can do.
#[derive(Debug, Subcommand)]
enum StarterAction {
    /// Add starter terms to the project
    Add {
        /// Fields of the starter base [default: all]
        #[arg(value_name = "FIELD")]
        fields: Vec<String>,
    },
    /// Remove starter terms from the project; those that something else supports, or that a person decided on, stay
    Remove {
        /// Fields of the starter base [default: all]
        #[arg(value_name = "FIELD")]
        fields: Vec<String>,
    },
}

impl Starter {
    /// Whether something is added, so that there must be a database afterwards.
    pub(super) fn adds(&self) -> bool {
        matches!(self.action, Some(StarterAction::Add { .. }))
    }
}

pub(super) async fn run(context: &Context, service: &Service, command: &Starter) -> Result<Exit, AppError> {
    let project = context.project()?;
    match &command.action {
        None => {}
        Some(StarterAction::Add { fields }) => {
            let rows = service.add_starter(project, fields, &clock::now()).await?;
            context.note(&format!("Added {} to `{}`.", table::counted(rows, "row"), table::plain(project)));
        }
        Some(StarterAction::Remove { fields }) => {
            let swept = service.remove_starter(project, fields, &context.config.actor, &clock::now()).await?;
            let terms = table::counted(swept.terms.len(), "term");
            context.note(&format!("Removed {terms} from `{}`.", table::plain(project)));
        }
    }
    let own = service.starter_of(project).await?;
    let mut rows = vec![["field", "rows", "in the project"].map(str::to_owned).to_vec()];
    for (field, count) in starter_counts()? {
        let in_project = own.iter().any(|own| own == field);
        if context.json {
            json_line(&StarterAnswer { field: field.to_owned(), rows: count, in_project })?;
        } else {
            rows.push(vec![field.to_owned(), count.to_string(), if in_project { "yes" } else { "no" }.to_owned()]);
        }
    }
    if !context.json {
        table::lines(&table::aligned(&rows, &[1], &[]))?;
    }
    Ok(Exit::Ok)
}
