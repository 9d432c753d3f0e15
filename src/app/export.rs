//! A project in, a file of its term base or its memory out, page by page, so that memory stays flat.

use std::io::Write;

use super::download::DownloadQuery;
use super::{AppError, Service};
pub use crate::exchange::cell::guard;
pub use crate::exchange::{Format, FormatError, Profile, Selection};
use crate::model::LangPair;

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Name of the project.
    pub project: String,
    /// The format.
    pub format: Format,
    /// The kind of reader.
    pub profile: Profile,
    /// Whether terms and segments with too little evidence go out too.
    pub candidates: bool,
    /// Whether only what a person approved goes out.
    pub approved: bool,
    /// The language the reader translates from, and the one into.
    pub languages: LangPair,
}

impl Service {
    /// Writes the term base of a project, or its memory, to `out`; gives how many concepts or segments went out.
    ///
    /// # Errors
    /// `not_found` for an unknown project, `output_failed`, those of the database.
    pub async fn export(&self, export: &Export, mut out: impl Write, now: &str) -> Result<usize, AppError> {
        let query = DownloadQuery {
            format: export.format,
            projects: vec![export.project.clone()],
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
        Ok(download.written())
    }
}
