//! Starts and stops the HTTP server.

use std::io;
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::{Server as Running, ServerHandle};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Bytes, Data, PayloadConfig};
use actix_web::{App, HttpServer};

use tokio::sync::watch;

use super::payload::{json_config, path_config, query_config};
use super::route::DEFAULT_BODY_LIMIT;
use super::state::State;
use super::{credentials, finish, guard, openapi, routes};
use crate::app::Service;
use crate::config::Config;

/// How long a stopping server waits for open requests to finish.
const SHUTDOWN_SECONDS: u64 = 30;
/// How long the head of a request may take to arrive.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// Why the server could not answer, or stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// Could not listen on the address.
    #[error(
        "Could not listen on `{address}`: {source}. Choose another address with `--listen`, or stop the program that uses it."
    )]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The server stopped unexpectedly.
    #[error("The server stopped unexpectedly: {0}. Start it again. If it happens again, look at the log.")]
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

/// A server that is listening. It answers requests while [`Server::run`] is awaited.
pub struct Server {
    /// The address it listens on, with the actual port even if the configuration leaves the choice to the system.
    pub address: SocketAddr,
    /// Stops the server from elsewhere: `handle.stop(true)` lets open requests finish.
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
    /// Stops the server, at once or (`graceful`) after open requests have finished. Await the result for the end. Change
    /// streams and waiting requests end at once.
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
        // A document of texts and numbers always serialises; a test holds the served one to the types.
        let description = Bytes::from(serde_json::to_vec(&openapi::document()).unwrap_or_default());
        let state = Data::new(State::new(service, config, routes::TABLE, description, stops));
        let failed = |source| ServeError::Listen { address: config.listen, source };
        let server = HttpServer::new(move || {
            App::new()
                .app_data(state.clone())
                .app_data(json_config(DEFAULT_BODY_LIMIT))
                .app_data(query_config())
                .app_data(path_config())
                .app_data(PayloadConfig::new(DEFAULT_BODY_LIMIT))
                .wrap(from_fn(guard::check))
                .wrap(from_fn(finish::answer))
                .wrap(from_fn(credentials::strip_from_path))
                .wrap(Compress::default())
                .configure(|services| routes::TABLE.configure(services))
        })
        .workers(std::thread::available_parallelism().map_or(1, NonZeroUsize::get))
        .client_request_timeout(HEAD_TIMEOUT)
        .shutdown_timeout(SHUTDOWN_SECONDS)
        .disable_signals()
        .bind(config.listen)
        .map_err(failed)?;
        let address = server.addrs().first().copied().unwrap_or(config.listen);
        let running = server.run();
        let handle = Handle { handle: running.handle(), stopping };
        Ok(Self { address, handle, running })
    }

    /// Answers requests until it is stopped or the process is told to end (`SIGINT`, `SIGTERM`). Open requests finish first.
    ///
    /// # Errors
    /// `server_stopped`.
    pub async fn run(self) -> Result<(), ServeError> {
        let handle = self.handle.clone();
        let signals = tokio::spawn(async move {
            end_signal().await;
            tracing::info!("stopping after open requests have finished");
            let stopped = handle.stop(true);
            tokio::select! {
                () = stopped => {}
                // A second signal: stop at once.
                () = end_signal() => handle.stop(false).await,
            }
        });
        let ended = self.running.await.map_err(ServeError::Stopped);
        signals.abort();
        ended
    }
}

/// Waits until the process is told to end.
async fn end_signal() {
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
