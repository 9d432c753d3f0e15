//! Settings of the checks, kept by project: which rules run, how severe each is, and house style.

use super::Settings;
use crate::app::{AppError, Service};
use crate::model::ProjectId;

impl Service {
    /// The check settings of a project; the defaults if it has none.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn check_settings(&self, project: &str) -> Result<Settings, AppError> {
        let project = self.project_id(project).await?;
        self.settings_of(Some(project)).await
    }

    /// Stores the check settings of a project.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
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

    /// The check settings of a project, or the defaults.
    pub(super) async fn settings_of(&self, project: Option<ProjectId>) -> Result<Settings, AppError> {
        let Some(project) = project else { return Ok(Settings::default()) };
        let stored = self.store().check_settings(project).await?;
        // Settings written by a newer version that cannot be read are treated as missing.
        Ok(stored.and_then(|stored| serde_json::from_value(stored.settings).ok()).unwrap_or_default())
    }
}
