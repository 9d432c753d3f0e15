//! Exports the term base or the memory of projects as a file.
//!
//! A file is made from the base at one moment, and nothing in it depends on the clock: the dates are those of the last
//! change, so the same base gives the same bytes. Works page by page, so memory use stays constant.

mod download;
mod filter;
mod kept_files;
mod preview;
mod request;

use std::io::Write;
use std::sync::Arc;

use super::{AppError, Service};
use crate::model::Revision;

pub use crate::exchange::{ExportFormat, ExportFormatError, Fact, Omission, Profile, Selection, WRITER_VERSION, guard};
pub use download::Download;
pub use filter::{Filter, Since};
pub use kept_files::{ExportFile, ExportFiles};
pub use preview::ExportPreview;
pub use request::{Export, ExportReport, SegmentOmission};

impl Service {
    /// Writes the term base of the projects, or their memory, to `out`.
    ///
    /// # Errors
    /// `not_found` for an unknown project, `invalid_request` for a filter the format has no use for, `output_failed`, database
    /// errors.
    pub async fn export(&self, export: &Export, mut out: impl Write) -> Result<ExportReport, AppError> {
        let mut download = self.download(export).await?;
        while let Some(piece) = download.next().await? {
            out.write_all(&piece).map_err(AppError::Output)?;
        }
        out.flush().map_err(AppError::Output)?;
        Ok(download.into_report())
    }

    /// The file of an export at this revision of its projects, made if it is not kept.
    ///
    /// # Errors
    /// As [`Service::export`]; `output_failed` where no temporary file can be written.
    pub async fn export_file(&self, export: &Export, revision: Revision) -> Result<Arc<ExportFile>, AppError> {
        let origin = (revision, export.clone());
        if let Some(file) = self.export_files().find(&origin) {
            return Ok(file);
        }
        let mut download = self.download(export).await?;
        let (mut file, mut length) = (tempfile::tempfile().map_err(AppError::Output)?, 0);
        while let Some(piece) = download.next().await? {
            file.write_all(&piece).map_err(AppError::Output)?;
            length += u64::try_from(piece.len()).unwrap_or(u64::MAX);
        }
        let is_of_revision = download.revision() == revision;
        let file = Arc::new(ExportFile::new(file, length, download.into_report()));
        if is_of_revision {
            self.export_files().keep(origin, &file);
        }
        Ok(file)
    }
}
