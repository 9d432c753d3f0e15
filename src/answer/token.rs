//! Tokens: what they allow, and results of creating and revoking them.

use serde::Serialize;
use utoipa::ToSchema;

use super::from_members;
use super::words::RoleWord;
use crate::app::access::IssuedToken;
use crate::model::TokenFacts;

/// A token, without its secret.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Token)]
pub(crate) struct TokenAnswer {
    /// Its number.
    id: i64,
    /// Its name; the change log names it as the actor.
    name: String,
    /// What its holder may do.
    role: RoleWord,
    /// Projects it gives access to; `null` for all, including future ones.
    projects: Option<Vec<String>>,
    /// When it was created.
    #[schema(format = DateTime)]
    created_at: String,
    /// Who created it.
    created_by: String,
    /// The first day (UTC) it is no longer valid.
    #[schema(format = Date)]
    expires_on: Option<String>,
    /// When it was revoked.
    #[schema(format = DateTime)]
    revoked_at: Option<String>,
    /// Who revoked it.
    revoked_by: Option<String>,
    /// The last day (UTC) it was used.
    #[schema(format = Date)]
    used_on: Option<String>,
}

/// Tokens.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct TokenList {
    /// By number.
    pub(crate) tokens: Vec<TokenAnswer>,
}

/// A new token with its secret, which is shown this once.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = NewToken)]
pub(crate) struct NewTokenAnswer {
    /// The token.
    #[serde(flatten)]
    facts: TokenAnswer,
    /// What to send with requests.
    token: String,
}

/// A token that was revoked.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TokenRevocation)]
pub(crate) struct RevocationAnswer {
    /// Number of the token.
    pub(crate) id: i64,
    /// Whether it was revoked now; `false` where it had been revoked before.
    pub(crate) revoked: bool,
}

from_members!(TokenFacts => TokenAnswer { id, name, role, projects, created_at, created_by, expires_on, revoked_at, revoked_by, used_on });

impl From<IssuedToken> for NewTokenAnswer {
    fn from(made: IssuedToken) -> Self {
        let IssuedToken { facts, token } = made;
        Self { facts: facts.into(), token }
    }
}
