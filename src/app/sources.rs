//! Lists and removes what was imported: dictionaries and term bases with their owners and licences, and files of translations.

use super::concepts::refresh::refresh_confidence;
use super::{AppError, Service};
pub use crate::store::{DictionaryEntry, ImportRemoval, ImportedFile, SourceUse, StoredSource};

/// What was removed with a source or a file of translations, and what stays because something else supports it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceRemoval {
    /// The dictionary or term base, if it is one.
    pub source: Option<StoredSource>,
    /// Terms that are gone.
    pub terms: usize,
    /// Concepts that are gone.
    pub concepts: usize,
    /// Terms that stay, because something else supports them or a person decided on them.
    pub kept_terms: usize,
    /// What became of segments.
    pub segments: ImportRemoval,
}

impl Service {
    /// The sources of these projects (of all if the list is empty), by project and name.
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn sources(&self, projects: &[String]) -> Result<Vec<StoredSource>, AppError> {
        let projects = if projects.is_empty() { [].into() } else { self.project_ids(projects).await? };
        Ok(self.store().sources(&projects).await?)
    }

    /// The files whose translations were imported into these projects (into any if the list is empty).
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn imported_files(&self, projects: &[String]) -> Result<Vec<ImportedFile>, AppError> {
        let projects = if projects.is_empty() { [].into() } else { self.project_ids(projects).await? };
        Ok(self.store().imported_files(&projects).await?)
    }

    /// Removes a source, or the translations of a file, with everything only it contributed. What a person decided on, and
    /// what something else contributed too, stays. Afterwards the file can be imported again.
    ///
    /// # Errors
    /// `not_found` for an unknown project, or if nothing imported has this name.
    pub async fn remove_source(
        &self,
        project: &str,
        name: &str,
        actor: &str,
        now: &str,
    ) -> Result<SourceRemoval, AppError> {
        let id = self.project_id(project).await?;
        let source = self.store().sources(&[id]).await?.into_iter().find(|source| source.name == name);
        let imports = self.imports_of_file(id, name).await?;
        let mut write = self.store().write(actor, now).await?;
        let mut removal = SourceRemoval::default();
        if source.is_none() && imports.is_empty() {
            write.rollback();
            return Err(AppError::NotFound { what: "source", name: name.to_owned() });
        }
        for import in &imports {
            write.begin_undo(import).await?;
        }
        if let Some(source) = source {
            let supported = write.count_source_terms(&source).await?;
            let (swept, left) = write.remove_source(&source).await?;
            for concept in left {
                refresh_confidence(&mut write, concept).await?;
            }
            (removal.terms, removal.concepts) = (swept.terms.len(), swept.concepts.len());
            removal.kept_terms = supported.saturating_sub(swept.terms.len());
            removal.source = Some(source);
        }
        write.commit().await?;
        self.index_stored_terms().await;
        for import in &imports {
            removal.segments += self.finish_undo_anyway(import, now).await?;
        }
        Ok(removal)
    }
}
