//! Exports the term base or the memory of projects to a file. Works page by page, so memory use stays constant.

use std::collections::BTreeMap;
use std::io::Write;

use super::download::DownloadQuery;
use super::{AppError, Service};
pub use crate::exchange::{ExportFormat, ExportFormatError, Omission, Profile, Selection, guard};
use crate::model::LangPair;

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Names of the projects, the most trusted first.
    pub projects: Vec<String>,
    /// The format.
    pub format: ExportFormat,
    /// The kind of tool the file is for.
    pub profile: Profile,
    /// Whether to include terms and segments with too little evidence to be offered.
    pub candidates: bool,
    /// Whether to include only what a person approved.
    pub approved: bool,
    /// The languages to translate from and into.
    pub languages: LangPair,
}

/// What an export has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportReport {
    /// Number of concepts or segments in the file.
    pub written: usize,
    /// Number of concepts that were left out as a whole, and why.
    pub left_out: BTreeMap<Omission, usize>,
}

impl Service {
    /// Writes the term base of the projects, or their memory, to `out`.
    ///
    /// # Errors
    /// `not_found` for an unknown project, `output_failed`, database errors.
    pub async fn export(&self, export: &Export, mut out: impl Write, now: &str) -> Result<ExportReport, AppError> {
        let query = DownloadQuery {
            format: export.format,
            projects: export.projects.clone(),
            profile: export.profile,
            include_candidates: export.candidates,
            only_approved: export.approved,
            languages: export.languages.clone(),
            at: now.to_owned(),
        };
        let mut download = self.download(&query).await?;
        while let Some(piece) = download.next().await? {
            out.write_all(&piece).map_err(AppError::Output)?;
        }
        out.flush().map_err(AppError::Output)?;
        Ok(ExportReport { written: download.written(), left_out: download.left_out().clone() })
    }
}
