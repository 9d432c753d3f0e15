//! Exports as a stream of pieces, for HTTP responses.
//!
//! The reader sets the pace: the next page is fetched and written only when the previous piece has been taken, so an
//! export is never held in memory as a whole.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use super::{AppError, Service};
use crate::exchange::{Header, MemoryUnit, Outcome, Writer};
use crate::model::{ConceptId, LangPair, ProjectId, Revision, SegmentId};
use crate::store::{Store, StoredSegment};

pub use crate::exchange::WRITER_VERSION;
pub use crate::exchange::{ExportFormat, ExportFormatError, Fact, Omission, Profile};

/// Concepts per page.
const PAGE: usize = 200;

/// Segments per page.
const SEGMENTS: u32 = 1_000;

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DownloadQuery {
    /// The format.
    pub format: ExportFormat,
    /// Names of projects; empty for all.
    pub projects: Vec<String>,
    /// The kind of tool the file is for.
    pub profile: Profile,
    /// Whether to include terms with too little evidence to be offered.
    pub include_candidates: bool,
    /// Whether to include only what a person approved.
    pub only_approved: bool,
    /// The languages to translate from and into.
    pub languages: LangPair,
    /// The timestamp to write into the file, RFC 3339 in UTC.
    pub at: String,
}

/// An export in progress.
pub struct Download {
    store: Store,
    projects: Arc<[ProjectId]>,
    last: Last,
    written: usize,
    left_out: BTreeMap<Omission, usize>,
    lost: BTreeMap<Fact, usize>,
    pieces: SharedBuffer,
    /// `None` once the end of the file has been written.
    writer: Option<Writer<SharedBuffer>>,
}

/// What the file is made of, and the last of it that was written.
#[derive(Debug, Clone, Copy)]
enum Last {
    Concept(Option<ConceptId>),
    Segment(Option<SegmentId>),
}

/// A buffer shared by the writer of the format and the stream: what was written and not taken yet.
#[derive(Debug, Clone, Default)]
struct SharedBuffer(Arc<Mutex<Vec<u8>>>);

impl SharedBuffer {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for SharedBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Service {
    /// The revision of the last change in a project, and its time; revision 0 and 1970 if there is none.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn last_change(&self, project: &str) -> Result<(Revision, String), AppError> {
        let project = self.project_id(project).await?;
        let last = self.store().last_change_in(project).await?;
        Ok(last.unwrap_or_else(|| (Revision::START, "1970-01-01T00:00:00Z".to_owned())))
    }

    /// Starts an export.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn download(&self, query: &DownloadQuery) -> Result<Download, AppError> {
        let projects = self.project_ids(&query.projects).await?;
        let mut header = Header::new(&query.projects.join(", "), &query.at, query.profile);
        header.selection.include_candidates |= query.include_candidates;
        header.selection.only_approved = query.only_approved;
        header.source_lang = query.languages.source.clone();
        header.target_lang = query.languages.target.clone();
        let pieces = SharedBuffer::default();
        let writer = Writer::new(query.format, pieces.clone(), &header).map_err(AppError::Output)?;
        let last = if query.format.holds_segments() { Last::Segment(None) } else { Last::Concept(None) };
        Ok(Download {
            store: self.store().clone(),
            projects,
            last,
            written: 0,
            left_out: BTreeMap::new(),
            lost: BTreeMap::new(),
            pieces,
            writer: Some(writer),
        })
    }

    /// How many concepts an export leaves out, and why, for answers that say so before the file begins. Goes through the same
    /// concepts as the export itself, page by page; a memory leaves none out.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn omissions(&self, query: &DownloadQuery) -> Result<BTreeMap<Omission, usize>, AppError> {
        if query.format.holds_segments() {
            return Ok(BTreeMap::new());
        }
        let mut download = self.download(query).await?;
        while download.next().await?.is_some() {}
        Ok(download.left_out)
    }
}

impl Download {
    /// The next piece of the file, never empty; `None` at the end.
    ///
    /// # Errors
    /// Database errors.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, AppError> {
        while let Some(mut writer) = self.writer.take() {
            if self.page(&mut writer).await? {
                self.writer = Some(writer);
            } else {
                self.lost.clone_from(writer.lost());
                writer.finish().map_err(AppError::Output)?;
            }
            let piece = self.pieces.take();
            if !piece.is_empty() {
                return Ok(Some(piece));
            }
        }
        Ok(None)
    }

    /// How many concepts or segments have been written so far.
    #[must_use]
    pub fn written(&self) -> usize {
        self.written
    }

    /// How many concepts have been left out so far, and why.
    #[must_use]
    pub fn left_out(&self) -> &BTreeMap<Omission, usize> {
        &self.left_out
    }

    /// How many facts of each kind the format could not carry; complete at the end of the file.
    #[must_use]
    pub fn lost(&self) -> &BTreeMap<Fact, usize> {
        &self.lost
    }

    /// Writes the next page; returns whether there may be more.
    async fn page(&mut self, writer: &mut Writer<SharedBuffer>) -> Result<bool, AppError> {
        match self.last {
            Last::Segment(after) => {
                let page = self.store.segments(&self.projects, after, SEGMENTS).await?;
                for segment in &page {
                    self.written += usize::from(writer.segment(&unit(segment)).map_err(AppError::Output)?);
                }
                self.last = Last::Segment(page.last().map(|last| last.id));
                Ok(u32::try_from(page.len()).is_ok_and(|length| length == SEGMENTS))
            }
            Last::Concept(after) => {
                let page = self.store.concepts(&self.projects, after, PAGE).await?;
                for concept in &page {
                    match writer.concept(concept).map_err(AppError::Output)? {
                        Outcome::Written => self.written += 1,
                        Outcome::NotSelected => {}
                        Outcome::LeftOut(omission) => *self.left_out.entry(omission).or_default() += 1,
                    }
                }
                self.last = Last::Concept(page.last().map(|last| last.id));
                Ok(page.len() == PAGE)
            }
        }
    }
}

/// A stored segment in the form the exporters take.
fn unit(stored: &StoredSegment) -> MemoryUnit<'_> {
    MemoryUnit { segment: &stored.segment, review: stored.review, provenance: &stored.provenance }
}

impl std::fmt::Debug for Download {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Download").field("last", &self.last).finish_non_exhaustive()
    }
}
