//! Settings of the checks, kept by project: which rules run, how severe each is, and house style.

use super::Settings;
use crate::app::{AppError, Service};
use crate::store::ProjectId;

impl Service {
    /// What a project wants looked at; the usual where nobody said.
    ///
    /// # Errors
    /// `not_found` for an unknown project; those of the database.
    pub async fn check_settings(&self, project: &str) -> Result<Settings, AppError> {
        let project = self.project_id(project).await?;
        self.settings_of(Some(project)).await
    }

    /// Keeps what a project wants looked at.
    ///
    /// # Errors
    /// `not_found` for an unknown project; those of the database.
    pub async fn set_check_settings(
        &self,
        project: &str,
        settings: &Settings,
        actor: &str,
        now: &str,
    ) -> Result<(), AppError> {
        let project = self.project_id(project).await?;
        let value = serde_json::to_value(settings).unwrap_or_default();
        let mut write = self.store().write(actor, now).await?;
        write.set_check_settings(project, &value).await?;
        write.commit().await?;
        Ok(())
    }

    /// The settings of a project, or the usual ones.
    pub(super) async fn settings_of(&self, project: Option<ProjectId>) -> Result<Settings, AppError> {
        let Some(project) = project else { return Ok(Settings::default()) };
        let stored = self.store().check_settings(project).await?;
        // What a newer program wrote and this one cannot read counts as nothing said.
        Ok(stored.and_then(|stored| serde_json::from_value(stored.settings).ok()).unwrap_or_default())
    }
}
