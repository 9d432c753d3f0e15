//! Counts the change streams that are open, so that no client holds too many.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::problem::Problem;
use super::rate_limit::ClientKey;

/// The most streams of one server.
const LIMIT: usize = 1_000;
/// The most streams of one token, or of one address without a token.
const LIMIT_EACH: usize = 20;

/// The open streams, by client.
#[derive(Debug, Clone, Default)]
pub(super) struct Streams {
    open: Arc<Mutex<HashMap<ClientKey, usize>>>,
}

/// One open stream; it is no longer counted once this is dropped.
pub(super) struct OpenStream {
    streams: Streams,
    client: ClientKey,
}

impl Streams {
    /// Counts a new stream of a client.
    ///
    /// # Errors
    /// `too_many_requests`.
    pub(super) fn open(&self, client: ClientKey) -> Result<OpenStream, Problem> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let own = open.get(&client).copied().unwrap_or_default();
        let detail = if own >= LIMIT_EACH {
            format!("Too many open streams: you have {own}, the limit is {LIMIT_EACH}. Close one and try again.")
        } else if open.values().sum::<usize>() >= LIMIT {
            format!("Too many open streams on this server: the limit is {LIMIT}. Try again later.")
        } else {
            open.insert(client, own + 1);
            return Ok(OpenStream { streams: self.clone(), client });
        };
        Err(Problem::new("too_many_requests", detail).retry_after(5))
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.client);
            }
        }
    }
}
