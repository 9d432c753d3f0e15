//! Exports as a stream of pieces.
//!
//! The reader sets the pace: the next page is fetched and written only when the previous piece has been taken, so an
//! export is never held in memory as a whole. All pages are of the moment the export began.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use super::filter::{Filter, Since};
use super::one_target::OneTarget;
use super::request::{Export, ExportReport};
use crate::app::{AppError, Service};
use crate::exchange::{Header, MemoryUnit, Omission, Outcome, Selection, Writer};
use crate::model::{Concept, ConceptId, LangPair, ProjectId, Revision, SegmentId};
use crate::store::{Snapshot, StoredSegment};

/// Concepts per page.
const PAGE: usize = 200;

/// Segments per page.
const SEGMENTS: u32 = 1_000;

/// The time written into the file of a base in which nothing has ever changed.
pub(super) const BEFORE_ALL: &str = "1970-01-01T00:00:00Z";

/// An export in progress.
pub struct Download {
    snapshot: Snapshot,
    projects: Arc<[ProjectId]>,
    filter: Filter,
    /// The revision of [`Filter::since`].
    since: Revision,
    /// The revision of the projects.
    revision: Revision,
    languages: LangPair,
    selection: Selection,
    /// Which translation of each term is written, where only one is.
    one_target: Option<OneTarget>,
    last: Last,
    report: ExportReport,
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
    /// The revision of the last change in these projects (in any if the list is empty), and its time; revision 0 and 1970 if
    /// there is none.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn last_change(&self, projects: &[String]) -> Result<(Revision, String), AppError> {
        let projects = self.project_ids(projects).await?;
        let last = self.store().snapshot().await?.last_change(&projects).await?;
        Ok(last.unwrap_or_else(|| (Revision::START, BEFORE_ALL.to_owned())))
    }

    /// Starts an export.
    ///
    /// # Errors
    /// `not_found` for an unknown project; `invalid_request` for a filter the format has no use for; database errors.
    pub async fn download(&self, export: &Export) -> Result<Download, AppError> {
        if export.format.holds_segments() {
            export.filter.of_segments()?;
        }
        let projects = self.project_ids(&export.projects).await?;
        let mut snapshot = self.store().snapshot().await?;
        let last = snapshot.last_change(&projects).await?;
        let since = match &export.filter.since {
            Some(Since::Revision(revision)) => *revision,
            Some(Since::Time(time)) => snapshot.revision_before(time).await?,
            None => Revision::START,
        };
        let (revision, at) = last.unwrap_or_else(|| (Revision::START, BEFORE_ALL.to_owned()));
        let mut header = Header::new(&export.projects.join(", "), &at, export.profile);
        header.selection = export.selection();
        header.source_lang = export.languages.source.clone();
        header.target_lang = export.languages.target.clone();
        let pieces = SharedBuffer::default();
        let writer = Writer::new(export.format, pieces.clone(), &header).map_err(AppError::Output)?;
        let last = if export.format.holds_segments() { Last::Segment(None) } else { Last::Concept(None) };
        let mut download = Download {
            snapshot,
            projects,
            filter: export.filter.clone(),
            since,
            revision,
            languages: export.languages.clone(),
            selection: export.format.narrowed(header.selection),
            one_target: None,
            last,
            report: ExportReport::default(),
            pieces,
            writer: Some(writer),
        };
        if export.has_one_target() {
            download.learn().await?;
        }
        Ok(download)
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
                self.report.lost.clone_from(writer.lost());
                writer.finish().map_err(AppError::Output)?;
            }
            let piece = self.pieces.take();
            if !piece.is_empty() {
                return Ok(Some(piece));
            }
        }
        Ok(None)
    }

    /// The revision of the projects the file is of.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// What the file holds and what it does not, once it has been taken to its end.
    #[must_use]
    pub fn into_report(self) -> ExportReport {
        self.report
    }

    /// Walks over the concepts to find out which gives the translation of each term.
    async fn learn(&mut self) -> Result<(), AppError> {
        let (mut one_target, mut after) = (OneTarget::default(), None);
        loop {
            let page = self.snapshot.concepts(&self.projects, after, PAGE).await?;
            for concept in page.iter().filter(|concept| self.filter.includes(concept, self.since)) {
                one_target.learn(concept, &self.languages, |term| self.selection.includes(term));
            }
            after = page.last().map(|last| last.id);
            if page.len() < PAGE {
                self.one_target = Some(one_target);
                return Ok(());
            }
        }
    }

    /// Writes the next page; returns whether there may be more.
    async fn page(&mut self, writer: &mut Writer<SharedBuffer>) -> Result<bool, AppError> {
        match self.last {
            Last::Segment(after) => {
                let page = self.snapshot.segments(&self.projects, after, SEGMENTS).await?;
                for segment in &page {
                    self.report.written += usize::from(writer.segment(&unit(segment)).map_err(AppError::Output)?);
                }
                self.last = Last::Segment(page.last().map(|last| last.id));
                Ok(u32::try_from(page.len()).is_ok_and(|length| length == SEGMENTS))
            }
            Last::Concept(after) => {
                let page = self.snapshot.concepts(&self.projects, after, PAGE).await?;
                let is_full = page.len() == PAGE;
                self.last = Last::Concept(page.last().map(|last| last.id));
                for concept in page {
                    self.concept(writer, concept)?;
                }
                Ok(is_full)
            }
        }
    }

    fn concept(&mut self, writer: &mut Writer<SharedBuffer>, concept: Concept) -> Result<(), AppError> {
        if !self.filter.includes(&concept, self.since) {
            return Ok(());
        }
        let outcome = match &self.one_target {
            None => writer.concept(&concept),
            Some(one_target) => match writer.judge(&concept) {
                Outcome::Written => {
                    match one_target.reduced(concept, &self.languages, |term| self.selection.includes(term)) {
                        Some(reduced) => writer.concept(&reduced),
                        None => Ok(Outcome::LeftOut(Omission::Repeated)),
                    }
                }
                outcome => Ok(outcome),
            },
        };
        match outcome.map_err(AppError::Output)? {
            Outcome::Written => self.report.written += 1,
            Outcome::NotSelected => {}
            Outcome::LeftOut(omission) => *self.report.left_out.entry(omission).or_default() += 1,
        }
        Ok(())
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
