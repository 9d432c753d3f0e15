//! Facts about the base as a whole in, their JSON out.

use serde::Serialize;
use utoipa::ToSchema;

use super::words::{ActionWord, EntityWord};
use crate::app::live::memory::MemorySize;
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
#[derive(Debug, Clone, Serialize, ToSchema)]
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
    #[schema(value_type = ActionWord)]
    action: String,
    /// To what kind of thing.
    #[schema(value_type = EntityWord)]
    entity: String,
    /// Its number.
    entity_id: i64,
    /// The project it is of; `null` for what is of none, such as a token.
    project: Option<String>,
    /// Details, as far as they help a reader; its members depend on the action.
    #[schema(value_type = Object)]
    detail: serde_json::Value,
}

/// One page of changes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ChangePage {
    /// The changes, oldest first.
    pub(crate) changes: Vec<ChangeAnswer>,
    /// What to give as `since` next: the last revision of this page, or that of the base where the page is the last.
    pub(crate) next_since: i64,
    /// Revision of the last change there is.
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

/// The server can answer questions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReadyAnswer {
    /// Always `ready`.
    #[schema(example = "ready")]
    pub(crate) status: &'static str,
    /// Revision of the last change.
    pub(crate) revision: i64,
    /// Whether a dictionary cuts the words; without one some terms are missed.
    pub(crate) dictionary: bool,
    /// The indexes of the memory there are by now, by language; one is made before its language is first asked for.
    pub(crate) memory: Vec<MemorySizeAnswer>,
}

/// How large the index of the memory is for one language.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MemorySize)]
pub(crate) struct MemorySizeAnswer {
    /// Language tag (BCP 47), without region.
    #[schema(example = "ja")]
    lang: String,
    /// Texts in it.
    entries: usize,
    /// Bytes of it, in memory or mapped from a file.
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
        Self { revision: revision.get(), at, actor, action, entity, entity_id, project, detail }
    }
}
