//! `token`: creates, lists and revokes the tokens that let others use the server.

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::{NewTokenAnswer, RevocationAnswer, TokenAnswer};
use crate::app::access::TokenRequest;
use crate::app::{AppError, Service, clock};
use crate::model::{Role, TokenFacts, TokenId};

/// The arguments of `token`.
#[derive(Debug, Args)]
pub(super) struct Token {
    /// What to do.
    #[command(subcommand)]
    pub(super) action: TokenAction,
}

/// What `token` can do.
#[derive(Debug, Subcommand)]
pub(super) enum TokenAction {
    /// Create a token and print it, once. Name its projects with --project (separated by commas), or give --all-projects
    Create(Create),
    /// List all tokens, revoked ones too, with their roles and the day they were last used
    List,
    /// Revoke a token, at once and for good
    Revoke {
        /// Number of the token
        #[arg(value_name = "NUMBER")]
        id: TokenId,
    },
}

/// The token to create.
#[derive(Debug, Args)]
pub(super) struct Create {
    /// Role: read, suggest, review or admin; each includes those before it
    #[arg(long, value_name = "ROLE", value_parser = ["read", "suggest", "review", "admin"])]
    role: String,
    /// Name of the token, under which the history records what is done with it
    #[arg(long, value_name = "NAME")]
    name: String,
    /// Valid for all projects, future ones too
    #[arg(long, conflicts_with = "project")]
    all_projects: bool,
    /// First day on which it is no longer valid, such as 2027-01-01 (UTC) [default: valid until revoked]
    #[arg(long, value_name = "DAY")]
    expires: Option<String>,
}

impl Token {
    /// Whether something is added, so that there must be a database afterwards.
    pub(super) fn adds(&self) -> bool {
        matches!(self.action, TokenAction::Create(_))
    }
}

/// `named` is the project named on the command line. The one in the settings does not count: whom to trust is to be said
/// explicitly.
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
                json_line(&RevocationAnswer { id: id.get(), revoked })?;
            } else if !context.quiet {
                let state = if revoked { "is revoked" } else { "was already revoked" };
                table::lines(&[format!("Token {id} {state}.")])?;
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
        let problem =
            "name the projects the token is for with `--project NAME,NAME`, or give `--all-projects`".to_owned();
        return Err(AppError::InvalidRequest { field: "project", problem });
    }
    let request = TokenRequest {
        name: create.name.clone(),
        // The grammar accepts only these words.
        role: Role::from_word(&create.role).unwrap_or(Role::Read),
        projects,
        expires_on: create.expires.clone(),
    };
    let created = service.create_token(&request, &context.config.actor, &clock::now()).await?;
    if context.json {
        json_line(&NewTokenAnswer::from(created))?;
        return Ok(Exit::Ok);
    }
    table::lines(std::slice::from_ref(&created.token))?;
    let until = created.facts.expires_on.as_ref().map_or_else(String::new, |day| format!(", until {day}"));
    let (id, role, scope) = (created.facts.id, created.facts.role.as_str(), scope(&created.facts));
    context.note(&format!("Token {id} has the role {role} in {scope}{until}. It will not be shown again."));
    Ok(Exit::Ok)
}

/// What the line below a token is indented by: the width of its number.
const INDENT: &str = "        ";

async fn list(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let now = clock::now();
    let heads = ["number", "name", "role", "projects", "state"];
    let mut details = Vec::new();
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for token in service.tokens().await? {
        if context.json {
            json_line(&TokenAnswer::from(token))?;
            continue;
        }
        let (day, by) = (table::day(&token.created_at), table::plain(&token.created_by));
        let used = token.used_on.as_deref().map_or_else(|| "never used".to_owned(), |day| format!("last used {day}"));
        details.push(format!("{INDENT}created {day} by {by}, {used}"));
        rows.push(vec![
            token.id.to_string(),
            table::plain(&token.name),
            token.role.as_str().to_owned(),
            scope(&token),
            state(&token, &now),
        ]);
    }
    if !context.json {
        let mut aligned = table::aligned(&rows, &[0], &[2]).into_iter();
        let mut lines: Vec<String> = aligned.next().into_iter().collect();
        for (line, detail) in aligned.zip(&details) {
            lines.push(line);
            lines.extend(table::wrapped(detail, INDENT));
        }
        table::lines(&lines)?;
    }
    Ok(Exit::Ok)
}

fn scope(token: &TokenFacts) -> String {
    match &token.projects {
        None => "all projects".to_owned(),
        Some(names) => names.iter().map(|name| table::plain(name)).collect::<Vec<_>>().join(", "),
    }
}

fn state(token: &TokenFacts, now: &str) -> String {
    match (&token.revoked_at, &token.revoked_by, &token.expires_on) {
        (Some(at), by, _) => {
            format!("revoked {} by {}", table::day(at), table::plain(by.as_deref().unwrap_or_default()))
        }
        (None, _, Some(day)) if !token.is_valid(now) => format!("expired {day}"),
        (None, _, Some(day)) => format!("until {day}"),
        (None, _, None) => "valid".to_owned(),
    }
}
