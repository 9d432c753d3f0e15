//! Which concepts, in which format, in; the file out, piece by piece as the reader takes them.
//!
//! Whoever reads sets the pace: a page of concepts is fetched and written only when the piece before it was taken, so
//! that no export is ever held in memory whole.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use super::{AppError, Service};
use crate::exchange::{Header, Writer};
use crate::model::ConceptId;
use crate::store::{ProjectId, Store};

pub use crate::exchange::{Format, FormatError, Profile};

/// How many concepts are written at once.
const PAGE: usize = 200;

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DownloadQuery {
    /// The format.
    pub format: Format,
    /// Names of projects; empty for all.
    pub projects: Vec<String>,
    /// The kind of reader the file is for.
    pub profile: Profile,
    /// Whether terms go out that have too little evidence to be offered.
    pub include_candidates: bool,
    /// The time to write into the file, RFC 3339 in UTC.
    pub at: String,
}

/// An export under way.
pub struct Download {
    store: Store,
    projects: Arc<[ProjectId]>,
    after: ConceptId,
    pieces: Pieces,
    /// `None` once the end of the file is written.
    writer: Option<Writer<Pieces>>,
}

/// What was written and not yet taken.
#[derive(Debug, Clone, Default)]
struct Pieces(Arc<Mutex<Vec<u8>>>);

impl Pieces {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Service {
    /// Begins an export.
    ///
    /// # Errors
    /// `not_found` when there is no project of a given name; those of the database.
    pub async fn download(&self, query: &DownloadQuery) -> Result<Download, AppError> {
        let projects = self.project_ids(&query.projects).await?;
        let mut header = Header::new(&query.projects.join(", "), &query.at, query.profile);
        header.selection.include_candidates = query.include_candidates;
        let pieces = Pieces::default();
        let writer = Writer::new(query.format, pieces.clone(), &header).map_err(AppError::Output)?;
        Ok(Download { store: self.store().clone(), projects, after: 0, pieces, writer: Some(writer) })
    }
}

impl Download {
    /// The next piece of the file, never empty; `None` at its end.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, AppError> {
        while let Some(mut writer) = self.writer.take() {
            let page = self.store.concepts(&self.projects, self.after, PAGE).await?;
            for concept in &page {
                writer.concept(concept).map_err(AppError::Output)?;
            }
            match page.last() {
                Some(last) if page.len() == PAGE => {
                    self.after = last.id;
                    self.writer = Some(writer);
                }
                _ => {
                    writer.finish().map_err(AppError::Output)?;
                }
            }
            let piece = self.pieces.take();
            if !piece.is_empty() {
                return Ok(Some(piece));
            }
        }
        Ok(None)
    }
}

impl std::fmt::Debug for Download {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Download").field("after", &self.after).finish_non_exhaustive()
    }
}
