//! Somebody who waits for changes in; the changes they may see, or a sign of life, out, until the server stops or their token
//! does not hold any more.

use std::collections::HashMap;
use std::collections::VecDeque;
use std::future::pending;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::web::{Bytes, Data};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::access::Access;
use super::limits::Who;
use super::problem::Problem;
use super::state::State;
use crate::answer::ChangeAnswer;
use crate::app::access::Caller;
use crate::app::clock;
use crate::model::{Change, Revision};

/// Time after which a stream shows that it lives.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How long a client that was cut off is to wait, in milliseconds.
const RETRY: u32 = 3_000;
/// Changes read at once.
const PAGE: u32 = 200;
/// The most streams there may be.
const MOST: usize = 1_000;
/// The most one token, or one address, may have.
const MOST_EACH: usize = 20;

/// Somebody who waits.
pub(super) struct Following {
    state: Data<State>,
    caller: Caller,
    projects: Vec<String>,
    entities: Vec<String>,
    since: Revision,
    waiting: VecDeque<Change>,
    notices: watch::Receiver<Revision>,
}

impl Following {
    pub(super) fn new(
        state: Data<State>,
        caller: Caller,
        projects: Vec<String>,
        entities: Vec<String>,
        since: Revision,
    ) -> Self {
        let notices = state.service.follow();
        Self { state, caller, projects, entities, since, waiting: VecDeque::new(), notices }
    }

    /// Refuses a project that is not there.
    pub(super) async fn check(&self) -> Result<(), Problem> {
        self.state.service.changes_of(&self.projects, &self.entities, Revision::MAX, 1).await?;
        Ok(())
    }

    /// The next changes, as many as there are.
    pub(super) async fn page(&mut self, limit: u32) -> Result<Vec<Change>, Problem> {
        // What comes while this is read is noticed afterwards.
        self.notices.borrow_and_update();
        Ok(self.state.service.changes_of(&self.projects, &self.entities, self.since, limit).await?)
    }

    /// Waits until the base changes; `false` where it is too late for that, or there is nobody to tell any more.
    pub(super) async fn changed(&mut self, until: Instant) -> bool {
        if Instant::now() >= until {
            return false;
        }
        let changed = tokio::select! {
            changed = self.notices.changed() => changed.is_ok(),
            () = sleep_until(until) => false,
            () = self.state.stopping() => false,
        };
        changed && self.may_go_on().await
    }

    async fn may_go_on(&self) -> bool {
        self.state.service.is_caller_valid(&self.caller, &clock::now()).await.unwrap_or(false)
    }

    /// What a stream begins with.
    pub(super) fn greeting(&self) -> Bytes {
        Bytes::from(format!("retry: {RETRY}\n\n"))
    }

    /// The next event of a stream, or a sign of life; `None` where the stream ends.
    pub(super) async fn event(&mut self, until: Option<Instant>) -> Option<Bytes> {
        loop {
            if let Some(change) = self.waiting.pop_front() {
                self.since = change.revision;
                let id = change.revision;
                let data = serde_json::to_string(&ChangeAnswer::from(change)).ok()?;
                return Some(Bytes::from(format!("id: {id}\nevent: change\ndata: {data}\n\n")));
            }
            if !self.may_go_on().await {
                return None;
            }
            match self.page(PAGE).await {
                Ok(changes) => self.waiting = changes.into(),
                Err(problem) => {
                    tracing::warn!(%problem, "a stream of changes broke off");
                    return None;
                }
            }
            if !self.waiting.is_empty() {
                continue;
            }
            let ends = async {
                match until {
                    Some(until) => sleep_until(until).await,
                    None => pending().await,
                }
            };
            tokio::select! {
                biased;
                () = self.state.stopping() => return None,
                changed = self.notices.changed() => changed.ok()?,
                () = ends => return None,
                () = sleep_until(Instant::now() + HEARTBEAT) => return Some(Bytes::from_static(b": alive\n\n")),
            }
        }
    }
}

/// How many streams there are, of whom.
#[derive(Debug, Clone, Default)]
pub(super) struct Streams {
    open: Arc<Mutex<HashMap<Who, usize>>>,
}

/// A place among the streams; given back when it is dropped.
pub(super) struct Held {
    streams: Streams,
    who: Who,
}

impl Streams {
    /// Takes a place.
    ///
    /// # Errors
    /// `too_many_requests`.
    pub(super) fn enter(&self, access: &Access, request: &HttpRequest) -> Result<Held, Problem> {
        let address = request.peer_addr().map_or(IpAddr::from([0, 0, 0, 0]), |address| address.ip());
        let who = access.token().map_or_else(|| Who::at(address), Who::Token);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let own = open.get(&who).copied().unwrap_or_default();
        if own >= MOST_EACH || open.values().sum::<usize>() >= MOST {
            let detail = format!("There are too many streams: {own} are yours, {MOST_EACH} may be. End one first.");
            return Err(Problem::new("too_many_requests", detail).retry_after(5));
        }
        open.insert(who, own + 1);
        Ok(Held { streams: self.clone(), who })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.who) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.who);
            }
        }
    }
}
