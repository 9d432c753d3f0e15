//! Lists and removes sources: dictionaries and term bases that were imported, with their owners and licences.

use super::concepts::refresh::refresh_confidence;
use super::{AppError, Service};
use crate::app::releases::SweepReport;
pub use crate::store::{DictionaryEntry, SourceUse, StoredSource};

impl Service {
    /// The sources of these projects (of all if the list is empty), by project and name.
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn sources(&self, projects: &[String]) -> Result<Vec<StoredSource>, AppError> {
        let projects = if projects.is_empty() { [].into() } else { self.project_ids(projects).await? };
        Ok(self.store().sources(&projects).await?)
    }

    /// Removes a source and everything it contributed. Terms with no other evidence are removed too; decisions by
    /// people stay.
    ///
    /// # Errors
    /// `not_found` for an unknown project or source.
    pub async fn remove_source(
        &self,
        project: &str,
        name: &str,
        actor: &str,
        now: &str,
    ) -> Result<(StoredSource, SweepReport), AppError> {
        let id = self.project_id(project).await?;
        let source = self.store().sources(&[id]).await?.into_iter().find(|source| source.name == name);
        let source = source.ok_or_else(|| AppError::NotFound { what: "source", name: name.to_owned() })?;
        let mut write = self.store().write(actor, now).await?;
        let (swept, left) = write.remove_source(&source).await?;
        for concept in left {
            refresh_confidence(&mut write, concept).await?;
        }
        write.commit().await?;
        Ok((source, swept))
    }
}
