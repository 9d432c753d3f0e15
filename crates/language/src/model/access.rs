//! Who may do what: the roles a token can have, and what is known of a token besides its secret.

use serde::Deserialize;

use super::TokenId;

/// What somebody may do; each role may do all that those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Look up terms, spot terms in a text, get suggestions, check drafts.
    Read,
    /// Besides, propose terms and translations, which wait for review.
    Suggest,
    /// Besides, decide: what is proposed counts as approved, and documents may be sent.
    Review,
    /// Besides, delete documents, settle how a project is checked, and act in the name of others.
    Admin,
}

impl Role {
    /// All of them, the weakest first.
    pub const ALL: &[Self] = &[Self::Read, Self::Suggest, Self::Review, Self::Admin];

    /// The word used in JSON, SQL and output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Suggest => "suggest",
            Self::Review => "review",
            Self::Admin => "admin",
        }
    }

    /// Reads the word back; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.as_str() == word)
    }
}

/// What is known of a token; never its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenFacts {
    /// Its number.
    pub id: TokenId,
    /// What it is called; the change log names it as the one who acts.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The projects it may see and change, by name; `None` for all there are and will be.
    pub projects: Option<Vec<String>>,
    /// When it was made, RFC 3339 in UTC.
    pub created_at: String,
    /// Who made it.
    pub created_by: String,
    /// The first day (`YYYY-MM-DD`, UTC) on which it is no longer valid.
    pub expires_on: Option<String>,
    /// When it was revoked.
    pub revoked_at: Option<String>,
    /// Who revoked it.
    pub revoked_by: Option<String>,
    /// The last day it was used on.
    pub used_on: Option<String>,
}

impl TokenFacts {
    /// Whether it holds on the day of `now` (RFC 3339, UTC).
    #[must_use]
    pub fn is_valid(&self, now: &str) -> bool {
        // Days and moments in UTC compare as their texts do.
        self.revoked_at.is_none() && self.expires_on.as_deref().is_none_or(|day| now < day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_may_do_what_weaker_ones_may() {
        assert!(Role::ALL.is_sorted());
        for role in Role::ALL {
            assert_eq!(Role::from_word(role.as_str()), Some(*role));
        }
        assert_eq!(Role::from_word("owner"), None);
    }

    #[test]
    fn a_token_holds_until_the_day_it_expires_on_and_not_once_it_is_revoked() {
        let token = |expires_on: Option<&str>, revoked_at: Option<&str>| TokenFacts {
            id: TokenId::new(1),
            name: "a".into(),
            role: Role::Read,
            projects: None,
            created_at: String::new(),
            created_by: String::new(),
            expires_on: expires_on.map(Into::into),
            revoked_at: revoked_at.map(Into::into),
            revoked_by: None,
            used_on: None,
        };
        for (expires_on, revoked_at, now, valid) in [
            (None, None, "2026-11-21T16:00:00Z", true),
            (Some("2026-11-22"), None, "2026-11-21T23:59:59Z", true),
            (Some("2026-11-22"), None, "2026-11-22T00:00:00Z", false),
            (Some("2026-11-22"), None, "2027-01-01T00:00:00Z", false),
            (None, Some("2026-11-20T00:00:00Z"), "2026-11-21T16:00:00Z", false),
        ] {
            assert_eq!(token(expires_on, revoked_at).is_valid(now), valid, "{expires_on:?} {revoked_at:?} {now}");
        }
    }
}
