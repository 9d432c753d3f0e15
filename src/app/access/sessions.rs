//! Browser sessions: opened with a token, and as good as that token until they end.
//!
//! A session ends when somebody logs out, when its token is revoked or expires (or, for the server's own token, is replaced),
//! when it is not used for a time, and after a time in any case.

use subtle::ConstantTimeEq;

use super::verified::Use;
use super::{Caller, Refusal, secret};
use crate::app::{AppError, Service, clock};
use crate::config::Token;
use crate::store::{NewSession, SessionOwner};

/// Days after which a session ends.
pub const SESSION_DAYS: i64 = 90;
/// Days without use after which a session ends.
pub const IDLE_DAYS: i64 = 30;
/// The most open sessions of one token; a new one ends the oldest.
const MOST: i64 = 50;

/// A session that was just opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSessionSecret {
    /// Its secret, for the cookie. It is not stored.
    pub secret: String,
    /// Whose it is.
    pub caller: Caller,
}

impl Service {
    /// Opens a session with a token. It takes the place of the one with the secret `former`, if there is one.
    ///
    /// # Errors
    /// Database errors.
    pub async fn open_session(
        &self,
        token: &str,
        own: Option<&Token>,
        former: Option<&str>,
        now: &str,
    ) -> Result<Result<NewSessionSecret, Refusal>, AppError> {
        let caller = match self.authenticate(token, own, now).await? {
            Ok(caller) => caller,
            Err(refusal) => return Ok(Err(refusal)),
        };
        // Always a new one: a secret that somebody else put into the browser never becomes that of a session.
        let new_secret = secret::new()?;
        let digest = secret::hash(&new_secret);
        let owner = match caller.token() {
            Some(id) => SessionOwner::Token(id),
            None => SessionOwner::Server(proof(&new_secret, token)),
        };
        let ends_at = clock::days_after(now, SESSION_DAYS);
        let new = NewSession { digest: &digest, owner: &owner, ends_at: &ends_at, day: clock::day(now) };
        let mut write = self.store().write("access", now).await?;
        write.remove_ended_sessions(now, &unused_before(now)).await?;
        if let Some(former) = former {
            write.end_session(&secret::hash(former)).await?;
        }
        write.insert_session(&new, MOST).await?;
        write.commit().await?;
        Ok(Ok(NewSessionSecret { secret: new_secret, caller: caller.in_session(digest) }))
    }

    /// The caller whose session has this secret; `None` if it has ended or never was.
    ///
    /// # Errors
    /// Database errors.
    pub async fn session_caller(
        &self,
        secret: &str,
        own: Option<&Token>,
        now: &str,
    ) -> Result<Option<Caller>, AppError> {
        if !secret::is_secret(secret) {
            return Ok(None);
        }
        let digest = secret::hash(secret);
        let Some(session) = self.store().session(&digest).await? else { return Ok(None) };
        if !session.is_open(now, &unused_before(now)) {
            return Ok(None);
        }
        let caller = match &session.owner {
            SessionOwner::Token(id) => {
                let token = self.store().token(*id).await?.filter(|token| token.facts.is_valid(now));
                let Some(token) = token else { return Ok(None) };
                self.note_use(&token.facts, now);
                Caller::of(token.facts)
            }
            SessionOwner::Server(stored) => {
                let is_same = |own: &Token| proof(secret, own.reveal()).as_bytes().ct_eq(stored.as_bytes()).into();
                if !own.is_some_and(is_same) {
                    return Ok(None);
                }
                Caller::local()
            }
        };
        self.note_day(Use::Session(digest.clone()), &session.used_on, now);
        Ok(Some(caller.in_session(digest)))
    }

    /// Ends the session with this secret, if there is one.
    ///
    /// # Errors
    /// Database errors.
    pub async fn end_session(&self, secret: &str, now: &str) -> Result<(), AppError> {
        let digest = secret::hash(secret);
        if self.store().session(&digest).await?.is_none() {
            return Ok(());
        }
        let mut write = self.store().write("access", now).await?;
        write.end_session(&digest).await?;
        write.commit().await?;
        Ok(())
    }

    /// Whether a session is open; its token is another question.
    pub(super) async fn is_session_open(&self, digest: &str, now: &str) -> Result<bool, AppError> {
        Ok(self.store().session(digest).await?.is_some_and(|session| session.is_open(now, &unused_before(now))))
    }
}

/// The first day of which the use of a session still counts.
fn unused_before(now: &str) -> String {
    clock::day(&clock::days_after(now, -IDLE_DAYS)).to_owned()
}

/// What binds a session to the server's own token. The secret makes it impossible to find the token by trying.
fn proof(secret: &str, own: &str) -> String {
    secret::hash(&format!("{secret} {own}"))
}
