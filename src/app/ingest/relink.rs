//! Releases that are kept in, proposals by what is known today out: what later releases, imports and people taught helps terms
//! of earlier ones too.

use super::keep::Ready;
use super::many::ACTOR;
use super::outcome::{Outcome, Status};
use crate::app::blocking::blocking;
use crate::app::extract::ExtractedDocument;
use crate::app::{AppError, Service};
use crate::model::ReleaseId;
use crate::store::ReleaseFilter;

/// Releases read at once.
const PAGE: u32 = 100;

/// What linking again came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Relinked {
    /// Releases looked at.
    pub releases: usize,
    /// Those for which something else is proposed now.
    pub changed: usize,
}

impl Service {
    /// Links all releases of a project again. Entries and what the documents prove stay as they are; stopped at any moment,
    /// each release has its old or its new proposals. `progress` is told how many are done.
    ///
    /// # Errors
    /// `not_found` for an unknown project; those of the database.
    pub async fn link_again(
        &self,
        project: &str,
        now: &str,
        mut progress: impl FnMut(usize),
    ) -> Result<Relinked, AppError> {
        let number = self.project_id(project).await?;
        self.learn().await?;
        let (mut done, mut after) = (Relinked::default(), None);
        loop {
            let page = self.store().releases(Some(number), after, PAGE, &ReleaseFilter::default()).await?;
            for head in &page {
                after = Some(head.id);
                let outcome = self.link_release(project, head.id, now).await?;
                done.releases += 1;
                done.changed += usize::from(outcome.status != Status::Unchanged);
                progress(done.releases);
            }
            if page.len() < PAGE as usize {
                return Ok(done);
            }
        }
    }

    async fn link_release(&self, project: &str, id: ReleaseId, now: &str) -> Result<Outcome, AppError> {
        let stored = self.store().release(id).await?;
        let (name, hash, size) = (stored.head.source.name.clone(), stored.head.content_hash.clone(), stored.head.size);
        let (service, release) = (self.clone(), stored.release);
        let found =
            blocking(&name, move || ExtractedDocument::of(release, &service.aligning(), service.words())).await?;
        self.keep(project, Ready { name, hash, size, found, actor: ACTOR.to_owned() }, true, now).await
    }
}
