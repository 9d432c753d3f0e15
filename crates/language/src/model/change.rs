//! The append-only log of changes; its row number is the revision everything else refers to.

use super::words::words;

use super::Revision;

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its number.
    pub revision: Revision,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who: `ingest`, `starter`, or a person's name.
    pub actor: String,
    /// What was done.
    pub action: Action,
    /// To what kind of thing.
    pub entity: Entity,
    /// Its number.
    pub entity_id: i64,
    /// The project it is of; `None` for what is of none, such as a token.
    pub project: Option<String>,
    /// Details, as far as they help a reader.
    pub detail: serde_json::Value,
}

words! {
    /// What was done to a thing.
    Action {
        /// It was made.
        Created = "created",
        /// It was changed.
        Updated = "updated",
        /// It was removed.
        Deleted = "deleted",
    }
}

words! {
    /// The kinds of things the log speaks of.
    Entity {
        /// A release.
        Release = "release",
        /// A concept.
        Concept = "concept",
        /// A term.
        Term = "term",
        /// A segment of the memory.
        Segment = "segment",
        /// An imported dictionary or term base.
        Source = "source",
        /// A token.
        Token = "token",
        /// A finding that is ignored.
        Ignore = "ignore",
        /// The check settings of a project.
        CheckSettings = "check_settings",
    }
}
