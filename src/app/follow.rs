//! The base in; a notice whenever it changed, whoever changed it, out: one look for all who wait.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::access::Caller;
use super::{AppError, Service};
use crate::model::Revision;

/// Time between two looks. Other programs change the base too, so that looking is the only way to know.
const PAUSE: Duration = Duration::from_millis(250);

/// The one who looks, while somebody waits.
#[derive(Debug, Default)]
pub(super) struct Follow {
    watcher: Mutex<Option<watch::Sender<Revision>>>,
}

impl Service {
    /// Tells of every change from now on: the number it shows grows when the base changes. However many wait, the base is
    /// looked at four times a second; while nobody does, never. It must be called within a runtime.
    #[must_use]
    pub fn follow(&self) -> watch::Receiver<Revision> {
        let mut watcher = self.following().lock();
        if let Some(sender) = watcher.as_ref() {
            return sender.subscribe();
        }
        let (sender, receiver) = watch::channel(Revision::START);
        *watcher = Some(sender.clone());
        tokio::spawn(look(self.clone(), sender));
        receiver
    }

    /// Whether what this caller showed still holds. The local user always does.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn still_holds(&self, caller: &Caller, now: &str) -> Result<bool, AppError> {
        let Some(token) = caller.token() else { return Ok(true) };
        Ok(self.store().token(token).await?.is_some_and(|token| token.facts.holds(now)))
    }
}

impl Follow {
    fn lock(&self) -> std::sync::MutexGuard<'_, Option<watch::Sender<Revision>>> {
        // What it holds is whole after every step.
        self.watcher.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks until nobody waits any more.
async fn look(service: Service, sender: watch::Sender<Revision>) {
    let mut failing = false;
    loop {
        match service.revision().await {
            Ok(revision) => {
                sender.send_if_modified(|known| {
                    let changed = *known != revision;
                    *known = revision;
                    changed
                });
                failing = false;
            }
            Err(error) if !failing => {
                tracing::warn!(code = error.code(), %error, "the base cannot be followed; trying on");
                failing = true;
            }
            Err(_) => {}
        }
        tokio::time::sleep(PAUSE).await;
        let mut watcher = service.following().lock();
        // Under the lock, so that nobody comes to wait at this very moment.
        if sender.receiver_count() == 0 {
            *watcher = None;
            return;
        }
    }
}
