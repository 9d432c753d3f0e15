//! The append-only log of changes; its row number is the revision everything else refers to.

use serde::{Deserialize, Serialize};

use super::Revision;

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Its number.
    pub revision: Revision,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who: `ingest`, `starter`, or a person's name.
    pub actor: String,
    /// What was done: `created`, `updated`, `deleted`.
    pub action: String,
    /// To what kind of thing: `release`, `concept`, `term`, `segment`, `source`, `token`, `ignore`, `check_settings`.
    pub entity: String,
    /// Its number.
    pub entity_id: i64,
    /// The project it is of; `None` for what is of none, such as a token.
    pub project: Option<String>,
    /// Details, as far as they help a reader.
    pub detail: serde_json::Value,
}
