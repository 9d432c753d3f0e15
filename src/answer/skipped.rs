//! The files of a folder that were not read, and why.

use serde::Serialize;
use utoipa::ToSchema;

use super::words::SkipReasonWord;
use crate::app::folder::SkippedFile;

/// Files in folders that were not read. Printed last, if there are any.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkippedFiles)]
pub(crate) struct SkippedFilesAnswer {
    /// The files.
    skipped: Vec<SkippedFileAnswer>,
}

/// A file that was not read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkippedFile)]
pub(crate) struct SkippedFileAnswer {
    /// Its path below the folder.
    name: String,
    /// Why.
    reason: SkipReasonWord,
}

impl From<&[SkippedFile]> for SkippedFilesAnswer {
    fn from(skipped: &[SkippedFile]) -> Self {
        let skipped = skipped
            .iter()
            .map(|SkippedFile { name, reason }| SkippedFileAnswer { name: name.clone(), reason: (*reason).into() });
        Self { skipped: skipped.collect() }
    }
}
