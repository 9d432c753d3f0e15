//! Links stored releases again, so that what later releases, imports and people added also helps the terms of earlier
//! ones.

use super::batch::ACTOR;
use super::outcome::{Outcome, Status};
use super::storage::{Again, PreparedDocument};
use crate::app::blocking::blocking;
use crate::app::extract::ExtractedDocument;
use crate::app::{AppError, Service};
use crate::model::{Link, ReleaseId};
use crate::store::{ReleaseFilter, StoredRelease};

/// Releases read per query.
const PAGE: u32 = 100;

/// The result of linking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RelinkReport {
    /// Releases processed.
    pub releases: usize,
    /// Releases whose proposals have changed.
    pub changed: usize,
}

impl Service {
    /// Links all releases of a project again, as far as what their proposals are made from has changed. Entries and links proven by the
    /// documents do not change. If interrupted, each release has either its old or its new proposals. `progress` is called with the
    /// number of releases done.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn relink(
        &self,
        project: &str,
        now: &str,
        mut progress: impl FnMut(usize),
    ) -> Result<RelinkReport, AppError> {
        let number = self.project_id(project).await?;
        let mark = format!("linked:{number}");
        if self.store().meta(&mark).await? == Some(self.link_state().await?) {
            let releases = self.counts(Some(project)).await?.releases;
            return Ok(RelinkReport { releases: usize::try_from(releases).unwrap_or_default(), changed: 0 });
        }
        self.learn().await?;
        let learned = self.store().approved_mark().await?;
        let (mut done, mut after) = (RelinkReport::default(), None);
        loop {
            let page = self.store().releases(Some(number), after, PAGE, &ReleaseFilter::default()).await?;
            let mut linked = Vec::new();
            for head in &page {
                after = Some(head.id);
                let inputs = self.link_inputs((project, number), head, &learned, now).await?;
                if self.store().link_inputs(head.id).await?.as_ref() != Some(&inputs) {
                    let outcome = self.link_release(project, head.id, now).await?;
                    done.changed += usize::from(outcome.status != Status::Unchanged);
                    linked.push((head.id, inputs));
                }
                done.releases += 1;
                progress(done.releases);
            }
            let is_last = page.len() < PAGE as usize;
            // What changed may help releases that came before it, when the project is linked the next time.
            let state = if is_last && done.changed == 0 { Some(self.link_state().await?) } else { None };
            let mut write = self.store().write(ACTOR, now).await?;
            for (id, inputs) in &linked {
                write.set_link_inputs(*id, inputs).await?;
            }
            if let Some(state) = state {
                write.set_meta(&mark, &state).await?;
            }
            write.commit().await?;
            if is_last {
                return Ok(done);
            }
        }
    }

    /// Stands for everything that links are made from, of all projects: the base and the rules.
    async fn link_state(&self) -> Result<String, AppError> {
        let (revision, sources) = (self.store().revision().await?, self.store().sources_mark().await?);
        Ok(format!("{revision}; {sources}; {}", self.extractor_version()))
    }

    async fn link_release(&self, project: &str, id: ReleaseId, now: &str) -> Result<Outcome, AppError> {
        let stored = self.store().release(id).await?;
        self.link_stored(project, stored, None, Again::IfChanged, now).await
    }

    /// Stores what a stored release says of its terms once more, after decisions about them have changed.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub(in crate::app) async fn support_again(&self, id: ReleaseId, now: &str) -> Result<(), AppError> {
        let stored = self.store().release(id).await?;
        let projects = self.projects().await?;
        let Some(project) = projects.into_iter().find(|project| project.id == stored.head.project_id) else {
            return Ok(());
        };
        self.link_stored(&project.name, stored, None, Again::Always, now).await?;
        Ok(())
    }

    /// Links a stored release again, with these links between its entries and those of its version in the other language; with
    /// those it has for `None`.
    pub(in crate::app) async fn link_stored(
        &self,
        project: &str,
        stored: StoredRelease,
        paired: Option<Vec<Link>>,
        again: Again,
        now: &str,
    ) -> Result<Outcome, AppError> {
        let document = PreparedDocument { paired, ..self.stored_document(stored).await? };
        self.store_document(project, document, again, now).await
    }

    /// A stored release, read again and ready to be stored.
    pub(in crate::app) async fn stored_document(&self, stored: StoredRelease) -> Result<PreparedDocument, AppError> {
        let (name, hash, size) = (stored.head.source.name.clone(), stored.head.content_hash.clone(), stored.head.size);
        let (service, release) = (self.clone(), stored.release);
        let found =
            blocking(&name, move || ExtractedDocument::of(release, &service.translation_table(), service.words()))
                .await?;
        Ok(PreparedDocument { name, hash, size, found, actor: ACTOR.to_owned(), paired: None, correction: None })
    }
}
