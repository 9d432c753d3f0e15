//! Browser sessions. Only digests of their secrets are stored, and nothing about them is in the change log.

use super::row::get;
use super::{Store, StoreError, Write};
use crate::model::TokenId;

/// What a session stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionOwner {
    /// A token of the base.
    Token(TokenId),
    /// The server's own token: a digest of it and the session's secret.
    Server(String),
}

/// A session to store.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// The digest of its secret.
    pub digest: &'a str,
    /// What it stands for.
    pub owner: &'a SessionOwner,
    /// When it ends at the latest, RFC 3339 in UTC.
    pub ends_at: &'a str,
    /// The day it is opened on (`YYYY-MM-DD`, UTC).
    pub day: &'a str,
}

/// A session as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSession {
    /// What it stands for.
    pub owner: SessionOwner,
    /// When it ends at the latest, RFC 3339 in UTC.
    pub ends_at: String,
    /// The last day it was used on (`YYYY-MM-DD`, UTC).
    pub used_on: String,
}

impl StoredSession {
    /// Whether it is open at `now` (RFC 3339, UTC), having been used since the day `unused_before` or on it.
    #[must_use]
    pub fn is_open(&self, now: &str, unused_before: &str) -> bool {
        // Days and moments in UTC compare as their texts do.
        now < self.ends_at.as_str() && self.used_on.as_str() >= unused_before
    }
}

impl Write {
    /// Stores a session. Of one owner, only the newest `limit` stay.
    ///
    /// # Errors
    /// Database errors.
    pub async fn insert_session(&mut self, new: &NewSession<'_>, limit: i64) -> Result<(), StoreError> {
        let at = self.at().to_owned();
        let (token, proof) = match new.owner {
            SessionOwner::Token(id) => (Some(id.get()), None),
            SessionOwner::Server(proof) => (None, Some(proof.as_str())),
        };
        let insert = "INSERT INTO session (digest, token_id, own_proof, created_at, ends_at, used_on)
                      VALUES ($1, $2, $3, $4, $5, $6)";
        let insert = sqlx::query(insert).bind(new.digest).bind(token).bind(proof);
        self.execute(insert.bind(at).bind(new.ends_at).bind(new.day)).await?;
        let others = match token {
            Some(token) => {
                let delete = "DELETE FROM session WHERE token_id = $1
                     AND id NOT IN (SELECT id FROM session WHERE token_id = $1 ORDER BY id DESC LIMIT $2)";
                sqlx::query(delete).bind(token).bind(limit)
            }
            None => {
                let delete = "DELETE FROM session WHERE token_id IS NULL
                     AND id NOT IN (SELECT id FROM session WHERE token_id IS NULL ORDER BY id DESC LIMIT $1)";
                sqlx::query(delete).bind(limit)
            }
        };
        self.execute(others).await?;
        Ok(())
    }

    /// Ends the session with this digest, if there is one.
    ///
    /// # Errors
    /// Database errors.
    pub async fn end_session(&mut self, digest: &str) -> Result<(), StoreError> {
        self.execute(sqlx::query("DELETE FROM session WHERE digest = $1").bind(digest)).await?;
        Ok(())
    }

    /// Ends all sessions of a token.
    ///
    /// # Errors
    /// Database errors.
    pub async fn end_sessions_of(&mut self, token: TokenId) -> Result<(), StoreError> {
        self.execute(sqlx::query("DELETE FROM session WHERE token_id = $1").bind(token.get())).await?;
        Ok(())
    }

    /// Removes the sessions that are over at `now`, or have not been used since before the day `unused_before`.
    ///
    /// # Errors
    /// Database errors.
    pub async fn remove_ended_sessions(&mut self, now: &str, unused_before: &str) -> Result<(), StoreError> {
        let delete = "DELETE FROM session WHERE ends_at <= $1 OR used_on < $2";
        self.execute(sqlx::query(delete).bind(now).bind(unused_before)).await?;
        Ok(())
    }

    /// Notes the day a session was used on.
    ///
    /// # Errors
    /// Database errors.
    pub async fn session_used(&mut self, digest: &str, day: &str) -> Result<(), StoreError> {
        let update = "UPDATE session SET used_on = $2 WHERE digest = $1";
        self.execute(sqlx::query(update).bind(digest).bind(day)).await?;
        Ok(())
    }
}

impl Store {
    /// The session with this digest of its secret.
    ///
    /// # Errors
    /// Database errors.
    pub async fn session(&self, digest: &str) -> Result<Option<StoredSession>, StoreError> {
        let select = "SELECT token_id, own_proof, ends_at, used_on FROM session WHERE digest = $1";
        let row = sqlx::query(select).bind(digest).fetch_optional(&self.readers).await?;
        let Some(row) = row else { return Ok(None) };
        let (token, proof): (Option<TokenId>, Option<String>) = (get(&row, "token_id")?, get(&row, "own_proof")?);
        let owner = match (token, proof) {
            (Some(token), _) => SessionOwner::Token(token),
            (None, proof) => SessionOwner::Server(proof.unwrap_or_default()),
        };
        Ok(Some(StoredSession { owner, ends_at: get(&row, "ends_at")?, used_on: get(&row, "used_on")? }))
    }
}
