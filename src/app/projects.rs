//! Creates, renames and deletes projects, looks them up by name, and lists their concepts.

use std::sync::Arc;

use super::{AppError, Service};
use crate::model::{Concept, ConceptId, ProjectId};
pub use crate::store::Project;

/// The project that is always there.
const DEFAULT: &str = "default";

/// The longest name of a project, in characters.
const LONGEST_NAME: usize = 100;

/// Whether a project can have this name: it is part of addresses and of lists separated by commas.
pub(in crate::app) fn check_project_name(name: &str) -> Result<(), AppError> {
    let length = name.chars().count();
    let problem = if length == 0 || length > LONGEST_NAME {
        format!("the name of a project has 1 to {LONGEST_NAME} characters, this one {length}")
    } else if name.trim() != name {
        "the name of a project neither begins nor ends with a space".to_owned()
    } else if let Some(c) = name.chars().find(|c| c.is_control() || matches!(c, ',' | '/' | '\\')) {
        format!("the name of a project cannot contain {c:?}")
    } else {
        return Ok(());
    };
    Err(AppError::InvalidRequest { field: "project", problem })
}

impl Service {
    /// Creates a project with these fields of the starter base.
    ///
    /// # Errors
    /// `invalid_request` for a name that no project can have or that another has; database errors.
    pub async fn create_project(&self, name: &str, fields: &[&str], now: &str) -> Result<Project, AppError> {
        let existing = self.store().project(name).await?;
        // The default project is there before anybody has decided what is in it.
        if existing.is_some_and(|project| project.starter.is_some()) {
            return Err(taken(name));
        }
        self.prepare_project(name, fields, now).await?;
        self.store().project(name).await?.ok_or_else(|| AppError::NotFound { what: "project", name: name.to_owned() })
    }

    /// Gives a project another name.
    ///
    /// # Errors
    /// `not_found`; `invalid_request` for a name that no project can have or that another has; database errors.
    pub async fn rename_project(&self, name: &str, new: &str, actor: &str, now: &str) -> Result<(), AppError> {
        check_project_name(new)?;
        let id = self.project_id(name).await?;
        if self.store().project(new).await?.is_some() {
            return Err(taken(new));
        }
        let starter = self.store().meta(&format!("starter:{name}")).await?;
        let mut write = self.store().write(actor, now).await?;
        write.rename_project(id, new).await?;
        if let Some(version) = starter {
            write.set_meta(&format!("starter:{new}"), &version).await?;
        }
        if name == DEFAULT {
            write.insert_default_project().await?;
        }
        write.commit().await?;
        Ok(())
    }

    /// Deletes a project with everything in it: releases, terms, segments, decisions, imports. The default project is left
    /// empty.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn delete_project(&self, name: &str, actor: &str, now: &str) -> Result<(), AppError> {
        let id = self.project_id(name).await?;
        let mut write = self.store().write(actor, now).await?;
        write.delete_project(id).await?;
        if name == DEFAULT {
            write.insert_default_project().await?;
        }
        write.commit().await?;
        Ok(())
    }

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

fn taken(name: &str) -> AppError {
    AppError::InvalidRequest { field: "project", problem: format!("there is a project `{name}` already") }
}

#[cfg(test)]
mod tests {
    use super::check_project_name;

    #[test]
    fn the_name_of_a_project_can_stand_in_addresses_and_lists() {
        for name in ["default", "広報 2026", "𠮷野", "がん", "a.b-c_d"] {
            assert!(check_project_name(name).is_ok(), "{name}");
        }
        for name in ["", " a", "a ", "a,b", "a/b", "a\nb", "\u{7}", &"あ".repeat(101)] {
            assert!(check_project_name(name).is_err(), "{name}");
        }
    }
}
