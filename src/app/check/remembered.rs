//! Findings to ignore and what a project wants looked at in; both by project out.

use super::Settings;
use crate::app::{AppError, Service};
use crate::model::{IgnoreId, ProjectId};

pub use crate::store::StoredIgnore as Ignored;

/// The longest key that is remembered, in characters; those of findings are far shorter.
pub const LONGEST_KEY: usize = 2_000;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 1_000;

impl Service {
    /// Remembers that a finding is ignored in a project, by its key; says whether that is new.
    ///
    /// # Errors
    /// `not_found` for an unknown project, `invalid_request` for a key no finding has; those of the database.
    pub async fn ignore_finding(
        &self,
        project: &str,
        key: &str,
        note: Option<&str>,
        actor: &str,
        now: &str,
    ) -> Result<bool, AppError> {
        let project = self.project_id(project).await?;
        let rule = key.split('|').next().and_then(crate::model::Rule::from_word);
        if rule.is_none() || key.chars().count() > LONGEST_KEY {
            let problem = "it is no key of a finding. Give the `key` a finding came with".to_owned();
            return Err(AppError::InvalidRequest { field: "key", problem });
        }
        if note.is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
            let problem = format!("it has more than {LONGEST_NOTE} characters. Shorten it");
            return Err(AppError::InvalidRequest { field: "note", problem });
        }
        let mut write = self.store().write(actor, now).await?;
        let new = write.ignore(project, key, note).await?;
        write.commit().await?;
        Ok(new)
    }

    /// Forgets that a finding is ignored in a project.
    ///
    /// # Errors
    /// `not_found` for an unknown project or a finding nobody ignored; those of the database.
    pub async fn unignore_finding(&self, project: &str, key: &str, actor: &str, now: &str) -> Result<(), AppError> {
        let project = self.project_id(project).await?;
        let mut write = self.store().write(actor, now).await?;
        if !write.unignore(project, key).await? {
            return Err(AppError::NotFound { what: "ignored finding", name: key.to_owned() });
        }
        write.commit().await?;
        Ok(())
    }

    /// Up to `limit` findings that are ignored in these projects (all where none is named), after `after` (none for the first page).
    ///
    /// # Errors
    /// `not_found` for an unknown project; those of the database.
    pub async fn ignored_findings(
        &self,
        projects: &[String],
        after: Option<IgnoreId>,
        limit: usize,
    ) -> Result<Vec<Ignored>, AppError> {
        let projects = self.project_ids(projects).await?;
        Ok(self.store().ignores(&projects, after, limit).await?)
    }

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
