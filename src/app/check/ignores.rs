//! Findings that people ignore, kept by project.

use crate::app::{AppError, Service};
use crate::model::IgnoreId;

pub use crate::store::StoredIgnore as IgnoredFinding;

/// The longest key accepted, in characters; keys of findings are far shorter.
pub const LONGEST_KEY: usize = 2_000;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 1_000;

impl Service {
    /// Ignores a finding in a project, by its key; returns whether it was not ignored before.
    ///
    /// # Errors
    /// `not_found` for an unknown project, `invalid_request` for a malformed key; database errors.
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
            let problem = "it is not the key of a finding. Use the `key` given with the finding".to_owned();
            return Err(AppError::InvalidRequest { field: "key", problem });
        }
        if note.is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
            let problem = format!("it has more than {LONGEST_NOTE} characters. Shorten the note");
            return Err(AppError::InvalidRequest { field: "note", problem });
        }
        let mut write = self.store().write(actor, now).await?;
        let new = write.ignore(project, key, note).await?;
        write.commit().await?;
        Ok(new)
    }

    /// Stops ignoring a finding in a project.
    ///
    /// # Errors
    /// `not_found` for an unknown project or a finding that is not ignored; database errors.
    pub async fn unignore_finding(&self, project: &str, key: &str, actor: &str, now: &str) -> Result<(), AppError> {
        let project = self.project_id(project).await?;
        let mut write = self.store().write(actor, now).await?;
        if !write.unignore(project, key).await? {
            return Err(AppError::NotFound { what: "ignored finding", name: key.to_owned() });
        }
        write.commit().await?;
        Ok(())
    }

    /// Up to `limit` findings that are ignored in these projects (all where none is named), after `after` (none for the
    /// first page).
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn ignored_findings(
        &self,
        projects: &[String],
        after: Option<IgnoreId>,
        limit: usize,
    ) -> Result<Vec<IgnoredFinding>, AppError> {
        let projects = self.project_ids(projects).await?;
        Ok(self.store().ignores(&projects, after, limit).await?)
    }
}
