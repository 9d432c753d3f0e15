//! Exported files kept for a while in temporary files: made once from one moment of the base, sent as often and as slowly as
//! clients ask, in whole or in part.
//!
//! Making a file takes one reading connection for as long as the disk needs, never for as long as a client does. Temporary
//! files have no name, so nothing is left behind when the program ends.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

use super::request::{Export, ExportReport};
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
    /// The file with these bytes, from the start.
    pub(super) fn new(file: File, length: u64, report: ExportReport) -> Self {
        Self { file: Mutex::new(file), length, report }
    }

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
type Origin = (Revision, Export);

/// The files exported last, the latest at the end.
#[derive(Debug, Default)]
pub struct ExportFiles {
    kept: Mutex<Vec<(Origin, Arc<ExportFile>)>>,
}

impl ExportFiles {
    pub(super) fn find(&self, made: &Origin) -> Option<Arc<ExportFile>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|(of, _)| of == made)?;
        let found = kept.remove(place);
        let file = Arc::clone(&found.1);
        kept.push(found);
        Some(file)
    }

    pub(super) fn keep(&self, made: Origin, file: &Arc<ExportFile>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // Files of an earlier state of the base are never asked for again.
        kept.retain(|(of, _)| of.1 != made.1);
        kept.push((made, Arc::clone(file)));
        while kept.len() > 1 && (kept.len() > FILES || kept.iter().map(|(_, file)| file.length).sum::<u64>() > BYTES) {
            kept.remove(0);
        }
    }
}
