//! `health`: checks whether a running server, or the database and dictionary on this machine, can be used.

use std::time::Duration;

use clap::Args;

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::{ReadinessAnswer, ServerAnswer};
use crate::app::{AppError, Service};
use crate::outgoing::{Client, Request};

/// How long a server may take to answer.
const TIMEOUT: Duration = Duration::from_secs(3);

/// What we call ourselves.
const USER_AGENT: &str = concat!("taiyaku/", env!("CARGO_PKG_VERSION"));

/// The arguments of `health`.
#[derive(Debug, Args)]
pub(super) struct Health {
    /// Address of the server [default: where `serve` listens according to the settings]
    #[arg(long, value_name = "URL", alias = "url")]
    pub(super) server: Option<String>,
    /// Check the database and the dictionary on this machine instead of a server
    #[arg(long, conflicts_with = "server")]
    pub(super) here: bool,
}

/// Checks a running server. Needs no token, because `/ready` is open to all.
pub(super) fn of_server(context: &Context, command: &Health) -> Result<Exit, AppError> {
    let listen = context.config.listen;
    let own = format!(
        "http://{}:{}",
        if listen.ip().is_unspecified() { "127.0.0.1".to_owned() } else { host(listen) },
        listen.port()
    );
    let url = command.server.clone().unwrap_or(own);
    let status = status(&url).map_err(|source| AppError::File { name: url.clone(), source })?;
    let ready = status == 200;
    if context.json {
        json_line(&ServerAnswer { url, status, ready })?;
    } else {
        table::lines(&[format!("{url}: {} ({status})", if ready { "ready" } else { "not ready" })])?;
    }
    Ok(if ready { Exit::Ok } else { Exit::SomeFailed })
}

fn host(listen: std::net::SocketAddr) -> String {
    if listen.is_ipv6() { format!("[{}]", listen.ip()) } else { listen.ip().to_string() }
}

/// The status of `GET /ready`.
fn status(url: &str) -> std::io::Result<u16> {
    if !["http://", "https://"].iter().any(|scheme| url.starts_with(scheme)) {
        let problem = "only addresses beginning with `http://` or `https://` are supported";
        return Err(std::io::Error::new(std::io::ErrorKind::InvalidInput, problem));
    }
    let client = Client::direct(url, USER_AGENT, TIMEOUT);
    client.send("/ready", None, Request::Get(Vec::new())).map(|response| response.status)
}

/// Checks the database and the dictionary of this machine.
pub(super) async fn of_this_machine(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let readiness = service.readiness().await;
    if context.json {
        json_line(&ReadinessAnswer::from(readiness.clone()))?;
    } else {
        let database = match (&readiness.database, &readiness.database_problem) {
            (Some(health), _) => format!("ready (schema {}, revision {})", health.schema, health.revision),
            (None, problem) => format!("not ready: {}", problem.as_deref().unwrap_or("unknown")),
        };
        let dictionary = readiness.dictionary_problem.clone().unwrap_or_else(|| readiness.words.clone());
        let mut lines = vec![
            format!("database    {}: {database}", context.config.database.display()),
            format!("dictionary  {dictionary}"),
            format!("PDF engines {}", readiness.pdf_engines.join(", ")),
        ];
        if let Some(counts) = readiness.counts {
            let (releases, concepts) =
                (table::counted(counts.releases, "release"), table::counted(counts.concepts, "concept"));
            lines.push(format!("content     {releases}, {concepts}, {} in both languages", counts.bilingual_concepts));
        }
        table::lines(&lines)?;
    }
    Ok(if readiness.ready { Exit::Ok } else { Exit::Database })
}
