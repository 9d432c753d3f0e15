//! Projects, how much they hold, and changes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::from_members;
use super::words::{ActionWord, EntityWord};
use crate::app::health::Counts;
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
    /// The fields of the starter term base that it has.
    #[schema(example = json!(["life-sciences"]))]
    pub(crate) starter: Vec<String>,
}

/// A field of the starter term base.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = StarterField)]
pub(crate) struct StarterAnswer {
    /// Its name.
    #[schema(example = "life-sciences")]
    pub(crate) field: String,
    /// The number of its rows.
    pub(crate) rows: usize,
    /// Whether the project has it.
    pub(crate) in_project: bool,
}

/// The fields of the starter term base.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct StarterList {
    /// The fields.
    pub(crate) fields: Vec<StarterAnswer>,
}

/// All projects.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProjectList {
    /// The projects, by name.
    pub(crate) projects: Vec<ProjectAnswer>,
}

/// A project and how much it holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ProjectSummary)]
pub(crate) struct ProjectSummaryAnswer {
    /// The project.
    pub(crate) project: ProjectAnswer,
    /// How much it holds.
    pub(crate) counts: CountsAnswer,
}

/// How much there is, in one project or in all.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Counts)]
pub(crate) struct CountsAnswer {
    /// Releases.
    releases: u64,
    /// Glossary entries.
    entries: u64,
    /// Note marks in running text.
    references: u64,
    /// Links.
    links: u64,
    /// Segments of the memory.
    segments: u64,
    /// Concepts.
    concepts: u64,
    /// Concepts with a Japanese and an English term.
    bilingual_concepts: u64,
    /// Terms.
    terms: u64,
    /// Terms a person approved.
    approved_terms: u64,
    /// Pieces of evidence.
    evidence: u64,
    /// Unresolved conflicts.
    conflicts: u64,
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

impl From<Project> for ProjectAnswer {
    fn from(project: Project) -> Self {
        Self { id: project.id.into(), name: project.name, starter: project.starter.unwrap_or_default() }
    }
}

from_members!(Counts => CountsAnswer {
    releases,
    entries,
    references,
    links,
    segments,
    concepts,
    bilingual_concepts,
    terms,
    approved_terms,
    evidence,
    conflicts,
});
from_members!(Change => ChangeAnswer { revision, at, actor, action, entity, entity_id, project, detail });
