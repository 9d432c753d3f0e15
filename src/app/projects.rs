//! Looks up projects by name, and lists their concepts.

use std::sync::Arc;

use super::{AppError, Service};
use crate::model::{Concept, ConceptId, ProjectId};
pub use crate::store::Project;

impl Service {
    /// The number of the project with this name.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn project_id(&self, name: &str) -> Result<ProjectId, AppError> {
        let project = self.store().project(name).await?;
        project.map(|project| project.id).ok_or_else(|| AppError::NotFound { what: "project", name: name.to_owned() })
    }

    /// The numbers of the projects with these names, in this order; of all projects if the list is empty.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub(super) async fn project_ids(&self, names: &[String]) -> Result<Arc<[ProjectId]>, AppError> {
        let all = self.store().projects().await?;
        if names.is_empty() {
            return Ok(all.iter().map(|project| project.id).collect());
        }
        let number = |name: &String| {
            let project = all.iter().find(|project| project.name == *name);
            project.map(|project| project.id).ok_or_else(|| AppError::NotFound { what: "project", name: name.clone() })
        };
        names.iter().map(number).collect()
    }

    /// Up to `limit` concepts of the projects of these names after `after` (none for the first page); of all where none
    /// is named.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn concepts_of(
        &self,
        projects: &[String],
        after: Option<ConceptId>,
        limit: usize,
    ) -> Result<Vec<Concept>, AppError> {
        let projects = self.project_ids(projects).await?;
        Ok(self.store().concepts(&projects, after, limit).await?)
    }
}
