//! `serve`: runs the HTTP server until it is told to stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Args;

use super::exit::Exit;
use super::{Context, complain_of, heap};
use crate::app::live::memory::Progress;
use crate::app::{AppError, Service, clock};
use crate::config::Config;
use crate::http::{ServeError, Server};

/// Time between two times that free memory is given back to the system.
const RELEASED_EVERY: Duration = Duration::from_secs(60);

/// The arguments of `serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address to listen on; requests from other machines need a token [default: 127.0.0.1:8722; `TAIYAKU_LISTEN`]
    #[arg(long, value_name = "HOST:PORT")]
    pub(super) listen: Option<String>,
    /// Require a token from this machine too (`TAIYAKU_REQUIRE_TOKEN=1`)
    #[arg(long)]
    pub(super) require_token: bool,
    /// Allow web pages of this origin, such as `https://editor.example`, to use the API; can be repeated
    /// (`TAIYAKU_ALLOW_ORIGIN`, separated by commas)
    #[arg(long, value_name = "ORIGIN")]
    pub(super) allow_origin: Vec<String>,
    /// Address under which clients reach the server, such as `https://terms.example`; addresses in answers begin with it
    /// (`TAIYAKU_PUBLIC_URL`)
    #[arg(long, value_name = "URL")]
    pub(super) public_url: Option<String>,
    /// Believe a proxy at this address, or in this network, about the clients and addresses of requests (`Forwarded`,
    /// `X-Forwarded-For`, `-Proto`, `-Host`); can be repeated (`TAIYAKU_TRUSTED_PROXY`, separated by commas)
    #[arg(long, value_name = "CIDR")]
    pub(super) trusted_proxy: Vec<String>,
    /// Requests per minute for each token; 0 for no limit [default: 6000; `TAIYAKU_RATE_LIMIT`]
    #[arg(long, value_name = "NUMBER")]
    pub(super) rate_limit: Option<u32>,
}

/// Starts the server, unless it would listen on an address where no request could be accepted.
pub(super) fn run(context: &Context) -> Result<Exit, AppError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(AppError::Output)?;
    runtime.block_on(async {
        let service = Service::open(&context.config).await?;
        if let Err(error) = context.config.check_listen(service.has_tokens(&clock::now()).await?) {
            service.store().close().await;
            return Err(error.into());
        }
        service.store().open_connections().await?;
        if let Some(problem) = service.dictionary_problem() {
            tracing::warn!(problem, "text is split by script, which is less exact");
        }
        // Requests are answered meanwhile from the entries that are ready, and the answers say so.
        let preparing = tokio::spawn(prepare(service.clone()));
        let undoing = tokio::spawn(finish_undos(service.clone()));
        let releasing = tokio::spawn(release_memory());
        let served = match Server::bind(Arc::new(service.clone()), &context.config) {
            Ok(server) => {
                tracing::info!(address = %server.address, "listening");
                context.note(&invitation(&context.config, server.address));
                server.run().await
            }
            Err(error) => Err(error),
        };
        preparing.abort();
        undoing.abort();
        releasing.abort();
        service.save_memory().await;
        service.store().close().await;
        Ok(match served {
            Ok(()) => Exit::Ok,
            Err(error) => {
                complain_of(error.code(), &error.to_string(), context.json);
                match error {
                    ServeError::Listen { .. } => Exit::Usage,
                    _ => Exit::Other,
                }
            }
        })
    })
}

/// What to do with a server that listens on `address`.
fn invitation(config: &Config, address: SocketAddr) -> String {
    let page = match &config.public_url {
        Some(url) => format!("{url}/"),
        // An address that stands for all of this machine is none to open.
        None if address.ip().is_unspecified() => format!("http://localhost:{}/", address.port()),
        None => format!("http://{address}/"),
    };
    let login = if config.local_user_allowed() { "" } else { " and log in with a token" };
    format!("Open {page} in a browser{login}. Stop the server with Ctrl-C.")
}

/// Gives memory that is free back to the system, now and then.
async fn release_memory() {
    loop {
        tokio::time::sleep(RELEASED_EVERY).await;
        let _ = tokio::task::spawn_blocking(heap::release_free_pages).await;
    }
}

/// Goes on with every undo of an import that was broken off.
async fn finish_undos(service: Service) {
    if let Err(error) = service.finish_undos(&clock::now()).await {
        tracing::error!(code = error.code(), %error, "could not go on with the undo of an import");
    }
}

/// Loads the terms, then loads or builds the indexes of the memory.
async fn prepare(service: Service) {
    let began = Instant::now();
    if let Err(error) = service.prepare_terms().await {
        tracing::error!(code = error.code(), %error, "could not load the terms");
    }
    if let Err(error) = service.prepare_memory(&Progress::none()).await {
        tracing::error!(code = error.code(), %error, "could not prepare the memory's indexes");
        return;
    }
    for size in service.memory_sizes() {
        tracing::info!(lang = %size.lang, entries = size.entries, bytes = size.bytes, "an index of the memory is ready");
    }
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(milliseconds, "the memory is ready");
}
