//! Projects, changes and the health of a server.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::words::{ActionWord, EntityWord};
use crate::app::live::memory::MemorySize;
use crate::app::projects::Project;
use crate::model::Change;

/// A named collection of concepts, segments and releases.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Project)]
pub(crate) struct ProjectAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// Its name.
    #[schema(example = "default")]
    pub(crate) name: String,
}

/// All projects.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProjectList {
    /// The projects, by name.
    pub(crate) projects: Vec<ProjectAnswer>,
}

/// One change.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Change)]
pub(crate) struct ChangeAnswer {
    /// Its number.
    revision: i64,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// Who: `ingest`, `starter`, or a person's name.
    actor: String,
    /// What was done.
    action: ActionWord,
    /// The kind of thing.
    entity: EntityWord,
    /// Its number.
    entity_id: i64,
    /// Its project; `null` for things outside projects, such as tokens.
    project: Option<String>,
    /// Details for readers; the members depend on the action.
    #[schema(value_type = Object)]
    detail: serde_json::Value,
}

/// One page of changes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ChangePage {
    /// The changes, oldest first.
    pub(crate) changes: Vec<ChangeAnswer>,
    /// `since` of the next request: the last revision on this page, or the revision of the base on the last page.
    pub(crate) next_since: i64,
    /// Revision of the last change.
    pub(crate) revision: i64,
}

/// The server runs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HealthAnswer {
    /// Always `ok`.
    #[schema(example = "ok")]
    pub(crate) status: &'static str,
    /// Version of the program.
    #[schema(example = "0.1.0")]
    pub(crate) version: &'static str,
}

/// The server is ready.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReadyAnswer {
    /// Always `ready`.
    #[schema(example = "ready")]
    pub(crate) status: &'static str,
    /// Revision of the last change.
    pub(crate) revision: i64,
    /// Whether a dictionary splits words; without one some terms are missed.
    pub(crate) dictionary: bool,
    /// Indexes of the memory by language; each is built before its language is first searched.
    pub(crate) memory: Vec<MemorySizeAnswer>,
}

/// Size of the index of the memory for one language.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MemorySize)]
pub(crate) struct MemorySizeAnswer {
    /// Language tag (BCP 47), without region.
    #[schema(example = "ja")]
    lang: String,
    /// Number of texts.
    entries: usize,
    /// Size in bytes, in memory or mapped from a file.
    bytes: usize,
}

impl From<MemorySize> for MemorySizeAnswer {
    fn from(size: MemorySize) -> Self {
        let MemorySize { lang, entries, bytes } = size;
        Self { lang: lang.into(), entries, bytes }
    }
}

impl From<Change> for ChangeAnswer {
    fn from(change: Change) -> Self {
        let Change { revision, at, actor, action, entity, entity_id, project, detail } = change;
        Self {
            revision: revision.get(),
            at,
            actor,
            action: action.into(),
            entity: entity.into(),
            entity_id,
            project,
            detail,
        }
    }
}

impl From<Project> for ProjectAnswer {
    fn from(project: Project) -> Self {
        let Project { id, name } = project;
        Self { id: id.get(), name }
    }
}
