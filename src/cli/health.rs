//! `health`: checks whether a running server, or the database and dictionary on this machine, can be used.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use clap::Args;

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::{ReadinessAnswer, ServerAnswer};
use crate::app::{AppError, Service};

/// How long a server may take to answer.
const TIMEOUT: Duration = Duration::from_secs(3);

/// How much of an answer is read, in bytes.
const LONGEST_ANSWER: u64 = 64 << 10;

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

/// The status of `GET /ready`, over plain HTTP: the server is on this machine or behind a proxy that is.
fn status(url: &str) -> std::io::Result<u16> {
    let bad = |problem: &str| std::io::Error::new(std::io::ErrorKind::InvalidInput, problem.to_owned());
    let rest =
        url.strip_prefix("http://").ok_or_else(|| bad("only addresses beginning with `http://` are supported"))?;
    let host = rest.split('/').next().unwrap_or_default();
    let with_port = if host.rsplit(']').next().is_some_and(|end| end.contains(':')) {
        host.to_owned()
    } else {
        format!("{host}:80")
    };
    let address = with_port.to_socket_addrs()?.next().ok_or_else(|| bad("the host has no address"))?;
    let mut stream = TcpStream::connect_timeout(&address, TIMEOUT)?;
    stream.set_read_timeout(Some(TIMEOUT))?;
    stream.set_write_timeout(Some(TIMEOUT))?;
    write!(stream, "GET /ready HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.take(LONGEST_ANSWER).read_to_end(&mut answer)?;
    let line = String::from_utf8_lossy(&answer);
    let code = line.split_whitespace().nth(1).and_then(|code| code.parse().ok());
    code.ok_or_else(|| bad("the program at this address is not an HTTP server"))
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
