//! Notifies waiting callers when the database changes, including changes made by other processes. Polls once for all of
//! them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use crate::app::AppError;
use crate::model::Revision;
use crate::store::Store;

/// Time between two polls. Other processes change the database too, so polling is the only way to notice.
const PAUSE: Duration = Duration::from_millis(250);

/// Polls the revision of the database while somebody waits for changes.
#[derive(Debug)]
pub(in crate::app) struct ChangeWatch {
    store: Store,
    watcher: Mutex<Option<watch::Sender<Revision>>>,
}

impl ChangeWatch {
    /// Starts without receivers.
    pub(super) fn new(store: Store) -> Self {
        Self { store, watcher: Mutex::default() }
    }

    /// Reports every change from now on, as the latest revision. The database is polled four times a second, however
    /// many receivers there are, and not at all without one. Must be called inside a Tokio runtime.
    pub(in crate::app) fn follow(self: &Arc<Self>) -> watch::Receiver<Revision> {
        let mut watcher = self.lock();
        if let Some(sender) = watcher.as_ref() {
            return sender.subscribe();
        }
        let (sender, receiver) = watch::channel(Revision::START);
        *watcher = Some(sender.clone());
        tokio::spawn(poll(Arc::clone(self), sender));
        receiver
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<watch::Sender<Revision>>> {
        // A panic cannot leave it half-changed, so a poisoned lock is safe to use.
        self.watcher.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Polls until there are no receivers left.
async fn poll(watch: Arc<ChangeWatch>, sender: watch::Sender<Revision>) {
    let mut failing = false;
    loop {
        match watch.store.revision().await.map_err(AppError::from) {
            Ok(revision) => {
                sender.send_if_modified(|known| {
                    let changed = *known != revision;
                    *known = revision;
                    changed
                });
                failing = false;
            }
            Err(error) if !failing => {
                tracing::warn!(code = error.code(), %error, "could not read the revision of the database; trying again");
                failing = true;
            }
            Err(_) => {}
        }
        tokio::time::sleep(PAUSE).await;
        let mut watcher = watch.lock();
        // Under the lock, so that no receiver is added at this moment.
        if sender.receiver_count() == 0 {
            *watcher = None;
            return;
        }
    }
}
