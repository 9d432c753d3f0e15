//! `health`: the address of a server, or this machine's files, in; whether they can be used out.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use super::arguments::Health;
use super::exit::Exit;
use super::{Context, json_line, table};
use crate::app::{AppError, Service};

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// The most that is read of an answer.
const MOST: u64 = 64 << 10;

/// Asks a running server; needs no token, because health is no secret.
pub(super) fn ask(context: &Context, command: &Health) -> Result<Exit, AppError> {
    let listen = context.config.listen;
    let own = format!(
        "http://{}:{}",
        if listen.ip().is_unspecified() { "127.0.0.1".to_owned() } else { host(listen) },
        listen.port()
    );
    let url = command.url.clone().unwrap_or(own);
    let status = status(&url).map_err(|source| AppError::File { name: url.clone(), source })?;
    let well = status == 200;
    if context.json {
        json_line(&serde_json::json!({ "url": url, "status": status, "ready": well }))?;
    } else {
        table::lines(&[format!("{url}: {} ({status})", if well { "ready" } else { "not ready" })])?;
    }
    Ok(if well { Exit::Ok } else { Exit::SomeFailed })
}

fn host(listen: std::net::SocketAddr) -> String {
    if listen.is_ipv6() { format!("[{}]", listen.ip()) } else { listen.ip().to_string() }
}

/// The status of `GET /ready`, over plain HTTP: the server is on this machine or behind a proxy that is.
fn status(url: &str) -> std::io::Result<u16> {
    let bad = |problem: &str| std::io::Error::new(std::io::ErrorKind::InvalidInput, problem.to_owned());
    let rest =
        url.strip_prefix("http://").ok_or_else(|| bad("only addresses beginning with `http://` can be asked"))?;
    let host = rest.split('/').next().unwrap_or_default();
    let with_port = if host.rsplit(']').next().is_some_and(|end| end.contains(':')) {
        host.to_owned()
    } else {
        format!("{host}:80")
    };
    let address = with_port.to_socket_addrs()?.next().ok_or_else(|| bad("the host has no address"))?;
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET /ready HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.take(MOST).read_to_end(&mut answer)?;
    let line = String::from_utf8_lossy(&answer);
    let code = line.split_whitespace().nth(1).and_then(|code| code.parse().ok());
    code.ok_or_else(|| bad("what answers there is no HTTP server"))
}

/// Checks the database and the dictionary of this machine.
pub(super) async fn here(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let found = service.readiness().await;
    if context.json {
        json_line(&found)?;
    } else {
        let database = match (&found.database, &found.database_problem) {
            (Some(health), _) => format!("ready (schema {}, revision {})", health.schema, health.revision),
            (None, problem) => format!("not ready: {}", problem.as_deref().unwrap_or("unknown")),
        };
        let dictionary = found.dictionary_problem.clone().unwrap_or_else(|| found.words.clone());
        let mut lines = vec![
            format!("database    {}: {database}", context.config.database.display()),
            format!("dictionary  {dictionary}"),
            format!("PDF engines {}", found.pdf_engines.join(", ")),
        ];
        if let Some(counts) = found.counts {
            let (releases, concepts, both) = (counts.releases, counts.concepts, counts.bilingual_concepts);
            lines.push(format!("content     {releases} releases, {concepts} concepts, {both} in both languages"));
        }
        table::lines(&lines)?;
    }
    Ok(if found.ready { Exit::Ok } else { Exit::Database })
}
