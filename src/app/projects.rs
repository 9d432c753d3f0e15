//! Creates, renames and deletes projects, looks them up by name, and lists their concepts.

use std::sync::Arc;

use super::{AppError, Service};
use crate::model::{Concept, ConceptId, ProjectId};
pub use crate::store::Project;
use crate::store::Write;

/// The project that is always there.
pub(in crate::app) const DEFAULT: &str = "default";

/// The longest name of a project, in characters.
pub const LONGEST_NAME: usize = 100;

/// What the name of a project cannot contain, besides control characters.
const RESERVED: [char; 3] = [',', '/', '\\'];

/// Checks that a project can have this name: it is part of addresses and of lists separated by commas.
///
/// # Errors
/// `invalid_request`.
pub fn check_project_name(name: &str) -> Result<(), AppError> {
    let length = name.chars().count();
    let problem = if length == 0 || length > LONGEST_NAME {
        format!("the name of a project has 1 to {LONGEST_NAME} characters, this one {length}")
    } else if name.trim() != name {
        "the name of a project neither begins nor ends with a space".to_owned()
    } else if let Some(c) = name.chars().find(|c| c.is_control() || RESERVED.contains(c)) {
        format!("the name of a project cannot contain {c:?}")
    } else if matches!(name, "." | "..") {
        format!("`{name}` means a folder in an address, so it cannot be the name of a project")
    } else {
        return Ok(());
    };
    Err(AppError::InvalidRequest { field: "project", problem })
}

/// The name of a project for something that is named by the rules of another program.
pub(in crate::app) fn project_name_for(name: &str) -> String {
    let fit = |c: char| if c.is_control() || RESERVED.contains(&c) { '-' } else { c };
    // There is room for a number behind it.
    let fit: String = name.trim().chars().map(fit).take(LONGEST_NAME - 10).collect();
    let fit = fit.trim().to_owned();
    if check_project_name(&fit).is_ok() { fit } else { "-".to_owned() }
}

/// The number of a project that something is written into; it is created, without starter terms, if it does not exist.
///
/// # Errors
/// `invalid_request` for a new project with a name that none can have; database errors.
pub(in crate::app) async fn ensure_project(write: &mut Write, name: &str) -> Result<ProjectId, AppError> {
    if !write.has_project(name).await? {
        check_project_name(name)?;
    }
    Ok(write.ensure_project(name).await?)
}

impl Service {
    /// Creates a project with these fields of the starter base.
    ///
    /// # Errors
    /// `already_exists`; `invalid_request` for a name that no project can have; database errors.
    pub async fn create_project(&self, name: &str, fields: &[&str], now: &str) -> Result<Project, AppError> {
        let existing = self.store().project(name).await?;
        // The default project is there before anybody has decided what is in it.
        if existing.is_some_and(|project| project.starter.is_some()) {
            return Err(taken(name));
        }
        self.prepare_project(name, fields, now).await?;
        self.project(name).await
    }

    /// The project of this name.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn project(&self, name: &str) -> Result<Project, AppError> {
        self.store().project(name).await?.ok_or_else(|| AppError::NotFound { what: "project", name: name.to_owned() })
    }

    /// Gives a project another name.
    ///
    /// # Errors
    /// `not_found`; `already_exists`; `invalid_request` for a name that no project can have; database errors.
    pub async fn rename_project(&self, name: &str, new: &str, actor: &str, now: &str) -> Result<(), AppError> {
        check_project_name(new)?;
        let id = self.project_id(name).await?;
        if name == new {
            return Ok(());
        }
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
        Ok(self.project(name).await?.id)
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
    AppError::ProjectExists { name: name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_project_can_stand_in_addresses_and_lists() {
        for name in ["default", "広報 2026", "𠮷野", "がん", "a.b-c_d"] {
            assert!(check_project_name(name).is_ok(), "{name}");
        }
        for name in ["", " a", "a ", "a,b", "a/b", "a\\b", "a\nb", "\u{7}", ".", "..", &"あ".repeat(101)] {
            assert!(check_project_name(name).is_err(), "{name}");
        }
    }

    #[test]
    fn what_another_program_names_gets_a_name_a_project_can_have() {
        for (name, want) in [
            ("物理", "物理"),
            ("a/b, c\\d", "a-b- c-d"),
            ("..", "-"),
            ("\u{3000}", "-"),
            (&"𠮷".repeat(200), &"𠮷".repeat(90)),
        ] {
            assert_eq!(project_name_for(name), want, "{name}");
            assert!(check_project_name(&project_name_for(name)).is_ok(), "{name}");
        }
    }
}
