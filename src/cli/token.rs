//! `token`: who may use the server from elsewhere: a token made and shown once, all of them listed, one revoked.

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::app::access::TokenRequest;
use crate::app::{AppError, Service, clock};
use crate::model::{Role, TokenFacts, TokenId};

/// What to do with tokens.
#[derive(Debug, Args)]
pub(super) struct Token {
    /// What to do.
    #[command(subcommand)]
    pub(super) action: TokenAction,
}

/// What can be done with tokens.
#[derive(Debug, Subcommand)]
pub(super) enum TokenAction {
    /// Make one and print it, this once; for the projects of --project (parted by commas), or for --all-projects
    Create(Create),
    /// List all there ever were, with what they may do and the day they were last used
    List,
    /// Take one out of use, at once and for good
    Revoke {
        /// Its number
        #[arg(value_name = "NUMBER")]
        id: TokenId,
    },
}

/// The token to make.
#[derive(Debug, Args)]
pub(super) struct Create {
    /// What it may do: read, suggest, review or admin; each may do what those before it may
    #[arg(long, value_name = "ROLE", value_parser = ["read", "suggest", "review", "admin"])]
    role: String,
    /// What to call it; the history names it as the one who acts
    #[arg(long, value_name = "NAME")]
    name: String,
    /// For all projects there are and will be
    #[arg(long, conflicts_with = "project")]
    all_projects: bool,
    /// The first day it does not hold any more, such as 2027-01-01 (UTC) [default: it holds until it is revoked]
    #[arg(long, value_name = "DAY")]
    expires: Option<String>,
}

/// `named` is what the command line says about the project, because what the settings say is no answer to whom to trust.
pub(super) async fn run(
    context: &Context,
    service: &Service,
    command: &Token,
    named: Option<&str>,
) -> Result<Exit, AppError> {
    let actor = &context.config.actor;
    match &command.action {
        TokenAction::Create(create) => self::create(context, service, create, named).await,
        TokenAction::List => list(context, service).await,
        TokenAction::Revoke { id } => {
            let revoked = service.revoke_token(*id, actor, &clock::now()).await?;
            if context.json {
                json_line(&serde_json::json!({ "id": id, "revoked": revoked }))?;
            } else if !context.quiet {
                let said = if revoked { "is revoked" } else { "was revoked before" };
                table::lines(&[format!("Token {id} {said}.")])?;
            }
            Ok(Exit::Ok)
        }
    }
}

async fn create(context: &Context, service: &Service, create: &Create, named: Option<&str>) -> Result<Exit, AppError> {
    let names =
        |list: &str| list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let projects = if create.all_projects { None } else { Some(named.map(names).unwrap_or_default()) };
    if projects.as_ref().is_some_and(Vec::is_empty) {
        let problem = "say for which projects the token is, with `--project NAME,NAME`, or `--all-projects`".to_owned();
        return Err(AppError::InvalidRequest { field: "project", problem });
    }
    let request = TokenRequest {
        name: create.name.clone(),
        // The grammar takes these words only.
        role: Role::from_word(&create.role).unwrap_or(Role::Read),
        projects,
        expires_on: create.expires.clone(),
    };
    let made = service.create_token(&request, &context.config.actor, &clock::now()).await?;
    if context.json {
        json_line(&made)?;
        return Ok(Exit::Ok);
    }
    table::lines(std::slice::from_ref(&made.token))?;
    let until = made.facts.expires_on.as_ref().map_or_else(String::new, |day| format!(", until {day}"));
    let (id, role, reach) = (made.facts.id, made.facts.role.as_str(), reach(&made.facts));
    context.note(&format!("Token {id} has the role {role} in {reach}{until}. It is not shown again."));
    Ok(Exit::Ok)
}

async fn list(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let now = clock::now();
    let heads = ["number", "name", "role", "projects", "made", "by", "last used", "state"];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for token in service.tokens().await? {
        if context.json {
            json_line(&token)?;
            continue;
        }
        rows.push(vec![
            token.id.to_string(),
            table::plain(&token.name),
            token.role.as_str().to_owned(),
            reach(&token),
            token.created_at.clone(),
            table::plain(&token.created_by),
            token.used_on.clone().unwrap_or_else(|| "never".to_owned()),
            state(&token, &now),
        ]);
    }
    if !context.json {
        table::lines(&table::aligned(&rows, &[0]))?;
    }
    Ok(Exit::Ok)
}

fn reach(token: &TokenFacts) -> String {
    match &token.projects {
        None => "all projects".to_owned(),
        Some(names) => names.iter().map(|name| table::plain(name)).collect::<Vec<_>>().join(", "),
    }
}

fn state(token: &TokenFacts, now: &str) -> String {
    match (&token.revoked_at, &token.revoked_by, &token.expires_on) {
        (Some(at), by, _) => format!("revoked {at} by {}", table::plain(by.as_deref().unwrap_or_default())),
        (None, _, Some(day)) if !token.holds(now) => format!("expired {day}"),
        (None, _, Some(day)) => format!("until {day}"),
        (None, _, None) => "holds".to_owned(),
    }
}
