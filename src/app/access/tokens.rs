//! API tokens: creates, lists and revokes them, and authenticates callers by them.

use subtle::ConstantTimeEq;

use super::verified::{Use, digest};
use super::{Caller, UNNAMED_CALLER, check_name, secret};
use crate::app::blocking::blocking;
use crate::app::{AppError, Service, clock};
use crate::config::Token;
use crate::model::{Role, TokenFacts, TokenId};
use crate::store::{NewToken, StoredToken};

/// A token to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRequest {
    /// Its name, which the change log records as the actor.
    pub name: String,
    /// Its role.
    pub role: Role,
    /// The projects it gives access to, created if they do not exist; `None` for all present and future projects.
    pub projects: Option<Vec<String>>,
    /// The first day (`YYYY-MM-DD`, UTC) on which it is no longer valid.
    pub expires_on: Option<String>,
}

/// A newly created token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedToken {
    /// Its properties, as stored.
    pub facts: TokenFacts,
    /// The token itself. It is shown only once; the database keeps a hash.
    pub token: String,
}

/// Why a token was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No such token exists.
    Unknown,
    /// It has expired.
    Expired,
    /// It was revoked.
    Revoked,
}

/// Something to write that no request waits for.
enum Note {
    /// The day a token or session was used on.
    Day(Use, String),
    /// What the secret of a token is compared with from now on.
    Hash(TokenId, String),
}

impl Service {
    /// Creates a token.
    ///
    /// # Errors
    /// `invalid_request` for an unusable or reserved name, or an expiry date that is malformed or not in the future;
    /// `already_exists` if a token that was not revoked has this name; database errors.
    pub async fn create_token(&self, request: &TokenRequest, actor: &str, now: &str) -> Result<IssuedToken, AppError> {
        let name = request.name.trim();
        check_name("name", name)?;
        let invalid = |field, problem: String| AppError::InvalidRequest { field, problem };
        if name.eq_ignore_ascii_case(UNNAMED_CALLER) {
            let problem = format!("`{name}` stands for callers without a token of their own; choose another name");
            return Err(invalid("name", problem));
        }
        if let Some(other) =
            self.tokens().await?.into_iter().find(|token| token.name == name && token.revoked_at.is_none())
        {
            return Err(AppError::TokenExists { name: name.to_owned(), id: other.id });
        }
        if let Some(day) = &request.expires_on {
            if clock::first_second(day).is_none() {
                return Err(invalid("expires", format!("`{day}` is not a date; write it like `2027-01-01`")));
            }
            if now >= day.as_str() {
                return Err(invalid(
                    "expires",
                    format!("`{day}` is not after today, so the token would never be valid"),
                ));
            }
        }
        if request.projects.as_ref().is_some_and(Vec::is_empty) {
            return Err(invalid("project", "name at least one project, or ask for access to all of them".to_owned()));
        }
        let new_secret = secret::new()?;
        let projects = match &request.projects {
            Some(names) => Some(self.project_ids(names).await?),
            None => None,
        };
        let mut write = self.store().write(actor, now).await?;
        let new = NewToken {
            name,
            role: request.role,
            projects: projects.as_deref(),
            expires_on: request.expires_on.as_deref(),
        };
        let id = write.insert_token(&new).await?;
        write.set_token_hash(id, &secret::hash(&new_secret)).await?;
        write.commit().await?;
        let facts = self.token(id).await?.facts;
        Ok(IssuedToken { facts, token: secret::token(id, &new_secret) })
    }

    /// All tokens, including revoked and expired ones, by number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn tokens(&self) -> Result<Vec<TokenFacts>, AppError> {
        Ok(self.store().tokens().await?.into_iter().map(|token| token.facts).collect())
    }

    /// Checks that the caller sees a token among others. If not, the answer is the same as if it did not exist.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn check_token(&self, caller: &Caller, id: TokenId) -> Result<(), AppError> {
        let token = self.token(id).await?;
        if caller.may_manage(&token.facts) { Ok(()) } else { Err(AppError::nothing("token", id)) }
    }

    /// Whether any token is valid.
    ///
    /// # Errors
    /// Database errors.
    pub async fn has_tokens(&self, now: &str) -> Result<bool, AppError> {
        Ok(self.tokens().await?.iter().any(|token| token.is_valid(now)))
    }

    /// Revokes a token for good; `false` if it was revoked already.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn revoke_token(&self, id: TokenId, actor: &str, now: &str) -> Result<bool, AppError> {
        let mut write = self.store().write(actor, now).await?;
        let revoked = write.revoke_token(id).await?;
        write.commit().await?;
        Ok(revoked)
    }

    /// Identifies the caller by a token: one from the database, or the server's `own`, which may do everything.
    ///
    /// # Errors
    /// Database errors.
    pub async fn authenticate(
        &self,
        shown: &str,
        own: Option<&Token>,
        now: &str,
    ) -> Result<Result<Caller, Refusal>, AppError> {
        // Hashes have one length, so that the comparison tells nothing about the token's.
        let same = |own: &Token| bool::from(digest(shown).ct_eq(&digest(own.reveal())));
        if own.is_some_and(same) {
            return Ok(Ok(Caller::local()));
        }
        let Some((id, secret)) = secret::parse(shown) else { return Ok(Err(Refusal::Unknown)) };
        let Some(token) = self.store().token(id).await? else { return Ok(Err(Refusal::Unknown)) };
        let is_right = match secret::verify(&token.hash, secret) {
            Some(is_right) => is_right,
            None => self.verified().has(id, &token.hash, secret) || self.verify_slowly(&token, secret, now).await?,
        };
        if !is_right {
            return Ok(Err(Refusal::Unknown));
        }
        if token.facts.revoked_at.is_some() {
            return Ok(Err(Refusal::Revoked));
        }
        if !token.facts.is_valid(now) {
            return Ok(Err(Refusal::Expired));
        }
        self.note_use(&token.facts, now);
        Ok(Ok(Caller::of(token.facts)))
    }

    async fn token(&self, id: TokenId) -> Result<StoredToken, AppError> {
        self.store().token(id).await?.ok_or_else(|| AppError::nothing("token", id))
    }

    /// Compares a secret with the hash of an earlier version. If it matches, it is remembered, and the hash replaced.
    async fn verify_slowly(&self, token: &StoredToken, secret: &str, now: &str) -> Result<bool, AppError> {
        let verified = self.verified();
        let turn = verified.turn().await?;
        let (hash, shown) = (token.hash.clone(), secret.to_owned());
        let right = blocking("token", move || secret::verify_slowly(&hash, &shown)).await?;
        drop(turn);
        if right {
            verified.add(token.facts.id, &token.hash, secret);
            let (id, hash) = (token.facts.id, secret::hash(secret));
            self.note(Note::Hash(id, hash), now);
        }
        Ok(right)
    }

    /// Records the day a token is used on.
    pub(super) fn note_use(&self, token: &TokenFacts, now: &str) {
        self.note_day(Use::Token(token.id), token.used_on.as_deref().unwrap_or_default(), now);
    }

    /// Records the day of use, once a day and in the background, so that the request does not wait for a writer. `last` is the
    /// day that is stored.
    pub(super) fn note_day(&self, used: Use, last: &str, now: &str) {
        let day = clock::day(now).to_owned();
        let noted = self.verified().note_use(&used, &day);
        if noted || last == day {
            return;
        }
        self.note(Note::Day(used, day), now);
    }

    /// Writes something in the background, so that the request does not wait for a writer.
    fn note(&self, note: Note, now: &str) {
        let (store, now) = (self.store().clone(), now.to_owned());
        tokio::spawn(async move {
            let write = async {
                let mut write = store.write("access", &now).await?;
                match note {
                    Note::Day(Use::Token(id), day) => write.token_used(id, &day).await?,
                    Note::Day(Use::Session(digest), day) => write.session_used(&digest, &day).await?,
                    Note::Hash(id, hash) => write.set_token_hash(id, &hash).await?,
                }
                write.commit().await
            };
            if let Err(error) = write.await {
                tracing::warn!(code = error.code(), %error, "could not note something about a token or session");
            }
        });
    }
}
