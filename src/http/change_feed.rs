//! The change feed of one client: the changes it may see, page by page or as server-sent events, until the server stops or
//! the client's token is no longer valid.

use std::collections::VecDeque;
use std::future::pending;
use std::time::Duration;

use actix_web::web::{Bytes, Data};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::problem::Problem;
use super::state::State;
use crate::answer::ChangeAnswer;
use crate::app::access::Caller;
use crate::app::clock;
use crate::model::{Change, Entity, Revision};

/// Time without a change after which a stream sends a comment to keep the connection open.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How long a client that was cut off should wait before it connects again, in milliseconds.
const RETRY: u32 = 3_000;
/// Changes read at once.
const PAGE: u32 = 200;

/// Which changes a client wants.
pub(super) struct ChangeFilter {
    /// Names of projects; all where empty.
    pub(super) projects: Vec<String>,
    /// Kinds of entity; all where empty.
    pub(super) entities: Vec<Entity>,
    /// Only changes by this person or program.
    pub(super) actor: Option<String>,
    /// Only changes after this revision.
    pub(super) since: Revision,
}

/// The changes a client is sent.
pub(super) struct ChangeFeed {
    state: Data<State>,
    caller: Caller,
    filter: ChangeFilter,
    queue: VecDeque<Change>,
    revisions: watch::Receiver<Revision>,
}

impl ChangeFeed {
    pub(super) fn new(state: Data<State>, caller: Caller, filter: ChangeFilter) -> Self {
        let revisions = state.service.follow();
        Self { state, caller, filter, queue: VecDeque::new(), revisions }
    }

    async fn read(&self, since: Revision, limit: u32) -> Result<Vec<Change>, Problem> {
        let ChangeFilter { projects, entities, actor, .. } = &self.filter;
        Ok(self.state.service.changes_of(projects, entities, actor.as_deref(), since, limit).await?)
    }

    /// Refuses a project that does not exist.
    pub(super) async fn check(&self) -> Result<(), Problem> {
        for project in &self.filter.projects {
            self.state.service.project_id(project).await?;
        }
        Ok(())
    }

    /// The next changes, up to `limit`.
    pub(super) async fn page(&mut self, limit: u32) -> Result<Vec<Change>, Problem> {
        // Marked as seen before reading, so that a change made meanwhile is noticed afterwards.
        self.revisions.borrow_and_update();
        self.read(self.filter.since, limit).await
    }

    /// Waits for a change of the base; `false` when the time is over, the server stops, or the token is no longer valid.
    pub(super) async fn changed(&mut self, until: Instant) -> bool {
        if Instant::now() >= until {
            return false;
        }
        let changed = tokio::select! {
            changed = self.revisions.changed() => changed.is_ok(),
            () = sleep_until(until) => false,
            () = self.state.stopping() => false,
        };
        changed && self.is_authorized().await
    }

    async fn is_authorized(&self) -> bool {
        self.state.service.is_caller_valid(&self.caller, &clock::now()).await.unwrap_or(false)
    }

    /// The beginning of a stream of events.
    pub(super) fn preamble(&self) -> Bytes {
        Bytes::from(format!("retry: {RETRY}\n\n"))
    }

    /// The next event of a stream, or a comment that keeps the connection open; `None` at the end of the stream.
    pub(super) async fn event(&mut self, until: Option<Instant>) -> Option<Bytes> {
        loop {
            if let Some(change) = self.queue.pop_front() {
                self.filter.since = change.revision;
                let id = change.revision;
                let data = serde_json::to_string(&ChangeAnswer::from(change)).ok()?;
                return Some(Bytes::from(format!("id: {id}\nevent: change\ndata: {data}\n\n")));
            }
            if !self.is_authorized().await {
                return None;
            }
            match self.page(PAGE).await {
                Ok(changes) => self.queue = changes.into(),
                Err(problem) => {
                    tracing::warn!(%problem, "a stream of changes was cut off");
                    return None;
                }
            }
            if !self.queue.is_empty() {
                continue;
            }
            let end = async {
                match until {
                    Some(until) => sleep_until(until).await,
                    None => pending().await,
                }
            };
            tokio::select! {
                biased;
                () = self.state.stopping() => return None,
                changed = self.revisions.changed() => changed.ok()?,
                () = end => return None,
                () = sleep_until(Instant::now() + HEARTBEAT) => return Some(Bytes::from_static(b": alive\n\n")),
            }
        }
    }
}
