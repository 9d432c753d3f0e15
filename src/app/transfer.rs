//! A project in, a file of its term base out, page by page, so that memory stays flat.

use std::io::Write;

use super::{AppError, Service};
use crate::exchange::Header;
use crate::exchange::Writer;
pub use crate::exchange::cell::guard;
pub use crate::exchange::{Format, FormatError, Profile, Selection};

/// Concepts read at once.
const PAGE: usize = 200;

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Name of the project.
    pub project: String,
    /// The format.
    pub format: Format,
    /// The kind of reader.
    pub profile: Profile,
    /// Whether terms with too little evidence go out too.
    pub candidates: bool,
}

impl Service {
    /// Writes the term base of a project to `out`; gives how many concepts went out.
    ///
    /// # Errors
    /// `not_found` for an unknown project, `output_failed`, those of the database.
    pub async fn export(&self, export: &Export, out: impl Write, now: &str) -> Result<usize, AppError> {
        let project = self.project_id(&export.project).await?;
        let mut header = Header::new(&export.project, now, export.profile);
        header.selection.include_candidates |= export.candidates;
        let mut writer = Writer::new(export.format, out, &header).map_err(AppError::Output)?;
        let (mut after, mut written) = (0, 0);
        loop {
            let page = self.store().concepts(&[project], after, PAGE).await?;
            for concept in &page {
                written += usize::from(writer.concept(concept).map_err(AppError::Output)?);
            }
            match page.last() {
                Some(last) if page.len() == PAGE => after = last.id,
                _ => break,
            }
        }
        writer.finish().map_err(AppError::Output)?;
        Ok(written)
    }
}
