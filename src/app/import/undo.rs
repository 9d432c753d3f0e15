//! Lists imports, and undoes one as a single act.

use std::time::Instant;

use super::turns::{PAUSE, TurnSize, UNDO};
use crate::app::concepts::refresh::refresh_confidence;
use crate::app::{AppError, Service};
use crate::model::{ImportId, ProjectId};
use crate::store::{ImportRemoval, ImportState, StoredImport, TermsUndone};

/// What became of an import that was undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportUndo {
    /// The import, as it was.
    pub import: StoredImport,
    /// What became of its terms.
    pub terms: TermsUndone,
    /// What became of its segments.
    pub segments: ImportRemoval,
}

impl Service {
    /// A service on a draft of the base: what is imported there tells what would become of it here. Drop it to forget it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn draft(&self) -> Result<Self, AppError> {
        Ok(self.with_store(self.store().draft().await?))
    }

    /// The imports into these projects (into all if the list is empty), newest first.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn imports(&self, projects: &[String]) -> Result<Vec<StoredImport>, AppError> {
        let projects = if projects.is_empty() { [].into() } else { self.project_ids(projects).await? };
        Ok(self.store().imports_of(&projects).await?)
    }

    /// One import.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn import_of_number(&self, id: ImportId) -> Result<StoredImport, AppError> {
        Ok(self.store().import(id).await?)
    }

    /// Undoes an import, finished or not: what only it brought goes, and what it changed is put back unless it was changed since. What a
    /// person decided on stays, and what something else brought too.
    ///
    /// Terms are undone in one transaction. Translations are hidden in one and removed in many short ones, which go on if the caller
    /// does not wait for them; if the process is killed, this call, the next import of the file, or the next start of a server goes on.
    ///
    /// # Errors
    /// `not_found`; `invalid_request` for an import of terms from before imports were told apart, if others filled the same
    /// source; database errors.
    pub async fn undo_import(&self, id: ImportId, actor: &str, now: &str) -> Result<ImportUndo, AppError> {
        let mut write = self.turn_of(actor, now).await?;
        let import = write.import_by_id(id).await?;
        if import.source.is_none() {
            write.begin_undo(&import).await?;
            write.commit().await?;
            let segments = self.finish_undo_anyway(&import, now).await?;
            return Ok(ImportUndo { import, terms: TermsUndone::default(), segments });
        }
        let mut undo = ImportUndo { import, terms: TermsUndone::default(), segments: ImportRemoval::default() };
        let (import, project) = (&undo.import, undo.import.project_id);
        let Some(source) = import.source else { return Ok(undo) };
        // A file of terms may hold translations, too.
        undo.segments = write.take_segments_out(project, &import.name, &[id]).await?;
        let source = write.source_by_id(source).await?;
        let is_told_apart = import.added == 0 || write.rows_of_import(import).await? > 0;
        if is_told_apart {
            undo.terms = write.undo_terms(import, &source).await?;
        } else {
            if write.imports_of_source(source.id).await? > 1 {
                let name = &source.name;
                let problem = format!(
                    "several imports filled `{name}` before imports were told apart; remove the source with `sources remove`"
                );
                return Err(AppError::InvalidRequest { field: "id", problem });
            }
            let supported = write.count_source_terms(&source).await?;
            let (swept, left) = write.remove_source(&source).await?;
            undo.terms = TermsUndone { swept, supported, left, source_removed: true, ..TermsUndone::default() };
        }
        for concept in &undo.terms.left {
            refresh_confidence(&mut write, *concept).await?;
        }
        write.commit().await?;
        self.index_stored_terms().await;
        Ok(undo)
    }

    /// Goes on with every undo of translations that was broken off.
    ///
    /// # Errors
    /// Database errors.
    pub async fn finish_undos(&self, now: &str) -> Result<(), AppError> {
        for import in self.store().imports_of(&[]).await? {
            if import.state == ImportState::Undoing {
                self.finish_undo(&import, now).await?;
            }
        }
        Ok(())
    }

    /// The imports of the translations of a file, newest first.
    pub(in crate::app) async fn imports_of_file(
        &self,
        project: ProjectId,
        name: &str,
    ) -> Result<Vec<StoredImport>, AppError> {
        let mut imports = self.store().imports_of(&[project]).await?;
        imports.retain(|import| import.source.is_none() && import.name == name);
        Ok(imports)
    }

    /// As [`Service::finish_undo`], and it goes on if the caller stops waiting.
    pub(in crate::app) async fn finish_undo_anyway(
        &self,
        import: &StoredImport,
        now: &str,
    ) -> Result<ImportRemoval, AppError> {
        let (service, import, now) = (self.clone(), import.clone(), now.to_owned());
        let name = import.name.clone();
        let steps = tokio::spawn(async move { service.finish_undo(&import, &now).await });
        steps.await.map_err(|_| AppError::Stopped { name })?
    }

    /// Removes an import that is marked as being undone, in steps that others can write between. Several may do so at once.
    pub(super) async fn finish_undo(&self, import: &StoredImport, now: &str) -> Result<ImportRemoval, AppError> {
        let actor = self.store().undoing_actor(import.id).await?;
        let mut size = TurnSize::new(UNDO);
        loop {
            let mut write = self.turn_of(&actor, now).await?;
            let began = Instant::now();
            let step = write.undo_step(import, size.rows()).await?;
            write.commit().await?;
            if step.ended {
                return Ok(self.store().undone_import(import.id).await?);
            }
            size.settle(step.handled, began);
            tokio::time::sleep(PAUSE).await;
        }
    }
}
