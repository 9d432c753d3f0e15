//! Tokens: makes, lists and revokes them, and finds out whose a token is that a caller shows.

use subtle::ConstantTimeEq;

use super::verified::digest;
use super::{Caller, check_name, secret};
use crate::app::blocking::blocking;
use crate::app::{AppError, Service, clock};
use crate::config::Token;
use crate::model::{Role, TokenFacts, TokenId};
use crate::store::{NewToken, StoredToken};

/// A token to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRequest {
    /// What to call it; the log names it as the one who acts.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The projects it may see and change, made where there are none; `None` for all there are and will be.
    pub projects: Option<Vec<String>>,
    /// The first day (`YYYY-MM-DD`, UTC) it does not hold any more.
    pub expires_on: Option<String>,
}

/// A token that was just made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeToken {
    /// What is known of it.
    pub facts: TokenFacts,
    /// The token itself. It is shown this once; only a hash of it is kept.
    pub token: String,
}

/// Why what somebody shows is no token that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such token.
    Wrong,
    /// Its last day has passed.
    Expired,
    /// It was revoked.
    Revoked,
    /// It was not verified before, and must not be now.
    Unverified,
}

impl Service {
    /// Makes a token.
    ///
    /// # Errors
    /// `invalid_request` for a name that cannot be shown or a day that is none or past, `already_exists` where a token of
    /// this name holds; those of the database.
    pub async fn create_token(&self, request: &TokenRequest, actor: &str, now: &str) -> Result<MadeToken, AppError> {
        let name = request.name.trim();
        check_name("name", name)?;
        let invalid = |field, problem: String| AppError::InvalidRequest { field, problem };
        if let Some(day) = &request.expires_on {
            if clock::first_second(day).is_none() {
                return Err(invalid("expires", format!("`{day}` is no day such as `2027-01-01`")));
            }
            if now >= day.as_str() {
                return Err(invalid("expires", format!("`{day}` is not after today; the token would never hold")));
            }
        }
        if request.projects.as_ref().is_some_and(Vec::is_empty) {
            return Err(invalid("project", "name at least one, or say that it is for all".to_owned()));
        }
        let new_secret = secret::new()?;
        let hashed = new_secret.clone();
        let hash = blocking("token", move || secret::hash(&hashed)).await??;
        let mut write = self.store().write(actor, now).await?;
        let projects = match &request.projects {
            Some(names) => {
                let mut ids = Vec::with_capacity(names.len());
                for name in names {
                    check_name("project", name)?;
                    ids.push(write.ensure_project(name).await?);
                }
                Some(ids)
            }
            None => None,
        };
        let new = NewToken {
            name,
            role: request.role,
            projects: projects.as_deref(),
            expires_on: request.expires_on.as_deref(),
        };
        let id = write.insert_token(&new).await?;
        write.set_token_hash(id, &hash).await?;
        write.commit().await?;
        let facts = self.token(id).await?.facts;
        Ok(MadeToken { facts, token: secret::token(id, &new_secret) })
    }

    /// All tokens there ever were, by number.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn tokens(&self) -> Result<Vec<TokenFacts>, AppError> {
        Ok(self.store().tokens().await?.into_iter().map(|token| token.facts).collect())
    }

    /// Whether any token holds.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn has_tokens(&self, now: &str) -> Result<bool, AppError> {
        Ok(self.tokens().await?.iter().any(|token| token.holds(now)))
    }

    /// Takes a token out of use for good; `false` where it was revoked before.
    ///
    /// # Errors
    /// `not_found`; those of the database.
    pub async fn revoke_token(&self, id: TokenId, actor: &str, now: &str) -> Result<bool, AppError> {
        let mut write = self.store().write(actor, now).await?;
        let revoked = write.revoke_token(id).await?;
        write.commit().await?;
        Ok(revoked)
    }

    /// Who shows this: the token of the base it is, or `own`, which may do everything. A secret that was not verified
    /// before is only with `may_verify`, because that is slow.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn authenticate(
        &self,
        shown: &str,
        own: Option<&Token>,
        may_verify: bool,
        now: &str,
    ) -> Result<Result<Caller, Refusal>, AppError> {
        // Hashes have one length, so that the comparison tells nothing about the token's.
        let same = |own: &Token| bool::from(digest(shown).ct_eq(&digest(own.reveal())));
        if own.is_some_and(same) {
            return Ok(Ok(Caller::local()));
        }
        let Some((id, secret)) = secret::parts(shown) else { return Ok(Err(Refusal::Wrong)) };
        let Some(token) = self.store().token(id).await? else { return Ok(Err(Refusal::Wrong)) };
        let first = !self.verified().has(id, &token.hash, secret);
        if first && !may_verify {
            return Ok(Err(Refusal::Unverified));
        }
        if first && !self.verify(&token, secret).await? {
            return Ok(Err(Refusal::Wrong));
        }
        if token.facts.revoked_at.is_some() {
            return Ok(Err(Refusal::Revoked));
        }
        if !token.facts.holds(now) {
            return Ok(Err(Refusal::Expired));
        }
        self.note_use(&token.facts, now);
        Ok(Ok(Caller::of(token.facts)))
    }

    async fn token(&self, id: TokenId) -> Result<StoredToken, AppError> {
        self.store().token(id).await?.ok_or_else(|| AppError::nothing("token", id))
    }

    /// Compares a secret with the hash that is kept, and remembers one that is right.
    async fn verify(&self, token: &StoredToken, secret: &str) -> Result<bool, AppError> {
        let verified = self.verified();
        let turn = verified.turn().await?;
        let (hash, shown) = (token.hash.clone(), secret.to_owned());
        let right = blocking("token", move || secret::is_of(&hash, &shown)).await?;
        drop(turn);
        if right {
            verified.add(token.facts.id, &token.hash, secret);
        }
        Ok(right)
    }

    /// Notes the day, once a day and beside the request: whoever asks does not wait for a writer.
    fn note_use(&self, token: &TokenFacts, now: &str) {
        let day = now.get(..10).unwrap_or(now).to_owned();
        let id = token.id;
        let noted = self.verified().note_use(id, &day);
        if noted || token.used_on.as_ref() == Some(&day) {
            return;
        }
        let (store, now) = (self.store().clone(), now.to_owned());
        tokio::spawn(async move {
            let note = async {
                let mut write = store.write("access", &now).await?;
                write.token_used(id, &day).await?;
                write.commit().await
            };
            if let Err(error) = note.await {
                tracing::warn!(code = error.code(), %error, "the day a token was used could not be noted");
            }
        });
    }
}
