//! The use cases and a configuration in; a server that answers until it is told to stop out.

use std::io;
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::{Server as Running, ServerHandle};
use actix_web::error::{JsonPayloadError, QueryPayloadError};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, JsonConfig, PathConfig, PayloadConfig, QueryConfig};
use actix_web::{App, Error, HttpRequest, HttpServer};

use tokio::sync::watch;

use super::problem::Problem;
use super::state::State;
use super::{finish, guard, routes, shown};
use crate::app::Service;
use crate::config::Config;

/// The most bytes of JSON a request may carry.
const LARGEST_JSON: usize = 1024 * 1024;
/// How long a stopping server lets requests under way end.
const PATIENCE_IN_SECONDS: u64 = 30;
/// How long a request's head may take to come in.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// Why the server could not answer, or stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The address cannot be listened on.
    #[error("Cannot listen on `{address}`: {source}. Choose another address with `--listen`, or end what uses it.")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The server stopped by itself.
    #[error("The server stopped: {0}. Start it again; the cause is in the log if it stays.")]
    Stopped(#[source] io::Error),
}

impl ServeError {
    /// The stable name of the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Listen { .. } => "listen_failed",
            Self::Stopped(_) => "server_stopped",
        }
    }
}

/// A server that listens. It answers while [`Server::run`] is awaited.
pub struct Server {
    /// Where it listens; the port is a real one even where the configuration asked for any.
    pub address: SocketAddr,
    /// Stops the server from elsewhere: `handle.stop(true)` lets requests under way end.
    pub handle: Handle,
    running: Running,
}

/// Stops a server from elsewhere.
#[derive(Debug, Clone)]
pub struct Handle {
    handle: ServerHandle,
    stopping: watch::Sender<bool>,
}

impl Handle {
    /// Stops the server, which ends once the answer is awaited, at once or, `graceful`, with requests under way at their
    /// end. Those who wait for changes wait no longer.
    pub fn stop(&self, graceful: bool) -> impl Future<Output = ()> + use<> {
        self.stopping.send_replace(true);
        self.handle.stop(graceful)
    }
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Server {
    /// Listens on the configured address.
    ///
    /// # Errors
    /// `listen_failed`.
    pub fn bind(service: Arc<Service>, config: &Config) -> Result<Self, ServeError> {
        let (stopping, stops) = watch::channel(false);
        let state = Data::new(State::new(service, config, stops));
        let failed = |source| ServeError::Listen { address: config.listen, source };
        let server = HttpServer::new(move || {
            App::new()
                .app_data(state.clone())
                .app_data(json_config(LARGEST_JSON))
                .app_data(QueryConfig::default().error_handler(bad_query))
                .app_data(PathConfig::default().error_handler(|error, _| {
                    Problem::new("invalid_request", format!("The path's number cannot be read: {error}.")).into()
                }))
                .app_data(PayloadConfig::new(LARGEST_JSON))
                .wrap(from_fn(guard::check))
                .wrap(from_fn(finish::answer))
                .wrap(from_fn(shown::take))
                .wrap(Compress::default())
                .configure(routes::configure)
        })
        .workers(std::thread::available_parallelism().map_or(1, NonZeroUsize::get))
        .client_request_timeout(HEAD_TIMEOUT)
        .shutdown_timeout(PATIENCE_IN_SECONDS)
        .disable_signals()
        .bind(config.listen)
        .map_err(failed)?;
        let address = server.addrs().first().copied().unwrap_or(config.listen);
        let running = server.run();
        let handle = Handle { handle: running.handle(), stopping };
        Ok(Self { address, handle, running })
    }

    /// Answers until it is stopped or the process is told to end (`SIGINT`, `SIGTERM`); requests under way end first.
    ///
    /// # Errors
    /// `server_stopped`.
    pub async fn run(self) -> Result<(), ServeError> {
        let handle = self.handle.clone();
        let told = tokio::spawn(async move {
            told_to_end().await;
            tracing::info!("told to end; requests under way end first");
            let stopped = handle.stop(true);
            tokio::select! {
                () = stopped => {}
                // Told twice: at once then.
                () = told_to_end() => handle.stop(false).await,
            }
        });
        let ended = self.running.await.map_err(ServeError::Stopped);
        told.abort();
        ended
    }
}

/// Waits until the process is told to end.
async fn told_to_end() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signals) => drop(signals.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

/// Serves the use cases until the process is told to end.
///
/// # Errors
/// `listen_failed`, `server_stopped`.
pub async fn serve(service: Arc<Service>, config: &Config) -> Result<(), ServeError> {
    let server = Server::bind(service, config)?;
    tracing::info!(address = %server.address, "listening");
    server.run().await
}

/// How JSON of up to so many bytes is read.
pub(super) fn json_config(limit: usize) -> JsonConfig {
    JsonConfig::default().limit(limit).error_handler(bad_json)
}

fn bad_json(error: JsonPayloadError, _request: &HttpRequest) -> Error {
    match error {
        JsonPayloadError::ContentType => Problem::new(
            "unsupported_media_type",
            "The body must be JSON. Send it with the header `Content-Type: application/json`.",
        ),
        JsonPayloadError::Overflow { limit } | JsonPayloadError::OverflowKnownLength { limit, .. } => {
            let most = limit / (1024 * 1024);
            Problem::new("payload_too_large", format!("The JSON is larger than {most} MiB. Send less at once."))
        }
        error => {
            Problem::new("invalid_json", format!("The body cannot be read: {error}. Check it against `/openapi.json`."))
        }
    }
    .into()
}

#[expect(clippy::needless_pass_by_value, reason = "the framework gives it away")]
fn bad_query(error: QueryPayloadError, _request: &HttpRequest) -> Error {
    Problem::new("invalid_request", format!("The query cannot be read: {error}. Check it against `/openapi.json`."))
        .into()
}
