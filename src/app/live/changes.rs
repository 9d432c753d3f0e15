//! Notifies waiting callers when the base changes, including changes made by other processes. Polls once for all of them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use crate::app::AppError;
use crate::model::Revision;
use crate::store::Store;

/// Time between two looks. Other programs change the base too, so that looking is the only way to know.
const PAUSE: Duration = Duration::from_millis(250);

/// Polls the revision of the base while somebody waits for changes.
#[derive(Debug)]
pub(in crate::app) struct ChangeWatch {
    store: Store,
    watcher: Mutex<Option<watch::Sender<Revision>>>,
}

impl ChangeWatch {
    /// Nobody waits yet.
    pub(super) fn new(store: Store) -> Self {
        Self { store, watcher: Mutex::default() }
    }

    /// Tells of every change from now on: the number it shows grows when the base changes. However many wait, the base is
    /// looked at four times a second; while nobody does, never. It must be called within a runtime.
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
        // What it holds is whole after every step.
        self.watcher.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks until nobody waits any more.
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
                tracing::warn!(code = error.code(), %error, "the base cannot be followed; trying on");
                failing = true;
            }
            Err(_) => {}
        }
        tokio::time::sleep(PAUSE).await;
        let mut watcher = watch.lock();
        // Under the lock, so that nobody comes to wait at this very moment.
        if sender.receiver_count() == 0 {
            *watcher = None;
            return;
        }
    }
}
