//! Reads releases, concepts, projects and changes from the store, and deletes releases.

use super::concepts::refresh::refresh_names;
use super::{AppError, Service};
use crate::model::{Change, Concept, ConceptId, Entity, Lang, ReleaseId, Revision};
use crate::store::Write;
pub use crate::store::{
    ChangeFilter, Counts, Project, ReleaseFilter, ReleaseHead, StoredEntry, StoredLink, StoredReference, StoredRelease,
    StoredSegment, SweepReport, Verdict,
};

/// A release with everything extracted from it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseDetails {
    /// The release and its text.
    pub release: StoredRelease,
    /// Its glossary entries, in printed order.
    pub entries: Vec<StoredEntry>,
    /// Its references: note marks in the text.
    pub references: Vec<StoredReference>,
    /// Its links.
    pub links: Vec<StoredLink>,
    /// Its segments.
    pub segments: Vec<StoredSegment>,
}

impl Service {
    /// Up to `limit` releases after `after` (none for the first page), of one project or of all.
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn releases(
        &self,
        project: Option<&str>,
        after: Option<ReleaseId>,
        limit: u32,
        filter: &ReleaseFilter,
    ) -> Result<Vec<ReleaseHead>, AppError> {
        let project = match project {
            Some(name) => Some(self.project_id(name).await?),
            None => None,
        };
        Ok(self.store().releases(project, after, limit, filter).await?)
    }

    /// Up to `limit` releases after `after` (none for the first page), of these projects; of all where none is named.
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn releases_of(
        &self,
        projects: &[String],
        after: Option<ReleaseId>,
        limit: u32,
    ) -> Result<Vec<ReleaseHead>, AppError> {
        let projects = if projects.is_empty() { None } else { Some(self.project_ids(projects).await?.to_vec()) };
        let filter = ReleaseFilter { projects, ..ReleaseFilter::default() };
        Ok(self.store().releases(None, after, limit, &filter).await?)
    }

    /// One release with everything extracted from it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn release(&self, id: ReleaseId) -> Result<ReleaseDetails, AppError> {
        let store = self.store();
        Ok(ReleaseDetails {
            release: store.release(id).await?,
            entries: store.entries_of(id).await?,
            references: store.references_of(id).await?,
            links: store.links_of(id).await?,
            segments: store.segments_of(id).await?,
        })
    }

    /// Deletes a release and everything supported by it alone, also what another release has only because it was paired with it.
    /// Decisions by people stay.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_release(&self, id: ReleaseId, actor: &str, now: &str) -> Result<SweepReport, AppError> {
        let (write, swept) = self.delete_release_within(id, actor, now).await?;
        write.commit().await?;
        Ok(swept)
    }

    /// What [`Service::delete_release`] would delete besides the release itself.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn preview_release_removal(
        &self,
        id: ReleaseId,
        actor: &str,
        now: &str,
    ) -> Result<SweepReport, AppError> {
        let (write, swept) = self.delete_release_within(id, actor, now).await?;
        write.rollback();
        Ok(swept)
    }

    async fn delete_release_within(
        &self,
        id: ReleaseId,
        actor: &str,
        now: &str,
    ) -> Result<(Write, SweepReport), AppError> {
        let project = self.store().release(id).await?.head.project_id;
        let mut names = self.names_of(id).await?;
        let mut write = self.store().write(actor, now).await?;
        names.extend(write.delete_pairings(id).await?.into_iter().map(|key| (Lang::JA, key)));
        write.delete_release(id).await?;
        let swept = write.sweep_unsupported(project).await?;
        refresh_names(&mut write, project, &names).await?;
        Ok((write, swept))
    }

    /// One concept with its terms, evidence, definitions and conflicts.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn concept(&self, id: ConceptId) -> Result<Concept, AppError> {
        Ok(self.store().concept(id).await?)
    }

    /// Up to `limit` concepts of a project after `after` (none for the first page).
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn concepts(
        &self,
        project: &str,
        after: Option<ConceptId>,
        limit: usize,
    ) -> Result<Vec<Concept>, AppError> {
        let project = self.project_id(project).await?;
        Ok(self.store().concepts(&[project], after, limit).await?)
    }

    /// All projects by name.
    ///
    /// # Errors
    /// Database errors.
    pub async fn projects(&self) -> Result<Vec<Project>, AppError> {
        Ok(self.store().projects().await?)
    }

    /// Up to `limit` changes after `revision`, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn changes(&self, revision: Revision, limit: u32) -> Result<Vec<Change>, AppError> {
        Ok(self.store().changes_since(revision, limit).await?)
    }

    /// Up to `limit` changes after `revision`, oldest first, of these projects and these kinds of thing. An empty list
    /// of projects means all changes, including those that belong to no project; an empty list of kinds means all
    /// kinds. With `actor`, only those by that person or program.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn changes_of(
        &self,
        projects: &[String],
        entities: &[Entity],
        actor: Option<&str>,
        revision: Revision,
        limit: u32,
    ) -> Result<Vec<Change>, AppError> {
        let projects = if projects.is_empty() { None } else { Some(self.project_ids(projects).await?.to_vec()) };
        let filter = ChangeFilter { projects, entities: entities.to_vec(), actor: actor.map(str::to_owned) };
        Ok(self.store().changes(&filter, revision, limit).await?)
    }

    /// The revision of the last change.
    ///
    /// # Errors
    /// Database errors.
    pub async fn revision(&self) -> Result<Revision, AppError> {
        Ok(self.store().revision().await?)
    }
}
