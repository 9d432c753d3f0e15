//! What all requests of one server share: the use cases, the settings, the limits and the metrics.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::HttpRequest;
use actix_web::web::Bytes;
use tokio::sync::watch;

use super::compat::deepl::Jobs;
use super::forwarding::Forwarding;
use super::metrics::Metrics;
use super::pages::Pages;
use super::rate_limit::RateLimiter;
use super::route::RouteTable;
use super::streams::Streams;
use super::v1::import_jobs::ImportJobs;
use crate::app::Service;
use crate::config::{Config, Token};

/// Shared by all workers of one server.
pub(super) struct State {
    /// The use cases.
    pub(super) service: Arc<Service>,
    /// The server's own token, which allows everything, if one is configured.
    pub(super) token: Option<Token>,
    /// Whether requests from this machine need no token.
    pub(super) local: bool,
    /// Origins of other sites whose pages may read answers.
    pub(super) origins: Vec<String>,
    /// Which proxies to believe, and the address clients use.
    pub(super) forwarding: Forwarding,
    /// How many requests clients may send.
    pub(super) rate_limiter: RateLimiter,
    /// The default project.
    pub(super) project: String,
    /// Counts and durations of requests.
    pub(super) metrics: Metrics,
    /// Imports and exports that other programs have started.
    pub(super) jobs: Jobs,
    /// Imports that this server carries out.
    pub(super) imports: ImportJobs,
    /// The open change streams.
    pub(super) streams: Streams,
    /// What each path takes.
    pub(super) routes: RouteTable,
    /// The OpenAPI document as JSON.
    pub(super) description: Bytes,
    /// The pages of the workbench.
    pub(super) pages: Pages,
    stopping: watch::Receiver<bool>,
    requests: AtomicU64,
}

impl State {
    /// The state of a server that has not answered a request yet.
    pub(super) fn new(
        service: Arc<Service>,
        config: &Config,
        routes: RouteTable,
        description: Bytes,
        pages: Pages,
        stopping: watch::Receiver<bool>,
    ) -> Self {
        Self {
            service,
            token: config.token.clone(),
            local: config.local_user_allowed(),
            origins: config.allowed_origins.clone(),
            forwarding: Forwarding { trusted: config.trusted_proxies.clone(), public_url: config.public_url.clone() },
            rate_limiter: RateLimiter::new(config.rate_limit),
            project: config.project.clone(),
            metrics: Metrics::new(routes),
            jobs: Jobs::default(),
            imports: ImportJobs::default(),
            streams: Streams::default(),
            routes,
            description,
            pages,
            stopping,
            requests: AtomicU64::new(0),
        }
    }

    /// The address of the client that sent a request.
    pub(super) fn client_address(&self, request: &HttpRequest) -> Option<IpAddr> {
        self.forwarding.client(request.peer_addr(), request.headers())
    }

    /// The address of this server as the client of a request reaches it, without a slash at its end.
    pub(super) fn base_address(&self, request: &HttpRequest) -> String {
        self.forwarding.base(request.peer_addr(), request.headers())
    }

    /// Waits until the server is told to stop; nothing may wait longer than that.
    pub(super) async fn stopping(&self) {
        let mut stopping = self.stopping.clone();
        // An error means that the server is gone, which is as good as being told.
        let _ = stopping.wait_for(|stopping| *stopping).await;
    }

    /// An id for the next request, unique within this server.
    pub(super) fn next_request_id(&self) -> String {
        format!("r{}", self.requests.fetch_add(1, Ordering::Relaxed) + 1)
    }
}
