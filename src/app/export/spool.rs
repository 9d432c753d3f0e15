//! Exported files kept for a while in temporary files: made once from one moment of the base, sent as often and as slowly as
//! clients ask, in whole or in part.
//!
//! Making a file takes one reading connection for as long as the disk needs, never for as long as a client does. Temporary
//! files have no name, so nothing is left behind when the program ends.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Export, ExportReport};
use crate::app::{AppError, Service};
use crate::model::Revision;

/// The most files that are kept.
const FILES: usize = 16;

/// The most bytes of all files that are kept, unless one file alone has more.
const BYTES: u64 = 512 << 20;

/// A file that has been exported.
#[derive(Debug)]
pub struct ExportFile {
    file: Mutex<File>,
    /// Its size in bytes.
    pub length: u64,
    /// What it holds and what it does not.
    pub report: ExportReport,
}

impl ExportFile {
    /// Up to `most` bytes from `start` on; fewer only at the end of the file.
    ///
    /// # Errors
    /// When the temporary file cannot be read.
    pub fn read(&self, start: u64, most: usize) -> io::Result<Vec<u8>> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::with_capacity(most);
        Read::by_ref(&mut *file).take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// What a file was made from: everything its bytes depend on.
type Made = (Revision, Export);

/// The files exported last, the latest at the end.
#[derive(Debug, Default)]
pub struct ExportFiles {
    kept: Mutex<Vec<(Made, Arc<ExportFile>)>>,
}

impl ExportFiles {
    fn find(&self, made: &Made) -> Option<Arc<ExportFile>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|(of, _)| of == made)?;
        let found = kept.remove(place);
        let file = Arc::clone(&found.1);
        kept.push(found);
        Some(file)
    }

    fn keep(&self, made: Made, file: &Arc<ExportFile>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // Files of an earlier state of the base are never asked for again.
        kept.retain(|(of, _)| of.1 != made.1);
        kept.push((made, Arc::clone(file)));
        while kept.len() > 1 && (kept.len() > FILES || kept.iter().map(|(_, file)| file.length).sum::<u64>() > BYTES) {
            kept.remove(0);
        }
    }
}

impl Service {
    /// The file of an export at this revision of its projects, made if it is not kept.
    ///
    /// # Errors
    /// As [`Service::export`]; `output_failed` where no temporary file can be written.
    pub async fn export_file(&self, export: &Export, revision: Revision) -> Result<Arc<ExportFile>, AppError> {
        let made = (revision, export.clone());
        if let Some(file) = self.export_files().find(&made) {
            return Ok(file);
        }
        let mut download = self.download(export).await?;
        let (mut file, mut length) = (tempfile::tempfile().map_err(AppError::Output)?, 0);
        while let Some(piece) = download.next().await? {
            file.write_all(&piece).map_err(AppError::Output)?;
            length += u64::try_from(piece.len()).unwrap_or(u64::MAX);
        }
        let is_of_revision = download.revision() == revision;
        let file = Arc::new(ExportFile { file: Mutex::new(file), length, report: download.into_report() });
        if is_of_revision {
            self.export_files().keep(made, &file);
        }
        Ok(file)
    }
}
