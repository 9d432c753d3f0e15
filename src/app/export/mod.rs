//! Exports the term base or the memory of projects as a file.
//!
//! A file is made from the base at one moment, and nothing in it depends on the clock: the dates are those of the last
//! change, so the same base gives the same bytes. Works page by page, so memory use stays constant.

mod download;
mod filter;
mod one_target;
mod spool;

use std::collections::BTreeMap;
use std::io::Write;

use super::{AppError, Service};
use crate::model::{LangPair, Review, Usage};

pub use crate::exchange::{ExportFormat, ExportFormatError, Fact, Omission, Profile, Selection, WRITER_VERSION, guard};
pub use download::Download;
pub use filter::{Filter, Since};
pub use spool::{ExportFile, ExportFiles};

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Names of the projects, the most trusted first; empty for all.
    pub projects: Vec<String>,
    /// The format.
    pub format: ExportFormat,
    /// The kind of reader the file is for.
    pub profile: Profile,
    /// The lowest review state of the terms and segments that are included.
    pub review: Review,
    /// The usages of the terms that are included; empty for those of the profile.
    pub usages: Vec<Usage>,
    /// Which concepts are included.
    pub filter: Filter,
    /// The languages to translate from and into.
    pub languages: LangPair,
}

impl Export {
    /// Everything that is at least suggested in these projects, from Japanese into English.
    #[must_use]
    pub fn new(format: ExportFormat, projects: Vec<String>) -> Self {
        Self {
            projects,
            format,
            profile: Profile::Standard,
            review: Review::Suggested,
            usages: Vec::new(),
            filter: Filter::default(),
            languages: LangPair::JA_EN,
        }
    }

    /// Whether each source term has one translation only.
    fn has_one_target(&self) -> bool {
        self.profile == Profile::Mt
    }

    /// What is selected within a concept.
    fn selection(&self) -> Selection {
        let mut selection = Selection::of(self.profile);
        selection.include_candidates |= self.review == Review::Candidate;
        selection.only_approved = self.review == Review::Approved;
        if !self.usages.is_empty() {
            selection.usages = self.usages.iter().copied().collect();
        }
        selection
    }
}

/// What an export has written, and what it has not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportReport {
    /// Number of concepts or segments in the file.
    pub written: usize,
    /// Number of concepts that were left out as a whole, and why.
    pub left_out: BTreeMap<Omission, usize>,
    /// Number of facts of each kind the format cannot carry.
    pub lost: BTreeMap<Fact, usize>,
}

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
}
