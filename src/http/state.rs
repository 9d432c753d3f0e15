//! What every request can reach: the use cases, who may ask, the meters.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::watch;

use super::compat::deepl::Jobs;
use super::following::Streams;
use super::limits::Limits;
use super::meters::Meters;
use crate::app::Service;
use crate::config::{Config, Token};

/// Shared by all workers of one server.
pub(super) struct State {
    /// The use cases.
    pub(super) service: Arc<Service>,
    /// A token that may do everything, where one is configured.
    pub(super) token: Option<Token>,
    /// Whether whoever uses this machine may do everything without a token.
    pub(super) local: bool,
    /// Origins whose pages may read answers.
    pub(super) origins: Vec<String>,
    /// How often each may ask.
    pub(super) limits: Limits,
    /// The project documents go to where none is named.
    pub(super) project: String,
    /// What was asked and how long it took.
    pub(super) meters: Meters,
    /// Imports and exports other programs have begun.
    pub(super) jobs: Jobs,
    /// The streams of changes that are open.
    pub(super) streams: Streams,
    stopping: watch::Receiver<bool>,
    requests: AtomicU64,
}

impl State {
    /// The state of a server that has not answered yet.
    pub(super) fn new(service: Arc<Service>, config: &Config, stopping: watch::Receiver<bool>) -> Self {
        Self {
            service,
            token: config.token.clone(),
            local: config.local_user_allowed(),
            origins: config.allowed_origins.clone(),
            limits: Limits::new(config.rate_limit),
            project: config.project.clone(),
            meters: Meters::new(),
            jobs: Jobs::default(),
            streams: Streams::default(),
            stopping,
            requests: AtomicU64::new(0),
        }
    }

    /// Waits until the server is told to stop: nobody may wait for anything longer than that.
    pub(super) async fn stopping(&self) {
        let mut stopping = self.stopping.clone();
        // Nobody left to tell is as good as being told.
        let _ = stopping.wait_for(|stopping| *stopping).await;
    }

    /// A name for the next request, unique within this server.
    pub(super) fn next_request_id(&self) -> String {
        format!("r{}", self.requests.fetch_add(1, Ordering::Relaxed) + 1)
    }
}
