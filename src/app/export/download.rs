//! Exports as a stream of pieces.
//!
//! The reader sets the pace: the next page is fetched and written only when the previous piece has been taken, so an
//! export is never held in memory as a whole. All pages are of the moment the export began.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use super::filter::{Filter, Since};
use super::request::{Export, ExportReport, SegmentOmission};
use crate::app::{AppError, Service};
use crate::exchange::{BestPairs, ExportFormat, Header, MemoryUnit, Omission, Outcome, Selection, Writer};
use crate::model::{Concept, ConceptId, LangPair, ProjectId, Revision, SegmentId, TermId};
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
    /// Which terms and segments are wanted.
    selection: Selection,
    /// Which translation of each term is written, where only one is.
    best_pairs: Option<BestPairs<TermId>>,
    last: Last,
    /// Whether segments follow the concepts.
    has_segments: bool,
    report: ExportReport,
    pieces: SharedBuffer,
    /// `None` once the end of the file has been written.
    writer: Option<Writer<SharedBuffer>>,
    /// How many concepts and segments are still written, where not all are.
    room: Option<usize>,
    /// Whether there is more than was written.
    has_more: bool,
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
        self.begin_download(export, None).await
    }

    /// Starts an export that ends after this many concepts and segments.
    pub(super) async fn begin_download(&self, export: &Export, room: Option<usize>) -> Result<Download, AppError> {
        if !export.format.holds_concepts() {
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
        header.revision = revision;
        let mut download = Download {
            snapshot,
            projects,
            filter: export.filter.clone(),
            since,
            revision,
            languages: export.languages.clone(),
            selection: export.selection(),
            best_pairs: None,
            last: if export.format.holds_concepts() { Last::Concept(None) } else { Last::Segment(None) },
            has_segments: export.has_segments(),
            report: ExportReport::default(),
            pieces: SharedBuffer::default(),
            writer: None,
            room,
            has_more: false,
        };
        if export.has_one_target() {
            download.learn(&probe(export.format, &header)?).await?;
        }
        if export.format == ExportFormat::JsonLines && room.is_none() {
            header.counts = Some(download.count(&probe(export.format, &header)?, header.selection).await?);
        }
        let writer = Writer::new(export.format, download.pieces.clone(), &header).map_err(AppError::Output)?;
        download.writer = Some(writer);
        Ok(download)
    }
}

/// A writer that is asked what it would write.
fn probe(format: ExportFormat, header: &Header) -> Result<Writer<io::Sink>, AppError> {
    Writer::new(format, io::sink(), header).map_err(AppError::Output)
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

    /// Whether there is more than an export that ends early has written.
    pub(super) fn has_more(&self) -> bool {
        self.has_more
    }

    /// Whether one more may be written; if not, there is more than was written.
    fn takes_one(&mut self) -> bool {
        match &mut self.room {
            Some(0) => self.has_more = true,
            Some(room) => *room -= 1,
            None => {}
        }
        !self.has_more
    }

    /// What the file holds and what it does not, once it has been taken to its end.
    #[must_use]
    pub fn into_report(self) -> ExportReport {
        self.report
    }

    /// Walks over the concepts to find out which gives the translation of each term.
    async fn learn(&mut self, probe: &Writer<io::Sink>) -> Result<(), AppError> {
        let (mut best_pairs, mut after) = (BestPairs::default(), None);
        loop {
            let page = self.snapshot.concepts(&self.projects, after, PAGE).await?;
            for concept in page.iter().filter(|concept| self.filter.includes(concept, self.since)) {
                probe.learn(concept, [&self.languages.source, &self.languages.target], &mut best_pairs);
            }
            after = page.last().map(|last| last.id);
            if page.len() < PAGE {
                self.best_pairs = Some(best_pairs);
                return Ok(());
            }
        }
    }

    /// Walks over the concepts to find out how many there are, and counts the segments.
    async fn count(&mut self, probe: &Writer<io::Sink>, selection: Selection) -> Result<[usize; 2], AppError> {
        let (mut concepts, mut after) = (0, None);
        loop {
            let page = self.snapshot.concepts(&self.projects, after, PAGE).await?;
            let is_full = page.len() == PAGE;
            after = page.last().map(|last| last.id);
            let chosen = page.into_iter().filter_map(|concept| self.chosen(probe, concept).ok());
            concepts += chosen.filter(|concept| probe.judge(concept) == Outcome::Written).count();
            if !is_full {
                break;
            }
        }
        let segments = match self.has_segments {
            true => self.snapshot.count_segments(&self.projects, &selection.reviews()).await?,
            false => 0,
        };
        Ok([concepts, segments])
    }

    /// Writes the next page; returns whether there may be more.
    async fn page(&mut self, writer: &mut Writer<SharedBuffer>) -> Result<bool, AppError> {
        match self.last {
            Last::Segment(after) => {
                let page = self.snapshot.segments(&self.projects, after, SEGMENTS).await?;
                for segment in &page {
                    if self.room == Some(0) {
                        self.has_more = true;
                        return Ok(false);
                    }
                    if writer.segment(&unit(segment)).map_err(AppError::Output)? {
                        self.room = self.room.map(|room| room.saturating_sub(1));
                        self.report.segments += 1;
                        continue;
                    }
                    let (selection, languages) = (self.selection, &self.languages);
                    let omission = SegmentOmission::of(&segment.segment, segment.review, selection, languages);
                    if let Some(omission) = omission {
                        *self.report.segments_left_out.entry(omission).or_default() += 1;
                    }
                }
                self.last = Last::Segment(page.last().map(|last| last.id));
                Ok(u32::try_from(page.len()).is_ok_and(|length| length == SEGMENTS))
            }
            Last::Concept(after) => {
                let page = self.snapshot.concepts(&self.projects, after, PAGE).await?;
                let is_full = page.len() == PAGE;
                self.last = Last::Concept(page.last().map(|last| last.id));
                for concept in page {
                    let outcome = match self.chosen(writer, concept) {
                        Ok(concept) if self.room.is_some() && writer.judge(&concept) == Outcome::Written => {
                            if !self.takes_one() {
                                return Ok(false);
                            }
                            writer.concept(&concept).map_err(AppError::Output)?
                        }
                        Ok(concept) => writer.concept(&concept).map_err(AppError::Output)?,
                        Err(outcome) => outcome,
                    };
                    match outcome {
                        Outcome::Written => self.report.concepts += 1,
                        Outcome::NotSelected => {}
                        Outcome::LeftOut(omission) => *self.report.left_out.entry(omission).or_default() += 1,
                    }
                }
                if !is_full && self.has_segments {
                    self.last = Last::Segment(None);
                    return Ok(true);
                }
                Ok(is_full)
            }
        }
    }

    /// What is written of a concept.
    ///
    /// # Errors
    /// What becomes of one that is not written.
    fn chosen<W: Write>(&self, writer: &Writer<W>, concept: Concept) -> Result<Concept, Outcome> {
        if !self.filter.includes(&concept, self.since) {
            return Err(Outcome::NotSelected);
        }
        let Some(pairs) = &self.best_pairs else { return Ok(concept) };
        match writer.judge(&concept) {
            Outcome::Written => {
                pairs.reduced(concept, &self.languages.source).ok_or(Outcome::LeftOut(Omission::Repeated))
            }
            outcome => Err(outcome),
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
