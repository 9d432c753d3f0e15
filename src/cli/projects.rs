//! `projects`: lists projects and what they hold; creates, renames and deletes them.

use clap::{Args, Subcommand};

use super::confirmation::confirm;
use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::{ProjectAnswer, ProjectSummaryAnswer};
use crate::app::{AppError, Service, clock};

/// The arguments of `projects`.
#[derive(Debug, Args)]
pub(super) struct Projects {
    /// What to do; lists the projects if nothing is given.
    #[command(subcommand)]
    action: Option<ProjectsAction>,
}

/// What `projects` can do.
#[derive(Debug, Subcommand)]
enum ProjectsAction {
    /// Create a project, with the starter term base unless --no-starter is given
    Create {
        /// Its name
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Give a project another name
    Rename {
        /// Its name
        #[arg(value_name = "NAME")]
        name: String,
        /// Its new name
        #[arg(value_name = "NEW")]
        new: String,
    },
    /// Delete a project with everything in it: releases, terms, segments, decisions, imports
    Delete {
        /// Its name
        #[arg(value_name = "NAME")]
        name: String,
        /// Do not ask whether to delete it
        #[arg(long)]
        yes: bool,
    },
}

impl Projects {
    /// Whether something is added, so that there must be a database afterwards.
    pub(super) fn adds(&self) -> bool {
        matches!(self.action, Some(ProjectsAction::Create { .. }))
    }
}

pub(super) async fn run(context: &Context, service: &Service, command: &Projects) -> Result<Exit, AppError> {
    let (actor, now) = (&context.config.actor, clock::now());
    let project = match &command.action {
        None => return list(context, service).await,
        Some(ProjectsAction::Create { name }) => {
            service.create_project(name, &context.starter_fields(), &now).await?;
            name
        }
        Some(ProjectsAction::Rename { name, new }) => {
            service.rename_project(name, new, actor, &now).await?;
            new
        }
        Some(ProjectsAction::Delete { name, yes }) => return delete(context, service, name, *yes).await,
    };
    let project = service.projects().await?.into_iter().find(|known| known.name == *project);
    let Some(project) = project else { return Ok(Exit::NothingFound) };
    if context.json {
        json_line(&ProjectAnswer::from(project))?;
    } else if !context.quiet {
        let terms = table::counted(service.counts(Some(&project.name)).await?.terms, "term");
        table::lines(&[format!("Project `{}` has {terms}.", table::plain(&project.name))])?;
    }
    Ok(Exit::Ok)
}

async fn delete(context: &Context, service: &Service, name: &str, yes: bool) -> Result<Exit, AppError> {
    let counts = service.counts(Some(name)).await?;
    let count = |number: u64, noun| table::counted(number, noun);
    let content = format!(
        "{}, {} and {}",
        count(counts.releases, "release"),
        count(counts.terms, "term"),
        count(counts.segments, "segment")
    );
    confirm(context, yes, &format!("project `{}` with {content}", table::plain(name)))?;
    let project = service.projects().await?.into_iter().find(|known| known.name == name);
    service.delete_project(name, &context.config.actor, &clock::now()).await?;
    match project {
        Some(project) if context.json => json_line(&ProjectAnswer::from(project))?,
        _ if context.quiet => {}
        _ => table::lines(&[format!("Deleted project `{}` with {content}.", table::plain(name))])?,
    }
    Ok(Exit::Ok)
}

async fn list(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let heads = ["project", "releases", "entries", "concepts", "in both languages", "terms", "conflicts"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for project in service.projects().await? {
        let counts = service.counts(Some(&project.name)).await?;
        if context.json {
            json_line(&ProjectSummaryAnswer { project: project.into(), counts: counts.into() })?;
            continue;
        }
        let numbers = [
            counts.releases,
            counts.entries,
            counts.concepts,
            counts.bilingual_concepts,
            counts.terms,
            counts.conflicts,
        ];
        let mut row = vec![table::plain(&project.name)];
        row.extend(numbers.map(|number| number.to_string()));
        rows.push(row);
    }
    if !context.json {
        table::lines(&table::aligned(&rows, &[1, 2, 3, 4, 5, 6], &[]))?;
    }
    Ok(Exit::Ok)
}
