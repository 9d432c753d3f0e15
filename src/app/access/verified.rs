//! Secrets that were verified against the slow hashes of earlier versions, each once, and the days tokens were used on.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::app::AppError;
use crate::model::TokenId;

/// The number of tokens and sessions from which on those of other days are forgotten.
const MOST_USES: usize = 10_000;

/// The secrets verified so far. A token's validity and role are read from the database every time, so a token revoked
/// by any process is refused at once.
#[derive(Debug)]
pub(in crate::app) struct VerifiedSecrets {
    secrets: Mutex<HashMap<TokenId, VerifiedSecret>>,
    /// The last day on which the use of each token and session was recorded.
    used_on: Mutex<HashMap<Use, String>>,
    /// Limits how many secrets are verified at the same time: each takes memory and a processor.
    turns: Semaphore,
}

/// What was used.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Use {
    /// A token.
    Token(TokenId),
    /// The session with this digest.
    Session(String),
}

#[derive(Debug)]
struct VerifiedSecret {
    /// The stored hash the secret was verified against.
    hash: String,
    /// SHA-256 of the secret.
    digest: [u8; 32],
}

impl Default for VerifiedSecrets {
    fn default() -> Self {
        Self { secrets: Mutex::default(), used_on: Mutex::default(), turns: Semaphore::new(2) }
    }
}

impl VerifiedSecrets {
    /// Waits for a turn to verify a secret.
    pub(super) async fn turn(&self) -> Result<SemaphorePermit<'_>, AppError> {
        self.turns.acquire().await.map_err(|_| AppError::Stopped { name: "token".to_owned() })
    }

    /// Whether this secret was verified against this hash before.
    pub(super) fn has(&self, id: TokenId, hash: &str, secret: &str) -> bool {
        let secrets = self.lock();
        secrets.get(&id).is_some_and(|one| one.hash == hash && bool::from(one.digest.ct_eq(&digest(secret))))
    }

    /// Remembers a verified secret.
    pub(super) fn add(&self, id: TokenId, hash: &str, secret: &str) {
        let verified = VerifiedSecret { hash: hash.to_owned(), digest: digest(secret) };
        self.lock().insert(id, verified);
    }

    /// Marks a token or session as used on a day; `true` if that was recorded already.
    pub(super) fn note_use(&self, used: &Use, day: &str) -> bool {
        // As above, a poisoned lock is safe to use.
        let mut used_on = self.used_on.lock().unwrap_or_else(PoisonError::into_inner);
        if used_on.len() >= MOST_USES {
            used_on.retain(|_, last| last == day);
        }
        used_on.insert(used.clone(), day.to_owned()).is_some_and(|last| last == day)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TokenId, VerifiedSecret>> {
        // A panic cannot leave the map half-changed, so a poisoned lock is safe to use.
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// SHA-256 of a secret.
pub(super) fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
