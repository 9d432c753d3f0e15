//! Reads a document with the corrections that people made of it, and with one that is being made.

use crate::app::blocking::blocking;
use crate::app::extract::ExtractedDocument;
use crate::app::{AppError, Service};
use crate::model::{CorrectionId, ReleaseCorrection, ReleaseId};
use crate::store::{NewCorrection, StoreError, Write};

/// The number of a correction that is not stored yet.
const UNNUMBERED: CorrectionId = CorrectionId::new(0);

/// What storing a document does to its corrections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum CorrectionChange {
    /// Adds one, which must be applicable.
    Add(NewCorrection),
    /// Deletes one.
    Delete(CorrectionId),
}

impl CorrectionChange {
    /// The corrections after the change.
    fn apply(&self, mut corrections: Vec<ReleaseCorrection>, actor: &str) -> Vec<ReleaseCorrection> {
        match self {
            Self::Add(NewCorrection { kind, passage, entry }) => corrections.push(ReleaseCorrection {
                id: UNNUMBERED,
                kind: *kind,
                passage: passage.clone(),
                entry: entry.clone(),
                actor: actor.to_owned(),
                at: String::new(),
                obstacle: None,
            }),
            Self::Delete(id) => corrections.retain(|one| one.id != *id),
        }
        corrections
    }

    /// Stores the change; gives the number of a new correction.
    pub(super) async fn store(
        &self,
        write: &mut Write,
        release: ReleaseId,
    ) -> Result<Option<CorrectionId>, StoreError> {
        match self {
            Self::Add(new) => write.insert_correction(release, new).await.map(Some),
            Self::Delete(id) => write.delete_correction(release, *id).await.map(|()| None),
        }
    }
}

impl Service {
    /// The corrections of a document as they will be after `change`.
    pub(super) async fn corrections_after(
        &self,
        project: &str,
        hash: &str,
        change: Option<&CorrectionChange>,
        actor: &str,
    ) -> Result<Vec<ReleaseCorrection>, AppError> {
        let Some(project) = self.store().project(project).await? else { return Ok(Vec::new()) };
        let stored = self.store().corrections_of(project.id, hash).await?;
        Ok(change.map_or(stored.clone(), |change| change.apply(stored, actor)))
    }

    /// Reads a document with these corrections.
    ///
    /// # Errors
    /// `invalid_request` if one that is being made cannot be applied.
    pub(super) async fn with_corrections(
        &self,
        name: &str,
        found: &ExtractedDocument,
        corrections: &[ReleaseCorrection],
    ) -> Result<ExtractedDocument, AppError> {
        let (service, release, all) = (self.clone(), found.release.clone(), corrections.to_vec());
        let found = blocking(name, move || {
            ExtractedDocument::corrected(release, &all, &service.translation_table(), service.words())
        })
        .await?;
        match found.extraction.obstacles.iter().find(|(id, _)| *id == UNNUMBERED) {
            Some((_, obstacle)) => {
                let field = if obstacle.is_about_entry() { "entry_id" } else { "span_chars" };
                Err(AppError::InvalidRequest { field, problem: obstacle.reason().to_owned() })
            }
            None => Ok(found),
        }
    }
}

/// Whether these corrections, of which one may have had no number yet, are those that are stored now.
pub(super) fn are_current(read_with: &[ReleaseCorrection], stored: &[ReleaseCorrection]) -> bool {
    read_with.len() == stored.len()
        && read_with.iter().zip(stored).all(|(one, other)| one.id == other.id || one.id == UNNUMBERED)
}
