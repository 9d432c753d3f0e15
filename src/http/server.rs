//! Starts and stops the HTTP server.

use std::future::ready;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use actix_http::HttpService;
use actix_http::error::DispatchError;
use actix_server::ServerBuilder;
use actix_service::{IntoServiceFactory, ServiceFactoryExt, fn_service, map_config};
use actix_web::App;
use actix_web::dev::{AppConfig, Server as Running, ServerHandle};
use actix_web::middleware::{Compress, from_fn};
use actix_web::rt::net::TcpStream;
use actix_web::web::{Bytes, Data, PayloadConfig};
use tokio::sync::watch;

use super::connection::Connection;
use super::pages::Pages;
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

/// How long a connection stays open after its last answer, for what the client still sends.
const LINGER: Duration = Duration::from_secs(1);

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
        Self::bind_with_pages(service, config, Pages::embedded())
    }

    /// The same, with other pages than those of this program.
    ///
    /// # Errors
    /// `listen_failed`.
    pub fn bind_with_pages(service: Arc<Service>, config: &Config, pages: Pages) -> Result<Self, ServeError> {
        let (stopping, stops) = watch::channel(false);
        // A document of texts and numbers always serialises; a test holds the served one to the types.
        let description = Bytes::from(serde_json::to_vec(&openapi::document()).unwrap_or_default());
        let state = Data::new(State::new(service, config, routes::TABLE, description, pages, stops));
        let failed = |source| ServeError::Listen { address: config.listen, source };
        let listener = TcpListener::bind(config.listen).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let builder = ServerBuilder::new()
            .workers(std::thread::available_parallelism().map_or(1, NonZeroUsize::get))
            .shutdown_timeout(SHUTDOWN_SECONDS)
            .disable_signals();
        let ending = builder.graceful_shutdown_signal();
        let answering = move || {
            let app = App::new()
                .app_data(state.clone())
                .app_data(json_config(DEFAULT_BODY_LIMIT))
                .app_data(query_config())
                .app_data(path_config())
                .app_data(PayloadConfig::new(DEFAULT_BODY_LIMIT))
                .wrap(from_fn(guard::check))
                .wrap(from_fn(finish::answer))
                .wrap(from_fn(credentials::strip_from_path))
                .wrap(Compress::default())
                .configure(|services| routes::TABLE.configure(services));
            let app = app.into_factory().map_err(|error: actix_web::Error| error.error_response());
            let ending = ending.clone();
            let http = HttpService::build()
                .client_request_timeout(HEAD_TIMEOUT)
                .client_disconnect_timeout(LINGER)
                // A client that closes its side of the connection is gone: what it waits for, such as a stream of changes, ends at once.
                .h1_allow_half_closed(false)
                .graceful_shutdown_signal(move || {
                    let ending = ending.clone();
                    async move { ending.notified().await }
                })
                .h1(map_config(app, |()| AppConfig::default()));
            let connect = |stream: TcpStream| {
                let peer = stream.peer_addr().ok();
                ready(Ok::<_, DispatchError>((Connection::new(stream), peer)))
            };
            fn_service(connect).and_then(http)
        };
        let running = builder.listen("taiyaku", listener, answering).map_err(failed)?.run();
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
pub(crate) async fn end_signal() {
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
