//! Corrections by people of how a release was read. Each is stored with the document and applied to every reading of it, at once and
//! later ([`crate::extract::corrected_entries`]).

use super::ingest::corrections::CorrectionChange;
use super::ingest::storage::Again;
use super::releases::ReleaseDetails;
use super::{AppError, Service};
use crate::extract::excerpt;
use crate::model::{CorrectionId, CorrectionKind, EntryId, ReleaseCorrection, ReleaseId, Span};
use crate::store::{NewCorrection, StoredEntry, StoredRelease};

/// The most characters of a passage that is an entry or a definition.
const LONGEST_PASSAGE: usize = 10_000;
/// The most characters of a head or an English term.
const LONGEST_NAME: usize = 400;
/// The most corrections of one release.
const MOST: usize = 500;

/// What a person says about a passage of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CorrectionRequest {
    /// What it is.
    pub kind: CorrectionKind,
    /// The entry it is about.
    pub entry: Option<EntryId>,
    /// The passage, in characters.
    pub span_chars: Option<(usize, usize)>,
}

impl Service {
    /// The corrections of a release, in the order in which they were made.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn corrections(&self, release: ReleaseId) -> Result<Vec<ReleaseCorrection>, AppError> {
        let head = self.store().release(release).await?.head;
        Ok(self.store().corrections_of(head.project_id, &head.content_hash).await?)
    }

    /// Corrects how a release was read, and stores what it says then. Gives the correction and the release.
    ///
    /// # Errors
    /// `not_found`; `invalid_request` for a passage or an entry that the release does not have or that cannot be what is said of it;
    /// nothing is stored then.
    pub async fn correct(
        &self,
        release: ReleaseId,
        request: &CorrectionRequest,
        actor: &str,
        now: &str,
    ) -> Result<(ReleaseCorrection, ReleaseDetails), AppError> {
        let stored = self.store().release(release).await?;
        let entries = self.store().entries_of(release).await?;
        let new = new_correction(&stored.release.text, &entries, request)?;
        let (project, hash) = (stored.head.project_id, stored.head.content_hash.clone());
        let before = self.store().corrections_of(project, &hash).await?;
        if before.len() >= MOST {
            let problem = format!("the release has {MOST} corrections, which is the limit. Delete some first");
            return Err(AppError::InvalidRequest { field: "kind", problem });
        }
        let is_same = |one: &&ReleaseCorrection| {
            (one.kind, &one.passage, &one.entry, one.obstacle) == (new.kind, &new.passage, &new.entry, None)
        };
        if let Some(same) = before.iter().find(is_same) {
            return Ok((same.clone(), self.release(release).await?));
        }
        let made = self.correct_stored(stored, CorrectionChange::Add(new), actor, now).await?;
        let after = self.store().corrections_of(project, &hash).await?;
        let made = after.into_iter().find(|one| Some(one.id) == made);
        let made = made.ok_or(AppError::NotFound { what: "release", name: release.to_string() })?;
        Ok((made, self.release(release).await?))
    }

    /// Deletes a correction of a release, and stores what the release says without it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_correction(
        &self,
        release: ReleaseId,
        id: CorrectionId,
        actor: &str,
        now: &str,
    ) -> Result<ReleaseDetails, AppError> {
        let stored = self.store().release(release).await?;
        let known = self.store().corrections_of(stored.head.project_id, &stored.head.content_hash).await?;
        if known.iter().all(|one| one.id != id) {
            return Err(AppError::NotFound { what: "correction", name: id.to_string() });
        }
        self.correct_stored(stored, CorrectionChange::Delete(id), actor, now).await?;
        self.release(release).await
    }

    /// The span in characters of a passage that a release has exactly once, for doors where nobody can select text.
    ///
    /// # Errors
    /// `not_found`; `invalid_request` if the release does not have the passage, or has it several times.
    pub async fn span_of_quote(&self, release: ReleaseId, quote: &str) -> Result<(usize, usize), AppError> {
        let text = self.store().release(release).await?.release.text;
        let found: Vec<usize> = text.match_indices(quote).map(|(at, _)| at).take(2).collect();
        let problem = match (quote.is_empty(), found.as_slice()) {
            (true, _) => "it is empty".to_owned(),
            (false, []) => {
                "the release does not have this text. Copy it from the release, with its line ends".to_owned()
            }
            (false, [at]) => {
                let start = text[..*at].chars().count();
                return Ok((start, start + quote.chars().count()));
            }
            (false, _) => "the release has this text several times. Quote more of it, or give its span".to_owned(),
        };
        Err(AppError::InvalidRequest { field: "text", problem })
    }

    async fn correct_stored(
        &self,
        stored: StoredRelease,
        change: CorrectionChange,
        actor: &str,
        now: &str,
    ) -> Result<Option<CorrectionId>, AppError> {
        let projects = self.projects().await?;
        let project = projects.into_iter().find(|project| project.id == stored.head.project_id);
        let project =
            project.ok_or_else(|| AppError::NotFound { what: "release", name: stored.head.id.to_string() })?;
        let mut document = self.stored_document(stored).await?;
        actor.clone_into(&mut document.actor);
        document.correction = Some(change);
        Ok(self.store_document(&project.name, document, Again::Always, now).await?.correction)
    }
}

/// Checks what a person says about a release, and quotes the passages it is about.
fn new_correction(text: &str, entries: &[StoredEntry], request: &CorrectionRequest) -> Result<NewCorrection, AppError> {
    let invalid = |field: &'static str, problem: String| AppError::InvalidRequest { field, problem };
    let kind = request.kind;
    let entry = match request.entry {
        Some(id) => {
            let found = entries.iter().find(|stored| stored.id == id);
            let problem = || {
                format!(
                    "the release has no entry `{id}` now. Get it with `GET /v1/releases/ID`; entries have new numbers when a release is read again"
                )
            };
            let entry = &found.ok_or_else(|| invalid("entry_id", problem()))?.entry;
            let span = if entry.head_span.is_empty() { entry.span } else { entry.head_span };
            Some(excerpt(text, span))
        }
        None if kind == CorrectionKind::Entry => None,
        None => return Err(invalid("entry_id", format!("`{}` needs the number of an entry", kind.as_str()))),
    };
    let passage = match (request.span_chars, kind) {
        (None, CorrectionKind::NotAnEntry) => None,
        (Some(_), CorrectionKind::NotAnEntry) => {
            return Err(invalid("span_chars", "`not_an_entry` is about a whole entry. Leave the span out".to_owned()));
        }
        (None, _) => return Err(invalid("span_chars", format!("`{}` needs a passage", kind.as_str()))),
        (Some(chars), _) => Some(excerpt(text, selected(text, kind, chars)?)),
    };
    Ok(NewCorrection { kind, passage, entry })
}

/// A span in characters as one in bytes, without the spaces at its ends.
fn selected(text: &str, kind: CorrectionKind, (start, end): (usize, usize)) -> Result<Span, AppError> {
    let invalid = |problem: String| AppError::InvalidRequest { field: "span_chars", problem };
    if start >= end {
        return Err(invalid(format!("the end must be after the start; this is {start} to {end}")));
    }
    let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let (first, last) = (starts.nth(start), starts.nth(end - start - 1));
    let (Some(first), Some(last)) = (first, last) else {
        let length = text.chars().count();
        return Err(invalid(format!("the text has {length} characters, and the span ends at {end}")));
    };
    let inside = &text[first..last];
    let span = Span::new(first + (inside.len() - inside.trim_start().len()), first + inside.trim_end().len());
    if span.is_empty() {
        return Err(invalid("it has only spaces and line ends".to_owned()));
    }
    let most = match kind {
        CorrectionKind::Head | CorrectionKind::English => LONGEST_NAME,
        CorrectionKind::Entry | CorrectionKind::Definition | CorrectionKind::NotAnEntry => LONGEST_PASSAGE,
    };
    let length = span.of(text).chars().count();
    if length > most {
        let kind = kind.as_str();
        return Err(invalid(format!("it has {length} characters, and the limit for `{kind}` is {most}. Select less")));
    }
    Ok(span)
}
